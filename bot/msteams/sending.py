"""Sending to the channel: one shared session, and a few tries where the channel is busy, failing or gone."""

import asyncio
import random
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Self

import aiohttp
import structlog
from yarl import URL

_log = structlog.get_logger()

_TRY_AGAIN = frozenset({412, 429, 502, 503, 504})
_NO_ANSWER = 408  # ours, for a channel that took the request and says nothing
_TIMEOUT = aiohttp.ClientTimeout(total=15, sock_connect=5)


@dataclass(frozen=True, slots=True)
class Sending:
    """One request to the channel: `url` is ready-quoted, `body` plain JSON or None."""

    method: str
    url: str
    body: dict[str, Any] | None
    conversation: str


@dataclass(frozen=True, slots=True)
class Patience:
    """How often and how long to try: `first` seconds, doubled each time up to `most`, less a random part."""

    tries: int = 5
    first: float = 0.5
    most: float = 30.0

    def pause(self, tried: int, asked: float) -> float | None:
        """Seconds to wait after `tried` tries where the channel asked for `asked`; None to give up."""
        if tried >= self.tries or asked > self.most:
            return None
        pause: float = min(self.most, self.first * 2 ** (tried - 1))
        return asked + pause * random.uniform(0.5, 1.0)  # noqa: S311 (spreads load, guards nothing)


class Connector:
    """The channel's connector service, over one session for the life of the process."""

    def __init__(self, patience: Patience | None = None) -> None:
        self._patience = patience or Patience()

    async def __aenter__(self) -> Self:
        """Open the session."""
        self._session = aiohttp.ClientSession(timeout=_TIMEOUT, connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=60))
        return self

    async def __aexit__(self, *_reason: object) -> None:
        """Close the session."""
        await self._session.close()

    async def send(self, sending: Sending) -> bool:
        """Send, trying again where that may help. False where it was given up, which is logged."""
        for tried in range(1, self._patience.tries + 1):
            status, asked = await self._try(sending)
            if status is not None and status < 300:  # noqa: PLR2004 (HTTP)
                return True
            pause = self._patience.pause(tried, asked) if status is None or status in _TRY_AGAIN else None
            if pause is None:
                _log.warning("not sent", status=status, tries=tried, method=sending.method)
                return False
            await asyncio.sleep(pause)
        return False

    async def _try(self, sending: Sending) -> tuple[int | None, float]:
        url = URL(sending.url, encoded=True)
        try:
            async with self._session.request(sending.method, url, json=sending.body, allow_redirects=False) as response:
                return response.status, _seconds(response.headers.get("Retry-After", ""))
        except TimeoutError as late:
            if sending.method == "POST" and not isinstance(late, aiohttp.ConnectionTimeoutError):
                return _NO_ANSWER, 0.0  # a message that may have arrived is not sent again: people would read it twice
            return None, 0.0
        except aiohttp.ClientError as dropped:
            _log.info("sending dropped", reason=type(dropped).__name__)
            return None, 0.0


def _seconds(retry_after: str) -> float:
    """A Retry-After header in seconds: it holds a number or a date."""
    try:
        return max(0.0, float(retry_after))
    except ValueError:
        pass
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return 0.0
