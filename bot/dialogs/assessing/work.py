"""One assessment at hand: what it is marked against, its evidence, and what the turn changes of both."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from bot.assessment.attaching import evidence_id, given_in, offered
from bot.assessment.evidence import Evidence
from bot.assessment.model import Assessment, Row
from bot.assessment.rows import PLAIN_SCALE, digest, scale_for
from bot.cards.payloads import Move
from bot.dialogs import presses
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.framework.model import Framework, Role, Scale
from bot.people.records import Record
from bot.people.zones import known_zone
from bot.phrases.en.names import role as named

NAME = "assessment"
ROW, RESULT, ROWS, PAUSED, INTRO, SETTLED = "row:", "result", "rows", "paused", "intro", "settled"
LIST, SURE, DELETED = "list", "sure", "deleted"


@dataclass(frozen=True, slots=True)
class Work:
    """An assessment with what this turn has changed so far: the record itself, evidence kept, and evidence taken out."""

    asked: Asked
    record: Record[Assessment]
    changed: bool = False
    kept: tuple[Record[Evidence], ...] = ()
    dropped: tuple[Record[Evidence], ...] = ()

    @property
    def body(self) -> Assessment:
        """The assessment."""
        return self.record.body

    @property
    def framework(self) -> Framework:
        """The framework it is marked against."""
        return self.asked.library.frameworks[self.body.framework]

    @property
    def role(self) -> Role:
        """The role it is marked against."""
        return self.framework.roles[self.body.role]

    @property
    def scale(self) -> tuple[Scale, Framework | None]:
        """The scale, and whose it is."""
        if self.body.framework not in self.asked.library.frameworks:
            return PLAIN_SCALE, None
        return scale_for(self.asked.library, self.framework)

    @property
    def stands(self) -> bool:
        """Whether the framework still has the role."""
        framework = self.asked.library.frameworks.get(self.body.framework)
        return framework is not None and self.body.role in framework.roles

    @property
    def moved_on(self) -> bool:
        """Whether the framework asks something else of the role than when this was begun or finished."""
        return self.stands and digest(self.framework, self.body.role) != self.body.expectations

    @property
    def against(self) -> str:
        """The role in words; its id where the framework no longer has it."""
        return named(self.role) if self.stands else self.body.role

    def with_body(self, body: Assessment) -> "Work":
        """The same with another assessment, to be saved where it differs."""
        return replace(self, record=replace(self.record, body=body), changed=self.changed or body != self.body)

    def pressed(self, move: Move) -> "Work":
        """The same with a press remembered, so that it does not count twice."""
        return self.with_body(self.body.with_(presses=presses.noted(self.body.presses, move)))

    def text_of(self, row: Row) -> str:
        """The evidence that was given in the row itself."""
        found = self._own(row)
        return found.body.text if found else ""

    def logged(self, row: Row) -> tuple[Record[Evidence], ...]:
        """What was logged before and can be attached to the row."""
        return offered(self.asked.turn.records, self.body, row, evidence_id(self.record.id, row.id))

    def with_text(self, row_id: str, text: str) -> "Work":
        """The row's own evidence as it is to be from now on; empty takes it out."""
        row = self.body.row(row_id)
        held = self._own(row) if row else None
        if row is None or text == (held.body.text if held else ""):
            return self
        others = tuple(each for each in row.evidence if each != evidence_id(self.record.id, row.id))
        kept = tuple(each for each in self.kept if held is None or each.id != held.id)
        if not text:
            gone = (held,) if held else ()
            return replace(self.with_body(self.body.with_row(row.with_(evidence=others))), kept=kept, dropped=(*self.dropped, *gone))
        new = held.with_(text=text) if held else given_in(self.record.id, self.body, row, text, self.asked.turn.now.timestamp())
        return replace(self.with_body(self.body.with_row(row.with_(evidence=(new.id, *others)))), kept=(*kept, new))

    def day(self, at: float) -> str:
        """A day in words, where the person is."""
        moment = datetime.fromtimestamp(at, known_zone(self.asked.turn.zone) or UTC)
        return f"{moment.day} {moment:%B %Y}"

    def focus(self, step: str) -> Focus:
        """What the next words may be meant for."""
        return Focus(NAME, self.record.id, step, self.asked.turn.now.timestamp())

    def saved(self, reply: Reply) -> Reply:
        """The reply with all that the turn changed."""
        records: tuple[Record[Any], ...] = (*((self.record,) if self.changed else ()), *self.kept)
        return replace(reply, saves=(*reply.saves, *records), drops=(*reply.drops, *self.dropped))

    def _own(self, row: Row) -> Record[Evidence] | None:
        id_ = evidence_id(self.record.id, row.id)
        here = next((each for each in self.kept if each.id == id_), None)
        if here or any(each.id == id_ for each in self.dropped):
            return here
        return self.asked.turn.records.find(Evidence, id_)


def find(asked: Asked, id_: str) -> Work | None:
    """The assessment of that id; None where this person has none, or deleted it."""
    record = asked.turn.records.find(Assessment, id_) if id_ else None
    return None if record is None or record.body.deleted is not None else Work(asked, record)


def held(asked: Asked) -> tuple[Record[Assessment], ...]:
    """Every assessment of the person, the newest first."""
    records = [each for each in asked.turn.records.all(Assessment) if each.body.deleted is None]
    return tuple(sorted(records, key=lambda each: each.body.begun, reverse=True))
