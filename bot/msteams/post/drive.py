"""Putting a file where Teams says, into the person's OneDrive: to Microsoft's hosts alone, never on to another, and without our token."""

import asyncio
from collections.abc import Collection
from typing import Self

import aiohttp
import structlog
from yarl import URL

from bot.msteams.post.connector import seconds_of
from bot.msteams.post.patience import Patience

_log = structlog.get_logger()

HOSTS = ("sharepoint.com", "sharepoint.us", "sharepoint-mil.us")
_TIMEOUT = aiohttp.ClientTimeout(total=60, sock_connect=5)
_HTTPS = 443
_BUSY = 429
_PATIENCE = Patience(tries=3)


class Drive:
    """OneDrive, over one session. `hosts` are further hosts (with all below them), or addresses of this machine with their scheme."""

    def __init__(self, hosts: Collection[str] = (), patience: Patience | None = None) -> None:
        self._hosts = tuple(host.removeprefix("*.") for host in (*HOSTS, *hosts))
        self._patience = patience or _PATIENCE

    async def __aenter__(self) -> Self:
        """Open the session."""
        self._session = aiohttp.ClientSession(timeout=_TIMEOUT, cookie_jar=aiohttp.DummyCookieJar())
        return self

    async def __aexit__(self, *_reason: object) -> None:
        """Close the session."""
        await self._session.close()

    def allows(self, given: str) -> bool:
        """Whether a file may be sent to a URL. It is read as it will be used, so that no two readers can differ about the host."""
        try:
            url = URL(given, encoded=True)
            host, port, origin = url.host or "", url.port, str(url.origin())
        except ValueError:
            return False
        if url.user is not None or url.password is not None or not given.isascii() or any(sign in given for sign in " \\\r\n\t"):
            return False
        if origin in self._hosts:
            return True
        return url.scheme == "https" and port == _HTTPS and any(host == known or host.endswith(f".{known}") for known in self._hosts)

    async def put(self, url: str, file: bytes, media: str) -> bool:
        """Put a file there in one piece, with a few tries. Whether it arrived."""
        for tried in range(1, self._patience.tries + 1):
            status, asked = await self._try(url, file, media)
            if status is not None and status < 400:  # noqa: PLR2004 (HTTP)
                return status < 300  # noqa: PLR2004 (another place is none that was allowed)
            pause = self._patience.pause(tried, asked) if status is None or status == _BUSY or status >= 500 else None  # noqa: PLR2004
            if pause is None:
                _log.warning("file not uploaded", status=status, tries=tried)
                return False
            await asyncio.sleep(pause)
        return False

    async def _try(self, url: str, file: bytes, media: str) -> tuple[int | None, float]:
        headers = {"Content-Type": media, "Content-Range": f"bytes 0-{len(file) - 1}/{len(file)}"}
        try:
            async with self._session.put(URL(url, encoded=True), data=file, headers=headers, allow_redirects=False) as response:
                return response.status, seconds_of(response.headers.get("Retry-After"))
        except (aiohttp.ClientError, TimeoutError):
            return None, 0.0
