"""Phrases that name things: the longest wins, and a title does not reach over a link."""

from itertools import pairwise

import pytest

from bot.understanding.lexicon import Kind, Lexicon
from bot.understanding.tokens import Tokenizer

PHRASES: list[tuple[str, Kind, str]] = [
    ("technician", "path", "technical"),
    ("specialist", "path", "specialist"),
    ("manager", "path", "manager"),
    ("senior technician", "role", "senior-technician"),
    ("senior * technician", "role", "senior-technician"),
    ("senior technician specialist", "role", "senior-specialist"),
    ("lab manager", "role", "lab-manager"),
    ("safety", "competency", "safety"),
    ("safety training", "opportunity", "safety-course"),
    ("health and safety", "competency", "safety"),
    ("planning", "competency", "planning"),
    ("planning", "topic", "workforce-planning"),
    ("equipment", "ambiguous", "facility"),
    ("equipment", "ambiguous", "budget"),
]


@pytest.fixture(scope="session")
def lexicon(tokenizer: Tokenizer) -> Lexicon:
    made = Lexicon(tokenizer)
    for phrase, kind, id_ in PHRASES:
        made.add(phrase, kind, id_)
    return made


def named(lexicon: Lexicon, tokenizer: Tokenizer, text: str) -> list[tuple[str, str]]:
    """The words of each phrase found, with the first thing it may mean."""
    return [(span.words, span.meanings[0].id) for span in lexicon.spans(tokenizer.tokens(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a manager", [("manager", "manager")]),
        ("the lab manager", [("lab manager", "lab-manager")]),
        ("safety training please", [("safety training", "safety-course")]),
        ("training for safety", [("safety", "safety")]),
        ("what about health and safety at 5", [("health and safety", "safety")]),
        ("the health & safety side", [("health and safety", "safety")]),
        ("Senior Technicians", [("senior technicians", "senior-technician")]),
        ("senior electronics technician", [("senior electronics technician", "senior-technician")]),
        ("nothing of ours", []),
        ("", []),
    ],
)
def test_the_longest_phrase_is_found(lexicon: Lexicon, tokenizer: Tokenizer, text: str, found: list[tuple[str, str]]) -> None:
    assert named(lexicon, tokenizer, text) == found


@pytest.mark.parametrize("link", ["to", "or", "and", "with", ",", "/"])
def test_a_title_does_not_reach_over_a_link(lexicon: Lexicon, tokenizer: Tokenizer, link: str) -> None:
    found = [id_ for _, id_ in named(lexicon, tokenizer, f"senior technician {link} specialist")]
    assert found == ["senior-technician", "specialist"]
    assert [id_ for _, id_ in named(lexicon, tokenizer, "senior technician specialist")] == ["senior-specialist"]


def test_a_phrase_does_not_reach_over_the_end_of_a_sentence(lexicon: Lexicon, tokenizer: Tokenizer) -> None:
    assert [id_ for _, id_ in named(lexicon, tokenizer, "in the lab. manager of safety")] == ["manager", "safety"]


def test_a_phrase_keeps_all_it_may_mean(lexicon: Lexicon, tokenizer: Tokenizer) -> None:
    planning, equipment = lexicon.spans(tokenizer.tokens("planning the equipment"))
    assert planning.kinds == {"competency", "topic"}
    assert planning.ids("topic") == ("workforce-planning",)
    assert equipment.ids("ambiguous") == ("facility", "budget")


def test_phrases_that_are_found_never_overlap_and_stand_in_order(lexicon: Lexicon, tokenizer: Tokenizer) -> None:
    spans = lexicon.spans(tokenizer.tokens("senior technician manager safety training planning equipment lab manager"))
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert len(spans) == 6


def test_a_phrase_of_nothing_is_not_added(tokenizer: Tokenizer) -> None:
    empty = Lexicon(tokenizer)
    empty.add("*", "role", "anything")
    empty.add("", "role", "anything")
    assert empty.spans(tokenizer.tokens("anything at all")) == []
