"""A Personal Development Plan as it is kept: an entry for each objective, with the template's five columns and what became of it."""

import datetime as dt
from typing import ClassVar, Literal

from bot.people.records import Body

Status = Literal["planned", "under way", "done", "dropped"]
Serves = Literal["current", "higher"]


class PlanEntry(Body):
    """One entry: the columns of the template, then its status, its competency, and the role it serves.

    `role` is the role whose expectation it serves, `serves` whether that is the person's current or a higher one, and `quote` what that
    role is expected to do, in the framework's words on the day. `opportunity` is the development opportunity it came from. `learnt` is the
    reflection when it was done. `made` and `done` are in seconds since 1970; `before` is the status that a drop can be undone to.
    """

    kind: ClassVar[str] = "plan entry"
    framework: str
    objective: str
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
    opportunity: str | None = None
    learnt: str = ""
    nudged: bool = False
    made: float = 0.0
    done: float | None = None
