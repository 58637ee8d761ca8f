"""The log of a real process: a line for each turn, and nobody's words, whatever goes wrong."""

import asyncio
import json
import os
import re
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.settings import PROJECT, Settings
from tests.chat import BOT, Chat
from tests.connector import LocalConnector

WAIT = 20
PROGRAM = """
import asyncio
import sys
from aiohttp import web
from bot.logs import log_to_stderr
from bot.settings import Settings
from bot.wiring import make_application
from tests.fakes import FakeAssistant

def fails(said):
    raise ValueError(said)

class Careless(FakeAssistant):
    def answer(self, turn):
        said = getattr(turn.arrived, "text", "")
        if said.startswith("later"):
            loops[0].call_soon_threadsafe(fails, said)
        if said.startswith("fail"):
            try:
                raise KeyError(said)
            except KeyError as cause:
                raise ValueError(f"nobody knows {said}", turn) from cause
        return super().answer(turn)

settings = Settings(_env_file=None, development=True, log_level="debug", log_format=sys.argv[1], database=sys.argv[2])
log_to_stderr(settings)
port = int(sys.argv[3])
loops = []

async def begin(_app):
    loops.append(asyncio.get_running_loop())

app = make_application(settings, lambda _: Careless())
app.on_startup.append(begin)
web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=lambda *_: print("up", flush=True), shutdown_timeout=2)
"""
PRIVATE = "Quillfeather owes the bursar 4711 pounds"
NOT_TO_BE_FOUND = re.compile(r"quillfeather|bursar|4711|alex|a-tenant|a:chat|28:the-bot|mumblecrust", re.IGNORECASE)
MENTION = [{"type": "mention", "text": f"<at>{PRIVATE}</at>", "mentioned": {"id": BOT, "name": PRIVATE}}]


@asynccontextmanager
async def running(log_format: str, settings: Settings, port: int) -> AsyncIterator[Process]:
    """The bot in a process of its own, with all that can make it talkative."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", PROGRAM, log_format, str(settings.database), str(port)),
        cwd=PROJECT, env=os.environ | {"PYTHONASYNCIODEBUG": "1"}, stdout=PIPE, stderr=PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert await asyncio.wait_for(process.stdout.readline(), WAIT) == b"up\n"
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def written(process: Process) -> str:
    """All it wrote, once it has ended."""
    process.terminate()
    return "".join(part.decode() for part in await asyncio.wait_for(process.communicate(), WAIT))


async def tell_private_things(chat: Chat, port: int) -> None:
    """Through every way in, sound and unsound."""
    await chat.says(f"remember {PRIVATE}")
    await chat.says(f"hello {PRIVATE}", entities=MENTION, locale=PRIVATE[:10])
    await chat.deliver(chat.activity(text=f"fail {PRIVATE}"))
    await chat.connector.next()
    await chat.says(f"later {PRIVATE}")
    await chat.says(PRIVATE * 1000)
    await chat.executes(PRIVATE, {"note": PRIVATE, "evidence": [PRIVATE]})
    await chat.connector.next()
    await chat.executes("forget", {"note": PRIVATE})
    await chat.connector.next()
    await chat.executes("fail", {"note": PRIVATE})
    await chat.deliver(chat.activity("messageUpdate", text=PRIVATE, channelData={"eventType": "editMessage"}))
    await chat.deliver(chat.activity("invoke", name="composeExtension/query", value={"parameters": [{"name": "q", "value": PRIVATE}]}))
    await chat.deliver(chat.activity("invoke", name=PRIVATE, value=PRIVATE))
    await chat.deliver(chat.activity("invoke", name="message/submitAction", value={"actionValue": {"feedback": PRIVATE}}))
    await chat.deliver(chat.activity(PRIVATE, text=PRIVATE))
    await chat.deliver(chat.activity(text=[PRIVATE]))
    await chat.deliver({PRIVATE: PRIVATE})
    await chat.deliver(chat.activity(text=PRIVATE, serviceUrl=f"https://example.com/{PRIVATE}"))
    await chat.deliver(chat.activity(text=PRIVATE) | {"from": {"id": PRIVATE * 20}})
    await chat.client.post("/api/messages", data=f'{{"text": "{PRIVATE}'.encode(), headers={"Content-Type": "application/json"})
    await chat.client.post(
        "/api/messages", data=PRIVATE.encode(), headers={"Content-Type": f"text/{PRIVATE[:5]}", "Authorization": PRIVATE}
    )
    await chat.client.get(f"/{PRIVATE}?{PRIVATE}", headers={"Cookie": PRIVATE, "X-Forwarded-For": PRIVATE})
    for wire in (
        PRIVATE,
        f"POST /api/messages HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{PRIVATE}\r\n",
        f"GET / HTTP/9\r\n{PRIVATE}",
    ):
        await send(port, wire.encode())
    chat.connector.answer(500, X_Said=PRIVATE)
    await chat.deliver(chat.activity(text=f"lost {PRIVATE}"))
    chat.connector.answer(413, X_Said=PRIVATE)
    await chat.deliver(chat.activity(text="grade 5"))
    await chat.says("last")


async def send(port: int, wire: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(wire + b"\r\n\r\n")
    writer.write_eof()
    await asyncio.wait_for(reader.read(), WAIT)
    writer.close()


@pytest.mark.parametrize("log_format", ["json", "text"])
async def test_nobodys_words_names_and_ids_are_in_the_log_whatever_goes_wrong(
    settings: Settings, connector: LocalConnector, unused_tcp_port: int, log_format: str
) -> None:
    async with running(log_format, settings, unused_tcp_port) as process, ClientSession(f"http://127.0.0.1:{unused_tcp_port}") as client:
        await tell_private_things(Chat(client, connector), unused_tcp_port)
        out = await written(process)
    assert process.returncode == 0
    assert "turn failed" in out
    assert "builtins.ValueError" in out
    assert "Exception in callback" in out
    assert "dead letter" in out
    assert NOT_TO_BE_FOUND.findall(out) == []


def lines_of(out: str, event: str) -> list[dict[str, Any]]:
    return [line for line in map(json.loads, out.splitlines()) if line["event"] == event]


async def test_what_is_logged_of_a_reply_carries_its_own_turn_whatever_was_sent_before_it(
    settings: Settings, connector: LocalConnector, unused_tcp_port: int
) -> None:
    async with running("json", settings, unused_tcp_port) as process, ClientSession(f"http://127.0.0.1:{unused_tcp_port}") as client:
        chat = Chat(client, connector)
        connector.hanging.add(chat.conversation)
        connector.answer(400, 400)
        for said in ("one", "two"):
            await chat.deliver(chat.activity(text=said))
        connector.release()
        for _ in range(2):
            await connector.begun()
        out = await written(process)
    turns = [line["turn"] for line in lines_of(out, "turn")]
    assert len(set(turns)) == 2
    assert [line["turn"] for line in lines_of(out, "not sent")] == turns


async def test_every_turn_has_one_line_with_its_kind_reading_status_and_time(
    settings: Settings, connector: LocalConnector, unused_tcp_port: int
) -> None:
    async with running("json", settings, unused_tcp_port) as process, ClientSession(f"http://127.0.0.1:{unused_tcp_port}") as client:
        chat = Chat(client, connector)
        await chat.says("remember the budget")
        await chat.executes("forget")
        await chat.connector.next()
        await chat.deliver(chat.activity("invoke", name="mumblecrust"))
        await chat.deliver(chat.activity("mumblecrust"))
        await chat.deliver(chat.activity(text="fail now"))
        sent = await chat.connector.next()
        out = await written(process)
    told = [{name: line.get(name) for name in ("kind", "verb", "intent", "framework", "status")} for line in lines_of(out, "turn")]
    nothing: dict[str, Any] = {"verb": None, "intent": None, "framework": None}
    assert told == [
        nothing | {"kind": "message", "intent": "guide", "framework": "lancaster", "status": 200},
        nothing | {"kind": "press", "verb": "forget", "status": 200},
        nothing | {"kind": "other", "status": 501},
        nothing | {"kind": "other", "status": 200},
    ]
    assert all(0 < line["ms"] < 60_000 for line in lines_of(out, "turn"))
    [failed] = lines_of(out, "turn failed")
    assert failed["turn"] in sent.text
    assert failed["level"] == "error"
