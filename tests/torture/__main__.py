"""`python -m tests.torture`: every fault, with a report. It takes some minutes; `--short` some seconds, with fewer of each."""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import ExitStack
from dataclasses import fields
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Column, Table

from tests.postgres import Server, why_not
from tests.torture.channel import TROUBLES
from tests.torture.disks import small_disk
from tests.torture.faults import channel_has, cuts, full, kills, locked, nothing, restarts
from tests.torture.found import Found
from tests.torture.places import OnFile, OnServer, Place
from tests.torture.world import under

WIDTH = 170
ELSEWHERE = (
    ("key server down, hanging, rotating", "tests/msteams/test_signing_keys.py"),
    ("token endpoint down or hanging", "tests/msteams/test_credentials.py"),
    ("a press again, with its id and with a new one", "tests/msteams/test_redelivery.py, tests/dialogs/assessing/test_sequences.py"),
    ("a new release in mid-conversation, each dialog at each step", "tests/dialogs/test_releases.py"),
    (
        "clock set back, leaping, summer time, a year's end",
        "tests/storage/test_never_twice.py, tests/storage/test_retention.py, tests/people/test_reminders.py",
    ),
    ("an outbox whose process died", "tests/storage/test_shared_outbox.py"),
)
"""What goes wrong one thing at a time, and is held by the tests."""


class Torture:
    """Every fault, so many times as the part that is wanted of it: 1 for all."""

    def __init__(self, folder: Path, server: Server | None, part: float) -> None:
        self._folder = folder
        self._server = server
        self._part = part
        self._places = 0

    def _times(self, number: int) -> int:
        return max(1, round(number * self._part))

    def _file(self) -> OnFile:
        self._places += 1
        return OnFile(self._folder / f"{self._places}.db")

    def _on_server(self) -> OnServer:
        assert self._server is not None
        self._places += 1
        name = f"torture{self._places}"
        self._server.program("createdb", name)
        return OnServer(self._server, name)

    def _everywhere(self) -> list[tuple[Place, int]]:
        return [(self._file(), 1), *([(self._on_server(), 2)] if self._server else [])]

    async def run(self) -> AsyncIterator[Found]:
        """What is left after each."""
        number = self._times(100)
        for place, instances in self._everywhere():
            yield await under(kills(number), "kill -9 in mid-turn", number, place, instances=instances)
        for place, instances in self._everywhere():
            yield await under(nothing(number / 5), "each delivered four times at once", number, place, instances=instances, copies=4)
        if self._server:
            number = self._times(20)
            yield await under(restarts(self._server, number), "database restarted", number, self._on_server(), instances=2)
            number = self._times(50)
            yield await under(cuts(number), "connections ended", number, self._on_server(), instances=2)
            seconds = 30 * self._part
            yield await under(locked(seconds), f"a lock held for {seconds:.0f} s", 1, self._on_server(), instances=2)
        async for found in self._full_disks(10 * self._part):
            yield found
        number = self._times(20)
        for trouble in TROUBLES:
            if trouble.delay <= 120 * self._part:
                yield await under(channel_has(trouble, number), trouble.name, number, self._file())

    async def _full_disks(self, seconds: float) -> AsyncIterator[Found]:
        with small_disk(8) as disk:
            if disk:
                yield await under(full(disk, seconds), "disk full", 1, OnFile(disk / "a.db"))
        with small_disk(200) as disk:
            if disk and self._server:
                with Server(lasting=True, folder=disk) as server:
                    yield await under(full(disk, seconds, server), "disk full", 1, OnServer(server))


async def main(part: float) -> bool:
    """Do all of it and print what came of it. Whether nothing was lost."""
    console = Console()
    console.width = max(console.width, WIDTH)
    table = Table(Column("fault", no_wrap=True), *(each.name.replace("_", " ") for each in fields(Found)[1:]), "s", padding=0)
    sound = True
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="torture-")))
        reason = why_not()
        server = None if reason else stack.enter_context(Server(lasting=True))
        if reason:
            console.print(f"Without PostgreSQL: {reason}.")
        began = perf_counter()
        async for found in Torture(folder, server, part).run():
            sound = sound and not found.faults
            values = [getattr(found, each.name) for each in fields(Found)]
            table.add_row(*map(str, values), f"{perf_counter() - began:.0f}", style="bold red" if found.faults else "")
            console.print(f"{found.fault}: {found.faults or 'nothing lost'} ({perf_counter() - began:.0f} s)")
            began = perf_counter()
    console.print(table)
    for fault, tests in ELSEWHERE:
        console.print(f"{fault}: held by {tests}")
    return sound


if __name__ == "__main__":
    sys.exit(not asyncio.run(main(0.05 if "--short" in sys.argv else 1.0)))
