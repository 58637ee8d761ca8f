"""What a conversation remembers after a turn: the last reading, what waits for words, and what the card offers to press."""

from dataclasses import replace

from bot.dialogs import offers, record_dialogs
from bot.dialogs.choices import remembered
from bot.dialogs.reply import STAYS, Reply
from bot.dialogs.turn import Memory, Offers, Turn
from bot.framework.model import Library


def after(turn: Turn, reply: Reply, library: Library) -> Memory | None:
    """What is to be remembered from now on; None where nothing changes."""
    memory = reply.memory
    focus = record_dialogs.waiting_after(turn.memory.focus) if reply.focus == STAYS else reply.focus
    shown = _shown(turn, reply)
    if reply.forgets or (memory is None and (focus, shown) == (turn.memory.focus, turn.memory.offers)):
        return memory
    if memory is not None and memory.last is not None:
        memory = remembered(turn.memory, memory, library.frameworks[memory.last.framework])
    return replace(memory or turn.memory, focus=focus, offers=shown)


def _shown(turn: Turn, reply: Reply) -> Offers | None:
    """What the card before the person offers: that of the reply, or else the one that stands. In a group nothing is kept."""
    if reply.card is None or not turn.personal:
        return turn.memory.offers
    return offers.offers_of(reply.card, turn.now.timestamp())
