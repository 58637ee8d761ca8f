"""What is said of what goes into a job description."""

LEAD = "This is what the template holds. I can write one with you, role by role."
HEADER = "At the top"
SECTIONS = "Its sections"
HOW = "How to fill it in"
CAREER_GRADE = "For a career grade"
GUEST = (
    "I keep nothing of guests, so I can’t write a job description with you here. I can tell you what a role is expected to do, "
    "and what goes into a job description."
)


def names(what: str, listed: str) -> str:
    """The parts of a template in one sentence."""
    return f"{what}: {listed}."
