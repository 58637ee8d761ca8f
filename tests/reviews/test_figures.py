"""Figures that leave the chat: nothing of fewer than three people, and nobody's name or mark."""

from dataclasses import replace
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.documents.team import write_team
from bot.framework.model import Library
from bot.people.records import Record
from bot.reviews.figures import FEWEST, figures_of, team_figures
from bot.reviews.group import ID, TeamGroup, digest
from bot.reviews.team import Person
from tests.dialogs.asking import library
from tests.dialogs.managing import assessment, with_team
from tests.dialogs.person import BEGINS
from tests.msteams.talking import shipped

ROWS = ("teamwork", "budget", "safety")
MARKS = st.fixed_dictionaries({}, optional={row: st.sampled_from([step / 2 for step in range(2, 21)]) for row in ROWS})
PEOPLE = st.lists(st.tuples(st.sampled_from(["lancaster", "matrix"]), MARKS), max_size=7)


def member(number: int, framework: str, marks: dict[str, float]) -> Person:
    """Somebody of a team."""
    body = assessment("technician-5", marks, framework=framework)
    return Person(f"id-{number}", f"Nobody Else {number}", 0.0, 0.0, (body,))


@given(PEOPLE)
def test_no_figure_is_of_one_or_two_people(given_: list[tuple[str, dict[str, float]]]) -> None:
    people = tuple(member(number, *each) for number, each in enumerate(given_))
    figures = figures_of(people, library(), everybody=True)
    for each in figures.frameworks:
        assert each.people >= FEWEST
        for area in each.areas:
            assert {area.marked, area.needing, area.strong}.isdisjoint({1, 2})
            assert area.average is None or (area.marked or 0) >= FEWEST
        assert all(served.people >= FEWEST for served in each.served)
    sizes = [sum(framework == id_ for framework, _ in given_) for id_ in library().frameworks]
    assert figures.too_few == any(0 < size < FEWEST for size in sizes)


@given(st.lists(MARKS, min_size=3, max_size=7))
def test_a_figure_is_what_the_marks_say(given_: list[dict[str, float]]) -> None:
    people = tuple(member(number, "lancaster", marks) for number, marks in enumerate(given_))
    (figures,) = figures_of(people, library(), everybody=True).frameworks
    names = {row.name: row.id for row in people[0].assessments[0].rows}
    for area in figures.areas:
        marks = [each[names[area.name]] for each in given_ if names[area.name] in each]
        needing = sum(mark < 5.5 for mark in marks)
        assert area.needing in ({needing} if len(marks) >= FEWEST and needing not in (1, 2) else {None})
        if area.average is not None:
            assert abs(area.average - sum(marks) / len(marks)) <= 0.25


def cells(content: bytes) -> list[object]:
    """Everything that stands in a workbook."""
    book = load_workbook(BytesIO(content))
    return [cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_file_names_nobody_and_says_what_is_left_out() -> None:
    morgan = with_team(shipped())
    joints = morgan.book.of("morgan", BEGINS.timestamp())
    figures = team_figures(joints, morgan.notebook, "morgan", library(), digest(TeamGroup()))
    assert figures is not None
    held = cells(write_team(figures, BEGINS))
    assert "4 people, everybody who shared" in held
    assert "too few" in held
    assert not any(name in str(value) for value in held for name in ("Alex", "Marsh", "Okafor", "alex"))


def test_the_roles_are_told_in_the_words_of_the_framework() -> None:
    banded = replace(library().frameworks["lancaster"], grade_word="band")
    known = Library({"lancaster": banded}, {})
    people = tuple(member(number, "lancaster", {"budget": 3.0}) for number in range(3))
    held = cells(write_team(figures_of(people, known, everybody=True), BEGINS))
    assert "Band 5, Technician" in held
    assert not any("rade 5" in str(value) for value in held)


def test_a_name_of_a_row_that_looks_like_a_formula_stays_text() -> None:
    framework = library().frameworks["lancaster"]
    grid = framework.grid
    assert grid is not None
    rows = (replace(grid.rows[0], name="=1+1"), *grid.rows[1:])
    known = Library({"lancaster": replace(framework, grid=replace(grid, rows=rows))}, {})
    bodies = [assessment("technician-5", {grid.rows[0].id: 3.0}, known=known) for _ in range(3)]
    people = tuple(Person(str(number), "", 0.0, 0.0, (body,)) for number, body in enumerate(bodies))
    content = write_team(figures_of(people, known, everybody=True), BEGINS)
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_the_figures_of_another_group_than_was_offered_are_not_drawn() -> None:
    morgan = with_team(shipped())
    joints = morgan.book.of("morgan", BEGINS.timestamp())
    offered = digest(TeamGroup())
    morgan.notebook.keep([Record(ID, TeamGroup(roles=("lancaster:technician-5",)))], [], 1.0)
    assert team_figures(joints, morgan.notebook, "morgan", library(), offered) is None
