"""What a document holds beside its matrix: the self-assessment grid, development opportunities, the plan's columns, the version."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.importing.cleaning import key, one_line
from bot.importing.headers import is_scale
from bot.importing.matrix import Matrix
from bot.importing.naming import covered
from bot.importing.source import Findings, Paragraph, Source, Table
from bot.importing.words import ImportWords

_ITEMS = re.compile(r"\n|(?:^|\s)[-•●▪*]\s+|;\s+")
_HALF = re.compile(r"(?<![\d.])\d{1,2}\.5(?!\d|\.\d)")
_QUESTION = re.compile(r"\s(?=(?:What|How|Who|Which|When|Where|Why)\b)")
PLAN_COLUMNS = ("objective", "activity", "difference", "support", "date")


@dataclass(frozen=True, slots=True)
class GridFound:
    """The self-assessment grid: its rows with the competencies they cover, and its scale."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]
    lowest: int
    highest: int
    step: float
    meaning: dict[int, str]
    section: str


@dataclass(frozen=True, slots=True)
class Extras:
    """The tables around a matrix, as far as they were recognised."""

    grid: GridFound | None
    opportunities: tuple[tuple[str, tuple[str, ...]], ...]
    opportunities_section: str
    plan: tuple[str, ...]
    plan_section: str
    version: str


def extras_of(source: Source, others: Sequence[Table], matrix: Matrix, words: ImportWords, findings: Findings) -> Extras:
    """Sort the tables that are no matrix; those that are nothing known are left out."""
    headings = _headings(source)
    scales = [table for table in others if is_scale(table, words)]
    grid = _grid(scales, source, matrix, words, findings, headings)
    opportunities = next((table for table in others if _is_opportunities(table, words)), None)
    plan = next((table for table in others if _is_plan(table, headings[id(table)], words)), None)
    version = next((table for table in others if _version(table, words)), None)
    for table in others:
        if table not in scales and table not in (opportunities, plan, version):
            findings.leave_out(f"The table beginning “{_begins(table)}” is none that a framework has.", table.place)
    return Extras(
        grid,
        _opportunities(opportunities) if opportunities else (),
        headings[id(opportunities)] if opportunities else "",
        _plan(plan, findings) if plan else (),
        headings[id(plan)] if plan else "",
        _version(version, words) if version else "",
    )


def _headings(source: Source) -> dict[int, str]:
    """The line above each table."""
    above, found = "", {}
    for block in source.blocks:
        if isinstance(block, Paragraph):
            above = block.text
        else:
            found[id(block)] = above
    return found


def _begins(table: Table) -> str:
    said = " ".join(cell.text for row in table.rows for cell in row if cell.text)
    return said if len(said) <= 60 else f"{said[:57]}..."  # noqa: PLR2004 (a line of a report)


def _grid(
    scales: Sequence[Table], source: Source, matrix: Matrix, words: ImportWords, findings: Findings, headings: dict[int, str]
) -> GridFound | None:
    if not scales:
        return None
    table = max(scales, key=lambda each: len(each.rows))
    for other in scales:
        if other is not table:
            findings.leave_out("Another self-assessment grid, shorter or the same, was not read.", other.place)
    header = next(row for row in table.rows if any(cell.text for cell in row[1:]))
    marks = [int(cell.text) for cell in header[1:] if cell.text.isdigit()]
    rows = []
    for row in table.rows[table.rows.index(header) + 1 :]:
        ids = covered(row[0].text, matrix.competencies) if row[0].text else ()
        if ids:
            rows.append((one_line(row[0].text), ids))
            _note_difference(row[0].text, row[0].place, ids, matrix, findings)
        elif row[0].text:
            findings.leave_out(f"The grid's row “{row[0].text}” is like no competency of the matrix.", row[0].place)
    step = _step(source, words, findings)
    return GridFound(tuple(rows), min(marks), max(marks), step, _meaning(source, words, marks), headings[id(table)]) if rows else None


def _note_difference(name: str, place: str, ids: Sequence[str], matrix: Matrix, findings: Findings) -> None:
    names = [each.name for each in matrix.competencies if each.id in ids]
    if [key(each) for each in names] != [key(name)]:
        findings.guess(f"The grid's row “{name}” was taken for {' and '.join(f'“{each}”' for each in names)}.", place)


def _step(source: Source, words: ImportWords, findings: Findings) -> float:
    for paragraph in source.paragraphs():
        if _HALF.search(paragraph.text) and words.mentions(paragraph.text, words.shape.grid):
            findings.guess("The text has a mark of one half on its scale, so half marks are possible.", paragraph.place)
            return 0.5
    return 1.0


def _meaning(source: Source, words: ImportWords, marks: Sequence[int]) -> dict[int, str]:
    """What the text says that marks mean: "with 1 being not at all confident and 10 being extremely confident"."""
    means = "|".join(map(re.escape, words.shape.means))
    said = re.compile(rf"(?<![\w.])(\d{{1,2}})\s*(?:{means}),?\s+(.+?)(?=\s+and\s+\d{{1,2}}\s*(?:{means})|[.;]|,\s*\d|$)")
    for paragraph in source.paragraphs():
        found = {int(mark): meaning.strip() for mark, meaning in said.findall(paragraph.text) if int(mark) in (min(marks), max(marks))}
        if len(found) > 1 and words.mentions(paragraph.text, words.shape.grid):
            return found
    return {}


def _is_opportunities(table: Table, words: ImportWords) -> bool:
    if table.width != 2:  # noqa: PLR2004 (a competency and its list)
        return False
    first, second = table.rows[0]
    return words.is_competency(first.text) and any(key(second.text) == key(name) for name in words.shape.opportunities)


def _opportunities(table: Table) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names in each row's list."""
    found: dict[str, list[str]] = {}
    name = ""
    for row in table.rows[1:]:
        name = one_line(row[0].text) or name
        items = [one_line(item).strip(" -–•") for item in _ITEMS.split(row[1].text)]
        found.setdefault(name, []).extend(item for item in items if item)
    return tuple((name, tuple(dict.fromkeys(items))) for name, items in found.items() if name)


def _is_plan(table: Table, heading: str, words: ImportWords) -> bool:
    filled = [row for row in table.rows if any(cell.text for cell in row)]
    return len(filled) == 1 and table.width > 2 and words.mentions(heading, words.shape.plan)  # noqa: PLR2004 (more than name and value)


def _plan(table: Table, findings: Findings) -> tuple[str, ...]:
    cells = next(row for row in table.rows if any(cell.text for cell in row))
    if len(cells) != len(PLAN_COLUMNS):
        findings.leave_out(
            f"A plan has {len(PLAN_COLUMNS)} columns here and this template {len(cells)}; the usual ones are used.", table.place
        )
        return ()
    findings.guess("The template's columns were taken for objective, activity, difference, support and date, in this order.", table.place)
    return tuple(cell.text for cell in cells)


def column_of(cell: str) -> tuple[str, list[str]]:
    """The name of a template's column and the questions it asks."""
    if "\n" in cell:
        name, *asks = cell.split("\n")
    else:
        name, *asks = _QUESTION.split(cell)
    return name.strip(), [ask.strip() for ask in asks if ask.strip()] or [name.strip()]


def _version(table: Table, words: ImportWords) -> str:
    """The version that the last row of a table of versions names, with its date."""
    header = [key(cell.text) for cell in table.rows[0]]
    at = next((at for at, name in enumerate(header) if name in map(key, words.shape.version)), None)
    rows = [row for row in table.rows[1:] if at is not None and row[at].text]
    if at is None or not rows or table.width > 5:  # noqa: PLR2004 (a short table, not a matrix)
        return ""
    others = [cell.text for number, cell in enumerate(rows[-1]) if number != at and header[number] in ("date", "dated")]
    return ", ".join([rows[-1][at].text, *others])
