"""The blocks of a matrix: tables, or parts of one side by side, each with its header and the rows below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.importing.cleaning import without_number
from bot.importing.grades import grade_name, marked_grade, numbers, plain_grade
from bot.importing.headers import Header, headers, is_scale, row_kind
from bot.importing.role_tables import Above, columns_of_one_role, has_header, is_of_one_role
from bot.importing.source import Cell, Findings, Paragraph, Source, Table
from bot.importing.words import ImportWords


@dataclass(frozen=True, slots=True)
class Column:
    """One role of a block, as its header names it: `name` is how it writes a grade that is no number, `word` what it calls a grade."""

    at: int
    grade: int
    title: str
    path: str
    bands: tuple[int, ...]
    place: str
    name: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a block: a competency's name, what it is about, and a cell for each column of the block."""

    label: Cell
    about: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A header with the rows below it. `name` is how the document calls the table, `word` how it calls a competency.

    `family` is the sheet or section it stands in; `turned` says that its roles stand below each other.
    """

    name: str
    word: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Cell, ...] = ()
    width: int = 0
    family: str = ""
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The blocks of a document, and its tables that are none."""

    blocks: tuple[Block, ...]
    others: tuple[Table, ...]


def blocks_of(source: Source, words: ImportWords, findings: Findings) -> Found:
    """Every block of a document. Raises CannotImport where headers contradict each other."""
    blocks: list[Block] = []
    others: list[Table] = []
    above, follows = Above(), False
    for part in source.blocks:
        if isinstance(part, Paragraph):
            above, follows = above.then(part, words), False
            continue
        found = _of_table(part, above, words, findings)
        if not found and follows and blocks[-1].width == part.width and not is_scale(part, words):
            found = [_continued(blocks[-1], part, words, findings)]
        follows = bool(found)
        blocks += [replace(block, family=part.title or above.section) for block in found]
        if not found:
            others.append(part)
    return Found(tuple(blocks), tuple(others))


def _of_table(table: Table, above: Above, words: ImportWords, findings: Findings) -> list[Block]:
    """The blocks of a table: as it stands, turned, or the one role that is named above it."""
    found = [block for piece in _side_by_side(table, words) for block in _blocks(piece, words, findings, above.caption)]
    if found:
        return found
    turned = table.turned()
    found = [replace(block, turned=True) for block in _blocks(turned, words, findings, above.caption)] if turned.rows else []
    if found:
        findings.guess("The roles stand below each other and the competencies side by side; read so.", table.place)
        return found
    return _of_one_role(table, above, words, findings)


def _of_one_role(table: Table, above: Above, words: ImportWords, findings: Findings) -> list[Block]:
    """The block of a table under a heading that names a role with its grade; none where it is another kind of table."""
    owner = above.owner
    named = marked_grade(owner.text, words) if owner else None
    if owner is None or named is None or not is_of_one_role(table, words):
        return []
    findings.recognise(f"the table of “{_short(owner.text)}”", table.place)
    label, about, said = columns_of_one_role(table, words)
    rows: list[Row] = []
    notes: list[Cell] = []
    for row in table.rows[has_header(table, words) :]:
        if row_kind(row, words) == "single":
            notes.append(row[label])
        elif row[said].text or row[label].text:
            name = row[label] if row[label].text or not rows else _same_as_above(row[label], rows[-1].label, findings)
            rows.append(Row(name, row[about].text if about is not None else "", (row[said],)))
    column = Column(said, named[0], without_number(named[1]), "", (), owner.place, grade_name(owner.text, words), words.called(owner.text))
    return [Block(table.name, "", (column,), tuple(rows), tuple(notes), table.width)] if rows else []


def _side_by_side(table: Table, words: ImportWords) -> list[Table]:
    """A table in parts, where the label of the header stands again further right, in the same row or another."""
    table = _trimmed(table)
    grades = sorted({at for row in table.rows for at in range(table.width - 1) if _begins_grades(row, at, words)})
    if len(grades) > 1:
        return [_trimmed(table.columns(first, last)) for first, last in zip([0, *grades[1:]], [*grades[1:], table.width], strict=True)]
    for row in table.rows:
        begins = [at for at, cell in enumerate(row) if not cell.spread and _heads(cell.text, words)]
        same = [at for at in begins if row[at].text.casefold() == row[begins[0]].text.casefold()]
        if len(same) > 1 and same[0] == 0:
            return [_trimmed(table.columns(first, last)) for first, last in zip(same, [*same[1:], table.width], strict=True)]
    return [table]


def _begins_grades(row: Sequence[Cell], at: int, words: ImportWords) -> bool:
    """Whether a cell is the label of grades that stand right of it."""
    label, beside = row[at], row[at + 1].text
    is_label = not label.spread and words.is_grade(label.text) and not words.is_band(label.text)
    return (
        is_label
        and plain_grade(beside, roman=words.roman) is not None
        and not any(words.reference.match(text) for text in (label.text, beside))
    )


def _heads(text: str, words: ImportWords) -> bool:
    return bool(text) and (words.is_grade(text) or words.is_competency(text) or words.is_title(text))


def _trimmed(table: Table) -> Table:
    """A table without the empty columns on its left."""
    first = next((at for at in range(table.width) if any(row[at].text for row in table.rows)), 0)
    return table.columns(first, table.width)


def _blocks(table: Table, words: ImportWords, findings: Findings, caption: str) -> Iterator[Block]:
    if table.width < 2:  # noqa: PLR2004 (a name and a cell)
        return
    found = headers(table, words)
    for row in table.rows[: found[0].first] if found else ():
        for cell in row:
            if cell.text and not cell.spread:
                findings.leave_out(f"“{_short(cell.text)}” stands above the matrix.", cell.place)
    for at, header in enumerate(found):
        end = found[at + 1].first if at + 1 < len(found) else len(table.rows)
        columns = _columns(table, header, words, findings)
        if columns:
            yield _block(table, header, columns, end, caption, words, findings)


def _columns(table: Table, header: Header, words: ImportWords, findings: Findings) -> tuple[Column, ...]:
    row = table.rows[header.grades]
    found: list[Column] = []
    names = header.rows.get("title")
    for at in range(1, table.width):
        cell = row[at]
        grade, rest = _grade(cell, words, findings)
        title = table.rows[names][at].text if names is not None else rest
        if grade is None and found and title and names is not None and not row[at].text:
            grade = found[-1].grade
            findings.guess(f"No grade stands above “{title}”; taken to be {grade}, as for the column before.", cell.place)
        if grade is not None:
            found.append(_column(table, header, at, grade, title or _of_label_row(table, header, at, words), words))
    if header.bands_for_grades and found:
        findings.guess("The document has bands and no grades; the bands were taken for grades.", row[0].place)
    return tuple(found)


def _grade(cell: Cell, words: ImportWords, findings: Findings) -> tuple[int | None, str]:
    marked = marked_grade(cell.text, words)
    if marked and not cell.text.strip().isdigit():
        return marked
    grade = plain_grade(cell.text, roman=words.roman)
    if grade is not None and len(numbers(cell.text)) > 1:
        findings.guess(f"“{cell.text}” names more than one grade; the column was taken for grade {grade}.", cell.place)
    return grade, ""


def _column(table: Table, header: Header, at: int, grade: int, title: str, words: ImportWords) -> Column:
    path, band = (table.rows[header.rows[kind]][at].text if kind in header.rows else "" for kind in ("path", "band"))
    cell, label = table.rows[header.grades][at], table.rows[header.grades][0].text
    bands = () if header.bands_for_grades else numbers(band)
    return Column(at, grade, title, path, bands, cell.place, grade_name(cell.text, words), words.called(cell.text) or words.called(label))


def _of_label_row(table: Table, header: Header, at: int, words: ImportWords) -> str:
    """The title that stands in the row of the word "Competency", where no row is that of the titles."""
    row = header.rows.get("label")
    text = table.rows[row][at].text if row is not None and row != header.grades else ""
    return "" if text.isdigit() or marked_grade(text, words) else text


def _block(
    table: Table, header: Header, columns: tuple[Column, ...], end: int, caption: str, words: ImportWords, findings: Findings
) -> Block:
    label, about = _label_columns(table, header, columns[0].at, words, findings)
    known = {column.at for column in columns} | set(range(columns[0].at))
    captions = [cell.text for cell in header.captions] or ([caption] if caption else [])
    body: list[Row] = []
    notes = list(header.notes)
    for line in header.captions:
        findings.leave_out(f"“{_short(line.text)}” is a line above the matrix.", line.place)
    for row in table.rows[header.last + 1 : end]:
        kind = row_kind(row, words)
        if kind == "single":
            notes.append(row[0])
        elif kind not in ("blank", "rule") and (row[label].text or (body and any(row[column.at].text for column in columns))):
            name = row[label] if row[label].text else _same_as_above(row[label], body[-1].label, findings)
            body.append(Row(name, row[about].text if about is not None else "", tuple(row[column.at] for column in columns)))
        else:
            _leave_out_unnamed(row, known, findings)
        _leave_out_others(row, known, findings)
    word = next((table.rows[header.rows[kind]][label].text for kind in ("label",) if kind in header.rows), "")
    return Block(_name(table, captions), word, columns, tuple(body), tuple(notes), table.width)


def _same_as_above(cell: Cell, above: Cell, findings: Findings) -> Cell:
    findings.guess(f"The row has no name; it was taken to go on with “{above.text}”.", cell.place)
    return replace(above, place=cell.place)


def _label_columns(table: Table, header: Header, first: int, words: ImportWords, findings: Findings) -> tuple[int, int | None]:
    """The columns of the names and of what each competency is about, left of the first role."""
    above = table.rows[header.rows.get("label", header.grades)]
    about = next((at for at in range(first) if words.is_description(above[at].text)), None)
    rest = [at for at in range(first) if at != about]
    below = table.rows[header.last + 1 :]
    named = {at: (words.is_competency(above[at].text), len({row[at].text for row in below if row[at].text}), -at) for at in rest}
    label = max(named, key=named.__getitem__, default=0)
    for at in rest:
        if at != label and any(row[at].text for row in below):
            findings.leave_out("This column left of the roles groups the competencies; a framework has no such groups.", above[at].place)
    return label, about


def _leave_out_unnamed(row: Sequence[Cell], known: set[int], findings: Findings) -> None:
    for at, cell in enumerate(row):
        if at in known and cell.text and any(character.isalnum() for character in cell.text):
            findings.leave_out(f"“{_short(cell.text)}” stands in a row without a name.", cell.place)


def _leave_out_others(row: Sequence[Cell], known: set[int], findings: Findings) -> None:
    for at, cell in enumerate(row):
        if cell.text and at not in known:
            findings.leave_out(f"“{_short(cell.text)}” stands in a column without a grade.", cell.place)


def _name(table: Table, captions: Sequence[str]) -> str:
    """How the document calls the table: "Figure 3", the name of the sheet, or the table."""
    for caption in captions:
        first = caption.split(":")[0].split(".")[0].split(" –")[0].strip()
        if any(character.isdigit() for character in first) and first.split()[0].lower() in ("figure", "table", "appendix", "annex"):
            return first
    return table.name


def _continued(block: Block, table: Table, words: ImportWords, findings: Findings) -> Block:
    """The rows of a table without a header of its own, which goes on with the one before it."""
    findings.guess("The table has no header; it was taken to go on with the one before it.", table.place)
    rows = [row for row in table.rows if row_kind(row, words) not in ("blank", "rule")]
    body = tuple(Row(row[0], "", tuple(row[column.at] for column in block.columns)) for row in rows if row[0].text)
    return replace(block, rows=body, notes=())


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 (a line of a report)
