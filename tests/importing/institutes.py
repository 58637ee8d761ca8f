"""Documents as three invented institutes write them: a Word table for each role, a sheet for each job family, text copied out of a PDF."""

from pathlib import Path
from typing import Any

OFFICER = (
    ("Area of work", "What is expected"),
    ("Looking after people", ""),
    ("Team working", ("Works with one other officer.", "- shares the diary", "- covers for absence")),
    ("Training others", "Shows new starters the darkroom."),
    ("Looking after things", ""),
    ("Cameras & lenses", "Cleans lenses under guidance. May repair straps."),
    ("Chemical store", ("Keeps the store to Level 2 of the site rules.", "- labels every bottle", "- reports spills")),
    ("", "Orders fixer when told."),
    ("Ethics", "N/A"),
)
SENIOR = (
    ("Area of work", "What is expected"),
    ("Team working", "Leads a team of three."),
    ("Training others", "As Grade 5, and runs the yearly course."),
    ("Cameras & lenses", "Repairs and calibrates."),
    ("Chemical store", "As above"),
    ("Ethics", "Sits on the panel if asked."),
)
OFFERS = (
    ("Area of work", "Development opportunities"),
    ("Team working", "Shadow the studio manager; Action learning set"),
    ("Chemical store", "Chemical handling course; Mentoring by the safety adviser"),
)
CRITERIA = ("Two years in post.", "A portfolio of twelve prints.", "The line manager supports it.")


def studio(path: Path) -> Path:
    """A Word document: a heading with the grade above a two-column table for each role, then what helps, then a numbered list."""
    import docx

    document = docx.Document()
    document.add_heading("Image Services Career Framework", 0)
    document.add_paragraph("The Penhallow Institute of Imaging has two technical roles.")
    for title, rows in (("1. Technical Officer (Grade 5)", OFFICER), ("2. Senior Technical Officer (Grade 6)", SENIOR)):
        document.add_heading(title, 1)
        document.add_paragraph("Read this table with your line manager.")
        _two_columns(document, rows)
    document.add_heading("3. Development opportunities", 1)
    _two_columns(document, OFFERS)
    document.add_heading("4. Promotion criteria: Grade 5 to Grade 6", 1)
    document.add_paragraph("Promotion criteria:")
    for text in CRITERIA:
        document.add_paragraph(text, style="List Number")
    document.save(str(path))
    return path


def _two_columns(document: Any, rows: tuple[tuple[Any, Any], ...]) -> None:
    table = document.add_table(rows=0, cols=2)
    for name, said in rows:
        left, right = table.add_row().cells
        left.text = name
        if name and not said:
            left.merge(right)
        elif isinstance(said, str):
            right.text = said
        else:
            first, *items = said
            right.text = first
            for item in items:
                right.add_paragraph(item.removeprefix("- "), style="List Bullet")


FAMILIES = {
    "Workshop": (
        ("Machines", "Runs the lathe if shown.", "Runs every machine.\nKeeps the log.", "As above", "See Band D plus: signs off repairs."),
        ("Safety *", "Follows the rules.", "-", "Writes the rules.", "See Band D plus: audits\nother workshops."),
        ("Stock", "n/a", "Counts the stock.", "Orders stock up to £500.", "Sets the budget."),
        ("Students", "Greets students.", "Shows students a cut.", "As Band C, and marks their pieces.", "As Band D."),
    ),
    "Glasshouse": (
        ("Machines", "Starts the pumps.", "Mends the pumps.", "Specifies new pumps.", "As Band D but for all sites."),
        ("Safety *", "Wears the mask.", "As above", "Teaches the spray licence.", "Holds the spray licence for the site."),
        ("Plants", "Waters beds.", "Grows on cuttings.", "Plans the beds.", "Leads the seed bank."),
    ),
}


def yard(path: Path) -> Path:
    """A workbook: a sheet for each job family with a title, a merged header, notes below, a hidden column and a hidden row."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for family, rows in FAMILIES.items():
        sheet = book.create_sheet(family)
        sheet.append([f"Corriedale College: {family} career framework"])
        sheet.append([])
        sheet.append(["", "What we expect at each band", "", "", "", ""])
        sheet.append(["Competency", "Band B", "Band C", "HR only", "Band D", "Band E"])
        for name, *cells in rows:
            sheet.append([name, *cells[:2], "code 7", *cells[2:]])
        sheet.append(["Old row", "Gone.", "Gone.", "x", "Gone.", "Gone."])
        sheet.append([])
        sheet.append(["* Safety is asked of everybody who holds a key."])
        sheet.merge_cells("A1:F1")
        sheet.merge_cells("B3:F3")
        sheet.column_dimensions["D"].hidden = True
        sheet.row_dimensions[5 + len(rows)].hidden = True
    book.save(path)
    return path


HEAD = "Straithmore Marine Institute                              Technical Careers v3"
PAPER = f"""Straithmore Marine Institute
Technical Careers Framework

This framework is for everybody who looks after boats, tanks and instru-
ments. It has
three levels.

{HEAD}
                                     Page 1 of 3
\f{HEAD}

Competency          Level I                   Level II                  Level III

Boats and           Scrubs the hulls and      Steers small boats,       As Level II. Trains the
moorings            reports cracks.           if licensed. Main-        crew.
                                              tains the winch.

                    Feeds the fish. Keeps     Plans the water           Designs new tanks.
Tanks               the log.                  changes. Long-            Signs off the long-term
                                              term tests are            plan.

{HEAD}
                                     Page 2 of 3
\f{HEAD}

Competency          Level I                   Level II                  Level III

                                              done with advice.

Radio               -                         Calls the har-            As above
                                              bour.

Health and          Wears a life jacket.      As Level I, and           Writes the rules. Maintains
safety                                        checks ropes.             the first aid boxes.

{HEAD}
                                     Page 3 of 3
"""


def paper(path: Path) -> Path:
    """Text that was copied out of a PDF with its layout: heads and numbers of pages, cut words, a row broken over two pages."""
    path.write_text(PAPER, encoding="utf-8")
    return path
