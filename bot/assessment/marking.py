"""What an answer makes of an assessment, and which row comes next. Pure: a new value for each change."""

from collections.abc import Sequence

from bot.assessment.model import MOST_OWN_ROWS, Assessment, Row
from bot.assessment.rows import digest, expected_words, rows_for
from bot.framework.model import Framework

LONGEST_NAME = 120


def begun(framework: Framework, role: str, own_roles: Sequence[str], now: float) -> Assessment:
    """A new assessment against a role; `own_roles` are the role the person has, or those it may be, where that is known."""
    aspired = bool(own_roles) and role not in own_roles
    rows, asked = rows_for(framework, role), digest(framework, role)
    return Assessment(
        framework=framework.id,
        role=role,
        aspired=aspired,
        own_role=own_roles[0] if aspired and len(own_roles) == 1 else None,
        rows=rows,
        begun=now,
        expectations=asked,
    )


def with_mark(assessment: Assessment, row: Row, mark: float) -> Assessment:
    """The row marked; one that was set aside is taken in by it."""
    return assessment.with_row(row.with_(mark=mark, skipped=False, aside=False))


def skipped(assessment: Assessment, row: Row) -> Assessment:
    """The row left without a mark; one that has a mark keeps it."""
    return assessment if row.mark is not None or row.aside else assessment.with_row(row.with_(skipped=True))


def taken_in(assessment: Assessment, row: Row) -> Assessment:
    """A row that was set aside, or skipped, is to be marked after all."""
    return assessment.with_row(row.with_(aside=False, skipped=False))


def with_own_row(assessment: Assessment, id_: str, name: str) -> Assessment | None:
    """One more row of the person's own; None where there are as many as there may be."""
    if len(assessment.own_rows) >= MOST_OWN_ROWS:
        return None
    return assessment.model_copy(update={"rows": (*assessment.rows, Row(id=id_, name=name))})


def next_row(assessment: Assessment, after: str = "") -> Row | None:
    """The next row that waits for a mark: after the one named, else from the start; None where none does."""
    ids = [row.id for row in assessment.rows]
    start = ids.index(after) + 1 if after in ids else 0
    return next((row for row in (*assessment.rows[start:], *assessment.rows[:start]) if row.open), None)


def row_before(assessment: Assessment, row: Row) -> Row | None:
    """The row that comes before one; None before the first."""
    walked = [each for each in assessment.rows if not each.aside or each.id == row.id]
    at = next((at for at, each in enumerate(walked) if each.id == row.id), 0)
    return walked[at - 1] if at else None


def place_of(assessment: Assessment, row: Row) -> tuple[int, int]:
    """Which of how many a row is; 0 for one that is set aside."""
    walked = [each.id for each in assessment.walked]
    return (walked.index(row.id) + 1 if row.id in walked else 0), len(walked)


def finished(assessment: Assessment, framework: Framework, now: float) -> Assessment:
    """The assessment closed, with the words that it was marked against."""
    role = framework.roles[assessment.role]
    rows = tuple(row.with_(expected=expected_words(framework, role, row)) for row in assessment.rows)
    return assessment.model_copy(update={"rows": rows, "finished": now, "expectations": digest(framework, role.id)})
