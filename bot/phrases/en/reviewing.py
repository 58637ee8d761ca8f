"""What is said of a review: rating blind, both sides beside each other, what is agreed, and meeting again."""

import datetime as dt
from collections.abc import Iterable, Sequence

from bot.framework.model import Scale
from bot.phrases.en.names import counted, listed
from bot.reviews.review import Review

TITLE, RATING_TITLE, BESIDE_TITLE = "Review", "Your ratings", "Side by side"
REVIEWER, TECHNICIAN = "your reviewer", "the person who shared it"
COMMENT, COMMENT_HINT = "Why? A comment goes with it (if you like)", "I saw it in the June open day"
BLIND = "You do not see their scores yet, and they do not see yours. Both show once both are in."
IN_WORDS = "You can also type it: “6, because ...”. Stop at any time; it waits for you."
SAVE, SKIP, BACK, LATER, ALL_ROWS, SEND, CARRY_ON = (
    "Save and next",
    "Leave this row out",
    "Back",
    "Later",
    "All rows",
    "Send my ratings",
    "Carry on",
)
SEND_LEAD = "Once sent, they stay as they are, and you both see both sides."
NOTHING_RATED = "Rate at least one row before you send them."
FIRST_ROW = "This is the first row."
NO_MARK = "Choose a mark, or leave the row out."
KEPT_WORDS = "I have kept your words."
SENT_BEFORE = "You have sent your ratings already, so they stay as they are."
SIDE_BY_SIDE = "See both sides"
SEND_OWN, SEND_OWN_AGAIN = "Send my scores", "Send my scores as they are now"
OWN_SENT = "Your scores are in, as they are now. They show once the other ratings are in."
NO_OWN = "Your assessment is not there any more, so there is nothing to send."
UNFINISHED = "Mark at least one row of your assessment first."
NOT_BOTH = "Not both sides are in yet, so neither is shown."
ONLY_OWNER = "That is for the person whose review it is."
ROW_COLUMN, YOU = "Row", "You"
NO_MARK_SHORT = "–"
YOUR_COMMENTS = "Your comments"
COMMENTS_CUT = "Long comments are cut here; the Word file has all of it."
AGENDA_TITLE, AGENDA_FILE, AGENDA, AGREE_TITLE = "One-to-one agenda", "Agenda as a Word file", "Our agenda", "What we agree"
TALK_OF, AGREED, WHAT_HELPS = "To talk about", "Agreed priorities", "What the framework lists"
NOTHING_FAR = "You see everything alike. Talk about what comes next."
NOTHING_AGREED = "Nothing is agreed yet."
PRIORITIES, DO_ABOUT, BY, MEET = "What matters most (up to three)", "What to do about it", "By when", "Meet again on"
AGREE_LEAD = "Write down what you two agree. The other has to say yes to it."
REMINDED = "I remind you of the day you meet again, in this chat; “stop reminders” ends that."
SAVE_AGREEMENT, YES, CHANGE, TO_PLAN_HEADING = "Save and ask the other", "I agree", "Change it", "Put into your plan"
NO_PRIORITY = "Choose at least one row, or write down what to do."
AGREED_NOW = "Agreed. Each of you can look at it here."
YOU_AGREED = "You have said yes. I tell you when the other has."
CHANGED_SINCE = "It was changed since. This is how it reads now:"
PAST_DAY = "That day is over. Choose a later one."
FAR_DAY = "That day is more than ten years away. Choose a nearer one."
IN_PLAN = "It is in your plan."
MEET_TITLE, LEARNT, SUPPORT, SAVE_NOTES = "Before you meet again", "What was learnt", "Which support is needed", "Save for both"
MEET_LEAD = "What you write here is for both of you."
NOTED = "Saved. You both see it."
NEXT_STEPS = "Before we meet again"
LONGEST_TEXT = 2_000
NOT_SHARED = "The share is over, so they do not see this. Share it again, and they do."
GONE_ROLE = "The framework no longer has this role, so its expectations are not shown."


def also_written(words: str) -> str:
    """The other wrote something else down meanwhile."""
    return f"The other has written this meanwhile: {words} What you wrote is below; save it to put it in its place."


def with_(name: str) -> str:
    """A review of one's own, in a list."""
    return f"Your review with {name or REVIEWER}"


def state_of_own(review: Review) -> str:
    """How one's own review stands."""
    return _state(review.revealed, review.own.sent is not None, review.other.sent is not None)


def state_of_theirs(review: Review) -> str:
    """How somebody else's review stands, to the one who rates."""
    return _state(review.revealed, review.other.sent is not None, review.own.sent is not None)


def _state(both: bool, mine: bool, theirs: bool) -> str:  # noqa: FBT001
    if both:
        return "Both sides are in."
    if mine:
        return "Yours are in; the other side is not yet."
    return "The other side is in; yours is not yet." if theirs else "Neither side is in yet."


def against(role: str) -> str:
    """What the rows are rated against."""
    return f"Against {role}."


def progress(place: int, total: int, rated: int, role: str) -> str:
    """How far the rating is."""
    return f"Row {place} of {total}; {rated} rated, against {role}"


def ask(name: str, owner: str, scale: Scale) -> str:
    """The question for a mark."""
    return f"{name}: which mark do you give {owner}, {scale.lowest:g} to {scale.highest:g}?"


def mark_label(scale: Scale) -> str:
    """The field of the mark."""
    return f"Your rating, {scale.lowest:g} to {scale.highest:g}"


def saved(name: str, mark: float) -> str:
    """A mark is saved."""
    return f"Saved: {mark:g} for {name}."


def skipped(name: str) -> str:
    """A row is left out."""
    return f"Left out: {name}."


def commented(name: str) -> str:
    """A comment is saved."""
    return f"Your comment on {name} is saved."


def too_long(length: int, most: int) -> str:
    """A text is too long."""
    return f"That has {length} characters; {most} is the most. Shorten it."


def overview(rated: int, total: int) -> str:
    """Before the ratings are sent."""
    return f"{rated} of {counted(total, 'row')} rated. {SEND_LEAD}"


def row_state(mark: float | None, *, comment: bool, skipped: bool) -> str:
    """A row in the list."""
    said = f"{mark:g}" if mark is not None else "left out" if skipped else "not rated yet"
    return f"{said}, with a comment" if comment else said


def sent(owner: str, *, both: bool) -> str:
    """The ratings are sent."""
    told = f"Your ratings are with {owner or TECHNICIAN} now."
    return f"{told} Both sides are in." if both else f"{told} Theirs are not in yet; I tell you when they are."


def told_both_in(name: str) -> str:
    """The other side is in as well."""
    return f"{name} has sent theirs, so both sides are in. See them side by side."


def told_waits(name: str) -> str:
    """The other has sent theirs; one's own is missing."""
    return f"{name} has sent their ratings. They show as soon as you send your scores."


NOTIFIED_IN = "Your review has news: the other side is in."
NOTIFIED_AGREE = "Your review has news: something to agree on."
NOTIFIED_AGREED = "Your review has news: both have agreed."


def difference(name: str, own: float, other: float, who: str) -> str:
    """A difference in words."""
    return f"{name}: {apart(own, other, who)}"


def apart(own: float, other: float, who: str) -> str:
    """How far two marks are from each other."""
    far = abs(own - other)
    if not far:
        return f"you both say {own:g}"
    return f"you {own:g}, {who} {other:g}, {far:g} {'point' if far == 1 else 'points'} apart"


def biggest(parts: Sequence[str]) -> str:
    """What both sides show, in a sentence."""
    return f"Biggest differences first. {'; '.join(parts)}." if parts else "You see every row alike."


def comments_of(who: str) -> str:
    """Whose comments they are."""
    return f"Comments of {who}"


def agreement(rows: Iterable[str], development: str, by: dt.date | None, meet: dt.date | None) -> str:
    """What is agreed, in a sentence or two."""
    named = listed(rows)
    parts = [
        f"Priorities: {named}." if named else "",
        f"To do: {development.rstrip('.')}." if development else "",
        f"By {day(by)}." if by else "",
        f"Meet again on {day(meet)}." if meet else "",
    ]
    return " ".join(part for part in parts if part)


def proposed(name: str) -> str:
    """The other is asked."""
    return f"{name} has written down what you two agree. Is it right?"


def agreed_with(name: str) -> str:
    """The other has said yes."""
    return f"{name} has agreed. Both of you have said yes now."


def to_plan(name: str) -> str:
    """A priority that can go into the plan."""
    return f"Put {name} into my plan"


def meet_on(name: str, meet: dt.date | None) -> str:
    """When the two meet."""
    when = f" on {day(meet)}" if meet else ""
    return f"You meet {name} again{when}."


def wrote(name: str, learnt: str, support: str) -> tuple[tuple[str, str], ...]:
    """What one of the two noted, each with its label."""
    parts = ((f"{name}, learnt", learnt), (f"{name}, support needed", support))
    return tuple((label, text) for label, text in parts if text)


def day(of: dt.date) -> str:
    """`3 March 2027`."""
    return f"{of.day} {of:%B %Y}"


def reminder(name: str) -> str:
    """The title of a reminder."""
    return f"Your one-to-one with {name}"


REMINDER_QUESTION = "What was learnt, and which support is needed? Note it before you meet."
