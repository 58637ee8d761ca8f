"""The two institutions, made once for all tests of a worker."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.assistants import make_assistants
from bot.dialogs.assistants import Assistants
from bot.msteams.post.patience import Patience
from bot.settings import Settings
from bot.wiring import make_application
from tests.chat import Chat
from tests.connector import LocalConnector
from tests.institutions.two import settled


@dataclass(frozen=True)
class World:
    """Where it all lies, and the assistants made of it."""

    settings: Settings
    assistants: Assistants


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Both institutions; everybody else is refused."""
    settings = settled(tmp_path_factory.mktemp("institutions"))
    return World(settings, make_assistants(settings, lambda _: None))


class Person(Chat):
    """Somebody in a chat of their own, of a tenant."""

    tenant = ""

    def activity(self, type_: str = "message", **members: Any) -> dict[str, Any]:
        """An activity as Teams would deliver it."""
        of = {"channelData": {"tenant": {"id": self.tenant}}}
        return super().activity(type_, **of, **members)


@pytest.fixture
async def everybody(world: World, empty_database: Path, tmp_path: Path, connector: LocalConnector) -> AsyncIterator[Any]:
    """Makes people of a tenant, at one deployment."""
    database = Path(shutil.copy(empty_database, tmp_path))
    app = make_application(world.settings.model_copy(update={"database": database}), lambda _: world.assistants, Patience(first=0.0))
    async with TestClient(TestServer(app)) as client:

        def person(tenant: str) -> Person:
            made = Person(client, connector, f"a:{tenant}", f"person of {tenant}")
            made.tenant = tenant
            return made

        yield person
