"""A database of any kind, used by a test from wherever it runs."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Self, TypeVar

from bot.storage.database import Database, Session
from bot.storage.sqlite import SqliteDatabase
from bot.storage.tables import metadata

Done = TypeVar("Done")


class OnALoop:
    """A database on an event loop of its own, which a test waits for, be it `async` or not."""

    def __init__(self, database: Database, loop: asyncio.AbstractEventLoop) -> None:
        self.inner = database
        self.shared = database.shared
        self._loop = loop
        self.another: OnALoop | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_reason: object) -> None:
        """It stays open: whoever made it closes it."""

    async def run(self, work: Callable[[Session], Done]) -> Done:
        """As the database itself."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(self.inner.run(work), self._loop))

    def meanwhile(self, work: Callable[[Session], Done]) -> Done:
        """What another process does while a piece of work runs here, or where there can be no other, something of this one."""
        if self.another is not None:
            return self.another.now(work)
        assert isinstance(self.inner, SqliteDatabase)
        return work(self.inner)

    def now(self, work: Callable[[Session], Done]) -> Done:
        """The same, where nothing can be awaited."""
        return asyncio.run_coroutine_threadsafe(self.inner.run(work), self._loop).result()


@contextmanager
def on_a_loop(make: Callable[[], Database], *, enters: bool = True) -> Iterator[OnALoop]:
    """A database, open until the end; one that is not entered has whatever tables it has."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    database = make()
    try:
        if enters:
            asyncio.run_coroutine_threadsafe(database.__aenter__(), loop).result()
        yield OnALoop(database, loop)
    finally:
        asyncio.run_coroutine_threadsafe(database.__aexit__(None, None, None), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def empty(session: Session) -> None:
    """Delete all that is in it."""
    with session.writing(durable=False) as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
