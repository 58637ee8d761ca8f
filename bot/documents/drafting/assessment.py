"""The template of the self-assessment: the grid as shaded cells with the marks in figures, then each row with its evidence."""

from docx.document import Document as Made
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.table import CT_Tc
from docx.shared import Cm, Length

from bot.documents.drafting.page import lines, page, unless_empty
from bot.documents.drafting.tables import details, name_and_reviewer, roomy, row, table
from bot.documents.marks import HALVES
from bot.phrases.en import documents as say

_WIDTH = Cm(17.0)
_NAME, _BOX, _MARK = Cm(5.9), Cm(0.96), Cm(1.5)


def assessment() -> Made:
    """The template."""
    document = page(say.ASSESSMENT)
    details(document, name_and_reviewer(label=say.AGAINST), _WIDTH)
    unless_empty(document, "unfinished")
    document.add_heading(say.GRID, 1)
    document.add_paragraph(f"{{{{ scale }}}} {say.SHADED}", style="Quiet")
    _grid(document)
    _short(document, say.PRIORITIES, "priorities", say.NO_PRIORITIES)
    _short(document, say.STRENGTHS, "strengths", say.NOTHING_MARKED)
    _aside(document)
    document.add_heading(say.ROW_BY_ROW, 1)
    _rows(document)
    unless_empty(document, "signs", "Quiet")
    return document


def _grid(document: Made) -> None:
    """A column for the names, one for the boxes that the template's loop multiplies, one for the figures."""
    widths = (_NAME, Cm(0.01), _BOX, Cm(0.01), _MARK)
    made = table(document, (say.AREA, "{%tc for number in numbers %}", "{{ number }}", "{%tc endfor %}", say.MARK), widths)
    _box(made.rows[0].cells[2]._tc, _BOX, span=HALVES)  # noqa: SLF001
    made.rows[0].cells[2].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    row(made).cells[0].text = "{%tr for row in rows %}"
    cells = row(made).cells
    words = ("{{ row.name }}", "{%tc for shade in row.shades %}", "{% cellbg shade %}", "{%tc endfor %}", "{{ row.figure }}")
    for cell, text, width in zip(cells, words, widths, strict=True):
        cell.text, cell.width = text, width
    _box(cells[2]._tc, Length(_BOX // HALVES), span=1)  # noqa: SLF001
    row(made).cells[0].text = "{%tr endfor %}"
    roomy(made)
    document.add_paragraph()


def _box(cell: CT_Tc, width: Length, *, span: int) -> None:
    """A cell of this width, over so many columns, with no room lost inside it."""
    cell.width = width
    properties = cell.get_or_add_tcPr()
    if span > 1:
        spanned = OxmlElement("w:gridSpan")
        spanned.set(qn("w:val"), str(span))
        properties.insert_element_before(spanned, "w:vMerge", "w:tcBorders", "w:shd", "w:noWrap", "w:tcMar")
    margins = OxmlElement("w:tcMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    properties.append(margins)


def _short(document: Made, heading: str, of: str, without: str) -> None:
    document.add_heading(heading, 1)
    lines(document, of, "line")
    document.add_paragraph(f"{{%p if not {of} %}}")
    document.add_paragraph(without)
    document.add_paragraph("{%p endif %}")


def _aside(document: Made) -> None:
    document.add_paragraph("{%p if set_aside %}")
    document.add_heading(say.SET_ASIDE, 1)
    lines(document, "set_aside", "line")
    document.add_paragraph("{%p endif %}")


def _rows(document: Made) -> None:
    document.add_paragraph("{%p for row in rows %}")
    document.add_paragraph("{{ row.name }}: {{ row.mark }}", style="Heading 2")
    document.add_paragraph(say.EXPECTED, style="Label")
    lines(document, "row.expected", "line")
    unless_empty(document, "row.without", "Quiet")
    document.add_paragraph(say.EVIDENCE, style="Label")
    lines(document, "row.evidence", "line", "Own words")
    unless_empty(document, "row.no_evidence", "Quiet")
    document.add_paragraph("{%p endfor %}")
