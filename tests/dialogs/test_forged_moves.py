"""Every move of every dialog on records, pressed with what no card of ours carries: an answer each, and never a card too large."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.dialogs.record_dialogs import VERBS
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Pressed
from bot.phrases.en import my_data
from tests.dialogs.beginnings import seeded
from tests.dialogs.person import Person

LARGEST_CARD = 28_000
ODD: Mapping[str, Mapping[str, Any]] = {
    "nothing": {},
    "endless digits": {"from": "9" * 5_000, "date": "9" * 5_000, "mark": "9" * 5_000},
    "a huge whole number": {"mark": 10**400, "from": 10**400},
    "a huge fraction": {"mark": 1e308, "from": -1e308},
    "no number": {"mark": float("nan"), "from": float("inf")},
    "words for numbers": {"mark": "NaN", "from": "seven", "date": "in 99999999999 years"},
    "the first day": {"date": "0001-01-01", "objective": "a", "activity": "b"},
    "the last day": {"date": "9999-12-31", "objective": "a", "activity": "b"},
    "nested": {"text": {"a": [{"b": 1}]}, "mark": [7]},
    "other types": {"record": 7, "row": ["a"], "version": "1", "nonce": None},
    "another version": {"version": 999_999, "text": "a", "mark": "7"},
    "too long": dict.fromkeys(("text", "evidence", "note", "name", "objective", "activity", "duties"), "x" * 100000),
    "unknown": dict.fromkeys(("of", "framework", "role", "for", "as", "shows", "topics", "piece", "to", "priorities"), "nonsense"),
    "only separators": dict.fromkeys(("was", "held", "with", "logged", "keys", "about", "topics", "priorities", "shows"), ",;=,+:"),
    "mark-up": dict.fromkeys(("text", "evidence", "note", "name", "objective"), "<at>x</at> {{7*7}} =1+1 \u202e\x07 [a](b)"),
    "a far row": {"row": "9" * 100},
    "a row that is a day": {"row": "9999-12-31"},
    "a row of other digits": {"row": "\u0665-\u0666"},
}


def press(person: Person, verb: str, data: Mapping[str, Any]) -> Reply:
    """Press a button that may never have been drawn."""
    return person._take(Pressed(verb, data))


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_a_move_with_anything_in_it_gets_an_answer_that_can_be_sent(verb: str) -> None:
    person = seeded()
    records = ("", "unknown", *(id_ for _, id_ in person.notebook._held))
    for odd in ODD.values():
        for record in records:
            reply = press(person, verb, {"record": record, "nonce": "n", **odd})
            assert reply.text
            assert reply.card is None or len(json.dumps(reply.card, ensure_ascii=False).encode()) < LARGEST_CARD


@pytest.mark.parametrize("far", ["9" * 5_000, 10**400, "1" * 7])
def test_a_page_of_the_log_that_is_too_far_is_none(far: object) -> None:
    person = seeded()
    held = dict(person.notebook._held)
    assert press(person, "evidence.list", {"from": far}).text
    assert person.notebook._held == held


@pytest.mark.parametrize(("entered", "kept"), [(12345678, "12345678"), (7.0, "7"), (5.5, "5.5"), (0.1234567, "0.1234567"), (True, "true")])
def test_a_number_in_a_field_of_words_keeps_its_digits(entered: object, kept: str) -> None:
    person = seeded()
    press(person, "evidence.keep", {"of": "lancaster", "nonce": "n", "text": entered, "shows": "-"})
    assert kept in str(person.notebook._held.values())


def test_what_is_erased_is_erased_once_though_its_kind_is_named_twice() -> None:
    person = seeded()
    press(person, "my_data.erase", {"row": "evidence,evidence", "record": "?"})
    assert person.presses("my_data.erase").text == my_data.erased((("evidence", 1),))
    assert not [kind for kind, _ in person.notebook._held if kind == "evidence"]
