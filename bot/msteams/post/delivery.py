"""Delivering one thing: an answer from memory with a few tries, a message from the outbox for as long as it takes."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import count

import structlog

from bot.metrics import TALLIES
from bot.msteams.post.connector import Connector
from bot.msteams.post.patience import ChannelResponse, Fate, Patience, fate
from bot.msteams.post.rates import Rates
from bot.storage.arrival import ChannelRequest, OutboxMessage
from bot.storage.outbox import Outbox, Pending

_log = structlog.get_logger()

STALE = 300.0  # seconds after which nobody waits for an answer any more
ASK_AGAIN = 10.0  # seconds after which the outbox is asked once more for what it could not do: its disk was full, or its server away, say
LOOK_AGAIN = 60.0  # seconds after which the clock is looked at again: it may have been set
FORBIDDEN = ChannelResponse(421)  # ours: it leads to another place than replies may go

OnSent = Callable[[str], None]
"""Is told the id that the channel gave a new message."""
Allows = Callable[[str], bool]
"""Whether anything may be sent to a service URL: what lies in the outbox may have been written under other settings."""


class Delivery:
    """Sends within the rates, and deals with what the channel answers."""

    def __init__(self, connector: Connector, outbox: Outbox, patience: Patience, rates: Rates, allows: Allows) -> None:
        self._connector = connector
        self._outbox = outbox
        self._rates = rates
        self._allows = allows
        self._patience = patience
        self._lasting = patience.lasting()
        self._closing = asyncio.Event()
        self._unwritten: dict[OutboxMessage, asyncio.Task[None]] = {}

    def close(self) -> None:
        """Begin no more waits for the outbox: what lies there is safe until the next start."""
        self._closing.set()

    async def from_memory(self, request: ChannelRequest, on_sent: OnSent | None, since: float) -> None:
        """Send an answer that was ready at `since` (monotonic seconds), or give it up, which is logged."""
        if time.monotonic() - since > STALE:
            TALLIES.sent("not_sent")
            _log.warning("not sent", reason="nobody waits for it any more", method=request.method)
            return
        for tried in count(1):
            response = await self._send(request)
            becomes = fate(request.method, response, written=False)
            if becomes is Fate.CLOSED:
                await self._close(request, response.status)
            pause = self._patience.pause(tried, response.asked) if becomes is Fate.AGAIN else None
            if pause is None:
                break
            await asyncio.sleep(pause)
        if response.delivered:
            TALLIES.sent("delivered")
            _tell(on_sent, response)
        elif becomes is not Fate.CLOSED:
            TALLIES.sent("not_sent")
        if not response.delivered:
            _log.warning("not sent", status=response.status, tries=tried, method=request.method)

    async def from_outbox(self, message: OutboxMessage, on_sent: OnSent | None) -> bool:
        """Send a message unless it is there no more. False where the process is to end before it may be sent.

        Raises what the outbox does where it cannot be read; then nothing was sent.
        """
        if message in self._unwritten:
            return True
        pending = await self._outbox.take(message)
        while pending is not None:
            if pending.due > self._outbox.now():
                if not await self._is_due(pending.due):
                    return False
                if not await self._outbox.holds(message):  # dropped while it waited
                    break
            response = await self._send(pending.request) if self._allows(_service(pending.request.url)) else FORBIDDEN
            pending = await self._settle(message, pending, response)
            if response.delivered:
                _tell(on_sent, response)
        return True

    async def _is_due(self, due: float) -> bool:
        """Wait until it is; no longer than it was to take when the wait began, wherever the clock is set meanwhile."""
        latest = time.monotonic() + due - self._outbox.now()
        while (wait := min(due - self._outbox.now(), latest - time.monotonic())) > 0:
            if await self._closes_within(min(wait, LOOK_AGAIN)):
                return False
        return True

    async def _closes_within(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._closing.wait()
        return self._closing.is_set()

    async def _settle(self, message: OutboxMessage, pending: Pending, response: ChannelResponse) -> Pending | None:
        """Write down what came of a try; what is to be tried again, or None. Where it cannot be written it is true all the same."""
        tries, status = pending.tries + 1, response.status
        becomes = fate(pending.request.method, response, written=True)
        pause = self._lasting.pause(tries, response.asked)
        if becomes is Fate.AGAIN and pause is not None:
            TALLIES.sent("put_off")
            _log.info("put off", message=message.number, status=status, tries=tries, may_have_arrived=response.may_have_arrived)
            due = self._outbox.now() + pause
            await self._is_written(partial(self._outbox.put_off, message, tries, status, due))
            return replace(pending, tries=tries, due=due)
        if becomes is Fate.DELIVERED:
            TALLIES.sent("delivered")
            write = partial(self._outbox.delivered, message)
        elif becomes is Fate.CLOSED:
            write = partial(self._close, message, status)
        else:
            TALLIES.sent("dead_letter")
            _log.error("dead letter", message=message.number, status=status, tries=tries)
            write = partial(self._outbox.give_up, message, tries, status)
        if not await self._is_written(write):
            self._unwritten[message] = asyncio.create_task(self._write_later(message, write))
        return None

    async def _is_written(self, write: Callable[[], Awaitable[None]]) -> bool:
        try:
            await write()
        except Exception:  # a full disk must not cost the message, nor send it twice
            _log.exception("outbox not written")
            return False
        return True

    async def _write_later(self, message: OutboxMessage, write: Callable[[], Awaitable[None]]) -> None:
        while not await self._closes_within(ASK_AGAIN):
            if await self._is_written(write):
                break
        del self._unwritten[message]

    async def _close(self, of: ChannelRequest | OutboxMessage, status: int | None) -> None:
        TALLIES.sent("closed")
        _log.warning("conversation closed", status=status)
        await self._outbox.close(of.tenant, of.conversation)

    async def _send(self, request: ChannelRequest) -> ChannelResponse:
        await self._rates.hold_back(request)
        return await self._connector.send(request)


def _service(url: str) -> str:
    return url.partition("/v3/conversations/")[0]


def _tell(on_sent: OnSent | None, response: ChannelResponse) -> None:
    if on_sent is not None and response.id is not None:
        on_sent(response.id)
