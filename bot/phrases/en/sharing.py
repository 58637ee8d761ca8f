"""What is said of sharing: choosing, the code, what is shared and what of it was opened, and what somebody else sees."""

import datetime as dt
from collections.abc import Iterable, Sequence

from bot.phrases.en.names import counted, listed

TITLE, LIST_TITLE, THEIRS_TITLE = "Share", "What you share", "Reviews, and what is shared with you"
SEE_THEIRS = "Shared with you"
FORM = "Choose what to share, with whom and for how long. You see what they will see before anything is shared."
WHAT, WHO, UNTIL, LINE, FIRST = "What", "With whom", "For how long", "A line to go with it (if you like)", "Your scores"
LINE_HINT = "Ahead of our meeting in March"
HINT = "Choose"
NEXT, BY_CODE = "Show what they will see", "Not in the list: make a code"
BLIND, OPEN = "They rate the same rows first, without seeing mine", "They see my scores at once"
TIMES = {"7": "One week", "28": "Four weeks", "91": "Three months", "182": "Six months"}
EVIDENCE_TOO = "The evidence attached to these"
PLAN = "My development plan"
NOTHING_WAITS = "Nothing is waiting to be sent. To let somebody see your assessment, plan or dossier, share it."
NOTHING_TO_SHARE = "There is nothing of yours to share yet. Make an assessment, a plan or a dossier first."
CHOOSE_SOMETHING = "Tick what to share first."
EVIDENCE_ALONE = "Evidence goes with an assessment or a dossier. Tick one of those as well."
CHOOSE_SOMEBODY = "Choose a person first. If they are not in the list, make a code for them."
YOURSELF = "That is you. Choose somebody else."
NOT_MET = "I have not met that person yet, so I can’t show them anything. Make a code, and give it to them yourself."
CHANGED = "Something you chose is not there any more. Choose again."
CONFIRM_TITLE = "They will see just this"
CONFIRM = "Nothing is shared yet. This is what they would see:"
ONLY_LOOK = "They can look, and change nothing. Whatever you change in these shows; what you add later does not."
EACH_LOOK = "Every look is noted for you. You can take it back at any time, in one press; what they opened by then stays in their chat."
CODE_RULES = "I make a code for you to give them. Whoever uses it first, I tell you their name and show nothing until you say yes."
SHARE_IT, MAKE_CODE, CHANGE = "Share it", "Make the code", "Change it"
SHOW_LIST, SHARE_MORE, TAKE_BACK, SHARE_AGAIN, OPEN_REVIEW, NEW_CODE = (
    "What I share",
    "Share something",
    "Take it back",
    "Share it again",
    "Open the review",
    "Make a new code",
)
NOTHING_SHARED = "You share nothing with anybody."
LIST_LEAD = "Press one to see when it was opened, or to take it back."
WHICH_BACK = "Which one do you want to take back? Press it."
TAKEN_BACK = (
    "Taken back. From this moment I show them nothing of it, and old buttons open nothing. "
    "What they opened before may still stand in their chat. If you change your mind, share it again."
)
OF_REVIEW = "What becomes of the review"
BLIND_STAYS = "The review rests: they can’t rate or send anything any more, and nobody sees the other’s marks."
BOTH_STAY = "They see neither side of the review any more. You still have both, under “Open the review”."
AGREED_STAYS = (
    "They see neither side of the review any more. What you two agreed stays with you, under “Open the review”, and what you put into your "
    "plan stays there."
)
UNSETTLED_STAYS = (
    "They see neither side of the review any more, and can’t say yes to what was written down. You still have it, under “Open the review”."
)
LOOKS_COUNT = "Looks within an hour count as one."
CODE_TITLE = "The code"
CODE_ONCE = "I show it only now, for I do not keep it. If it gets lost, make a new one."
CODE_SHOWN = "I made that code already, and do not keep it. If it got lost, make a new one."
CLAIM_TITLE = "A code was used"
CONFIRM_THEM, NOT_THEM = "Yes, show it to them", "No, not them"
REFUSED = "All right, they see nothing, and the code is used up. Share again to make a new one."
CLAIMED = (
    "Thank you, the code is right. I have asked the person who gave it to you whether it was meant for you. "
    "As soon as they say yes, I show you what it is."
)
WRONG_CODE = "That code opens nothing. Check it, or ask whoever gave it to you for a new one."
TOO_MANY = "That was too many wrong codes. Wait an hour, then try again, or ask for a new one."
OWN_CODE = "That is a code of your own. Give it to the person you want to share with; they type it here, in their own chat with me."
TYPE_IT = "Type “claim” and the code, for example: claim 7K2M-9QPX."
GONE_TITLE = "Nothing to show"
GONE = "There is nothing here that I can show you. If you expected something, ask the person it belongs to."
NOTHING_WITH_ME = "Nothing is shared with you at the moment."
HOW_TO_GET = "When somebody shares something with you, I tell you here. If they gave you a code, type “claim” and the code."
WITH_ME, OWN_REVIEWS = "Shared with you", "Reviews of your assessments"
LOOK = "Look at it"
NO_MARKS_YET = "Their scores show once your own ratings are in. Until then nobody sees the other’s."
READ_ONLY = "You can look, and change nothing. Each look is noted for them."
NOT_MARKED, EVIDENCE = "no mark", "Evidence"
START_RATING = "Rate the rows"
NOT_THERE = "They have deleted it since. There is nothing to see."
READY, NOT_READY, NOTE, DATE, STATUS, LEARNT = "Ready", "Not ready yet", "Note", "By", "Status", "What was learnt"
MORE = "More"
ASK_LIST = "What do I share?"
"""What the button stands for that leads to the list."""
CHOSEN, WHOEVER = "the person you chose", "whoever has the code"
SHARER = "Somebody"
NOTIFIED_CLAIM = "Somebody has used your code. Is it who you meant?"
KINDS = {"assessment": "self-assessment", "plan": "development plan", "dossier": "progression dossier"}
NO_ENTRIES = "It has no entries any more."


def day(of: dt.date) -> str:
    """`3 March 2027`."""
    return f"{of.day} {of:%B %Y}"


def moment(of: dt.datetime) -> str:
    """`3 March 2027, 14:05`."""
    return f"{day(of.date())}, {of:%H:%M}"


def assessment(of: dt.date, *, finished: bool) -> str:
    """One of several assessments, as a choice."""
    return f"My self-assessment of {day(of)}{'' if finished else ', not finished'}"


def dossier(lower: int, higher: int) -> str:
    """A dossier, as a choice."""
    return f"My dossier, grade {lower} to {higher}"


def sees_assessment(of: dt.date, rows: int, *, blind: bool, finished: bool) -> str:
    """What the other sees of an assessment."""
    named = f"Your self-assessment of {day(of)}, with its {counted(rows, 'row')}"
    if not blind:
        return f"{named} and your scores, at once."
    late = "" if finished else " Yours are not finished: send them from the review when they are."
    return f"{named}, but no scores. They rate the rows first. When both are in, you each see the other’s, with comments.{late}"


def sees_plan(entries: int) -> str:
    """What the other sees of a plan."""
    return f"Your development plan: {counted(entries, 'entry', 'entries')}, with dates, support and what you learnt."


def sees_dossier(lower: int, higher: int, points: int) -> str:
    """What the other sees of a dossier."""
    return f"Your dossier, grade {lower} to {higher}: {counted(points, 'criterion', 'criteria')}, with your notes."


def sees_evidence(number: int) -> str:
    """What the other sees of evidence."""
    if not number:
        return "No evidence is attached to these."
    return f"{counted(number, 'piece')} of evidence attached to these, in your own words."


def lasts(until: dt.date) -> str:
    """Until when."""
    return f"Until the end of {day(until)}."


def line_told(line: str) -> str:
    """The line that goes with it."""
    return f"Your line: “{line}”"


def line_too_long(length: int, most: int) -> str:
    """The line is too long."""
    return f"Your line has {length} characters; {most} is the most. Shorten it."


def shared(things: Iterable[str], name: str, until: dt.date) -> str:
    """It is shared."""
    return f"Shared: your {listed(things)}, with {name or 'the person you chose'}, until the end of {day(until)}. I have told them."


def code_made(code: str) -> str:
    """The code, and what to do with it."""
    return f"Your code is {code}. Give it to the one person you mean: they write to me “claim {code}”."


def code_until(until: dt.date) -> str:
    """How long a code can be used."""
    return f"It works once, until the end of {day(until)}."


def used_by(name: str) -> str:
    """Somebody used the code."""
    return f"{name or 'Somebody without a name'} has used your code. Is that the person you meant? They see nothing until you say yes."


def confirmed(name: str) -> str:
    """The claimant may look."""
    return f"{name or 'They'} can see it now. I have told them."


def told_title(owner: str, things: Iterable[str]) -> str:
    """What the other is told."""
    return f"{owner or SHARER} shares with you: {listed(f'their {thing}' for thing in things)}"


def told_until(until: dt.date) -> str:
    """Until when the other may look."""
    return f"You can look until the end of {day(until)}."


def notified(owner: str) -> str:
    """A notification to the other, without what it is."""
    return f"{owner or SHARER} has shared something with you."


def says(owner: str, line: str) -> str:
    """The line, to the other."""
    return f"{owner or SHARER} says: “{line}”"


def row(thing: str, name: str) -> str:
    """A share in the list."""
    return f"{thing[:1].upper()}{thing[1:]}, with {name}"


def row_of(owner: str, thing: str) -> str:
    """Something shared, in the other's list."""
    return f"{owner or SHARER}: {thing}"


def state(state_: str, until: dt.date, opened: int) -> str:
    """How a share stands."""
    match state_:
        case "open":
            seen = f"opened {counted(opened, 'time')}" if opened else "not opened yet"
            return f"Until the end of {day(until)}; {seen}"
        case "waits":
            return f"Waits for its code to be used, until the end of {day(until)}"
        case "claimed":
            return "Its code was used: say whether it is who you meant"
        case "ended":
            return f"Taken back on {day(until)}"
        case _:
            return f"Over since {day(until)}"


def opened_at(moments: Sequence[str]) -> str:
    """When it was opened."""
    return f"Opened {counted(len(moments), 'time')}; last on {moments[-1]}." if moments else "Nobody has opened it yet."


def list_told(standing: int) -> str:
    """How much is shared."""
    return f"You share {counted(standing, 'thing')} at the moment." if standing else NOTHING_SHARED


def with_me_told(number: int) -> str:
    """How much is shared with the person."""
    return f"{counted(number, 'thing is', 'things are')} shared with you." if number else NOTHING_WITH_ME


def own_told(number: int) -> str:
    """How many reviews there are of one's own assessments."""
    return f"You have {counted(number, 'review')} of your own. {NOTHING_WITH_ME}"


def view_title(thing: str, owner: str) -> str:
    """Somebody else's record."""
    return f"{owner or SHARER}: {thing}"


def view_lead(until: dt.date) -> str:
    """Under which conditions it is seen."""
    return f"Shared with you until the end of {day(until)}. {READ_ONLY}"


def mark(mark_: float | None, highest: float) -> str:
    """A mark of a row."""
    return NOT_MARKED if mark_ is None else f"{mark_:g} of {highest:g}"


def page(first: int, last: int, total: int) -> str:
    """Which of how many are shown."""
    return f"{first} to {last} of {total}"
