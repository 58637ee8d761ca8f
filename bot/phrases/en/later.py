"""What is said of conversations that the assistant cannot hold yet, and what it can give instead."""

TITLES = {
    "job_description": "Job description",
    "team_overview": "Your team",
}
INSTEAD = {
    "job_description": "This is what the template holds.",
    "team_overview": "Each person’s scores and plan are their own; you see what they share with you.",
}
LATER = {
    "job_description": "I can’t draft a job description yet; that comes later.",
    "team_overview": "I can’t show a team yet; that comes later.",
}
NO_TEMPLATE = "This framework’s document has no job description template, but you can read what a grade is expected to do."
HEADER = "At the top"
SECTIONS = "Its sections"
HOW = "How to fill it in"
CAREER_GRADE = "For a career grade"
SHARED_WITH_ME = "What is shared with me"
MEANWHILE = "Meanwhile you can ask:"


def names(what: str, listed: str) -> str:
    """The parts of a template in one sentence."""
    return f"{what}: {listed}."
