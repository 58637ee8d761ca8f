"""Whether words that somebody typed are some others with a slip of the keyboard in them; a number is never a slip for another."""

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

MISSPELT = 88.0  # longer words as like as this (0 to 100) are the same, misspelt
SHORTEST_ALIKE = 5  # letters of a text of which a whole likeness tells something
SHORTEST = 3  # letters of what may be a slip at all: shorter ones are words of their own
_DIGITS = re.compile(r"\d+")


def misspelt(said: str, meant: str) -> bool:
    """Whether `said` is `meant` with a slip in it; both in small letters."""
    if said == meant:
        return True
    longer = abs(len(said) - len(meant))
    if longer > 1 and longer * 100 > (100 - MISSPELT) * (len(said) + len(meant)):
        return False  # nothing so much longer is alike: most pairs end here
    return (_alike(said, meant) or lost_or_swapped(said, meant)) and _DIGITS.findall(said) == _DIGITS.findall(meant)


def _alike(said: str, meant: str) -> bool:
    return min(len(said), len(meant)) >= SHORTEST_ALIKE and fuzz.ratio(said, meant, score_cutoff=MISSPELT) > 0


def lost_or_swapped(said: str, meant: str) -> bool:
    """Whether one letter was lost, doubled or came before its neighbour ("skp", "becuase"), and not the first.

    One letter for another is no such slip: that makes a short word into another ("skip", "ship").
    """
    if min(len(said), len(meant) - 1) < SHORTEST or said[0] != meant[0]:
        return False
    one = OSA.distance(said, meant, score_cutoff=1) == 1
    return one and (_is_lost(said, meant) or sorted(said) == sorted(meant))


def _is_lost(said: str, meant: str) -> bool:
    """Whether a letter is missing, or stands twice; any other letter too many makes a word of its own ("done", "donate")."""
    if len(said) < len(meant):
        return True
    return len(said) > len(meant) and any(said == meant[:at] + meant[at - 1] + meant[at:] for at in range(1, len(meant) + 1))
