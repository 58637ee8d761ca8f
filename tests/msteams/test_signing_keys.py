"""The signing keys: a new one is met at once, old ones outlive a key server that is away, and nobody can make us ask without end."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from aiohttp import web
from jwt.algorithms import RSAAlgorithm

from bot.msteams.door import signing_keys
from tests.key_server import KeyServer, part, published, signing_key
from tests.msteams.door import Door, opened

MINUTE, DAY = 60.0, 24 * 3600.0


async def ready(door: Door) -> tuple[int, str]:
    """What /ready says of the keys."""
    async with door.client.get("/ready") as response:
        return response.status, (await response.json())["keys"]


async def test_the_first_request_waits_for_the_first_keys(keys: KeyServer) -> None:
    keys.hangs()
    async with opened(keys) as door:
        assert await ready(door) == (503, "never fetched")
        knocking = asyncio.create_task(door.knock_with())
        keys.hangs(False)
        assert await knocking == 200
        assert await ready(door) == (200, "ready")


async def test_a_new_key_is_met_at_once_and_a_withdrawn_one_no_more(door: Door) -> None:
    assert await door.knock_with() == 200
    door.keys.keys = [published("next")]
    door.clock.now += MINUTE
    assert await door.knock_with("next") == 200
    assert await door.knock_with() == 401


async def test_a_remembered_token_falls_with_its_key(door: Door) -> None:
    bearer = f"Bearer {door.token()}"
    assert await door.knock(bearer) == 200
    door.keys.keys = [published("next")]
    door.clock.now += MINUTE
    await door.knock_with("next")
    assert await door.knock(bearer) == 401


async def test_a_key_replaced_under_its_own_id_is_another_key(door: Door) -> None:
    assert await door.knock_with() == 200
    door.keys.keys = [published("other", kid="current"), published("next")]
    door.clock.now += MINUTE
    assert await door.knock_with("next") == 200
    assert await door.knock_with() == 401


async def test_a_flood_of_unknown_keys_asks_once_a_minute(door: Door) -> None:
    assert await door.knock_with() == 200
    for minute in range(1, 4):
        door.clock.now += MINUTE
        for _ in range(2):
            assert set(await asyncio.gather(*(door.knock_with("stranger", jti=str(number)) for number in range(50)))) == {401}
        assert door.keys.fetches == 1 + minute
    assert await door.knock_with() == 200


async def test_a_flood_at_a_key_server_that_hangs_keeps_nobody_else_waiting(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await door.knock_with() == 200
    door.keys.hangs()
    door.clock.now += MINUTE
    flood = [asyncio.create_task(door.knock_with("stranger", jti=str(number))) for number in range(50)]
    await door.keys.asked(2)
    assert await door.knock_with(jti="not the remembered one") == 200
    assert not [knock for knock in flood if knock.done()]
    door.keys.hangs(False)
    assert set(await asyncio.gather(*flood)) == {401}
    assert door.keys.fetches == 2


async def test_nobody_waits_long_for_a_key_server_that_hangs(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing_keys, "PATIENCE", 0.05)
    await door.knock_with()
    door.keys.hangs()
    door.clock.now += MINUTE
    async with asyncio.timeout(5):  # well before the fetch gives up
        assert await door.knock_with("stranger") == 401
    assert await door.knock_with() == 200


def fails(status: int, text: str = "", **headers: str) -> Callable[[KeyServer], None]:
    return lambda keys: keys.fails(status, text, **headers)


def has(*listed: Any) -> Callable[[KeyServer], None]:
    return lambda keys: setattr(keys, "keys", list(listed))


def says(**members: Any) -> Callable[[KeyServer], None]:
    return lambda keys: keys.document.update(members)


TROUBLE: dict[str, Callable[[KeyServer], None]] = {
    "500": fails(500),
    "404": fails(404),
    "204": fails(204),
    "html": fails(200, "<html>Sign in</html>"),
    "a list": fails(200, "[]"),
    "nested without end": fails(200, "[" * 100_000),
    "no UTF-8": lambda keys: setattr(keys, "answer", web.Response(body=b"\xff\xfe{")),
    "too large": says(padding=" " * (2 * 1024 * 1024)),
    "a redirect": fails(302, Location="https://evil.example/openid"),
    "no keys": has(),
    "keys elsewhere": says(jwks_uri="http://127.0.0.2:9/keys"),
    "keys at a path": says(jwks_uri="/keys"),
    "keys at no address": says(jwks_uri=7),
    "a key of another type": has(published("next", kty="EC")),
    "a key that encrypts": has(published("next", use="enc")),
    "a short key": has(published("next", n=part(b"\xff" * 64))),
    "a key that is too long": has(published("next", n=part(b"\xff" * 2048))),
    "a key with a huge exponent": has(published("next", e=part(b"\xff" * 255))),
    "a private key to be factored, which takes seconds": has(published("next", n=part(b"\xff" * 2048), d=part(b"\xfe" * 2048))),
    "a broken key": has(published("next", n="?"), {"kid": "next"}, None, [1], published("next", n=7)),
    "a key without an id": has(published("next", kid=None)),
    "a private key": has(published("next", **RSAAlgorithm.to_jwk(signing_key("next"), as_dict=True))),
}  # fmt: skip


@pytest.mark.parametrize("trouble", TROUBLE.values(), ids=TROUBLE)
async def test_old_keys_are_kept_five_days_while_the_key_server_is_in_trouble(door: Door, trouble: Callable[[KeyServer], None]) -> None:
    assert await door.knock_with() == 200
    trouble(door.keys)
    for _ in range(4):
        door.clock.now += DAY
        assert await door.knock_with("next") == 401
        assert await door.knock_with() == 200
        assert await ready(door) == (200, "ready")
    door.clock.now += DAY + MINUTE
    assert await door.knock_with() == 401
    assert await ready(door) == (503, "not renewed for five days")


@pytest.mark.parametrize("path", ["/keys", "/moved"])
async def test_keys_of_another_host_are_never_taken(door: Door, path: str) -> None:
    async with KeyServer([published("next")]) as elsewhere:
        host = elsewhere if path == "/keys" else door.keys
        door.keys.moved_to = elsewhere.at("/keys")
        door.keys.document["jwks_uri"] = host.at(path)
        door.clock.now += MINUTE
        assert await door.knock_with("next") == 401
        assert door.keys.fetches == 2


async def test_keys_come_back_with_the_key_server(door: Door) -> None:
    await door.knock_with()
    door.keys.fails(503)
    door.clock.now += 6 * DAY
    assert await door.knock_with() == 401
    door.keys.answer = None
    door.clock.now += MINUTE
    assert await door.knock_with() == 200


async def test_a_key_server_that_is_not_there_keeps_nothing_from_starting(door: Door, keys: KeyServer, unused_tcp_port: int) -> None:
    async with opened(keys, keys_url=f"http://127.0.0.1:{unused_tcp_port}/openid", waits=False) as without:
        assert await without.knock_with() == 401
        assert await ready(without) == (503, "never fetched")


async def test_keys_are_renewed_without_anybody_asking(keys: KeyServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing_keys, "DAILY", 0.0)
    monkeypatch.setattr(signing_keys, "AT_MOST_EVERY", 0.0)
    async with opened(keys):
        await keys.asked(5)


async def test_algorithms_are_those_that_the_key_server_names_and_never_symmetric_ones(keys: KeyServer) -> None:
    keys.document["id_token_signing_alg_values_supported"] = ["PS256", "HS256", "none"]
    async with opened(keys) as door:
        assert await door.knock(f"Bearer {door.token(algorithm='PS256')}") == 200
        assert await door.knock(f"Bearer {door.token()}") == 401
