"""Everything in one run, as tables on the terminal: `python -m tests.benchmarks [PART ...] [--short]`, without a part all of them.

Linux only: processor time and memory are read from /proc.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from rich.console import Console

from bot.settings import PROJECT
from tests.benchmarks import frameworks, instances, lasting, people, starting, turns
from tests.benchmarks.bench import SHORT, WHOLE, Bench

WIDTH = 140
SHORTLY = "--short"

Part = Callable[[Bench], Awaitable[None]]
PARTS: dict[str, Part] = {
    "frameworks": frameworks.measure,
    "starts": starting.measure,
    "turns": turns.measure,
    "lasting": lasting.measure,
    "instances": instances.measure,
    "people": people.measure,
}


async def run(bench: Bench, parts: Sequence[str]) -> None:
    """Each part in turn, with its tables as soon as they are there."""
    for name in parts:
        bench.says(f"{name} (load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)")
        await PARTS[name](bench)
    bench.says("done")


def main(words: Sequence[str]) -> None:
    """Measure and print."""
    parts = [word for word in words if word != SHORTLY]
    if unknown := [part for part in parts if part not in PARTS]:
        sys.exit(f"There is no part {', '.join(unknown)}: the parts are {', '.join(PARTS)}; with {SHORTLY} each is but tried out.")
    if not Path("/proc/self/stat").exists():
        sys.exit("The benchmark reads processor time and memory from /proc, so it runs on Linux only.")
    console = Console()
    console.width = max(console.width, WIDTH)
    data = PROJECT / "data"
    data.mkdir(exist_ok=True)  # on the disk that the assistant's own database is on
    with tempfile.TemporaryDirectory(prefix="bench-", dir=data) as name:
        bench = Bench(SHORT if SHORTLY in words else WHOLE, console, Path(name))
        asyncio.run(run(bench, parts or list(PARTS)))


if __name__ == "__main__":
    main(sys.argv[1:])
