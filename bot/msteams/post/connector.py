"""ChannelRequest to the channel: one request at a time, over one shared session, with the assistant's own token."""

import json
import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self

import aiohttp
import structlog
from yarl import URL

from bot.msteams.post.credentials import Credentials, NoCredentials, NoToken
from bot.msteams.post.patience import ChannelResponse
from bot.storage.arrival import ChannelRequest

_log = structlog.get_logger()

_TIMEOUT = aiohttp.ClientTimeout(total=15, sock_connect=5)
_REFUSED = 401
_LARGEST = 64 * 1024  # bytes of an answer that are read: it holds an id
_LONGEST_ID = 512


class Connector:
    """The channel's connector service, over one session for the life of the process."""

    def __init__(self, credentials: Credentials | None = None) -> None:
        self._credentials = credentials or NoCredentials()

    async def __aenter__(self) -> Self:
        """Open the session."""
        self._session = aiohttp.ClientSession(
            timeout=_TIMEOUT, connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=60), cookie_jar=aiohttp.DummyCookieJar()
        )
        return self

    async def __aexit__(self, *_reason: object) -> None:
        """Close the session."""
        await self._session.close()

    async def send(self, request: ChannelRequest) -> ChannelResponse:
        """Try once, and where the token is refused once more with a fresh one. Raises nothing that the network may bring about."""
        response = await self._try(request)
        if response.status == _REFUSED:
            await self._credentials.refused()
            response = await self._try(request)
        return response

    async def _try(self, request: ChannelRequest) -> ChannelResponse:
        try:
            return await self._request(request, await self._credentials.authorization())
        except NoToken as none:
            _log.info("request waits", reason=str(none))
            return ChannelResponse(None)
        except TimeoutError as late:
            return ChannelResponse(None, may_have_arrived=not isinstance(late, aiohttp.ConnectionTimeoutError))
        except aiohttp.ClientError as dropped:
            _log.info("request dropped", reason=type(dropped).__name__)
            return ChannelResponse(None)

    async def _request(self, request: ChannelRequest, token: str | None) -> ChannelResponse:
        headers = None if token is None else {"Authorization": token}
        url = URL(request.url, encoded=True)
        async with self._session.request(request.method, url, json=request.body, headers=headers, allow_redirects=False) as response:
            return ChannelResponse(response.status, seconds_of(response.headers.get("Retry-After")), await _id(response))


async def _id(response: aiohttp.ClientResponse) -> str | None:
    """The id that the channel gave a message. The status was answered: whatever is wrong with the rest, the message is not sent again."""
    try:
        id_ = json.loads(await _start(response))["id"]
        fits = isinstance(id_, str) and len(id_.encode()) <= _LONGEST_ID  # half a character (a lone surrogate) raises ValueError
    except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return id_ if fits else None


async def _start(response: aiohttp.ClientResponse) -> bytes:
    body = b""
    while len(body) < _LARGEST and (piece := await response.content.read(_LARGEST)):
        body += piece
    return body


def seconds_of(retry_after: str | None) -> float:
    """A Retry-After header in seconds: it holds a number or a date."""
    if not retry_after:
        return 0.0
    try:
        seconds = float(retry_after)
    except ValueError:
        try:
            date = parsedate_to_datetime(retry_after)
        except ValueError:
            return 0.0
        seconds = (date.replace(tzinfo=date.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return max(0.0, seconds) if math.isfinite(seconds) else 0.0
