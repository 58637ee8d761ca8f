"""The tables of the templates: a heading row that comes again on each page, rows that are filled for each of a list."""

from collections.abc import Sequence

from docx.document import Document as Made
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table, _Cell, _Row

from bot.phrases.en import documents as say

_HEAD = "1F3A5F"
_LABELS = Cm(4.2)


def details(document: Made, pairs: Sequence[tuple[str, str]], width: Length) -> None:
    """What the document is about: a label and its value in each row, or a line to fill in."""
    table = document.add_table(0, 2)
    _edges(table, ("bottom", "insideH"))
    for label, value in pairs:
        added = row(table)
        added.cells[0].paragraphs[0].add_run(label).bold = True
        added.cells[1].text = value
    widths(table, (_LABELS, Length(width - _LABELS)))
    roomy(table)
    document.add_paragraph()


def table(document: Made, heads: Sequence[str], of: Sequence[Length]) -> Table:
    """A table with its heading row."""
    made: Table = document.add_table(1, len(heads))
    _edges(made, ("top", "left", "bottom", "right", "insideH", "insideV"))
    for cell, words in zip(made.rows[0].cells, heads, strict=True):
        head(cell, words)
    again(made.rows[0])
    widths(made, of)
    return made


def repeated(made: Table, each: str, cells: Sequence[str], of: Sequence[Length]) -> _Row:
    """A row for each of a list (`entry in entries`)."""
    _order(made, f"{{%tr for {each} %}}")
    filled = row(made)
    for cell, words in zip(filled.cells, cells, strict=True):
        cell.text = words
    _order(made, "{%tr endfor %}")
    widths(made, of)
    roomy(made)
    return filled


def row(made: Table) -> _Row:
    """A new row."""
    added: _Row = made.add_row()  # type: ignore[no-untyped-call]  # python-docx left this one out
    return added


def head(cell: _Cell, words: str) -> None:
    """A cell of a heading row."""
    run = cell.paragraphs[0].add_run(words)
    run.bold, run.font.color.rgb = True, RGBColor(0xFF, 0xFF, 0xFF)
    shade(cell, _HEAD)


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell."""
    filled = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        filled.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(filled)  # noqa: SLF001 (python-docx has no shading)


def again(row: _Row) -> None:
    """The row is a heading: it comes again on each page, and screen readers tell it with each cell."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def widths(made: Table, of: Sequence[Length]) -> None:
    """Fixed widths, in every row as Word wants them."""
    made.autofit = False
    for column, width in zip(made.columns, of, strict=True):
        column.width = width
    for row in made.rows:
        for cell, width in zip(row.cells, of, strict=True):
            cell.width = width


def roomy(made: Table) -> None:
    """Some room above and below the words of each cell."""
    for row in made.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2.5)


def lines_of(cell: _Cell, words: Sequence[tuple[str, str]]) -> None:
    """Several paragraphs in a cell, each with its style."""
    cell.paragraphs[0].text, first = words[0][0], words[0][1]
    cell.paragraphs[0].style = first
    for text, style in words[1:]:
        cell.add_paragraph(text, style=style)


def name_and_reviewer(role: str = "{{ role }}", label: str = say.ROLE) -> list[tuple[str, str]]:
    """The rows that every document begins with; whose it is the assistant does not know."""
    return [
        (say.NAME, ""),
        (label, role),
        (say.FRAMEWORK, "{{ framework }}"),
        (say.DATE, "{{ date }}"),
        (say.REVIEWER, ""),
    ]


def _order(made: Table, words: str) -> None:
    row(made).cells[0].text = words


def _edges(made: Table, sides: Sequence[str]) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in sides:
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "A6B1BF")):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    made._tbl.tblPr.append(borders)  # noqa: SLF001
