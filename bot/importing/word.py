"""Word documents: paragraphs and tables in their order, insertions that are only proposed among them, deletions not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from bot.importing.cleaning import BULLET, clean, one_line, without_bullet
from bot.importing.refusing import CannotImport
from bot.importing.separated import MOST_CELLS
from bot.importing.source import Cell, Findings, Paragraph, Source, Table, squared

_TEXT, _DELETED, _PARAGRAPH, _TABLE = qn("w:t"), qn("w:del"), qn("w:p"), qn("w:tbl")
_ROW, _CELL, _PROPERTIES = qn("w:tr"), qn("w:tc"), qn("w:tcPr")
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " ", qn("w:noBreakHyphen"): "-"}
_INSIDE = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:customXml", "w:smartTag", "w:moveTo")))
_TEXT_BOX = qn("w:txbxContent")
_SKIPPED = frozenset((_DELETED, qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), _TEXT_BOX))


def read_word(path: Path, findings: Findings) -> Source:
    """Read a document. Raises CannotImport where it cannot be read."""
    try:
        document = Document(str(path))
        blocks = list(_blocks(document, findings))
    except CannotImport:
        raise
    except Exception:
        raise CannotImport(f"{path.name} is damaged. Open it in Word, save it once more as .docx, then import that.") from None
    if any(True for _ in document.element.body.iter(_DELETED)):
        findings.guess("It has tracked changes: what is inserted was read, what is deleted was not.", path.name)
    if any(True for _ in document.element.body.iter(_TEXT_BOX)):
        findings.leave_out("Text boxes were not read. Copy their words into the text if they belong to the framework.", path.name)
    return Source(path.stem, tuple(blocks))


def _blocks(document: Any, findings: Findings) -> Iterator[Table | Paragraph]:
    number, paragraph = 0, 0
    styles = {style.style_id: style.name for style in document.styles}
    for element in _parts(document.element.body, {_PARAGRAPH, _TABLE}):
        if element.tag == _TABLE:
            number += 1
            yield _table(element, number, findings)
        else:
            paragraph += 1
            text = one_line(_said(element))
            if text:
                yield _paragraph(element, text, f"paragraph {paragraph}", styles)


def _parts(element: Any, wanted: set[str]) -> Iterator[Any]:
    """The children of some kinds, also those that stand inside a form field or a proposed insertion."""
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag in _INSIDE:
            yield from _parts(child, wanted)


def _said(element: Any) -> str:
    """The words of an element, a line for each of its paragraphs."""
    said: list[str] = []
    for child in element:
        if child.tag == _TEXT:
            said.append(child.text or "")
        elif child.tag in _BREAKS:
            said.append(_BREAKS[child.tag])
        elif child.tag not in _SKIPPED and child.tag != _TABLE:
            bullet = f"{BULLET} " if child.tag == _PARAGRAPH and element.tag == _CELL and _is_item(child) else ""
            said.append(bullet + _said(child) + ("\n" if child.tag == _PARAGRAPH else ""))
    return "".join(said)


def _is_item(paragraph: Any) -> bool:
    """Whether a paragraph of a cell is an item of a list, by its number or its style."""
    style, numbered = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}"), paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    return numbered is not None or (style is not None and str(style.get(qn("w:val"))).lower().startswith("list"))


def _paragraph(element: Any, text: str, place: str, styles: dict[str, str]) -> Paragraph:
    style, numbered = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}"), element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    name = (styles.get(style.get(qn("w:val"))) or "").lower() if style is not None else ""
    if name == "title" or name.startswith("heading"):
        return Paragraph(text, place, heading=int(name[-1]) if name[-1:].isdigit() else 1)
    return Paragraph(text, place, listed=numbered is not None or name.startswith("list"))


def _table(element: Any, number: int, findings: Findings) -> Table:
    name, rows = f"table {number}", []
    above: list[Cell] = []
    for at, row in enumerate(_parts(element, {_ROW}), start=1):
        cells: list[Cell] = []
        for cell in _parts(row, {_CELL}):
            _spread_into(cells, cell, f"{name}, row {at}, column", above)
            if any(True for _ in cell.iter(_TABLE)):
                findings.leave_out("A table inside a cell was not read.", f"{name}, row {at}")
        rows.append(cells)
        above = cells
        if sum(map(len, rows)) > MOST_CELLS:
            raise CannotImport("The document has more cells than any framework. Copy the matrix into a new document and import that.")
    return Table(name, name, squared(rows))


def _spread_into(cells: list[Cell], cell: Any, place: str, above: list[Cell]) -> None:
    """Add a cell at every column it covers; one merged with that above says what that says."""
    properties = cell.find(_PROPERTIES)
    spans = properties.find(qn("w:gridSpan")) if properties is not None else None
    merged = properties.find(qn("w:vMerge")) if properties is not None else None
    goes_on = merged is not None and merged.get(qn("w:val"), "continue") == "continue"
    text = without_bullet(clean(_said(cell)))
    for step in range(min(int(spans.get(qn("w:val"))) if spans is not None else 1, 100)):
        at = len(cells)
        said = above[at].text if goes_on and at < len(above) else text
        cells.append(Cell(said, f"{place} {at + 1}", goes_on or step > 0))
