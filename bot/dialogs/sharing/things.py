"""What a person has that can be shared, and which records that is."""

from dataclasses import dataclass
from itertools import chain

from bot.assessment.evidence import Evidence
from bot.assessment.model import Assessment
from bot.development.dossier import Dossier
from bot.development.plan import PlanEntry
from bot.dialogs.asked import Asked
from bot.dialogs.sharing.basis import day
from bot.people.joint import Item
from bot.people.records import Record
from bot.phrases.en import sharing as say
from bot.reviews.shares import Kind

EVIDENCE, PLAN = "evidence", "plan"
MOST_OF_A_KIND = 3


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be shared: the value of its choice, what it is called there, and what is said of what the other sees."""

    key: str
    kind: Kind
    title: str
    items: tuple[Item, ...]
    evidence: tuple[Item, ...] = ()
    record: Record[Assessment] | None = None
    told: str = ""

    def shared(self, *, evidence: bool) -> tuple[Item, ...]:
        """The records that are shared with it."""
        return (*self.items, *(self.evidence if evidence else ()))


def things(asked: Asked, *, blind: bool = True) -> tuple[Thing, ...]:
    """All of it, the newest of each kind first."""
    return (*_assessments(asked, blind=blind), *_plan(asked), *_dossiers(asked))


def options(asked: Asked) -> tuple[tuple[str, str], ...]:
    """The choices of the form; evidence goes with what it is attached to."""
    every = things(asked)
    evidence = ((EVIDENCE, say.EVIDENCE_TOO),) if any(thing.evidence for thing in every) else ()
    return (*((thing.key, thing.title) for thing in every), *evidence)


def key_of(kind: Kind, record: str) -> str:
    """The value of a choice."""
    return PLAN if kind == "plan" else f"{kind}:{record}"


def _assessments(asked: Asked, *, blind: bool) -> list[Thing]:
    held = [each for each in asked.turn.records.all(Assessment) if each.body.deleted is None]
    newest = sorted(held, key=lambda each: -each.body.begun)[:MOST_OF_A_KIND]
    return [_assessment(asked, each, blind=blind) for each in newest]


def _assessment(asked: Asked, record: Record[Assessment], *, blind: bool) -> Thing:
    body = record.body
    of, done = day(asked, body.finished or body.begun), body.finished is not None
    return Thing(
        key_of("assessment", record.id),
        "assessment",
        say.assessment(of, finished=done),
        (Item(kind=Assessment.kind, id=record.id),),
        _evidence(asked, chain.from_iterable(row.evidence for row in body.rows)),
        record,
        say.sees_assessment(of, len(body.walked), blind=blind, finished=done),
    )


def _plan(asked: Asked) -> list[Thing]:
    entries = [each for each in asked.turn.records.all(PlanEntry) if each.body.status != "dropped"]
    items = tuple(Item(kind=PlanEntry.kind, id=each.id) for each in entries)
    return [Thing(PLAN, "plan", say.PLAN, items, told=say.sees_plan(len(items)))] if items else []


def _dossiers(asked: Asked) -> list[Thing]:
    newest = sorted(asked.turn.records.all(Dossier), key=lambda each: -each.body.begun)[:MOST_OF_A_KIND]
    return [
        Thing(
            key_of("dossier", each.id),
            "dossier",
            say.dossier(each.body.lower, each.body.higher),
            (Item(kind=Dossier.kind, id=each.id),),
            _evidence(asked, chain.from_iterable(point.evidence for point in each.body.points)),
            told=say.sees_dossier(each.body.lower, each.body.higher, len(each.body.points)),
        )
        for each in newest
    ]


def _evidence(asked: Asked, ids: chain[str]) -> tuple[Item, ...]:
    there = {each.id for each in asked.turn.records.all(Evidence)}
    return tuple(Item(kind=Evidence.kind, id=id_) for id_ in dict.fromkeys(ids) if id_ in there)
