"""What the two frameworks that ship hold, counted against their sources."""

import pytest

from bot.framework.library import read_library
from bot.framework.model import Expectation, Framework, Grid, Library
from bot.framework.shapes import CompetencyShape, StrandShape
from bot.framework.sheets import Faults
from bot.settings import PROJECT

KNOWLEDGE = PROJECT / "knowledge"
FRAMEWORKS = ["lancaster", "matrix"]


def words(text: str) -> list[str]:
    """The words of a text."""
    return text.split()


LANCASTER_ROLES = words("""
    junior-apprentice technician-4 technician-5 senior-technician specialist-7 manager-7 senior-specialist-8 senior-manager-8 director-9
""")
LANCASTER_COMPETENCIES = words("""
    knowledge professional-registration service-delivery teamwork staff-management facility-management safety
    teaching-research-support teaching-delivery research-delivery budget planning communication
""")
MATRIX_ROLES = words("""
    technician-3 technician-4 technician-5 technical-specialist-6 technical-team-manager-6 senior-technical-specialist-7
    senior-technical-team-manager-7 lead-technical-specialist-8 departmental-operations-manager-8 director-9
""")
MATRIX_AREAS = words("""
    general-tasks level-of-work liaison equipment faults people-management working-with-others work-environment
    health-safety record-keeping administration procurement budgets presenting-work training change managing-teams business-continuity
    project-work faculty strategic-input teaching-role continued-learning
""")
TOPICS = words("""
    about-guide technician-numbers quotes role-titles career-paths ntdc hett role-evaluation-mapping benefits equality
    sideways-moves adopting-new-jd new-roles eleven-competencies tailoring-examples self-assessment-steps scale-meaning evidence
    discussing-with-manager choosing-priorities measuring-success specialist-skills pdp-template career-grades career-toolkit coaching
    aspirational-assessment higher-level-experience recruiting-steps team-development succession-planning workforce-planning jd-template
    version-history
""")


@pytest.fixture(scope="session")
def library() -> Library:
    """What ships; that it can be read at all says that no check of the folder finds a fault."""
    return read_library(KNOWLEDGE)


@pytest.fixture(scope="session")
def lancaster(library: Library) -> Framework:
    return library.frameworks["lancaster"]


@pytest.fixture(scope="session")
def matrix(library: Library) -> Framework:
    return library.frameworks["matrix"]


@pytest.fixture(params=FRAMEWORKS)
def framework(library: Library, request: pytest.FixtureRequest) -> Framework:
    """Each of the two."""
    return library.frameworks[request.param]


def cells(framework: Framework) -> list[Expectation]:
    """Every cell of a framework."""
    return [cell for competency in framework.competencies.values() for cell in competency.expectations.values()]


def grid(framework: Framework) -> Grid:
    """The self-assessment grid, which the framework has."""
    assert framework.grid is not None
    return framework.grid


def test_both_frameworks_ship_and_no_other(library: Library) -> None:
    assert sorted(library.frameworks) == FRAMEWORKS


def test_lancaster_has_its_roles_grades_paths_and_bands(lancaster: Framework) -> None:
    assert list(lancaster.roles) == LANCASTER_ROLES
    assert [role.grade for role in lancaster.roles.values()] == [3, 4, 5, 6, 7, 7, 8, 8, 9]
    assert {grade.grade: grade.bands for grade in lancaster.grades.values()} == {
        3: (1,), 4: (1, 2), 5: (2,), 6: (3,), 7: (4,), 8: (5,), 9: (6,)
    }  # fmt: skip
    assert list(lancaster.paths) == ["technical", "specialist", "manager"]
    assert lancaster.paths_in_source


def test_lancaster_has_its_competencies_and_each_cell_of_them(lancaster: Framework) -> None:
    assert list(lancaster.competencies) == LANCASTER_COMPETENCIES
    assert len(cells(lancaster)) == 117
    kinds = [cell.kind for cell in cells(lancaster)]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {"stated": 104, "not_expected": 11, "unclear": 1, "blank": 1}


def test_lancaster_refers_to_another_cell_in_22_cells(lancaster: Framework) -> None:
    unclear = [cell for cell in cells(lancaster) if cell.kind == "unclear"]
    assert len([cell for cell in cells(lancaster) if cell.same_as]) + len(unclear) == 22
    assert [(cell.role, cell.competency) for cell in unclear] == [("director-9", "staff-management")]
    assert unclear[0].notes


def test_lancasters_one_blank_cell_is_the_directors_facilities(lancaster: Framework) -> None:
    assert [(cell.role, cell.competency) for cell in cells(lancaster) if cell.kind == "blank"] == [("director-9", "facility-management")]


def test_the_grid_has_ten_rows_on_a_scale_from_1_to_10_in_halves(lancaster: Framework) -> None:
    scale = grid(lancaster).scale
    assert len(grid(lancaster).rows) == 10
    assert (scale.lowest, scale.highest, scale.step) == (1, 10, 0.5)
    assert set(scale.meaning) == {1, 10}


def test_every_grid_row_has_opportunities(lancaster: Framework) -> None:
    development = lancaster.development
    assert development is not None
    assert [row.id for row in grid(lancaster).rows if not development.rows[row.id]] == []


def test_every_competency_of_the_grid_has_opportunities_and_those_outside_have_none(lancaster: Framework) -> None:
    without = {id_ for id_ in lancaster.competencies if not lancaster.opportunities_for(id_)}
    assert without == set(grid(lancaster).outside) == {"knowledge", "professional-registration"}


def test_the_plan_has_five_columns_that_each_ask_something(lancaster: Framework) -> None:
    assert lancaster.plan is not None
    assert [column.id for column in lancaster.plan.columns] == ["objective", "activity", "difference", "support", "date"]
    assert all(column.asks for column in lancaster.plan.columns)


def test_the_step_from_5_to_6_has_eight_criteria_and_five_steps_of_assessment(lancaster: Framework) -> None:
    steps = [(step.lower, step.higher, len(step.criteria), len(step.assessment)) for step in lancaster.progressions]
    assert steps == [(5, 6, 8, 5)]


def test_the_job_description_template_has_its_eight_sections(lancaster: Framework) -> None:
    assert lancaster.job_description is not None
    assert len(lancaster.job_description.sections) == 8


def test_every_topic_of_guidance_is_there(lancaster: Framework, matrix: Framework) -> None:
    assert set(TOPICS) == set(lancaster.topics)
    assert set(matrix.topics) == {"role-specific-points", "about-table", "abbreviations"}


def test_no_topic_leads_to_itself_and_each_can_be_asked_for(framework: Framework) -> None:
    for topic in framework.topics.values():
        assert topic.next != topic.id
        assert topic.asked_as, topic.id


def test_the_matrix_has_its_roles_and_grades(matrix: Framework) -> None:
    assert list(matrix.roles) == MATRIX_ROLES
    assert [role.grade for role in matrix.roles.values()] == [3, 4, 5, 6, 6, 7, 7, 8, 8, 9]
    assert list(matrix.grades) == [3, 4, 5, 6, 7, 8, 9]
    assert not matrix.paths_in_source
    assert matrix.role_specific_points == 5


def test_the_matrix_has_23_areas_in_28_rows_with_167_filled_cells(matrix: Framework) -> None:
    assert list(matrix.competencies) == MATRIX_AREAS
    rows, filled = 0, set()
    for area in MATRIX_AREAS:
        sheet = Faults().sheet(KNOWLEDGE / f"matrix/competencies/{area}.yaml", CompetencyShape)
        assert sheet is not None
        rows += len(sheet.shape.rows) or 1
        row_of = {id_: strand.row if isinstance(strand, StrandShape) else None for id_, strand in sheet.shape.strands.items()}
        filled |= {(area, row_of[strand], role) for role, cell in sheet.shape.expectations.items() for strand in cell.statements}
    assert (rows, len(filled)) == (28, 167)


def test_the_matrix_never_refers_and_never_says_no(matrix: Framework) -> None:
    assert {cell.kind for cell in cells(matrix)} == {"stated", "blank"}
    assert not any(cell.same_as for cell in cells(matrix))


def test_every_statement_has_its_place_and_says_something(framework: Framework) -> None:
    for cell in cells(framework):
        for statement in cell.statements:
            place = statement.place
            assert place.document == framework.document
            assert place.figure
            assert place.row
            assert place.column == framework.roles[statement.role].place.column
            assert statement.text.endswith((".", "?")), statement.text


def test_what_is_stated_has_statements_and_nothing_else_has(framework: Framework) -> None:
    wrong = [(cell.role, cell.competency) for cell in cells(framework) if (cell.kind == "stated") != bool(cell.statements)]
    assert wrong == []


def test_a_reference_leads_to_a_cell_of_the_same_competency_whose_words_it_holds(lancaster: Framework) -> None:
    for cell in cells(lancaster):
        for role in cell.same_as:
            assert set(lancaster.expectation(role, cell.competency).statements) <= set(cell.statements)


def test_every_ambiguous_word_asks_which_competency_is_meant(framework: Framework) -> None:
    for ambiguity in framework.ambiguities:
        assert ambiguity.question.endswith("?")
        assert len(set(ambiguity.competencies)) == len(ambiguity.competencies)


def test_the_crosswalk_speaks_of_every_competency_of_both(library: Library) -> None:
    every = {(framework.id, id_) for framework in library.frameworks.values() for id_ in framework.competencies}
    assert every - set(library.crosswalk) == {("lancaster", "knowledge"), ("matrix", "business-continuity")}
