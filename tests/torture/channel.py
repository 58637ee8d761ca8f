"""The channel with its troubles: slow, busy or broken for so many requests, until it recovers."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.connector import Answered, LocalConnector, Sent

JITTER = 0.005  # seconds by which the clocks of two processes may be read apart


@dataclass(frozen=True)
class Trouble:
    """What happens to a request: it is answered after `delay` seconds, as `answered` says."""

    name: str
    answered: Callable[[], Answered] = Answered
    delay: float = 0.0


@dataclass
class Channel(LocalConnector):
    """Has its trouble with the next requests, as many as it is told. `too_early`: those that came again before they were to."""

    too_early: int = 0
    _trouble: Trouble = field(default_factory=lambda: Trouble("none"))
    _left: int = 0
    _under_way: int = 0
    _well: asyncio.Event = field(default_factory=asyncio.Event)
    _not_before: dict[tuple[str, str | None], float] = field(default_factory=dict)

    def has(self, trouble: Trouble, times: int) -> None:
        """From now on, so many times."""
        self._trouble, self._left = trouble, times
        self._well.clear()

    async def recovers(self) -> None:
        """Wait until it had its trouble as often as it was told, and answered all of it."""
        await self._well.wait()

    async def answer_to(self, sent: Sent) -> Answered:
        """With the trouble it has."""
        key, came = (sent.conversation, sent.of), time.monotonic()
        self.too_early += came < self._not_before.pop(key, 0.0) - JITTER
        if not self._left:
            return Answered()
        self._left -= 1
        self._under_way += 1
        await asyncio.sleep(self._trouble.delay)
        self._under_way -= 1
        if not self._left and not self._under_way:
            self._well.set()
        answered = self._trouble.answered()
        if (wait := answered.headers.get("Retry-After")) is not None:
            self._not_before[key] = time.monotonic() + float(wait)
        return answered


def refused(status: int, **headers: str) -> Callable[[], Answered]:
    """Answered with a status that means that it was not taken."""
    return lambda: Answered(status, {name.replace("_", "-"): value for name, value in headers.items()}, taken=False)


TROUBLES = (
    Trouble("channel takes 4 s", delay=4.0),
    Trouble("channel takes 30 s", delay=30.0),
    Trouble("channel takes 120 s", delay=120.0),
    Trouble("429, Retry-After 2", refused(429, Retry_After="2")),
    Trouble("429 without Retry-After", refused(429)),
    Trouble("412", refused(412)),
    Trouble("500", refused(500)),
    Trouble("502", refused(502)),
    Trouble("503", refused(503)),
    Trouble("504", refused(504)),
    Trouble("dropped, not taken", lambda: Answered(None, taken=False, dropped=True)),
    Trouble("dropped, taken", lambda: Answered(None, taken=True, dropped=True)),
    Trouble("dropped within the body, taken", lambda: Answered(201, taken=True, dropped=True)),
)
"""Every trouble that there is. `taken` says that people can read it, whatever the sender heard of it."""
