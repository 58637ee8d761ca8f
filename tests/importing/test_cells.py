"""What cells say: references, a bare no, nothing, remnants of HTML, rows that are repeated."""

from pathlib import Path

import pytest

from bot.framework.model import Framework
from tests.importing.bringing import bring, cell, said
from tests.importing.documents import HEADER, SHEET, as_text, text_file, workbook


@pytest.fixture
def framework(tmp_path: Path) -> Framework:
    """The matrix of the invented institute."""
    return bring(workbook(tmp_path / "a.xlsx", {"Matrix": SHEET}), tmp_path / "own").framework


def of(tmp_path: Path, *rows: tuple[str, ...], header: tuple[tuple[str, ...], ...] = HEADER) -> Framework:
    """A matrix with these rows."""
    return bring(text_file(tmp_path / "a.txt", as_text([*header, *rows])), tmp_path / "own", replace=True).framework


def test_a_reference_says_what_the_other_cell_says_and_what_it_adds(framework: Framework) -> None:
    assert said(framework, "Technician", "Tides & Tanks") == "Fills the tanks. Reports leaks, e.g. At night. Plans the water changes."
    assert cell(framework, "Technician", "Tides & Tanks").same_as == ("trainee-3",)


def test_the_previous_grade_is_the_one_below(framework: Framework) -> None:
    assert cell(framework, "Instrument Specialist", "Tides & Tanks").same_as == ("technician-5", "trainee-3")


def test_one_of_several_roles_at_a_grade_is_told_by_its_name(framework: Framework) -> None:
    assert cell(framework, "Workshop Manager", "Spending / Budgets").same_as == ("instrument-specialist-7",)
    assert said(framework, "Workshop Manager", "Spending / Budgets") == "Runs a budget of £5,000 < £6,000 & reports. Sets it."


def test_a_reference_by_title_is_followed(framework: Framework) -> None:
    assert cell(framework, "Technician", "Talking to visitors").same_as == ("trainee-3",)


def test_a_reference_inside_a_sentence_keeps_the_whole_sentence(framework: Framework) -> None:
    found = cell(framework, "Instrument Specialist", "Keeping people safe")
    assert found.same_as == ("technician-5",)
    assert [statement.text for statement in found.added] == ["As grade 5 but leads the checks."]


def test_words_that_only_begin_like_a_reference_are_none(framework: Framework) -> None:
    assert said(framework, "Technician", "Keeping people safe") == "As required checks ropes."


def test_a_reference_to_nothing_is_told_as_unclear(framework: Framework) -> None:
    found = cell(framework, "Workshop Manager", "Teaching role")
    assert found.kind == "unclear"
    assert "“As grade 9”" in found.notes[0]


def test_a_reference_that_may_mean_two_roles_says_so(tmp_path: Path) -> None:
    header = (("Grade", "7", "7", "8"), ("Role", "Specialist", "Manager", "Director"))
    found = cell(of(tmp_path, ("Boats", "Steers.", "Buys.", "As grade 7"), header=header), "Director", "Boats")
    assert found.notes == ("The document says “As grade 7”, where there are 2 roles; read here as Specialist.",)


def test_a_circle_of_references_is_unclear_and_not_followed(tmp_path: Path) -> None:
    framework = of(tmp_path, ("Boats", "As grade 5", "As grade 3", "", ""), ("Tanks", "Fills.", "As grade 7. More.", "", ""))
    assert {cell(framework, title, "Boats").kind for title in ("Trainee", "Technician")} == {"unclear"}
    assert cell(framework, "Technician", "Tanks").kind == "unclear"


def test_a_bare_no_expects_nothing_and_an_empty_cell_says_nothing(framework: Framework) -> None:
    assert said(framework, "Trainee", "Spending / Budgets") == "not_expected"
    assert said(framework, "Trainee", "Boats") == "blank"
    assert said(framework, "Workshop Manager", "Talking to visitors") == "blank"


def test_a_no_that_says_of_what_is_a_statement(tmp_path: Path) -> None:
    assert said(of(tmp_path, ("Boats", "No steering of boats.", "No", "", "")), "Trainee", "Boats") == "No steering of boats."


def test_remnants_of_html_are_no_words(tmp_path: Path) -> None:
    row = ("<b>Boats &amp; nets</b>", "<i>Steers</i> if A < B &amp; C.", '<ul style="x"><li>Rows</li><li>Mends</li></ul>', "", "")
    framework = of(tmp_path, row)
    assert said(framework, "Trainee", "Boats & nets") == "Steers if A < B & C."
    assert [s.text for s in cell(framework, "Technician", "Boats & nets").statements] == ["Rows", "Mends"]


def test_rows_that_are_counted_or_repeated_are_one_competency_with_each_row(tmp_path: Path) -> None:
    framework = of(
        tmp_path,
        ("Boats (1)", "Steers.", "", "", ""),
        ("Boats (2)", "", "Buys.", "", ""),
        ("Nets", "Mends.", "", "", ""),
        ("Nets", "Casts.", "", "", ""),
    )
    assert list(framework.competencies) == ["boats", "nets"]
    assert [strand.row for strand in framework.competencies["boats"].strands] == ["Boats (1)", "Boats (2)"]
    assert [s.text for s in cell(framework, "Trainee", "Nets").statements] == ["Mends.", "Casts."]


def test_counted_rows_with_a_no_or_a_reference_stay_apart(tmp_path: Path) -> None:
    framework = of(tmp_path, ("Boats (1)", "Steers.", "As grade 3", "", ""), ("Boats (2)", "No", "Buys.", "", ""))
    assert [each.name for each in framework.competencies.values()] == ["Boats (1)", "Boats (2)"]
    assert said(framework, "Technician", "Boats (1)") == "Steers."


def test_two_columns_of_one_title_and_grade_are_both_kept(tmp_path: Path) -> None:
    imported = of(tmp_path, ("Boats", "Rows.", "Steers."), header=(("Grade", "4", "4"), ("Role", "Maker", "Maker")))
    assert [said_at.statements[0].text for said_at in imported.competencies["boats"].expectations.values()] == ["Rows.", "Steers."]


def test_a_row_spelt_otherwise_in_another_block_is_the_same_competency(tmp_path: Path) -> None:
    first = [("Grade", "3"), ("Role", "Helper"), ("Boats / Nets / Ropes", "Rows.")]
    second = [("Grade", "4"), ("Role", "Maker"), ("Boats/ Nets / Ropes", "Steers.")]
    framework = bring(workbook(tmp_path / "a.xlsx", {"A": first, "B": second}), tmp_path / "own").framework
    assert len(framework.competencies) == 1
    assert said(framework, "Maker", "Boats / Nets / Ropes") == "Steers."


def test_a_cell_longer_than_a_statement_may_be_is_kept_whole(tmp_path: Path) -> None:
    text = " ".join(f"word{number}" for number in range(1_500))
    assert said(of(tmp_path, ("Boats", text, "", "", "")), "Trainee", "Boats") == text


def test_words_in_a_column_without_a_grade_are_left_out_with_their_place(tmp_path: Path) -> None:
    rows = [(*row, "Remark" if not number else "") for number, row in enumerate(SHEET)]
    rows[5] = (*SHEET[5], "see Bob")
    imported = bring(workbook(tmp_path / "a.xlsx", {"S": rows}), tmp_path / "own")
    assert "sheet S, cell F6: “see Bob” stands in a column without a grade." in imported.report


def test_a_reference_to_a_band_is_followed_to_its_nearest_role(framework: Framework, tmp_path: Path) -> None:
    found = cell(of(tmp_path, ("Boats", "Rows.", "Steers.", "As band 2. Buys.", "As Band 3")), "Instrument Specialist", "Boats")
    assert found.same_as == ("technician-5",)
    assert [statement.text for statement in found.statements] == ["Steers.", "Buys."]


def test_a_reference_to_a_band_that_nobody_has_is_unclear(tmp_path: Path) -> None:
    found = cell(of(tmp_path, ("Boats", "Rows.", "Steers.", "As band 9", "Buys.")), "Instrument Specialist", "Boats")
    assert found.kind == "unclear"
    assert "“As band 9”" in found.notes[0]


def test_where_bands_stand_for_grades_a_reference_to_one_is_to_a_grade(tmp_path: Path) -> None:
    header = (("Band", "2", "3"), ("Role", "Maker", "Leader"))
    assert cell(of(tmp_path, ("Boats", "Rows.", "As band 2"), header=header), "Leader", "Boats").same_as == ("maker-2",)


def test_a_reference_to_a_band_of_several_roles_says_which_it_was_taken_for(tmp_path: Path) -> None:
    header = (("Grade", "4", "5", "6"), ("Band", "2", "2", "3"), ("Role", "Maker", "Fitter", "Head"))
    found = cell(of(tmp_path, ("Boats", "Rows.", "Steers.", "As band 2"), header=header), "Head", "Boats")
    assert found.same_as == ("fitter-5",)
    assert found.notes == ("The document says “As band 2”, where there are 2 roles; read here as Fitter.",)
