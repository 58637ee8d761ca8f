"""What a reading stands for, in a few words: the title of a “Did you mean” button."""

from bot.framework.model import Framework
from bot.phrases.en.names import grades, listed
from bot.understanding.reading import Intent, Reading

TITLES = {
    Intent.EXPECTATIONS: "What is expected at a grade",
    Intent.COMPARE: "Compare two grades",
    Intent.DEVELOPMENT: "Development opportunities",
    Intent.FIND_GRADE: "Which grade does something",
    Intent.GUIDE: "The guidance",
    Intent.CAREER_PROGRESSION: "Getting to the next grade",
    Intent.START_ASSESSMENT: "Assess myself",
    Intent.SHOW_ASSESSMENT: "My self-assessment",
    Intent.START_PLAN: "Make a development plan",
    Intent.SHOW_PLAN: "My development plan",
    Intent.JOB_DESCRIPTION: "A job description",
    Intent.TEAM_OVERVIEW: "My team",
    Intent.SUCCESSION: "Succession in my team",
    Intent.SHARE: "Share with somebody",
    Intent.REVIEW: "Reviews, and what is shared with me",
    Intent.MY_DATA: "What you know about me",
    Intent.SET_PROFILE: "Tell you about me",
    Intent.REMINDERS: "Reminders",
    Intent.LOG_EVIDENCE: "Keep something as evidence",
    Intent.SHOW_EVIDENCE: "My evidence",
    Intent.DOSSIER: "My progression dossier",
    Intent.EXPORT: "A copy to take away",
    Intent.HELP: "What you can do",
    Intent.GREETING: "Hello",
    Intent.THANKS: "Thanks",
    Intent.CANCEL: "Never mind",
    Intent.OUT_OF_SCOPE: "Something else",
}


def title(reading: Reading, framework: Framework) -> str:
    """A reading as the title of a button."""
    what, where = _what(reading, framework), _where(reading, framework)
    asked = {
        Intent.EXPECTATIONS: ("What is expected", "; ".join(part for part in (what, where) if part)),
        Intent.COMPARE: ("Compare", "; ".join(part for part in (where, what) if part)),
        Intent.DEVELOPMENT: ("How to develop", what or _opportunities(reading, framework)),
        Intent.FIND_GRADE: ("Which grade does it", what),
        Intent.GUIDE: ("The guidance", _topics(reading, framework)),
        Intent.CAREER_PROGRESSION: ("Getting to the next grade", where),
    }
    opening, named = asked.get(reading.intent, ("", ""))
    return f"{opening}: {named}" if named else TITLES[reading.intent]


def _what(reading: Reading, framework: Framework) -> str:
    return listed(framework.competencies[c].short for c in reading.competencies if c in framework.competencies)


def _where(reading: Reading, framework: Framework) -> str:
    roles = [framework.roles[role] for role in reading.roles if role in framework.roles]
    if roles:
        return listed(f"grade {role.grade}, {role.title}" for role in roles)
    return grades(reading.grades) if reading.grades else ""


def _topics(reading: Reading, framework: Framework) -> str:
    return listed(framework.topics[topic].title for topic in reading.guide_topics if topic in framework.topics)


def _opportunities(reading: Reading, framework: Framework) -> str:
    known = framework.development.opportunities if framework.development else {}
    return listed(known[opportunity].name for opportunity in reading.opportunities if opportunity in known)
