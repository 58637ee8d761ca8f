"""People who go on telling grade after grade, whatever happens, and remember what was acknowledged."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import aiohttp

from tests.chat import Chat
from tests.connector import LocalConnector

REDELIVERED = 0.7  # of what was not answered: the channel delivers it again, or does not
REDELIVERED_AFTER = 0.05  # seconds
BREATH = (0.1, 0.9)  # seconds between two messages: within what the channel allows a conversation


@dataclass
class Person:
    """Somebody in a conversation of their own, each of whose messages arrives at one of the assistants, or at `copies` of them at once."""

    chats: Sequence[Chat]
    copies: int = 1
    told: int = 0
    answered: set[str] = field(default_factory=set)
    refused: int = 0
    speaks: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def conversation(self) -> str:
        """The id of the conversation."""
        return self.chats[0].conversation

    async def talk(self) -> None:
        """Talk for ever."""
        while True:
            await asyncio.sleep(random.uniform(*BREATH))
            self.told += 1
            message = self.chats[0].activity(text=f"grade {self.told}")
            self.speaks.set()
            while not any(await asyncio.gather(*(self._is_answered(message) for _ in range(self.copies)))):
                if random.random() > REDELIVERED:
                    break
                await asyncio.sleep(REDELIVERED_AFTER)

    async def _is_answered(self, message: dict[str, object]) -> bool:
        try:
            status, _ = await random.choice(self.chats).deliver(message)
        except (aiohttp.ClientError, TimeoutError, OSError):
            return False
        if status < 300:
            self.answered.add(str(message["id"]))
        self.refused += status >= 500
        return status < 300


def population(size: int, clients: Sequence[aiohttp.ClientSession], connector: LocalConnector, copies: int = 1) -> list[Person]:
    """So many people, whose messages arrive at any of these."""
    return [
        Person([Chat(client, connector, conversation=f"a:{number}", person=f"entra-{number}") for client in clients], copies)  # type: ignore[arg-type]
        for number in range(size)
    ]
