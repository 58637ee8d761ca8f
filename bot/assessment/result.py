"""What an assessment shows: the highest and lowest marks, what changed since the last, and where evidence is missing."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.assessment.model import Assessment, Row
from bot.people.records import Record

MOST_SHOWN = 3
HIGH = 8.0  # a mark as high as this is asked about where no evidence stands beside it


@dataclass(frozen=True, slots=True)
class Moved:
    """A row that has another mark than the last time."""

    name: str
    before: float
    now: float


def strengths(assessment: Assessment) -> tuple[Row, ...]:
    """The rows with the highest marks, the highest first; at most half of those marked."""
    most = min(MOST_SHOWN, (len(assessment.marked) + 1) // 2)
    return tuple(sorted(assessment.marked, key=lambda row: -_mark(row))[:most])


def to_develop(assessment: Assessment) -> tuple[Row, ...]:
    """The rows with the lowest marks, the lowest first; none that is a strength."""
    strong = {row.id for row in strengths(assessment)}
    rest = (row for row in assessment.marked if row.id not in strong)
    return tuple(sorted(rest, key=_mark)[:MOST_SHOWN])


def lowest_first(assessment: Assessment) -> tuple[Row, ...]:
    """Every row that has a mark, the lowest first."""
    return tuple(sorted(assessment.marked, key=_mark))


def without_evidence(assessment: Assessment) -> tuple[Row, ...]:
    """The rows with a mark and no evidence."""
    return tuple(row for row in assessment.marked if not row.evidence)


def to_ask_about(assessment: Assessment) -> tuple[Row, ...]:
    """The rows with a high mark and no evidence that were not asked about yet."""
    return tuple(row for row in without_evidence(assessment) if _mark(row) >= HIGH and not row.nudged)


def last_before(records: Iterable[Record[Assessment]], current: Record[Assessment]) -> Record[Assessment] | None:
    """The last finished assessment before this one, against the same role."""
    same = [
        each
        for each in records
        if each.id != current.id
        and each.body.finished is not None
        and each.body.deleted is None
        and (each.body.framework, each.body.role) == (current.body.framework, current.body.role)
        and (current.body.finished is None or each.body.finished < current.body.finished)
    ]
    return max(same, key=lambda each: each.body.finished or 0.0, default=None)


def moved(before: Assessment, now: Assessment) -> tuple[Moved, ...]:
    """The rows whose mark changed; own rows are the same where they are called the same."""
    earlier = {key(row): row.mark for row in before.marked}
    pairs = ((row, earlier.get(key(row))) for row in now.marked)
    return tuple(Moved(row.name, was, _mark(row)) for row, was in pairs if was is not None and was != row.mark)


def key(row: Row) -> str:
    """What a row is known by from one assessment to the next."""
    return row.name.casefold() if row.own else row.id


def _mark(row: Row) -> float:
    return row.mark or 0.0
