"""Rows of one's own: added in words or in a form, up to five."""

from dataclasses import replace

from bot.assessment.marking import LONGEST_NAME, with_own_row
from bot.assessment.model import MOST_OWN_ROWS
from bot.cards.payloads import Move
from bot.dialogs.asked import Asked
from bot.dialogs.assessing import asking
from bot.dialogs.assessing.asking import fitting
from bot.dialogs.assessing.lost import lost
from bot.dialogs.assessing.work import Work, find
from bot.dialogs.reply import Reply
from bot.phrases.en import assessing as say

_MOST_SHOWN = 1_000  # characters of a name that is too long: the list of all rows is on the same card


def add(work: Work, name: str, id_: str) -> Reply:
    """A row of that name, to be marked next."""
    name = " ".join(name.split())
    if work.body.row(id_):
        return asking.ask(work, work.body.row(id_) or work.body.rows[0])
    if not name:
        return asking.all_rows(work, say.NAME_IT)
    if len(name) > LONGEST_NAME:
        return asking.all_rows(work, say.name_too_long(len(name), LONGEST_NAME), fitting(name[:_MOST_SHOWN]))
    same = next((row for row in work.body.rows if row.name.casefold() == name.casefold()), None)
    if same is not None:
        return asking.ask(work, same, say.row_there(same.name))
    body = with_own_row(work.body, id_, name)
    if body is None:
        return asking.all_rows(work, say.rows_full(MOST_OWN_ROWS))
    return asking.ask(work.with_body(body), body.rows[-1], say.row_added(name))


def pressed(asked: Asked, move: Move) -> Reply:
    """A row added in the form."""
    work = find(asked, move.record)
    if work is None or not work.stands:
        return lost(asked)
    return replace(add(work, move.field("name"), f"own-{move.nonce or asked.turn.new_id()}"), replaces=True)


def pressed_rows(asked: Asked, move: Move) -> Reply:
    """All rows."""
    work = find(asked, move.record)
    return lost(asked) if work is None else replace(asking.all_rows(work), replaces=True)
