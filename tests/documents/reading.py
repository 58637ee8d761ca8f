"""Opening what was written, as Word and Excel do."""

import re
from io import BytesIO
from typing import Any

from docx import Document
from openpyxl import load_workbook

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def paragraphs(written: bytes) -> list[str]:
    """Every paragraph of a Word file, those in tables first."""
    document: Any = Document(BytesIO(written))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for holder in (*cells, document) for paragraph in holder.paragraphs]


def table(written: bytes, number: int) -> list[list[str]]:
    """The rows of one table of a Word file."""
    document: Any = Document(BytesIO(written))
    return [[cell.text for cell in row.cells] for row in document.tables[number].rows]


def cells(written: bytes) -> list[list[tuple[Any, str]]]:
    """The values and data types of every cell with something in it, a list for each sheet, as Excel reads them."""
    book = load_workbook(BytesIO(written))
    return [[(_meant(cell.value), cell.data_type) for row in sheet for cell in row if cell.value is not None] for sheet in book.worksheets]


def _meant(value: Any) -> Any:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if isinstance(value, str) else value
