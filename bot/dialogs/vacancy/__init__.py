"""A job description, step by step: a role, the header, tasks, duties, the person, progression, checks, and a Word file."""

from bot.dialogs.record_dialog import RecordDialog
from bot.dialogs.vacancy import listing, opening
from bot.dialogs.vacancy.hearing import hears, way_back
from bot.dialogs.vacancy.moves import MOVES
from bot.dialogs.vacancy.opening import job_description
from bot.dialogs.vacancy.work import NAME

__all__ = ["VACANCY", "job_description"]

VACANCY = RecordDialog(
    NAME,
    {
        **MOVES,
        "begin": opening.begin,
        "graded": opening.graded,
        "new": opening.new,
        "list": listing.all_,
        "copy": listing.copy_pressed,
        "delete": listing.delete_pressed,
        "undo": listing.undo,
    },
    hears,
    way_back,
)
