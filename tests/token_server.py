"""A real local token endpoint: Microsoft Entra's over TLS, and App Service's for managed identities; it answers as a test tells it to."""

import asyncio
import ssl
import threading
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Self

import jwt
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificateIssuerPrivateKeyTypes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

APP = "11111111-2222-3333-4444-555555555555"
TENANT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
SCOPE = "https://api.botframework.com/.default"
SECRET = "a-secret~Only.MicrosoftKnows"
HEADER = "an-identity-header-only-the-platform-knows"
HOUR = 3600
WAIT = 10


def certified(key: CertificateIssuerPrivateKeyTypes, begins: int = -1, ends: int = 30) -> bytes:
    """A certificate (PEM) of a key, for 127.0.0.1, from `begins` to `ends` in days from now."""
    name, now = x509.Name.from_rfc4514_string("CN=127.0.0.1"), datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now + timedelta(days=begins))
        .not_valid_after(now + timedelta(days=ends))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
    )
    return certificate.sign(key, SHA256()).public_bytes(Encoding.PEM)


def private(key: rsa.RSAPrivateKey) -> bytes:
    """A private key (PEM)."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@dataclass(frozen=True)
class Error:
    """An answer that is no token."""

    status: int = 200
    body: str = ""
    location: str = ""


class Hanging(asyncio.Event):
    """No answer until this is set, then a token."""


@dataclass
class TokenServer:
    """Gives token-1, token-2 and so on, each for an hour, to whoever proves to be the app.

    `answers` are for the next requests, None for a token; `always` is for all after them.
    """

    key: rsa.RSAPrivateKey
    file: Path
    answers: deque[Error | Hanging | None] = field(default_factory=deque)
    always: Error | None = None
    given: int = 0
    asked: asyncio.Queue[dict[str, str]] = field(default_factory=asyncio.Queue)
    _hanging: list[Hanging] = field(default_factory=list)
    _servers: list[TestServer] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        self.file.write_bytes(private(self.key) + certified(self.key))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.file)
        entra, platform = web.Application(), web.Application()
        entra.router.add_get("/{tenant}/v2.0/.well-known/openid-configuration", self._discover)
        entra.router.add_post("/{tenant}/token", self._registered)
        platform.router.add_get("/msi/token", self._managed)
        for app, tls in ((entra, context), (platform, None)):
            server = TestServer(app, scheme="https" if tls else "http")
            await server.start_server(ssl=tls)
            self._servers.append(server)
        return self

    async def __aexit__(self, *_reason: object) -> None:
        self.answers.clear()
        for hanging in self._hanging:
            hanging.set()
        for fetching in [thread for thread in threading.enumerate() if thread.name == "token"]:
            await asyncio.to_thread(fetching.join)
        for server in self._servers:
            await server.close()

    @property
    def authority(self) -> str:
        """The address of Entra, without a tenant."""
        return str(self._servers[0].make_url("/"))

    @property
    def endpoint(self) -> str:
        """The address that App Service tells its apps."""
        return str(self._servers[1].make_url("/msi/token"))

    async def next(self) -> dict[str, str]:
        """What the next request for a token held."""
        return await asyncio.wait_for(self.asked.get(), WAIT)

    async def _discover(self, request: web.Request) -> web.Response:
        tenant = request.match_info["tenant"]
        if tenant not in {TENANT, "botframework.com"}:
            return web.json_response({"error": "invalid_tenant", "error_description": f"AADSTS90002: {tenant}"}, status=400)
        endpoint = f"{self.authority}{tenant}/token"
        return web.json_response({"issuer": self.authority, "authorization_endpoint": endpoint, "token_endpoint": endpoint})

    async def _registered(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        assert (form["client_id"], form["grant_type"], form["scope"]) == (APP, "client_credentials", SCOPE)
        if "client_assertion" in form:
            self._check(form["client_assertion"], str(request.url))
        elif form["client_secret"] != SECRET:
            told = f"AADSTS7000215: Invalid client secret provided: {form['client_secret']}. Trace ID: 12"
            return web.json_response({"error": "invalid_client", "error_description": told}, status=401)
        return await self._answer(form | {"tenant": request.match_info["tenant"]}, {"expires_in": HOUR})

    def _check(self, assertion: str, audience: str) -> None:
        claims: dict[str, Any] = jwt.decode(assertion, self.key.public_key(), ["PS256"], audience=audience, issuer=APP)
        thumbprint = x509.load_pem_x509_certificate(self.file.read_bytes()).fingerprint(SHA256())
        assert claims["sub"] == APP
        assert jwt.utils.base64url_decode(jwt.get_unverified_header(assertion)["x5t#S256"]) == thumbprint

    async def _managed(self, request: web.Request) -> web.Response:
        assert request.headers["X-IDENTITY-HEADER"] == HEADER
        asked = dict(request.query)
        assert (asked["client_id"], asked["resource"]) == (APP, "https://api.botframework.com")
        return await self._answer(asked, {"expires_on": str(int(datetime.now(UTC).timestamp()) + HOUR)})

    async def _answer(self, asked: dict[str, str], end: dict[str, Any]) -> web.Response:
        self.asked.put_nowait(asked)
        answer = self.answers.popleft() if self.answers else self.always
        if isinstance(answer, Error):
            return web.Response(status=answer.status, text=answer.body, headers={"Location": answer.location} if answer.location else {})
        if isinstance(answer, Hanging):
            self._hanging.append(answer)
            await answer.wait()
        self.given += 1
        return web.json_response({"token_type": "Bearer", "access_token": f"token-{self.given}", **end})
