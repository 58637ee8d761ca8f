"""Answers about getting to the next grade."""

from collections.abc import Iterable, Sequence

from bot.framework.model import Framework, Progression, Role
from bot.phrases.en.names import counted, listed, role, short_role, shortened

CRITERIA = "What you need to show"
ASSESSMENT = "How it is assessed"
PAY_TITLE = "Pay"
PAY = "The framework does not say what anybody is paid; your HR team can tell you. I can show what is expected."
NO_TIME = "The framework does not say how long it takes."
NO_DECIDER = "The framework does not say who decides on this step. Ask your line manager or HR."
NO_PROMISE = "I can’t say whether or when that happens; people decide it."
TEXT_LIMIT = 600


def title(lower: int, higher: int) -> str:
    """`Getting from grade 5 to grade 6`."""
    return f"Getting from grade {lower} to grade {higher}"


def lead(step: Progression) -> str:
    """The formal criteria of a step."""
    criteria, steps = counted(len(step.criteria), "criterion", "criteria"), counted(len(step.assessment), "step")
    return f"From grade {step.lower} to {step.higher} the framework gives {criteria}, and {steps} for how it is assessed."


def text(step: Progression) -> str:
    """The criteria in one passage."""
    return f"{lead(step)} {shortened((criterion.text for criterion in step.criteria), TEXT_LIMIT)}"


def touching(step: Progression, names: Sequence[str], number: int) -> str:
    """How many of the criteria are about what was named."""
    does = "touch" if number > 1 else "touches"
    return f"From grade {step.lower} to {step.higher}, {number} of the {len(step.criteria)} criteria {does} {listed(names)}."


def texts(criteria: Iterable[str]) -> str:
    """Some criteria in one passage."""
    return shortened(criteria, TEXT_LIMIT)


def assessment(step: Progression) -> str:
    """How many steps the assessment has."""
    return f"From grade {step.lower} to {step.higher} the framework gives {counted(len(step.assessment), 'step')} for how it is assessed."


def assessment_text(step: Progression) -> str:
    """The steps in one passage."""
    return f"{assessment(step)} {shortened((each.text for each in step.assessment), TEXT_LIMIT)}"


def not_formal(lower: int, higher: int, formal: Sequence[Progression]) -> str:
    """No formal criteria for this step; which steps have some."""
    return f"The framework gives no formal criteria for getting from grade {lower} to {higher}. {formal_steps(formal)}"


def formal_steps(formal: Sequence[Progression]) -> str:
    """Which steps have formal criteria."""
    steps = listed(f"grade {step.lower} to {step.higher}" for step in formal)
    return f"Formal criteria are given for {steps} only." if formal else "No step has formal criteria in it."


def changes(names: Sequence[str], lower: Role, higher: Role) -> str:
    """Where the step up is largest."""
    return f"Most changes in {listed(names)} from {role(lower)} to {role(higher)}."


def changes_heading(lower: Role, higher: Role) -> str:
    """Over the largest changes."""
    return f"What changes most: {role(lower)} to {role(higher)}"


def touches(names: Sequence[str]) -> str:
    """After a criterion: the competencies it is about."""
    return listed(names)


def to(framework: Framework, of: Role) -> str:
    """A button: the step to one of several roles."""
    return f"What changes: {short_role(framework, of)}"
