"""Where what is kept lies, as somebody finds it who looks into the database itself."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from tests.postgres import Server


class Place(Protocol):
    """A database that assistants use."""

    name: str
    setting: str

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """What a query finds, as text where the database's own program prints it."""
        ...

    def is_sound(self) -> bool:
        """Whether the database itself finds no fault in it."""
        ...


@dataclass
class OnFile:
    """A SQLite file."""

    path: Path
    name: str = "SQLite"

    @property
    def setting(self) -> str:
        """What ASSISTANT_DATABASE says."""
        return str(self.path)

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """What a query finds."""
        with closing(sqlite3.connect(self.path)) as connection:
            return [tuple(str(value) for value in row) for row in connection.execute(sql)]

    def is_sound(self) -> bool:
        """Whether SQLite's own check finds nothing."""
        return self.query("PRAGMA integrity_check") == [("ok",)] and not self.query("PRAGMA foreign_key_check")


@dataclass
class OnServer:
    """A database of a PostgreSQL server."""

    server: Server
    database: str = "assistant"
    name: str = "PostgreSQL"

    @property
    def setting(self) -> str:
        """What ASSISTANT_DATABASE says."""
        return self.server.url(self.database)

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """What a query finds."""
        printed = self.server.program("psql", "-d", self.database, "-At", "-F", "\t", "-c", sql).decode()
        return [tuple(line.split("\t")) for line in printed.splitlines()]

    def is_sound(self) -> bool:
        """Whether every page and index is as it should be."""
        self.query("CREATE EXTENSION IF NOT EXISTS amcheck")
        indexes = "SELECT bt_index_check(c.oid, true) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        self.query(f"{indexes} WHERE c.relkind = 'i' AND n.nspname = 'public'")  # raises where one is not
        return True
