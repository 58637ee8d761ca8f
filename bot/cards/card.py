"""From a view to a card."""

from bot.cards.drawing import draw as card_of

__all__ = ["card_of"]
