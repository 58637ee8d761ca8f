"""Tables whose columns only stand under each other, with wide gaps between, as a PDF is often copied."""

import re
from collections.abc import Iterator, Sequence

from bot.importing.cleaning import clean
from bot.importing.pages import Joiner, Line
from bot.importing.source import Cell, Table, squared

_PIECE = re.compile(r"\S+(?: \S+)*")
_FEWEST_COLUMNS = 3
_FEWEST_LINES = 3
_NEAR = 2  # characters that a cell may begin before its column
_GOES_ON = re.compile(r"(?:\b(?:and|or|of|the|for|with|in|to)|[&/,–-])$", re.IGNORECASE)


def spaced_tables(lines: Sequence[Line], joiner: Joiner) -> list[Table | Line]:
    """The tables of a text with its other lines; nothing where it has no table."""
    blocks: list[Table | Line] = []
    for region, is_table in _regions(lines):
        if is_table:
            blocks.append(_table(region, joiner))
        else:
            blocks += [line for run in region for line in run]
    return blocks if any(isinstance(block, Table) for block in blocks) else []


def _pieces(line: str) -> list[tuple[int, str]]:
    """The pieces of a line that stand apart from each other, with where each begins."""
    return [(piece.start(), piece[0]) for piece in _PIECE.finditer(line.expandtabs())]


def _regions(lines: Sequence[Line]) -> Iterator[tuple[list[list[Line]], bool]]:
    """Runs of lines that are one table, or a run that is none."""
    region: list[list[Line]] = []
    for run in _runs(lines):
        if region and not _goes_on(region, run):
            yield region, _is_table(region)
            region = []
        region.append(run)
        if not _may_begin(region[0]):
            yield region, False
            region = []
    if region:
        yield region, _is_table(region)


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines without an empty line between them, on one page."""
    run: list[Line] = []
    for line in lines:
        if run and (not line.text.strip() or line.follows_page):
            yield run
            run = []
        if line.text.strip():
            run.append(line)
    if run:
        yield run


def _may_begin(run: Sequence[Line]) -> bool:
    return len(_pieces(run[0].text)) >= _FEWEST_COLUMNS


def _is_table(region: Sequence[Sequence[Line]]) -> bool:
    return _may_begin(region[0]) and sum(map(len, region)) >= _FEWEST_LINES


def _goes_on(region: Sequence[Sequence[Line]], run: Sequence[Line]) -> bool:
    """Whether a run stands in the columns of the table before it."""
    starts = _starts(region[0])
    placed = [start for line in run for start, _ in _pieces(line.text)]
    in_columns = sum(any(abs(start - begins) <= _NEAR for begins in starts) for start in placed)
    beside = any(len(_pieces(line.text)) > 1 or _pieces(line.text)[0][0] > _NEAR + starts[0] for line in run)
    return beside and in_columns * 2 > len(placed)


def _starts(run: Sequence[Line]) -> list[int]:
    return [start for start, _ in max((_pieces(line.text) for line in run), key=len)]


def _columns(lines: Sequence[str]) -> list[int]:
    """Where the columns begin: after what is empty in every line, or else where the pieces of the fullest line do."""
    starts = _starts([Line(0, line) for line in lines])
    rows = [line for line in lines if len(_pieces(line)) > 1]
    width = max(map(len, rows))
    empty = [all(line[at : at + 1].strip() == "" for line in rows) for at in range(width)]
    begins = [at for at in range(width) if not empty[at] and (at == 0 or all(empty[max(at - 2, 0) : at]))]
    return begins if len(begins) == len(starts) else starts


def _table(region: Sequence[Sequence[Line]], joiner: Joiner) -> Table:
    lines = [line for run in region for line in run]
    begins = _columns([line.text.expandtabs() for line in lines])
    rows: list[list[Cell]] = []
    for run in _without_repeated_header(region):
        cells = [(line, _cut(line.text.expandtabs(), begins)) for line in run]
        named = next((at for at, (_, texts) in enumerate(cells) if texts[0]), None)
        for at, (line, texts) in enumerate(cells):
            if rows and _belongs_to(rows[-1], texts, at, named, after_gap=not run[0].follows_page):
                rows[-1] = [_joined(old, new, joiner, line.number) for old, new in zip(rows[-1], texts, strict=True)]
            else:
                rows.append([Cell(clean(text), f"line {line.number}, column {n}") for n, text in enumerate(texts, start=1)])
    return Table("the table", f"lines {lines[0].number} to {lines[-1].number}", squared(rows))


def _without_repeated_header(region: Sequence[Sequence[Line]]) -> Iterator[Sequence[Line]]:
    """The runs, those on a new page without the lines of the header that are repeated there."""
    header = [" ".join(line.text.split()) for line in region[0]]
    for at, run in enumerate(region):
        if at == 0 or " ".join(run[0].text.split()) != header[0]:
            yield run
            continue
        same = 0
        while same < min(len(run), len(header)) and " ".join(run[same].text.split()) == header[same]:
            same += 1
        if rest := run[same:]:
            yield [Line(rest[0].number, rest[0].text, run[0].follows_page), *rest[1:]]


def _cut(line: str, begins: Sequence[int]) -> list[str]:
    """A line's cells: each piece in the column it begins in."""
    cells = [""] * len(begins)
    for start, words in _pieces(line):
        at = max((at for at, column in enumerate(begins) if column <= start + _NEAR), default=0)
        cells[at] = f"{cells[at]} {words}".strip()
    return cells


def _belongs_to(above: Sequence[Cell], texts: Sequence[str], at: int, named: int | None, *, after_gap: bool) -> bool:
    """Whether line `at` of a run goes on from the row above; `named` is the first line of the run with a name in its first column.

    After a gap a run with a name begins a row, even where its name stands lower than its cells do.
    """
    if after_gap and named is not None and at <= named:
        return at > 0 or _name_goes_on(above, texts)
    return not texts[0] or _name_goes_on(above, texts) or _cell_goes_on(above, texts)


def _name_goes_on(above: Sequence[Cell], texts: Sequence[str]) -> bool:
    return texts[0][:1].islower() or bool(above[0].text and texts[0] and _GOES_ON.search(above[0].text))


def _cell_goes_on(above: Sequence[Cell], texts: Sequence[str]) -> bool:
    """Whether a cell begins inside a sentence that the one above it leaves open."""
    beside = [(old.text, new) for old, new in zip(above[1:], texts[1:], strict=True) if old.text and new]
    return any(new[:1].islower() and old[-1] not in ".;:!?" for old, new in beside)


def _joined(old: Cell, new: str, joiner: Joiner, number: int) -> Cell:
    text = joiner.join(old.text, clean(new), f"line {number}") if new else old.text
    return Cell(text, old.place if old.text else f"line {number}, {old.place.rpartition(', ')[2]}")
