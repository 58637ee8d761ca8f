"""The schema: brought up to date at start, and Alembic imported only where it is behind."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from bot.settings import CannotStart

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST = "0007"
MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(connection: Connection, path: Path) -> None:
    """Run what migrations are missing, all or none. Raises CannotStart where a newer release wrote the database."""
    present = _revision(connection)
    if present == NEWEST:
        return
    if present is not None and not list((MIGRATIONS / "versions").glob(f"{present}_*.py")):
        raise CannotStart(f"The database {path} was written by a newer release ({present}). Start that release, or name another file.")
    _migrate(connection)


def _revision(connection: Connection) -> str | None:
    tables = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")
    if tables.one_or_none() is None:
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 (costs 0.2 s and 20 MB, and is needed once a release)

    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        command.upgrade(migrations(connection), "head")
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise
    connection.exec_driver_sql("COMMIT")


def migrations(connection: Connection) -> "Config":
    """What Alembic's commands need to migrate this connection's database."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
