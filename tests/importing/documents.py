"""Documents that the tests make themselves: the matrix of an invented institute, in every form in which it may come."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Rows = Sequence[Sequence[str]]

HEADER = (
    ("Grade", "3", "5", "7", "7"),
    ("Band", "1", "2 or 3", "4", "4"),
    ("Career path", "Technical", "Technical", "Specialist", "Manager"),
    ("Job title", "Trainee", "Technician", "Instrument Specialist", "Workshop Manager"),
)
BODY = (
    ("Tides & Tanks", "Fills the tanks. Reports leaks, e.g. At night.", "As grade 3. Plans the water changes.", "As previous grade", "No"),
    ("Boats", "", "Steers small boats if trained.", "No", "As grade 7 Specialist"),
    (
        "Spending / Budgets",
        "No",
        "May order nets with advice.",
        "Runs a budget of £5,000 < £6,000 & reports.",
        "As grade 7 Specialist. Sets it.",
    ),
    ("Keeping people safe", "Follows the rules.", "As required checks ropes.", "As grade 5 but leads the checks.", "As grade 7"),
    ("Teaching role", "", "", "Shows students the kit.", "As grade 9"),
    ("Talking to visitors", "Greets them.", "As Trainee. Gives short talks.", "As grade 5.", "–"),
)
SHEET = (*HEADER, *BODY)


def as_text(rows: Rows, separator: str = "\t") -> str:
    """Rows as separated text."""
    lines = io.StringIO()
    csv.writer(lines, delimiter=separator, lineterminator="\n").writerows(rows)
    return lines.getvalue()


def text_file(path: Path, text: str) -> Path:
    """A file with some text."""
    path.write_text(text, encoding="utf-8")
    return path


def workbook(path: Path, sheets: dict[str, Rows], merged: Sequence[str] = ()) -> Path:
    """An Excel workbook; `merged` are ranges of its last sheet."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([int(cell) if cell.isdigit() else cell or None for cell in row])
        for cells in merged if name == list(sheets)[-1] else ():
            sheet.merge_cells(cells)
    book.save(path)
    return path


def word_file(path: Path, *parts: Rows | str) -> Path:
    """A Word document of paragraphs and tables; a paragraph that begins with # is a heading, with - an item of a list."""
    import docx

    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            style = {"#": "Heading 1", "-": "List Number"}.get(part[:1])
            document.add_paragraph(part.lstrip("#- "), style=style)
        else:
            table: Any = document.add_table(rows=0, cols=len(part[0]))
            for row in part:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
    document.save(str(path))
    return path


def spaced(rows: Rows, width: int = 48) -> str:
    """Rows as text whose columns stand under each other."""
    return "\n".join("".join(cell.ljust(width) for cell in row).rstrip() for row in rows) + "\n"
