"""The grid of a self-assessment as an Excel file: marks as numbers, a bar chart of Excel's own, and the evidence on a sheet beside it."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from bot.assessment.model import Assessment
from bot.assessment.rows import scale_for
from bot.documents.assessment import assessment_values
from bot.documents.letters import has_signs
from bot.documents.material import Material
from bot.documents.own_words import in_own_words
from bot.documents.sheets import look, write
from bot.framework.model import Scale
from bot.phrases.en import documents as say

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_CELL = 32_000  # Excel takes 32,767 characters; what is longer goes on in the next row
_FIRST_ROW = 8  # of the table: the rows above it say what it is about
_CHART_AT, _CHART_WIDTH, _ROW_OF_CHART = f"E{_FIRST_ROW - 1}", 20.0, 0.9  # the last two in centimetres


def write_grid(material: Material, assessment: Assessment) -> bytes:
    """The file."""
    from openpyxl import Workbook  # noqa: PLC0415 (costs 0.35 s, and most processes write no Excel for hours)

    values = in_own_words(material, assessment_values(material, assessment))
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
        write(sheet, number, words, wrap=False)
    write(sheet, _FIRST_ROW - 2, (values["scale"],), wrap=False)
    write(sheet, _FIRST_ROW - 1, (say.AREA, say.MARK, say.PRIORITY))
    for number, row in enumerate(assessment.walked, _FIRST_ROW):
        write(sheet, number, (row.name, row.mark, say.YES if row.id in assessment.priorities else ""))
    look(sheet, {"A": 38, "B": 8, "C": 10, "D": 4}, _FIRST_ROW - 1)
    if values["rows"]:
        _chart(sheet, len(values["rows"]), scale)


def _evidence(sheet: "Worksheet", values: dict[str, Any]) -> None:
    write(sheet, 1, (say.AREA, say.EXPECTED, say.EVIDENCE))
    number = 2
    for row in values["rows"]:
        expected = "\n".join(row["expected"]) or row["without"]
        for place, words in enumerate([part for text in row["evidence"] for part in _parts(text)] or [row["no_evidence"]]):
            write(sheet, number, (row["name"], expected if place == 0 else "", words))
            number += 1
    if has_signs(values):
        write(sheet, number + 1, (say.SIGNS,), wrap=False)
    look(sheet, {"A": 30, "B": 60, "C": 70}, 1)


def _parts(text: str) -> Iterator[str]:
    for start in range(0, max(len(text), 1), LONGEST_CELL):
        yield text[start : start + LONGEST_CELL]


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
