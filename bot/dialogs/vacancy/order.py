"""The steps of a job description in the order in which they are gone through."""

from bot.dialogs.vacancy.work import Case
from bot.framework.model import Framework
from bot.phrases.en import vacancy as say
from bot.vacancies import career
from bot.vacancies.checks import SECTION

HEADER, SECTIONS, DUTIES, PERSON, CAREER, CHECKS, OVERVIEW = "header", "sections", "duties", "person", "career", "checks", "overview"
DONE, ROLE, LIST, DELETED, REGRADE = "done", "role", "list", "deleted", "regrade"
NAMES = {
    HEADER: say.HEADER,
    SECTIONS: say.SECTIONS,
    DUTIES: say.DUTIES,
    PERSON: say.PERSON,
    CAREER: say.CAREER,
    CHECKS: say.CHECKS,
}


def steps(framework: Framework) -> tuple[str, ...]:
    """The steps; a framework that knows no career grades has none for them."""
    return tuple(step for step in NAMES if step != CAREER or career.has_part(framework))


def place(case: Case, step: str) -> tuple[int, int]:
    """Which step it is, of how many; a section belongs to the tasks."""
    of = steps(case.framework)
    return of.index(SECTIONS if step.startswith(SECTION) else step) + 1, len(of)


def after(case: Case, step: str) -> str:
    """The step that follows; from one section that is the next, and the tasks as a whole are followed by the duties."""
    beside = _beside(case, step, 1)
    return beside or _at(case, step, 1) or CHECKS


def before(case: Case, step: str) -> str:
    """The step before; from the first section the tasks as a whole."""
    if step.startswith(SECTION):
        return _beside(case, step, -1) or SECTIONS
    return _at(case, step, -1) or OVERVIEW


def known(case: Case, step: str) -> bool:
    """Whether a draft has such a step."""
    return step in steps(case.framework) or (step.startswith(SECTION) and case.body.section(step.removeprefix(SECTION)) is not None)


def name(case: Case, step: str) -> str:
    """What a step is called."""
    section = case.body.section(step.removeprefix(SECTION)) if step.startswith(SECTION) else None
    return section.name if section else NAMES.get(step, say.OVERVIEW)


def _beside(case: Case, step: str, by: int) -> str:
    if not step.startswith(SECTION):
        return ""
    ids = [section.id for section in case.body.sections]
    at = ids.index(step.removeprefix(SECTION)) + by if step.removeprefix(SECTION) in ids else -1
    return SECTION + ids[at] if 0 <= at < len(ids) else ""


def _at(case: Case, step: str, by: int) -> str:
    of = steps(case.framework)
    at = of.index(SECTIONS if step.startswith(SECTION) else step) + by
    return of[at] if 0 <= at < len(of) else ""
