"""Evidence as it is kept: what somebody did that shows a competency, logged at any time."""

from typing import ClassVar

from bot.people.records import Body

LONGEST_EVIDENCE = 4_000
KEPT_DELETED = 24 * 3600.0  # so long a deleted piece can be brought back (seconds)


class Evidence(Body):
    """One piece of evidence, in the person's own words; nothing of it is changed or shortened.

    `competencies` are ids of the framework's, empty where none is confirmed yet. `row` is the own row of an assessment that it belongs to,
    if any. `at` is when it was logged (seconds since 1970). `first` is a digest of the words as they were logged, and `presses` are the
    marks of the buttons pressed last, so that no press counts twice.
    """

    kind: ClassVar[str] = "evidence"
    text: str
    framework: str
    competencies: tuple[str, ...] = ()
    row: str = ""
    at: float = 0.0
    first: str = ""
    presses: tuple[str, ...] = ()


class DeletedEvidence(Evidence):
    """A piece that was deleted a short while ago and can be brought back; `deleted` is when (seconds since 1970)."""

    kind: ClassVar[str] = "deleted evidence"
    deleted: float = 0.0

    @property
    def evidence(self) -> Evidence:
        """The piece as it was."""
        return Evidence(**self.model_dump(exclude={"deleted"}))
