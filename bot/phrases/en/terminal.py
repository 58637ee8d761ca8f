"""What the chat in the terminal says of itself."""

from pathlib import Path

HOW = "Type a question, or the number or letter of something on the card. Ctrl-D ends."
GOODBYE = "Goodbye."
AGAIN = "Good to see you again. What I hold of you is still here."
FILL = "Fill in the form: Enter keeps what stands there, - empties it, a single . leaves the form."
LEFT = "I left the form as it was. Nothing was sent."
SEVERAL = "one or more, separated by commas"
LINES = "an empty line ends it"
DAY = "a day as 2027-03-31"
NO_DAY = "I can’t read that as a day. Write it as year, month and day, like 2027-03-31."


def kept_in(path: Path) -> str:
    """Where what a person tells in the terminal is kept."""
    return f"What you tell me here is kept in {path}."


def not_kept(reason: str) -> str:
    """Another chat has the file, or it cannot be written."""
    return f"{reason} Until then I keep what you tell me only while this chat lasts."


def one_of(typed: str) -> str:
    """What was typed is none of the options, or several of them."""
    return f"I can’t tell which one you mean by “{typed:.60}”. Type it as it stands in the list, or its number."


def stands_there(value: str) -> str:
    """What a field holds already."""
    return f"now: {value}"
