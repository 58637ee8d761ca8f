"""The last step of every answer: a view and a sentence become a reply."""

import json
from collections.abc import Iterable
from dataclasses import replace

from bot.cards.drawing import draw
from bot.cards.pages import page
from bot.cards.payloads import Ask
from bot.cards.view import Button, Line, Section, View
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.phrases.en import buttons, expectations

MOST_BUTTONS = 3
MANY_ROWS = 16  # of a list to press; one that is longer may be more than a card can hold
MOST_BYTES = 26_000  # of the 28 kB that a card may have
ONE_LESS = 0.8  # so much of a list is tried next where it was too long


def answer(view: View, text: str) -> Reply:
    """A reply with a card; at most three buttons, and each doubt about the source, once."""
    kept = tuple(dict.fromkeys(view.buttons))[:MOST_BUTTONS]
    whole = replace(view, sections=each_note_once(view.sections), buttons=kept)
    card, rows = draw(whole, text), len(view.rows)
    while rows > MANY_ROWS and len(json.dumps(card, ensure_ascii=False).encode()) > MOST_BYTES:
        rows = max(int(rows * ONE_LESS), MANY_ROWS)
        rest = Section(lines=(Line(expectations.some_of(rows, len(view.rows))),))
        card = draw(replace(whole, rows=view.rows[:rows], sections=(*whole.sections, rest)), text)
    return Reply(text, card)


def paged(asked: Asked, view: View, text: str) -> Reply:
    """A long answer: the page that was asked for, and a button to carry on."""
    start = min(asked.start or 0, max(len(view.sections) - 1, 0))
    sections, following = page(view.sections, start)
    more = (Button(buttons.CARRY_ON, Ask(asked.reading, following)),) if following else ()
    return answer(replace(view, sections=sections, buttons=(*more, *view.buttons)), text)


def each_note_once(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The same sections, each doubt about the source told where it first matters."""
    seen: set[str] = set()
    kept = []
    for section in sections:
        kept.append(replace(section, notes=tuple(note for note in section.notes if note not in seen)))
        seen.update(section.notes)
    return tuple(kept)
