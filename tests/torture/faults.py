"""What goes wrong, one fault after the other, so many times each."""

import asyncio
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.postgres import Server
from tests.torture.channel import Trouble
from tests.torture.world import Fault, World

IN_MID_TURN = 0.02  # seconds from a message to the kill
DOWN = (0.0, 1.0)  # seconds for which a server stays away
BETWEEN = 0.2
CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"


def kills(times: int) -> Fault:
    """Kill -9 of an assistant, just after somebody spoke."""

    async def fault(world: World) -> None:
        for _ in range(times):
            bot = random.choice(world.bots)
            await bot.answers()
            await world.somebody_speaks()
            await asyncio.sleep(random.uniform(0.0, IN_MID_TURN))
            await bot.kill()
            world.found_damaged += not world.place.is_sound()
            bot.start()

    return fault


def restarts(server: Server, times: int) -> Fault:
    """The database's server is shut down, or killed, and started again."""

    async def fault(world: World) -> None:
        for number in range(times):
            await world.some_are_told()
            await world.somebody_speaks()
            await asyncio.to_thread(_end(server, number))
            await asyncio.sleep(random.uniform(*DOWN))
            await asyncio.to_thread(server.start)
            await world.some_are_told()

    return fault


def _end(server: Server, number: int) -> Callable[[], None]:
    return server.kill if number % 2 else server.stop


def cuts(times: int) -> Fault:
    """Every connection to the database is ended by the server."""

    async def fault(world: World) -> None:
        for _ in range(times):
            await world.somebody_speaks()
            await asyncio.to_thread(world.place.query, CUT)
            await asyncio.sleep(BETWEEN)

    return fault


def locked(seconds: float) -> Fault:
    """Somebody holds a lock on a table that every turn that records something needs."""

    async def fault(world: World) -> None:
        hold = f"BEGIN; LOCK TABLE profile IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep({seconds}); COMMIT"
        await asyncio.to_thread(world.place.query, hold)

    return fault


def full(disk: Path, seconds: float, server: Server | None = None) -> Fault:
    """The disk that the database is on has no room, for so long. A server that gave up meanwhile is started again."""

    async def fault(world: World) -> None:
        filler = disk / "filler"
        fill(filler)
        await asyncio.sleep(seconds)
        filler.unlink()
        if server is not None and not server.runs:
            await asyncio.to_thread(server.start)
        await world.somebody_is_noted()

    return fault


def fill(filler: Path) -> None:
    """Fill the disk that this file is to be on, to the last byte."""
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        for size in (1 << 20, 1 << 12, 1):
            with suppress(OSError):
                while file.write(b"0" * size):
                    pass


def channel_has(trouble: Trouble, times: int) -> Fault:
    """The channel has some trouble, so many times, and recovers."""

    async def fault(world: World) -> None:
        world.channel.has(trouble, times)
        await world.channel.recovers()

    return fault


def nothing(seconds: float) -> Fault:
    """Nothing at all, for so long."""

    async def fault(_world: World) -> None:
        await asyncio.sleep(seconds)

    return fault
