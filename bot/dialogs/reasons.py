"""A reason that is said on its own: "because I run the rota", after the mark that it is for."""

from bot.understanding.spoken import Spoken


def reason(spoken: Spoken, text: str) -> str:
    """What follows the word that leads to a reason; empty where a message is none."""
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if first.casefold().strip(",:") in spoken.shape.reasons else ""
