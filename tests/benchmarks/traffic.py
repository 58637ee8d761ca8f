"""The channel in one process: people who say things, and the connector that takes the replies, so that a turn ends with its reply."""

import asyncio
import json
import re
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, cycle
from typing import Any, Self

from tests.benchmarks.machine import Started
from tests.benchmarks.wire import Http
from tests.chat import Chat
from tests.key_server import TENANT

WARM_UP = 1.0
LONGEST_START = 300
OK = 200
TAKEN = b'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{"id":"1"}'

_CONVERSATION = re.compile(rb"/v3/conversations/([^/]+)/")


@dataclass(frozen=True)
class Talk:
    """What everybody says: `first` once, then `over_and_over`, for some seconds after warming up."""

    first: tuple[str, ...]
    over_and_over: tuple[str, ...]
    seconds: float = 3.0

    def for_(self, seconds: float) -> "Talk":
        """The same for so long."""
        return replace(self, seconds=seconds)


@dataclass
class Measured:
    """What came of some seconds of talk: `waits` are the seconds of each turn, `cpu` those of the server's processor time.

    `taken` are the seconds until the server answered the channel; the reply may come before or after that. `turns` counts all that were
    answered, those while warming up as well.
    """

    seconds: float = 0.0
    cpu: float = 0.0
    failed: int = 0
    waits: list[float] = field(default_factory=list)
    taken: list[float] = field(default_factory=list)
    turns: int = 0
    reply: bytes = b""

    def with_(self, other: "Measured") -> "Measured":
        """What two servers did at the same time."""
        sums = (self.cpu + other.cpu, self.failed + other.failed, self.waits + other.waits, self.taken + other.taken)
        return Measured(max(self.seconds, other.seconds), *sums, self.turns + other.turns, self.reply)


class Person:
    """Somebody with a conversation and a connection of their own, who speaks again once the reply is there.

    `token` is what the channel shows the server for them; empty for none.
    """

    def __init__(self, chat: Chat, token: str) -> None:
        self.chat = chat
        self.reply = b""
        self.taken = 0.0
        self._shown = f"Authorization: Bearer {token}\r\n" if token else ""
        self.wire: Http

    async def connect(self, port: int, server: Started) -> None:
        """Connect as soon as the server listens."""
        while True:
            try:
                _, self.wire = await asyncio.get_running_loop().create_connection(lambda: Http(self._answered), "127.0.0.1", port)
                break
            except ConnectionRefusedError:
                server.check()
                await asyncio.sleep(0.005)

    async def request(self, line: str, body: bytes = b"", *, awaited: int = 1) -> int:
        """The status of the response; `awaited` 2: the reply at the connector is waited for as well."""
        self._awaited, self._status, self._done = awaited, 0, asyncio.get_running_loop().create_future()
        given = f"{self._shown}Content-Type: application/json\r\nContent-Length: {len(body)}"
        head = f"{line} HTTP/1.1\r\nHost: 127.0.0.1\r\n{given}\r\n\r\n"
        self.wire.transport.write(head.encode() + body)
        await self._done
        return self._status

    async def say(self, text: str) -> bool:
        """Say something and wait for the reply. False where the server failed."""
        return await self.request("POST /api/messages", json.dumps(self._activity(text)).encode(), awaited=2) < 300

    def _activity(self, text: str) -> dict[str, Any]:
        activity = self.chat.activity(text=text, channelData={"tenant": {"id": TENANT}})
        activity["conversation"]["tenantId"] = TENANT
        return activity

    def _answered(self, _wire: Http, head: bytes, _body: bytes) -> None:
        self._status, self.taken = int(head.split(b" ", 2)[1]), time.perf_counter()
        self._one(all_=self._status >= 300)

    def replied(self, body: bytes) -> None:
        """The connector took a reply."""
        self.reply = body
        self._one()

    def _one(self, *, all_: bool = False) -> None:
        self._awaited -= self._awaited if all_ else 1
        if self._awaited <= 0 and not self._done.done():
            self._done.set_result(None)


class Teams:
    """The people and the connector. Entered, it listens on a free port of 127.0.0.1.

    The connector takes a reply `slowness` seconds after it came. The channel shows the server `token`, where it has one.
    """

    def __init__(self) -> None:
        self.slowness = 0.0
        self.token = ""
        self._people: dict[bytes, Person] = {}
        self._own = secrets.token_hex(4)  # a database that others talked to has not seen these conversations

    async def __aenter__(self) -> Self:
        """Listen."""
        self._server = await asyncio.get_running_loop().create_server(lambda: Http(self._take), "127.0.0.1", 0, backlog=1000)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/"
        return self

    async def __aexit__(self, *_reason: object) -> None:
        """Listen no more."""
        self._server.close()

    def _take(self, wire: Http, head: bytes, body: bytes) -> None:
        if self.slowness:
            asyncio.get_running_loop().call_later(self.slowness, self._answer, wire, head, body)
        else:
            self._answer(wire, head, body)

    def _answer(self, wire: Http, head: bytes, body: bytes) -> None:
        wire.transport.write(TAKEN)
        conversation = _CONVERSATION.search(head)
        if conversation:
            self._people[conversation[1]].replied(body)

    async def join(self, port: int, server: Started) -> Person:
        """Somebody new, connected to the server."""
        name = f"{self._own}-{len(self._people)}"
        person = Person(Chat(None, self, conversation=name, person=f"entra-{name}"), self.token)  # type: ignore[arg-type]  # only its activities are used
        self._people[name.encode()] = person
        await person.connect(port, server)
        return person

    async def until_ready(self, port: int, server: Started) -> None:
        """Wait until an assistant has learnt what it must, and answers."""
        person = await self.join(port, server)
        async with asyncio.timeout(LONGEST_START):
            while await person.request("GET /ready") != OK:  # noqa: ASYNC110 (another process is waited for)
                await asyncio.sleep(0.1)
        person.wire.transport.close()

    async def talk(self, port: int, server: Started, people: int, talk: Talk) -> Measured:
        """So many people talk to the server, each in a conversation of their own."""
        measured = Measured()
        joined = [await self.join(port, server) for _ in range(people)]
        await asyncio.wait_for(joined[0].request("GET /health"), LONGEST_START)  # it may listen before it is ready
        begin = time.perf_counter() + WARM_UP
        end = begin + talk.seconds
        tasks = [
            asyncio.create_task(_talk(person, chain(talk.first, cycle(talk.over_and_over)), begin, end, measured)) for person in joined
        ]
        await asyncio.sleep(WARM_UP)
        used, began = server.cpu(), time.perf_counter()
        await asyncio.sleep(end - time.perf_counter())
        measured.cpu, measured.seconds = server.cpu() - used, time.perf_counter() - began
        await asyncio.wait_for(asyncio.gather(*tasks), 60)
        measured.reply = joined[0].reply
        for person in joined:
            person.wire.transport.close()
        return measured


async def _talk(person: Person, sayings: Iterator[str], begin: float, end: float, measured: Measured) -> None:
    while (said := time.perf_counter()) < end:
        ok = await person.say(next(sayings))
        done = time.perf_counter()
        measured.turns += ok
        if begin <= done < end:
            measured.failed += not ok
            measured.waits += [done - said] if ok else []
            measured.taken += [person.taken - said] if ok else []
