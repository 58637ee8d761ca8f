"""What is said about a progression dossier: begun, a criterion at a time, what is missing, and how it is assessed."""

from collections.abc import Sequence

from bot.framework.model import Progression
from bot.phrases.en.names import counted, listed

TITLE = "Progression dossier"
WHAT_FOR = (
    "It puts what you have done beside what the framework asks for this step, so that you and your manager can see what is there "
    "and what is missing."
)
WHO_SEES = "Only you see it. You can take it away as a Word file and hand it to whom you like."
HOW_LONG = "A few minutes for each criterion. Everything is saved as you go, so stop and come back whenever you like."
BEFORE = "Before you begin"
BEGIN = "Begin"
CARRY_ON = "Carry on"
OVERVIEW = "Overview"
WORD = "Word file"
HOW = "How it is assessed"
BACK = "Back to your dossier"
CRITERION, EVIDENCE, READY_COLUMN = "Criterion", "Evidence", "Ready"
NOTHING, YES, NOT_YET = "None yet", "Yes", "Not yet"
NOTED = "A note"
GO_TO = "Go to"
OPEN = "Open it"
ATTACHED = "Attached"
NOT_ATTACHED = "Nothing is attached yet."
PRESS = "Press a piece to attach it, or to take it off again."
SUGGESTED = "From your evidence"
NO_SUGGESTION = "Your evidence has nothing tagged for this yet. Tell me, for example “log evidence: I trained two apprentices on the mill”."
TOUCHES_NONE = "The framework ties this to no competency, so all your evidence is here to choose from."
NOTE = "Your note (what shows it, what is still to do)"
NOTE_MISSING = "Write a note, or leave it empty."
SAVE_NEXT = "Save and next"
READY = "It is ready"
NOT_READY = "Not ready after all"
ALL_READY = "You call all of them ready."
MARKED_READY = "Marked as ready."
MARKED_NOT_READY = "No longer marked as ready."
SAVED_NOTE = "Your note is saved."
DONE_ATTACHED = "Attached."
DONE_DETACHED = "Taken off."
NO_SUCH = "I did not find that one. Press the piece you mean."
LATER = "All right. Everything is saved; say “my dossier” to carry on."
GONE = "I no longer have that dossier. Say “start my dossier” to begin one."
OLD_CRITERION = "The framework no longer has this criterion."
FROM_ASSESSMENT = "from your self-assessment"
WHICH = "Which step is it for?"


def title(lower: int, higher: int) -> str:
    """The dossier of a step."""
    return f"Progression dossier, grade {lower} to {higher}"


def intro(step: Progression) -> str:
    """Before one is begun."""
    return f"For grade {step.lower} to {step.higher} the framework names {counted(len(step.criteria), 'criterion', 'criteria')}. {WHAT_FOR}"


def none_yet(step: Progression) -> str:
    """Asked how far it is, where none was begun."""
    return f"You have no dossier for grade {step.lower} to {step.higher} yet. {WHAT_FOR}"


def progress(ready: int, total: int, missing: Sequence[int]) -> str:
    """How far it is, in words."""
    if ready == total:
        return f"{ALL_READY} What is left is the assessment itself."
    empty = f" Nothing is there yet for {listed(map(str, missing))}." if missing else " There is something for each of them."
    return f"{ready} of {total} criteria are ready.{empty}"


def number(at: int, total: int) -> str:
    """The title of one criterion."""
    return f"Criterion {at} of {total}"


def pieces(count: int) -> str:
    """How much evidence is attached."""
    return counted(count, "piece") if count else NOTHING


def attach(words: str) -> str:
    """A piece that can be attached."""
    return f"Attach: {words}"


def detach(words: str) -> str:
    """A piece that is attached."""
    return f"✓ Attached: {words}"


def carry_on(at: int) -> str:
    """A button to the next criterion that is not ready."""
    return f"Carry on with {at}"


def stands(count: int, *, ready: bool) -> str:
    """How one criterion stands, in words."""
    return f"{'You call it ready' if ready else 'Not ready yet'}, with {pieces(count) if count else 'no evidence'} attached."


def no_step(steps: Sequence[Progression]) -> str:
    """The framework has no formal criteria for the step asked about."""
    where = listed(f"grade {step.lower} to {step.higher}" for step in steps)
    only = f", which it does for {where}" if steps else ", and this one gives none"
    return f"I can build a dossier only where the framework gives formal criteria{only}. Here is what changes instead."


def option(at: int, words: str) -> str:
    """A criterion in the list to choose from."""
    return f"{at}. {words}"


def too_long(length: int, most: int) -> str:
    """A note longer than one may be."""
    return f"That note is {length:,} characters, and one holds {most:,}. Nothing is lost: it is still in the form. Please shorten it."


def note_too_long(length: int, most: int) -> str:
    """The same, where it is too much to show once more."""
    return f"That note is {length:,} characters, and one holds {most:,}. You still have it above; please shorten it. Nothing was changed."
