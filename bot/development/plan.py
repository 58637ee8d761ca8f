"""A Personal Development Plan as it is kept: an entry for each objective, with the template's five columns and what became of it."""

import datetime as dt
from collections.abc import Iterable
from typing import ClassVar, Literal

from bot.people.records import Body, Record

Status = Literal["planned", "under way", "done", "dropped"]
Serves = Literal["current", "higher"]
COLUMNS = ("objective", "activity", "difference", "support", "date")
IN_WORDS = ("objective", "activity", "difference", "support", "learnt")
LONGEST_TEXT = 2_000
FURTHEST = dt.timedelta(days=3_700)
"""How far from today a day can be: ten years, as far as words are counted too."""
OPEN: tuple[Status, ...] = ("planned", "under way")
_ORDER: tuple[Status, ...] = ("planned", "under way", "done", "dropped")


class PlanEntry(Body):
    """One entry: the columns of the template, then its status, its competency, and the role it serves.

    `role` is the role whose expectation it serves, `serves` whether that is the person's current or a higher one, `quote` what that role
    is expected to do, in the framework's words on the day, and `source` where that stands. `opportunity` is the development opportunity it
    came from. `learnt` is the reflection when it was done. `made` and `done` are in seconds since 1970; `before` is the status that a drop
    can be undone to. `nudged` says that they were asked how they will know. `heard` is a date as their words (`heard_in`) were understood,
    until they say that it is right; it counts for nothing before. `presses` are the marks of the buttons pressed last, so that none
    counts twice.
    """

    kind: ClassVar[str] = "plan entry"
    framework: str
    objective: str = ""
    activity: str = ""
    difference: str = ""
    support: str = ""
    date: dt.date | None = None
    status: Status = "planned"
    before: Status = "planned"
    competencies: tuple[str, ...] = ()
    role: str | None = None
    serves: Serves = "current"
    quote: str = ""
    source: str = ""
    opportunity: str | None = None
    learnt: str = ""
    nudged: bool = False
    made: float = 0.0
    done: float | None = None
    heard: dt.date | None = None
    heard_in: str = ""
    presses: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What it is called: the objective, or the activity where there is none."""
        return self.objective or self.activity

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.status in OPEN

    def overdue(self, today: dt.date) -> bool:
        """Whether its day is over, and it is not done."""
        return self.open and self.date is not None and self.date < today


Entry = Record[PlanEntry]


def is_near(day: dt.date, today: dt.date) -> bool:
    """Whether somebody can mean that day: a slip of the hand gives one of the year 2207, a forged press one of the year 9999."""
    return abs(day - today) <= FURTHEST


def by_date(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries in the order they are shown: open ones by date, those without one after them, then the done, then the dropped."""
    return tuple(sorted(entries, key=_place))


def _place(entry: Entry) -> tuple[int, bool, dt.date, float]:
    body = entry.body
    rank = 0 if body.open else _ORDER.index(body.status)
    return rank, body.date is None, body.date or dt.date.max, body.made


def started(entry: Entry) -> Entry:
    """Under way."""
    return entry.with_(status="under way")


def finished(entry: Entry, now: float) -> Entry:
    """Done."""
    return entry if entry.body.status == "done" else entry.with_(status="done", before=entry.body.status, done=now)


def dropped(entry: Entry) -> Entry:
    """Dropped; what it was before is kept."""
    return entry if entry.body.status == "dropped" else entry.with_(status="dropped", before=entry.body.status)


def undone(entry: Entry) -> Entry:
    """What it was before it was dropped or done."""
    body = entry.body
    return entry if body.open else entry.with_(status=body.before, done=body.done if body.before == "done" else None)
