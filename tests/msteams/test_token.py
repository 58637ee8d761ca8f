"""Who may speak: every way of forging a token is answered by 401, and none by a fault of ours."""

import asyncio
import hmac
import time
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import ECAlgorithm

from bot.msteams.door import token as token_module
from tests.key_server import ANOTHER, APP, SERVICE, claims, part, published, signed, signing_key
from tests.msteams.door import Door

NOW = time.time()


def said(**changed: Any) -> dict[str, Any]:
    """The claims of a sound token with some changed; one that is None is left out."""
    return {name: value for name, value in (claims(APP, SERVICE) | changed).items() if value is not None}


def with_claims(**changed: Any) -> str:
    return signed(said(**changed))


def with_header(**header: Any) -> str:
    return signed(said(), **header)


def unsigned(algorithm: Any, signature: bytes = b"") -> str:
    return f"{part({'alg': algorithm, 'kid': 'current', 'typ': 'JWT'})}.{part(said())}.{part(signature)}"


def with_public_key_as_secret(encoding: Encoding) -> str:
    secret = signing_key("current").public_key().public_bytes(encoding, PublicFormat.SubjectPublicKeyInfo)
    start = f"{part({'alg': 'HS256', 'kid': 'current'})}.{part(said())}"
    return f"{start}.{part(hmac.digest(secret, start.encode(), 'sha256'))}"


def by_curve() -> str:
    start = f"{part({'alg': 'ES256', 'kid': 'current'})}.{part(said())}"
    return f"{start}.{part(ECAlgorithm(ECAlgorithm.SHA256).sign(start.encode(), generate_private_key(SECP256R1())))}"


def tampered(**changed: Any) -> str:
    """A sound token whose claims were changed after it was signed."""
    header, _, signature = signed(said()).split(".")
    return f"{header}.{part(said(**changed))}.{signature}"


TOKENS: dict[str, tuple[int, Callable[[], str]]] = {
    "sound": (200, lambda: signed(said())),
    "expired a little, as clocks may differ": (200, lambda: with_claims(exp=int(time.time()) - 200)),
    "not yet valid by a little": (200, lambda: with_claims(nbf=int(time.time()) + 200)),
    "expired": (401, lambda: with_claims(exp=int(NOW) - 400)),
    "not yet valid": (401, lambda: with_claims(nbf=int(NOW) + 900)),
    "issued in the future": (401, lambda: with_claims(iat=int(NOW) + 900)),
    "no exp": (401, lambda: with_claims(exp=None)),
    "exp is text": (401, lambda: with_claims(exp="tomorrow")),
    "exp is null": (401, lambda: signed(said() | {"exp": None})),
    "exp is a list": (401, lambda: with_claims(exp=[int(NOW) + 900])),
    "exp is infinite": (401, lambda: with_claims(exp=float("inf"))),
    "no iss": (401, lambda: with_claims(iss=None)),
    "no aud": (401, lambda: with_claims(aud=None)),
    "another audience": (401, lambda: with_claims(aud=ANOTHER)),
    "audience in capitals": (401, lambda: with_claims(aud=APP.upper())),
    "a list of audiences": (401, lambda: with_claims(aud=[APP, ANOTHER])),
    "another issuer": (401, lambda: with_claims(iss="https://api.botframework.us")),
    "an issuer that begins alike": (401, lambda: with_claims(iss="https://api.botframework.com.evil.example")),
    "an issuer with a slash": (401, lambda: with_claims(iss="https://api.botframework.com/")),
    "a list of issuers": (401, lambda: with_claims(iss=["https://api.botframework.com"])),
    "emulator, v1": (401, lambda: with_claims(iss="https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", appid=APP)),
    "emulator, v2": (401, lambda: with_claims(iss="https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0", azp=APP)),
    "skill, v1": (401, lambda: with_claims(iss="https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/", ver="1.0", appid=ANOTHER)),
    "skill, v2": (401, lambda: with_claims(iss="https://login.microsoftonline.com/common/v2.0", ver="2.0", azp=ANOTHER)),
    "no serviceurl": (401, lambda: with_claims(serviceurl=None)),
    "empty serviceurl": (401, lambda: with_claims(serviceurl="")),
    "serviceurl is a list": (401, lambda: with_claims(serviceurl=[SERVICE])),
    "serviceurl with user info": (401, lambda: with_claims(serviceurl="https://a:b@smba.trafficmanager.net/uk/")),
    "claims changed afterwards": (401, lambda: tampered(serviceurl="https://evil.example/")),
    "signature cut off": (401, lambda: signed(said()).rpartition(".")[0] + "."),
    "signature of another token": (401, lambda: f"{signed(said()).rpartition('.')[0]}.{with_claims(jti='1').rpartition('.')[2]}"),
    "another's key under a known id": (401, lambda: signed(said(), "stranger", kid="current")),
    "unknown key": (401, lambda: signed(said(), "stranger")),
    "no key id": (401, lambda: with_header(kid=None)),
    "key id is a number": (401, lambda: with_header(kid=7)),
    "key id is a list": (401, lambda: with_header(kid=["current"])),
    "key id is a path": (401, lambda: with_header(kid="../current")),
    "key brought along": (401, lambda: signed(said(), "stranger", jwk=published("stranger"), kid="brought")),
    "key from elsewhere": (401, lambda: signed(said(), "stranger", jku="http://127.0.0.1:9/keys", kid="elsewhere")),
    "critical extension": (401, lambda: with_header(crit=["exp"])),
    "alg none": (401, lambda: unsigned("none")),
    "alg none with a signature": (401, lambda: unsigned("none", b"x")),
    "alg None": (401, lambda: unsigned("None", b"x")),
    "alg nOnE": (401, lambda: unsigned("nOnE", b"x")),
    "alg empty": (401, lambda: unsigned("", b"x")),
    "alg null": (401, lambda: unsigned(None, b"x")),
    "alg is a list": (401, lambda: unsigned(["RS256"], b"x")),
    "HS256 with the public key, PEM": (401, lambda: with_public_key_as_secret(Encoding.PEM)),
    "HS256 with the public key, DER": (401, lambda: with_public_key_as_secret(Encoding.DER)),
    "RS512": (401, lambda: signed(said(), algorithm="RS512")),
    "PS256": (401, lambda: signed(said(), algorithm="PS256")),
    "ES256": (401, by_curve),
    "header is a list": (401, lambda: f"{part(['RS256'])}.{part(said())}.eA"),
    "header is deep": (401, lambda: f"{part(b'[' * 5000)}.e30.eA"),
    "header holds an endless number": (401, lambda: part(b'{"n":' + b"9" * 5000 + b"}") + ".e30.eA"),
    "claims are a list": (401, lambda: signed([said()])),
    "five parts, as if encrypted": (401, lambda: f"{signed(said())}.a.b"),
    "two parts": (401, lambda: signed(said()).rpartition(".")[0]),
    "empty parts": (401, lambda: ".."),
    "standard base64": (401, lambda: signed(said()).replace(".", "+/.", 1)),
}  # fmt: skip


@pytest.mark.parametrize(("expected", "made"), TOKENS.values(), ids=TOKENS)
async def test_a_token_is_judged(door: Door, expected: int, made: Callable[[], str]) -> None:
    assert await door.knock(f"Bearer {made()}") == expected
    assert len(door.came_in) == (expected == 200)


HEADERS: dict[str, tuple[int, Callable[[str], tuple[str, ...]]]] = {
    "none": (401, lambda token: ()),
    "empty": (401, lambda token: ("",)),
    "lower case scheme": (200, lambda token: (f"bearer {token}",)),
    "the token alone": (401, lambda token: (token,)),
    "the scheme alone": (401, lambda token: ("Bearer",)),
    "Bearer twice in one": (401, lambda token: (f"Bearer Bearer {token}",)),
    "two headers": (401, lambda token: (f"Bearer {token}", f"Bearer {token}")),
    "two in one header": (401, lambda token: (f"Bearer {token}, Bearer {token}",)),
    "Basic": (401, lambda token: ("Basic YTpi",)),
    "Basic with the token": (401, lambda token: (f"Basic {token}",)),
    "two spaces": (401, lambda token: (f"Bearer  {token}",)),
    "a tab": (401, lambda token: (f"Bearer\t{token}",)),
    "no space": (401, lambda token: (f"Bearer{token}",)),
    "in quotes": (401, lambda token: (f'Bearer "{token}"',)),
    "something after it": (401, lambda token: (f"Bearer {token} x",)),
    "not ASCII": (401, lambda token: (f"Bearer {token}é",)),
    "full-width letters": (401, lambda token: (f"Ｂearer {token}",)),
    "larger than HTTP allows": (400, lambda token: ("Bearer " + "a" * 2**20,)),
    "as large as HTTP allows": (401, lambda token: (f"Bearer {'a' * 2500}.{'b' * 2500}.{'c' * 2500}",)),
}


@pytest.mark.parametrize(("expected", "made"), HEADERS.values(), ids=HEADERS)
async def test_a_header_is_judged(door: Door, expected: int, made: Callable[[str], tuple[str, ...]]) -> None:
    headers = [("Authorization", value) for value in made(signed(said()))]
    async with door.client.post("/api/messages", json={}, headers=headers) as response:
        assert response.status == (400 if expected == 200 else expected)  # let in, it is an activity without members
        assert response.headers.get("WWW-Authenticate") == ("Bearer" if expected == 401 else None)


async def test_who_is_not_let_in_is_told_so_before_the_body_is_there(door: Door) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", door.client.port)
    writer.write(b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 200000\r\n\r\n")
    assert b" 401 " in await asyncio.wait_for(reader.readline(), 5)
    writer.close()


async def test_the_log_says_why_and_holds_nothing_of_the_token(door: Door, capsys: pytest.CaptureFixture[str]) -> None:
    forged = with_claims(aud="secret-words")
    await door.knock(f"Bearer {forged}")
    logged = capsys.readouterr().out
    assert "InvalidAudienceError" in logged
    assert not [part for part in ("secret-words", *forged.split(".")) if part in logged]


async def test_a_remembered_token_is_refused_when_its_time_is_over(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    late = f"Bearer {with_claims(exp=int(time.time()) - 200)}"
    assert await door.knock(late) == 200
    monkeypatch.setattr(token_module, "LEEWAY", 100)
    assert await door.knock(late) == 401


async def test_a_remembered_token_is_not_verified_again(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    bearer = f"Bearer {signed(said())}"
    assert await door.knock(bearer) == 200
    monkeypatch.delattr(token_module.jwt, "decode")
    assert [await door.knock(bearer), await door.knock(f"Bearer {with_claims(jti='new')}")] == [200, 401]


async def test_only_so_many_tokens_are_remembered(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(token_module, "MOST", 2)
    bearers = [f"Bearer {with_claims(jti=str(number))}" for number in range(3)]
    assert [await door.knock(bearer) for bearer in bearers] == [200, 200, 200]
    monkeypatch.delattr(token_module.jwt, "decode")
    assert [await door.knock(bearer) for bearer in bearers] == [401, 200, 200]
