"""One matrix in every form in which it may come makes one framework: every cell, word for word, at its role and competency."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.framework.model import Framework
from tests.importing.bringing import bring, cell, said
from tests.importing.documents import BODY, HEADER, SHEET, Rows, as_text, spaced, text_file, word_file, workbook
from tests.importing.measure import folder_cells, measure

SPENDING = "Spending / Budgets"
LEFT, RIGHT = [row[:3] for row in SHEET], [(row[0], *row[3:]) for row in SHEET]
ONE_HEADER = (("Competency", "Trainee (Grade 3)", "Technician - G5", "Grade 7 Instrument Specialist", "Workshop Manager, Gr. 7"), *BODY)
TURNED = tuple(zip(*SHEET, strict=True))


def _shifted() -> list[tuple[str, ...]]:
    """Two blocks of which the right one begins a row lower."""
    return [(*a, "", *b) for a, b in zip([*LEFT, ("",) * 3], [("Higher grades", "", ""), *RIGHT], strict=True)]


FORMS: dict[str, Callable[[Path], Path]] = {
    "Excel": lambda at: workbook(at / "a.xlsx", {"Matrix": SHEET}),
    "Word": lambda at: word_file(at / "a.docx", "# Our careers", SHEET),
    "tabs": lambda at: text_file(at / "a.txt", as_text(SHEET)),
    "commas": lambda at: text_file(at / "a.csv", as_text(SHEET, ",")),
    "semicolons": lambda at: text_file(at / "a.csv", as_text(SHEET, ";")),
    "bars": lambda at: text_file(at / "a.txt", "\n".join(f"| {' | '.join(row)} |" for row in SHEET)),
    "columns of text": lambda at: text_file(at / "a.txt", spaced(SHEET)),
    "roles below each other": lambda at: workbook(at / "a.xlsx", {"Matrix": TURNED}),
    "blocks side by side": lambda at: workbook(at / "a.xlsx", {"M": [(*a, "", *b) for a, b in zip(LEFT, RIGHT, strict=True)]}),
    "blocks below each other": lambda at: text_file(at / "a.txt", f"{as_text(LEFT)}\nGrade 7\t\t\n{as_text(RIGHT)}"),
    "a sheet for each block": lambda at: workbook(at / "a.xlsx", {"Low": LEFT, "High": RIGHT}),
    "a Word table for each block": lambda at: word_file(at / "a.docx", LEFT, "And then:", RIGHT),
    "blocks side by side, one a row lower": lambda at: workbook(at / "a.xlsx", {"M": _shifted()}),
    "one header row": lambda at: workbook(at / "a.xlsx", {"Matrix": ONE_HEADER}),
    "spaces and empty rows around": lambda at: workbook(at / "a.xlsx", {"M": [[""], ["", "Our matrix"], *[["", *row] for row in SHEET]]}),
}


def cells(framework: Framework) -> dict[tuple[str, str], tuple[object, ...]]:
    """What every cell says, by title and name."""
    return {
        (role.title, each.name): (found.kind, *(statement.text for statement in found.statements))
        for role in framework.roles.values()
        for each in framework.competencies.values()
        for found in (each.expectations[role.id],)
    }


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_document_gives_the_same_cells(form: str, tmp_path: Path) -> None:
    plain = bring(FORMS["Excel"](tmp_path), tmp_path / "plain")
    imported = bring(FORMS[form](tmp_path), tmp_path / "own")
    assert cells(imported.framework) == cells(plain.framework)
    assert folder_cells(imported.folder) == folder_cells(plain.folder)
    assert [role.grade for role in imported.framework.roles.values()] == [3, 5, 7, 7]
    assert [each.name for each in imported.framework.competencies.values()] == [row[0] for row in BODY]


@pytest.mark.parametrize("form", ["Excel", "Word", "tabs", "commas"])
def test_every_cell_is_there_word_for_word_and_none_is_invented(form: str, tmp_path: Path) -> None:
    document = FORMS[form](tmp_path)
    measured = measure(document, bring(document, tmp_path / "own").folder)
    assert measured.cells == 21
    assert [line for line in measured.wrong if "–" not in line] == []
    assert measured.right == 20  # the dash is no cell
    assert measured.invented == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(HEADER))
def test_header_rows_may_stand_in_any_order(tmp_path: Path, header: list[tuple[str, ...]]) -> None:
    document = text_file(tmp_path / "a.txt", as_text([*header, *BODY]))
    framework = bring(document, tmp_path / "own", replace=True).framework
    assert [(role.grade, role.path, role.title) for role in framework.roles.values()] == [
        (3, "technical", "Trainee"),
        (5, "technical", "Technician"),
        (7, "specialist", "Instrument Specialist"),
        (7, "manager", "Workshop Manager"),
    ]
    assert framework.grades[5].bands == (2, 3)
    assert said(framework, "Trainee", "Keeping people safe") == "Follows the rules."


_WORD = st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters='"*|<>&•●▪_[]#`’–—-\t'), min_size=1, max_size=8)
_TEXT = st.lists(_WORD, min_size=2, max_size=12).map(lambda words: "Says " + " ".join(words))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(_TEXT, min_size=3, max_size=3), min_size=1, max_size=6))
def test_whatever_cells_say_comes_back_word_for_word(tmp_path: Path, body: list[list[str]]) -> None:
    rows: Rows = [("Grade", "1", "2", "2"), ("Role", "Helper", "Maker", "Leader"), *[(f"Area no {n}", *row) for n, row in enumerate(body)]]
    found = folder_cells(bring(workbook(tmp_path / "a.xlsx", {"S": rows}), tmp_path / "own", replace=True).folder)
    for number, row in enumerate(body):
        for grade, title, text in zip((1, 2, 2), ("Helper", "Maker", "Leader"), row, strict=True):
            assert found[grade, title, f"Areano{number}"] == [" ".join(text.split())]


def test_text_in_other_encodings_is_read(tmp_path: Path) -> None:
    for name, encoding in (("a.csv", "cp1252"), ("b.csv", "utf-8-sig"), ("c.csv", "utf-16")):
        path = tmp_path / name
        path.write_bytes(as_text(SHEET, ",").encode(encoding))
        framework = bring(path, tmp_path / "own", replace=True).framework
        assert said(framework, "Instrument Specialist", SPENDING) == "Runs a budget of £5,000 < £6,000 & reports."


def test_a_merged_header_is_read_for_every_column_it_covers(tmp_path: Path) -> None:
    rows = [("Grade", "7", ""), ("Job title", "Maker", "Leader"), ("Boats", "Steers boats.", "Buys boats.")]
    framework = bring(workbook(tmp_path / "a.xlsx", {"S": rows}, ["B1:C1"]), tmp_path / "own").framework
    assert [role.id for role in framework.roles_at(7)] == ["maker-7", "leader-7"]


def test_a_merged_cell_is_said_of_each_role_and_reported(tmp_path: Path) -> None:
    rows = [("Grade", "6", "7"), ("Job title", "Maker", "Leader"), ("Boats", "Steers boats.", "")]
    imported = bring(workbook(tmp_path / "a.xlsx", {"S": rows}, ["B3:C3"]), tmp_path / "own")
    assert said(imported.framework, "Leader", "Boats") == "Steers boats."
    assert "sheet S, cell C3: The cell is merged over several" in imported.report


def test_a_column_of_descriptions_says_what_a_competency_is_about(tmp_path: Path) -> None:
    rows = [("Competency", "Description", "Grade 3", "Grade 4"), ("Boats", "All that floats.", "Rows.", "Steers.")]
    framework = bring(workbook(tmp_path / "a.xlsx", {"S": rows}), tmp_path / "own").framework
    assert framework.competencies["boats"].about == "All that floats."
    assert [role.title for role in framework.roles.values()] == ["Grade 3", "Grade 4"]


def test_the_name_of_a_place_leads_to_the_cell(tmp_path: Path) -> None:
    framework = bring(workbook(tmp_path / "a.xlsx", {"Matrix": SHEET}), tmp_path / "own").framework
    assert str(cell(framework, "Trainee", "Boats").place) == "a, Matrix, row “Boats”, Grade 3, Technical"


def test_merged_cells_of_word_and_a_table_that_goes_on_without_a_header(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    for rows in (
        [("Grade", "7", ""), ("Role", "Maker", "Leader"), ("Boats", "Steers boats.", "")],
        [("Nets", "Mends nets.", "Buys nets.")],
    ):
        table = document.add_table(rows=len(rows), cols=3)
        for row, cells_ in zip(table.rows, rows, strict=True):
            for cell_, text in zip(row.cells, cells_, strict=True):
                cell_.text = text
        for number in (0, 2) if len(rows) > 1 else ():
            table.cell(number, 1).merge(table.cell(number, 2))
    document.save(str(tmp_path / "a.docx"))
    imported = bring(tmp_path / "a.docx", tmp_path / "own")
    assert [role.id for role in imported.framework.roles.values()] == ["maker-7", "leader-7"]
    assert said(imported.framework, "Leader", "Boats") == "Steers boats."
    assert said(imported.framework, "Leader", "Nets") == "Buys nets."
    assert "table 2: The table has no header; it was taken to go on with the one before it." in imported.report


def test_proposed_insertions_and_form_fields_of_word_are_read_and_deletions_are_not(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, [("Grade", "3"), ("Boats", "")], strict=True):
        for cell_, text in zip(row.cells, texts, strict=True):
            cell_.text = text
    runs = (
        '<w:p {}><w:r><w:t xml:space="preserve">Rows </w:t></w:r><w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>new</w:t></w:r></w:ins><w:sdt><w:sdtContent><w:r><w:t> boats.</w:t></w:r></w:sdtContent></w:sdt></w:p>'
    )
    table.cell(1, 1)._tc.append(parse_xml(runs.format(nsdecls("w"))))
    document.save(str(tmp_path / "a.docx"))
    imported = bring(tmp_path / "a.docx", tmp_path / "own")
    assert [cell.statements[0].text for cell in imported.framework.competencies["boats"].expectations.values()] == ["Rows new boats."]
    assert "It has tracked changes" in imported.report
