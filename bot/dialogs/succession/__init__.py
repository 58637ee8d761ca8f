"""Succession: critical roles with their reason and horizon, who aspires to them, how far they are, and what bridges it."""

from bot.cards.payloads import Move
from bot.dialogs.asked import Asked
from bot.dialogs.record_dialog import RecordDialog
from bot.dialogs.reply import Reply
from bot.dialogs.succession.basis import NAME
from bot.dialogs.succession.form import edit, new
from bot.dialogs.succession.hearing import hears, succession
from bot.dialogs.succession.overview import overview
from bot.dialogs.succession.saving import ask_to_remove, remove, save
from bot.dialogs.succession.showing import open_person, open_role

__all__ = ["SUCCESSION", "succession"]


def _show(asked: Asked, _move: Move) -> Reply:
    return overview(asked)


SUCCESSION = RecordDialog(
    NAME,
    {
        "show": _show,
        "open": open_role,
        "person": open_person,
        "new": new,
        "edit": edit,
        "save": save,
        "remove": ask_to_remove,
        "removed": remove,
    },
    hears,
)
