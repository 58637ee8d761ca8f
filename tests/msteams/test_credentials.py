"""The bot's own token: from a real local endpoint, shared, renewed in good time, and never in a log."""

import asyncio
import contextlib
import gc
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat

from bot.msteams.door import clouds
from bot.msteams.post.connector import Connector
from bot.msteams.post.credentials import KeptToken, NoToken, Pace
from bot.settings import CannotStart, Settings
from bot.storage.arrival import ChannelRequest
from bot.wiring import token_source
from tests.token_server import APP, HEADER, HOUR, SCOPE, SECRET, TENANT, Error, Hanging, TokenServer, certified, private


@pytest.fixture(scope="module")
def key() -> rsa.RSAPrivateKey:
    """A private key; making one takes a while."""
    return rsa.generate_private_key(65537, 2048)


@pytest.fixture
async def entra(key: rsa.RSAPrivateKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TokenServer]:
    """The token endpoints, standing for those of the public cloud."""
    async with TokenServer(key, tmp_path / "app.pem") as server:
        cloud = clouds.Cloud("", "", server.authority, "botframework.com", SCOPE, ())
        monkeypatch.setattr(clouds, "CLOUDS", {"public": cloud})
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(server.file))
        monkeypatch.setenv("IDENTITY_ENDPOINT", server.endpoint)
        monkeypatch.setenv("IDENTITY_HEADER", HEADER)
        yield server


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """All that is written and logged, the libraries' debugging as well."""
    caplog.set_level(logging.DEBUG)
    return lambda: caplog.text + "".join(capfd.readouterr())


def settings(**given: Any) -> Settings:
    return Settings(_env_file=None, **{"app_id": APP, "app_tenant": TENANT, "app_secret": SECRET} | given)


@dataclass
class Clock:
    """The time, `ahead` by some seconds."""

    ahead: float = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


def kept(pace: Pace | None = None, clock: Callable[[], float] | None = None, **given: Any) -> KeptToken:
    source = token_source(settings(**given))
    assert source is not None
    return KeptToken(source, pace, *([clock] if clock else []))


@pytest.mark.parametrize(
    ("given", "tenant"),
    [({}, TENANT), ({"app_type": "multi-tenant", "tenants": (TENANT,)}, "botframework.com")],
)
async def test_a_secret_gets_a_token_of_the_right_directory(entra: TokenServer, given: dict[str, Any], tenant: str) -> None:
    async with kept(**given) as credentials:
        assert await credentials.authorization() == "Bearer token-1"
    asked = await entra.next()
    assert (asked["client_secret"], asked["tenant"]) == (SECRET, tenant)


async def test_a_certificate_gets_a_token_by_a_signature(entra: TokenServer) -> None:
    async with kept(app_secret="", app_certificate=entra.file) as credentials:
        assert await credentials.authorization() == "Bearer token-1"
    assert "client_secret" not in await entra.next()


async def test_a_managed_identity_gets_a_token_from_its_platform(entra: TokenServer) -> None:
    async with kept(app_secret="", app_type="managed-identity") as credentials:
        assert await credentials.authorization() == "Bearer token-1"


SILENT = "eyJhbGciOi-half-a-token"
NONSENSE = "the token endpoint answers nonsense, or does not know the directory (tenant)"


@pytest.mark.parametrize(
    ("answer", "given", "reason"),
    [
        (None, {"app_secret": "a-Wrong-secret"}, "invalid_client AADSTS7000215"),
        (None, {"app_tenant": APP}, NONSENSE),
        (Error(500), {}, "the token endpoint fails (HTTP 5xx)"),
        (Error(200, "<html>"), {}, NONSENSE),
        (Error(200, "[]"), {}, NONSENSE),
        (Error(200, f'{{"access_token": "{SILENT}"'), {}, NONSENSE),
        (Error(200, f'{{"access_token": "{SILENT}"}}'), {}, NONSENSE),
        (Error(200, f'{{"access_token": "{SILENT}", "expires_in": "soon"}}'), {}, NONSENSE),
        (Error(200, f'{{"access_token": "{SILENT} \\r\\nX: y", "expires_in": 60}}'), {}, NONSENSE),
        (Error(200, '{"access_token": ["a"], "expires_in": 60}'), {}, NONSENSE),
        (Error(400, f'{{"error": "{SECRET}", "error_description": "{SECRET}"}}'), {}, "unknown error"),
        (Error(307, "", "https://127.0.0.1:1/"), {}, NONSENSE),
        (Error(200, f'{{"access_token": "{SILENT}"'), {"app_secret": "", "app_type": "managed-identity"}, NONSENSE),
        (Error(500, '{"statusCode": 500, "message": "no"}'), {"app_secret": "", "app_type": "managed-identity"}, "invalid_scope 500"),
    ],
)  # fmt: skip
async def test_a_failure_is_logged_by_its_cause_and_nothing_secret(
    entra: TokenServer, logged: Callable[[], str], answer: Error | None, given: dict[str, Any], reason: str
) -> None:
    entra.answers.extend([answer] if answer else [])
    async with kept(Pace(first=60.0), **given) as credentials:
        with pytest.raises(NoToken) as told:
            await credentials.authorization()
    assert str(told.value) == reason
    found = logged()
    assert reason in found
    for secret in (SECRET, "a-Wrong-secret", HEADER, SILENT):
        assert secret not in found


async def test_what_is_sent_and_got_is_in_no_log(entra: TokenServer, logged: Callable[[], str]) -> None:
    for given in ({}, {"app_secret": "", "app_certificate": entra.file}, {"app_secret": "", "app_type": "managed-identity"}):
        async with kept(**given) as credentials:
            await credentials.authorization()
            await credentials.refused()
            logging.getLogger("a.debugger").warning("%r %r", credentials, credentials._token)
    found = logged()
    assert "urllib3" in found
    await entra.next()
    assertion = (await entra.next())["client_assertion"]
    for secret in (SECRET, HEADER, "token-1", "token-2", "token-3", assertion, "PRIVATE KEY"):
        assert secret not in found


async def test_an_endpoint_that_is_gone_or_not_trusted_is_told_apart(entra: TokenServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    async with kept(Pace(first=60.0)) as credentials:
        with pytest.raises(NoToken, match="is not trusted"):
            await credentials.authorization()
    await entra.__aexit__()
    async with kept(Pace(first=60.0)) as credentials:
        with pytest.raises(NoToken, match="cannot be reached"):
            await credentials.authorization()


async def test_a_hanging_endpoint_stalls_nothing_and_is_given_up(entra: TokenServer) -> None:
    entra.answers.append(Hanging())
    async with kept(Pace(first=60.0, longest=1.0)) as credentials:
        first = asyncio.create_task(credentials.authorization())
        await entra.next()  # the endpoint runs on the loop of the bot: that it was asked shows that the loop runs
        with pytest.raises(NoToken, match="no answer in time"):
            await first


async def test_nothing_waits_for_a_hanging_endpoint_at_the_end(entra: TokenServer) -> None:
    hanging = Hanging()
    entra.answers.append(hanging)
    async with kept():
        await entra.next()
    assert not hanging.is_set()
    assert all(thread.daemon for thread in threading.enumerate() if thread.name == "token")


async def test_fifty_sends_at_once_share_one_fetch_even_if_one_is_cancelled(entra: TokenServer) -> None:
    hanging = Hanging()
    entra.answers.append(hanging)
    async with kept() as credentials:
        sends = [asyncio.create_task(credentials.authorization()) for _ in range(50)]
        await entra.next()
        sends.pop().cancel()
        hanging.set()
        assert set(await asyncio.gather(*sends)) == {"Bearer token-1"}
    assert entra.given == 1


async def test_a_token_that_ended_is_not_used(entra: TokenServer) -> None:
    clock = Clock()
    async with kept(clock=clock) as credentials:
        assert await credentials.authorization() == "Bearer token-1"
        clock.ahead = HOUR + 1
        assert await credentials.authorization() == "Bearer token-2"


RENEWS_AT_ONCE = Pace(early=HOUR, least=0.0, first=0.0)


async def test_it_is_renewed_before_its_end_while_sends_go_on_with_the_old_one(entra: TokenServer) -> None:
    clock, second = Clock(), Hanging()
    entra.answers.extend([None, second, Hanging()])
    async with kept(RENEWS_AT_ONCE, clock) as credentials:
        assert await credentials.authorization() == "Bearer token-1"
        await entra.next()
        await entra.next()
        assert await credentials.authorization() == "Bearer token-1"
        clock.ahead = HOUR + 1
        waiting = asyncio.create_task(credentials.authorization())
        second.set()
        assert await waiting == "Bearer token-2"


async def test_while_the_endpoint_is_down_the_old_token_is_used_until_its_end_and_then_none(
    entra: TokenServer, logged: Callable[[], str]
) -> None:
    clock = Clock()
    entra.answers.append(None)
    entra.always = Error(503)
    async with kept(RENEWS_AT_ONCE, clock) as credentials:
        for _ in range(4):
            await entra.next()
        assert await credentials.authorization() == "Bearer token-1"
        clock.ahead = HOUR + 1
        with pytest.raises(NoToken):
            await credentials.authorization()
        entra.always = None
        with contextlib.suppress(NoToken):  # of a try that was under way
            await credentials.authorization()
        assert (await credentials.authorization()).startswith("Bearer token-")
    gc.collect()
    assert "never retrieved" not in logged()


async def test_after_a_failure_no_send_hurries_the_next_try(entra: TokenServer) -> None:
    entra.always = Error(503)
    async with kept(Pace(first=60.0)) as credentials:
        with pytest.raises(NoToken):
            await credentials.authorization()
        done, waiting = await asyncio.wait([asyncio.create_task(credentials.authorization())], timeout=0.2)
        assert not done
        waiting.pop().cancel()
    assert entra.asked.qsize() == 1


async def test_a_refused_token_is_replaced_at_most_once_a_minute_and_by_one_fetch(entra: TokenServer) -> None:
    clock = Clock()
    async with kept(clock=clock) as credentials:
        assert await credentials.authorization() == "Bearer token-1"
        await credentials.refused()
        assert await credentials.authorization() == "Bearer token-1"
        clock.ahead = 61
        await asyncio.gather(*(credentials.refused() for _ in range(20)))
        await credentials.refused()
        assert await credentials.authorization() == "Bearer token-2"


async def test_a_refused_token_stays_where_there_is_no_other(entra: TokenServer) -> None:
    clock = Clock()
    async with kept(Pace(first=60.0), clock) as credentials:
        assert await credentials.authorization() == "Bearer token-1"
        clock.ahead, entra.always = 61, Error(503)
        await credentials.refused()
        assert await credentials.authorization() == "Bearer token-1"


def test_pauses_grow_with_failures_and_a_renewal_is_early_but_not_at_once() -> None:
    pace = Pace()
    assert 0.5 <= pace.try_again(1) <= 1.0
    assert 30.0 <= pace.try_again(10_000) <= 60.0
    assert HOUR - 450 <= pace.renew(HOUR) <= HOUR - 300
    assert pace.renew(0.0) == 60.0
    assert len({pace.renew(HOUR) for _ in range(10)}) > 1


@dataclass
class Channel:
    """A channel that takes only the tokens it knows, and the one that it sends away to."""

    takes: str
    elsewhere: str = ""
    shown: list[str | None] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        self.shown.append(request.headers.get("Authorization"))
        if self.elsewhere:
            return web.Response(status=307, headers={"Location": self.elsewhere})
        return web.json_response({"id": "1"}, status=201 if self.shown[-1] == self.takes else 401)


@contextlib.asynccontextmanager
async def served(channel: Channel) -> AsyncIterator[ChannelRequest]:
    app = web.Application()
    app.router.add_post("/", channel.take)
    async with TestServer(app) as server:
        yield ChannelRequest("POST", str(server.make_url("/")), {}, "a:chat")


async def test_a_token_that_the_channel_refuses_is_replaced_and_the_message_sent_again_once(entra: TokenServer) -> None:
    clock, channel = Clock(), Channel("Bearer token-2")
    async with served(channel) as request, kept(clock=clock) as credentials, Connector(credentials=credentials) as connector:
        assert await credentials.authorization() == "Bearer token-1"
        clock.ahead = 61
        assert (await connector.send(request)).status == 201
        channel.takes = "none"
        assert (await connector.send(request)).status == 401
    assert channel.shown == ["Bearer token-1", *["Bearer token-2"] * 3]


async def test_nothing_is_sent_without_a_token(entra: TokenServer) -> None:
    entra.always, channel = Error(503), Channel("none")
    async with served(channel) as request, kept(Pace(first=60.0)) as credentials, Connector(credentials=credentials) as connector:
        assert (await connector.send(request)).status is None
    assert channel.shown == []


async def test_a_token_is_not_carried_to_where_a_channel_redirects(entra: TokenServer) -> None:
    there = Channel("none")
    async with (
        served(there) as elsewhere,
        served(Channel("none", elsewhere.url)) as request,
        kept() as credentials,
        Connector(credentials=credentials) as connector,
    ):
        assert (await connector.send(request)).status == 307
    assert there.shown == []


def password(key: rsa.RSAPrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"password"))


def elliptic(_key: rsa.RSAPrivateKey) -> bytes:
    made = ec.generate_private_key(ec.SECP256R1())
    return made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + certified(made)


UNFIT: list[tuple[Callable[[rsa.RSAPrivateKey], bytes], str]] = [
    (lambda key: b"", "no private key"),
    (lambda key: b"\xff\x00", "no private key"),
    (certified, "no private key"),
    (private, "no certificate"),
    (lambda key: private(key) + b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "no certificate"),
    (password, "password"),
    (elliptic, "not RSA"),
    (lambda key: private(key) + certified(rsa.generate_private_key(65537, 2048)), "do not belong together"),
    (lambda key: private(key) + certified(key, -10, -1), "ended on"),
    (lambda key: private(key) + certified(key, 1, 2), "not valid before"),
]


@pytest.mark.parametrize(("pem", "fault"), UNFIT)
def test_an_unfit_certificate_stops_the_start_with_its_fault(
    key: rsa.RSAPrivateKey, tmp_path: Path, pem: Callable[[rsa.RSAPrivateKey], bytes], fault: str
) -> None:
    file = tmp_path / "app.pem"
    file.write_bytes(pem(key))
    with pytest.raises(CannotStart, match=fault) as told:
        token_source(settings(app_secret="", app_certificate=file))
    assert str(told.value).startswith(f"ASSISTANT_APP_CERTIFICATE: {file} ")


def test_a_chain_in_any_order_is_taken(key: rsa.RSAPrivateKey, tmp_path: Path) -> None:
    file = tmp_path / "app.pem"
    file.write_bytes(certified(rsa.generate_private_key(65537, 2048)) + certified(key) + private(key))
    assert token_source(settings(app_secret="", app_certificate=file)) is not None
