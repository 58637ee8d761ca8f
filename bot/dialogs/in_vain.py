"""What was asked in vain: a question that was not understood, or could mean several things. Nothing else is ever told of it."""

from dataclasses import dataclass
from typing import Literal

from bot.dialogs.turn import Turn
from bot.understanding.reading import ANSWERED, Intent, NotUnderstood, Outcome, Reading, Understood, Unsure

Cause = Literal["not understood", "unsure", "not liked", "distress"]
LONGEST = 300
"""Characters: what is longer is no question but something pasted."""
AS_LIKELY = 0.5
"""From this share of the best score, a kind of question may well be what was meant."""
_TELLS_OF_WORK = frozenset(
    {
        Intent.LOG_EVIDENCE,
        Intent.DOSSIER,
        Intent.START_PLAN,
        Intent.SET_PROFILE,
        Intent.SHARE,
        Intent.REVIEW,
        Intent.TEAM_OVERVIEW,
        Intent.SUCCESSION,
        Intent.JOB_DESCRIPTION,
    }
)
"""What somebody may have wanted kept, or said of themselves or somebody else."""


@dataclass(frozen=True, slots=True)
class InVain:
    """A question as it was typed, and the framework it was put to. After `distress` nothing of the conversation is to be noted."""

    text: str
    framework: str
    cause: Cause


DISTRESS = InVain("", "", "distress")


def in_vain(turn: Turn, text: str, framework: str, outcome: Outcome) -> InVain | None:
    """What may be noted of a message; None for most: what was understood, and whatever may tell of somebody's own work."""
    if isinstance(outcome, Understood) or not _may_be_noted(turn, text, outcome):
        return None
    return InVain(text, framework, "not understood" if isinstance(outcome, NotUnderstood) else "unsure")


def disliked(reading: Reading, *, inside: bool) -> InVain | None:
    """The question whose answer got a thumb down; `inside` says that it was typed while a dialog waited for words."""
    if inside or reading.intent not in ANSWERED or not _is_question(reading.said):
        return None
    return InVain(reading.said, reading.framework, "not liked")


def _may_be_noted(turn: Turn, text: str, outcome: Unsure | NotUnderstood) -> bool:
    """Not in a group, not of a guest, not while a dialog waits for words, nor where the words may be meant to be kept or shared."""
    if not turn.personal or turn.guest or turn.memory.focus is not None or not _is_question(text):
        return False
    candidates = outcome.candidates if isinstance(outcome, Unsure) else ()
    scored = outcome.why.intents
    likely = {reading.intent for reading in candidates} | {name for name, score in scored if score >= scored[0][1] * AS_LIKELY}
    return _TELLS_OF_WORK.isdisjoint(map(Intent, likely))


def _is_question(text: str) -> bool:
    """One line that is neither empty nor pasted."""
    return bool(text.strip()) and len(text) <= LONGEST and "\n" not in text.strip()
