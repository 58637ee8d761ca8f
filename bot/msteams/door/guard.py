"""Who is let in: the channel with a token that proves it, or in development mode whoever is on this machine."""

import time
from collections.abc import Callable
from typing import Any, Protocol, Self
from urllib.parse import urlsplit

from multidict import CIMultiDict, CIMultiDictProxy

from bot.addresses import is_loopback
from bot.msteams.door.body import Refused
from bot.msteams.door.clouds import CLOUDS
from bot.msteams.door.match import Match
from bot.msteams.door.service import read_service
from bot.msteams.door.signing_keys import SigningKeys
from bot.msteams.door.token import Tokens
from bot.settings import NO_IDENTITY, CannotStart, Settings

Headers = CIMultiDictProxy[str] | CIMultiDict[str]
Check = Callable[[dict[str, Any]], None]


class Guard(Protocol):
    """Entered, it is ready to let somebody in."""

    async def __aenter__(self) -> Self:
        """Open what it needs."""
        ...

    async def __aexit__(self, *reason: object) -> None:
        """Close it."""
        ...

    async def admit(self, headers: Headers) -> Check:
        """The check that the request's activity must pass, which raises Refused (403). Raises Refused (401, 403) by the headers alone."""
        ...

    def allows(self, service: str) -> bool:
        """Whether anything may be sent to a service URL, which may have been written down under other settings."""
        ...

    def status(self) -> str:
        """Whether keys are there: `ready`, `not needed`, or what is wrong."""
        ...


class ChannelGuard:
    """Lets in Microsoft's channel service, for the tenants of the settings."""

    def __init__(self, keys: SigningKeys, tokens: Tokens, match: Match) -> None:
        self._keys = keys
        self._tokens = tokens
        self._match = match

    async def __aenter__(self) -> Self:
        """Begin to fetch the keys."""
        await self._keys.__aenter__()
        return self

    async def __aexit__(self, *reason: object) -> None:
        """Stop fetching."""
        await self._keys.__aexit__(*reason)

    async def admit(self, headers: Headers) -> Check:
        """A token, verified; the check compares the activity with it."""
        token = await self._tokens.verified(headers.getall("Authorization", []))
        return lambda activity: self._match.check(activity, token)

    def allows(self, service: str) -> bool:
        """Only to the channel's hosts."""
        return self._match.allows(read_service(service))

    def status(self) -> str:
        """How the keys are."""
        return self._keys.fault() or "ready"


class DevelopmentGuard:
    """Lets in whoever is on this machine, and answers nowhere else: what a proxy or a browser's page passes on is refused."""

    async def __aenter__(self) -> Self:
        """Nothing to open."""
        return self

    async def __aexit__(self, *_reason: object) -> None:
        """Nothing to close."""

    async def admit(self, headers: Headers) -> Check:
        """Only what was sent to this machine's own name, by nobody else's order."""
        if "Forwarded" in headers or "X-Forwarded-For" in headers or not _is_own(headers.get("Host", "")):
            raise Refused(403, "development mode answers nobody but this machine; this request came through another")
        return _check_stays_here

    def allows(self, service: str) -> bool:
        """Only to this machine."""
        return _is_here(service)

    def status(self) -> str:
        """No keys."""
        return "not needed"


def _is_own(host: str) -> bool:
    try:
        return is_loopback(urlsplit(f"//{host}").hostname or "")
    except ValueError:
        return False


def _is_here(url: str) -> bool:
    service = read_service(url)
    return service is not None and is_loopback(service.host)


def _check_stays_here(activity: dict[str, Any]) -> None:
    if not _is_here(activity["serviceUrl"]):
        raise Refused(403, "serviceUrl must be on this machine: development mode answers nobody else")


def make_guard(settings: Settings, clock: Callable[[], float] = time.monotonic) -> Guard:
    """The guard that the settings ask for; `clock` counts seconds, for the age of its keys.

    Raises CannotStart where they hold no identity and no development mode.
    """
    if settings.app_id:
        cloud = CLOUDS[settings.cloud]
        keys = SigningKeys(settings.keys_url or cloud.openid, clock)
        return ChannelGuard(
            keys, Tokens(keys, settings.app_id, cloud.issuer), Match((*cloud.service_hosts, *settings.service_hosts), settings.tenants)
        )
    if settings.development and is_loopback(settings.host):
        return DevelopmentGuard()
    raise CannotStart(f"ASSISTANT_APP_ID: {NO_IDENTITY}")
