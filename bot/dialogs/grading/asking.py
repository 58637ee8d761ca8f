"""The two questions that decide: each a card with the framework's own statements as answers, to press or to say by letter."""

from dataclasses import replace

from bot.cards.expectations import cell_source
from bot.cards.view import Button, Row, View
from bot.dialogs.asked import Asked
from bot.dialogs.grading import cards
from bot.dialogs.grading.basis import QUESTION, look, press, told, worked_out
from bot.dialogs.reply import Reply
from bot.phrases.en import grading as say
from bot.vacancies.grading import QUESTIONS, Graded
from bot.vacancies.model import GradingRecord
from bot.vacancies.scales import Scale

NONE, UNSURE = "none", "unsure"
SEPARATOR = "/"


def first(asked: Asked, record: GradingRecord, found: Graded, scale: Scale) -> Reply:
    """The lines in short, and the first question."""
    together = _together(found)
    rows, text = _rows(asked, record, scale), _text(scale)
    shared = cell_source(found.framework, [cell for option in scale.options for cell in option.cells[:1]])
    view = View(
        say.TITLE,
        say.and_more((together, say.settles(QUESTIONS))),
        cards.in_short(found),
        say.QUESTIONS[scale.name],
        rows,
        shared,
        (Button(say.SEE_LINES, look("lines", record, "0")), _change(record)),
    )
    return told(asked, view, say.and_more((together, text)), record.id, QUESTION + scale.name)


def next_(asked: Asked, record: GradingRecord, found: Graded, scale: Scale, said: str = "") -> Reply:
    """The next question, without the lines."""
    left = say.and_more((said, say.narrowed(*found.levels.span))) if found.answers or not said else said
    source = cell_source(found.framework, [cell for option in scale.options for cell in option.cells[:1]])
    before = (Button(say.QUESTION_BEFORE, press(asked, "back", record)),) if record.body.answers else ()
    buttons = (*before, Button(say.SEE_LINES, look("lines", record, "0")), _change(record))
    view = View(say.TITLE, left, rows_heading=say.QUESTIONS[scale.name], rows=_rows(asked, record, scale), source=source, buttons=buttons)
    return told(asked, view, say.and_more((left, _text(scale))), record.id, QUESTION + scale.name)


def lines(asked: Asked, record: GradingRecord, start: int) -> Reply:
    """The lines alone, from one of them on, with the way back to the question or the result."""
    found = worked_out(asked, record.body)
    start = start if start < len(found.duties) else 0
    shown, following = cards.sections(found, start)
    page = say.page(start + 1, start + len(shown), len(found.duties))
    back = Button(say.BACK_TO_QUESTION, look("open", record))
    buttons = (*cards.next_lines(record, following), back, _change(record))
    view = View(say.TITLE, page, shown, source=cards.source(found, found.duties[start : start + len(shown)]), buttons=buttons)
    reply = told(asked, view, say.and_more((page + ".", _together(found))))
    return replace(reply, focus=asked.turn.memory.focus)


def _together(found: Graded) -> str:
    if not found.known:
        return say.ALL_SILENT
    return say.lead(len(found.known), len(found.duties), *found.by_words.span, found.by_words.best)


def _rows(asked: Asked, record: GradingRecord, scale: Scale) -> tuple[Row, ...]:
    given = [(say.option(number, option.statement.text), option.id) for number, option in enumerate(scale.options)]
    every = (*given, (say.NONE_OF_THEM, NONE), (say.NOT_SURE, UNSURE))
    return tuple(Row(title, press(asked, "answer", record, f"{scale.name}{SEPARATOR}{id_}")) for title, id_ in every)


def _text(scale: Scale) -> str:
    return say.asked(say.QUESTIONS[scale.name], [each.statement.text for each in scale.options])


def _change(record: GradingRecord) -> Button:
    return Button(say.CHANGE, look("change", record))
