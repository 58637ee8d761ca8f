"""The schema: brought up to date at start, and Alembic imported only where it is behind."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect

from bot.settings import CannotStart

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST = "0011"
MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(connection: Connection, name: str) -> None:
    """Run what migrations are missing, within the caller's transaction. Raises CannotStart where a newer release wrote the database.

    `name` is what a person calls it.
    """
    present = revision_of(connection)
    if present == NEWEST:
        return
    if not is_known(present):
        raise CannotStart(f"The database {name} was written by a newer release ({present}). Start that release, or name another file.")
    _migrate(connection)


def is_known(revision: str | None) -> bool:
    """Whether this release can read a database at this revision, or of none."""
    return revision is None or bool(list((MIGRATIONS / "versions").glob(f"{revision}_*.py")))


def revision_of(connection: Connection) -> str | None:
    """The revision of a database; None where it holds no tables of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 (costs 0.2 s and 20 MB, and is needed once a release)

    command.upgrade(migrations(connection), "head")


def migrations(connection: Connection) -> "Config":
    """What Alembic's commands need to migrate this connection's database."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
