"""Files to take away: which one is meant, whether there is anything in it, and the offer, which the edges turn into a file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from bot.assessment.evidence import Evidence
from bot.assessment.model import Assessment
from bot.cards.payloads import Ask, Move
from bot.cards.view import Button, Row, View
from bot.development.dossier import Dossier
from bot.development.plan import PlanEntry
from bot.dialogs import details
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.record_dialog import RecordDialog
from bot.dialogs.reply import Download, Reply
from bot.documents import kinds
from bot.people.audit import Deed
from bot.people.records import B, Record
from bot.people.zones import known_zone
from bot.phrases.en import files as say
from bot.phrases.en.names import capital
from bot.reviews.figures import figures_of
from bot.reviews.group import chosen, digest, group_of
from bot.reviews.review import Review
from bot.reviews.team import team_of
from bot.understanding.reading import Intent, Reading
from bot.vacancies.draft import Draft

NAME, OFFER = "files", "offer"
EVERYTHING = "everything"
_TALKED_OF = {
    Intent.START_PLAN: kinds.PLAN,
    Intent.SHOW_PLAN: kinds.PLAN,
    Intent.START_ASSESSMENT: kinds.ASSESSMENT,
    Intent.SHOW_ASSESSMENT: kinds.ASSESSMENT,
    Intent.DOSSIER: kinds.DOSSIER,
    Intent.JOB_DESCRIPTION: kinds.JOB_DESCRIPTION,
    Intent.SHOW_EVIDENCE: kinds.EVIDENCE,
    Intent.LOG_EVIDENCE: kinds.EVIDENCE,
}
_IN_FOCUS = {
    "review": kinds.AGENDA,
    "plan": kinds.PLAN,
    "assessment": kinds.ASSESSMENT,
    "dossier": kinds.DOSSIER,
    "evidence": kinds.EVIDENCE,
    "vacancy": kinds.JOB_DESCRIPTION,
    "team": kinds.TEAM,
}
_BEGINS = {
    kinds.PLAN: Intent.START_PLAN,
    kinds.ASSESSMENT: Intent.START_ASSESSMENT,
    kinds.GRID: Intent.START_ASSESSMENT,
    kinds.DOSSIER: Intent.DOSSIER,
    kinds.JOB_DESCRIPTION: Intent.JOB_DESCRIPTION,
    kinds.AGENDA: Intent.REVIEW,
    kinds.TEAM: Intent.TEAM_OVERVIEW,
}


def files(asked: Asked) -> Reply:
    """What was asked for in words: the file that they name, or else what is talked of, or else a choice of all there are."""
    if asked.guest:
        return details.nothing_kept(asked)
    said = asked.reading.said
    heard = asked.reader.files
    kind = heard.named(said) or (None if heard.asks_which(said) else _talked_of(asked))
    also = say.PDF if heard.wants_pdf(said) else ""
    return _offered(asked, kind, "", also) if kind else _which(asked, also)


def my_data(asked: Asked) -> Reply:
    """What is held, or the file with all of it where that is asked for in as many words."""
    return files(asked) if asked.reader.files.takes_everything(asked.reading.said) else details.my_data(asked)


def offer(asked: Asked, move: Move) -> Reply:
    """The file of a button: its kind is the row, and the record the one that it is about, or the newest."""
    if move.row == EVERYTHING:
        return _everything()
    because = say.BECAUSE.get(move.field("because"), "")
    return _offered(asked, move.row, move.record, before=because) if move.row in kinds.KINDS else _which(asked)


def offered(asked: Asked, kind: str, record: str) -> Reply:
    """The same for words in another dialog."""
    return _offered(asked, kind, record)


def button(title: str, kind: str, record: str = "") -> Button:
    """A button that offers a file, for the cards of other dialogs."""
    return Button(title, _move(kind, record))


def _talked_of(asked: Asked) -> str | None:
    focus, last = asked.turn.memory.focus, asked.last
    return _IN_FOCUS.get(focus.dialog) if focus else _TALKED_OF.get(last.intent) if last else None


def _offered(asked: Asked, kind: str, record: str, also: str = "", before: str = "") -> Reply:
    found = _FOUND[kind](asked, record)
    if found is None:
        return _nothing(asked, kind)
    name = say.filename(kind, kinds.KINDS[kind].ending, _day(asked, asked.turn.now))
    text = " ".join(filter(None, (before, say.ready(kind), say.ABOUT.get(kind, ""), also)))
    download = Download(kind, found, name, asked.turn.new_secret())
    return replace(answer(View(say.TITLE, text), text), downloads=(download,), deeds=_seen_by_other(asked, kind, found))


def _seen_by_other(asked: Asked, kind: str, record: str) -> tuple[Deed, ...]:
    """A line for the one whose review it is, where the other takes the file."""
    found = asked.turn.joints.find(Review, record) if kind == kinds.AGENDA else None
    if found is None or found.body.owner == asked.turn.person:
        return ()
    return (Deed("seen", kind, asked.turn.now.timestamp(), by=asked.turn.person, of=found.body.owner),)


def _which(asked: Asked, also: str = "") -> Reply:
    """Every file that there is something for; of all that is held there is always one."""
    there = [(kind, found) for kind, find in _FOUND.items() if (found := find(asked, "")) is not None]
    own = [Row(say.row(kind), _move(kind, found), _about(asked, kind, found)) for kind, found in there if kind not in _ALL]
    rows = (*own, Row(capital(say.NAMES[kinds.EVERYTHING]), _move(EVERYTHING)))
    text = f"{say.WHICH} {also}".strip()
    return answer(View(say.TITLE, text, rows=rows), text)


def _everything() -> Reply:
    rows = tuple(Row(capital(say.format_of(kind)), _move(kind)) for kind in _ALL)
    return answer(View(say.TITLE, say.WHICH_EVERYTHING, rows=rows), say.WHICH_EVERYTHING)


def _nothing(asked: Asked, kind: str) -> Reply:
    begin = _BEGINS.get(kind)
    steps = (Button(say.BEGIN[kind], Ask(Reading(asked.framework.id, begin))),) if begin else ()
    return answer(View(say.TITLE, say.NOTHING[kind], buttons=steps), say.NOTHING[kind])


def _move(kind: str, record: str = "") -> Move:
    return Move(NAME, OFFER, record=record, row=kind)


def _about(asked: Asked, kind: str, found: str) -> str:
    """Which assessment it is, where there may be several."""
    record = asked.turn.records.find(Assessment, found) if kind in {kinds.ASSESSMENT, kinds.GRID} else None
    return "" if record is None else say.of_day(_day(asked, datetime.fromtimestamp(record.body.begun, UTC)))


def _day(asked: Asked, at: datetime) -> date:
    """The day that it was then where the person is."""
    return at.astimezone(known_zone(asked.turn.zone) or UTC).date()


def _plan(asked: Asked, _record: str) -> str | None:
    entries = asked.turn.records.all(PlanEntry)
    return "" if any(entry.body.status != "dropped" for entry in entries) else None


def _assessment(asked: Asked, record: str) -> str | None:
    """The assessment of that id, or else the newest; None where there is none, and none that was deleted."""
    return _newest(asked, Assessment, record, lambda each: each.body.deleted is None)


def _dossier(asked: Asked, record: str) -> str | None:
    return _newest(asked, Dossier, record, lambda _: True)


def _job_description(asked: Asked, record: str) -> str | None:
    """The one of that id, or else the one that was changed last."""
    there = [each for each in asked.turn.records.all(Draft) if each.body.deleted is None]
    newest = max(there, key=lambda each: (each.saved, each.body.begun), default=None)
    if record:
        return record if any(each.id == record for each in there) else None
    return newest.id if newest else None


def _evidence(asked: Asked, _record: str) -> str | None:
    return "" if asked.turn.records.all(Evidence) else None


def _agenda(asked: Asked, record: str) -> str | None:
    """The review of that id, or else the newest, where both sides are in and the person may see it."""
    revealed = [each.id for each in asked.turn.joints.all(Review) if each.body.revealed]
    if record:
        return record if record in revealed else None
    return revealed[-1] if revealed else None


def _team(asked: Asked, _record: str) -> str | None:
    """The mark of the group that is chosen; None where it is too small for any figure."""
    turn, group = asked.turn, group_of(asked.turn.records).body
    people = chosen(team_of(turn.joints, turn.person), group, turn.person)
    return digest(group) if figures_of(people, asked.library, everybody=group.everybody).frameworks else None


def _held(_asked: Asked, _record: str) -> str | None:
    return ""


def _newest(asked: Asked, kind: type[B], record: str, fits: Callable[[Record[B]], bool]) -> str | None:
    own = [each.id for each in asked.turn.records.all(kind) if fits(each)]
    if record:
        return record if record in own else None
    return own[-1] if own else None


_ALL = (kinds.EVERYTHING, kinds.EVERYTHING_JSON)
_FOUND: dict[str, Callable[[Asked, str], str | None]] = {
    kinds.PLAN: _plan,
    kinds.ASSESSMENT: _assessment,
    kinds.GRID: _assessment,
    kinds.DOSSIER: _dossier,
    kinds.JOB_DESCRIPTION: _job_description,
    kinds.EVIDENCE: _evidence,
    kinds.AGENDA: _agenda,
    kinds.TEAM: _team,
    kinds.EVERYTHING: _held,
    kinds.EVERYTHING_JSON: _held,
}

DIALOG = RecordDialog(NAME, {OFFER: offer})
