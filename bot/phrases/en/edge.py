"""What is said before the assistant is asked, or where it could not answer."""

EMPTY = "I did not see a question there. Ask in your own words, for example: what is expected at grade 7 for budgets?"
ONLY_ATTACHMENT = (
    "I cannot read pictures or files yet, only words. Ask in your own words, for example: what is expected at grade 7 for budgets?"
)
TOO_LONG = "That is more than I can read at once. Please ask in a few sentences, up to about 4,000 characters."
NOT_SERVED = (
    "Sorry, your institution has not set me up, so I cannot help you and keep nothing of what you write. "
    "Ask whoever looks after Teams there, if you would like to use me."
)
TOO_MANY = (
    "You are sending more than I can take. Whatever I leave unanswered, I have not read or saved: "
    "wait ten seconds, then send it again, one at a time."
)
TOO_MANY_PRESSES = "That was more than I can take at once, so this press changed nothing. Wait ten seconds, then press again."
TOO_MANY_SEARCHES = "That was more than I can take at once. Wait ten seconds, then search again."
BUSY = (
    "Very many people are writing to me just now. Whatever I leave unanswered, I have not read or saved: please send it again in a minute."
)
BUSY_PRESS = "Very many people are writing to me just now, so this press changed nothing. Please press again in a minute."
BUSY_SEARCH = "Very many people are writing to me just now. Please search again in a minute."
ANSWERED_BELOW = "Answered below."
PRESS_IT = "Press a button of the card to go on."
OPEN_OUR_CHAT = "Open our chat"
NOTHING_TO_OPEN = "There is nothing to fill in here. Ask me in a chat instead."
EDITED = (
    "An edited message changes nothing that I hold about you. To correct something, say it again in a new message, "
    "or ask “what do you know about me”."
)


def failed(turn: str) -> str:
    """The turn failed; `turn` is the id that finds it in the log."""
    return (
        "Sorry, something went wrong on my side, and nothing was changed. Please try once more. "
        f"If it happens again, quote {turn} to whoever runs me."
    )
