"""Comma-, semicolon- or tab-separated text, as spreadsheets save it."""

import csv
from pathlib import Path

from bot.importing.cleaning import clean
from bot.importing.refusing import CannotImport
from bot.importing.source import Cell, Findings, Source, Table, squared

MOST_CELLS = 300_000
_LONGEST_CELL = 1_000_000
_SEPARATORS = "\t,;|"


def read_separated(path: Path, text: str, findings: Findings) -> Source:
    """Read a separated file as one table. Raises CannotImport where it is none."""
    separator = _separator(text)
    if text.count(separator) > MOST_CELLS or text.count("\n") > MOST_CELLS:  # known before a list is made of them
        raise CannotImport(_too_many(path.name))
    rows = split_rows(path.name, text, separator)
    findings.recognise(f"one table of {len(rows)} rows", path.name)
    return Source(path.stem, (Table("the table", path.name, squared(rows)),))


def split_rows(name: str, text: str, separator: str, first_line: int = 1) -> list[list[Cell]]:
    """The rows of separated text, each cell with its line and column."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    rows: list[list[Cell]] = []
    count, line = 0, first_line
    try:
        for cells in reader:
            rows.append([Cell(clean(cell), f"line {line}, column {at}") for at, cell in enumerate(cells, start=1)])
            count, line = count + len(cells), first_line + reader.line_num
            if count > MOST_CELLS:
                raise CannotImport(_too_many(name))
    except csv.Error:
        what = "a quotation mark there is not closed, or a cell is longer than any text"
        raise CannotImport(f"{name} cannot be read from line {line} on: {what}. Save it from Excel as .xlsx, then import that.") from None
    return rows


def _too_many(name: str) -> str:
    return f"{name} has more cells than any framework. Copy the matrix into a new file and import that."


def _separator(text: str) -> str:
    """The separator that divides the first lines into most cells."""
    sample = text[:20_000].splitlines(keepends=True)[:40]

    def cells(separator: str) -> int:
        try:
            return sum(len(row) for row in csv.reader(sample, delimiter=separator) if len(row) > 1)
        except csv.Error:
            return 0

    return max(_SEPARATORS, key=cells)
