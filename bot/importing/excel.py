"""Excel workbooks: the cells of each sheet that can be seen, with merged cells spread over all that they cover."""

import datetime
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from bot.importing.cleaning import clean
from bot.importing.packed import MOST_PARTS
from bot.importing.refusing import CannotImport
from bot.importing.separated import MOST_CELLS
from bot.importing.source import Cell, Findings, Source, Table

LAST_COLUMN = 16_384  # that Excel has
_WIDEST_SPREAD = 5_000  # cells that a merged one may cover


def read_excel(path: Path, findings: Findings) -> Source:
    """Read a workbook. Raises CannotImport where it cannot be read."""
    book = _loaded(path, with_values=True)
    tables = []
    for sheet in book.worksheets[:MOST_PARTS]:
        if sheet.sheet_state != "visible":
            findings.leave_out("The sheet is hidden, so it was not read. Show it in Excel if it belongs to the framework.", sheet.title)
            continue
        table = _table(path, sheet, findings)
        if table is not None:
            tables.append(table)
    if _has_formulas(path):
        formulas = _loaded(path, with_values=False)
        for sheet in book.worksheets:
            _check_formulas(sheet, formulas[sheet.title], findings)
    if not tables:
        raise CannotImport(f"{path.name} has no sheet with anything in it. Name the workbook that holds the matrix.")
    return Source(path.stem, tuple(tables))


def _loaded(path: Path, *, with_values: bool) -> Any:
    try:
        with path.open("rb") as opened:  # by its content: by its name, a workbook called .docx would be refused
            return openpyxl.load_workbook(BytesIO(opened.read()), data_only=with_values)
    except Exception:
        raise CannotImport(f"{path.name} is damaged. Open it in Excel, save it once more as .xlsx, then import that.") from None


def _has_formulas(path: Path) -> bool:
    """Whether any sheet has a formula; only then is the workbook read a second time."""
    with zipfile.ZipFile(path) as package:
        sheets = (package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/"))
        return any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def _cells(sheet: Any) -> dict[tuple[int, int], Any]:
    """The cells that exist; going through rows and columns would make the billions between a stray cell and the rest."""
    return sheet._cells  # type: ignore[no-any-return]  # noqa: SLF001


def _table(path: Path, sheet: Any, findings: Findings) -> Table | None:
    found = {at: text for at, cell in _cells(sheet).items() if (text := _text(cell.value))}
    spread = _spread(sheet, found)
    found |= spread
    hidden = _hidden(sheet, found)
    _tell_hidden(sheet, found.keys() & hidden, findings)
    found = {at: text for at, text in found.items() if at not in hidden}
    if not found:
        return None
    rows, columns = sorted({row for row, _ in found}), sorted({column for _, column in found})
    rows = list(range(rows[0], rows[-1] + 1)) if rows[-1] - rows[0] < MOST_PARTS else rows
    if len(rows) * len(columns) > MOST_CELLS:
        raise CannotImport(f"{path.name} has more cells than any framework. Copy the matrix into a new workbook and import that.")
    findings.recognise(f"{len(found)} cells with words", f"sheet {sheet.title}")
    grid = tuple(
        tuple(Cell(found.get((r, c), ""), f"sheet {sheet.title}, cell {get_column_letter(c)}{r}", (r, c) in spread) for c in columns)
        for r in rows
    )
    return Table(sheet.title, f"sheet {sheet.title}", grid, sheet.title)


def _hidden(sheet: Any, found: dict[tuple[int, int], str]) -> set[tuple[int, int]]:
    """The places in rows and columns that are hidden."""
    rows = {number for number, row in sheet.row_dimensions.items() if row.hidden}
    columns = {at for each in sheet.column_dimensions.values() if each.hidden for at in range(each.min, min(each.max, LAST_COLUMN) + 1)}
    return {(row, column) for row, column in found if row in rows or column in columns}


def _tell_hidden(sheet: Any, places: set[tuple[int, int]], findings: Findings) -> None:
    """A line for each column, or row, of which something was not read."""
    columns = {column: {row for row, at in places if at == column} for _, column in places}
    rows = {number for number, row in sheet.row_dimensions.items() if row.hidden}
    for row in sorted({row for row, _ in places} & rows):
        findings.leave_out(
            "The row is hidden, so it was not read. Show it in Excel if it belongs to the framework.", f"sheet {sheet.title}, row {row}"
        )
    for column in sorted(column for column, at in columns.items() if at - rows):
        place = f"sheet {sheet.title}, column {get_column_letter(column)}"
        findings.leave_out("The column is hidden, so it was not read. Show it in Excel if it belongs to the framework.", place)


def _spread(sheet: Any, found: dict[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """What merged cells say at each place they cover beside their first."""
    spread: dict[tuple[int, int], str] = {}
    for merged in sheet.merged_cells.ranges:
        text = found.get((merged.min_row, merged.min_col), "")
        if text and merged.size["rows"] * merged.size["columns"] <= _WIDEST_SPREAD:
            covered = ((r, c) for r in range(merged.min_row, merged.max_row + 1) for c in range(merged.min_col, merged.max_col + 1))
            spread |= {at: text for at in covered if at != (merged.min_row, merged.min_col)}
    return spread


def _text(value: object) -> str:
    """What a cell shows."""
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime() | datetime.date():
            return value.strftime("%d %B %Y")
    return clean(str(value))


def _check_formulas(sheet: Any, formulas: Any, findings: Findings) -> None:
    for (row, column), cell in _cells(formulas).items():
        if cell.data_type == "f" and _cells(sheet)[row, column].value is None:
            place = f"sheet {sheet.title}, cell {get_column_letter(column)}{row}"
            findings.leave_out("The cell is a formula without a result. Open the workbook in Excel, save it, and import it again.", place)
