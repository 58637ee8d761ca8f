"""What was measured, as tables."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import quantiles
from typing import TYPE_CHECKING

from rich.table import Table

from tests.benchmarks.traffic import Measured

if TYPE_CHECKING:
    from tests.benchmarks.instances import Several


@dataclass(frozen=True)
class Read:
    """Reading with so many frameworks: ms of each sentence, and MB in use.

    `learning` and `opening` are seconds of processor time until a reader is there, learnt and read back; `knowing` is the part of either
    in which the files of the frameworks are read and checked.
    """

    frameworks: int
    learning: float
    knowing: float
    opening: float
    first: list[float]
    again: list[float]
    memory: float


@dataclass(frozen=True)
class Start:
    """Seconds from starting the process, and MB: when it says it is alive, and when the first answer is there."""

    alive: float
    answered: float
    memory_alive: float
    memory_answered: float
    memory_most: float


@dataclass(frozen=True)
class Lasted:
    """MB in use after so many turns in so many conversations; the first of a list is from just after the first round."""

    turns: int
    conversations: int
    memory: float


def _table(title: str, caption: str, *columns: str) -> Table:
    table = Table(title=title, caption=caption, title_justify="left", caption_justify="left")
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=number > 0)
    return table


def _middle_and_p99(values: Sequence[float]) -> tuple[float, float]:
    """The median and the 99th percentile; of a single value itself twice, of none zero."""
    if len(values) < 2:
        return (*values, *values, 0.0, 0.0)[:2]
    cut = quantiles(values, n=100, method="inclusive")
    return cut[49], cut[98]


def reading(read: Sequence[Read]) -> Table:
    """How long reading a question takes."""
    table = _table(
        f"Reading a question, over {len(read[0].first)} of Lancaster's (ms)",
        "The first two frameworks are those that ship, the others copies of them. First time: in a process that never heard the sentence.\n"
        "Seconds are of processor time. To reach: median 0.2, p99 1; ten frameworks at most 1.5 times one.",
        "frameworks", "first time, median", "p99", "again, median", "p99", "learning (s)", "reading back (s)", "of it YAML (s)", "MB",
    )  # fmt: skip
    for row in read:
        times = (*_middle_and_p99(row.first), *_middle_and_p99(row.again))
        table.add_row(
            str(row.frameworks),
            *(f"{ms:.2f}" for ms in times),
            f"{row.learning:.1f}",
            f"{row.opening:.2f}",
            f"{row.knowing:.2f}",
            f"{row.memory:.0f}",
        )
    one, *others = ((row.frameworks, (*_middle_and_p99(row.first), *_middle_and_p99(row.again))) for row in read)
    for frameworks, times in others:
        table.add_row(f"{frameworks} by {one[0]}", *(f"{more / less:.2f}" for less, more in zip(one[1], times, strict=True)))
    return table


def starting(started: Sequence[tuple[str, Start]]) -> Table:
    """How long starting takes, and the memory."""
    table = _table(
        "`python -m bot run`, both frameworks",
        "To reach: 1.5 s to the first answer, 150 MB.",
        "", "alive (s)", "first answer (s)", "alive (MB)", "after the answer (MB)", "at most (MB)",
    )  # fmt: skip
    for name, start in started:
        memory = (start.memory_alive, start.memory_answered, start.memory_most)
        table.add_row(name, f"{start.alive:.2f}", f"{start.answered:.2f}", *(f"{mb:.0f}" for mb in memory))
    return table


def turns(rows: Sequence[tuple[str, int, Measured]], compared: str) -> Table:
    """Turns a second beside each other; `compared` is the row that the others are a multiple of, the first one what they are a part of."""
    table = _table(
        "Turns over HTTP on loopback, the server on one core; p50 and p99 until the reply has arrived",
        "By CPU: by processor time a turn, which other work on the machine disturbs less. Turns are logged as JSON.\n"
        "To reach: the assistant 10 times the SDK and a fifth of raw, the edge 20 times the SDK; 400 profiles saved a second.\n"
        f"Load of the machine in the last minute: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, with this benchmark.",
        "", "at once", "turns/s", "x SDK", "of raw", "CPU ms\na turn", "x SDK\nby CPU", "of raw\nby CPU",
        "p50 ms", "p99 ms", "failed", "reply\nbytes",
    )  # fmt: skip
    measured_as = {(name, people): measured for name, people, measured in rows}
    for name, group in groupby(rows, key=lambda row: row[0]):
        for number, (_, people, measured) in enumerate(group):
            bases = (measured_as[compared, people], measured_as[rows[0][0], people])
            middle, p99 = (seconds * 1000 for seconds in _middle_and_p99(measured.waits))
            table.add_row(
                "" if number else name,
                str(people),
                f"{_rate(measured):,.0f}",
                *(f"{_rate(measured) / _rate(base):.2f}" for base in bases),
                f"{_cpu(measured):.2f}",
                *(f"{_cpu(base) / _cpu(measured):.2f}" for base in bases),
                f"{middle:.1f}",
                f"{p99:.1f}",
                str(measured.failed or ""),
                str(len(measured.reply)),
            )
        table.add_section()
    return table


def slow(rows: Sequence[tuple[str, int, Measured]], slowness: float) -> Table:
    """Turns a second while the channel takes its time for each reply."""
    table = _table(
        f"The same where the channel takes {slowness:.0f} s for a reply",
        f"No server can do more than {rows[0][1] / slowness:.0f} turns a second. Answered: until the server answered the channel's request,"
        "\nwhich the channel repeats after 10 to 15 s; reply: until the channel has taken the reply.",
        "", "at once", "turns/s", "answered,\np50 ms", "p99 ms", "reply,\np50 ms", "p99 ms", "failed",
    )  # fmt: skip
    for name, people, measured in rows:
        times = (*_middle_and_p99(measured.taken), *_middle_and_p99(measured.waits))
        table.add_row(name, str(people), f"{_rate(measured):.1f}", *(f"{s * 1000:,.0f}" for s in times), str(measured.failed or ""))
    return table


def lasting(lasted: Sequence[Lasted]) -> Table:
    """Memory over many turns: four places of them, and the end."""
    table = _table(
        "The assistant's memory, newcomers asking all the time", "", "turns so far", "conversations", "MB", "since the first row"
    )
    shown = dict.fromkeys([0, len(lasted) // 4, len(lasted) // 2, len(lasted) * 3 // 4, len(lasted) - 1])
    for place in shown:
        row = lasted[place]
        table.add_row(f"{row.turns:,}", f"{row.conversations:,}", f"{row.memory:.1f}", f"{row.memory - lasted[0].memory:+.1f}")
    return table


def instances(rows: Sequence["Several"]) -> Table:
    """What a turn costs with one instance and with several."""
    table = _table(
        "Instances on one PostgreSQL, over HTTP on loopback, tokens verified",
        f"All of them, the database and those who talk share {os.cpu_count()} cores: what a turn costs must not grow; turns/s cannot "
        "double here.\nTo reach: 500 marks a second with two instances. "
        f"Load of the machine in the last minute: {os.getloadavg()[0]:.1f}, with this benchmark.",
        "", "at once", "instances", "turns/s", "CPU ms a turn,\ninstance", "CPU ms a turn,\ndatabase", "p50 ms", "p99 ms", "failed",
    )  # fmt: skip
    ordered = sorted(rows, key=lambda row: (row.name, row.people, row.instances))
    for (name, people), group in groupby(ordered, key=lambda row: (row.name, row.people)):
        for number, row in enumerate(group):
            middle, p99 = (seconds * 1000 for seconds in _middle_and_p99(row.measured.waits))
            costs = (
                f"{_rate(row.measured):,.0f}",
                f"{_cpu(row.measured):.2f}",
                f"{row.database * 1000:.2f}",
                f"{middle:.1f}",
                f"{p99:.1f}",
            )
            named = ("", "") if number else (name, str(people))
            table.add_row(*named, str(row.instances), *costs, str(row.measured.failed or ""))
        table.add_section()
    return table


def _rate(measured: Measured) -> float:
    """Turns a second; at least something, to divide by."""
    return max(len(measured.waits), 1) / measured.seconds


def _cpu(measured: Measured) -> float:
    """Milliseconds of processor time a turn; at least something, to divide by."""
    return max(measured.cpu, 0.001) * 1000 / max(len(measured.waits), 1)
