"""Real cards of every dialog, found by pressing whatever is on them: each press, with who could make it then."""

import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.assessment.evidence import Evidence
from bot.dialogs.turn import Pressed
from tests.cards.checking import objects, presses
from tests.dialogs.assessing.starting import begun
from tests.dialogs.managing import shares
from tests.dialogs.person import Person
from tests.dialogs.sharing.two import coded, strangers
from tests.dialogs.test_forged_moves import seeded
from tests.dialogs.test_offers import TALKS, _manager, _technician
from tests.msteams.talking import shipped

MOST_OF_A_VERB = 3
SECRET = "a quince harvester"
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


def cloned(person: Person) -> Person:
    """The person with everything that is theirs and everybody's around them, at this moment; the assistants are the same."""
    kept = {id(each.assistant): each.assistant for each in (person, *person.others.values())}
    return copy.deepcopy(person, kept)


def _with_code() -> Person:
    two = strangers()
    code = coded(two)
    two.alex.assistant = two.sam.assistant = shipped()
    two.sam.says(f"claim {code}")
    return two.alex


def _begun() -> Person:
    person = begun()
    person.assistant = shipped()
    return person


def _beginnings() -> Iterator[tuple[Callable[[], Person], str]]:
    yield from TALKS.values()
    yield from ((begins, words) for begins in (seeded, _technician, _manager) for words in WORDS)
    yield from ((_with_code, "what do I share?"), (_begun, "carry on"))


class _Walk:
    """What was found so far, and what is still to be pressed."""

    def __init__(self) -> None:
        self.found: dict[str, dict[tuple[str, ...], Found]] = {}
        self.queue: list[Found] = []

    def looks(self, person: Person, card: Mapping[str, Any] | None) -> None:
        """Take note of what can be pressed on a card, where it is not known yet."""
        if card is None:
            return
        held = {each["id"]: each.get("value", "") for each in objects(dict(card)) if each["type"].startswith("Input.")}
        for each in presses(card):
            key = (*sorted(each.data), str(each.data.get("row")), str(each.data.get("record")))
            of_verb = self.found.setdefault(each.verb, {})
            if key not in of_verb and len(of_verb) < MOST_OF_A_VERB:
                of_verb[key] = Found(cloned(person), each.verb, each.data, held)
                self.queue.append(of_verb[key])

    def presses(self, found: Found) -> None:
        """Press it, with the form as it is and filled in."""
        filled = {name: _settled(name) for name, value in found.held.items() if value == ""}
        for entered in ({}, filled) if filled else ({},):
            person, pressed = found.pressed(**entered)
            self.looks(person, person._take(pressed).card)


@cache
def walk() -> tuple[Found, ...]:
    """Every press that was found, of each verb a few that differ in what they carry."""
    on_the_way = _Walk()
    for begins, words in _beginnings():
        person = with_a_stranger(begins())
        person.says(words)
        for card in person.cards[-8:]:
            on_the_way.looks(person, card)
    for each in on_the_way.queue:  # which grows meanwhile
        on_the_way.presses(each)
    return tuple(each for of_verb in on_the_way.found.values() for each in of_verb.values())


def _settled(name: str) -> str:
    return next((value for part, value in SETTLED.items() if part in name), "I trained two people")


def with_a_stranger(person: Person) -> Person:
    """Beside them, somebody of the same tenant shares a record with somebody else."""
    if "quinn" not in person.others:
        shares(person, "quinn", "Quinn", Evidence(text=SECRET, framework="lancaster"), viewer="dana")
    return person
