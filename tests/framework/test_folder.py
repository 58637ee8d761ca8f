"""Reading a framework folder: what is right is resolved, what is wrong is told with its file, its line and a remedy."""

from collections.abc import Iterator
from pathlib import Path

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


def told(small: Small, file: str, words: str, what: str, remedy: str) -> bool:
    """Whether the only fault is told at the line of `words` in a file, with these words and this remedy."""
    faults = small.faults()
    assert [(fault.file, fault.line) for fault in faults] == [(small.path(file), small.line(file, words))], faults
    assert what in faults[0].what
    assert remedy in faults[0].remedy
    return True


def test_the_small_framework_has_no_fault(small: Small) -> None:
    assert small.faults() == ()


UNKNOWN = {
    "a blank role": (MENDING, "  - leader", "  - leader\n  - ledaer", "- ledaer", "no role `ledaer`", "helper, maker, expert, leader"),
    "a strand": (TALKING, "saying: Says what", "sayin: Says what", "sayin: Says what", "no strand `sayin`", "asking, saying, doing"),
    "an added strand": (TALKING, "doing: Does", "does: Does", "does: Does", "no strand `does`", "asking, saying, doing"),
    "a row": (MENDING, "row: 2", "row: 3", "fixing: {", "no row `3`", "1, 2"),
    "a grade of a role": (TOP, "grade: 2\n", "grade: 4\n", "grade: 4", "no grade `4`", "1, 2, 3"),
    "a path": (TOP, "path: manager", "path: managr", "path: managr", "no path `managr`", "technical, manager"),
    "what an ambiguous word means": (TOP, "- mending", "- mendig", "- mendig", "no competency `mendig`", "talking, mending"),
    "a competency of a grid row": (GRID, "- talking", "- talking\n      - talk", "- talk\n", "no competency `talk`", "talking, mending"),
    "what is outside the grid": (GRID, "outside:", "outside:\n  x: No.", "  x: No.", "no competency `x`", "talking, mending"),
    "a grid row offered for": (OFFERS, "    - course", "    - course\n  walk: []", "walk:", "no grid row `walk`", "talk"),
    "an opportunity": (OFFERS, "    - course", "    - course\n    - corse", "- corse", "no opportunity `corse`", "course"),
    "the lower grade of a step": (STEPS, "from: 1", "from: 9", "from: 9", "no grade `9`", "1, 2, 3"),
    "the higher grade of a step": (STEPS, "to: 2", "to: 9", "to: 9", "no grade `9`", "1, 2, 3"),
    "a competency of a criterion": (STEPS, "[talking]", "[talk]", "[talk]", "no competency `talk`", "talking, mending"),
    "a competency of an assessment step": (STEPS, "[mending]", "[mend]", "[mend]", "no competency `mend`", "talking, mending"),
    "a competency of a section": (JOB, "- talking", "- talking\n      - talk", "- talk\n", "no competency `talk`", "talking, mending"),
    "what is outside the template": (JOB, "outside:", "outside:\n  x: No.", "  x: No.", "no competency `x`", "talking, mending"),
    "a topic": (GUIDE, "next: second", "next: third", "next: third", "no topic `third`", "first, second"),
    "a grid name": (TALKING, "grid: Talk", "grid: Tlak", "names:", "no grid row named `Tlak`", "Talk"),
}


@pytest.mark.parametrize(("file", "old", "new", "words", "what", "remedy"), UNKNOWN.values(), ids=UNKNOWN)
def test_what_nobody_knows_is_told_with_what_there_is(
    small: Small, file: str, old: str, new: str, words: str, what: str, remedy: str
) -> None:
    small.change(file, old, new)
    assert told(small, file, words, what, remedy)


WRONG = {
    "a role blank and stated": (MENDING, "  - leader", "  - leader\n  - expert", "  - expert", "is blank and has an", "Keep one of"),
    "a role that nothing is said of": (MENDING, "blank:\n  - leader\n", "", "expectations:", "`leader` has no", "under `blank`"),
    "a cell with nothing in it": (MENDING, "  - leader", "  - leader\n", "blank", "", ""),
    "no said in words": (MENDING, "finding: Finds what is broken.", "finding: No.", "finding: No.", "no expectation", "not_expected: true"),
    "a bare no": (MENDING, "fixing: Mends it.", "fixing: No", "fixing: No", "“No” is no expectation", "not_expected: true"),
    "n/a": (MENDING, "fixing: Mends it.", "fixing: n/a", "fixing: n/a", "“n/a” is no expectation", "not_expected: true"),
    "statements and a reference": (TALKING, "same_as: helper", "not_expected: true\n    same_as: helper", "maker:", "more than", "Keep one"),
    "an addition to nothing": (TALKING, "    same_as: helper\n", "    unclear: What?\n", "adds:", "adds to nothing", "Name the role"),
    "a role nobody knows referred to": (TALKING, "same_as: helper", "same_as: halper", "same_as: halper", "no role `halper`", "helper, maker"),
    "a grade referred to": (MENDING, "same_as: helper", "same_as: 1", "same_as: 1", "is a grade, not a role", "meant: helper."),
    "a grade with two roles": (TALKING, "same_as: helper", "same_as: grade 3", "same_as: grade 3", "is a grade", "expert or leader"),
    "a strand nobody uses": (TALKING, "  asking: Asking", "  asking: Asking\n  hm: Hm", "  hm: Hm", "No statement uses", "Use it or remove"),
    "an opportunity nobody offers": (
        OFFERS, "rows:", "  - {id: book, name: B, kind: resource, good_for: It.}\nrows:", "{id: book", "No row offers `book`", "Add it to a row",
    ),
    "a grid row that offers nothing": (OFFERS, "  talk:\n    - course", "  {}", "rows:", "", ""),
    "a key given twice": (TALKING, "short: Talking", "short: Talking\norder: 3", "order: 3", "`order` is given twice", "Keep one"),
    "a grade given twice": (TOP, "  - {grade: 1}", "  - {grade: 1}\n  - {grade: 1} # again", "# again", "grade `1` is given twice", "Keep one"),
    "a path given twice": (TOP, "name: Manager}", "name: Manager}\n  - {id: manager, name: Again}", "Again", "path `manager` is", "Keep one"),
    "a note given twice": (TOP, "is silent here.}", "is silent here.}\n  - {id: a-note, text: Again.}", "Again.", "note `a-note`", "Keep one"),
    "an opportunity given twice": (
        OFFERS, "rows:", "  - {id: course, name: Again, kind: resource, good_for: It.}\nrows:", "Again", "opportunity `course` is", "Keep one",
    ),
    "a topic given twice": (
        GUIDE, "  - id: second", "  - {id: first, title: Again, place: {}, says: It.}\n  - id: second", "Again", "topic `first` is", "Keep one",
    ),
    "an alias of two competencies": (MENDING, "- mend\n", "- mend\n  - Talk\n", "- Talk", "“Talk” is an alias of `talking` too", "ambiguous"),
    "an alias of two roles": (TOP, "[craftsman]", "[craftsman, Hand]", "[craftsman, Hand]", "“Hand” is an alias of `helper` too", "Keep it"),
    "an alias that is ambiguous": (TOP, "[working]", "[working, Chatting]", "[working, Ch", "“Chatting” is ambiguous here and", "Remove it"),
    "another id than the folder's": (TOP, "id: small", "id: smaller", "id: smaller", "folder is called `small`", "the same"),
    "another id than the file's": (GUIDE, "id: first", "id: First", "id: First", "should match pattern", "lower-case letters"),
    "a field nobody knows": (TALKING, "short: Talking", "shrot: Talking\nshort: Talking", "shrot:", "`shrot`", "knowledge/README.md"),
    "a field left out": (GRID, "    name: Talk\n", "", "- id: talk", "`name`: field required", "Add it"),
    "a number for words": (TALKING, "short: Talking", "short: 7", "short: 7", "`short`", "in quotes"),
    "an empty statement": (TALKING, "saying: Says what is asked.", 'saying: ""', 'saying: ""', "at least 1 character", ""),
    "a grid row for what is outside": (GRID, "mending: The", "talking: It\n  mending: The", "talking: It", "but it has a grid row", "one of the two"),
}
del WRONG["a cell with nothing in it"], WRONG["a grid row that offers nothing"]


@pytest.mark.parametrize(("file", "old", "new", "words", "what", "remedy"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_at_its_line_with_a_remedy(
    small: Small, file: str, old: str, new: str, words: str, what: str, remedy: str
) -> None:
    small.change(file, old, new)
    assert told(small, file, words, what, remedy)
