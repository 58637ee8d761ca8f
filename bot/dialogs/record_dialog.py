"""What a dialog is that works on records: its moves by name, and how it takes the words that may be meant for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.cards.payloads import Move
from bot.cards.view import Button
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.understanding.reading import Outcome


def hears_nothing(_asked: Asked, _focus: Focus, _text: str, _read: Callable[[], Outcome]) -> Reply | None:
    """For a dialog that is only pressed."""
    return None


def wishes_nothing(_asked: Asked, _text: str) -> Reply | None:
    """For a dialog to which nothing is said unless it waits."""
    return None


def leads_nowhere(_asked: Asked, _focus: Focus) -> Button | None:
    """For a dialog that has no place to go back to."""
    return None


@dataclass(frozen=True, slots=True)
class RecordDialog:
    """`moves` are pressed: the verb of each is `name.move`.

    While it has the focus, `hears` is offered every typed message, and answers None where the message is not meant for it; `read` tells
    what the message means as a question. `wishes` is offered every message before that, whatever waits, and answers only what is plainly
    and wholly said to this dialog, such as "stop sharing". A question is answered as always, and `way_back` is the button that leads back
    from there; None where the record is gone or done. `waits_once` says that whatever is answered in between ends the waiting, as for a
    yes that erases something.
    """

    name: str
    moves: Mapping[str, Callable[[Asked, Move], Reply]]
    hears: Callable[[Asked, Focus, str, Callable[[], Outcome]], Reply | None] = hears_nothing
    way_back: Callable[[Asked, Focus], Button | None] = leads_nowhere
    waits_once: bool = False
    wishes: Callable[[Asked, str], Reply | None] = wishes_nothing
