"""What is on its way out: in order per conversation, conversations beside each other, finished at shutdown."""

import asyncio
from collections import deque

import structlog

from bot.msteams.sending import Connector, Sending

_log = structlog.get_logger()


class Outgoing:
    """A queue per conversation, each emptied by a task of its own while there is something in it."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector
        self._queues: dict[str, deque[Sending]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, sending: Sending) -> None:
        """Send after whatever is on its way to the same conversation, without waiting for it."""
        queue = self._queues.get(sending.conversation)
        if queue is not None:
            queue.append(sending)
            return
        self._queues[sending.conversation] = deque([sending])
        task = asyncio.create_task(self._empty(sending.conversation))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _empty(self, conversation: str) -> None:
        queue = self._queues[conversation]
        try:
            while queue:
                await self._connector.send(queue.popleft())
        finally:
            del self._queues[conversation]

    async def finish(self, patience: float) -> None:
        """Wait until all is sent, `patience` seconds at most; what is still on its way then is given up."""
        if not self._tasks:
            return
        _, late = await asyncio.wait(self._tasks, timeout=patience)
        if late:
            _log.warning("given up at shutdown", conversations=len(late))
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
