"""The person specification: what somebody in the role needs, and what would help, from the framework and from what was chosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bot.framework.around import denies
from bot.framework.model import Framework
from bot.vacancies.draft import Draft, Need, key
from bot.vacancies.sections import surely

From = Literal["knows", "does", "own"]
_ESSENTIAL_TASKS = 4  # of the chosen tasks the first of so many sections are needed at the start
_TASKS = 7  # and those of so many are in it at all: a long list keeps good people from applying


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of the person specification, and what it says of: what somebody knows or holds, what they do, or the author's own."""

    text: str
    need: Need
    of: From

    @property
    def key(self) -> str:
        """Its short name."""
        return key(self.text)


def person_specification(framework: Framework, draft: Draft) -> tuple[Criterion, ...]:
    """Every line that there may be, those left out among them."""
    usual = (*_knows(framework, draft), *_does(framework, draft))
    decided = {each.text: each.need for each in draft.person}
    of_framework = {each.text: Criterion(each.text, decided.get(each.text, each.need), each.of) for each in usual}
    own = (Criterion(each.text, each.need, "own") for each in draft.person if each.own and each.text not in of_framework)
    return (*of_framework.values(), *own)


def needed(criteria: Iterable[Criterion], need: Need) -> tuple[Criterion, ...]:
    """Those that are essential, or desirable."""
    return tuple(each for each in criteria if each.need == need)


def _knows(framework: Framework, draft: Draft) -> Iterable[Criterion]:
    of_need: tuple[tuple[Need, tuple[str, ...]], ...] = (
        ("essential", framework.specification.essential),
        ("desirable", framework.specification.desirable),
    )
    for need, competencies in of_need:
        for competency in competencies:
            if draft.role in framework.roles:
                for statement in framework.expectation(draft.role, competency).statements:
                    if not denies(framework, statement.text):
                        yield Criterion(statement.text, "desirable" if framework.wanted.may.search(statement.text) else need, "knows")


def _does(framework: Framework, draft: Draft) -> Iterable[Criterion]:
    """The first task of each section that is surely part of the role."""
    firsts = [surely(framework, section) for section in draft.sections]
    for at, text in enumerate([text for text in firsts if text][:_TASKS]):
        yield Criterion(text, "essential" if at < _ESSENTIAL_TASKS else "desirable", "does")
