"""The endpoint: what it takes, and what it refuses with which reason."""

import asyncio
import gzip
import json
from typing import Any

import pytest
from aiohttp import ClientSession, web
from structlog.testing import capture_logs

from bot.msteams.door.guard import DevelopmentGuard
from bot.startup import InvokeAnswer
from bot.web import make_app
from tests.chat import Chat

JSON = {"Content-Type": "application/json"}


async def post(chat: Chat, body: bytes, headers: dict[str, str] = JSON) -> tuple[int, str]:
    response = await chat.client.post("/api/messages", data=body, headers=headers)
    return response.status, (await response.json())["error"]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"\xff\xfe", b"[]", b"7", b'"text"', b"null", b'{"a": NaN}', b'{"a": Infinity}', b'{"a": 1e999}',
        b'{"a": ' + b"9" * 5000 + b"}", b"[" * 100_000, b'{"a":' * 50_000, b'{"a":' + b"[" * 33 + b"]" * 33 + b"}",
        b'{"type": "message\\u0000"}', b'{"type": "\\ud800"}', b"\xef\xbb\xbf{}", json.dumps({"type": "message"}).encode("utf-16"),
    ],
)  # fmt: skip
async def test_a_body_that_is_no_sound_json_object_is_refused(chat: Chat, body: bytes) -> None:
    status, reason = await post(chat, body)
    assert status == 400
    assert reason.endswith(".")


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        ("type", None, "activity.type is missing."),
        ("type", 7, "activity.type must be text of at most 100 characters."),
        ("serviceUrl", "", "activity.serviceUrl is missing."),
        ("from", [], "activity.from is missing."),
        ("from", [1], "activity.from must be an object."),
        ("from", {"id": {"a": 1}}, "activity.from.id must be text of at most 512 characters."),
        ("conversation", {"id": "x" * 513}, "activity.conversation.id must be text of at most 512 characters."),
        ("conversation", {"id": "x", "isGroup": "yes"}, "activity.conversation.isGroup must be true or false."),
        ("entities", {"0": 1}, "activity.entities must be a list of at most 500."),
        ("entities", [{"mentioned": 7}], "activity.entities[0].mentioned must be an object."),
        ("text", ["hello"], "activity.text must be text of at most 262144 characters."),
        ("channelData", {"tenant": {"id": 7}}, "activity.channelData.tenant.id must be text of at most 512 characters."),
    ],
)
async def test_a_misshapen_activity_is_refused_naming_the_member(chat: Chat, place: str, value: object, reason: str) -> None:
    assert await chat.deliver(chat.activity(**{place: value})) == (400, {"error": reason})


async def test_an_emoji_written_as_two_escapes_is_sound(chat: Chat) -> None:
    body = json.dumps(chat.activity(text="good 😀 morning")).encode("ascii")
    assert (await chat.client.post("/api/messages", data=body, headers=JSON)).status == 200
    assert (await chat.connector.next()).text == "You said good 😀 morning."


@pytest.mark.parametrize("charset", ["utf-16", "punycode", "idna", "nonsense"])
async def test_the_body_is_utf_8_whatever_the_charset_says(chat: Chat, charset: str) -> None:
    body = json.dumps(chat.activity(text="grün"), ensure_ascii=False).encode()
    headers = {"Content-Type": f"application/json; charset={charset}"}
    assert (await chat.client.post("/api/messages", data=body, headers=headers)).status == 200
    assert (await chat.connector.next()).text == "You said grün."


@pytest.mark.parametrize("headers", [{"Content-Type": "text/plain"}, {"Content-Type": "application/xml"}, {"Content-Type": ""}])
async def test_another_content_type_is_refused(chat: Chat, headers: dict[str, str]) -> None:
    assert (await post(chat, b"{}", headers))[0] == 415


async def test_a_compressed_body_is_refused(chat: Chat) -> None:
    assert (await post(chat, gzip.compress(b"{}"), JSON | {"Content-Encoding": "gzip"}))[0] == 415


async def test_a_body_that_is_too_large_is_refused(chat: Chat) -> None:
    assert (await post(chat, b" " * (256 * 1024 + 1)))[0] == 413


async def test_a_body_without_an_end_is_refused_when_it_is_too_large(chat: Chat) -> None:
    async def pieces():
        for _ in range(300):
            yield b" " * 1024

    response = await chat.client.post("/api/messages", data=pieces(), headers=JSON)
    assert (response.status, await response.json()) == (413, {"error": "The body is larger than 256 kB."})


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
async def test_another_method_is_refused(chat: Chat, method: str) -> None:
    response = await chat.client.request(method, "/api/messages")
    assert (response.status, response.headers["Allow"]) == (405, "POST")
    assert await response.json() == {"error": "/api/messages takes POST."}


async def test_an_unknown_path_is_not_found(chat: Chat) -> None:
    response = await chat.client.get("/nothing")
    assert (response.status, await response.json()) == (404, {"error": "Not Found."})


async def test_health_says_that_it_lives(chat: Chat) -> None:
    response = await chat.client.get("/health")
    assert (response.status, await response.json()) == (200, {"status": "alive"})


@pytest.mark.parametrize(
    "url",
    [
        "https://smba.trafficmanager.net/uk/",
        "http://10.0.0.1/",
        "http://127.0.0.1@example.com/",
        "http://user:pw@127.0.0.1/",
        "ftp://127.0.0.1/",
        "http://127.0.0.1.example.com/",
        "http://127.0.0.1:0/",
        "http://127.0.0.1:70000/",
        "http://[::2]/",
        "http://127.0.0.1/{x}",
        "127.0.0.1",
        "http://127.0.0.1/ HTTP/1.1\r\nX: y",
        "http://127.0.0.1/?a=b",
        "http://127.0.0.1/#a",
        "http://",
        "http://2130706433/",
        "//127.0.0.1/",
    ],
)
async def test_a_reply_never_leaves_this_machine(chat: Chat, url: str) -> None:
    assert await chat.deliver(chat.activity(text="hello", serviceUrl=url)) == (403, {"error": "Forbidden."})


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "10.0.0.1"},
        {"x-forwarded-for": ""},
        {"Forwarded": "for=10.0.0.1"},
        {"Host": "assistant.example.com"},
        {"Host": "127.0.0.1.example.com:3978"},
        {"Host": "127.0.0.1@example.com"},
        {"Host": "[::1"},
        {"Host": ""},
    ],
)
async def test_development_mode_answers_nobody_through_a_proxy_or_under_another_name(chat: Chat, headers: dict[str, str]) -> None:
    assert await chat.deliver(chat.activity(text="hello"), headers=headers) == (403, {"error": "Forbidden."})
    assert await chat.deliver(None, headers=headers) == (403, {"error": "Forbidden."})


@pytest.mark.parametrize("host", ["localhost:3978", "127.0.0.1", "[::1]:3978"])
async def test_development_mode_answers_this_machine_under_its_own_names(chat: Chat, host: str) -> None:
    assert await chat.deliver(chat.activity(text="hello"), headers={"Host": host}) == (200, {})


async def test_a_backslash_before_a_u0000_that_somebody_typed_is_no_nul(chat: Chat) -> None:
    assert (await chat.says("what is \\u0000 in C?")).text == "You said what is \\u0000 in C?."
    assert await chat.deliver(chat.activity(text="\\\0")) == (400, {"error": "The body holds a NUL character."})


class NoProcessor:
    """For requests that never become an activity."""

    async def process(self, shaped: dict[str, Any]) -> InvokeAnswer | None:
        """Never called."""
        raise AssertionError(shaped)


async def nothing_to_tell() -> dict[str, str]:
    """No part is asked whether it is ready."""
    return {}


async def sends(port: int | None, request: bytes, *, hangs_up: bool = False) -> bytes:
    """Bytes on the wire, as no client library would send them: what comes back."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + request)
    await writer.drain()
    if hangs_up:
        await asks_health(port)  # by then the endpoint waits for the rest
        writer.close()
        await asks_health(port)  # by then it knows that none will come
        return b""
    answer = await asyncio.wait_for(reader.read(2000), 5)
    writer.close()
    return answer


async def asks_health(port: int | None) -> None:
    """One more request, which is answered after what came before it was looked at."""
    async with ClientSession() as client, client.get(f"http://127.0.0.1:{port}/health") as response:
        assert response.status == 200


async def test_a_body_that_never_arrives_whole_is_refused_in_time(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.web.PATIENCE", 0.1)
    answer = await sends(chat.client.port, b"Content-Length: 100\r\n\r\n{")
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"Send it again" in answer


@pytest.mark.parametrize("encoding", [b"br", b"zstd", b"deflate", b"nonsense"])
async def test_no_compression_is_even_tried(chat: Chat, encoding: bytes) -> None:
    answer = await sends(chat.client.port, b"Content-Encoding: " + encoding + b"\r\nContent-Length: 2\r\n\r\n{}")
    assert answer.startswith(b"HTTP/1.1 415 ")
    assert b"not compressed" in answer


async def test_a_sender_who_hangs_up_leaves_no_traceback(unused_tcp_port: int, caplog: pytest.LogCaptureFixture) -> None:
    runner = web.AppRunner(
        make_app(NoProcessor(), DevelopmentGuard(), nothing_to_tell)
    )  # aiohttp's test server would cancel the handler, which its real one does not
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", unused_tcp_port).start()
    with capture_logs() as logs:
        await sends(unused_tcp_port, b"Content-Length: 100\r\n\r\n{", hangs_up=True)
        await runner.cleanup()
    assert [log["reason"] for log in logs] == ["The body ended too early. Send it again, whole."]
    assert not [record for record in caplog.records if record.exc_info]


async def test_the_log_of_broken_http_holds_nobodys_words(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    assert (await sends(chat.client.port, b"Transfer-Encoding: chunked\r\n\r\n3\r\nmy salary\r\n")).startswith(b"HTTP/1.0 400 ")
    assert "no sound HTTP" in caplog.text
    assert "salary" not in caplog.text
