"""The grid of a self-assessment as an Excel file: marks as numbers, a bar chart of Excel's own, and the evidence on a sheet beside it."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from bot.assessment.model import Assessment
from bot.assessment.rows import scale_for
from bot.documents.assessment import assessment_values
from bot.documents.letters import has_signs, in_excel
from bot.documents.material import Material
from bot.framework.model import Scale
from bot.phrases.en import documents as say

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_CELL = 32_000  # Excel takes 32,767 characters; what is longer goes on in the next row
_FIRST_ROW = 8  # of the table: the rows above it say what it is about
_CHART_AT, _CHART_WIDTH, _ROW_OF_CHART = f"E{_FIRST_ROW - 1}", 20.0, 0.9  # the last two in centimetres
_LINE, _HIGHEST = 15.0, 405.0  # in points: a line of text, and (nearly) the highest row that Excel takes
_FONT = "Calibri"


def write_grid(material: Material, assessment: Assessment) -> bytes:
    """The file."""
    from openpyxl import Workbook  # noqa: PLC0415 (costs 0.35 s, and most processes write no Excel for hours)

    values = assessment_values(material, assessment)
    book = Workbook()
    grid: Worksheet = book.worksheets[0]
    grid.title = say.SHEET_GRID
    _grid(grid, values, assessment, scale_for(material.library, material.library.frameworks[assessment.framework])[0])
    _evidence(book.create_sheet(say.SHEET_EVIDENCE), values)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _grid(sheet: "Worksheet", values: dict[str, Any], assessment: Assessment, scale: Scale) -> None:
    heading = ((say.ASSESSMENT,), (say.AGAINST, values["role"]), (say.FRAMEWORK, values["framework"]), (say.DATE, values["date"]))
    for number, words in enumerate(heading, 1):
        _write(sheet, number, words, wrap=False)
    _write(sheet, _FIRST_ROW - 2, (values["scale"],), wrap=False)
    _write(sheet, _FIRST_ROW - 1, (say.AREA, say.MARK, say.PRIORITY))
    for number, row in enumerate(assessment.walked, _FIRST_ROW):
        _write(sheet, number, (row.name, row.mark, say.YES if row.id in assessment.priorities else ""))
    _look(sheet, {"A": 38, "B": 8, "C": 10, "D": 4}, _FIRST_ROW - 1)
    if values["rows"]:
        _chart(sheet, len(values["rows"]), scale)


def _evidence(sheet: "Worksheet", values: dict[str, Any]) -> None:
    _write(sheet, 1, (say.AREA, say.EXPECTED, say.EVIDENCE))
    number = 2
    for row in values["rows"]:
        expected = "\n".join(row["expected"]) or row["without"]
        for place, words in enumerate([part for text in row["evidence"] for part in _parts(text)] or [row["no_evidence"]]):
            _write(sheet, number, (row["name"], expected if place == 0 else "", words))
            number += 1
    if has_signs(values):
        _write(sheet, number + 1, (say.SIGNS,), wrap=False)
    _look(sheet, {"A": 30, "B": 60, "C": 70}, 1)


def _parts(text: str) -> Iterator[str]:
    for start in range(0, max(len(text), 1), LONGEST_CELL):
        yield text[start : start + LONGEST_CELL]


def _write(sheet: "Worksheet", row: int, values: Sequence[str | float | None], *, wrap: bool = True) -> None:
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


def _look(sheet: "Worksheet", widths: dict[str, int], head: int) -> None:
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


def _chart(sheet: "Worksheet", rows: int, scale: Scale) -> None:
    from openpyxl.chart import BarChart, Reference  # noqa: PLC0415

    chart = BarChart()
    chart.type, chart.title, chart.legend, chart.gapWidth = "bar", say.CHART, None, 40
    chart.y_axis.scaling.min, chart.y_axis.scaling.max, chart.y_axis.majorUnit = 0, scale.highest, 1
    chart.x_axis.scaling.orientation = "maxMin"  # the first row on top, as in the table
    chart.x_axis.delete = chart.y_axis.delete = False
    last = _FIRST_ROW + rows - 1
    chart.add_data(Reference(sheet, min_col=2, min_row=_FIRST_ROW - 1, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=_FIRST_ROW, max_row=last))
    chart.width, chart.height = _CHART_WIDTH, max(6.0, rows * _ROW_OF_CHART + 2)
    chart.series[0].graphicalProperties.solidFill = "2E5E8C"
    sheet.add_chart(chart, _CHART_AT)
