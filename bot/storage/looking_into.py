"""Looking into a database beside the processes that use it: nothing is written, and nothing brought up to date."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from bot.addresses import PostgresAddress
from bot.settings import CannotStart
from bot.storage.database import Done, Session
from bot.storage.looking import looking
from bot.storage.postgres import PostgresDatabase
from bot.storage.schema import NEWEST, revision_of


@dataclass(frozen=True, slots=True)
class ServerState:
    """How a database on a server is: PostgreSQL's version, the revision of its tables (None: there are none), and whether it only reads."""

    version: str
    revision: str | None
    read_only: bool


def server_state(address: PostgresAddress, password: str) -> ServerState:
    """How it is. Raises CannotStart where it cannot be reached, or lets nobody in."""
    return asyncio.run(_looked_at(address, password, _state))


def look_at_server(address: PostgresAddress, password: str, work: Callable[[Connection], Done]) -> Done:
    """What some work finds in it. Raises CannotStart where there is nothing that this release can read."""

    def reading(session: Session) -> Done:
        revision = revision_of(session.connection)
        if revision != NEWEST:
            why = f"it is at revision {revision}, and this release reads {NEWEST}"
            raise CannotStart(f"The database {address} cannot be looked into: {why}. `python -m bot doctor` says what to do.")
        return work(session.connection)

    return asyncio.run(_looked_at(address, password, reading))


def look_into(where: Path | PostgresAddress, password: str, work: Callable[[Connection], Done]) -> Done:
    """What some work finds in a file or on a server. Raises CannotStart where there is nothing that this release can read."""
    if not isinstance(where, Path):
        return look_at_server(where, password, work)
    with looking(where) as connection:
        return work(connection)


async def _looked_at(address: PostgresAddress, password: str, work: Callable[[Session], Done]) -> Done:
    database = PostgresDatabase(address, password, connections=1)
    try:
        return await database.reached(work)
    finally:
        await database.__aexit__()


def _state(session: Session) -> ServerState:
    def told(name: str) -> str:
        return str(session.connection.exec_driver_sql(f"SHOW {name}").scalar_one())

    return ServerState(told("server_version"), revision_of(session.connection), told("transaction_read_only") == "on")
