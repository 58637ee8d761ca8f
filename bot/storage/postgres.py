"""A database on a PostgreSQL server, which any number of processes share: a few connections, on the event loop."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any, Self

from sqlalchemy import URL, Connection
from sqlalchemy.dialects.postgresql.asyncpg import AsyncAdapt_asyncpg_dbapi
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from bot.addresses import PostgresAddress
from bot.people.records import Clash
from bot.settings import CannotStart
from bot.storage.database import DatabaseGone, Done, NotWritten, Session
from bot.storage.schema import bring_up_to_date

CONNECTIONS = 10
WAIT_FOR_CONNECTION = 10.0
COMMAND_TIMEOUT = 12.0  # where the server itself does not keep to its statement_timeout
MIGRATION_TIMEOUT = 300.0  # for one statement, which may write every record of a million people
PATIENCE, FIRST_PAUSE, LONGEST_PAUSE = 8.0, 0.05, 1.0
"""Seconds in which work whose connection was lost runs again, and between its tries: less than the channel waits for an answer."""
MIGRATING = 7_283_005_711
"""The number of the advisory lock that whoever migrates holds."""

_DEFAULTS = {
    "application_name": "career-assistant",
    "synchronous_commit": "off",  # a durable transaction says otherwise
    "statement_timeout": "10s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "30s",
}
_CONNECTION_LOST = ("08", "57P", "53300", "25P03")  # SQLSTATEs or their beginnings: dropped, shutting down, too many, idle for too long
_CLASHES = ("23", "40001", "40P01")  # somebody else wrote what this was to write, or each waited for the other
_NOT_NOW = ("53", "55P03", "57014", "58", "25006", "XX001", "XX002")  # full, locked for too long, its disk broken, or read only

_CLOSED = (AsyncAdapt_asyncpg_dbapi.InterfaceError, AsyncAdapt_asyncpg_dbapi.InternalClientError)  # or about to be

_WAIT_FOR_TURN = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))"


class PostgresDatabase:
    """Runs plain functions on connections of a pool, several at a time."""

    shared = True

    def __init__(self, address: PostgresAddress, password: str = "", connections: int = CONNECTIONS) -> None:
        self._address = address
        self._engine = _engine(address, password, connections)
        self._migrating = _engine(address, password, 1, MIGRATION_TIMEOUT)

    async def __aenter__(self) -> Self:
        """See that the server is there, and bring the schema up to date. Raises CannotStart."""
        try:
            await self.reached(_migrate, self._migrating)
        except BaseException:
            await self._engine.dispose()
            raise
        finally:
            await self._migrating.dispose()
        return self

    async def __aexit__(self, *_reason: object) -> None:
        await self._engine.dispose()

    async def run(self, work: Callable[[Session], Done]) -> Done:
        """Run `work` on a connection, again on another one where it is lost. Raises DatabaseGone where that does not help."""
        return await self._run(work, self._engine)

    async def _run(self, work: Callable[[Session], Done], engine: AsyncEngine) -> Done:
        began, pause = monotonic(), FIRST_PAUSE
        while True:
            try:
                return await self._once(work, engine)
            except DatabaseGone:
                if monotonic() - began > PATIENCE:
                    raise
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def reached(self, work: Callable[[Session], Done], engine: AsyncEngine | None = None) -> Done:
        """Run the first work of all. Raises CannotStart where the server is not there, or does not let it be done."""
        try:
            return await self._run(work, engine or self._engine)
        except DatabaseGone as gone:
            raise CannotStart(_cannot_be_reached(self._address, gone.__cause__ or gone)) from None
        except Exception as fault:
            if isinstance(fault, DBAPIError) or _state(fault):
                raise CannotStart(_cannot_be_reached(self._address, fault)) from None
            raise

    async def _once(self, work: Callable[[Session], Done], engine: AsyncEngine) -> Done:
        try:
            async with engine.connect() as connection:
                try:
                    return await connection.run_sync(lambda usual: work(PostgresSession(usual)))
                except BaseException as fault:
                    if _is_lost(fault):
                        await connection.invalidate()
                    raise
        except Exception as fault:
            if _is_lost(fault):
                raise DatabaseGone(str(fault)) from fault
            raise


class PostgresSession:
    """One connection while a piece of work has it. All that it reads and writes until it commits is one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @contextmanager
    def writing(self, *, durable: bool) -> Iterator[Connection]:
        """Write in the transaction that has been read in, and commit it. Raises NotWritten, or Clash."""
        try:
            if durable:
                self._order("SET LOCAL synchronous_commit = on")
            yield self.connection
            self._end("commit")
        except BaseException as fault:
            if _is_lost(fault):
                raise
            self._end("rollback")
            _tell_apart(fault)
            raise

    @contextmanager
    def at_once(self) -> Iterator[Connection]:
        """One statement without BEGIN and COMMIT, each of which is a way to the server and back. Raises NotWritten, or Clash."""
        driver: Any = self.connection.connection.dbapi_connection
        driver.autocommit = True
        try:
            yield self.connection
        except BaseException as fault:
            _tell_apart(fault)
            raise
        finally:
            driver.autocommit = False

    def wait_for_turn(self, tenant: str, conversation: str) -> None:
        """Wait for the lock of this conversation; the end of the transaction gives it back."""
        self._order(_WAIT_FOR_TURN, f"{tenant}\n{conversation}")

    def check(self) -> None:
        """See that the server takes a transaction. Raises NotWritten where it only reads."""
        with self.writing(durable=True):
            self._order("SELECT pg_current_xact_id()")

    def _order(self, sql: str, *values: str) -> None:
        self.connection.connection.cursor().execute(sql, values)

    def _end(self, how: str) -> None:
        """Commit or roll back on the driver, which began the transaction, and let SQLAlchemy know."""
        transaction = self.connection.get_transaction()
        getattr(transaction or self.connection.connection, how)()


def _engine(address: PostgresAddress, password: str, connections: int, timeout: float = 0.0) -> AsyncEngine:
    url = URL.create("postgresql+asyncpg", address.user, None, address.host, address.port, address.name)
    given: dict[str, Any] = {
        "server_settings": _DEFAULTS,
        "ssl": address.tls,
        "timeout": WAIT_FOR_CONNECTION,
        "command_timeout": timeout or COMMAND_TIMEOUT,
    }
    if password:
        given["password"] = password
    return create_async_engine(
        url,
        connect_args=given,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=WAIT_FOR_CONNECTION,
        hide_parameters=True,
    )


def _migrate(session: Session) -> None:
    """One process at a time, each of which finds the work of the one before it done."""
    with session.writing(durable=True) as connection:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{MIGRATION_TIMEOUT:.0f}s'")
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = '{MIGRATION_TIMEOUT:.0f}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATING})")
        bring_up_to_date(connection, connection.engine.url.render_as_string())


def _state(fault: BaseException | None) -> str:
    """The SQLSTATE of a fault, which the driver tells of and SQLAlchemy wraps; empty where it has none."""
    origin = fault.orig if isinstance(fault, DBAPIError) else fault
    return str(getattr(origin, "sqlstate", None) or "")


def _is_one_of(fault: BaseException | None, beginnings: tuple[str, ...]) -> bool:
    return _state(fault).startswith(beginnings)


def _tell_apart(fault: BaseException) -> None:
    """Raise what the rest of the storage knows a fault by; nothing, where it is no other one."""
    if _is_one_of(fault, _CLASHES):
        raise Clash from fault
    if _is_one_of(fault, _NOT_NOW):
        raise NotWritten from fault


def _is_lost(fault: BaseException | None) -> bool:
    if isinstance(fault, DatabaseGone | OSError | TimeoutError) or _is_one_of(fault, _CONNECTION_LOST):
        return True
    origin = fault.orig if isinstance(fault, DBAPIError) else fault
    return isinstance(origin, _CLOSED)


def _cannot_be_reached(address: PostgresAddress, fault: BaseException) -> str:
    return (
        f"The database {address} cannot be used: {str(fault).splitlines()[0]}. See that the server runs, that the name, the user and the "
        "password (ASSISTANT_DATABASE_PASSWORD) are right, and that this machine may reach it."
    )
