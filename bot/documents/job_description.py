"""A job description as values for its Word template."""

from typing import Any

from bot.documents.material import Material
from bot.framework.model import Framework, Progression
from bot.phrases.en import documents as say
from bot.phrases.en.names import role as role_name
from bot.phrases.en.vacancy import header_name
from bot.vacancies.career import step_up
from bot.vacancies.draft import Draft
from bot.vacancies.header import fields, shown
from bot.vacancies.sections import place_of_duties
from bot.vacancies.specification import Criterion, person_specification

_OF = {"knows": say.KNOWS, "does": say.DOES, "own": say.OWN_CRITERIA}


def job_description_values(material: Material, draft: Draft) -> dict[str, Any]:
    """What the template is filled with. An empty section is left out; the part for career grades is there only where it was kept."""
    framework = material.library.frameworks[draft.framework]
    role = framework.roles.get(draft.role)
    step = step_up(framework, draft) if draft.career else None
    return {
        "framework": say.framework(framework),
        "role": role_name(role) if role else "",
        "date": say.day(material.at.date()),
        "header": [{"name": header_name(framework, id_), "text": shown(framework, draft, id_)} for id_ in fields(framework)],
        "based_on": say.TOLD_BY.format(role=role_name(role)) if role else "",
        "sections": [{"name": each.name, "lines": [line.text for line in each.lines]} for each in draft.sections if each.lines],
        "specific": _specific(framework) if draft.duties else "",
        "duties": list(draft.duties),
        "person": _person(framework, draft),
        "career": say.CAREER if draft.career else "",
        **_criteria(step),
        "own_criteria": _own_criteria(draft, step) if draft.career else [],
    }


def _specific(framework: Framework) -> str:
    place = place_of_duties(framework)
    return f"{place}: {say.SPECIFIC.lower()}" if place else say.SPECIFIC


def _own_criteria(draft: Draft, step: Progression | None) -> list[str]:
    """What its author wrote; where nobody has said anything yet, that it is still to be written, and no heading alone."""
    return draft.criteria.splitlines() or ([] if step else [say.CRITERIA_TO_WRITE])


def _person(framework: Framework, draft: Draft) -> list[dict[str, Any]]:
    """The essential lines first; what lines in a row have in common is said before the first of them alone."""
    wanted = [each for each in person_specification(framework, draft) if each.need != "no"]
    ranked = sorted(wanted, key=lambda each: each.need != "essential")
    before = (None, *ranked)
    return [_criterion(each, first=was is None or was.of != each.of) for was, each in zip(before, ranked, strict=False)]


def _criterion(criterion: Criterion, *, first: bool) -> dict[str, Any]:
    essential = criterion.need == "essential"
    return {
        "text": criterion.text,
        "essential": say.NEEDED if essential else say.NOT_NEEDED,
        "desirable": say.NOT_NEEDED if essential else say.NEEDED,
        "of": _OF[criterion.of] if first else "",
    }


def _criteria(step: Progression | None) -> dict[str, Any]:
    return {
        "criteria_heading": say.CRITERIA_FOR.format(higher=step.higher) if step else "",
        "criteria": [each.text for each in step.criteria] if step else [],
        "assessed": [each.text for each in step.assessment] if step else [],
    }
