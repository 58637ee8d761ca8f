"""Long texts on one card: as they are, unless together they are more than a card may hold."""

from collections.abc import Mapping

from bot.phrases.en.names import clipped

MOST_BYTES = 15_000
MOST_TYPED = 21_000
_SHARE = 700


def fitted(texts: Mapping[str, str]) -> dict[str, str]:
    """The same texts, the long ones cut and marked so where all of them would be too much for a card; the record keeps them whole."""
    if size(texts) <= MOST_BYTES:
        return dict(texts)
    return {name: clipped(text, _SHARE) for name, text in texts.items()}


def holds(texts: Mapping[str, str]) -> bool:
    """Whether a card can hold what was typed, so that it can be shown again to be shortened."""
    return size(texts) <= MOST_TYPED


def size(texts: Mapping[str, str]) -> int:
    """How many bytes the texts are."""
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts.values())
