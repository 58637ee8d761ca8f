"""What an institution calls a grade stands in the assistant's own sentences, and in nobody else's."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.framework.model import Framework, Grade
from bot.phrases.en.grade_words import OwnWords, differs
from bot.understanding.grade_names import GradeNames
from tests.dialogs.asking import library

LANCASTER = library().frameworks["lancaster"]


def called(word: str, names: dict[int, str]) -> Framework:
    """Lancaster's framework, with another word and other names for its grades."""
    grades = {number: Grade(number, name=names.get(number, "")) for number in LANCASTER.grades}
    return replace(LANCASTER, grade_word=word, grades=grades)


BANDS = called("band", {number: "ABCDEFGHI"[number - 1] for number in LANCASTER.grades})
LEVELS = called("level", {})


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("What is expected at grade 5?", "What is expected at band E?"),
        ("Grades 5 to 7 compared", "Bands E to G compared"),
        ("grades 4, 5 and 6", "bands D, E and F"),
        ("From grade 5 to 6", "From band E to F"),
        ("its grades run from 3 to 9.", "its bands run from C to I."),
        ("There is no grade 12 in it.", "There is no band L in it."),
        ("The next grade, and all the grades.", "The next band, and all the bands."),
        ("At grade 5, 3 rows are new.", "At band E, 3 rows are new."),
        ("Try “safety at grade 2”.", "Try “safety at band C”."),  # an example names one that there is
        ("I grade each line. Grade them. Then I can grade 40.", "I grade each line. Grade them. Then I can grade 40."),
        ("A career grade role", "A career grade role"),
        ("upgraded, graded, grading", "upgraded, graded, grading"),
        ("5 to 6, Senior Technician", "E to F, Senior Technician"),
        ("5 to 6, or so", "5 to 6, or so"),
    ],
)
def test_its_own_sentences_speak_of_bands(said: str, told: str) -> None:
    assert OwnWords(BANDS).of(said) == told


def test_numbers_stay_where_only_the_word_is_another() -> None:
    assert OwnWords(LEVELS).of("From grade 5 to grade 6, a grade up") == "From level 5 to level 6, a level up"


def test_what_somebody_wrote_stays_word_for_word() -> None:
    own = OwnWords(BANDS, ["I was grade 4 at my old college."])
    assert own.of("At grade 5: I was grade 4 at my old college. So much for grade 5.") == (
        "At band E: I was grade 4 at my old college. So much for band E."
    )


def test_a_bare_number_beside_its_label_is_named_and_what_a_press_carries_is_not() -> None:
    card = {"facts": [{"title": "Grade", "value": "5"}], "inlines": [{"text": "Grade: "}, {"text": "5"}], "data": {"said": "grade 5"}}
    assert OwnWords(BANDS).each(card, {"data"}) == {
        "facts": [{"title": "Band", "value": "E"}],
        "inlines": [{"text": "Band: "}, {"text": "E"}],
        "data": {"said": "grade 5"},
    }


def test_a_framework_of_plain_grades_is_left_alone() -> None:
    assert not differs(LANCASTER)


@given(st.text())
def test_whatever_a_person_writes_is_never_changed(text: str) -> None:
    assert OwnWords(BANDS, [f"{text} at grade 5 I did"]).of(f"{text} at grade 5 I did") == f"{text} at grade 5 I did"


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("what is expected at band D?", "what is expected at grade 4?"),
        ("from band c to E", "from grade 3 to 5"),
        ("I'm a D in the workshop", "I'm a 4 in the workshop"),
        ("which band is that", "which grade is that"),
        ("bands D, E and F", "grades 4, 5 and 6"),
        ("grade E or level F", "grade 5 or grade 6"),
        ("is there a band Z", "is there a grade 26"),
        ("I did a course at a college", "I did a course at a college"),
        ("band d's budget", "grade d's budget"),
    ],
)
def test_names_of_bands_are_heard_as_grades(typed: str, heard: str) -> None:
    assert GradeNames(BANDS).heard(typed) == heard


@given(st.text())
def test_where_grades_are_numbers_every_message_is_heard_as_it_is(text: str) -> None:
    assert GradeNames(LANCASTER).heard(text) == text
    assert GradeNames(LEVELS).heard(text) == text
