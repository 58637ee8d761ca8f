"""Delivering one thing: an answer from memory with a few tries, a letter from the outbox for as long as it takes."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import count

import structlog

from bot.msteams.post.patience import Answer, Fate, fate
from bot.msteams.post.rates import Rates
from bot.msteams.post.sending import Connector
from bot.storage.arrival import Letter, Sending
from bot.storage.outbox import Outbox, Pending

_log = structlog.get_logger()

STALE = 300.0  # seconds after which nobody waits for an answer any more
FORBIDDEN = Answer(421)  # ours: a letter that leads to another place than replies may go

Sent = Callable[[str], None]
"""Is told the id that the channel gave a new message."""
Allows = Callable[[str], bool]
"""Whether anything may be sent to a service URL: a letter may have been written under other settings."""


class Delivery:
    """Sends within the rates, and deals with what the channel answers."""

    def __init__(self, connector: Connector, outbox: Outbox, rates: Rates, allows: Allows) -> None:
        self._connector = connector
        self._outbox = outbox
        self._rates = rates
        self._allows = allows
        self._lasting = connector.patience.lasting()
        self._closing = asyncio.Event()

    def close(self) -> None:
        """Begin no more waits for letters: they lie safe until the next start."""
        self._closing.set()

    async def answer(self, sending: Sending, sent: Sent | None, since: float) -> None:
        """Send an answer that was ready at `since` (monotonic seconds), or give it up, which is logged."""
        if time.monotonic() - since > STALE:
            _log.warning("not sent", reason="nobody waits for it any more", method=sending.method)
            return
        for tried in count(1):
            answer = await self._send(sending)
            becomes = fate(sending.method, answer, written=False)
            if becomes is Fate.CLOSED:
                await self._close(sending, answer.status)
            pause = self._connector.patience.pause(tried, answer.asked) if becomes is Fate.AGAIN else None
            if pause is None:
                break
            await asyncio.sleep(pause)
        if answer.delivered:
            _tell(sent, answer)
        else:
            _log.warning("not sent", status=answer.status, tries=tried, method=sending.method)

    async def letter(self, letter: Letter, sent: Sent | None) -> bool:
        """Send a letter unless it is there no more. False where the process is to end before it may be sent."""
        while (pending := await self._outbox.read(letter)) is not None:
            if not await self._is_due(pending.due):
                return False
            answer = await self._send(pending.sending) if self._allows(_service(pending.sending.url)) else FORBIDDEN
            await self._settle(letter, pending, answer)
            if answer.delivered:
                _tell(sent, answer)
                break
        return True

    async def _is_due(self, due: float) -> bool:
        while (wait := due - self._outbox.now()) > 0 and not self._closing.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._closing.wait()
        return wait <= 0

    async def _settle(self, letter: Letter, pending: Pending, answer: Answer) -> None:
        tries, status = pending.tries + 1, answer.status
        becomes = fate(pending.sending.method, answer, written=True)
        pause = self._lasting.pause(tries, answer.asked)
        if becomes is Fate.DELIVERED:
            await self._outbox.delivered(letter)
        elif becomes is Fate.CLOSED:
            await self._close(letter, status)
        elif becomes is Fate.AGAIN and pause is not None:
            _log.info("letter put off", letter=letter.number, status=status, tries=tries, may_have_arrived=answer.may_have_arrived)
            await self._outbox.put_off(letter, tries, status, self._outbox.now() + pause)
        else:
            _log.error("dead letter", letter=letter.number, conversation=letter.conversation, status=status, tries=tries)
            await self._outbox.give_up(letter, tries, status)

    async def _close(self, of: Sending | Letter, status: int | None) -> None:
        _log.warning("conversation closed", status=status)
        await self._outbox.close(of.tenant, of.conversation)

    async def _send(self, sending: Sending) -> Answer:
        await self._rates.hold_back(sending)
        return await self._connector.send(sending)


def _service(url: str) -> str:
    return url.partition("/v3/conversations/")[0]


def _tell(sent: Sent | None, answer: Answer) -> None:
    if sent is not None and answer.id is not None:
        sent(answer.id)
