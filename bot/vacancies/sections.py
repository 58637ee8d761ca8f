"""Which sections a job description has, what may stand in each, and what is suggested for it."""

from bot.framework.around import denies
from bot.framework.model import Framework, Role
from bot.vacancies.draft import Draft, DraftSection, Line

SUGGESTED = 3
"""The guidance: for each generic competency choose the tasks that suit the role, about three of them."""
MOST_DUTIES = 5
"""Where a framework names no number of role-specific points."""


def template(framework: Framework) -> tuple[DraftSection, ...]:
    """The empty sections: the template's, then one for each competency that it leaves out and that says nothing of the person.

    Without a template, one for each competency. A section of the template without a competency is where the role's own duties go.
    """
    own = framework.job_description.sections if framework.job_description else ()
    made = tuple(DraftSection(id=each.id, name=each.name, competencies=each.competencies) for each in own if each.competencies)
    placed = {id_ for section in made for id_ in section.competencies} | {*framework.specification.all}
    left = (each for id_, each in framework.competencies.items() if id_ not in placed)
    return (*made, *(DraftSection(id=each.id, name=each.name, competencies=(each.id,)) for each in left))


def place_of_duties(framework: Framework) -> str:
    """The name of the template's section for what is specific to the role; empty where it has none."""
    own = framework.job_description.sections if framework.job_description else ()
    return next((each.name for each in own if not each.competencies), "")


def choosable(framework: Framework, role: Role, section: DraftSection) -> tuple[Line, ...]:
    """Every expectation of the role that a section may hold, in the framework's order; what is not done is no task."""
    found: dict[str, Line] = {}
    for competency in section.competencies:
        if competency in framework.competencies:
            for line in _of(framework, role, competency):
                found.setdefault(line.text, line)
    return tuple(found.values())


def suggested(framework: Framework, role: Role, section: DraftSection) -> tuple[Line, ...]:
    """About three for each competency: what the framework says first of this very role before what it takes over from a lower one."""
    chosen = {line.text for competency in section.competencies for line in _first(framework, role, competency)}
    return tuple(line for line in choosable(framework, role, section) if line.text in chosen)


def filled(framework: Framework, role: Role) -> tuple[DraftSection, ...]:
    """The sections with what is suggested for a role, without those of competencies that ask nothing of it."""
    sections = ((section, suggested(framework, role, section)) for section in template(framework))
    return tuple(section.with_(lines=lines) for section, lines in sections if lines)


def left_out(framework: Framework, role: Role) -> tuple[str, ...]:
    """The names of the sections that a role has none of, because the framework asks nothing of it there."""
    return tuple(section.name for section in template(framework) if not choosable(framework, role, section))


def offered(framework: Framework, role: Role, section: DraftSection) -> tuple[Line, ...]:
    """Everything that can be chosen for a section: the role's expectations, then whatever else was put there."""
    usual = choosable(framework, role, section)
    texts = {line.text for line in usual}
    return (*usual, *(line for line in section.lines if line.text not in texts))


def most_duties(framework: Framework) -> int:
    """How many role-specific duties there may be."""
    return framework.role_specific_points or MOST_DUTIES


def untouched(framework: Framework, role: Role, draft: Draft) -> bool:
    """Whether nothing was done with a draft since it was begun but looking at it."""
    entered = (draft.header, draft.duties, draft.person, draft.career, draft.criteria, draft.done)
    return not any(entered) and draft.sections == filled(framework, role)


def surely(framework: Framework, section: DraftSection) -> str:
    """The first task chosen for a section that is more than possible; empty where each only may be part of the role."""
    return next((line.text for line in section.lines if not framework.wanted.may.search(line.text)), "")


def _of(framework: Framework, role: Role, competency: str) -> tuple[Line, ...]:
    statements = framework.expectation(role.id, competency).statements
    kept = (each.text for each in statements if not denies(framework, each.text))
    return tuple(Line(text=text, competency=competency, role=role.id) for text in dict.fromkeys(kept))


def _first(framework: Framework, role: Role, competency: str) -> tuple[Line, ...]:
    fresh = {statement.text for statement in framework.expectation(role.id, competency).added}
    every = _of(framework, role, competency)
    tasks = [line for line in every if not framework.wanted.no_task.search(line.text)]
    return tuple(sorted(tasks or every, key=lambda line: line.text not in fresh))[:SUGGESTED]
