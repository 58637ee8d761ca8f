"""What `python -m bot purge` says of what it did."""

from bot.people.retention import Clock
from bot.storage.retention import Purged

_CLOCK = {
    Clock.BEHIND: "Nothing was deleted: this machine's clock is behind what is on record. Set it right; if it is, add --trust-clock.",
    Clock.LEAPT: "Nothing was deleted: this machine's clock is more than a year ahead of the last run. If it is right, run this again in "
    "a quarter of an hour, or add --trust-clock.",
    Clock.NEW: "Nothing was deleted: this is the first run, which only notes the time. Run it again in a quarter of an hour.",
}


def told(purged: Purged) -> str:
    """A sentence or two, with what to do next where nothing was done."""
    if purged.clock in _CLOCK:
        return _CLOCK[purged.clock]
    return f"Deleted {_counted(purged.drafts, 'draft', 'drafts')}, and everything of {_counted(purged.people, 'person', 'people')}."


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
