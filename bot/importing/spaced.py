"""Tables whose columns only stand under each other, with wide gaps between, as a PDF is often copied."""

import re
from collections.abc import Iterator

from bot.importing.cleaning import clean
from bot.importing.source import Cell, Table, squared

_GAP = re.compile(r"\S+(?: \S+)*")
_FEWEST_COLUMNS = 3
_FEWEST_LINES = 3
_NEAR = 2  # characters that a cell may begin before its column


def spaced_tables(lines: list[str]) -> list[Table | tuple[int, str]]:
    """The tables of a text with its other lines, each with its number; nothing where it has no table."""
    blocks: list[Table | tuple[int, str]] = []
    found = False
    for run, is_table in _runs(lines):
        if is_table:
            blocks.append(_table(run))
            found = True
        else:
            blocks += [(number, line) for number, line in run if line.strip()]
    return blocks if found else []


def _words(line: str) -> list[tuple[int, str]]:
    """The pieces of a line that stand apart from each other, with where each begins."""
    return [(piece.start(), piece[0]) for piece in _GAP.finditer(line.expandtabs())]


def _runs(lines: list[str]) -> Iterator[tuple[list[tuple[int, str]], bool]]:
    """Lines in runs without an empty line; a run in which most lines have gaps is a table."""
    run: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            run.append((number, line))
        elif run:
            yield run, _is_table([text for _, text in run])
            run = []


def _is_table(lines: list[str]) -> bool:
    return len(lines) >= _FEWEST_LINES and len(_words(lines[0])) >= _FEWEST_COLUMNS


def _table(run: list[tuple[int, str]]) -> Table:
    starts = [start for start, _ in max((_words(line) for _, line in run), key=len)]
    rows: list[list[Cell]] = []
    for number, line in run:
        cells = [""] * len(starts)
        for start, words in _words(line):
            at = max((at for at, begins in enumerate(starts) if begins <= start + _NEAR), default=0)
            cells[at] = f"{cells[at]} {words}".strip()
        if not cells[0] and rows and any(cell.text for cell in rows[-1]):
            rows[-1] = [Cell(f"{old.text} {new}".strip(), old.place) for old, new in zip(rows[-1], cells, strict=True)]
        else:
            rows.append([Cell(clean(cell), f"line {number}, column {at}") for at, cell in enumerate(cells, start=1)])
    return Table("the table", f"lines {run[0][0]} to {run[-1][0]}", squared(rows))
