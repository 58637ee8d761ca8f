"""A self-assessment as it is kept: a mark for each row, against what one role is expected to do."""

from typing import ClassVar

from bot.people.records import Body, Part

MOST_OWN_ROWS = 5
MOST_PRIORITIES = 3


class Row(Part):
    """One row of the assessment: a row of the framework's grid (or an area of its table), or one of the person's own.

    `mark` is the one mark for how competent and how confident they are, on the scale of the framework's grid (1 to 10 in half points).
    `aside` rows ask nothing of the role and are not walked through. `evidence` are ids of evidence on record. `nudged` says that a high
    mark without evidence was asked about. `expected` is filled when the assessment is finished: the words that it was marked against.
    """

    id: str
    name: str
    competencies: tuple[str, ...] = ()
    mark: float | None = None
    skipped: bool = False
    aside: bool = False
    nudged: bool = False
    evidence: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()

    @property
    def own(self) -> bool:
        """Whether it is the person's own, about what is specific to their role."""
        return not self.competencies

    @property
    def open(self) -> bool:
        """Whether it still waits for a mark."""
        return self.mark is None and not self.skipped and not self.aside


class Assessment(Body):
    """A whole self-assessment of one person.

    `role` is the role it is marked against; `aspired` says that it is one they aim at, and `own_role` is then the role they have.
    `begun` and `finished` are in seconds since 1970. `expectations` is a digest of what the framework asked when it was begun.
    `priorities` are row ids, at most three. `presses` are the marks of the buttons pressed last, so that none counts twice.
    `deleted` is when it was deleted: it is shown nowhere, can be had back for a day, and then goes for good.
    """

    kind: ClassVar[str] = "assessment"
    framework: str
    role: str
    aspired: bool = False
    own_role: str | None = None
    rows: tuple[Row, ...]
    begun: float
    finished: float | None = None
    expectations: str = ""
    priorities: tuple[str, ...] = ()
    presses: tuple[str, ...] = ()
    deleted: float | None = None

    @property
    def walked(self) -> tuple[Row, ...]:
        """The rows that are gone through, in order."""
        return tuple(row for row in self.rows if not row.aside)

    @property
    def marked(self) -> tuple[Row, ...]:
        """The rows that have a mark, in order."""
        return tuple(row for row in self.rows if row.mark is not None)

    @property
    def own_rows(self) -> tuple[Row, ...]:
        """The person's own rows."""
        return tuple(row for row in self.rows if row.own)

    def row(self, id_: str) -> Row | None:
        """The row of that id."""
        return next((row for row in self.rows if row.id == id_), None)

    def with_row(self, changed: Row) -> "Assessment":
        """The same with one row changed."""
        return self.model_copy(update={"rows": tuple(changed if row.id == changed.id else row for row in self.rows)})
