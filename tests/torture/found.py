"""What is left after a fault: "nothing lost", counted."""

from collections import Counter
from dataclasses import dataclass, fields

from tests.connector import Sent
from tests.torture.people import Person
from tests.torture.places import Place

NOTED = "Noted: grade "
_OWNED_UP = "Sorry"


@dataclass
class Found:
    """Counts. Those after `owned_up` should all be 0."""

    fault: str
    times: int
    answered: int = 0
    recorded: int = 0
    repeated_replies: int = 0
    owned_up: int = 0
    answered_but_lost: int = 0
    recorded_twice: int = 0
    told_but_not_recorded: int = 0
    recorded_but_not_told: int = 0
    out_of_order: int = 0
    left_in_outbox: int = 0
    answered_5xx: int = 0
    damaged: int = 0
    too_early: int = 0

    @property
    def faults(self) -> dict[str, int]:
        """What should not be."""
        names = [each.name for each in fields(self)]
        counted = {name: getattr(self, name) for name in names[names.index("owned_up") + 1 :]}
        return {name: number for name, number in counted.items() if number}


def compare(found: Found, people: list[Person], taken: list[Sent], place: Place) -> Found:
    """What was acknowledged, stored and told, held against each other."""
    recorded = {activity for (activity,) in place.query("SELECT activity FROM seen WHERE recorded")}
    answered = set().union(*(person.answered for person in people))
    told = Counter(sent.of for sent in taken if sent.text.startswith(NOTED))
    owned_up = {sent.of for sent in taken if sent.text.startswith(_OWNED_UP)}
    saves = sum(int(version) for (version,) in place.query("SELECT version FROM profile"))
    found.answered, found.recorded, found.owned_up = len(answered), len(recorded), len(owned_up - recorded)
    found.repeated_replies = told.total() - len(told)
    found.answered_but_lost = len(answered - recorded - owned_up)
    found.recorded_twice = abs(saves - len(recorded))
    found.told_but_not_recorded = len(told.keys() - recorded)
    found.recorded_but_not_told = len(recorded - told.keys())
    found.out_of_order = sum(not is_in_order(taken, person.conversation) for person in people)
    found.left_in_outbox = len(place.query("SELECT number FROM outbox"))
    found.answered_5xx = sum(person.refused for person in people)
    found.damaged += not place.is_sound()
    return found


def is_in_order(taken: list[Sent], conversation: str) -> bool:
    """Whether the first copy of each reply of a conversation came in the order of what was said."""
    noted = (sent.text for sent in taken if sent.conversation == conversation and sent.text.startswith(NOTED))
    grades = [int(text.removeprefix(NOTED).removesuffix(".")) for text in dict.fromkeys(noted)]
    return grades == sorted(grades)
