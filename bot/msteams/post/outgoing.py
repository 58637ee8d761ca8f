"""What is on its way out: in order per conversation, conversations beside each other, finished at shutdown."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import structlog

from bot.logs import TURN
from bot.metrics import TALLIES
from bot.msteams.post import delivery
from bot.msteams.post.connector import Connector
from bot.msteams.post.delivery import Allows, Delivery, OnSent
from bot.msteams.post.patience import Patience
from bot.msteams.post.rates import Rates
from bot.storage.arrival import ChannelRequest, OutboxMessage
from bot.storage.outbox import Outbox

_log = structlog.get_logger()

MOST_WAITING = 100  # answers in one conversation
MOST_OVER_ALL = 10_000
TAKE_UP_EVERY = 2.0

Work = tuple[float, float, Callable[[], Awaitable[object]]]
"""Some work to be done after so many seconds, and every so many."""


@dataclass(frozen=True, slots=True, eq=False)
class _Queued:
    what: ChannelRequest | OutboxMessage
    on_sent: OnSent | None
    since: float
    turn: str


class Outgoing:
    """A queue per conversation, each emptied by a task of its own while there is something in it.

    What lies in the outbox stays there until it is delivered, and is tried for hours; the answer to a mere question is only here.
    """

    def __init__(self, connector: Connector, outbox: Outbox, patience: Patience | None = None, *, allows: Allows = lambda _: True) -> None:
        self._outbox = outbox
        self._delivery = Delivery(connector, outbox, patience or Patience(), Rates(), allows)
        self._queues: dict[str, deque[_Queued]] = {}
        self._waiting = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._later: set[asyncio.Task[None]] = set()

    async def resume(self) -> None:
        """Send what the outbox still holds and nobody is about to send: before anything else, and where several send again and again."""
        await self._outbox.tend()
        for message in await self._outbox.pending():
            self.put(message)

    @property
    def taking_up(self) -> Work:
        """What is to be done again and again where several send."""
        return TAKE_UP_EVERY, TAKE_UP_EVERY, self.resume

    def put(self, what: ChannelRequest | OutboxMessage, on_sent: OnSent | None = None) -> None:
        """Send after whatever is on its way to the same conversation, without waiting for it.

        `on_sent` is called with the id that the channel gave a new message.
        """
        queued = _Queued(what, on_sent, time.monotonic(), TURN.get(""))
        self._waiting += 1
        queue = self._queues.get(what.conversation)
        if queue is not None:
            queue.append(queued)
            self._make_room(queue)
            return
        self._queues[what.conversation] = deque([queued])
        _begin(self._empty(what.conversation), self._tasks)

    def _make_room(self, queue: deque[_Queued]) -> None:
        """Drop the oldest answer that waits here where too many do: what lies in the outbox takes no room to speak of."""
        if len(queue) > MOST_WAITING or self._waiting > MOST_OVER_ALL:
            oldest = next((queued for queued in queue if isinstance(queued.what, ChannelRequest)), None)
            if oldest is not None:
                queue.remove(oldest)
                self._waiting -= 1
                TALLIES.sent("not_sent")
                _log.warning("not sent", reason="too many are waiting")

    async def _empty(self, conversation: str) -> None:
        queue = self._queues[conversation]
        try:
            while queue:
                queued = queue.popleft()
                self._waiting -= 1
                if not await self._deliver(queued):
                    break
        finally:
            if any(isinstance(queued.what, ChannelRequest) for queued in queue):
                _log.warning("given up at shutdown", conversations=1)
            self._waiting -= len(queue)
            del self._queues[conversation]

    async def _deliver(self, queued: _Queued) -> bool:
        """Send one or give it up. False where it has to wait for the next start, and all behind it."""
        TURN.set(queued.turn)  # the task is as old as the queue, and would log under the turn that began it
        try:
            if isinstance(queued.what, OutboxMessage):
                return await self._delivery.from_outbox(queued.what, queued.on_sent)
            await self._delivery.from_memory(queued.what, queued.on_sent, queued.since)
        except Exception:  # what is behind it must not be lost by a fault of this one
            _log.exception("sending failed")
            if isinstance(queued.what, OutboxMessage):
                _begin(self._put_again(queued), self._later)
        return True

    async def _put_again(self, queued: _Queued) -> None:
        """Try it again after a while: here it may be marked as taken, so that nobody else sends it."""
        await asyncio.sleep(delivery.ASK_AGAIN)
        self.put(queued.what, queued.on_sent)

    async def finish(self, patience: float) -> None:
        """Wait until all is sent, `patience` seconds at most; what is still on its way then is given up, or left in the outbox."""
        self._delivery.close()
        for task in self._later:
            task.cancel()
        if self._tasks:
            await self._finish(patience)
        try:
            await self._outbox.release()
        except Exception:  # what was taken is free after a while in any case
            _log.exception("outbox not released")

    async def _finish(self, patience: float) -> None:
        _, late = await asyncio.wait(self._tasks, timeout=patience)
        if late:
            _log.warning("given up at shutdown", conversations=len(late))
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


def _begin(work: Coroutine[Any, Any, None], among: set[asyncio.Task[None]]) -> None:
    """Begin some work, and hold it until it is done."""
    task = asyncio.create_task(work)
    among.add(task)
    task.add_done_callback(among.discard)
