"""Long texts on one card: whole where they fit together, else each cut so that they do; the record keeps them whole."""

from collections.abc import Sequence

from bot.phrases.en.names import clipped

SHORTEST = 60


def fitted(texts: Sequence[str], most_bytes: int) -> tuple[str, ...]:
    """The same texts, the longest cut until all of them are at most so many bytes, or as short as is of any use."""
    limit = max(map(len, texts), default=0)
    shown = tuple(texts)
    while limit > SHORTEST and sum(len(text.encode("utf-8", "surrogatepass")) for text in shown) > most_bytes:
        limit = int(limit * 0.8)
        shown = tuple(clipped(text, limit) for text in texts)
    return shown
