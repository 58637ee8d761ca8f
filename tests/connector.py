"""A real local connector: it takes what the bot sends, as the channel would, and answers as a test tells it to."""

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
    """One request of the bot to the channel; `of` is the activity it replies to or edits."""

    method: str
    conversation: str
    of: str | None
    body: dict[str, Any]

    @property
    def text(self) -> str:
        """What a person is told."""
        return str(self.body.get("text") or self.body["summary"])


@dataclass
class LocalConnector:
    """Records what arrives. `answers` are the statuses and headers of the next requests; 201 when there are none left."""

    answers: deque[tuple[int, dict[str, str]]] = field(default_factory=deque)
    refused: list[Sent] = field(default_factory=list)
    _sent: asyncio.Queue[Sent] = field(default_factory=asyncio.Queue)
    _server: TestServer = field(init=False)

    async def __aenter__(self) -> "LocalConnector":
        app = web.Application()
        app.router.add_route("*", "/v3/conversations/{rest:.*}", self._take)
        self._server = TestServer(app)
        await self._server.start_server()
        return self

    async def __aexit__(self, *_reason: object) -> None:
        await self._server.close()

    @property
    def url(self) -> str:
        """The service URL that activities carry."""
        return str(self._server.make_url("/"))

    def answer(self, *statuses: int, **headers: str) -> None:
        """Answer the next requests with these statuses."""
        self.answers.extend((status, {name.replace("_", "-"): value for name, value in headers.items()}) for status in statuses)

    async def next(self) -> Sent:
        """The next request that was taken."""
        return await asyncio.wait_for(self._sent.get(), WAIT)

    async def _take(self, request: web.Request) -> web.Response:
        _, _, _, conversation, activities, *of = request.raw_path.split("/")
        assert activities == "activities"
        sent = Sent(request.method, unquote(conversation), unquote(of[0]) if of else None, await request.json())
        status, headers = self.answers.popleft() if self.answers else (201, {})
        if status >= 400:
            self.refused.append(sent)
        else:
            self._sent.put_nowait(sent)
        return web.json_response({"id": "1"}, status=status, headers=headers)
