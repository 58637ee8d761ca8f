"""Words that keep good people from applying are found as they stand, with better ones, and only where they are."""

import pytest

from bot.framework.model import Library
from bot.understanding.language import Language


@pytest.mark.parametrize(
    ("said", "words", "instead"),
    [
        ("We want a Rockstar", "Rockstar", "Expert"),
        ("a native  speaker of English", "native  speaker", "clear communicator in English"),
        ("Ability to cope under pressure", "Ability to cope under pressure", "Plan and prioritise work with changing deadlines"),
        ("He or she orders stock", "He or she", "They"),
        ("must drive to the field station", "must drive", "able to travel between sites"),
        ("5 years’ experience of NMR", "years’ experience", ""),
    ],
)
def test_they_are_found_with_what_to_say_instead(language: Language, said: str, words: str, instead: str) -> None:
    (hit,) = language.off_putting.found(said)
    assert (hit.words, hit.instead) == (words, instead)
    assert hit.why


@pytest.mark.parametrize(
    "said", ["works with young people", "heroic efforts", "drives the van: must drive a minibus", "the dominant species", ""]
)
def test_words_that_are_right_where_they_stand_are_left_alone(language: Language, said: str) -> None:
    assert language.off_putting.found(said) == ()


def test_no_sentence_of_the_frameworks_that_ship_is_pointed_out(language: Language, library: Library) -> None:
    texts = {
        statement.text
        for framework in library.frameworks.values()
        for competency in framework.competencies.values()
        for cell in competency.expectations.values()
        for statement in cell.statements
    }
    assert {text: language.off_putting.found(text) for text in texts if language.off_putting.found(text)} == {}


def test_what_is_said_instead_is_never_pointed_out_itself(language: Language) -> None:
    found = language.off_putting
    better = {term.instead for term, *_ in found._terms if term.instead}
    assert [words for words in better if found.found(words)] == []
