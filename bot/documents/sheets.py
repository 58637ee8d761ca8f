"""Sheets of an Excel file: cells in which a text stays one, and how they look."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.documents.letters import in_excel

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LINE, _HIGHEST = 15.0, 405.0  # in points: a line of text, and (nearly) the highest row that Excel takes
_FONT = "Calibri"


def write(sheet: "Worksheet", row: int, values: Sequence[str | float | None], *, wrap: bool = True) -> None:
    """A row of cells; a text stays one even where it begins as a formula does."""
    from openpyxl.styles import Alignment  # noqa: PLC0415

    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        cell.alignment = Alignment(wrap_text=wrap, vertical="top")
        if isinstance(value, str):
            cell.value = in_excel(value)
            cell.data_type, cell.number_format, cell.quotePrefix = "s", "@", True
        else:
            cell.value = value


def look(sheet: "Worksheet", widths: dict[str, int], head: int) -> None:
    """Widths, a head that stays in view, rows as high as their texts, a page to print; `head` is the row with the names of the columns."""
    from openpyxl.styles import Font, PatternFill  # noqa: PLC0415

    for column, width in widths.items():
        sheet.column_dimensions[column].width = width
    for cell in sheet[head]:
        cell.font, cell.fill = Font(_FONT, 11, bold=True, color="FFFFFF"), PatternFill("solid", fgColor="1F3A5F")
    for row in range(1, head):
        sheet.cell(row, 1).font = Font(_FONT, 14 if row == 1 else 11, bold=row < head - 1)
    for row in range(head + 1, sheet.max_row + 1):
        sheet.row_dimensions[row].height = _height([(str(cell.value or ""), widths.get(cell.column_letter, 8)) for cell in sheet[row]])
    sheet.freeze_panes = sheet.cell(head + 1, 1)
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = "landscape", sheet.PAPERSIZE_A4, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _height(cells: list[tuple[str, int]]) -> float:
    """The height of a row in points: its texts wrapped in their columns."""
    lines = max(sum(1 + len(line) // width for line in text.split("\n")) for text, width in cells)
    return min(_HIGHEST, _LINE * lines)
