"""Sending to the channel: one request at a time, over one shared session, with the assistant's own token."""

import json
import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self

import aiohttp
import structlog
from yarl import URL

from bot.msteams.post.credentials import Credentials, NoCredentials, NoToken
from bot.msteams.post.patience import Answer, Patience
from bot.storage.arrival import Sending

_log = structlog.get_logger()

_TIMEOUT = aiohttp.ClientTimeout(total=15, sock_connect=5)
_REFUSED = 401


class Connector:
    """The channel's connector service, over one session for the life of the process. `patience` is for whoever sends through it."""

    def __init__(self, patience: Patience | None = None, credentials: Credentials | None = None) -> None:
        self.patience = patience or Patience()
        self._credentials = credentials or NoCredentials()

    async def __aenter__(self) -> Self:
        """Open the session."""
        self._session = aiohttp.ClientSession(timeout=_TIMEOUT, connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=60))
        return self

    async def __aexit__(self, *_reason: object) -> None:
        """Close the session."""
        await self._session.close()

    async def send(self, sending: Sending) -> Answer:
        """Try once, and where the token is refused once more with a fresh one. Raises nothing that the network may bring about."""
        answer = await self._try(sending)
        if answer.status == _REFUSED:
            await self._credentials.refused()
            answer = await self._try(sending)
        return answer

    async def _try(self, sending: Sending) -> Answer:
        try:
            return await self._request(sending, await self._credentials.authorization())
        except NoToken as none:
            _log.info("sending waits", reason=str(none))
            return Answer(None)
        except TimeoutError as late:
            return Answer(None, may_have_arrived=not isinstance(late, aiohttp.ConnectionTimeoutError))
        except aiohttp.ClientError as dropped:
            _log.info("sending dropped", reason=type(dropped).__name__)
            return Answer(None)

    async def _request(self, sending: Sending, token: str | None) -> Answer:
        headers = None if token is None else {"Authorization": token}
        url = URL(sending.url, encoded=True)
        async with self._session.request(sending.method, url, json=sending.body, headers=headers, allow_redirects=False) as response:
            return Answer(response.status, _seconds(response.headers.get("Retry-After")), await _id(response))


async def _id(response: aiohttp.ClientResponse) -> str | None:
    """The id that the channel gave a message. The status was answered: whatever is wrong with the rest, the message is not sent again."""
    try:
        id_ = json.loads(await response.read())["id"]
    except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return id_ if isinstance(id_, str) else None


def _seconds(retry_after: str | None) -> float:
    """A Retry-After header in seconds: it holds a number or a date."""
    if not retry_after:
        return 0.0
    try:
        seconds = float(retry_after)
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError):
            return 0.0
    return max(0.0, seconds) if math.isfinite(seconds) else 0.0
