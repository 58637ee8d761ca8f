"""A real local key server in Microsoft's place, and the tokens that its keys sign."""

import asyncio
import base64
import json
import time
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import jwt
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from jwt.algorithms import RSAAlgorithm

ISSUER = "https://api.botframework.com"
ENDORSED = ("msteams", "webchat")
APP = "0a1b2c3d-0000-4000-8000-00000000a000"
TENANT = "0a1b2c3d-0000-4000-8000-00000000b000"
ANOTHER = "0a1b2c3d-0000-4000-8000-00000000c000"
SERVICE = "https://smba.trafficmanager.net/uk/"
WAIT = 10


def activity(**members: Any) -> dict[str, Any]:
    """A message as Teams delivers it; a member that is None is left out."""
    whole = {
        "type": "message",
        "id": "1",
        "text": "hello",
        "channelId": "msteams",
        "serviceUrl": SERVICE,
        "from": {"id": "29:alex", "aadObjectId": "entra-id-of-alex"},
        "recipient": {"id": "28:the-bot"},
        "conversation": {"id": "a:chat", "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
    } | members
    return {name: value for name, value in whole.items() if value is not None}


@cache
def signing_key(id_: str) -> RSAPrivateKey:
    """A private key; the same for the same id, within a process."""
    return generate_private_key(public_exponent=65537, key_size=2048)


def published(id_: str, **members: Any) -> dict[str, Any]:
    """A key as the key server lists it."""
    jwk = RSAAlgorithm.to_jwk(signing_key(id_).public_key(), as_dict=True)
    return {**jwk, "kid": id_, "use": "sig", "endorsements": list(ENDORSED)} | members


def claims(app: str, service: str) -> dict[str, Any]:
    """What the channel says in a token for the next hour."""
    now = int(time.time())
    return {"iss": ISSUER, "aud": app, "serviceurl": service, "nbf": now - 5, "exp": now + 3600}


def part(content: Any) -> str:
    """One part of a token: JSON, or bytes as they are."""
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def signed(said: Any, key: str = "current", algorithm: str = "RS256", **headers: Any) -> str:
    """A token, signed whatever it says; a header that is None is left out."""
    header = {name: value for name, value in ({"alg": algorithm, "typ": "JWT", "kid": key} | headers).items() if value is not None}
    start = f"{part(header)}.{part(said)}"
    return f"{start}.{part(jwt.get_algorithm_by_name(algorithm).sign(start.encode(), signing_key(key)))}"


@dataclass
class KeyServer:
    """Serves an OpenID document and keys. `answer`, where it is set, takes the place of both; while `hangs`, nothing is answered."""

    keys: list[Any] = field(default_factory=lambda: [published("current")])
    document: dict[str, Any] = field(default_factory=lambda: {"id_token_signing_alg_values_supported": ["RS256"]})
    answer: web.Response | None = None
    moved_to: str = ""
    fetches: int = 0
    _answers: asyncio.Event = field(default_factory=asyncio.Event)
    _asked: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def __aenter__(self) -> "KeyServer":
        self._answers.set()
        self._server = TestServer(self.app())
        await self._server.start_server()
        return self

    async def __aexit__(self, *_reason: object) -> None:
        self._answers.set()
        await self._server.close()

    @property
    def url(self) -> str:
        """Where the OpenID document is."""
        return self.at("/openid")

    def at(self, path: str) -> str:
        """The address of a path here; `/moved` redirects to `moved_to`."""
        return str(self._server.make_url(path))

    def hangs(self, hangs: bool = True) -> None:
        """From now on, answer nobody; or answer again."""
        self._answers.clear() if hangs else self._answers.set()

    def fails(self, status: int = 500, text: str = "<html>Sorry</html>", **headers: str) -> None:
        """From now on, answer all by this."""
        self.answer = web.Response(status=status, text=text, content_type="text/html", headers=headers)

    async def asked(self, fetches: int) -> None:
        """Wait until the OpenID document was asked for so many times."""
        async with self._asked:
            await asyncio.wait_for(self._asked.wait_for(lambda: self.fetches >= fetches), WAIT)

    def app(self) -> web.Application:
        """The server."""
        app = web.Application()
        app.router.add_get("/openid", self._openid)
        app.router.add_get("/keys", self._keys)
        app.router.add_get("/moved", self._moved)
        return app

    async def _openid(self, request: web.Request) -> web.StreamResponse:
        async with self._asked:
            self.fetches += 1
            self._asked.notify_all()
        await self._answers.wait()
        return self._failing() or web.json_response({"issuer": ISSUER, "jwks_uri": str(request.url.with_path("/keys"))} | self.document)

    async def _keys(self, _request: web.Request) -> web.StreamResponse:
        await self._answers.wait()
        return self._failing() or web.json_response({"keys": self.keys})

    async def _moved(self, _request: web.Request) -> web.StreamResponse:
        return web.Response(status=307, headers={"Location": self.moved_to})

    def _failing(self) -> web.Response | None:
        return None if self.answer is None else web.Response(status=self.answer.status, body=self.answer.body, headers=self.answer.headers)
