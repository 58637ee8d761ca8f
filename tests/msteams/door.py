"""The endpoint with its real guard and a local key server, and behind it somebody who counts who came in."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.msteams.door.guard import make_guard
from bot.settings import Settings
from bot.web import make_app
from tests.key_server import APP, SERVICE, TENANT, KeyServer, activity, claims, signed


@dataclass
class Clock:
    """Seconds that pass when a test says so."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Door:
    """A bot that only counts who was let in."""

    client: TestClient[Any, Any]
    keys: KeyServer
    clock: Clock
    came_in: list[dict[str, Any]] = field(default_factory=list)

    async def process(self, shaped: dict[str, Any]) -> None:
        """Somebody was let in."""
        self.came_in.append(shaped)

    async def knock(self, *authorization: str, **members: Any) -> int:
        """Post an activity with these Authorization headers; the status."""
        headers = [("Authorization", value) for value in authorization]
        async with self.client.post("/api/messages", json=activity(**members), headers=headers) as response:
            answer = await response.json()
            assert answer == {401: {"error": "Unauthorized."}, 403: {"error": "Forbidden."}}.get(response.status, {})
            return response.status

    def token(self, key: str = "current", algorithm: str = "RS256", **said: Any) -> str:
        """A sound token by this key, where these claims are changed."""
        return signed(claims(APP, SERVICE) | said, key, algorithm)

    async def knock_with(self, key: str = "current", **said: Any) -> int:
        """Post a sound activity with such a token."""
        return await self.knock(f"Bearer {self.token(key, **said)}")


def door_settings(keys: KeyServer, **settings: Any) -> Settings:
    """Settings of a single-tenant bot whose keys come from here."""
    told = {"app_id": APP, "app_tenant": TENANT, "app_secret": "x", "keys_url": keys.url} | settings
    return Settings(_env_file=None, knowledge=Path(__file__).parent, **told)


@asynccontextmanager
async def opened(keys: KeyServer, *, waits: bool = True, **settings: Any) -> AsyncIterator[Door]:
    """The endpoint, once its keys were asked for; without `waits`, at once."""
    clock = Clock()
    guard = make_guard(door_settings(keys, **settings), clock)

    async def readiness() -> dict[str, str]:
        return {"keys": guard.status()}

    async def life(_app: web.Application) -> AsyncIterator[None]:
        async with guard:
            yield

    door = Door(None, keys, clock)  # type: ignore[arg-type]  # the client needs the application, which needs the door
    app = make_app(door, guard, readiness)
    app.cleanup_ctx.append(life)
    async with TestClient(TestServer(app)) as door.client:
        if waits:
            await keys.asked(1)
        yield door
