"""The lines of a grading written, changed, and the whole of it deleted."""

from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button, View
from bot.dialogs.asked import Asked
from bot.dialogs.grading import forms
from bot.dialogs.grading.basis import anew, find, gone, in_framework, in_place, look, of_record, press, told
from bot.dialogs.grading.opening import opened, pasted, refusal, saved
from bot.dialogs.presses import noted, seen
from bot.dialogs.reply import Reply
from bot.phrases.en import grading as say
from bot.vacancies.model import GradingRecord

SURE = "sure"


def new(asked: Asked, _: Move) -> Reply:
    """The form for other duties."""
    return forms.empty(asked)


def change(asked: Asked, move: Move) -> Reply:
    """The form of a grading."""
    record = find(asked, move.record)
    return in_place(forms.change(of_record(asked, record), record) if record else gone(asked))


def save(asked: Asked, move: Move) -> Reply:
    """The form was sent. What it makes is known by the button's mark, so that a second press makes nothing new."""
    asked = in_framework(asked, move.field(forms.OF))
    duties = asked.reader.grading.lines(move.field(forms.FIELD))
    record = find(asked, move.record) or find(asked, move.nonce)
    if record is None:
        return in_place(pasted(asked, duties, move.nonce))
    if seen(record.body.presses, move) or record.body.duties == duties or record.id == move.nonce:
        return in_place(opened(asked, record))
    refused = refusal(duties)
    if refused:
        return in_place(forms.refused(asked, refused, duties, record))
    return in_place(saved(asked, record.with_(duties=duties, presses=noted(record.body.presses, move))))


def delete(asked: Asked, move: Move) -> Reply:
    """Ask before a grading is deleted; delete it once that was said yes to."""
    record = find(asked, move.record)
    if record is None:
        return in_place(gone(asked))
    return in_place(deleted(asked, record) if move.row == SURE else ask_to_delete(asked, record))


def ask_to_delete(asked: Asked, record: GradingRecord) -> Reply:
    """What would be lost, and the ways on."""
    text = say.shall_delete(len(record.body.duties))
    buttons = (Button(say.SURE, press(asked, "delete", record, SURE), "destructive"), Button(say.KEEP, look("open", record)))
    return told(asked, View(say.DELETE_TITLE, text, buttons=buttons), text, record.id, SURE)


def deleted(asked: Asked, record: GradingRecord) -> Reply:
    """It is gone for good."""
    return replace(told(asked, View(say.TITLE, say.DELETED, buttons=(anew(),)), say.DELETED), drops=(record,))
