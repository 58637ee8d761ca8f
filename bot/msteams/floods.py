"""Who sends more than people do: what is taken, what waits so that others keep their pace, and what is not taken at all."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from math import inf

from bot.metrics import TALLIES

WINDOW = 10.0
"""Seconds over which what a person sends is counted."""
UNDER_WAY = 3
"""One in so many of these may be under way at once, ten of thirty: whoever has more waiting does not read what comes."""
AHEAD = 0.25
"""Seconds by which a tenant may be ahead of its pace before it is slowed: so much may come at once."""
PLACES = 4
"""Turns of a tenant that is slowed which are taken at once: nobody else waits for more of its turns than these."""
LONGEST_WAIT = 5.0
"""Seconds that something waits for a place: Teams waits for some ten, and then says that the app does not answer."""
TOLD_EVERY = 60.0
MOST_SENDERS = 5_000
MOST_TENANTS = 1_000

Sender = tuple[str, ...]


@dataclass(slots=True, eq=False)
class _Recent:
    """What a sender sent within the window, each by its mark with when; how much of it is under way; and where they were told, and when."""

    taken: dict[int, float] = field(default_factory=dict)
    under_way: int = 0
    told: dict[str, float] = field(default_factory=dict)

    def forget(self, now: float) -> None:
        """Let go of what is over."""
        while self.taken and next(iter(self.taken.values())) <= now - WINDOW:
            del self.taken[next(iter(self.taken))]

    def is_over(self, now: float) -> bool:
        """Whether nothing of it matters any more."""
        last = next(reversed(self.taken.values()), -inf)
        return not self.under_way and last <= now - WINDOW and not self._told(now)

    def is_to_be_told(self, conversation: str, now: float) -> bool:
        """Whether a minute went by since they were told in that conversation; from then on they have been."""
        self.told = self._told(now)
        if conversation in self.told:
            return False
        self.told[conversation] = now
        return True

    def _told(self, now: float) -> dict[str, float]:
        return {where: at for where, at in self.told.items() if at > now - TOLD_EVERY}


@dataclass(slots=True, eq=False)
class _Pace:
    """How far a tenant is ahead of its pace: `due` is when the next would come at that. What waits for a place, and the places."""

    due: float = -inf
    waiting: int = 0
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(PLACES))

    def is_exceeded(self, now: float, each: float) -> bool:
        """Whether one more, of which each has so many seconds, comes sooner than the pace allows."""
        ahead = max(0.0, self.due - now)
        self.due = now + min(ahead + each, WINDOW)
        return ahead > AHEAD

    async def finds_place(self) -> bool:
        """Wait for a place, and take it."""
        TALLIES.flood("slowed")
        self.waiting += 1
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                return await self.places.acquire()
        except TimeoutError:
            return False
        finally:
            self.waiting -= 1


class Floods:
    """Judges what arrives, in the memory of this process alone.

    A sender may send `most` in ten seconds, and have a third of them under way. What is delivered again counts once. What a tenant sends
    beyond `a_second` is taken one after the other, in whatever time others leave, and not at all where it would wait too long.
    """

    def __init__(self, most: int, a_second: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._most_under_way = most // UNDER_WAY
        self._a_second = a_second
        self._clock = clock
        self._senders: dict[Sender, _Recent] = {}
        self._tenants: dict[str, _Pace] = {}

    def lets(self, sender: Sender, mark: int) -> bool:
        """Whether a sender may have this taken; `mark` is the same for what is delivered again."""
        now, recent = self._clock(), self._of(sender)
        recent.forget(now)
        if mark in recent.taken:
            return True
        if len(recent.taken) >= self._most or recent.under_way >= self._most_under_way:
            return False
        recent.taken[mark] = now
        return True

    @contextmanager
    def under_way(self, sender: Sender) -> Iterator[None]:
        """While something of a sender's is being answered."""
        recent = self._of(sender)
        recent.under_way += 1
        try:
            yield
        finally:
            recent.under_way -= 1

    @asynccontextmanager
    async def place(self, tenant: str) -> AsyncIterator[bool]:
        """A place for one turn of a tenant's, at once while it keeps its pace, else once one is free; False where none was in time."""
        pace = self._pace(tenant)
        if not pace.is_exceeded(self._clock(), 1.0 / self._a_second):
            yield True
        elif pace.waiting < self._a_second * LONGEST_WAIT and await pace.finds_place():
            try:
                yield True
            finally:
                pace.places.release()
        else:
            yield False

    def _pace(self, tenant: str) -> "_Pace":
        pace = self._tenants.pop(tenant, None) or _Pace()
        self._tenants[tenant] = pace
        if len(self._tenants) > MOST_TENANTS:
            del self._tenants[next(iter(self._tenants))]
        return pace

    def is_to_be_told(self, sender: Sender, conversation: str) -> bool:
        """Whether a sender is to be told that something was not taken: once a minute in each conversation."""
        return self._of(sender).is_to_be_told(conversation, self._clock())

    def _of(self, sender: Sender) -> _Recent:
        """What is known of a sender, who is from now on the one heard of last."""
        recent = self._senders.pop(sender, None) or _Recent()
        for oldest in (*islice(self._senders, 2),):  # two at a time, so that no one activity pays for all
            if len(self._senders) >= MOST_SENDERS or self._senders[oldest].is_over(self._clock()):
                del self._senders[oldest]
        self._senders[sender] = recent
        return recent
