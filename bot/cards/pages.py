"""A long answer in pages that stay well under the size a card may have."""

from collections.abc import Sequence

from bot.cards.view import Section

# Teams takes 28 kB from every client; half of it leaves room for rows and buttons, and is enough to read at once on a phone.
PAGE_BYTES = 14_000
_FRAME_BYTES = 120


def page(sections: Sequence[Section], start: int) -> tuple[tuple[Section, ...], int | None]:
    """The sections from `start` that fit on one card, at least one, and where the next page begins (None at the end)."""
    size, end = 0, start
    while end < len(sections) and (end == start or size + _bytes(sections[end]) <= PAGE_BYTES):
        size += _bytes(sections[end])
        end += 1
    return tuple(sections[start:end]), end if end < len(sections) else None


def _bytes(section: Section) -> int:
    words = [section.heading, section.intro, *section.notes]
    for line in section.lines:
        words += [line.label, line.text, line.aside, line.below]
    return sum(len(word.encode()) + _FRAME_BYTES for word in words if word)
