"""What is said of reminders: choosing them, being reminded, putting one off, and ending them."""

import datetime as dt
from collections.abc import Sequence

from bot.people.reminders import Topic
from bot.phrases.en.names import counted, listed

TITLE = "Reminders"
OFF = "You get no reminders. I write first only if you ask for it."
WHAT = {
    "plan": "the dates in your plan, a week before and on the day",
    "review": "what came of an activity, six weeks after you finished it",
    "assessment": "a self-assessment that you left unfinished, once, after a week",
    "meeting": "the day you meet again after a review, a week before and on the day",
}
CHOICES = {
    "plan": "Dates in my plan: a week before and on the day",
    "review": "What came of an activity: six weeks after it",
    "assessment": "An unfinished self-assessment: once, after a week",
    "meeting": "Meeting again after a review: a week before and on the day",
}
LABEL = "Remind me of (as many as you like)"
WHEN = "They come in this chat only, on weekdays between nine and five, your time. Nobody else sees them."
HOW_TO_STOP = "“Stop reminders” ends them."
OWN_TIME = "I can’t remind you at a time of your own choice; your calendar does that. What I can remind you of is below."
NOT_AT_OWN_TIME = "I can’t remind you at a time of your own choice; your calendar does that."
NO_DATES = "Your plan has no dates yet: give an entry a date, and I remind you of it."
STOPPED = "Done: no more reminders."
WAS_OFF = "There are no reminders on. You will get none."
TURN_ON_AGAIN = "Say “remind me about my plan” whenever you want them back."
NOTHING_CHOSEN = "Nothing is chosen, so you get no reminders."
NOTHING_TO_SNOOZE = "There is no reminder to put off."
GONE = "That is done, moved or gone by now, so there is nothing to put off."
SAVE, STOP, TOMORROW, NEXT_WEEK, TURN_ON, CHANGE = (
    "Save",
    "Stop reminders",
    "Tomorrow",
    "Next week",
    "Turn them on",
    "Change what I remind you of",
)
PUT_OFF_TITLE = "Put off"
MESSAGE_TITLE = "You asked me to remind you"
OPEN_PLAN, OPEN_ASSESSMENT = "Open my plan", "Carry on with it"
REVIEW_QUESTION = "You finished this a while ago. What came of it, and how do you use it?"
LONGEST_TITLE = 200


def on(topics: Sequence[Topic]) -> str:
    """Reminders were turned on, or are on."""
    return f"I remind you of {'; and of '.join(WHAT[topic] for topic in topics)}."


def put_off(until: dt.date) -> str:
    """A reminder comes again later."""
    return f"All right: I remind you again on {weekday(until)}."


def weekday(of: dt.date) -> str:
    """`Monday 5 April`."""
    return f"{of:%A} {of.day} {of:%B}"


def due(day: dt.date, today: dt.date) -> str:
    """How far a date of the plan is, in words."""
    days = (day - today).days
    if days == 0:
        return f"Due today, {weekday(day)}"
    if days == 1:
        return f"Due tomorrow, {weekday(day)}"
    if days > 0:
        return f"Due in {counted(days, 'day')}, on {weekday(day)}"
    return f"Was due {counted(-days, 'day')} ago, on {weekday(day)}"


def unfinished(marked: int, rows: int) -> str:
    """How far an assessment is."""
    return f"{marked} of {counted(rows, 'row')} marked. It waits where you left it."


def notified(topics: Sequence[Topic]) -> str:
    """What a notification shows: nothing of the person's own words, as others may see it."""
    names = {"plan": "your plan", "review": "an activity you finished", "assessment": "your self-assessment", "meeting": "a one-to-one"}
    return f"A reminder, as you asked: {listed(names[topic] for topic in topics)}."


def and_more(number: int) -> str:
    """More than a message shows."""
    return f"And {number} more in your plan."


UNFINISHED = "Your self-assessment is not finished"
