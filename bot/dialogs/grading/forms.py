"""The form of a grading: the duties, one on each line, as they are kept or as they were typed."""

import json

from bot.cards.payloads import Move
from bot.cards.view import Button, Entry, View
from bot.dialogs.asked import Asked
from bot.dialogs.grading.basis import FORM, look, press, told
from bot.dialogs.reply import Reply
from bot.phrases.en import grading as say
from bot.vacancies.model import GradingRecord

FIELD, OF = "duties", "of"
FORM_BYTES = 20_000  # a form with more would not fit in a message


def empty(asked: Asked, lead: str = say.FORM, text: str = "") -> Reply:
    """The form for other duties."""
    save = press(asked, "save")
    return _form(asked, lead, text, Button(say.GRADE, _of(asked, save)))


def change(asked: Asked, record: GradingRecord, lead: str = say.CHANGE_FORM, text: str | None = None) -> Reply:
    """The form of a grading, with the ways to leave and to delete it."""
    shown = "\n".join(record.body.duties) if text is None else text
    buttons = (Button(say.GRADE, _of(asked, press(asked, "save", record))), Button(say.LEAVE, look("open", record), alone=True))
    return _form(asked, lead, shown, *buttons, delete_button(asked, record), record=record.id)


def refused(asked: Asked, why: str, duties: tuple[str, ...], record: GradingRecord | None = None) -> Reply:
    """A kind refusal: the form again with all of what was typed, where that fits in a message."""
    text = "\n".join(duties)
    if len(json.dumps(text)) > FORM_BYTES:
        return told(asked, View(say.TITLE, why, buttons=(Button(say.ANEW, look("new")),)), why)
    return empty(asked, why, text) if record is None else change(asked, record, why, text)


def delete_button(asked: Asked, record: GradingRecord) -> Button:
    """The way to delete a grading, which asks first."""
    return Button(say.DELETE, press(asked, "delete", record), "destructive", alone=True)


def _form(asked: Asked, lead: str, text: str, *buttons: Button, record: str = "") -> Reply:
    field = Entry(FIELD, say.DUTIES, text, say.EXAMPLE, long=True, error=say.MISSING)
    return told(asked, View(say.TITLE, lead, fields=(field,), buttons=buttons), lead, record, FORM)


def _of(asked: Asked, move: Move) -> Move:
    """The framework that the form was drawn for goes with it."""
    return Move(move.dialog, move.move, move.record, move.row, move.version, move.nonce, ((OF, asked.framework.id),))
