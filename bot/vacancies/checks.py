"""What is worth another look before a job description goes out: what is empty, too much, above the grade, or puts people off."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.framework.model import Framework, Role
from bot.vacancies import career
from bot.vacancies.draft import Draft
from bot.vacancies.header import fields, shown
from bot.vacancies.regrading import no_longer_fitting
from bot.vacancies.specification import needed, person_specification

HEADER, DUTIES, PERSON, CAREER = "header", "duties", "person", "career"
SECTION = "section:"
MOST_TASKS = 5  # for each competency of a section: the guidance speaks of about three
MOST_IN_ALL = 45
MOST_ESSENTIAL = 8  # a longer list keeps good people from applying
FEWEST_WORDS = 3  # fewer tell no duty that could be weighed
Kind = Literal[
    "empty field", "empty section", "too many", "too many in all", "too many essential", "above", "unfit", "no criteria", "wording"
]
Weighs = Callable[[str], tuple[int, str] | None]
"""The lowest grade that does what some words say, with the framework's words for it; None where it does not tell."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that put people off: as they stand, what to say instead (empty: nothing), and why."""

    words: str
    instead: str
    why: str


Hears = Callable[[str], tuple[Wording, ...]]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. `step` is where, `name` what it is about, `number` how many or which grade, `quote` the words concerned."""

    kind: Kind
    step: str
    name: str = ""
    number: int = 0
    quote: str = ""
    wording: Wording | None = None


def findings(framework: Framework, draft: Draft, weighs: Weighs, hears: Hears) -> tuple[Finding, ...]:
    """Everything worth another look, the gravest first."""
    role = framework.roles.get(draft.role)
    of_grade = (*_unfit(framework, draft, role), *_above(draft, role, weighs)) if role else ()
    return (*of_grade, *_wording(framework, draft, hears), *_too_many(framework, draft), *_empty(framework, draft))


def own_words(draft: Draft) -> Iterator[tuple[str, str]]:
    """The tasks in the author's own words, each with the step it stands in."""
    for section in draft.sections:
        yield from ((SECTION + section.id, line.text) for line in section.lines if not line.role)
    yield from ((DUTIES, duty) for duty in draft.duties)


def _unfit(framework: Framework, draft: Draft, role: Role) -> Iterator[Finding]:
    for unfit in no_longer_fitting(framework, role, draft):
        of = framework.roles.get(unfit.line.role)
        if of is not None:
            kind: Kind = "above" if of.grade > role.grade else "unfit"
            yield Finding(kind, SECTION + unfit.section.id, unfit.section.name, of.grade, unfit.line.text)


def _above(draft: Draft, role: Role, weighs: Weighs) -> Iterator[Finding]:
    for step, text in own_words(draft):
        weighed = weighs(text) if len(text.split()) >= FEWEST_WORDS else None
        if weighed and weighed[0] > role.grade:
            yield Finding("above", step, weighed[1], weighed[0], text)


def _texts(framework: Framework, draft: Draft) -> Iterator[tuple[str, str]]:
    yield from ((HEADER, shown(framework, draft, id_)) for id_ in fields(framework))
    for section in draft.sections:
        yield from ((SECTION + section.id, line.text) for line in section.lines)
    yield from ((DUTIES, duty) for duty in draft.duties)
    yield from ((PERSON, each.text) for each in person_specification(framework, draft) if each.need != "no")
    yield (CAREER, draft.criteria if draft.career else "")


def _wording(framework: Framework, draft: Draft, hears: Hears) -> Iterator[Finding]:
    told: set[str] = set()
    for step, text in _texts(framework, draft):
        for wording in hears(text):
            if wording.words not in told:
                told.add(wording.words)
                yield Finding("wording", step, quote=text, wording=wording)


def _too_many(framework: Framework, draft: Draft) -> Iterator[Finding]:
    for section in draft.sections:
        if len(section.lines) > MOST_TASKS * max(len(section.competencies), 1):
            yield Finding("too many", SECTION + section.id, section.name, len(section.lines))
    if len(draft.lines) + len(draft.duties) > MOST_IN_ALL:
        yield Finding("too many in all", "sections", number=len(draft.lines) + len(draft.duties))
    essential = needed(person_specification(framework, draft), "essential")
    if len(essential) > MOST_ESSENTIAL:
        yield Finding("too many essential", PERSON, number=len(essential))


def _empty(framework: Framework, draft: Draft) -> Iterator[Finding]:
    empty = [id_ for id_ in fields(framework) if not shown(framework, draft, id_)]
    yield from (Finding("empty field", HEADER, ",".join(empty)) for _ in empty[:1])
    yield from (Finding("empty section", SECTION + each.id, each.name) for each in draft.sections if not each.lines)
    if draft.career and not draft.criteria and career.step_up(framework, draft) is None:
        yield Finding("no criteria", CAREER)
