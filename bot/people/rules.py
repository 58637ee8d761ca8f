"""What an institution settles about what is kept of its people: for how long, and in which time zone their days are counted."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.people.retention import USUAL, Retention
from bot.people.zones import LONDON


@dataclass(frozen=True, slots=True)
class Rules:
    """`retention` says how long things are kept, `zone` is the time zone of people whose devices name none."""

    retention: Retention = USUAL
    zone: str = LONDON


RulesOf = Callable[[str], Rules]
"""The rules for the people of a tenant."""


def everybodys(rules: Rules) -> RulesOf:
    """The same rules for every tenant."""
    return lambda _tenant: rules


USUAL_RULES = everybodys(Rules())
