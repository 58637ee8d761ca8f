"""Duties that a manager brings: which go among the role-specific ones, and which with the tasks of the section they belong to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.framework.model import Framework
from bot.vacancies.draft import LONGEST_LINE, MOST_LINES, Draft, DraftSection
from bot.vacancies.editing import with_duties, with_own
from bot.vacancies.sections import most_duties

PointsTo = Callable[[str], tuple[str, ...]]
"""The competencies that the words of a duty speak of, the plainest first."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with duties: how many are role-specific, the names of the sections that others went into, and those without room."""

    draft: Draft
    own: int = 0
    sections: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def placed(framework: Framework, draft: Draft, duties: Iterable[str], points_to: PointsTo) -> Placed:
    """A draft with duties put in. A few are role-specific; of more than there is room for, each goes where it belongs."""
    there = {*draft.duties, *(line.text for line in draft.lines)}
    new = [duty for duty in dict.fromkeys(duties) if duty not in there]
    fitting = [duty for duty in new if len(duty) <= LONGEST_LINE]
    room = max(most_duties(framework) - len(draft.duties), 0)
    found = Placed(draft, left=tuple(duty for duty in new if duty not in fitting))
    if len(fitting) <= room:
        return _own(framework, found, fitting)
    rest = []
    for duty in fitting:
        section = _section(found.draft, points_to(duty))
        found = _in_section(found, section, duty) if section else found
        rest += [] if section else [duty]
    kept = _own(framework, found, rest[:room])
    return Placed(kept.draft, kept.own, kept.sections, (*kept.left, *rest[room:]))


def _own(framework: Framework, found: Placed, duties: list[str]) -> Placed:
    return Placed(with_duties(framework, found.draft, (*found.draft.duties, *duties)), len(duties), found.sections, found.left)


def _section(draft: Draft, competencies: tuple[str, ...]) -> DraftSection | None:
    """The section of the first of some competencies that has one with room."""
    open_ = [each for each in draft.sections if len(each.lines) < MOST_LINES]
    return next((each for id_ in competencies for each in open_ if id_ in each.competencies), None)


def _in_section(found: Placed, section: DraftSection, duty: str) -> Placed:
    return Placed(with_own(found.draft, section, duty), found.own, tuple(dict.fromkeys((*found.sections, section.name))), found.left)
