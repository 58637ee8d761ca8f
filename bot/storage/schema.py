"""The schema: brought up to date at start, and Alembic imported only where it is behind."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect

from bot.settings import CannotStart

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST = "0009"
MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(connection: Connection, name: str) -> None:
    """Run what migrations are missing, within the caller's transaction. Raises CannotStart where a newer release wrote the database.

    `name` is what a person calls it.
    """
    present = _revision(connection)
    if present == NEWEST:
        return
    if present is not None and not list((MIGRATIONS / "versions").glob(f"{present}_*.py")):
        raise CannotStart(f"The database {name} was written by a newer release ({present}). Start that release, or name another file.")
    _migrate(connection)


def _revision(connection: Connection) -> str | None:
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
