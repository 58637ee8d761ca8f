"""A word put before an answer: under the title of its card."""

from collections.abc import Mapping
from typing import Any

from bot.cards.markdown import escaped


def with_note(card: Mapping[str, Any], words: str) -> dict[str, Any]:
    """The same card with `words` under its title, and first where a client draws no cards."""
    note = {"type": "TextBlock", "text": escaped(words), "wrap": True, "spacing": "Small", "weight": "Bolder"}
    title, *body = card["body"]
    return {**card, "fallbackText": f"{words} {card['fallbackText']}", "body": [title, note, *body]}
