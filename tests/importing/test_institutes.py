"""Three institutes import what they have: each cell word for word at its role and competency, none invented, and every guess named."""

import pytest

from bot.framework.model import Framework
from bot.importing.importer import Imported
from tests.importing.bringing import bring, cell
from tests.importing.institutes import FAMILIES, OFFICER, SENIOR, paper, studio, yard
from tests.importing.measure import folder_cells


@pytest.fixture(scope="module")
def the_studio(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """A table for each role."""
    at = tmp_path_factory.mktemp("studio")
    return bring(studio(at / "framework.docx"), at / "own")


@pytest.fixture(scope="module")
def the_yard(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """A sheet for each job family."""
    at = tmp_path_factory.mktemp("yard")
    return bring(yard(at / "framework.xlsx"), at / "own")


@pytest.fixture(scope="module")
def the_paper(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """Text out of a PDF."""
    at = tmp_path_factory.mktemp("paper")
    return bring(paper(at / "framework.txt"), at / "own")


def found(imported: Imported) -> set[tuple[str, str, str]]:
    """Every cell of the folder: role with its grade, competency, words."""
    return {(f"{role}{grade}", name, text) for (grade, role, name), texts in folder_cells(imported.folder).items() for text in texts}


def told(text: object) -> str:
    """What a cell of the studio's tables says, in one line."""
    return text if isinstance(text, str) else " ".join(str(line).removeprefix("- ") for line in text)  # type: ignore[attr-defined]


def titles(framework: Framework) -> list[tuple[int, str, str]]:
    """Grade, how it is written, and title of every role."""
    return [(role.grade, framework.grades[role.grade].name, role.title) for role in framework.roles.values()]


def test_a_table_for_each_role_gives_every_cell(the_studio: Imported) -> None:
    wanted = set()
    for role, rows in (("TechnicalOfficer5", OFFICER), ("SeniorTechnicalOfficer6", SENIOR)):
        name = ""
        for label, said in rows[1:]:
            name = label or name
            if said:
                wanted.add((role, name.replace(" ", ""), "No" if said == "N/A" else told(said)))
    assert found(the_studio) == wanted
    assert titles(the_studio.framework) == [(5, "", "Technical Officer"), (6, "", "Senior Technical Officer")]


def test_items_of_a_list_in_a_cell_are_statements_of_their_own(the_studio: Imported) -> None:
    said = [each.text for each in cell(the_studio.framework, "Technical Officer", "Team working").statements]
    assert said == ["Works with one other officer.", "shares the diary", "covers for absence"]


def test_what_stands_after_the_tables_of_roles_is_read_as_what_it_is(the_studio: Imported) -> None:
    framework = the_studio.framework
    (step,) = framework.progressions
    assert (step.lower, step.higher, [each.text for each in step.criteria][1]) == (5, 6, "A portfolio of twelve prints.")
    assert [each.name for each in framework.opportunities_for("chemical-store")] == [
        "Chemical handling course",
        "Mentoring by the safety adviser",
    ]
    assert framework.institution == "Penhallow Institute of Imaging"


def test_a_merged_row_among_the_competencies_is_a_heading_and_said_to_be_one(the_studio: Imported) -> None:
    assert "“Looking after people” has no words for any role; it was taken for a heading" in the_studio.report
    assert "row 8, column 1: The row has no name; it was taken to go on with “Chemical store”." in the_studio.report


def test_a_sheet_for_each_family_gives_every_cell_at_its_own_role(the_yard: Imported) -> None:
    wanted = {
        (f"{family}{grade}", name.removesuffix(" *"), "No" if said == "n/a" else " ".join(said.split()))
        for family, rows in FAMILIES.items()
        for name, *cells in rows
        for grade, said in zip((2, 3, 4, 5), cells, strict=True)
        if said != "-"
    }
    assert found(the_yard) == wanted
    assert titles(the_yard.framework)[:3] == [(2, "B", "Workshop"), (2, "B", "Glasshouse"), (3, "C", "Workshop")]
    assert the_yard.framework.grade_word == "band"


def test_a_reference_stays_inside_its_sheet(the_yard: Imported) -> None:
    said = the_yard.framework.expectation("workshop-5", "safety")
    assert [each.text for each in said.statements] == ["Writes the rules.", "See Band D plus: audits other workshops."]
    assert said.notes == ()
    assert the_yard.framework.expectation("workshop-5", "students").same_as[0] == "workshop-4"


def test_as_above_is_told_with_the_words_above_it_and_never_passed_off_as_the_cells_own(the_yard: Imported) -> None:
    below = the_yard.framework.expectation("glasshouse-3", "safety")
    assert (below.kind, below.statements) == ("unclear", ())
    assert below.notes == ("The document says “As above” here. Above it, for Machines, it says: “Mends the pumps.”",)
    assert the_yard.framework.expectation("workshop-4", "machines").notes == (
        "The document says “As above” here, and there is nothing above it.",
    )


def test_what_is_hidden_or_stands_above_is_named_with_its_place(the_yard: Imported) -> None:
    for line in (
        "sheet Workshop, column D: The column is hidden, so it was not read.",
        "sheet Glasshouse, row 8: The row is hidden, so it was not read.",
        "sheet Workshop, cell B3: “What we expect at each band” is a line above the matrix.",
        "“Workshop” and “Glasshouse” have the same grades and say different things of them",
        "A band is a letter here: B, C, D, E. Taken to rise with the alphabet, A being the lowest.",
    ):
        assert line in the_yard.report


def test_text_of_a_pdf_gives_every_cell_over_its_pages(the_paper: Imported) -> None:
    assert found(the_paper) == {
        ("LevelI1", "Boatsandmoorings", "Scrubs the hulls and reports cracks."),
        ("LevelII2", "Boatsandmoorings", "Steers small boats, if licensed. Maintains the winch."),
        ("LevelIII3", "Boatsandmoorings", "As Level II. Trains the crew."),
        ("LevelI1", "Tanks", "Feeds the fish. Keeps the log."),
        ("LevelII2", "Tanks", "Plans the water changes. Long-term tests are done with advice."),
        ("LevelIII3", "Tanks", "Designs new tanks. Signs off the long-term plan."),
        ("LevelII2", "Radio", "Calls the harbour."),
        ("LevelIII3", "Radio", "As above"),
        ("LevelI1", "Healthandsafety", "Wears a life jacket."),
        ("LevelII2", "Healthandsafety", "As Level I, and checks ropes."),
        ("LevelIII3", "Healthandsafety", "Writes the rules. Maintains the first aid boxes."),
    }
    assert titles(the_paper.framework) == [(1, "I", "Level I"), (2, "II", "Level II"), (3, "III", "Level III")]


def test_heads_and_numbers_of_pages_are_left_out_and_cut_words_are_guesses_with_their_line(the_paper: Imported) -> None:
    assert "The numbers of 3 pages." in the_paper.report
    assert "Technical Careers v3” was taken for the head or foot of 5 pages." in the_paper.report
    assert "line 31: “har-” at a line's end and “bour” were taken for one word, “harbour”." in the_paper.report
    assert "“Main-”" not in the_paper.report  # the text has “Maintains” whole
    assert the_paper.framework.institution == "Straithmore Marine Institute"
