"""From a view to a card, with the typed card models loaded only when the first card is drawn."""

from typing import Any

from bot.cards.view import View


def card_of(view: View, text: str) -> dict[str, Any]:
    """The Adaptive Card of a view; `text` is shown where a client draws no cards."""
    from bot.cards.drawing import draw  # noqa: PLC0415 - loading Microsoft's card models takes 0.25 s and 21 MB

    return draw(view, text)
