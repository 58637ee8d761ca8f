"""A local key server, an endpoint that trusts it, and a chat with the real assistant."""

from collections.abc import AsyncIterator

import pytest

from bot.settings import Settings
from tests.chat import Chat
from tests.connector import LocalConnector
from tests.key_server import KeyServer
from tests.msteams.door import Door, opened
from tests.msteams.talking import talking


@pytest.fixture
async def keys() -> AsyncIterator[KeyServer]:
    """The key server."""
    async with KeyServer() as server:
        yield server


@pytest.fixture
async def door(keys: KeyServer) -> AsyncIterator[Door]:
    """The endpoint of a single-tenant bot."""
    async with opened(keys) as opened_door:
        yield opened_door


@pytest.fixture
async def talk(settings: Settings, connector: LocalConnector) -> AsyncIterator[Chat]:
    """Alex in a personal chat with the real assistant."""
    async with talking(settings, connector) as chat:
        yield chat
