"""Real cards of every dialog, found by pressing whatever is on them: each press, with who could make it then.

`python -m tests.dialogs.walking` tells how many were found and how long it took; the tests of one process walk once.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from time import perf_counter
from typing import Any

from bot.dialogs.turn import Pressed
from tests.cards.checking import objects, presses
from tests.dialogs import beginnings
from tests.dialogs.conversations import TALKS
from tests.dialogs.holding import cloned, does
from tests.dialogs.person import Person
from tests.msteams.talking import shipped

MOST_OF_A_VERB = 3
MOST_QUESTIONS = 24
WORDS = (
    "help",
    "what do you know about me",
    "where can my role lead?",
    "remind me about my plan",
    "my plan",
    "my evidence",
    "my dossier",
    "compare grade 6 and 7",
    "grade 7 budgets",
    "how do I get to the next grade",
    "start my self-assessment",
    "download my plan",
    "I want to be grade 7",
    "grade 7",
)
SETTLED = {"date": "2027-05-05", "mark": "6"}
"""What is entered in a form, by a word in the name of the field; everywhere else it is a sentence."""


@dataclass(frozen=True, eq=False)
class Found:
    """A press on a real card: `held` is the card's form as it was drawn, `carried` what the button carries."""

    person: Person
    verb: str
    carried: Mapping[str, Any]
    held: Mapping[str, Any]

    def pressed(self, **changed: Any) -> tuple[Person, Pressed]:
        """Who presses, as they were then, and the press with some members changed."""
        return cloned(self.person), Pressed(self.verb, {**self.held, **self.carried, **changed})


@dataclass(frozen=True)
class Walk:
    """What was found, and the seconds that it took."""

    found: tuple[Found, ...]
    seconds: float


class _Walking:
    """What was found so far, and what is still to be pressed."""

    def __init__(self) -> None:
        self.found: dict[str, dict[tuple[str, ...], Found]] = {}
        self.queue: list[Found] = []

    def looks(self, person: Person, card: Mapping[str, Any] | None) -> None:
        """Take note of what can be pressed on a card, where it is not known yet."""
        if card is None:
            return
        held = {each["id"]: each.get("value", "") for each in objects(dict(card)) if each["type"].startswith("Input.")}
        kept = None
        for each in presses(card):
            of_verb, key = self.found.setdefault(each.verb, {}), _key(each)
            if key not in of_verb and len(of_verb) < (MOST_QUESTIONS if each.verb == "ask" else MOST_OF_A_VERB):
                kept = kept or cloned(person)
                of_verb[key] = Found(kept, each.verb, each.data, held)
                self.queue.append(of_verb[key])

    def presses(self, found: Found) -> None:
        """Press it, with the form as it is and filled in; whoever is told of it looks as well."""
        filled = {name: _settled(name) for name, value in found.held.items() if value == ""}
        for entered in ({}, filled) if filled else ({},):
            person, pressed = found.pressed(**entered)
            told = {each.id: len(each.told) for each in person.others.values()}
            self.looks(person, person._take(pressed).card)
            for each in person.others.values():
                for reply in each.told[told[each.id] :]:
                    self.looks(each, reply.card)


@cache
def walk() -> Walk:
    """Every press that was found, of each verb a few that differ in what they carry."""
    began, on_the_way = perf_counter(), _Walking()
    for person in _on_the_way_of_talks():
        for card in person.cards[-1:]:
            on_the_way.looks(person, card)
    for each in on_the_way.queue:  # which grows meanwhile
        on_the_way.presses(each)
    found = tuple(each for of_verb in on_the_way.found.values() for each in of_verb.values())
    return Walk(found, perf_counter() - began)


def _on_the_way_of_talks() -> Iterator[Person]:
    """Whoever talks, after each move of every conversation, and after some words of people with everything on record."""
    for talk in TALKS.values():
        person = beginnings.with_a_stranger(talk.begins())
        yield person
        for move in talk.moves:
            yield (person := does(person, move))
    for begins in (beginnings.seeded, beginnings.technician, beginnings.manager):
        for words in WORDS:
            yield does(beginnings.with_a_stranger(begins()), words)


def _key(press: Pressed) -> tuple[str, ...]:
    """By what presses of one verb differ."""
    asks = press.data.get("reading", {})
    told = asks.get("intent", "") if isinstance(asks, dict) else ""
    return (*sorted(press.data), str(press.data.get("row")), str(press.data.get("record")), told)


def _settled(name: str) -> str:
    return next((value for part, value in SETTLED.items() if part in name), "I trained two people")


if __name__ == "__main__":
    shipped()
    walked = walk()
    verbs = {found.verb for found in walked.found}
    sys.stdout.write(f"{len(walked.found)} presses of {len(verbs)} verbs, in {walked.seconds:.1f} s\n")
