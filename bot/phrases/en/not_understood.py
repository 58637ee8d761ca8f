"""What is said when a message was not understood, is out of scope, or could mean several things."""

from collections.abc import Sequence

from bot.phrases.en.names import listed

TITLE = "I can’t help with that one"
OUT_OF_SCOPE = "That’s outside what I know. I only know the technicians’ career framework, and I’m glad to help with that."
NOT_UNDERSTOOD_TITLE = "I didn’t get that"
NOT_UNDERSTOOD = "Sorry, I didn’t get that. Try naming a grade and a topic, such as “safety at grade 6”."
ENGLISH_TITLE = "English, please"
ONLY_ENGLISH = "Sorry, I only understand English so far."
RUDE_TITLE = "Sorry about that"
RUDE = "Sorry, that was no help to you. Ask me about a grade or a topic whenever you like."
DID_YOU_MEAN_TITLE = "Did you mean …?"
PRESS = "I can read that in more than one way. Press the one you meant."
NEAREST = "Perhaps one of these?"
INSTEAD = "For example:"
ASK_A_PERSON = "Somebody who can help"
OLD_BUTTON_TITLE = "That button no longer works"
OLD_BUTTON = "That button no longer fits what I know. Please ask again in words."
UNREADABLE_TITLE = "I can’t read that at the moment"
UNREADABLE = (
    "Something you keep here was written by a newer version of me, and I can’t read it. It is safe and unchanged. "
    "Please tell whoever runs me, and try again later."
)

NO_SUCH_GRADE_TITLE = "No such grade here"


def no_such_grade(named: Sequence[int], known: Sequence[int]) -> str:
    """A grade that the framework does not have."""
    none = f"There is no grade {listed(map(str, named), 'or')} in this framework"
    return f"{none}: its grades run from {min(known)} to {max(known)}. Nothing was changed."


def did_you_mean(titles: Sequence[str]) -> str:
    """Two or three readings are close."""
    return f"Did you mean {listed((f'“{title}”' for title in titles), 'or')}?"
