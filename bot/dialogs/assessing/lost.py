"""A button of an assessment that is no longer there."""

from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.assessing.work import NAME
from bot.dialogs.reply import Reply
from bot.phrases.en import assessing as say


def lost(_: Asked) -> Reply:
    """It is gone; a new one can be begun."""
    start = Button(say.START_ONE, Move(NAME, "anew"))
    return replace(answer(View(say.TITLE, say.GONE, buttons=(start,)), say.GONE), replaces=True, focus=None)
