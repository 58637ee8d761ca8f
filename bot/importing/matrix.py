"""The matrix of a document: its roles and competencies out of all blocks, and what each cell says."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from bot.importing.blocks import Block, Column, Row
from bot.importing.cleaning import key, slug
from bot.importing.families import by_family
from bot.importing.grades import titles_of, without_descriptor
from bot.importing.source import Cell, Findings
from bot.importing.words import ImportWords

_NUMBERED = re.compile(r"\s*\((\d{1,2})\)\s*$")
_FOOTNOTE = re.compile(r"(?<=\w|\))\s*[*†‡§¹²³]+$")  # what refers to a note below the table
_ALIKE = 0.9  # of 1: so alike are two spellings of a competency in two blocks
_LONGEST_HEADING = 60  # characters of a row without cells that only heads the rows below it


@dataclass(frozen=True, slots=True)
class MatrixRole:
    """A role: a column of one block, or of several that continue each other. `name` is its grade where that is no number."""

    id: str
    grade: int
    title: str
    titles: tuple[str, ...]
    path: str
    bands: tuple[int, ...]
    figure: str
    name: str = ""


@dataclass(slots=True)
class MatrixRow:
    """A row of a competency, by its name in the document, with the cell of each role that has words in it."""

    name: str
    cells: dict[str, Cell] = field(default_factory=dict)


@dataclass(slots=True)
class MatrixCompetency:
    """A competency with its rows: one, or several that the document counts ("Training (1)") or repeats."""

    id: str
    name: str
    about: str
    figure: str
    rows: list[MatrixRow]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Roles in order of grade, competencies in order of the document; `notes` are its rows without cells.

    `by_family` says that its paths are the sheets or sections it stands in, so that a reference stays inside them.
    `word` is what it calls a competency, `grade_word` what it calls a grade; `turned` says that its roles stand below each other.
    """

    roles: tuple[MatrixRole, ...]
    competencies: tuple[MatrixCompetency, ...]
    notes: tuple[Cell, ...]
    word: str
    grade_word: str = "grade"
    turned: bool = False
    by_family: bool = False


def matrix_of(blocks: Sequence[Block], words: ImportWords, findings: Findings) -> Matrix:
    """The matrix that some blocks make."""
    split = by_family(blocks, findings)
    blocks, apart = split, split != tuple(blocks)
    grade_word = _grade_word(blocks)
    roles, by_column = _roles(blocks, grade_word, words, findings)
    rows = _rows(blocks, by_column, findings)
    competencies = _competencies(rows, words, findings)
    notes = tuple(note for block in blocks for note in block.notes if not _is_row(note, rows))
    word = next((block.word for block in blocks if block.word), "")
    return Matrix(roles, competencies, _kept(notes, findings), word, grade_word, any(block.turned for block in blocks), apart)


def _grade_word(blocks: Sequence[Block]) -> str:
    """What the document calls a grade: the word that most of its columns have."""
    counted = Counter(column.word for block in blocks for column in block.columns if column.word)
    return counted.most_common(1)[0][0] if counted else "grade"


def _roles(
    blocks: Sequence[Block], grade_word: str, words: ImportWords, findings: Findings
) -> tuple[tuple[MatrixRole, ...], dict[tuple[int, int], str]]:
    """The roles, and which of them each column of each block is."""
    found: dict[tuple[object, ...], MatrixRole] = {}
    by_column: dict[tuple[int, int], str] = {}
    for number, block in enumerate(blocks):
        seen: Counter[tuple[object, ...]] = Counter()
        for column in block.columns:
            same = (column.grade, key(column.title), key(column.path))
            seen[same] += 1
            if seen[same] == 2:  # noqa: PLR2004 (the second)
                at = f"{grade_word} {column.name or column.grade}"
                what = f"“{column.title}” at {at}" if column.title else f"at {at} and have no title"
                findings.guess(f"Two columns are {what}; each was kept as a role of its own.", column.place)
            taken = [each.id for each in found.values()]
            role = found.setdefault((*same, seen[same]), _role(column, block.name, grade_word, words, taken))
            by_column[number, column.at] = role.id
    letters = sorted({column.name for block in blocks for column in block.columns if column.name}) if not words.roman else []
    if letters:
        findings.guess(f"A {grade_word} is a letter here: {', '.join(letters)}. Taken to rise with the alphabet, A being the lowest.")
    if not any(column.title for block in blocks for column in block.columns):
        remedy = "Add a row that begins with “Job title” where it has titles."
        findings.guess(f"No row of job titles was found, so each role is called by its {grade_word}. {remedy}")
    return tuple(sorted(found.values(), key=lambda role: role.grade)), by_column


def _role(column: Column, figure: str, grade_word: str, words: ImportWords, taken: Iterable[str]) -> MatrixRole:
    titles = titles_of(column.title, words.shape.several) or [column.path or f"{grade_word.capitalize()} {column.name or column.grade}"]
    title = " / ".join(without_descriptor(each) or each for each in titles)
    id_ = _free(slug(title, 40) if not column.title and not column.path else f"{slug(title, 40)}-{column.grade}", taken)
    return MatrixRole(id_, column.grade, title, tuple(titles), column.path, column.bands, figure, column.name)


def _free(id_: str, taken: Iterable[str]) -> str:
    known, number, found = set(taken), 2, id_.strip("-") or "unnamed"
    while found in known:
        found, number = f"{id_.strip('-')}-{number}", number + 1
    return found


@dataclass(slots=True)
class _NamedRow:
    """A row over all blocks: its name in the first, how it is compared, and which of several rows of that name it is."""

    name: str
    same: tuple[str, int]
    about: str
    figure: str
    cells: dict[str, Cell] = field(default_factory=dict)


def _rows(blocks: Sequence[Block], by_column: dict[tuple[int, int], str], findings: Findings) -> list[_NamedRow]:
    rows: dict[tuple[str, int], _NamedRow] = {}
    order: list[tuple[str, int]] = []
    for number, block in enumerate(blocks):
        seen: Counter[str] = Counter()
        before, at = list(rows), 0
        for row in block.rows:
            name = _known_name(row, block, before)
            seen[name] += 1
            same = (name, seen[name])
            if same not in rows:  # a row that an earlier block left empty belongs behind the row it follows here
                order.insert(at, same)
            at = order.index(same) + 1
            label = _FOOTNOTE.sub("", " ".join(row.label.text.split()))
            kept = rows.setdefault(same, _NamedRow(label, same, row.about, block.name))
            if kept.name != label:
                findings.guess(f"“{label}” was taken to be the same as “{kept.name}”.", row.label.place)
            _fill(kept, row, [by_column[number, column.at] for column in block.columns], findings)
    return [rows[same] for same in order]


def _known_name(row: Row, block: Block, before: Sequence[tuple[str, int]]) -> str:
    """How a row is compared with those of the blocks before: its own name, or one spelt nearly like it that this block does not have."""
    name = key(row.label.text) or row.label.text
    known = {each for each, _ in before}
    if name in known or not known:
        return name
    own = {key(each.label.text) for each in block.rows}
    near = [each for each in known - own if SequenceMatcher(None, each, name).ratio() >= _ALIKE and _digits(each) == _digits(name)]
    return near[0] if len(near) == 1 else name


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _fill(kept: _NamedRow, row: Row, roles: Sequence[str], findings: Findings) -> None:
    for role, cell in zip(roles, row.cells, strict=True):
        if not cell.text:
            continue
        if cell.spread:
            findings.guess("The cell is merged over several; its words were taken for each of them.", cell.place)
        if role not in kept.cells:
            kept.cells[role] = cell
        elif kept.cells[role].text != cell.text:
            kept.cells[role] = replace(cell, text=f"{kept.cells[role].text}\n{cell.text}", place=kept.cells[role].place)
            findings.guess("A second cell for the same role and competency; both were kept, one after the other.", cell.place)


def _competencies(rows: Sequence[_NamedRow], words: ImportWords, findings: Findings) -> tuple[MatrixCompetency, ...]:
    groups: dict[str, list[_NamedRow]] = {}
    for row in rows:
        groups.setdefault(key(_base(row.name)), []).append(row)
    found: list[MatrixCompetency] = []
    for group in groups.values():
        together = len(group) > 1 and not any(_speaks_for_itself(cell, words) for row in group for cell in row.cells.values())
        for several in [group] if together else [[row] for row in group]:
            found.append(_competency(several, [each.id for each in found]))
        if together:
            names = list(dict.fromkeys(row.name for row in group))
            findings.guess(f"The {len(group)} rows of {_listed(names)} were taken for one competency.")
    return tuple(found)


def _competency(group: Sequence[_NamedRow], taken: Sequence[str]) -> MatrixCompetency:
    name = _base(group[0].name) if len(group) > 1 else group[0].name
    names = Counter(row.name for row in group)
    counted = Counter[str]()
    rows = []
    for row in group:
        counted[row.name] += 1
        shown = row.name if names[row.name] == 1 else f"{row.name} ({_nth(counted[row.name])} row)"
        rows.append(MatrixRow(shown, row.cells))
    return MatrixCompetency(_free(slug(name), taken), name, next((row.about for row in group if row.about), ""), group[0].figure, rows)


def _nth(number: int) -> str:
    return {1: "first", 2: "second", 3: "third"}.get(number, f"{number}th")


def _base(name: str) -> str:
    """A name without the number that counts its rows."""
    return _NUMBERED.sub("", name) or name


def _speaks_for_itself(cell: Cell, words: ImportWords) -> bool:
    """Whether a cell says something of its whole role that cannot stand beside the words of another row."""
    return words.is_no(cell.text) or bool(words.reference.match(cell.text))


def _is_row(note: Cell, rows: Iterable[_NamedRow]) -> bool:
    """Whether a row without cells is a competency that has cells elsewhere."""
    return key(note.text) in {row.same[0] for row in rows}


def _kept(notes: Iterable[Cell], findings: Findings) -> tuple[Cell, ...]:
    """The rows without cells that say something; short ones only head the rows below them."""
    found = []
    for note in {key(note.text): note for note in notes}.values():
        if len(note.text) > _LONGEST_HEADING or note.text.endswith((".", ":", ";")):
            found.append(note)
        else:
            findings.leave_out(f"“{note.text}” has no words for any role; it was taken for a heading among the competencies.", note.place)
    return tuple(found)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(f"“{name}”" for name in names[:-1]), f"“{names[-1]}”") if part)
