"""A real local connector: it takes what the bot sends, as the channel would, and answers, fails or hangs as a test tells it to."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from aiohttp import web
from aiohttp.test_utils import TestServer

WAIT = 10


@dataclass(frozen=True)
class Sent:
    """One request of the bot to the channel; `of` is the activity it replies to or edits, `id` the one that a taken message was given."""

    method: str
    conversation: str
    of: str | None
    body: Any
    id: str
    authorization: str | None = None

    @property
    def text(self) -> str:
        """What a person is told."""
        return str(self.body.get("text") or self.body["summary"])


@dataclass(frozen=True)
class Answered:
    """How a request is answered. `taken`: the message is there for people to read; `dropped`: the connection ends before the answer does.

    That is after its status where there is one, without a word where there is none.
    """

    status: int | None = 201
    headers: dict[str, str] = field(default_factory=dict)
    taken: bool = True
    dropped: bool = False


@dataclass
class LocalConnector:
    """Records what arrives. `answers` are those of the next requests; 201 when there are none left.

    Conversations in `hanging` are not answered before `release`; `refused` are the requests that were not taken.
    """

    answers: deque[Answered] = field(default_factory=deque)
    refused: list[Sent] = field(default_factory=list)
    hanging: set[str] = field(default_factory=set)
    _begun: asyncio.Queue[Sent] = field(default_factory=asyncio.Queue)
    _sent: asyncio.Queue[Sent] = field(default_factory=asyncio.Queue)
    _released: asyncio.Event = field(default_factory=asyncio.Event)
    _count: int = 0
    _server: TestServer = field(init=False)

    async def __aenter__(self) -> "LocalConnector":
        app = web.Application()
        app.router.add_route("*", "/v3/conversations/{rest:.*}", self.take)
        self._server = TestServer(app)
        await self._server.start_server()
        return self

    async def __aexit__(self, *_reason: object) -> None:
        self.release()
        await self._server.close()

    @property
    def url(self) -> str:
        """The service URL that activities carry."""
        return str(self._server.make_url("/"))

    def answer(self, *statuses: int, **headers: str) -> None:
        """Answer the next requests with these statuses."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.extend(Answered(status, named, taken=status < 400) for status in statuses)

    def drop(self, *, taken: bool, after_status: bool = False) -> None:
        """End the connection of the next request, `taken` or not, before it is answered or before the answer is whole."""
        self.answers.append(Answered(201 if after_status else None, taken=taken, dropped=True))

    def release(self) -> None:
        """Answer whoever hangs."""
        self._released.set()

    async def next(self, wait: float | None = WAIT) -> Sent:
        """The next request that was taken, within `wait` seconds; None for however long it takes."""
        return await asyncio.wait_for(self._sent.get(), wait)

    async def begun(self) -> Sent:
        """The next request that came, whatever became or becomes of it."""
        return await asyncio.wait_for(self._begun.get(), WAIT)

    def taken(self) -> list[Sent]:
        """All that was taken and not asked for yet."""
        return [self._sent.get_nowait() for _ in range(self._sent.qsize())]

    def forget_begun(self) -> None:
        """What came until now is no more to be told by `begun`."""
        self._begun = asyncio.Queue()

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Answer one request of the bot; also for a server of somebody else's."""
        sent = await self._read(request)
        self._begun.put_nowait(sent)
        answer = await self.answer_to(sent)
        if answer.taken:
            self._sent.put_nowait(sent)
        else:
            self.refused.append(sent)
        if answer.dropped:
            return await _drop(request, answer.status)
        return web.json_response({"id": sent.id}, status=answer.status or 201, headers=answer.headers)

    async def answer_to(self, sent: Sent) -> Answered:
        """How a request is answered, when it is to be."""
        answer = self.answers.popleft() if self.answers else Answered()
        if sent.conversation in self.hanging:
            await self._released.wait()
        return answer

    async def _read(self, request: web.Request) -> Sent:
        _, _, _, conversation, activities, *of = request.raw_path.split("/")
        assert activities == "activities"
        self._count += 1
        body = await request.json() if request.can_read_body else None
        return Sent(
            request.method,
            unquote(conversation),
            unquote(of[0]) if of else None,
            body,
            f"sent-{self._count}",
            request.headers.get("Authorization"),
        )


async def _drop(request: web.Request, status: int | None) -> web.StreamResponse:
    response = web.StreamResponse(status=status or 201, headers={"Content-Length": "20"})
    if status is not None:
        await response.prepare(request)
        await response.write(b'{"id":')
    assert request.transport is not None
    request.transport.close()
    return response
