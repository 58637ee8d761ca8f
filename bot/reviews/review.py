"""A review: one person's own marks and another's ratings of the same rows, blind until both are in; and what they agree on after that."""

import datetime as dt
from typing import ClassVar, Literal

from bot.assessment.model import Assessment
from bot.people.joint import Joint
from bot.people.records import Part, Record

LONGEST_COMMENT = 2_000
MOST_AGREED = 3
Who = Literal["owner", "viewer"]


class Subject(Part):
    """A row that both rate."""

    id: str
    name: str
    competencies: tuple[str, ...] = ()


class Rating(Part):
    """What one of the two gives a row. `mark` is None while there is none, or where it is left out on purpose (`skipped`)."""

    row: str
    mark: float | None = None
    comment: str = ""
    skipped: bool = False

    @property
    def open(self) -> bool:
        """Whether it still waits for a mark."""
        return self.mark is None and not self.skipped


class Side(Part):
    """All that one of the two gave. `sent` is when they sent it (seconds since 1970); from then on it stays as it is."""

    ratings: tuple[Rating, ...] = ()
    sent: float | None = None

    def of(self, row: str) -> Rating:
        """What a row was given; an empty rating where nothing was."""
        return next((each for each in self.ratings if each.row == row), Rating(row=row))

    def with_rating(self, new: Rating) -> "Side":
        """The same with one row rated."""
        others = tuple(each for each in self.ratings if each.row != new.row)
        return self.model_copy(update={"ratings": (*others, new)})


class Agreement(Part):
    """What comes next: the rows that matter most, what is done about them and by when, and when the two meet again.

    `agreed` are those who have said yes to it as it stands; whoever changes it says yes by that.
    """

    rows: tuple[str, ...] = ()
    development: str = ""
    by: dt.date | None = None
    meet: dt.date | None = None
    agreed: tuple[Who, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether both have said yes."""
        return set(self.agreed) == {"owner", "viewer"}


class Since(Part):
    """What one of the two noted before they meet again. `at` is in seconds since 1970."""

    who: Who
    learnt: str = ""
    support: str = ""
    at: float = 0.0


class Review(Joint):
    """A review of an assessment.

    `own` is the side of its owner, the technician; `other` that of the reviewer. The names are as the channel gives them. `made` is in
    seconds since 1970, `presses` are the marks of the buttons pressed last, so that none counts twice.
    """

    kind: ClassVar[str] = "review"
    assessment: str
    framework: str
    role: str
    rows: tuple[Subject, ...]
    owner_name: str = ""
    viewer_name: str = ""
    own: Side = Side()
    other: Side = Side()
    agreement: Agreement = Agreement()
    since: tuple[Since, ...] = ()
    made: float = 0.0
    presses: tuple[str, ...] = ()

    @property
    def revealed(self) -> bool:
        """Whether both are in, so that each sees the other's."""
        return self.own.sent is not None and self.other.sent is not None

    def who(self, person: str) -> Who | None:
        """Which of the two somebody (an Entra object id) is; None where neither."""
        if not person:
            return None
        return "owner" if person == self.owner else "viewer" if person == self.viewer else None

    def side(self, who: Who) -> Side:
        """The side of one of the two."""
        return self.own if who == "owner" else self.other

    def with_side(self, who: Who, side: Side) -> "Review":
        """The same with another side of one of the two."""
        return self.model_copy(update={"own" if who == "owner" else "other": side})

    def row(self, id_: str) -> Subject | None:
        """The row of that id."""
        return next((row for row in self.rows if row.id == id_), None)

    def left(self) -> "Review | None":
        """When the reviewer has everything of theirs erased: what they sent is the owner's too and stays, without their name."""
        kept = self.other if self.other.sent is not None else Side()
        agreed = tuple(each for each in self.agreement.agreed if each != "viewer")
        agreement = self.agreement.with_(agreed=agreed)
        since = tuple(each for each in self.since if each.who == "owner")
        return self.model_copy(update={"viewer": "", "viewer_name": "", "other": kept, "agreement": agreement, "since": since, "share": ""})


def seen_by(review: Review, who: Who) -> Review:
    """The review as one of the two may see it: while it is blind, of the other's side no more than whether it was sent."""
    if review.revealed:
        return review
    hidden: Who = "viewer" if who == "owner" else "owner"
    blank = Side(sent=review.side(hidden).sent)
    return review.with_side(hidden, blank).model_copy(update={"agreement": Agreement(), "since": (), "presses": ()})


def review_id(share: str) -> str:
    """The id of the review that comes with a share."""
    return f"{share}-review"


def begun(assessment: Record[Assessment], share: str, owner: str, owner_name: str, now: float) -> Review:
    """A review of an assessment; its owner's marks are in at once where the assessment is finished."""
    new = Review(
        owner=owner,
        share=share,
        assessment=assessment.id,
        framework=assessment.body.framework,
        role=assessment.body.role,
        rows=subjects(assessment.body),
        owner_name=owner_name,
        made=now,
    )
    return with_own_marks(new, assessment.body, now) if assessment.body.finished is not None else new


def subjects(assessment: Assessment) -> tuple[Subject, ...]:
    """The rows of an assessment that are rated: those that are gone through."""
    return tuple(Subject(id=row.id, name=row.name, competencies=row.competencies) for row in assessment.walked)


def with_own_marks(review: Review, assessment: Assessment, now: float) -> Review:
    """The owner's marks as they stand now. Once both are in, nothing of either side is changed."""
    if review.revealed:
        return review
    rows = subjects(assessment)
    given = tuple(Rating(row=row.id, mark=row.mark, skipped=row.mark is None) for row in assessment.walked)
    gone = tuple(row for row in review.rows if row.id not in {each.id for each in rows} and review.other.of(row.id).mark is not None)
    return review.model_copy(update={"rows": (*rows, *gone), "own": Side(ratings=given, sent=now)})


def rated(review: Review, row: str, mark: float | None, comment: str | None = None) -> Review:
    """The reviewer's rating of a row; None leaves what is there. Nothing is changed once it was sent."""
    if review.other.sent is not None or review.row(row) is None:
        return review
    held = review.other.of(row)
    new = held.with_(
        mark=held.mark if mark is None else mark,
        comment=held.comment if comment is None else comment,
        skipped=held.skipped and mark is None,
    )
    return review if new == held else review.with_side("viewer", review.other.with_rating(new))


def left_out(review: Review, row: str) -> Review:
    """The reviewer rates a row not at all; one that has a mark keeps it."""
    held = review.other.of(row)
    if review.other.sent is not None or held.mark is not None or review.row(row) is None:
        return review
    return review.with_side("viewer", review.other.with_rating(held.with_(skipped=True)))


def sent(review: Review, now: float) -> Review:
    """The reviewer's ratings are in; the rows without one are left out."""
    if review.other.sent is not None:
        return review
    filled = review
    for row in review.rows:
        filled = left_out(filled, row.id)
    return filled.with_side("viewer", filled.other.with_(sent=now))


def next_row(review: Review, after: str = "") -> Subject | None:
    """The next row that waits for the reviewer's mark: after the one named, else from the start; None where none does."""
    ids = [row.id for row in review.rows]
    start = ids.index(after) + 1 if after in ids else 0
    return next((row for row in (*review.rows[start:], *review.rows[:start]) if review.other.of(row.id).open), None)


def row_before(review: Review, row: str) -> Subject | None:
    """The row that comes before one; None before the first."""
    ids = [each.id for each in review.rows]
    at = ids.index(row) if row in ids else 0
    return review.rows[at - 1] if at else None
