"""A finding of the doctor: how one thing is, in a line, with its remedy."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How grave it is. With `BROKEN` the assistant does not work, with `LOOK` it may one day not."""

    OK = "ok"
    LOOK = "look at"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """How `what` is; `remedy` says what to do where it is not well."""

    level: Level
    what: str
    says: str
    remedy: str = ""

    def __str__(self) -> str:
        """A line, whatever was in its parts."""
        return " ".join(f"{self.level.value:<8} {self.what:<12} {self.says} {self.remedy}".rstrip().split("\n"))


def ok(what: str, says: str) -> Finding:
    """All is well."""
    return Finding(Level.OK, what, says)


def look(what: str, says: str, remedy: str = "") -> Finding:
    """Somebody should look at it."""
    return Finding(Level.LOOK, what, says, remedy)


def broken(what: str, says: str, remedy: str = "") -> Finding:
    """It does not work."""
    return Finding(Level.BROKEN, what, says, remedy)


Check = Callable[[], Iterable[Finding]]


def guarded(what: str, check: Check) -> Iterator[Finding]:
    """What a check finds. Where it fails itself, that is a finding too: by the kind of error alone, for its words may hold anything."""
    try:
        yield from check()
    except Exception as fault:
        yield broken(what, f"The check itself failed ({type(fault).__name__}).", "Report it: this is a fault of the doctor.")
