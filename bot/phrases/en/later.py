"""What is said of conversations that the assistant cannot hold yet, and what it can give instead."""

TITLES = {
    "job_description": "Job description",
    "share": "Sharing",
}
INSTEAD = {
    "job_description": "This is what the template holds.",
    "share": "I have shown nothing of yours to anybody. You can take a file away and hand it on yourself.",
}
LATER = {
    "job_description": "I can’t draft a job description yet; that comes later.",
    "share": "I can’t share anything yet; that comes later.",
}
NO_TEMPLATE = "This framework’s document has no job description template, but you can read what a grade is expected to do."
HEADER = "At the top"
SECTIONS = "Its sections"
HOW = "How to fill it in"
CAREER_GRADE = "For a career grade"
TAKE_AWAY = "Take a file away"
MEANWHILE = "Meanwhile you can ask:"


def names(what: str, listed: str) -> str:
    """The parts of a template in one sentence."""
    return f"{what}: {listed}."
