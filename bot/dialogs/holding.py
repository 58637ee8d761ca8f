"""What is held of a person, counted by kind, and all of it as plain text and JSON to take away."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from bot.assessment.evidence import DeletedEvidence, Evidence
from bot.assessment.model import Assessment
from bot.development.dossier import Dossier
from bot.development.plan import PlanEntry
from bot.dialogs.turn import Turn
from bot.people.audit import LEFT, Deed
from bot.people.holdings import Holdings, Section
from bot.people.joint import Joint, Share
from bot.people.records import Body, Record, UnreadableRecord, write_body
from bot.people.reminders import Preferences
from bot.people.zones import LONDON, known_zone
from bot.phrases.en import my_data as say
from bot.reviews.codes import Tries
from bot.reviews.group import TeamGroup
from bot.reviews.review import Review, seen_by
from bot.reviews.succession import CriticalRole
from bot.vacancies.draft import Draft
from bot.vacancies.model import DutyGrading

KINDS: tuple[type[Body], ...] = (
    Assessment,
    Evidence,
    PlanEntry,
    Dossier,
    DutyGrading,
    Draft,
    CriticalRole,
    TeamGroup,
    Preferences,
    DeletedEvidence,
    Tries,
)
"""Every kind of record that there is of one person."""
JOINT: tuple[type[Joint], ...] = (Share, Review)
"""Every kind of record that two people hold together."""
_DAYS = frozenset({"at", "begun", "finished", "made", "done", "deleted", "until", "claim_until", "ended", "opened", "sent", "wrong"})
_OURS = frozenset({"presses", "first", "expectations", "nudged", "shown", "code"})
"""What a record holds for our own use alone: in the JSON, and no use to a reader."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many records there are of a kind, and when they were last changed. `number` is None where they cannot be read."""

    kind: type[Body]
    number: int | None
    first: float = 0.0
    last: float = 0.0


def counts(turn: Turn) -> tuple[Count, ...]:
    """How much there is of each kind of which there is anything."""
    return tuple(count for count in (_count(turn, kind) for kind in (*KINDS, *JOINT)) if count.number != 0)


def shares_something(turn: Turn) -> bool:
    """Whether somebody else may look at something of the person's at the moment."""
    return any(each.body.owner == turn.person and each.body.is_open(turn.now.timestamp()) for each in _shares(turn))


def zone_of(turn: Turn) -> ZoneInfo:
    """The time zone that days are told in."""
    return known_zone(turn.zone) or ZoneInfo(LONDON)


def day_of(turn: Turn, moment: float) -> date:
    """The day of a moment (seconds since 1970), where the person is."""
    return datetime.fromtimestamp(moment, zone_of(turn)).date()


def holdings(turn: Turn) -> Holdings:
    """Everything that is held, nothing shortened."""
    records = {kind: _readable(turn, kind) for kind in (*KINDS, *JOINT)}
    kept = tuple(_section(turn, kind, held) for kind, held in records.items() if held)
    sections = (_profile(turn), *kept, _account(turn), _audit(turn))
    return Holdings(tuple(section for section in sections if section.rows), _json(turn, records))


def _count(turn: Turn, kind: type[Body]) -> Count:
    try:
        found = _found(turn, kind)
    except UnreadableRecord:
        return Count(kind, None)
    saved = [record.saved for record in found]
    return Count(kind, len(found), min(saved, default=0.0), max(saved, default=0.0))


def _readable(turn: Turn, kind: type[Body]) -> tuple[Record[Body], ...]:
    try:
        return _found(turn, kind)
    except UnreadableRecord:
        return ()


def _shares(turn: Turn) -> tuple[Record[Share], ...]:
    try:
        return turn.joints.all(Share)
    except UnreadableRecord:
        return ()


def _found(turn: Turn, kind: type[Body]) -> tuple[Record[Any], ...]:
    """Every record of a kind; of a review no more than the person may see of it. Raises UnreadableRecord."""
    if not issubclass(kind, Joint):
        return turn.records.all(kind)
    found = turn.joints.all(kind)
    return tuple(_as_seen(turn, each) for each in found)


def _as_seen(turn: Turn, record: Record[Any]) -> Record[Any]:
    who = record.body.who(turn.person) if isinstance(record.body, Review) else None
    return record if who is None else replace(record, body=seen_by(record.body, who))


def _profile(turn: Turn) -> Section:
    held = {name: value for name, value in asdict(turn.profile).items() if value is not None and name != "version"}
    rows = [f"{name.capitalize()}: {value}" for name, value in held.items()]
    last = turn.memory.last
    return Section(say.ABOUT_YOU, (*rows, *((f"{say.CONVERSATION}: {last.said}",) if last and last.said else ())))


def _section(turn: Turn, kind: type[Body], records: tuple[Record[Body], ...]) -> Section:
    rows = tuple(row for record in records for row in (_heading(turn, record), *_rows(turn, record.body)))
    return Section(say.HEADINGS[kind.kind], rows)


def _heading(turn: Turn, record: Record[Body]) -> str:
    return say.FORM_OF_RECORD.format(version=record.version, day=say.day(day_of(turn, record.saved)))


def _rows(turn: Turn, part: BaseModel, before: str = "") -> Iterator[str]:
    """A line for each thing that a record says, those of its parts under the name of the part."""
    for name, value in part:
        label = f"{before}{name.replace('_', ' ').capitalize()}"
        if name in _OURS or value in (None, "", (), False):
            continue
        if isinstance(value, BaseModel):
            yield from _rows(turn, value, f"{label}, ")
        elif isinstance(value, tuple) and isinstance(value[0], BaseModel):
            for number, each in enumerate(value, 1):
                yield from _rows(turn, each, f"{label} {number}, ")
        else:
            yield f"{label}: {_told(turn, name, value)}"


def _told(turn: Turn, name: str, value: Any) -> str:
    if name in _DAYS and isinstance(value, float):
        return say.day(day_of(turn, value))
    if isinstance(value, date):
        return say.day(value)
    if name in _DAYS and isinstance(value, tuple):
        return ", ".join(say.day(day_of(turn, each)) for each in value)
    return ", ".join(map(str, value)) if isinstance(value, tuple) else f"{value:g}" if isinstance(value, float) else str(value)


def _account(turn: Turn) -> Section:
    return Section(say.ACCOUNT, tuple(f"{label}: {value}" for label, value in account_lines(turn)))


def account_lines(turn: Turn) -> tuple[tuple[str, str], ...]:
    """What else is held, each with its label."""
    account = turn.account()
    held = (
        (say.MET, say.day(day_of(turn, account.met)) if account.met is not None else ""),
        (say.VISITED, say.day(day_of(turn, account.visited)) if account.visited is not None else ""),
        (say.ZONE, account.zone or ""),
        (say.REACHED, say.MAY_WRITE if account.reached else ""),
        (say.FILES, str(account.files) if account.files else ""),
    )
    return tuple((label, value) for label, value in held if value)


def deed_lines(turn: Turn) -> tuple[tuple[str, str], ...]:
    """The lines of the audit, each with its day."""
    named = {each.body.viewer: say.by_named(each.body.viewer_name) for each in _shares(turn) if each.body.viewer_name}
    by = {**named, "themselves": say.BY_YOU, "retention": say.BY_NOBODY, LEFT: say.BY_LEFT}
    return tuple(
        (say.day(day_of(turn, deed.at)), say.deed(deed.done, deed.what, by.get(deed.by, say.BY_OTHER))) for deed in turn.account().deeds
    )


def _audit(turn: Turn) -> Section:
    return Section(say.AUDIT, tuple(f"{day}: {line}" for day, line in deed_lines(turn)))


def _json(turn: Turn, records: dict[type[Body], tuple[Record[Body], ...]]) -> dict[str, Any]:
    account, last, focus, offers = asdict(turn.account()), turn.memory.last, turn.memory.focus, turn.memory.offers
    return {
        "at": turn.now.astimezone(UTC).isoformat(),
        "profile": asdict(turn.profile),
        "conversation": {
            "last": None if last is None else last.as_json(),
            "choices": list(turn.memory.choices),
            "focus": None if focus is None else asdict(focus),
            "offers": None if offers is None else asdict(offers),
        },
        "records": {kind.kind: [_record(record) for record in held] for kind, held in records.items()},
        "account": {name: account[name] for name in ("met", "visited", "zone", "reached", "files", "retention")},
        "audit": [_deed(deed) for deed in turn.account().deeds],
    }


def _deed(deed: Deed) -> dict[str, Any]:
    """A line of the audit; whose it is goes without saying."""
    return {name: value for name, value in asdict(deed).items() if name != "of"}


def _record(record: Record[Body]) -> dict[str, Any]:
    return {"id": record.id, "version": record.version, "saved": record.saved, "body": write_body(record.body)}
