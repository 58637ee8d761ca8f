"""What the bot shows the channel: its own token, shared by all sends and renewed before it ends, so that no send waits for it."""

import asyncio
import random
import time
from collections.abc import Callable
from contextvars import Context
from dataclasses import dataclass, field
from typing import Protocol, Self

import structlog

from bot.metrics import TALLIES
from bot.threads import in_a_thread

_log = structlog.get_logger()


class NoToken(Exception):  # noqa: N818 (a state that passes, not an error name)
    """There is no token to send with; the message names the cause and holds nothing secret. Trying again later may help."""


@dataclass(frozen=True, slots=True)
class AccessToken:
    """An access token; `ends` is its end in seconds since 1970."""

    value: str = field(repr=False)
    ends: float


Source = Callable[[], AccessToken]
"""Fetches a new token, blocking. Raises NoToken."""


class Credentials(Protocol):
    """What a request to the channel is sent with, entered for as long as there is something to send."""

    async def __aenter__(self) -> Self: ...

    async def __aexit__(self, *_reason: object) -> None: ...

    async def authorization(self) -> str | None:
        """The Authorization header, or None where there is no identity. Raises NoToken: then nothing may be sent."""
        ...

    async def refused(self) -> None:
        """The channel did not take it (401): get a fresh one, unless that was done within the last minute."""
        ...


class NoCredentials:
    """In development mode nobody asks who the bot is."""

    async def __aenter__(self) -> Self:
        """Nothing begins."""
        return self

    async def __aexit__(self, *_reason: object) -> None:
        """Nothing ends."""

    async def authorization(self) -> None:
        """No header."""

    async def refused(self) -> None:
        """There is nothing to renew."""


@dataclass(frozen=True, slots=True)
class Pace:
    """When to fetch, in seconds: `early` before the end and half as long again at random; `least` between two fetches that succeed.

    After a failure it is `first`, doubled each time up to `most`, less a random part. A fetch that takes `longest` has failed.
    """

    early: float = 300.0
    least: float = 60.0
    first: float = 1.0
    most: float = 60.0
    longest: float = 30.0

    def renew(self, lasts: float) -> float:
        """The pause before a token that lasts so long is renewed."""
        return max(self.least, lasts - self.early * random.uniform(1.0, 1.5))  # noqa: S311 (spreads load, guards nothing)

    def try_again(self, failed: int) -> float:
        """The pause after so many failures in a row."""
        return min(self.most, self.first * 2.0 ** min(failed - 1, 16)) * random.uniform(0.5, 1.0)  # noqa: S311


class KeptToken:
    """Credentials with a token of `source`, which is asked on a thread of its own, once at a time however many wait for it."""

    def __init__(self, source: Source, pace: Pace | None = None, clock: Callable[[], float] = time.time) -> None:
        self._source = source
        self._pace = pace or Pace()
        self._clock = clock
        self._token: AccessToken | None = None
        self._fetched = float("-inf")
        self._failed = 0
        self._fetching: asyncio.Task[AccessToken] | None = None
        self._next: asyncio.TimerHandle | None = None

    async def __aenter__(self) -> Self:
        """Begin to fetch, so that a fault of the identity is in the log at once."""
        self._fetch()
        return self

    async def __aexit__(self, *_reason: object) -> None:
        """Fetch no more, without waiting for an endpoint that does not answer."""
        if self._next is not None:
            self._next.cancel()
        if self._fetching is not None:
            self._fetching.cancel()

    async def authorization(self) -> str:
        """The header of a token that is valid now, as it was kept or from the next fetch. Raises NoToken where that fails."""
        token = self._token
        if token is None or token.ends <= self._clock():
            token = await asyncio.shield(self._fetch())
        return f"Bearer {token.value}"

    async def refused(self) -> None:
        """Fetch a fresh token, at most once a minute. Where that fails the old one stays: the refusal may have been of one host alone."""
        if self._clock() - self._fetched >= self._pace.least:
            _log.warning("token refused by the channel")
            await asyncio.wait([self._fetch()])

    def _fetch(self) -> asyncio.Task[AccessToken]:
        """The fetch under way, or a new one."""
        if self._fetching is None or self._fetching.done():
            if self._next is not None:
                self._next.cancel()
            self._fetching = asyncio.create_task(self._renew(), context=Context())  # not that of the turn whose reply waits for it
            self._fetching.add_done_callback(_nobody_may_wait)
        return self._fetching

    async def _renew(self) -> AccessToken:
        if self._failed:
            await asyncio.sleep(self._pace.try_again(self._failed))
        try:
            token = await self._ask()
        except NoToken as none:
            self._failed += 1
            TALLIES.token_failed()
            _log.warning("no token", reason=str(none), tries=self._failed)
            self._begin_again_in(0.0)  # with the pause above
            raise
        self._token, self._failed, self._fetched = token, 0, self._clock()
        lasts = token.ends - self._fetched
        _log.info("token fetched", seconds=round(lasts))
        self._begin_again_in(self._pace.renew(lasts))
        return token

    async def _ask(self) -> AccessToken:
        try:
            async with asyncio.timeout(self._pace.longest):
                return await in_a_thread(self._source, "token")
        except NoToken:
            raise
        except TimeoutError:
            raise NoToken("no answer in time") from None
        except Exception as fault:
            raise NoToken(type(fault).__name__) from None  # its words may hold what was sent or answered

    def _begin_again_in(self, pause: float) -> None:
        self._next = asyncio.get_running_loop().call_later(pause, self._fetch)


def _nobody_may_wait(done: asyncio.Task[AccessToken]) -> None:
    """Look at a failure, which is in the log already: asyncio complains of those that nobody looked at."""
    if not done.cancelled():
        done.exception()
