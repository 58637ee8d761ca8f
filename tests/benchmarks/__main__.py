"""Everything in one run, as tables on the terminal. Linux only: processor time and memory are read from /proc."""

import asyncio
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from bot.settings import PROJECT
from tests.benchmarks import reading, tables
from tests.benchmarks.machine import cores, free_port, python
from tests.benchmarks.servers import KINDS
from tests.benchmarks.starting import assistant, first_answer
from tests.benchmarks.traffic import Measured, Talk, Teams

SECONDS = 3.0
AT_ONCE = (1, 16, 64)
LONGEST = 600
WIDTH = 130
ECHO = Talk(("hello",), ("whats expected at gr 7 for money?",), SECONDS)
GRADES = Talk(
    ("I'm a grade 5 technician",),
    ("whats expected at gr 7 for money?", "and at 8?", "what about health and safety?", "teamwork for a senior technician"),
    SECONDS,
)
PROFILE = Talk((), ("I'm a grade 5 technician", "I'm a grade 6 technician"), SECONDS)
NAMES = {
    "raw": "raw aiohttp, echo",
    "sdk": "SDK CloudAdapter, echo",
    "edge": "our edge, echo, nothing stored",
    "stored": "our edge and SQLite, echo",
}

Rows = list[tuple[str, int, Measured]]


def read_questions(folder: Path) -> list[tables.Read]:
    """Reading with one framework and with ten, each in a fresh process that reads back what another learnt."""
    found = []
    for frameworks in (1, 10):
        knowledge = reading.library(folder / f"knowledge-{frameworks}", frameworks)
        learning, measured = (_reading(knowledge, folder / f"shelf-{frameworks}") for _ in range(2))
        found.append(tables.Read(frameworks, learning["opened"], measured["opened"], measured["first"], measured["again"]))
    return found


def _reading(knowledge: Path, shelf: Path) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.benchmarks.reading", str(knowledge), str(shelf)]
    answered: dict[str, object] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=LONGEST).stdout)
    return answered


async def compare(folder: Path) -> Rows:
    """The servers to compare with, then the assistant, one after the other on the same core."""
    rows: Rows = []
    core, _ = cores()
    async with Teams() as teams:
        for kind in KINDS:
            port, database = free_port(), folder / kind / "assistant.db"
            with python("-m", "tests.benchmarks.servers", kind, str(port), str(database), log=folder / f"{kind}.log", core=core) as server:
                rows += [(NAMES[kind], people, await teams.talk(port, server, people, ECHO)) for people in AT_ONCE]
        with assistant(folder) as (port, server):
            rows += [("the assistant, grade questions", people, await teams.talk(port, server, people, GRADES)) for people in AT_ONCE]
            rows += [
                ("the assistant, a profile saved each turn", people, await teams.talk(port, server, people, PROFILE)) for people in AT_ONCE
            ]
    return rows


def main() -> None:
    """Measure and print."""
    if not Path("/proc/self/stat").exists():
        sys.exit("The benchmark reads processor time and memory from /proc, so it runs on Linux only.")
    console = Console()
    console.width = max(console.width, WIDTH)
    data = PROJECT / "data"
    data.mkdir(exist_ok=True)  # on the disk that the assistant's own database is on
    with tempfile.TemporaryDirectory(prefix="bench-", dir=data) as name:
        folder = Path(name)
        with console.status("Reading questions, with one framework and with ten: two minutes, most of it learning …"):
            read = read_questions(folder)
        console.print(tables.reading(read))
        with console.status("Starting, with everything to learn and with everything learnt …"):
            started = [("first start, everything to learn", asyncio.run(first_answer(folder)))]
            started += [("every later start", asyncio.run(first_answer(folder)))]
        console.print(tables.starting(started))
        with console.status("Turns: each server for a few seconds with 1, 16 and 64 people at once …"):
            rows = asyncio.run(compare(folder))
        console.print(tables.turns(rows, compared=NAMES["sdk"]))


if __name__ == "__main__":
    main()
