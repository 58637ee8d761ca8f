"""The header of a matrix: which rows of a table hold grades, bands, paths and titles, in whatever order they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.importing.grades import all_bare, all_marked, marked_grade, plain_grade
from bot.importing.refusing import CannotImport
from bot.importing.source import Cell, Table
from bot.importing.words import ImportWords

_RULE = re.compile(r"[-=_:\s]{2,}")
_NAMED = frozenset({"band", "path", "title", "label", "blank", "rule"})
_LONGEST_TITLE = 120  # characters of a header cell without a label that may still be a title


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of a table that are one header: `first` to `last`, by what each holds, with the captions above and notes between."""

    first: int
    last: int
    grades: int
    rows: dict[str, int]
    captions: tuple[Cell, ...]
    notes: tuple[Cell, ...] = ()
    bands_for_grades: bool = False


def row_kind(row: Sequence[Cell], words: ImportWords) -> str:
    """What a row may be, by its label and its cells."""
    label, others = row[0].text, [cell.text for cell in row[1:] if cell.text and not (cell.spread and cell.text == row[0].text)]
    if not label and not others:
        return "blank"
    if not label and len(others) == len(row) - 1 > 1 and all(cell.spread for cell in row[2:]) and len(set(others)) == 1:
        return "single"  # one cell merged over all the roles
    if all(_RULE.fullmatch(text) for text in (label, *others) if text):
        return "rule"
    return _labelled(label, others, words) if others else "single"


def _labelled(label: str, others: Sequence[str], words: ImportWords) -> str:
    """What a row with cells may be."""
    kinds = {
        "band": words.is_band(label) and any(re.search(r"\d", text) or len(text) == 1 for text in others),
        "grade": _holds_grades(label, others, words),
        "path": words.is_path(label),
        "title": words.is_title(label),
        "label": words.is_competency(label) or words.is_description(label),
    }
    return next((kind for kind, fits in kinds.items() if fits), "body")


def _holds_grades(label: str, others: Sequence[str], words: ImportWords) -> bool:
    """Whether a row is labelled as that of the grades and mostly holds some; "As previous grade" is a cell, and no label."""
    if not words.is_grade(label) or words.is_band(label) or words.reference.match(label):
        return False
    grades = [text for text in others if plain_grade(text, roman=words.roman) and not words.reference.match(text)]
    return len(grades) * 2 >= len(others)


def headers(table: Table, words: ImportWords) -> list[Header]:
    """The headers of a table, from above; none where it is no matrix. Raises CannotImport where two contradict each other."""
    kinds = [row_kind(row, words) for row in table.rows]
    bands = False
    if "grade" not in kinds:
        kinds = _found_otherwise(table, kinds, words)
    if "grade" not in kinds and "band" in kinds:
        kinds, bands = ["grade" if kind == "band" else kind for kind in kinds], True
    found: list[Header] = []
    for at, kind in enumerate(kinds):
        if kind == "grade" and (not found or at > found[-1].last):
            found.append(_header(table, kinds, at, bands=bands))
    return found


def _found_otherwise(table: Table, kinds: list[str], words: ImportWords) -> list[str]:
    """The kinds where no row is labelled as that of the grades: by cells that say "Grade 7", or by bare numbers."""
    begins = next((at for at, kind in enumerate(kinds) if kind == "body"), len(kinds))
    marked = [
        "grade" if _may_hold_grades(row, kind, at <= begins) and all_marked(row[_labels(row, words) :], words) else kind
        for at, (row, kind) in enumerate(zip(table.rows, kinds, strict=True))
    ]
    if "grade" in marked or _is_scale(table, kinds):
        return marked
    at = next((at for at, kind in enumerate(kinds) if kind in ("body", "label")), None)
    if at is None or not all_bare(table.rows[at][1:]) or (table.rows[at][0].text and kinds[at] != "label"):
        return kinds
    return [*kinds[:at], "grade", *kinds[at + 1 :]]


def _may_hold_grades(row: Sequence[Cell], kind: str, is_above: bool) -> bool:  # noqa: FBT001
    """Whether a row may be a header: below the first competency, "Level 3" is rather a qualification."""
    return kind in ("title", "label", "path") or (kind == "body" and (is_above or not row[0].text))


def _labels(row: Sequence[Cell], words: ImportWords) -> int:
    """How many cells a header row begins with that say no grade: the label, and maybe a heading above a description."""
    return next((at for at, cell in enumerate(row) if at and cell.text and marked_grade(cell.text, words)), 1)


def _is_scale(table: Table, kinds: list[str]) -> bool:
    """Whether it is a grid to fill in: numbers above, and nothing below."""
    at = next((at for at, kind in enumerate(kinds) if kind in ("body", "label")), None)
    return at is not None and all_bare(table.rows[at][1:]) and not any(cell.text for row in table.rows[at + 1 :] for cell in row[1:])


def is_scale(table: Table, words: ImportWords) -> bool:
    """Whether a table is a grid to fill in."""
    return _is_scale(table, [row_kind(row, words) for row in table.rows])


def _header(table: Table, kinds: list[str], at: int, *, bands: bool) -> Header:
    first = at
    while first and kinds[first - 1] in _NAMED:
        first -= 1
    last, rows = at, {"grade": at}
    for below in range(first, len(kinds)):
        kind = _unlabelled(table, kinds, below, rows)
        if below > at and kind == "single" and _goes_on(kinds, below):
            continue
        if below > at and kind not in _NAMED and kind != "grade":
            break
        last = max(last, below)
        if kind in ("grade", "title", "path"):
            _check_once(table, kind, rows.get(kind, below), below)
        rows.setdefault(kind, below)
    top = first
    while top and kinds[top - 1] in ("single", "blank"):
        top -= 1
    captions = tuple(_said(table.rows[above]) for above in range(top, first) if kinds[above] == "single")
    notes = tuple(_said(table.rows[between]) for between in range(first, last) if kinds[between] == "single")
    return Header(top, last, at, rows, captions, notes, bands)


def _said(row: Sequence[Cell]) -> Cell:
    """The one cell of a row that says something."""
    return next(cell for cell in row if cell.text)


def _goes_on(kinds: list[str], at: int) -> bool:
    """Whether a line of text stands inside a header: the next row with cells is one of titles, paths or bands."""
    following = next((kind for kind in kinds[at:] if kind not in ("single", "blank", "rule")), "")
    return following in ("title", "path", "band")


def _unlabelled(table: Table, kinds: list[str], at: int, rows: dict[str, int]) -> str:
    """The kind of a row; short words without a label beside the grades are titles, unless there are some."""
    row = table.rows[at]
    bare = kinds[at] == "body" and not row[0].text and all(len(cell.text) <= _LONGEST_TITLE for cell in row)
    return "title" if bare and "title" not in rows and "title" not in kinds else kinds[at]


def _check_once(table: Table, kind: str, one: int, other: int) -> None:
    first, second = ([cell.text.casefold() for cell in table.rows[at][1:]] for at in (one, other))
    if first != second:
        what = {"grade": "grades", "title": "job titles", "path": "career paths"}[kind]
        where = f"{table.rows[one][0].place} and {table.rows[other][0].place}"
        raise CannotImport(f"There are two header rows with {what}, and they differ ({where}). Keep one of them, and import again.")
