"""Evidence: what somebody did that shows a competency, kept in their own words, tagged, found again, and put to use."""

from bot.dialogs.evidence.changing import change, delete, open_, restore, save, tag
from bot.dialogs.evidence.hearing import hears, way_back
from bot.dialogs.evidence.keeping import keep, log_evidence, new_piece
from bot.dialogs.evidence.listing import list_, show_evidence
from bot.dialogs.evidence.uses import uses
from bot.dialogs.record_dialog import RecordDialog

__all__ = ["EVIDENCE", "log_evidence", "show_evidence"]

EVIDENCE = RecordDialog(
    "evidence",
    {
        "new": new_piece,
        "keep": keep,
        "tag": tag,
        "open": open_,
        "change": change,
        "save": save,
        "delete": delete,
        "restore": restore,
        "list": list_,
        "uses": uses,
    },
    hears,
    way_back,
)
