"""A progression dossier as it is kept: the criteria of one step up, each with evidence, a note, and whether the person calls it ready."""

from typing import ClassVar

from bot.people.records import Body, Part

LONGEST_NOTE = 4_000


class Point(Part):
    """One criterion. `evidence` are ids of evidence on record, in the order attached; `note` and `ready` are the person's own.

    `text` is the criterion as it read when the dossier was begun, for a framework that no longer has it.
    """

    id: str
    text: str
    evidence: tuple[str, ...] = ()
    note: str = ""
    ready: bool = False

    @property
    def begun(self) -> bool:
        """Whether anything was done about it."""
        return bool(self.evidence or self.note or self.ready)


class Dossier(Body):
    """A person's case for going from one grade to the next.

    `begun` is in seconds since 1970. `presses` are the marks of the buttons pressed last, so that none counts twice.
    """

    kind: ClassVar[str] = "dossier"
    framework: str
    lower: int
    higher: int
    points: tuple[Point, ...]
    begun: float = 0.0
    presses: tuple[str, ...] = ()

    @property
    def ready(self) -> int:
        """How many criteria the person calls ready."""
        return sum(point.ready for point in self.points)

    @property
    def missing(self) -> tuple[Point, ...]:
        """The criteria that have neither evidence nor a note."""
        return tuple(point for point in self.points if not (point.evidence or point.note))

    def point(self, id_: str) -> Point | None:
        """A criterion by its id."""
        return next((point for point in self.points if point.id == id_), None)

    def with_point(self, changed: Point) -> "Dossier":
        """The same dossier with one criterion changed."""
        return self.model_copy(update={"points": tuple(changed if point.id == changed.id else point for point in self.points)})

    def after(self, id_: str) -> Point | None:
        """The next criterion that is not ready, going round; None where all are."""
        at = next((number for number, point in enumerate(self.points) if point.id == id_), -1)
        following = (*self.points[at + 1 :], *self.points[: at + 1])
        return next((point for point in following if not point.ready), None)
