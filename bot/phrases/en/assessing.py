"""The self-assessment: what it is for, the rows one by one, and the words around a mark."""

from collections.abc import Sequence

from bot.framework.model import Framework, Role, Scale
from bot.phrases.en.names import capital, clipped, counted, listed, role

TITLE = "Self-assessment"
MARK, EVIDENCE, LOGGED, ROLE, OWN_ROW = (
    "Your mark",
    "What do you do that shows it? (if you like)",
    "Evidence you logged before: tick what belongs here",
    "Against which role?",
    "A row of your own",
)
EVIDENCE_HINT = "For example: I run the booking rota for three labs."
OWN_ROW_HINT = "For example: running the X-ray facility"
CHOOSE_ROLE = "Choose a role."
NAME_IT = "Write what the row is about."
YOURS, AIMED = "your role", "you aim for it"
BEGIN, CONTINUE, ANEW, START_ONE, TO_START = "Begin", "Continue it", "Begin anew", "Start a self-assessment", "Back to the start"
SAVE, SKIP, BACK, LATER, CARRY_ON = "Save and next", "Skip", "Back", "Later", "Carry on"
ADD_ROW, ALL_ROWS, FINISH_NOW = "Add the row", "Rows and marks", "Finish now"
TO_RESULT, BACK_TO_RESULT = "See the result", "Back to the result"
WHICH_ROLE = "Which role do you want to mark yourself against? Choose one and press “Begin”."
GONE = "I no longer hold that self-assessment. You can start a new one."
PAUSED_TITLE = "Saved for later"
FIRST_ROW = "This is the first row."
NO_MARK = "Which mark do you give yourself here? Choose one, or press “Skip” to leave the row out."
KEPT_WORDS = "I kept that as your evidence. Which mark do you give yourself?"
NOTHING_TO_ATTACH = "You have logged no evidence for this row so far."
ATTACHED = "Attached."
ROWS_TITLE = "Your rows"
WHICH_ROW = "Which row is that for? Press it, or name it with the mark: “teamwork 7”."
NOTHING_MARKED = "Nothing is marked yet, so there is no result. Press a row to mark it."
NOT_MARKED_BEFORE = "I have no earlier mark of yours for this one."
IN_WORDS = "You can also just tell me: “7, because I run the bookings”, “skip”, “back” or “later”."
OWN_ROW_ABOUT = "This is your own row, for what is specific to your role. The framework says nothing of it; judge by what the role needs."
NO_LONGER_THERE = "The framework no longer has this row."
WHY = (
    "It shows you where you stand against what the framework expects of a role, what you are good at and what to work on. "
    "You can make a development plan from it."
)
ONLY_YOU = "Only you see it, until you share it yourself."
SAVED_AS_YOU_GO = "Each answer is saved at once. You can stop at any time and carry on another day."
MINUTES_FOR_A_ROW = 1.5


def mark_label(scale: Scale) -> str:
    """Over the choice of a mark."""
    return f"{MARK}, {scale.lowest:g} to {scale.highest:g}"


def mark_means(scale: Scale, framework: Framework, owner: Framework | None) -> str:
    """What one mark stands for, and whose scale it is."""
    ends = " ".join(f"{mark}: {words}" for mark, words in sorted(scale.meaning.items()))
    whose = f" The scale is from {owner.institution}’s {owner.name}." if owner and owner.id != framework.id else ""
    own = " This framework has no scale; I use one from 1 to 10." if owner is None else ""
    return f"One mark says both how competent and how confident you are. {ends}{whose}{own}".strip()


def how_long(fewest: int, most: int) -> str:
    """How long it takes; before a role is chosen, from the shortest to the longest."""
    rows = counted(most, "row") if fewest == most else f"{fewest} to {most} rows"
    minutes = [round(number * MINUTES_FOR_A_ROW) for number in (fewest, most)]
    takes = f"{minutes[1]}" if minutes[0] == minutes[1] else f"{minutes[0]} to {minutes[1]}"
    return f"It has {rows} and takes about {takes} minutes. {SAVED_AS_YOU_GO}"


def own_rows(points: int | None, most: int) -> str:
    """That rows of one's own can be added."""
    allowed = f" This framework lets each role have up to {points} points of its own." if points else ""
    return f"You can add up to {most} rows for what is specific to your role: say “add a row” and what it is about.{allowed}"


def intro(of: Role | None) -> str:
    """The sentence of the first card."""
    if of is None:
        return f"A self-assessment. {WHICH_ROLE}"
    return f"A self-assessment against {role(of)}. Press “Begin”, or choose another role first."


def which_of(roles: Sequence[Role]) -> str:
    """Several roles were named."""
    return f"That could be {listed(map(role, roles), 'or')}. Choose one and press “Begin”."


def unfinished(day: str, marked: int, total: int, of: str) -> str:
    """There is one that is not finished."""
    so_far = f"{marked} of {counted(total, 'row')} marked"
    return f"You began one on {day}, against {of}: {so_far}. Continue it, or begin anew; I keep the old one."


def role_option(of: Role, note: str) -> str:
    """A role to choose."""
    return capital(role(of)) + (f" ({note})" if note else "")


def progress(place: int, total: int, marked: int, of: str) -> str:
    """Where one is, in words."""
    so_far = f"{marked} marked so far" if marked else "none marked yet"
    return f"Row {place} of {total}, against {of}; {so_far}."


def set_aside(of: str) -> str:
    """A row that asks nothing of the role."""
    return f"The framework asks nothing of {of} here, so it is set aside. If you mark it, it counts."


def ask_mark(name: str, place: int, total: int, scale: Scale) -> str:
    """The question of a row, on its own."""
    where = f"Row {place} of {total}: " if place else ""
    return f"{where}{name}. Your mark, {scale.lowest:g} to {scale.highest:g}?"


def expected(of: Role) -> str:
    """Over what is expected."""
    return f"What is expected of {role(of)}"


def aside_rows(names: Sequence[str]) -> str:
    """The rows that were set aside."""
    return f"Set aside, as nothing is asked of this role there: {listed(names)}. Say “take in {names[0]}” to mark it as well."


def saved_mark(name: str, mark: float) -> str:
    """A mark was saved."""
    return f"Saved: {mark:g} for {name}."


def changed_mark(name: str, before: float, mark: float) -> str:
    """A mark was changed."""
    return f"Changed: {name} is {mark:g} now; it was {before:g}."


def same_mark(name: str, mark: float) -> str:
    """A mark was given that is there already."""
    return f"{name} has {mark:g} already."


def saved_words(name: str) -> str:
    """Evidence was saved, and no new mark."""
    return f"Saved: your evidence for {name}."


def no_evidence_left(name: str) -> str:
    """Evidence was taken out."""
    return f"Taken out: your evidence for {name}."


def skipped(name: str) -> str:
    """A row was skipped."""
    return f"Skipped: {name}."


def already_marked(name: str, mark: float) -> str:
    """A row with a mark was skipped."""
    return f"{name} keeps its {mark:g}."


def off_scale(said: str, scale: Scale) -> str:
    """A number that is no mark."""
    return (
        f"I can’t take “{clipped(said, 40)}” as a mark. Please give one from {scale.lowest:g} to {scale.highest:g}, "
        f"such as 7 or 7.5. Nothing you wrote is lost."
    )


def no_number(said: str, scale: Scale) -> str:
    """A word where a mark was asked."""
    return (
        f"I didn’t get a mark from “{clipped(said, 40)}”. Please give one from {scale.lowest:g} to {scale.highest:g}, such as 7 or 7.5, "
        "or say “skip”."
    )


def too_long(length: int, longest: int, shown: int) -> str:
    """Evidence that is too long to keep."""
    fits = "It is still in the box" if shown >= length else f"The first {shown:,} are in the box, as more does not fit on a card"
    return f"Your evidence is {length:,} characters long, and I can keep up to {longest:,} in a row. {fits}: please shorten it."


def back_to(name: str) -> str:
    """The button that leads back to a row."""
    return f"Back to {clipped(name, 26)}"


def paused(marked: int, total: int) -> str:
    """It was put aside."""
    return f"Everything is saved: {marked} of {counted(total, 'row')} marked. Say “carry on with my assessment” when you want to go on."


def row_added(name: str) -> str:
    """An own row was added."""
    return f"Added: {clipped(name, 60)}."


def row_there(name: str) -> str:
    """An own row with this name is there."""
    return f"You have a row called {clipped(name, 60)} already."


def rows_full(most: int) -> str:
    """No more own rows."""
    return f"You have {most} rows of your own, and that is as many as there can be. You can skip one of them and mark the others."


def name_too_long(length: int, longest: int) -> str:
    """An own row with a name that is too long."""
    return f"That is {length:,} characters; a row’s name can have up to {longest}. Please make it shorter."


def taken_in(name: str) -> str:
    """A row was taken in."""
    return f"Taken in: {name}."


def rows_left(names: Sequence[str]) -> str:
    """It is to be finished, and rows have no mark."""
    few = listed(names) if len(names) <= 4 else f"{', '.join(names[:3])} and {len(names) - 3} more"  # noqa: PLR2004
    waiting = f"{counted(len(names), 'row')} still {'waits' if len(names) == 1 else 'wait'} for a mark: {few}."
    return f"{waiting} Carry on, or finish now and leave the rest out."


def rows_lead(marked: int, total: int) -> str:
    """Over all rows."""
    return f"{marked} of {counted(total, 'row')} marked. Press one to open it."


def row_state(mark: float | None, *, evidence: bool, skipped: bool, aside: bool) -> str:
    """A row in the list."""
    if mark is not None:
        return f"{mark:g}, {'with' if evidence else 'no'} evidence"
    return "Set aside" if aside else "Skipped" if skipped else "No mark yet"


def moved_on(day: str) -> str:
    """The framework changed since it was begun."""
    return f"The framework’s words changed since {day}. You see the present ones; please look again at what you marked before."


def role_gone() -> str:
    """The framework no longer has the role."""
    return "The framework no longer has the role or the rows you marked yourself against. Your marks are kept; you can start a new one."
