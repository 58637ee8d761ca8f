"""People, assistants, a channel and a database, talking while something goes wrong; then what is left of it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

import aiohttp

from tests.connector import Sent
from tests.torture.bots import Bot
from tests.torture.channel import Channel
from tests.torture.found import NOTED, Found, compare
from tests.torture.people import Person, population
from tests.torture.places import Place

PEOPLE = 30
LONGEST_WAIT = 60.0
LONGEST_TO_SETTLE = 300.0
LONGEST_TURN = aiohttp.ClientTimeout(total=60)


@dataclass
class World:
    """What a fault may lay hands on."""

    place: Place
    bots: list[Bot]
    channel: Channel
    people: list[Person]
    taken: list[Sent] = field(default_factory=list)
    found_damaged: int = 0

    async def some_are_told(self, number: int = 1) -> None:
        """Wait until so many more replies came."""
        for _ in range(number):
            self.taken.append(await self.channel.next(LONGEST_WAIT))

    async def somebody_is_noted(self) -> None:
        """Wait until something is kept that is said from now on."""
        self.taken += self.channel.taken()
        await self.some_are_told()
        while not self.taken[-1].text.startswith(NOTED):
            await self.some_are_told()

    async def somebody_speaks(self) -> None:
        """Wait until the next message is on its way."""
        for person in self.people:
            person.speaks.clear()
        waiting = [asyncio.create_task(person.speaks.wait()) for person in self.people]
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()

    @asynccontextmanager
    async def talking(self) -> AsyncIterator[None]:
        """Everybody talks meanwhile."""
        tasks = [asyncio.create_task(person.talk()) for person in self.people]
        try:
            await self.some_are_told(len(self.people))
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def settles(self) -> None:
        """Wait until nothing is left to be sent, then end all of them well."""
        for bot in self.bots:
            await bot.answers()
        async with asyncio.timeout(LONGEST_TO_SETTLE):
            while await asyncio.to_thread(self.place.query, "SELECT number FROM outbox WHERE dead IS NULL"):  # noqa: ASYNC110 (in another process)
                await asyncio.sleep(0.2)
        for bot in self.bots:
            await bot.end()


Fault = Callable[[World], Awaitable[None]]


async def under(fault: Fault, name: str, times: int, place: Place, *, instances: int = 1, copies: int = 1, people: int = PEOPLE) -> Found:
    """Let people talk while a fault happens; let all that is left be sent; and count."""
    async with AsyncExitStack() as stack:
        channel = await stack.enter_async_context(Channel())
        bots = [await stack.enter_async_context(Bot(place.setting)) for _ in range(instances)]
        clients = [await stack.enter_async_context(aiohttp.ClientSession(bot.url, timeout=LONGEST_TURN)) for bot in bots]
        world = World(place, bots, channel, population(people, clients, channel, copies))
        for bot in bots:
            await bot.answers()
        async with world.talking():
            await fault(world)
        await world.settles()
        found = Found(f"{name}: {place.name}{f', {instances} instances' if instances > 1 else ''}", times)
        found.too_early, found.damaged = channel.too_early, world.found_damaged
        return compare(found, world.people, world.taken + channel.taken(), place)
