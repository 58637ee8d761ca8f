"""How cost grows with frameworks: learning, reading back, memory, and the time of a question, each in a fresh process."""

import asyncio
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks import reading, tables
from tests.benchmarks.bench import Bench


@dataclass(frozen=True)
class Shelves:
    """The knowledge folders with so many frameworks each, and what was learnt of them."""

    folder: Path
    sentences: int

    def made(self, frameworks: int) -> None:
        """Write the knowledge folder."""
        reading.library(self.folder / f"knowledge-{frameworks}", frameworks)

    async def read(self, frameworks: int, sentences: int | None = None) -> dict[str, Any]:
        """What a fresh process measures; the first one learns, the others read back."""
        folders = (str(self.folder / f"{name}-{frameworks}") for name in ("knowledge", "shelf"))
        command = ("-m", "tests.benchmarks.reading", *folders, str(self.sentences if sentences is None else sentences))
        process = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=asyncio.subprocess.PIPE)
        out, _ = await process.communicate()
        if process.returncode:
            raise RuntimeError(f"reading with {frameworks} frameworks ended with {process.returncode}")
        answered: dict[str, Any] = json.loads(out)
        return answered


async def measure(bench: Bench) -> None:
    """Learn them all beside each other, in processor time; then read with each alone."""
    shelves = Shelves(bench.folder, bench.extent.sentences)
    *fewer, most = bench.extent.frameworks
    for number in (*fewer, most):
        shelves.made(number)

    async def learn(numbers: list[int]) -> dict[int, float]:
        learnt = {}
        for number in numbers:
            learnt[number] = (await shelves.read(number, 1))["opened"]
            bench.says(f"learnt {number} frameworks: {learnt[number]:.0f} s of processor time")
        return learnt

    bench.says("learning is what takes long: some seconds for each framework, after half a minute for how people ask")
    one_after_the_other, beside = await asyncio.gather(learn(fewer), learn([most]))
    learning = {**one_after_the_other, **beside}
    read = []
    for number in (*fewer, most):
        found = await shelves.read(number)
        read.append(tables.Read(number, learning[number], found["known"], found["opened"], found["first"], found["again"], found["memory"]))
        bench.says(f"read with {number} frameworks")
    bench.shows(tables.reading(read))
