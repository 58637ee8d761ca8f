"""Plain text, as it is copied out of a PDF, a web page or a spreadsheet: lines with tabs, bars or wide gaps are rows of tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from bot.importing.cleaning import clean, one_line, unmarked
from bot.importing.pages import Joiner, Line, lines_of
from bot.importing.refusing import CannotImport
from bot.importing.separated import MOST_CELLS, split_rows
from bot.importing.source import Cell, Findings, Paragraph, Source, Table, squared
from bot.importing.spaced import spaced_tables
from bot.importing.words import ImportWords

_BAR = re.compile(r"^\s*\|.*\|\s*$")
_NUMBERED_HEADING = re.compile(r"^(?:(\d{1,2})\.?\s+(?=[A-Z])(?!.*[.;,:]$)|(\d{1,2}(?:\.\d{1,2})+)\.?\s+(?=[A-Z]))")
_ITEM = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-z]\)|[-–•●▪*](?=\s))\s+")
_LONGEST_HEADING = 110
_LONGEST_PARAGRAPH = 5_000  # characters; what is longer has lost its ends, and is not put together any further
_LONGEST_TEXT, _MOST_LINES = 2_000_000, 30_000  # the documents that ship as frameworks have 46 thousand characters


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str

    @property
    def kind(self) -> str:
        """What the line divides its cells with, if anything."""
        return "\t" if "\t" in self.text else "|" if _BAR.match(self.text) else ""


def read_plain(path: Path, text: str, words: ImportWords, findings: Findings) -> Source:
    """Read text line by line. Raises CannotImport where it is longer than any framework."""
    if len(text) > _LONGEST_TEXT or text.count("\n") > _MOST_LINES or any(text.count(mark) > MOST_CELLS for mark in "\t|"):
        raise CannotImport(f"{path.name} is longer than any framework. Copy the matrix into a new file and import that.")
    plain = lines_of(text, words, findings)
    lines = [_Line(line.number, line.text) for line in plain]
    if not any(line.kind for line in lines):
        joiner = Joiner(text, findings)
        blocks = spaced_tables(plain, joiner)
        if blocks:
            findings.guess("The columns were told apart by the gaps between them. Compare a few cells with the document.", path.name)
            return Source(path.stem, tuple(_unwrapped(blocks, joiner)))
    return Source(path.stem, tuple(_blocks(lines)))


def _unwrapped(blocks: Sequence[Table | Line], joiner: Joiner) -> Iterator[Table | Paragraph]:
    """Tables as they are, and lines as paragraphs: a line that begins in small letters goes on from the one before it."""
    held: Line | None = None
    last = 0
    for block in blocks:
        if isinstance(block, Line) and held and _wraps(held, block, last):
            held, last = replace(held, text=joiner.join(held.text.rstrip(), block.text.strip(), f"line {block.number}")), block.number
            continue
        if held:
            yield _paragraph(held.number, held.text)
        held = block if isinstance(block, Line) else None
        last = block.number if isinstance(block, Line) else 0
        if isinstance(block, Table):
            yield block
    if held:
        yield _paragraph(held.number, held.text)


def _wraps(held: Line, line: Line, last: int) -> bool:
    """Whether a line goes on from the one before: right below it or on the next page, inside a sentence."""
    near = len(held.text) < _LONGEST_PARAGRAPH and (line.number == last + 1 or line.follows_page)
    return near and line.text.strip()[:1].islower() and held.text.rstrip()[-1] not in ".;:!?" and not _ITEM.match(line.text)


def _blocks(lines: list[_Line]) -> Iterator[Table | Paragraph]:
    for run, kind in _runs(lines):
        if kind:
            yield _table(run, kind)
        else:
            yield from (_paragraph(line.number, line.text) for line in run if line.text.strip())


def _runs(lines: list[_Line]) -> Iterator[tuple[list[_Line], str]]:
    """Lines of one kind that follow each other; empty lines inside a table, as at the end of a page, do not end it."""
    run: list[_Line] = []
    for line, belongs in _with_wraps(lines):
        if run and belongs and (line.kind != run[-1].kind or not _same_width(run, line)):
            yield run, run[-1].kind
            run = []
        if belongs:
            run.append(line)
    if run:
        yield run, run[-1].kind


def _with_wraps(lines: list[_Line]) -> Iterator[tuple[_Line, bool]]:
    """Each line with whether it says anything; a cell in quotes that goes on over lines is put together."""
    held: _Line | None = None
    for line in lines:
        if held is not None:
            held = _Line(held.number, f"{held.text}\n{line.text}")
            if line.text.count('"') % 2:
                yield held, True
                held = None
        elif line.kind == "\t" and re.search(r'(?:^|\t)"', line.text) and line.text.count('"') % 2:
            held = line
        else:
            yield line, bool(line.text.strip()) or line.kind != ""
    if held is not None:
        yield from ((_Line(held.number + at, text), True) for at, text in enumerate(held.text.split("\n")))


def _same_width(run: list[_Line], line: _Line) -> bool:
    """Whether a line has as many cells as the table before it, or follows it without a gap."""
    last = run[-1]
    return line.number <= last.number + last.text.count("\n") + 1 or line.text.count(line.kind or " ") == last.text.count(line.kind or " ")


def _table(run: list[_Line], kind: str) -> Table:
    place = f"lines {run[0].number} to {run[-1].number}"
    rows = [_bar_row(line) if kind == "|" else _tab_row(line) for line in run]
    return Table("the table", place, squared(rows))


def _tab_row(line: _Line) -> list[Cell]:
    if re.search(r'(?:^|\t)"', line.text) and line.text.count('"') % 2 == 0:
        return split_rows("The text", line.text, "\t", line.number)[0]
    return [Cell(clean(cell), f"line {line.number}, column {at}") for at, cell in enumerate(line.text.split("\t"), start=1)]


def _bar_row(line: _Line) -> list[Cell]:
    cells = line.text.strip().strip("|").split("|")
    return [Cell(unmarked(clean(cell)), f"line {line.number}, column {at}") for at, cell in enumerate(cells, start=1)]


def _paragraph(number: int, text: str) -> Paragraph:
    plain, place = unmarked(one_line(text)), f"line {number}"
    hashes = len(plain) - len(plain.lstrip("#"))
    if hashes:
        return Paragraph(plain.lstrip("# "), place, heading=hashes)
    numbered = _NUMBERED_HEADING.match(plain)
    if numbered and len(plain) <= _LONGEST_HEADING:
        return Paragraph(plain, place, heading=(numbered[1] or numbered[2]).count(".") + 1)
    item = _ITEM.match(plain)
    return Paragraph(unmarked(plain[item.end() :]), place, listed=True) if item else Paragraph(plain, place)


def runs_of(paragraphs: list[Paragraph]) -> Iterator[tuple[bool, list[Paragraph]]]:
    """Paragraphs grouped by whether they are items of a list."""
    return ((listed, list(group)) for listed, group in groupby(paragraphs, lambda each: each.listed))
