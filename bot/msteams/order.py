"""One turn at a time per conversation, in the order of arrival."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Order:
    """A lock per conversation, kept only while somebody holds or awaits it."""

    def __init__(self) -> None:
        self._locks: dict[str, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def of(self, conversation: str) -> AsyncIterator[None]:
        """Wait for this conversation's turn."""
        lock, users = self._locks.get(conversation) or (asyncio.Lock(), 0)
        self._locks[conversation] = lock, users + 1
        try:
            async with lock:
                yield
        finally:
            self._leave(conversation)

    def _leave(self, conversation: str) -> None:
        lock, users = self._locks[conversation]
        if users == 1:
            del self._locks[conversation]
        else:
            self._locks[conversation] = lock, users - 1
