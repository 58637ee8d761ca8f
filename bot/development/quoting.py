"""What a plan entry quotes: the words of what a role is expected to do that the entry is meant to serve."""

from collections.abc import Iterable

from bot.framework.comparing import compare_expectations
from bot.framework.model import Expectation, Framework, Role, Statement

MOST_QUOTED = 2


def quoted(framework: Framework, role: Role, competencies: Iterable[str], own: Role | None = None) -> tuple[Statement, ...]:
    """Up to two statements of what the competencies ask of a role; where it is not the own role, first what is new there."""
    found: list[Statement] = []
    for competency in competencies:
        cell = framework.expectation(role.id, competency)
        if own is not None and own.id != role.id:
            found += _new(framework.expectation(own.id, competency), cell)
        else:
            found += cell.added or cell.statements
        found += cell.statements
    return tuple(dict.fromkeys(found))[:MOST_QUOTED]


def _new(lower: Expectation, higher: Expectation) -> tuple[Statement, ...]:
    change = compare_expectations(lower, higher)
    return (*change.new, *(statement for growth in change.grows for statement in growth.after))
