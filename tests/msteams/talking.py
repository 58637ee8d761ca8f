"""A chat with the real assistant, for what depends on what it says."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

from aiohttp.test_utils import TestClient, TestServer

from bot.assistants import make_assistant
from bot.dialogs.assistant import Assistant
from bot.settings import Settings
from bot.wiring import make_application
from tests.chat import Chat
from tests.connector import LocalConnector


@cache
def shipped() -> Assistant:
    """The assistant with the knowledge that ships."""
    return make_assistant(Settings(_env_file=None))


@asynccontextmanager
async def talking(settings: Settings, connector: LocalConnector) -> AsyncIterator[Chat]:
    """Alex in a personal chat with the real assistant."""
    app = make_application(settings, lambda _: shipped())
    async with TestClient(TestServer(app)) as client:
        yield Chat(client, connector)
