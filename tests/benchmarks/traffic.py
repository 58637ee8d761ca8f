"""The channel, kept as light as can be so that it is not what is measured: people who say things, and the connector that takes the replies."""

import asyncio
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, cycle
from typing import Any, Self

from tests.benchmarks.machine import Started
from tests.chat import Chat

WARM_UP = 1.0
TAKEN = b'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{"id":"1"}'

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CONVERSATION = re.compile(rb"/v3/conversations/([^/]+)/")
_END = b"\r\n\r\n"


class Http(asyncio.Protocol):
    """Cuts what arrives on a connection into HTTP messages by their Content-Length; `take` gets the head and body of each."""

    transport: asyncio.Transport

    def __init__(self, take: Callable[["Http", bytes, bytes], None]) -> None:
        self._take = take
        self._arrived = bytearray()

    def connection_made(self, transport: Any) -> None:
        """Keep the way to answer."""
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Hand over every message that is complete."""
        self._arrived += data
        while (end := self._arrived.find(_END)) >= 0:
            head, length = bytes(self._arrived[:end]), _LENGTH.search(self._arrived, 0, end)
            whole = end + len(_END) + (int(length[1]) if length else 0)
            if len(self._arrived) < whole:
                return
            body = bytes(self._arrived[end + len(_END) : whole])
            del self._arrived[:whole]
            self._take(self, head, body)


@dataclass
class Measured:
    """What came of some seconds of talk: `waits` are the seconds of each turn, `cpu` those of the server's processor time."""

    seconds: float = 0.0
    cpu: float = 0.0
    failed: int = 0
    waits: list[float] = field(default_factory=list)
    reply: bytes = b""


class Person:
    """Somebody with a conversation and a connection of their own, who speaks again once the reply is there."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat
        self.reply = b""
        self.wire: Http

    async def connect(self, port: int, server: Started) -> None:
        """Connect as soon as the server listens."""
        while True:
            try:
                _, self.wire = await asyncio.get_running_loop().create_connection(lambda: Http(self._answered), "127.0.0.1", port)
                return
            except ConnectionRefusedError:
                server.check()
                await asyncio.sleep(0.005)

    async def request(self, line: str, body: bytes = b"", *, awaited: int = 1) -> int:
        """The status of the response; `awaited` 2: the reply at the connector is waited for as well."""
        self._awaited, self._status, self._done = awaited, 0, asyncio.get_running_loop().create_future()
        head = f"{line} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self.wire.transport.write(head.encode() + body)
        await self._done
        return self._status

    async def say(self, text: str) -> bool:
        """Say something and wait for the reply. False where the server failed."""
        return await self.request("POST /api/messages", json.dumps(self.chat.activity(text=text)).encode(), awaited=2) < 300

    def _answered(self, _wire: Http, head: bytes, _body: bytes) -> None:
        self._status = int(head.split(b" ", 2)[1])
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
    """The people and the connector. Entered, it listens on a free port of 127.0.0.1."""

    def __init__(self) -> None:
        self._people: dict[bytes, Person] = {}

    async def __aenter__(self) -> Self:
        """Listen."""
        self._server = await asyncio.get_running_loop().create_server(lambda: Http(self._take), "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/"
        return self

    async def __aexit__(self, *_reason: object) -> None:
        """Listen no more."""
        self._server.close()

    def _take(self, wire: Http, head: bytes, body: bytes) -> None:
        wire.transport.write(TAKEN)
        conversation = _CONVERSATION.search(head)
        if conversation:
            self._people[conversation[1]].replied(body)

    async def join(self, port: int, server: Started) -> Person:
        """Somebody new, connected to the server."""
        name = f"p{len(self._people)}"
        person = Person(Chat(None, self, conversation=name, person=f"entra-{name}"))  # type: ignore[arg-type]  # only its activities are used
        self._people[name.encode()] = person
        await person.connect(port, server)
        return person

    async def talk(self, port: int, server: Started, people: int, first: Iterable[str], then: Iterable[str], seconds: float) -> Measured:
        """So many people say `first` and then `then`, over and over, for some seconds after warming up."""
        measured = Measured()
        joined = [await self.join(port, server) for _ in range(people)]
        begin = time.perf_counter() + WARM_UP
        tasks = [asyncio.create_task(_talk(person, chain(first, cycle(then)), begin, begin + seconds, measured)) for person in joined]
        await asyncio.sleep(WARM_UP)
        used, began = server.cpu(), time.perf_counter()
        await asyncio.sleep(begin + seconds - time.perf_counter())
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
        if begin <= done < end:
            measured.failed += not ok
            measured.waits += [done - said] if ok else []
