"""Which grades a message names, and which of its numbers are no grades."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.grades import GradeFinder
from bot.understanding.language import Language
from bot.understanding.tokens import Tokenizer

GRADES = range(3, 10)
HEARD = {
    "gr7": [7],
    "G6": [6],
    "grade7": [7],
    "Grade-8": [8],
    "gr. 7": [7],
    "lvl 6": [6],
    "grade seven": [7],
    "a seven can": [7],
    "at six": [6],
    "sevens": [7],
    "7s": [7],
    "what do the 7s do": [7],
    "gr8": [8],
    "grade ５": [5],
    "6->7": [6, 7],
    "6 → 7": [6, 7],
    "6 to 7": [6, 7],
    "7/8": [7, 8],
    "7 vs 8": [7, 8],
    "g7 v g8": [7, 8],
    "5 or 6": [5, 6],
    "grade 5 & 6": [5, 6],
    "4, 5 and 6": [4, 5, 6],
    "grade 4, 5 and 6": [4, 5, 6],
    "between 3 and 5": [3, 5],
    "grades 3 to 5": [3, 4, 5],
    "grades 5-7": [5, 6, 7],
    "how does safety grow from 3 all the way up to 9": [3, 4, 5, 6, 7, 8, 9],
    "sorry 6 not 8": [6],
    "grade 12": [12],
    "procurement 3-5": [3, 4, 5],
    "are four and five any different": [4, 5],
    "six to seven on planning": [6, 7],
    "can my four use the lathe": [4],
    "do managers on 7 mark work": [7],
    "safe environment six": [6],
    "at 5 am i to write it": [5],
    "fower, talking to folk": [4],
    "handouts 4 freshers, grade 6": [6],
    "explain it like i'm 5, grade 7": [7],
    "still on a four at forty-six": [4],
    "director: 1 the green agenda 2 the buildings 3 money": [],
    "compare 3, 4 and 5": [3, 4, 5],
}
NO_GRADES = [
    "",
    "no numbers here",
    "3 people",
    "6 months",
    "two other labs",
    "1 to 10 scale",
    "a score of 7",
    "5.5",
    "at 10am",
    "budget 5k",
    "my grade",
    "what does grade mean",
    "three in the morning",
    "forty-six years",
    "the five-year view",
    "a six-million-quid machine",
    "figure 5",
    "section 4",
    "cat 3 bugs",
    "my teamwork is only a 4 out of 10",
    "interview tomorrow at 9",
    "call me at 4 on monday",
    "my four lads and three other labs",
    "laser safety 4 a specialist",
    "a level 6 thing, is that a degree",
    "explain it like i'm 5",
]


@pytest.fixture(scope="session")
def finder(language: Language) -> GradeFinder:
    return GradeFinder(language.words, GRADES)


def grades(finder: GradeFinder, tokenizer: Tokenizer, text: str) -> list[int]:
    """The grades that are heard in a text."""
    return [span.grade for span in finder.find(tokenizer.tokens(text))]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        *HEARD.items(),
        pytest.param("grade for technician", [4], id="dictation"),
        pytest.param("does a 4 need any qualifications", [4], id="whom a qualification is asked of"),
        pytest.param("the gap between a 5 and a 7 on qualifications", [5, 7], id="what is compared"),
    ],
)
def test_grades_are_heard_however_they_are_written(finder: GradeFinder, tokenizer: Tokenizer, text: str, named: list[int]) -> None:
    assert grades(finder, tokenizer, text) == named


@pytest.mark.parametrize("text", [*NO_GRADES, "level 3 diploma"])
def test_other_numbers_are_no_grades(finder: GradeFinder, tokenizer: Tokenizer, text: str) -> None:
    assert grades(finder, tokenizer, text) == []


@pytest.mark.parametrize("grade", GRADES)
@pytest.mark.parametrize("written", ["grade {}", "gr{}", "g{}", "G {}", "what is expected of a {}", "safety at {}", "{}s", "and at {}?"])
def test_each_grade_is_heard_alone(finder: GradeFinder, tokenizer: Tokenizer, written: str, grade: int) -> None:
    assert grades(finder, tokenizer, written.format(grade)) == [grade]


@pytest.mark.parametrize("text", ["2", "at 1", "11", "a 10"])
def test_a_bare_number_that_is_no_grade_of_the_framework_is_none(finder: GradeFinder, tokenizer: Tokenizer, text: str) -> None:
    assert grades(finder, tokenizer, text) == []


def test_a_span_covers_the_word_grade_and_its_number(finder: GradeFinder, tokenizer: Tokenizer) -> None:
    (span,) = finder.find(tokenizer.tokens("budgets at grade 7 please"))
    assert (span.start, span.end, span.named) == (2, 4, True)


WORDS = st.sampled_from(
    [*"3456789", "grade", "grades", "to", "and", ",", "-", "not", "for", "a", "at", "people", "level", "all the way", "seven", "12", "?"]
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=12))
def test_spans_lie_in_the_message_and_in_order(finder: GradeFinder, tokenizer: Tokenizer, words: list[str]) -> None:
    tokens = tokenizer.tokens(" ".join(words))
    spans = finder.find(tokens)
    assert all(0 <= span.start <= span.end <= len(tokens) for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    assert all(span.named or span.grade in GRADES for span in spans)


BANDS = {1: [3, 4], 2: [4, 5], 3: [6]}


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("band 3", [6]),
        ("band two for budgets", [4, 5]),
        ("bands 2 and 3", [4, 5, 6]),
        ("band 3 or grade 8", [6, 8]),
        ("band 9", []),
        ("the bands", []),
    ],
)
def test_a_band_means_its_grades_and_never_the_grade_of_that_number(
    language: Language, tokenizer: Tokenizer, text: str, grades: list[int]
) -> None:
    found = GradeFinder(language.words, GRADES, BANDS).find(tokenizer.tokens(text))
    assert list(dict.fromkeys(span.grade for span in found)) == grades


def test_where_a_framework_maps_no_bands_a_band_is_no_grade(language: Language, tokenizer: Tokenizer) -> None:
    assert GradeFinder(language.words, GRADES).find(tokenizer.tokens("band 3 safety")) == []
