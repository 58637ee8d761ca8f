"""The team overview: who shared what, needs and strengths by competency, a chosen group, and figures to take away."""

from bot.cards.payloads import Move
from bot.dialogs.asked import Asked
from bot.dialogs.presses import place_of
from bot.dialogs.record_dialog import RecordDialog
from bot.dialogs.reply import Reply
from bot.dialogs.team.basis import MOST_DIGITS, NAME, pressed
from bot.dialogs.team.grouping import choose, everybody, form
from bot.dialogs.team.hearing import hears, team, wishes
from bot.dialogs.team.overview import overview
from bot.dialogs.team.single import show_area, show_person
from bot.dialogs.team.tables import show_marks, show_needs

__all__ = ["TEAM", "team"]


def _show(asked: Asked, move: Move) -> Reply:
    start = place_of(move.row, MOST_DIGITS)
    return pressed(overview(asked, start)) if start else overview(asked)


TEAM = RecordDialog(
    NAME,
    {
        "show": _show,
        "needs": show_needs,
        "marks": show_marks,
        "area": show_area,
        "person": show_person,
        "group": form,
        "choose": choose,
        "everybody": everybody,
    },
    hears,
    wishes=wishes,
)
