"""The header of a job description: its fields, and what stands in each until its author enters something."""

from bot.framework.model import Framework
from bot.vacancies.draft import Draft
from bot.vacancies.sections import surely

TITLE, GRADE, PURPOSE = "job-title", "present-grade", "purpose"
USUAL = (TITLE, GRADE, "department", "responsible-to", "supervises", "internal-contacts", "external-contacts", PURPOSE)
"""The fields where a framework has no template of its own."""
_MAIN = 3  # so many of the chosen tasks tell the purpose, one of each of the first sections


def fields(framework: Framework) -> tuple[str, ...]:
    """The ids of the fields, in order."""
    template = framework.job_description
    return tuple(each.id for each in template.header) if template else USUAL


def shown(framework: Framework, draft: Draft, id_: str) -> str:
    """What stands in a field: what was entered, else what follows from the role and the chosen tasks, else nothing."""
    entered = draft.entered(id_)
    return usual(framework, draft, id_) if entered is None else entered


def usual(framework: Framework, draft: Draft, id_: str) -> str:
    """What a field says by itself."""
    role = framework.roles.get(draft.role)
    if role is None:
        return ""
    match id_:
        case "job-title":
            return role.title
        case "present-grade":
            return str(role.grade)
        case "purpose":
            return " ".join([_sentence(text) for section in draft.sections if (text := surely(framework, section))][:_MAIN])
    return ""


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
