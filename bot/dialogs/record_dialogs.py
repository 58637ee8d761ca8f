"""Every dialog that works on records, and which of them a press or a message is meant for."""

from collections.abc import Callable
from dataclasses import replace

from bot.cards.drawing import with_action
from bot.cards.payloads import Move
from bot.cards.view import Button
from bot.dialogs import details, files, my_data, profile, reminding
from bot.dialogs.asked import Asked
from bot.dialogs.assessing import DIALOG as ASSESSMENT
from bot.dialogs.dossier import DOSSIER
from bot.dialogs.evidence import EVIDENCE
from bot.dialogs.grading import GRADING
from bot.dialogs.planning.dialog import PLAN
from bot.dialogs.record_dialog import RecordDialog
from bot.dialogs.reply import STAYS, Reply
from bot.dialogs.reviewing import REVIEWING
from bot.dialogs.sharing import SHARING, claimed
from bot.dialogs.succession import SUCCESSION
from bot.dialogs.team import TEAM
from bot.dialogs.turn import Focus
from bot.dialogs.vacancy import VACANCY
from bot.dialogs.waiting import WAITING
from bot.understanding.reading import Outcome

DIALOGS: tuple[RecordDialog, ...] = (
    my_data.DIALOG,
    reminding.DIALOG,
    files.DIALOG,
    EVIDENCE,
    DOSSIER,
    ASSESSMENT,
    PLAN,
    GRADING,
    VACANCY,
    SHARING,
    REVIEWING,
    TEAM,
    SUCCESSION,
    WAITING,
)
_BY_NAME = {dialog.name: dialog for dialog in DIALOGS}
VERBS = frozenset(f"{dialog.name}.{move}" for dialog in DIALOGS for move in dialog.moves)


def pressed(asked: Asked, move: Move) -> Reply | None:
    """The answer to a move; None where no dialog knows it. In a group, and to a guest, nothing of a record is shown."""
    if move.verb not in VERBS:
        return None
    if not asked.personal:
        return profile.only_in_personal_chat()
    if asked.guest:
        return details.nothing_kept(asked)
    return _BY_NAME[move.dialog].moves[move.move](asked, move)


def heard(asked: Asked, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """The answer to a code or a plain wish, or of the dialog that waits for words; None where the words are meant for none."""
    if code := claimed(asked, text):
        return code
    if not asked.personal or asked.guest:
        return None
    if wish := next((reply for dialog in DIALOGS if (reply := dialog.wishes(asked, text))), None):
        return led_back(asked, replace(wish, focus=STAYS)) if wish.focus is None and way_back(asked) else wish
    focus = asked.turn.memory.focus
    if focus is None or focus.dialog not in _BY_NAME:
        return None
    return _BY_NAME[focus.dialog].hears(asked, focus, text, read)


def waiting_after(focus: Focus | None) -> Focus | None:
    """What goes on to wait where a reply says that it stays."""
    dialog = _BY_NAME.get(focus.dialog) if focus else None
    return None if dialog is not None and dialog.waits_once else focus


def led_back(asked: Asked, reply: Reply) -> Reply:
    """The answer to a question, with the way back to the dialog that waits for words."""
    if reply.focus is not STAYS or reply.card is None:
        return reply
    button = way_back(asked)
    return reply if button is None else replace(reply, card=with_action(reply.card, button))


def way_back(asked: Asked) -> Button | None:
    """The button that leads to what waits for words; None where nothing does."""
    focus = asked.turn.memory.focus
    if focus is None or focus.dialog not in _BY_NAME or not asked.personal:
        return None
    return _BY_NAME[focus.dialog].way_back(asked, focus)
