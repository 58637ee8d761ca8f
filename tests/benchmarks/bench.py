"""What every part of the benchmark is given: how much of it to do, a folder to write in, and where to say what is being done."""

import time
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Extent:
    """How much is measured: seconds of each talk, how many talk at once, and the sizes whose costs are set side by side."""

    seconds: float
    at_once: tuple[int, ...]
    frameworks: tuple[int, ...]
    sentences: int
    people: tuple[int, ...]
    turns: int
    instances: tuple[int, ...]
    several_at_once: tuple[int, ...]
    lasting: float


WHOLE = Extent(
    seconds=3.0,
    at_once=(1, 16, 64),
    frameworks=(1, 10, 100),
    sentences=2_000,
    people=(1_000, 10_000, 100_000, 1_000_000),
    turns=1_000,
    instances=(1, 2, 4),
    several_at_once=(16, 64),
    lasting=120.0,
)
SHORT = Extent(
    seconds=0.2,
    at_once=(1, 4),
    frameworks=(1,),
    sentences=20,
    people=(100, 200),
    turns=40,
    instances=(1, 2),
    several_at_once=(4,),
    lasting=1.0,
)


@dataclass(frozen=True)
class Bench:
    """One run."""

    extent: Extent
    console: Console
    folder: Path
    began: float = field(default_factory=time.perf_counter)

    def says(self, step: str) -> None:
        """A line of progress, with the minutes and seconds since the beginning."""
        minutes, seconds = divmod(int(time.perf_counter() - self.began), 60)
        self.console.print(f"{minutes:3d}:{seconds:02d}  {step}", highlight=False)

    def shows(self, table: Table) -> None:
        """A table, as soon as it is there."""
        self.console.print(table)
