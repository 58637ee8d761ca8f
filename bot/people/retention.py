"""How long things are kept, and whether the clock may be believed before anything is purged."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

NOTICE = 1
"""Months before everything goes that the person is told."""
YEAR = 366 * 86_400.0
CONFIRMED_AFTER = 600.0
"""Seconds after which a second look at the clock tells something: a machine that starts may be set right by then."""


@dataclass(frozen=True, slots=True)
class Retention:
    """Months: unfinished drafts are kept so long after their last change, everything else so long after the person's last visit.

    `questions` says whether questions that were asked in vain are noted, without who asked.
    """

    drafts: int = 12
    everything: int = 24
    questions: bool = False

    def drafts_since(self, now: float) -> float:
        """A draft that was changed before this is to go (seconds since 1970)."""
        return months_before(now, self.drafts)

    def visits_since(self, now: float) -> float:
        """What belongs to somebody who came last before this is to go."""
        return months_before(now, self.everything)

    def told_since(self, now: float) -> float:
        """Somebody who came last before this is to be told."""
        return months_before(now, self.everything - NOTICE)


USUAL = Retention()


def months_before(now: float, months: int) -> float:
    """The same day and time so many calendar months ago, or the last day of a shorter month; in UTC."""
    at = datetime.fromtimestamp(now, UTC)
    years, month = divmod(at.year * 12 + at.month - 1 - months, 12)
    day = min(at.day, monthrange(years, month + 1)[1])
    return at.replace(year=years, month=month + 1, day=day).timestamp()


@dataclass(frozen=True, slots=True)
class Watch:
    """What the purge has seen of the clock: when it last ran with a clock that it believed, and a leap that it waits to see confirmed."""

    ran: float | None = None
    doubted: float | None = None


class Clock(StrEnum):
    """What may be made of the clock."""

    SOUND = "sound"
    NEW = "new"
    BEHIND = "behind"
    LEAPT = "leapt"


def look_at(now: float, watch: Watch, latest_visit: float) -> Clock:
    """Whether the clock may be believed.

    One that is behind what is on record is wrong, or was. One that is more than a year ahead of the last run, or that no run has seen
    yet, is believed when a later run finds it so as well.
    """
    if now < max(watch.ran or 0.0, latest_visit):
        return Clock.BEHIND
    if watch.ran is not None and now - watch.ran <= YEAR:
        return Clock.SOUND
    confirmed = watch.doubted is not None and CONFIRMED_AFTER <= now - watch.doubted <= YEAR
    if confirmed:
        return Clock.SOUND
    return Clock.NEW if watch.ran is None else Clock.LEAPT


def watched(now: float, watch: Watch, clock: Clock) -> Watch:
    """What is to be remembered of this run."""
    match clock:
        case Clock.SOUND:
            return Watch(now)
        case Clock.LEAPT | Clock.NEW:
            earlier = watch.doubted is not None and 0 <= now - watch.doubted < CONFIRMED_AFTER
            return watch if earlier else Watch(watch.ran, now)
        case Clock.BEHIND:
            return watch
