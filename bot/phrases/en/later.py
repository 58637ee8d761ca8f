"""What is said of conversations that the assistant cannot hold yet, and what it can give instead."""

from bot.framework.model import Scale

TITLES = {
    "start_assessment": "Self-assessment",
    "show_assessment": "Your self-assessment",
    "start_plan": "Development plan",
    "show_plan": "Your development plan",
    "job_description": "Job description",
    "team_overview": "Your team",
    "share": "Sharing",
    "reminders": "Reminders",
}
INSTEAD = {
    "start_assessment": "You can read what it asks, though.",
    "show_assessment": "This is what one looks at.",
    "start_plan": "You can start from its columns.",
    "show_plan": "These are its columns.",
    "job_description": "This is what the template holds.",
    "team_overview": "Nobody’s scores or plans are held here, so there is nothing to look at.",
    "share": "Nothing of yours has been shown to anybody.",
    "reminders": "Please put it in your calendar for now.",
}
LATER = {
    "start_assessment": "I can’t lead you through a self-assessment yet; that comes later.",
    "show_assessment": "I hold no self-assessment of yours; keeping one comes later.",
    "start_plan": "I can’t write a development plan with you yet; that comes later.",
    "show_plan": "I hold no development plan of yours; keeping one comes later.",
    "job_description": "I can’t draft a job description yet; that comes later.",
    "team_overview": "I can’t show a team yet; that comes later.",
    "share": "I can’t share anything yet; that comes later.",
    "reminders": "I can’t remind you yet; that comes later.",
}
NO_GRID = "This framework’s document has no self-assessment grid, but you can read what each grade is expected to do."
NO_PLAN = "This framework’s document has no plan template, but you can see what the next grade asks."
NO_TEMPLATE = "This framework’s document has no job description template, but you can read what a grade is expected to do."
ROWS = "What you mark yourself on"
COLUMNS = "The plan’s columns"
HEADER = "At the top"
SECTIONS = "Its sections"
HOW = "How to fill it in"
CAREER_GRADE = "For a career grade"
SCALE = "The scale"
MEANWHILE = "Meanwhile you can ask:"
OPPORTUNITIES = "Development opportunities"


def scale(of: Scale) -> str:
    """The scale and what its ends mean."""
    meaning = " ".join(f"{mark}: {words}" for mark, words in sorted(of.meaning.items()))
    return f"{of.lowest:g} to {of.highest:g}, in steps of {of.step:g}. {meaning}"


def names(what: str, listed: str) -> str:
    """The parts of a template in one sentence."""
    return f"{what}: {listed}."
