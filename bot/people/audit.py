"""What was done with what is held of a person: seen by somebody else, exported, erased or purged; by whom, and when."""

from dataclasses import dataclass
from typing import Literal

Done = Literal["seen", "exported", "erased", "purged"]

EVERYTHING = "everything"
"""In the place of a kind of record: all that is held of a person."""
THEMSELVES = "themselves"
"""In the place of who did it: the person whose data they are."""
RETENTION = "retention"
"""In the place of who did it: nobody, for the time of keeping was over."""

LEFT = "left"
"""In the place of who did it: somebody who has had everything of theirs erased since."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the audit.

    `what` is a kind of record or a document, or EVERYTHING; `by` is THEMSELVES, RETENTION, LEFT, or the Entra object id of somebody else.
    `at` is in seconds since 1970. `of` is whose data it was (an Entra object id), empty for whoever asks.
    """

    done: Done
    what: str
    at: float
    by: str = THEMSELVES
    of: str = ""
