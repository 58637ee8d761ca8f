"""The dossier at hand: its step in the framework, its criteria, and the evidence that is or may be attached to each."""

from dataclasses import dataclass, replace

from bot.assessment.evidence import Evidence
from bot.assessment.model import Assessment
from bot.cards.payloads import Move
from bot.development.dossier import Dossier, Point
from bot.dialogs.asked import Asked
from bot.dialogs.evidence.pieces import Piece, pieces
from bot.dialogs.presses import noted
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.framework.model import Criterion, Framework, Progression
from bot.people.records import Record

NAME = "dossier"
OVERVIEW, INTRO = "overview", "intro"
MOST_OFFERED = 6


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier of whoever asks, as it is on record or as this turn changes it."""

    asked: Asked
    record: Record[Dossier]

    @property
    def body(self) -> Dossier:
        """The dossier."""
        return self.record.body

    @property
    def framework(self) -> Framework:
        """Its framework, where that is still known."""
        return self.asked.library.frameworks.get(self.body.framework, self.asked.framework)

    @property
    def step(self) -> Progression | None:
        """The step up that it is for; None where the framework no longer has it."""
        return find_step(self.framework, self.body.lower, self.body.higher)

    def criterion(self, id_: str) -> Criterion | None:
        """A criterion as the framework has it now."""
        return next((each for each in self.step.criteria if each.id == id_), None) if self.step else None

    def text(self, point: Point) -> str:
        """What a criterion asks: in the framework's words of now, else in those it had."""
        criterion = self.criterion(point.id)
        return criterion.text if criterion else point.text

    def number(self, point: Point) -> int:
        """Which of the criteria it is, from 1."""
        return next(at for at, each in enumerate(self.body.points, 1) if each.id == point.id)

    def attached(self, point: Point) -> tuple[Piece, ...]:
        """The evidence attached to a criterion that is still on record."""
        found = (self.asked.turn.records.find(Evidence, id_) for id_ in point.evidence)
        return tuple(piece for piece in found if piece is not None)

    def offered(self, point: Point) -> tuple[Piece, ...]:
        """What is attached, then what may be: tagged with a competency of the criterion, or, where it has none, anything; newest first."""
        criterion = self.criterion(point.id)
        touched = set(criterion.competencies) if criterion else set()
        attached = self.attached(point)
        ids = {piece.id for piece in attached}
        fitting = (each for each in pieces(self.asked) if each.id not in ids and (not touched or touched & set(each.body.competencies)))
        return (*attached, *fitting)[: max(MOST_OFFERED, len(attached))]

    def from_assessment(self) -> frozenset[str]:
        """The ids of evidence that was given in a self-assessment."""
        return frozenset(id_ for each in self.asked.turn.records.all(Assessment) for row in each.body.rows for id_ in row.evidence)

    def focus(self, step: str) -> Focus:
        """What the next words may be meant for."""
        return Focus(NAME, self.record.id, step, self.asked.turn.now.timestamp())

    def with_point(self, point: Point) -> "Case":
        """The same with one criterion changed."""
        return replace(self, record=replace(self.record, body=self.body.with_point(point)))

    def saved(self, before: "Case", move: Move | None) -> tuple["Case", tuple[Record[Dossier], ...]]:
        """The case as it is after this turn, and what is to be saved: nothing where nothing changed."""
        if self.body == before.body:
            return self, ()
        record = self.record.with_(presses=noted(self.body.presses, move))
        return replace(self, record=replace(record, version=record.version + 1)), (record,)


def find(asked: Asked, id_: str) -> Case | None:
    """The dossier of that id, where this person has it."""
    record = asked.turn.records.find(Dossier, id_) if id_ else None
    return Case(asked, record) if record else None


def held(asked: Asked, framework: str, lower: int, higher: int) -> Case | None:
    """The newest dossier of a step."""
    found = [each for each in asked.turn.records.all(Dossier) if _step_of(each.body) == (framework, lower, higher)]
    return Case(asked, max(found, key=lambda each: each.body.begun)) if found else None


def newest(asked: Asked) -> Case | None:
    """The newest dossier in this framework."""
    found = [each for each in asked.turn.records.all(Dossier) if each.body.framework == asked.framework.id]
    return Case(asked, max(found, key=lambda each: each.body.begun)) if found else None


def begun(asked: Asked, step: Progression, id_: str) -> Case:
    """A new dossier of a step, not stored yet."""
    points = tuple(Point(id=each.id, text=each.text) for each in step.criteria)
    at = asked.turn.now.timestamp()
    return Case(asked, Record(id_, Dossier(framework=asked.framework.id, lower=step.lower, higher=step.higher, points=points, begun=at)))


def find_step(framework: Framework, lower: int, higher: int) -> Progression | None:
    """The formal way from one grade to another."""
    return next((each for each in framework.progressions if (each.lower, each.higher) == (lower, higher)), None)


def in_place(reply: Reply) -> Reply:
    """The reply to a press: its card takes the place of the one that was pressed."""
    return replace(reply, replaces=reply.card is not None)


def _step_of(body: Dossier) -> tuple[str, int, int]:
    return body.framework, body.lower, body.higher
