"""Grading duties: a list pasted or typed into a form, each line with its range, two questions that settle it, and the result."""

from bot.dialogs.grading.answering import answer_pressed, take_back
from bot.dialogs.grading.basis import NAME
from bot.dialogs.grading.changing import change, delete, new, save
from bot.dialogs.grading.hearing import hears, way_back
from bot.dialogs.grading.opening import lines, open_, show, which_grade, why
from bot.dialogs.record_dialog import RecordDialog

__all__ = ["GRADING", "which_grade"]

GRADING = RecordDialog(
    NAME,
    {
        "new": new,
        "save": save,
        "open": open_,
        "lines": lines,
        "why": why,
        "answer": answer_pressed,
        "back": take_back,
        "change": change,
        "delete": delete,
        "show": show,
    },
    hears,
    way_back,
)
