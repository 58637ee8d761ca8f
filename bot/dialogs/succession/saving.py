"""A critical role is saved, or removed: what was changed on the form counts, once, and nothing about a person is kept."""

from collections.abc import Mapping
from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button, View
from bot.dialogs.asked import Asked
from bot.dialogs.presses import digest, seen
from bot.dialogs.reply import Reply
from bot.dialogs.succession.basis import NAME, find, in_place, look, look_at, press, told, with_press
from bot.dialogs.succession.form import FIELDS, form
from bot.dialogs.succession.overview import of
from bot.dialogs.succession.showing import role_card
from bot.dialogs.turn import Focus
from bot.framework.model import Framework
from bot.people.records import Record
from bot.phrases.en import succession as say
from bot.reviews.succession import HORIZONS, LONGEST_POST, LONGEST_TEXT, Critical, CriticalRole

REMOVING = "removing:"
"""The step at which a yes removes it; after it comes the version that was asked about."""
REMOVING_WAITS = 600.0
"""Seconds in which it does."""
LONGEST = {"post": LONGEST_POST, "reason": LONGEST_TEXT, "notes": LONGEST_TEXT}
_LABELS = {"post": say.POST, "reason": say.REASON, "notes": say.NOTES}
_MOST_TYPED = 12_000  # bytes; a longer text would not fit on a card to be shortened there


def save(asked: Asked, move: Move) -> Reply:
    """The form was sent: of a critical role, or of a new one, whose id is the mark of the button."""
    held = find(asked, move.record or move.nonce) or _new(asked, move)
    if held is None:
        return in_place(of(look(asked), say.GONE))
    if seen(held.body.presses, move):
        return in_place(role_card(look(asked), held, say.DONE_ALREADY))
    changed = _changed(move, held)
    problem = refusal(asked, held.body, changed)
    if problem and sum(len(each.encode("utf-8", "surrogatepass")) for each in changed.values()) > _MOST_TYPED:
        return Reply(problem)  # the form stays as it is, with all that was typed in it
    if problem:
        shown = replace(held, version=0, id="") if not held.version else held
        return in_place(form(asked, shown, problem, changed, move.field("was")))
    return in_place(_saved(asked, held, move, changed))


def refusal(asked: Asked, body: CriticalRole, changed: Mapping[str, str]) -> str:
    """Why it cannot be saved like this; empty where it can."""
    for name, most in LONGEST.items():
        text = changed.get(name, "")
        if len(text) > most:
            return say.too_long(_LABELS[name], len(text), most)
        about = asked.reader.managing.about_people(text)
        if about:
            return say.about_a_person(about)
    if changed.get("role", body.role) not in _framework(asked, body).roles:
        return say.WHICH_ROLE
    return "" if changed.get("reason", body.reason) else say.NEEDS_REASON


def ask_to_remove(asked: Asked, move: Move) -> Reply:
    """Ask before it goes."""
    held, at = find(asked, move.record), look(asked)
    if held is None:
        return of(at, say.GONE)
    text = say.shall_remove(at.name(held.body))
    buttons = (Button(say.REMOVE_NOW, press(asked, "removed", held), "destructive"), Button(say.KEEP, look_at("open", held.id)))
    reply = told(at, View(say.REMOVE_TITLE, text, buttons=buttons), text, held.id)
    return replace(reply, focus=Focus(NAME, held.id, f"{REMOVING}{held.version}", asked.turn.now.timestamp()))


def remove(asked: Asked, move: Move) -> Reply:
    """It goes, unless it is gone already; where it changed since it was asked about, it is asked about once more."""
    held = find(asked, move.record)
    if held is None:
        return in_place(of(look(asked), say.GONE))
    if held.version != move.version:
        return in_place(ask_to_remove(asked, move))
    return replace(in_place(of(replace(look(asked), without=held.id), say.REMOVED)), drops=(held,))


def _new(asked: Asked, move: Move) -> Critical | None:
    """One that is not on record yet; None where the form was of one that was."""
    framework = asked.library.frameworks.get(move.field("framework"))
    if move.record or not move.nonce or framework is None:
        return None
    return Record(move.nonce, CriticalRole(framework=framework.id, role="", made=asked.turn.now.timestamp()))


def _changed(move: Move, held: Critical) -> dict[str, str]:
    """The fields that hold something else than when the form was drawn; of a new one, all that were sent."""
    was = dict(part.split("=", 1) for part in move.field("was").split(";") if "=" in part) if held.version else {}
    sent = {name: move.field(name) for name, _ in move.given if name in FIELDS}
    known = {name: value for name, value in sent.items() if name != "horizon" or value in HORIZONS}
    return {name: value for name, value in known.items() if was.get(name) != digest(value)}


def _saved(asked: Asked, held: Critical, move: Move, changed: Mapping[str, str]) -> Reply:
    if not changed:
        return role_card(look(asked), held, say.UNCHANGED)
    lead = say.CORRECTED if held.version and move.version != held.version else say.SAVED
    return role_card(look(asked), with_press(held.with_(**changed), move), lead, saves=True)


def _framework(asked: Asked, body: CriticalRole) -> Framework:
    return asked.library.frameworks.get(body.framework, asked.framework)
