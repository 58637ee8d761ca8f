"""The progression dossier: the criteria of a step up as a checklist, with evidence, notes, and what is missing."""

from bot.dialogs.dossier.hearing import hears, way_back
from bot.dialogs.dossier.opening import begin, dossier
from bot.dialogs.dossier.working import attach, detach, next_, open_, overview, ready, unready
from bot.dialogs.record_dialog import RecordDialog

__all__ = ["DOSSIER", "dossier"]

DOSSIER = RecordDialog(
    "dossier",
    {
        "begin": begin,
        "open": open_,
        "criterion": open_,
        "attach": attach,
        "detach": detach,
        "ready": ready,
        "unready": unready,
        "next": next_,
        "overview": overview,
    },
    hears,
    way_back,
)
