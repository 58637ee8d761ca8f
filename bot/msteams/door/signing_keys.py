"""The channel's signing keys: fetched in the background, kept while the key server is away, and at once when a token names a new one."""

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self

import aiohttp
import structlog
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt import PyJWTError
from jwt.algorithms import RSAAlgorithm
from yarl import URL

_log = structlog.get_logger()

DAILY = 24 * 3600.0
HOURLY = 3600.0
AT_MOST_EVERY = 60.0  # seconds from the begin of a fetch to that of the next, whoever asks
KEPT = 5 * 24 * 3600.0
PATIENCE = 2.5  # seconds that a request waits for a fetch
_TIMEOUT = aiohttp.ClientTimeout(total=10, sock_connect=5)
_LARGEST = 1024 * 1024
_SHORTEST, _LONGEST = 2048, 8192  # bits; a longer one holds up whoever checks a signature with it
_LONGEST_EXPONENT = 32
_PUBLIC = ("kty", "n", "e")
_ALGORITHMS = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key of the channel service: `algorithms` it may have signed with, and the channels (`endorsements`) it may speak for."""

    id: str
    public: RSAPublicKey
    algorithms: frozenset[str]
    endorsements: frozenset[str]


class SigningKeys:
    """The keys that the OpenID document at `url` leads to; entered, it keeps them fresh. `clock` counts seconds and never goes back."""

    def __init__(self, url: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._url = URL(url)
        self._clock = clock
        self._keys: Mapping[str, SigningKey] = {}
        self._fetched: float | None = None
        self._failures = 0
        self._begun: float | None = None
        self._fetching: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Begin to fetch; a key server that is away keeps nobody waiting."""
        self._session = aiohttp.ClientSession(timeout=_TIMEOUT)
        self._renewing = asyncio.create_task(self._renew())
        return self

    async def __aexit__(self, *_reason: object) -> None:
        """Stop fetching."""
        tasks = [task for task in (self._renewing, self._fetching) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._session.close()

    def get(self, id_: str) -> SigningKey | None:
        """A key that is held; None for any other, and for all once nobody has confirmed them for five days."""
        return None if self.fault() else self._keys.get(id_)

    async def find(self, id_: str) -> SigningKey | None:
        """The same, but an unknown key is asked for first: at most once a minute, and waited for no longer than `PATIENCE`."""
        if self.get(id_) is None and (fetching := self._fetch()) is not None:
            await asyncio.wait({fetching}, timeout=PATIENCE)
        return self.get(id_)

    def fault(self) -> str | None:
        """Why no key is to be trusted; None where all is well."""
        if self._fetched is None:
            return "never fetched"
        return "not renewed for five days" if self._clock() - self._fetched > KEPT else None

    def _fetch(self) -> asyncio.Task[None] | None:
        """The fetch that runs, or a new one; None where the last began less than a minute ago."""
        if self._fetching is None or self._fetching.done():
            if self._begun is not None and self._clock() - self._begun < AT_MOST_EVERY:
                return None
            self._begun = self._clock()
            self._fetching = asyncio.create_task(self._load())
        return self._fetching

    async def _renew(self) -> None:
        while True:
            if (fetching := self._fetch()) is not None:
                await asyncio.wait({fetching})
            await asyncio.sleep(DAILY if not self._failures else min(HOURLY, AT_MOST_EVERY * 2 ** min(self._failures - 1, 10)))

    async def _load(self) -> None:
        try:
            self._keys = await self._published()
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError, RecursionError) as error:
            self._failures += 1
            _log.warning("signing keys not fetched", reason=str(error) or type(error).__name__, kept=len(self._keys))
        else:
            self._failures = 0
            self._fetched = self._clock()
            _log.info("signing keys fetched", keys=len(self._keys))

    async def _published(self) -> dict[str, SigningKey]:
        document = await self._get(self._url)
        allowed = _texts(document.get("id_token_signing_alg_values_supported")) & _ALGORITHMS
        where = document.get("jwks_uri")
        if not isinstance(where, str) or URL(where).origin() != self._url.origin():
            raise ValueError("the OpenID document names no keys of its own host")
        listed = (await self._get(URL(where))).get("keys")
        keys = [key for jwk in listed if (key := _key(jwk, allowed or frozenset({"RS256"})))] if isinstance(listed, list) else []
        if not keys:
            raise ValueError("there is no usable key in the list")
        return {key.id: key for key in keys}

    async def _get(self, url: URL) -> dict[str, Any]:
        async with self._session.get(url, allow_redirects=False) as response:
            if response.status != 200:  # noqa: PLR2004 (HTTP)
                raise ValueError(f"the key server answered {response.status}")
            body = bytearray()
            async for piece in response.content.iter_any():
                body += piece
                if len(body) > _LARGEST:
                    raise ValueError("the key server's answer is too large")
        document = json.loads(body)
        if not isinstance(document, dict):
            raise ValueError("the key server's answer is no JSON object")  # noqa: TRY004 (what was sent, not our mistake)
        return document


def _key(jwk: Any, algorithms: frozenset[str]) -> SigningKey | None:
    """One key of the list; None where it is not one that signs with RSA."""
    if not isinstance(jwk, dict) or not isinstance(jwk.get("kid"), str) or jwk.get("use", "sig") != "sig" or "d" in jwk:
        return None
    try:  # of the public members alone: a private one would be factored, for seconds on the event loop
        public = RSAAlgorithm.from_jwk({member: jwk[member] for member in _PUBLIC})
    except (PyJWTError, ValueError, TypeError, KeyError):
        return None
    if not isinstance(public, RSAPublicKey) or not _SHORTEST <= public.key_size <= _LONGEST:
        return None
    if public.public_numbers().e.bit_length() > _LONGEST_EXPONENT:
        return None
    return SigningKey(jwk["kid"], public, algorithms, _texts(jwk.get("endorsements")))


def _texts(listed: Any) -> frozenset[str]:
    return frozenset(item for item in listed if isinstance(item, str)) if isinstance(listed, list) else frozenset()
