"""What forms, charts and progress say of themselves, whatever dialog they are in."""

CHOOSE_ONE = "Choose one of these."
CHOOSE_ANY = "Choose those that fit, or none."
WRITE = "Write a few words here."
PICK_A_DAY = "Choose a day, or leave it empty."
NOTHING_CHOSEN = "Choose"
TYPE_A_NAME = "Type a name"
CHOOSE_A_PERSON = "Choose a person from the list."
EMPTY = "–"
NOT_SEEN = "What you have put into the form above reaches me only when you press its button."


def rest(highest: float) -> str:
    """What the pale part of a bar is."""
    return f"up to {highest:g}"
