"""What is held of a person, further: what was done with it, and one kind of record erased alone."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.cards.payloads import Ask, Keep, Move
from bot.cards.view import Button, Line, Section, View
from bot.dialogs import details, holding
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.presses import digest
from bot.dialogs.record_dialog import RecordDialog
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.people.audit import Deed
from bot.people.records import Body, Record
from bot.phrases.en import buttons
from bot.phrases.en import my_data as say
from bot.understanding.reading import Intent, Outcome, Reading

MOST_DEEDS = 30
SURE_FOR = 600.0  # seconds in which a yes is still the answer
_KINDS = {
    "assessment": ("assessment",),
    "evidence": ("evidence", "deleted evidence"),
    "plan": ("plan entry",),
    "dossier": ("dossier",),
    "grading": ("grading",),
    "job_description": ("job description",),
}
"""The kinds of record that belong to what somebody names."""


def asked_to_forget(asked: Asked) -> Reply:
    """Ask before what the words name is erased: some kinds of record, or else everything."""
    said, wishes = asked.reading.said, asked.reader.wishes
    if points_only(asked):
        return _which(asked)
    if wishes.is_("aim", said) and asked.profile.aim:
        done = answer(View(say.AIM_TITLE, say.AIM_FORGOTTEN, buttons=(_back(asked),)), say.AIM_FORGOTTEN)
        return replace(done, profile=asked.profile.with_(aim=None))
    kinds = () if wishes.is_("all_of_it", said) else tuple(kind for name in wishes.named(said) for kind in _KINDS.get(name, ()))
    return ask_to_erase(asked, kinds) if kinds and not asked.guest else details.ask_to_forget(asked)


def points_only(asked: Asked) -> bool:
    """Whether something is to be deleted that is not named: "delete that" never means everything."""
    order = asked.reader.keeping.order(asked.reading.said)
    return order is not None and order.name == "delete"


def _which(asked: Asked) -> Reply:
    framework = asked.framework.id
    asks = ((Intent.SHOW_EVIDENCE, say.HEADINGS["evidence"]), (Intent.SHOW_PLAN, say.HEADINGS["plan entry"]), (Intent.MY_DATA, say.BACK))
    steps = tuple(Button(title, Ask(Reading(framework, intent))) for intent, title in asks)
    return answer(View(say.WHICH_TITLE, say.WHICH, buttons=steps), say.WHICH)


def ask_to_erase(asked: Asked, kinds: tuple[str, ...], since: str = "") -> Reply:
    """Ask before some kinds of record are erased, and name what would be lost. `since` is said before it."""
    held = _held(asked, kinds)
    if not held:
        return _none_left(asked)
    text = " ".join(part for part in (since, say.shall_erase(held)) if part)
    erase = Move("my_data", "erase", _mark(_records(asked, kinds)), ",".join(kinds), nonce=asked.turn.new_id())
    steps = (Button(say.ERASE_NOW, erase, "destructive"), Button(buttons.KEEP, Keep()))
    lines = (say.FOR_GOOD, *((say.EVIDENCE_STAYS,) if "evidence" not in kinds else ()), say.CANNOT_ERASE)
    reply = answer(View(say.ERASE_TITLE, text, (Section(lines=tuple(map(Line, lines))),), buttons=steps), text)
    return replace(reply, focus=Focus(details.SURE, erase.record, erase.row, asked.turn.now.timestamp()))


def _erase(asked: Asked, move: Move) -> Reply:
    """Erase what was asked about; where that is not just what there is by now, ask once more."""
    kinds = tuple(kind for kind in dict.fromkeys(move.row.split(",")) if kind in _erasable())
    drops = _records(asked, kinds)
    if not drops:
        return replace(_none_left(asked), replaces=True)
    if _mark(drops) != move.record:
        return replace(ask_to_erase(asked, kinds, say.CHANGED_SINCE), replaces=True)
    held = _held(asked, kinds)
    text = say.erased(held)
    deeds = tuple(Deed("erased", kind, asked.turn.now.timestamp()) for kind, _ in held)
    view = View(say.ERASED_TITLE, text, (Section(lines=(Line(say.CANNOT_ERASE),)),), buttons=(_back(asked),))
    return replace(answer(view, text), replaces=True, drops=drops, deeds=deeds, focus=None)


def _audit(asked: Asked, _: Move) -> Reply:
    """What was done with what is held, the newest first."""
    lines = tuple(Line(line, day) for day, line in holding.deed_lines(asked.turn)[:MOST_DEEDS])
    if not lines:
        return answer(View(say.AUDIT_TITLE, say.NO_DEEDS, buttons=(_back(asked),)), say.NO_DEEDS)
    return answer(View(say.AUDIT_TITLE, say.AUDIT_LEAD, (Section(lines=lines),), buttons=(_back(asked),)), say.AUDIT_LEAD)


def _none_left(asked: Asked) -> Reply:
    return answer(View(say.ERASED_TITLE, say.NONE_LEFT, buttons=(_back(asked),)), say.NONE_LEFT)


def _held(asked: Asked, kinds: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """How many records there are of each of these kinds, where there are any."""
    numbers = ((kind, len(asked.turn.records.all(_erasable()[kind]))) for kind in kinds)
    return tuple((kind, number) for kind, number in numbers if number)


def _records(asked: Asked, kinds: tuple[str, ...]) -> tuple[Record[Any], ...]:
    return tuple(record for kind in kinds for record in asked.turn.records.all(_erasable()[kind]))


def _mark(records: tuple[Record[Any], ...]) -> str:
    """By which it is known that records are the very ones that were asked about, unchanged."""
    return digest(repr([(each.body.kind, each.id, each.version, each.saved) for each in records]))


def _erasable() -> dict[str, type[Body]]:
    return {kind.kind: kind for kind in holding.KINDS}


def _back(asked: Asked) -> Button:
    return Button(say.BACK, Ask(Reading(asked.framework.id, Intent.MY_DATA)))


def _hears(asked: Asked, focus: Focus, text: str, _: Callable[[], Outcome]) -> Reply | None:
    """A yes or no to whether everything, or the kinds of the focus, are to be erased; anything else leaves all as it is."""
    order = asked.reader.keeping.order(text)
    if order is None or order.name not in ("yes", "no") or asked.turn.now.timestamp() - focus.since > SURE_FOR:
        return None
    if order.name == "no":
        return replace(details.keep(asked), replaces=False, focus=None)
    if not focus.step:
        return replace(details.forget(asked), replaces=False)
    return replace(_erase(asked, Move(details.SURE, "erase", focus.record, focus.step)), replaces=False)


DIALOG = RecordDialog(details.SURE, {"audit": _audit, "erase": _erase}, _hears, waits_once=True)
