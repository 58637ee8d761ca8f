"""What became of an entry: under way, done and what was learnt, dropped, and back again."""

from collections.abc import Callable, Mapping

from bot.cards.payloads import Move
from bot.development.plan import Entry, dropped, finished, started, undone
from bot.dialogs.asked import Asked
from bot.dialogs.planning.basis import find, in_place, pressed, with_press
from bot.dialogs.planning.showing import entry_card, plan
from bot.dialogs.reply import Reply
from bot.phrases.en import planning as say
from bot.understanding.planning import To


def marked(asked: Asked, entry: Entry, to: To) -> Reply:
    """The entry as it is after that, saved where it was not so before."""
    new = _CHANGES[to](asked, entry)
    asks = "learnt" if to == "done" and not new.body.learnt else ""
    if new.body.status == entry.body.status:
        return entry_card(asked, entry, say.DONE_ALREADY, asks=asks)
    return entry_card(asked, new, _SAYS[to], saved=True, asks=asks)


def start(asked: Asked, move: Move) -> Reply:
    """It is under way."""
    return _by_press(asked, move, "under way")


def done(asked: Asked, move: Move) -> Reply:
    """It is done."""
    return _by_press(asked, move, "done")


def drop(asked: Asked, move: Move) -> Reply:
    """It is dropped, and can be had back."""
    return _by_press(asked, move, "dropped")


def undo(asked: Asked, move: Move) -> Reply:
    """It is what it was."""
    return _by_press(asked, move, "undone")


def reflect(asked: Asked, move: Move) -> Reply:
    """Ask what was learnt."""
    entry = find(asked, move.record)
    return plan(asked, lead=say.GONE) if entry is None else in_place(entry_card(asked, entry, say.REFLECT, asks="learnt"))


def _by_press(asked: Asked, move: Move, to: To) -> Reply:
    entry = find(asked, move.record)
    if entry is None:
        return in_place(plan(asked, lead=say.GONE))
    if pressed(entry, move):
        return in_place(entry_card(asked, entry, say.DONE_ALREADY))
    return in_place(marked(asked, with_press(entry, move), to))


_CHANGES: Mapping[To, Callable[[Asked, Entry], Entry]] = {
    "under way": lambda _, entry: started(entry),
    "done": lambda asked, entry: finished(entry, asked.turn.now.timestamp()),
    "dropped": lambda _, entry: dropped(entry),
    "undone": lambda _, entry: undone(entry),
}
_SAYS: Mapping[To, str] = {"under way": say.STARTED, "done": say.WHEN_DONE, "dropped": say.DROPPED, "undone": say.UNDONE}
