"""A form that was sent: what was changed in it is saved; what cannot be taken is shown again as it was typed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from bot.cards.payloads import Move
from bot.development.plan import IN_WORDS, LONGEST_TEXT, Entry, PlanEntry, Serves, is_near
from bot.dialogs.asked import Asked
from bot.dialogs.planning import dating
from bot.dialogs.planning.basis import column_name, find, in_framework, in_place, of_entry, pressed, today, with_press
from bot.dialogs.planning.form import NONE, form
from bot.dialogs.planning.serving import with_quote
from bot.dialogs.planning.showing import entry_card, plan, weak
from bot.dialogs.planning.widths import holds
from bot.dialogs.presses import digest
from bot.dialogs.reply import Reply
from bot.people.records import Record
from bot.phrases.en import planning as say

_FIELDS = (*IN_WORDS, "date", "competency", "serves")


def save(asked: Asked, move: Move) -> Reply:
    """Save a form: of an entry, or of a new one, whose id is the mark of the button."""
    entry = find(asked, move.record or move.nonce) or _new(asked, move)
    if entry is None:
        return in_place(plan(asked, lead=say.GONE))
    if pressed(entry, move):
        return in_place(entry_card(asked, entry, say.DONE_ALREADY))
    changed = _changed(move) if entry.version else _sent(move)
    refusal = _refusal(asked, entry, changed)
    if refusal and not holds(changed):
        return Reply(refusal)  # the form stays as it is, with all that was typed in it
    if refusal:
        return in_place(form(asked, entry, refusal, {**changed}, move.field("was")))
    return in_place(_saved(asked, entry, move, changed))


def _new(asked: Asked, move: Move) -> Entry | None:
    """An entry that is not on record yet; None where the form was of one that was."""
    if move.record or not move.nonce:
        return None
    framework = in_framework(asked, move.field("framework")).framework
    role = framework.roles.get(move.field("for"))
    body = PlanEntry(
        framework=framework.id,
        competencies=tuple(id_ for id_ in move.field("about").split(",") if id_ in framework.competencies),
        role=role.id if role else None,
        serves="higher" if move.field("as") == "higher" else "current",
        made=asked.turn.now.timestamp(),
    )
    return with_quote(asked, Record(move.nonce, body))


def _changed(move: Move) -> dict[str, str]:
    """The fields that hold something else than when the form was drawn."""
    was = dict(part.split("=", 1) for part in move.field("was").split(";") if "=" in part)
    return {name: value for name, value in _sent(move).items() if was.get(name) != digest(value)}


def _sent(move: Move) -> dict[str, str]:
    """Every field of the form; for a new entry, what was filled in for the person counts too."""
    return {name: move.field(name) for name, _ in move.given if name in _FIELDS}


def _refusal(asked: Asked, entry: Entry, changed: Mapping[str, str]) -> str:
    for name in IN_WORDS:
        if len(changed.get(name, "")) > LONGEST_TEXT:
            label = column_name(of_entry(asked, entry).framework, name)
            return say.too_long(label, len(changed[name]), LONGEST_TEXT)
    after = {name: changed.get(name, getattr(entry.body, name)) for name in ("objective", "activity")}
    return "" if any(after.values()) else say.NEEDS_SOMETHING


def _saved(asked: Asked, entry: Entry, move: Move, changed: Mapping[str, str]) -> Reply:
    cleared = ("date", "") in move.given and entry.body.heard is not None
    if not changed and not cleared and entry.version:
        weakly = weak(asked, entry.body)
        return entry_card(asked, entry, say.IN_PLAN if weakly else say.UNCHANGED, saved=weakly)
    lead = say.CORRECTED if entry.version and move.version != entry.version else say.SAVED
    lead = say.REFLECTED if "learnt" in changed else lead
    new = with_press(_with_fields(asked, entry, changed), move)
    if cleared:
        new = new.with_(heard=None, heard_in="")
    if changed.get("date"):
        return _with_date(asked, new, changed["date"], lead)
    return entry_card(asked, new, lead, saved=True)


def _with_fields(asked: Asked, entry: Entry, changed: Mapping[str, str]) -> Entry:
    entry = entry.with_(**{name: changed[name] for name in IN_WORDS if name in changed})
    if changed.get("date") == "":
        entry = entry.with_(date=None, heard=None, heard_in="")
    if "competency" in changed or "serves" in changed:
        chosen = changed.get("competency")
        chosen = None if chosen in (entry.body.competencies[:1] or (NONE,)) else chosen
        competencies = None if chosen is None else () if chosen == NONE else (chosen,)
        wanted = changed.get("serves")
        serves: Serves | None = "higher" if wanted == "higher" else "current" if wanted == "current" else None
        entry = with_quote(asked, entry, serves, competencies)
    return entry


def _with_date(asked: Asked, entry: Entry, sent: str, lead: str) -> Reply:
    """A day that was chosen is the date, unless it is over; words in its place are read, and shown before they count."""
    try:
        day = dt.date.fromisoformat(sent)
    except ValueError:
        reply = dating.taken(asked, entry, sent, only=True)
        return reply if reply.saves else replace(reply, saves=(entry,))
    if not is_near(day, today(asked.turn)):
        return replace(dating.choose(asked, entry, say.TOO_FAR, only=True), saves=(entry,))
    if day < today(asked.turn):
        return replace(dating.over(asked, entry, day), saves=(entry,))
    return entry_card(asked, entry.with_(date=day, heard=None, heard_in=""), lead, saved=True)
