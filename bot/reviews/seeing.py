"""What the viewer of a share sees of an assessment: while a review of it is blind, none of its marks nor what could tell them."""

from bot.assessment.model import Assessment
from bot.reviews.review import Review


def shows_marks(review: Review | None, *, blind: bool) -> bool:
    """Whether the viewer sees marks: at once where the owner shares it so, else once both sides of the review are in."""
    return not blind or (review is not None and review.revealed)


def unmarked(assessment: Assessment) -> Assessment:
    """The same with nothing in it that tells a mark: no marks, none that was left out, no priorities, no order."""
    rows = tuple(row.with_(mark=None, skipped=False, nudged=False) for row in assessment.rows)
    return assessment.with_(rows=rows, priorities=(), presses=())  # type: ignore[no-any-return]
