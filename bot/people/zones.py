"""Time zones by their names, as devices tell them: untrusted words, of which only known ones are used."""

from functools import lru_cache
from zoneinfo import ZoneInfo

LONGEST_ZONE = 100
LONDON = "Europe/London"
"""Where nobody says otherwise: both frameworks that ship are from the United Kingdom."""


@lru_cache(maxsize=256)
def known_zone(name: str | None) -> ZoneInfo | None:
    """The zone of a name such as Europe/London; None where there is none of it."""
    if not name or len(name) > LONGEST_ZONE:
        return None
    try:
        return ZoneInfo(name)
    except (ValueError, KeyError, OSError):  # what it raises depends on what stands where a zone of that name would be
        return None
