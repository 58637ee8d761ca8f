"""What is meant by words while the plan waits for an answer: a question to be answered first, a competency that they are about."""

from collections.abc import Callable

from bot.dialogs.asked import Asked
from bot.understanding.reading import ANSWERED, Intent, Outcome, Reading, Understood, Unsure

_COMMANDS = (
    frozenset(Intent)
    - ANSWERED
    - {
        Intent.OUT_OF_SCOPE,
        Intent.SHARE,
        Intent.TEAM_OVERVIEW,
        Intent.SUCCESSION,
        Intent.JOB_DESCRIPTION,
        Intent.CANCEL,
    }
)
_NAMES_A_ROLE = frozenset({"grade", "role", "next"})
_FEWEST, _TELLING = 2, 4  # a word or two small ones ("hm, ok") are no objective
_SHORT = 5  # a longer message tells what somebody will do, even where it reads like a wish


def word(asked: Asked, text: str) -> str | None:
    """The plain word that an answer is: skip, back, later or go on; None for anything else."""
    order, spoken = asked.reader.planning.orders.heard(text), asked.reader.spoken
    if order is not None and order.name in ("skip", "go_on"):
        return order.name
    if spoken.is_("skip", text):
        return "skip"
    if spoken.is_("back", text):
        return "back"
    return "later" if spoken.is_("later", text) or spoken.is_("done", text) else None


def is_question(asked: Asked, text: str, read: Callable[[], Outcome]) -> bool:
    """Whether it is a question or asks for something else, and is no answer."""
    grading = asked.reader.grading
    if asked.reader.pressing.is_("commands", text) or asked.reader.sharing.wish(asked.reader.pressing.bare(text)):
        return True
    if asked.reader.keeping.kept(text) is not None or grading.wished(text) or grading.wants_the_last(text):
        return True
    asks = asked.reader.spoken.asks(text)
    if not asks and len(text.split()) > _SHORT:
        return False
    outcome = read()
    best = best_of(outcome)
    if best is None:
        return False
    return best.intent in ANSWERED | _COMMANDS if asks else isinstance(outcome, Understood) and best.intent in _COMMANDS


def best_of(outcome: Outcome) -> Reading | None:
    """The likeliest reading of a message."""
    match outcome:
        case Understood(reading):
            return reading
        case Unsure(candidates):
            return candidates[0]
    return None


def competencies(asked: Asked, text: str) -> tuple[str, ...]:
    """The one competency that words name; none where they name several, or only point to some."""
    named = asked.reader.names(text, asked.framework.id)
    return named if len(named) == 1 else ()


def is_objective(asked: Asked, text: str, read: Callable[[], Outcome]) -> bool:
    """Whether words that nobody asked for in so many words are something to be put into the plan."""
    long = [word for word in text.split() if len(word) >= _TELLING]
    if (
        len(text.split()) < _FEWEST
        or not long
        or asked.reader.pressing.is_("commands", text)
        or asked.reader.planning.orders.heard(text) is not None
    ):
        return False
    grading = asked.reader.grading
    if grading.duties(text) or grading.wished(text) or grading.wants_the_last(text):
        return False
    outcome = read()
    if not isinstance(outcome, Understood):
        return True
    reading = outcome.reading
    if reading.intent in _COMMANDS:
        return False
    named = any(each.slot in _NAMES_A_ROLE for each in outcome.why.heard)
    own = bool(reading.grades or reading.roles) and not asked.reader.planning.checkable(text)
    return reading.intent not in ANSWERED or not (named or own)
