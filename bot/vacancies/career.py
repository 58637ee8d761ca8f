"""The part for career grades: whether a framework has one, and its criteria for the step up from a role."""

from bot.framework.model import Framework, Progression
from bot.vacancies.draft import Draft


def has_part(framework: Framework) -> bool:
    """Whether the framework speaks of career grades in its job descriptions at all."""
    template = framework.job_description
    return bool(framework.progressions or (template and template.career_grade))


def step_up(framework: Framework, draft: Draft) -> Progression | None:
    """The formal way up from the role's grade; None where the framework gives none."""
    role = framework.roles.get(draft.role)
    return next((each for each in framework.progressions if role and each.lower == role.grade), None)
