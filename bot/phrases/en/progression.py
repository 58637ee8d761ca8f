"""Answers about getting to the next grade."""

from collections.abc import Sequence

from bot.framework.model import Progression, Role
from bot.phrases.en.names import listed, role

CRITERIA = "What you need to show"
ASSESSMENT = "How it is assessed"
WHICH = "Which step? Press one."
TITLE = "Getting to the next grade"
CHANGES = "What changes most"
TOP = "That is the highest grade of the framework, so there is no step above it."


def title(lower: int, higher: int) -> str:
    """`Getting from grade 5 to grade 6`."""
    return f"Getting from grade {lower} to grade {higher}"


def lead(step: Progression) -> str:
    """The formal criteria of a step."""
    return f"From grade {step.lower} to {step.higher} the framework gives {len(step.criteria)} criteria and {len(step.assessment)} steps."


def text(step: Progression) -> str:
    """The criteria in one passage."""
    return f"{lead(step)} {' '.join(criterion.text for criterion in step.criteria)}"


def not_formal(lower: int, higher: int, formal: Sequence[Progression]) -> str:
    """No formal criteria for this step; which steps have some."""
    steps = listed(f"grade {step.lower} to {step.higher}" for step in formal)
    known = f" It gives them for {steps} only." if formal else " It gives none for any step."
    return f"The framework gives no formal criteria for getting from grade {lower} to {higher}.{known}"


def changes(names: Sequence[str], lower: Role, higher: Role) -> str:
    """Where the step up is largest."""
    return f"Most changes in {listed(names)} from {role(lower)} to {role(higher)}."


def changes_line(summary: str) -> str:
    """One competency of a step up."""
    return f"{summary}."
