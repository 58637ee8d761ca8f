"""Reading a framework folder: what is right is resolved, what is wrong is told with its file, its line and a remedy."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.framework.faults import KnowledgeError
from bot.framework.folder import read_framework
from bot.framework.library import read_library
from bot.framework.model import Expectation, Framework
from tests.framework.files import FILES, Small, small_files

TOP, TALKING, MENDING = "framework.yaml", "competencies/talking.yaml", "competencies/mending.yaml"
GRID, OFFERS, STEPS, JOB, GUIDE = "assessment.yaml", "development.yaml", "progression.yaml", "job_description.yaml", "guide.yaml"


@pytest.fixture
def small(tmp_path: Path) -> Small:
    return small_files(tmp_path)


class Spoilt(NamedTuple):
    """One fault: `new` written for `old` in a file, told at the line of `words` with these words and this remedy."""

    file: str
    old: str
    new: str
    words: str
    what: str
    remedy: str


def told(small: Small, spoilt: Spoilt) -> bool:
    """Whether the fault, once made, is told where it is and with its remedy, and nothing else is."""
    small.change(spoilt.file, spoilt.old, spoilt.new)
    faults = small.faults()
    assert [(fault.file, fault.line) for fault in faults] == [(small.path(spoilt.file), small.line(spoilt.file, spoilt.words))], faults
    assert spoilt.what in faults[0].what
    assert spoilt.remedy in faults[0].remedy
    return True


def test_the_small_framework_has_no_fault(small: Small) -> None:
    assert small.faults() == ()


UNKNOWN = {
    "a blank role": Spoilt(
        MENDING, "  - leader", "  - leader\n  - ledaer", "- ledaer", "no role `ledaer`", "helper, maker, expert, leader"
    ),
    "a strand": Spoilt(TALKING, "saying: Says what", "sayin: Says what", "sayin: Says what", "no strand `sayin`", "asking, saying, doing"),
    "an added strand": Spoilt(
        TALKING, "      saying: Says more", "      more: Says more", "more: Says more", "no strand `more`", "asking, saying, doing"
    ),
    "a row": Spoilt(MENDING, "row: 2", "row: 3", "fixing: {", "no row `3`", "1, 2"),
    "a grade of a role": Spoilt(TOP, "grade: 3\n    path: manager", "grade: 4\n    path: manager", "grade: 4", "no grade `4`", "1, 2, 3"),
    "a path": Spoilt(TOP, "path: manager", "path: managr", "path: managr", "no path `managr`", "technical, manager"),
    "what an ambiguous word means": Spoilt(TOP, "- mending", "- mendig", "- mendig", "no competency `mendig`", "talking, mending"),
    "a competency of a grid row": Spoilt(
        GRID, "- talking", "- talking\n      - talk", "- talk\n", "no competency `talk`", "talking, mending"
    ),
    "what is outside the grid": Spoilt(GRID, "outside:", "outside:\n  x: No.", "  x: No.", "no competency `x`", "talking, mending"),
    "a grid row offered for": Spoilt(OFFERS, "    - course", "    - course\n  walk: []", "walk:", "no grid row `walk`", "talk"),
    "an opportunity": Spoilt(OFFERS, "    - course", "    - course\n    - corse", "- corse", "no opportunity `corse`", "course"),
    "the lower grade of a step": Spoilt(STEPS, "from: 1", "from: 9", "from: 9", "no grade `9`", "1, 2, 3"),
    "the higher grade of a step": Spoilt(STEPS, "to: 2", "to: 9", "to: 9", "no grade `9`", "1, 2, 3"),
    "a competency of a criterion": Spoilt(STEPS, "[talking]", "[talk]", "[talk]", "no competency `talk`", "talking, mending"),
    "a competency of an assessment step": Spoilt(STEPS, "[mending]", "[mend]", "[mend]", "no competency `mend`", "talking, mending"),
    "a competency of a section": Spoilt(
        JOB, "- talking", "- talking\n      - talk", "- talk\n", "no competency `talk`", "talking, mending"
    ),
    "what is outside the template": Spoilt(JOB, "outside:", "outside:\n  x: No.", "  x: No.", "no competency `x`", "talking, mending"),
    "a topic": Spoilt(GUIDE, "next: second", "next: third", "next: third", "no topic `third`", "first, second"),
    "a grid name": Spoilt(TALKING, "grid: Talk", "grid: Tlak", "names:", "no grid row named `Tlak`", "Talk"),
}


@pytest.mark.parametrize("spoilt", UNKNOWN.values(), ids=UNKNOWN)
def test_what_nobody_knows_is_told_with_what_there_is(small: Small, spoilt: Spoilt) -> None:
    assert told(small, spoilt)


WRONG = {
    "a role blank and stated": Spoilt(MENDING, "  - leader", "  - leader\n  - expert", "  - expert", "is blank and has an", "Keep one of"),
    "a role that nothing is said of": Spoilt(MENDING, "blank:\n  - leader\n", "", "expectations:", "`leader` has no", "under `blank`"),
    "no said in words": Spoilt(
        MENDING, "finding: Finds what is broken.", "finding: No.", "finding: No.", "no expectation", "not_expected: true"
    ),
    "a bare no": Spoilt(MENDING, "fixing: Mends it.", "fixing: No", "fixing: No", "“No” is no expectation", "not_expected: true"),
    "n/a": Spoilt(MENDING, "fixing: Mends it.", "fixing: n/a", "fixing: n/a", "“n/a” is no expectation", "not_expected: true"),
    "statements and a reference": Spoilt(
        TALKING,
        "same_as: helper",
        "not_expected: true\n    same_as: helper",
        "maker:",
        "more than",
        "Keep one",
    ),
    "an addition to nothing": Spoilt(TALKING, "    same_as: helper\n", "    unclear: What?\n", "adds:", "adds to nothing", "Name the role"),
    "a role nobody knows referred to": Spoilt(
        TALKING,
        "same_as: helper",
        "same_as: halper",
        "same_as: halper",
        "no role `halper`",
        "helper, maker",
    ),
    "a grade referred to": Spoilt(MENDING, "same_as: helper", "same_as: 1", "same_as: 1", "is a grade, not a role", "meant: helper."),
    "a grade with two roles": Spoilt(TALKING, "same_as: helper", "same_as: grade 3", "same_as: grade 3", "is a grade", "expert or leader"),
    "a strand nobody uses": Spoilt(
        TALKING,
        "  asking: Asking",
        "  asking: Asking\n  hm: Hm",
        "  hm: Hm",
        "No statement uses",
        "Use it or remove",
    ),
    "an opportunity nobody offers": Spoilt(
        OFFERS,
        "rows:",
        "  - {id: book, name: B, kind: resource, good_for: It.}\nrows:",
        "{id: book",
        "No row offers `book`",
        "Add it to a row",
    ),
    "a key given twice": Spoilt(TALKING, "short: Talking", "short: Talking\norder: 3", "order: 3", "`order` is given twice", "Keep one"),
    "a grade given twice": Spoilt(
        TOP,
        "  - {grade: 1}",
        "  - {grade: 1}\n  - {grade: 1} # again",
        "# again",
        "grade `1` is given twice",
        "Keep one",
    ),
    "a path given twice": Spoilt(
        TOP,
        "name: Manager}",
        "name: Manager}\n  - {id: manager, name: Again}",
        "Again",
        "path `manager` is",
        "Keep one",
    ),
    "a note given twice": Spoilt(
        TOP,
        "is silent here.}",
        "is silent here.}\n  - {id: a-note, text: Again.}",
        "Again.",
        "note `a-note`",
        "Keep one",
    ),
    "an opportunity given twice": Spoilt(
        OFFERS,
        "rows:",
        "  - {id: course, name: Again, kind: resource, good_for: It.}\nrows:",
        "Again",
        "opportunity `course` is",
        "Keep one",
    ),
    "a topic given twice": Spoilt(
        GUIDE,
        "  - id: second",
        "  - {id: first, title: Again, place: {}, says: It.}\n  - id: second",
        "Again",
        "topic `first` is",
        "Keep one",
    ),
    "an alias of two competencies": Spoilt(
        TALKING,
        "- talk\n",
        "- talk\n  - Mend\n",
        "- Mend",
        "“Mend” is an alias of `mending` too",
        "ambiguous",
    ),
    "an alias of two roles": Spoilt(
        TOP,
        "[craftsman]",
        "[craftsman, Hand]",
        "[craftsman, Hand]",
        "“Hand” is an alias of `helper` too",
        "Keep it",
    ),
    "an alias that is ambiguous": Spoilt(
        TOP,
        "[working]",
        "[working, Chatting]",
        "[working, Ch",
        "“Chatting” is ambiguous here and",
        "Remove it",
    ),
    "another id than the folder's": Spoilt(TOP, "id: small", "id: smaller", "id: smaller", "folder is called `small`", "the same"),
    "another id than the file's": Spoilt(GUIDE, "id: first", "id: First", "id: First", "should match pattern", "lower-case letters"),
    "a field nobody knows": Spoilt(TALKING, "short: Talking", "shrot: Talking\nshort: Talking", "shrot:", "`shrot`", "knowledge/README.md"),
    "a field left out": Spoilt(GRID, "    name: Talk\n", "", "- id: talk", "`name`: field required", "Add it"),
    "a number for words": Spoilt(TALKING, "short: Talking", "short: 7", "short: 7", "`short`", "in quotes"),
    "an empty statement": Spoilt(TALKING, "saying: Says what is asked.", 'saying: ""', 'saying: ""', "at least 1 character", ""),
    "a grid row for what is outside": Spoilt(
        GRID,
        "mending: The",
        "talking: It\n  mending: The",
        "talking: It",
        "but it has a grid row",
        "one of the two",
    ),
}


@pytest.mark.parametrize("spoilt", WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_at_its_line_with_a_remedy(small: Small, spoilt: Spoilt) -> None:
    assert told(small, spoilt)


def test_a_misspelt_role_is_unknown_and_the_role_is_missing(small: Small) -> None:
    small.change(TALKING, "  expert:\n", "  exprt:\n")
    assert [(fault.line, fault.what) for fault in small.faults()] == [
        (small.line(TALKING, "expectations:"), "`expert` has no expectation."),
        (small.line(TALKING, "exprt:"), "There is no role `exprt`."),
    ]


@pytest.mark.parametrize("cell", ["{}", "{statements: {}}", "{note: The source is odd.}"])
def test_a_cell_that_says_nothing_must_say_which_nothing_is_meant(small: Small, cell: str) -> None:
    written = f"helper: {cell}"
    assert told(small, Spoilt(MENDING, "helper: {not_expected: true}", written, written, "`helper` says nothing", "not_expected: true"))


def test_a_role_without_a_grid_row_or_a_section_is_told_for_each(small: Small) -> None:
    small.change(GRID, "outside:\n  mending: The source has no row for it.\n", "")
    small.change(JOB, "outside:\n  mending: The template has no section for it.\n", "")
    assert [(fault.file.name, fault.what) for fault in small.faults()] == [
        (GRID, "The competency `mending` has no grid row."),
        (JOB, "The competency `mending` has no section in the job description template."),
    ]
    assert {fault.remedy for fault in small.faults()} == {"Add it to one, or say under `outside` why it has none."}


def test_a_grid_row_without_opportunities_is_told_and_what_only_it_offered(small: Small) -> None:
    small.change(OFFERS, "rows:\n  talk:\n    - course\n", "rows: {}\n")
    assert [fault.what for fault in small.faults()] == ["No row offers `course`.", "The grid row `talk` has no opportunities."]


def test_a_role_and_a_grid_row_given_twice_are_told_at_the_second(small: Small) -> None:
    small.change(TOP, "ambiguous:", "  - {id: leader, grade: 3, path: manager, title: L, titles: [L], place: {}}\nambiguous:")
    small.change(GRID, "outside:", "  - {id: talk, name: Talk, competencies: [talking]}\noutside:")
    assert [(fault.file.name, fault.line, fault.what) for fault in small.faults()] == [
        (GRID, small.line(GRID, "- {id: talk"), "The row `talk` is given twice."),
        (TOP, small.line(TOP, "- {id: leader"), "The role `leader` is given twice."),
    ]


def test_a_file_named_otherwise_than_its_competency_is_told(small: Small) -> None:
    small.path(MENDING).rename(small.path("competencies/menders.yaml"))
    assert [(fault.file.name, fault.line, fault.what) for fault in small.faults()] == [
        ("menders.yaml", 1, "The file is called `menders.yaml`, the competency `mending`.")
    ]


@pytest.mark.parametrize(
    ("cells", "circle"),
    [
        ({"maker": "expert", "expert": "maker"}, {"expert → maker → expert", "maker → expert → maker"}),
        (
            {"helper": "maker", "maker": "expert", "expert": "helper"},
            {"helper → maker → expert → helper", "maker → expert → helper → maker", "expert → helper → maker → expert"},
        ),
        ({"maker": "maker"}, {"maker → maker"}),
    ],
    ids=["two", "three", "itself"],
)
def test_references_that_go_round_are_told_once_at_each_cell_of_the_circle(small: Small, cells: dict[str, str], circle: set[str]) -> None:
    written = {"helper": "{not_expected: true}", "maker": "{unclear: What?}", "expert": "{unclear: What?}", "leader": "{same_as: maker}"}
    written |= {role: f"{{same_as: {target}}}" for role, target in cells.items()}
    text = small.path(TALKING).read_text().split("strands:")[0]
    small.path(TALKING).write_text(text + "expectations:\n" + "".join(f"  {role}: {cell}\n" for role, cell in written.items()))
    faults = small.faults()
    assert {fault.what.removeprefix("The reference goes round in a circle: ").removesuffix(".") for fault in faults} == circle
    assert [fault.line for fault in faults] == sorted(small.line(TALKING, f"  {role}: ") for role in cells)
    assert all("unclear:" in fault.remedy for fault in faults)


def test_a_reference_to_a_blank_cell_is_told_at_the_reference(small: Small) -> None:
    assert told(small, Spoilt(MENDING, "same_as: helper", "same_as: leader", "same_as: leader", "`leader` is blank", "`unclear:`"))


def test_a_wrong_reference_that_others_follow_is_told_once(small: Small) -> None:
    small.change(TALKING, "same_as: helper", "same_as: nobody")
    assert len(small.faults()) == 1


@pytest.mark.parametrize("file", [TALKING, GRID, OFFERS])
def test_a_file_that_cannot_be_read_is_no_fault_of_those_that_name_what_is_in_it(small: Small, file: str) -> None:
    small.path(file).write_text("id: [")
    assert [fault.file for fault in small.faults()] == [small.path(file)]


def test_faults_in_several_files_are_all_told_in_order(small: Small) -> None:
    small.change(TALKING, "saying: Says what", "sayin: Says what")
    small.change(TALKING, "short: Talking\n", "short: Talking\nshort: Talk\n")
    small.change(MENDING, "fixing: Mends it.", "fixing: None")
    small.change(GRID, "- talking", "- talkin\n      - talking")
    small.change(STEPS, "from: 1", "from: 0")
    small.change(GUIDE, "next: second", "next: third")
    small.path("plan.yaml").write_text("columns: [\n")
    faults = small.faults()
    assert [fault.file.relative_to(small.folder).as_posix() for fault in faults] == [
        GRID,
        MENDING,
        TALKING,
        TALKING,
        GUIDE,
        "plan.yaml",
        STEPS,
    ]
    assert list(faults) == sorted(faults)
    assert all(fault.line and fault.what and fault.remedy for fault in faults)


def test_a_fault_is_shown_as_file_line_what_and_remedy(small: Small) -> None:
    small.change(GUIDE, "next: second", "next: third")
    with pytest.raises(KnowledgeError) as raised:
        small.read()
    line = small.line(GUIDE, "next: third")
    assert str(raised.value) == f"{small.path(GUIDE)}:{line}: There is no topic `third`. Use one of: first, second."


def test_a_folder_without_a_framework_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"There is no framework\.yaml here"):
        read_framework(tmp_path / "nowhere")
    with pytest.raises(KnowledgeError, match="There is no framework in this folder"):
        read_library(tmp_path)


def test_a_framework_without_competencies_is_told_as_such(small: Small) -> None:
    small.path(TALKING).unlink()
    small.path(MENDING).unlink()
    small.path(GRID).unlink()
    assert "There is no competency file here." in [fault.what for fault in small.faults()]


def test_the_files_beside_the_competencies_may_be_left_out(small: Small) -> None:
    for file in FILES:
        if "/" not in file and file != TOP:
            small.path(file).unlink()
    small.change(TALKING, ", grid: Talk", "")
    framework = small.read()
    assert (framework.grid, framework.development, framework.plan, framework.job_description) == (None, None, None, None)
    assert (framework.progressions, dict(framework.topics)) == ((), {})


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(FILES)), st.data())
def test_spoilt_bytes_are_read_or_told_and_nothing_else(small: Small, file: str, data: st.DataObject) -> None:
    whole = FILES[file].encode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 12)))
    yaml_marks = st.sampled_from(
        [b"\t", b"[", b"{", b"}", b":", b"- ", b"&a ", b"*a", b"!!int ", b"'", b'"', b"#", b"|", b"\xff", b"\n", b"~", b"<<: "]
    )
    spoilt = whole[:start] + data.draw(yaml_marks | st.binary(max_size=8)) + whole[end:]
    small.path(file).write_bytes(spoilt)
    try:
        for fault in small.faults():
            assert fault.what
            assert fault.remedy
            assert 0 <= fault.line <= spoilt.count(b"\n") + spoilt.count(b"\r") + 2 or fault.file != small.path(file)
    finally:
        small.path(file).write_bytes(whole)


# What the words of a file become


def statements(framework: Framework, role: str) -> list[tuple[str, str]]:
    """The texts of talking at a role, each with the role under which it stands."""
    return [(statement.text, statement.role) for statement in framework.expectation(role, "talking").statements]


def test_a_chain_of_references_is_followed_and_additions_join_in_the_order_of_strands(small: Small) -> None:
    framework = small.read()
    assert statements(framework, "maker") == [
        ("Asks first.", "maker"),
        ("Asks again.", "maker"),
        ("Says what is asked.", "helper"),
        ("Does as agreed.", "maker"),
    ]
    assert statements(framework, "leader") == [
        ("Asks first.", "maker"),
        ("Asks again.", "maker"),
        ("Says what is asked.", "helper"),
        ("Says more than is asked.", "expert"),
        ("Does as agreed.", "maker"),
    ]
    leader = framework.expectation("leader", "talking")
    assert (leader.kind, leader.same_as, leader.added) == ("stated", ("expert", "maker", "helper"), ())
    assert framework.expectation("expert", "talking").notes == ("The source says grade 2.",)


def test_a_note_and_what_people_say_stay_with_their_own_cell(small: Small) -> None:
    framework = small.read()
    assert framework.expectation("leader", "talking").notes == ()
    assert framework.expectation("helper", "talking").also_said == ("says it",)
    assert framework.expectation("maker", "talking").also_said == ()


def test_a_statement_has_the_place_of_the_cell_it_stands_in(small: Small) -> None:
    framework = small.read()
    places = {s.text: (s.place.figure, s.place.row, s.place.column) for s in framework.expectation("leader", "talking").statements}
    assert places["Says what is asked."] == ("Figure 1", "Talking", "Grade 1")
    assert places["Does as agreed."] == ("Figure 1", "Talking", "Grade 2")
    assert places["Says more than is asked."] == ("Figure 1", "Talking", "Grade 3, Technical")
    assert framework.expectation("leader", "talking").place.column == "Grade 3, Manager"
    rows = [statement.place.row for statement in framework.expectation("expert", "mending").statements]
    assert rows == ["Mending (1)", "Mending (2)"]


def test_what_is_not_expected_stays_so_by_reference_and_a_blank_cell_is_silent(small: Small) -> None:
    cells = {role: small.read().expectation(role, "mending") for role in ("helper", "maker", "leader")}
    assert [(cell.kind, cell.same_as, cell.statements) for cell in cells.values()] == [
        ("not_expected", (), ()),
        ("not_expected", ("helper",), ()),
        ("blank", (), ()),
    ]


def test_an_addition_to_what_is_not_expected_is_stated(small: Small) -> None:
    small.change(MENDING, "same_as: helper", "same_as: helper\n    adds: {fixing: Mends a little.}")
    cell = small.read().expectation("maker", "mending")
    assert (cell.kind, [statement.text for statement in cell.statements]) == ("stated", ["Mends a little."])


def test_an_unclear_cell_keeps_its_doubt(small: Small) -> None:
    small.change(MENDING, "same_as: helper", "unclear: As maker, it says.\n    note: Odd.")
    cell = small.read().expectation("maker", "mending")
    assert (cell.kind, cell.notes) == ("unclear", ("As maker, it says.", "Odd."))


def test_competencies_come_in_the_order_of_the_source(small: Small) -> None:
    small.change(MENDING, "order: 2", "order: 0")
    assert list(small.read().competencies) == ["mending", "talking"]


def test_every_part_of_the_files_is_in_the_framework(small: Small) -> None:
    framework = small.read()
    assert {grade.grade: grade.bands for grade in framework.grades.values()} == {1: (), 2: (1, 2), 3: ()}
    assert [opportunity.id for opportunity in framework.opportunities_for("talking")] == ["course"]
    assert framework.opportunities_for("mending") == ()
    assert [role.id for role in framework.roles_at(3)] == ["expert", "leader"]
    assert [(step.lower, step.higher, len(step.criteria), len(step.assessment)) for step in framework.progressions] == [(1, 2, 1, 1)]
    assert framework.topics["first"].says == ("It begins.",)
    assert dict(framework.notes) == {"a-note": "The source is silent here."}
    assert framework.competencies["talking"].name == "Talking to people"


def cells(framework: Framework) -> Iterator[Expectation]:
    """Every cell."""
    for competency in framework.competencies.values():
        yield from competency.expectations.values()


def test_every_role_has_a_cell_of_every_competency(small: Small) -> None:
    framework = small.read()
    assert [(cell.competency, cell.role) for cell in cells(framework)] == [(c, r) for c in framework.competencies for r in framework.roles]


# The crosswalk


CROSSWALK = "pairs:\n  - {small: talking, other: [mending, talking]}\n  - {small: mending, other: mending}\nunmatched:\n  small: []\n"


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A library of two frameworks, alike but for their names."""
    first, second = small_files(tmp_path), small_files(tmp_path / "second")
    second.change(TOP, "id: small", "id: other")
    second.folder.rename(tmp_path / "other")
    (tmp_path / "crosswalk.yaml").write_text(CROSSWALK)
    assert first.folder.parent == tmp_path
    return tmp_path


def test_the_crosswalk_leads_both_ways_the_closest_first(two: Path) -> None:
    library = read_library(two)
    assert library.crosswalk["small", "talking"] == {"other": ("mending", "talking")}
    assert library.crosswalk["other", "mending"] == {"small": ("talking", "mending")}


@pytest.mark.parametrize(
    ("old", "new", "what", "remedy"),
    [
        ("small: talking", "small: walking", "There is no competency of `small` `walking`.", "talking, mending"),
        ("small: mending", "smal: mending", "There is no framework `smal`.", "other, small"),
        ("small: []", "small: [walking]", "There is no competency of `small` `walking`.", "talking, mending"),
        ("small: []", "smal: []", "There is no framework `smal`.", "other, small"),
    ],
)
def test_what_the_crosswalk_names_must_exist(two: Path, old: str, new: str, what: str, remedy: str) -> None:
    (two / "crosswalk.yaml").write_text(CROSSWALK.replace(old, new))
    with pytest.raises(KnowledgeError) as raised:
        read_library(two)
    assert [(fault.line, fault.what) for fault in raised.value.faults] == [(CROSSWALK[: CROSSWALK.index(old)].count("\n") + 1, what)]
    assert remedy in raised.value.faults[0].remedy


def test_the_faults_of_every_framework_of_a_library_are_told(two: Path) -> None:
    for framework in ("small", "other"):
        Small(two / framework).change(GUIDE, "next: second", "next: third")
    with pytest.raises(KnowledgeError) as raised:
        read_library(two)
    assert [fault.file.parent.name for fault in raised.value.faults] == ["other", "small"]
