"""The token of a request: verified from the Authorization header alone, and remembered until it expires."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import jwt

from bot.msteams.door.body import Refused
from bot.msteams.door.service import Service, read_service
from bot.msteams.door.signing_keys import SigningKey, SigningKeys

LEEWAY = 300  # seconds that the clocks of two machines may differ
MOST = 10_000

_BEARER = re.compile(r"Bearer ([\w-]+\.[\w-]+\.[\w-]+)", re.ASCII | re.IGNORECASE)
_CLAIMS = ["exp", "iss", "aud", "serviceurl"]


@dataclass(frozen=True, slots=True)
class Token:
    """A verified token: where its sender may be answered, the key that signed it, and its end in seconds since 1970."""

    service: Service
    key: SigningKey
    expires: float


class Tokens:
    """Verifies tokens that `issuer` made for the audience `app_id`. Remembering one saves its signature check, nothing else."""

    def __init__(self, keys: SigningKeys, app_id: str, issuer: str) -> None:
        self._keys = keys
        self._app_id = app_id
        self._issuer = issuer
        self._known: dict[bytes, Token] = {}

    async def verified(self, authorization: Sequence[str]) -> Token:
        """The token of all Authorization headers of a request, of which there must be one. Raises Refused (401)."""
        bearer = _BEARER.fullmatch(authorization[0]) if len(authorization) == 1 else None
        if bearer is None:
            raise Refused(401, "no bearer token")
        digest = sha256(bearer[1].encode("ascii")).digest()
        return self._recall(digest) or self._remember(digest, await self._verify(bearer[1]))

    def _recall(self, digest: bytes) -> Token | None:
        known = self._known.get(digest)
        if known is None or (known.expires + LEEWAY > time.time() and self._keys.get(known.key.id) == known.key):
            return known
        del self._known[digest]
        return None

    def _remember(self, digest: bytes, token: Token) -> Token:
        if len(self._known) >= MOST:
            del self._known[next(iter(self._known))]
        self._known[digest] = token
        return token

    async def _verify(self, token: str) -> Token:
        key = await self._keys.find(_key_id(token))
        if key is None:
            raise Refused(401, f"token signed by an unknown key; keys: {self._keys.fault() or 'ready'}")
        claims = self._claims(token, key)
        service = read_service(claims["serviceurl"]) if isinstance(claims["serviceurl"], str) else None
        if service is None:
            raise Refused(401, "token without a service URL")
        return Token(service, key, float(claims["exp"]))

    def _claims(self, token: str, key: SigningKey) -> dict[str, Any]:
        options: Any = {"require": _CLAIMS, "strict_aud": True}
        try:
            return jwt.decode(token, key.public, list(key.algorithms), options, audience=self._app_id, issuer=self._issuer, leeway=LEEWAY)
        except Exception as error:  # whatever a token does to its reader, it is refused
            raise _refused(error) from None


def _key_id(token: str) -> str:
    try:
        return str(jwt.get_unverified_header(token)["kid"])
    except Exception as error:  # as above: the header is anybody's
        raise _refused(error) from None


def _refused(error: Exception) -> Refused:
    """The kind of the error alone: its words may hold parts of the token."""
    return Refused(401, f"token refused: {type(error).__name__}")
