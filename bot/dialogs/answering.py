"""The last step of every answer: a view and a sentence become a reply."""

from collections.abc import Iterable
from dataclasses import replace

from bot.cards.drawing import draw
from bot.cards.pages import page
from bot.cards.payloads import Ask
from bot.cards.view import Button, Section, View
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.phrases.en import buttons

MOST_BUTTONS = 3


def answer(view: View, text: str) -> Reply:
    """A reply with a card; at most three buttons, and each doubt about the source, once."""
    kept = tuple(dict.fromkeys(view.buttons))[:MOST_BUTTONS]
    return Reply(text, draw(replace(view, sections=each_note_once(view.sections), buttons=kept), text))


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
