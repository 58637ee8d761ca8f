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
