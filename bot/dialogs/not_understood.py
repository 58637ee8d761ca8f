"""When a message was not understood, was out of scope, or could mean several things: one friendly line and a way on."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.payloads import Ask
from bot.cards.view import Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.examples import examples
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Memory
from bot.framework.model import Library
from bot.phrases.en import buttons, readings
from bot.phrases.en import not_understood as say
from bot.understanding.reading import ANSWERED, Intent, Reading

MOST_OFFERED = 3


def out_of_scope(asked: Asked) -> Reply:
    """Something that the framework is not about."""
    rows = examples(asked.framework, asked.own_roles)[:MOST_OFFERED]
    view = View(say.TITLE, say.OUT_OF_SCOPE, people(asked), rows_heading=say.INSTEAD, rows=rows)
    return replace(answer(view, say.OUT_OF_SCOPE), missed="off_topic")


def no_such_grade(asked: Asked) -> Reply:
    """A grade that the framework does not have."""
    text = say.no_such_grade(asked.reading.off_grades, tuple(asked.framework.grades))
    rows = examples(asked.framework, asked.own_roles)[:MOST_OFFERED]
    return answer(View(say.NO_SUCH_GRADE_TITLE, text, rows_heading=say.INSTEAD, rows=rows), text)


def not_understood(asked: Asked, nearest: Sequence[Reading]) -> Reply:
    """Nothing that could be read: the nearest readings if there are any, else examples."""
    near = offered(asked.library, nearest)
    heading = say.NEAREST if near else say.INSTEAD
    rows = near or examples(asked.framework, asked.own_roles)[:MOST_OFFERED]
    view = View(say.NOT_UNDERSTOOD_TITLE, say.NOT_UNDERSTOOD, people(asked), rows_heading=heading, rows=rows)
    return replace(answer(view, say.NOT_UNDERSTOOD), missed="unread")


def only_english(asked: Asked) -> Reply:
    """A sentence in another language."""
    rows = examples(asked.framework, asked.own_roles)[:MOST_OFFERED]
    return answer(View(say.ENGLISH_TITLE, say.ONLY_ENGLISH, rows_heading=say.INSTEAD, rows=rows), say.ONLY_ENGLISH)


def rude(asked: Asked) -> Reply:
    """Abuse, or anger: calm and short, with one way on."""
    return answer(View(say.RUDE_TITLE, say.RUDE, buttons=(next_steps.plain(asked.framework, Intent.HELP, buttons.HELP),)), say.RUDE)


def did_you_mean(asked: Asked, candidates: Sequence[Reading]) -> Reply:
    """Two or three readings are close: ask, with buttons that answer at once.

    Words that settle it, or that go on, go on from the likeliest.
    """
    rows = offered(asked.library, candidates)
    if not rows:
        return out_of_scope(asked)
    text = say.did_you_mean([row.title for row in rows])
    reply = replace(answer(View(say.DID_YOU_MEAN_TITLE, say.PRESS, rows=rows), text), missed="unsure")
    return replace(reply, memory=Memory(candidates[0])) if candidates[0].intent in ANSWERED else reply


def people(asked: Asked) -> tuple[Section, ...]:
    """Whom the institution names for what the assistant cannot answer."""
    lines = tuple(Line(each.reach, each.name) for each in asked.people)
    return (Section(say.ASK_A_PERSON, lines),) if lines else ()


def old_button(asked: Asked) -> Reply:
    """A button that carries what is no longer known."""
    rows = examples(asked.framework, asked.own_roles)[:MOST_OFFERED]
    return answer(View(say.OLD_BUTTON_TITLE, say.OLD_BUTTON, rows_heading=say.INSTEAD, rows=rows), say.OLD_BUTTON)


def unreadable() -> Reply:
    """A record that this release cannot read: it is left as it is."""
    return answer(View(say.UNREADABLE_TITLE, say.UNREADABLE), say.UNREADABLE)


def offered(library: Library, candidates: Sequence[Reading]) -> tuple[Row, ...]:
    """Readings as rows to press, each title once, without those that would refuse."""
    rows: dict[str, Row] = {}
    for reading in candidates:
        if reading.intent is not Intent.OUT_OF_SCOPE and reading.framework in library.frameworks:
            title = readings.title(reading, library.frameworks[reading.framework])
            rows.setdefault(title, Row(title, Ask(reading.with_(clarify=False))))
    return tuple(rows.values())[:MOST_OFFERED]
