"""A self-assessment as it is kept: a mark for each row, against what one role is expected to do."""

from typing import ClassVar

from bot.people.records import Body, Part

MOST_OWN_ROWS = 5


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


class Assessment(Body):
    """A whole self-assessment of one person.

    `role` is the role it is marked against; `aspired` says that it is one they aim at, and `own_role` is then the role they have.
    `begun` and `finished` are in seconds since 1970. `expectations` is a digest of what the framework asked when it was begun.
    `priorities` are row ids, at most three. `presses` are the marks of the buttons pressed last, so that none counts twice.
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

    @property
    def walked(self) -> tuple[Row, ...]:
        """The rows that are gone through, in order."""
        return tuple(row for row in self.rows if not row.aside)
