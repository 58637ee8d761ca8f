"""The lines of a grading on a card: each duty with its range, and the one or two expectations that come nearest to it."""

from bot.cards import expectations
from bot.cards.pages import page
from bot.cards.view import Button, Line, Section
from bot.dialogs.grading.basis import look
from bot.framework.model import Framework
from bot.phrases.en import grading as say
from bot.phrases.en.names import clipped
from bot.vacancies.grading import Graded
from bot.vacancies.matching import Duty, Quote
from bot.vacancies.model import GradingRecord

MOST_LINES = 6


def sections(found: Graded, start: int = 0) -> tuple[tuple[Section, ...], int | None]:
    """The lines from `start` that fit on a card, and where the next begin (None at the end)."""
    every = tuple(_section(found.framework, number, duty) for number, duty in enumerate(found.duties, 1))
    shown, following = page(every[: start + MOST_LINES], start)
    end = start + len(shown)
    return shown, following or (end if end < len(every) else None)


def next_lines(record: GradingRecord, following: int | None) -> tuple[Button, ...]:
    """The way to the next lines, where there are any."""
    return (Button(say.MORE_LINES, look("lines", record, str(following))),) if following else ()


def source(found: Graded, duties: tuple[Duty, ...]) -> str:
    """Where what is quoted for some duties stands."""
    return expectations.cell_source(
        found.framework, {quote.cell.competency: quote.cell for duty in duties for quote in duty.quotes}.values()
    )


def quoted(framework: Framework, quote: Quote) -> Line:
    """An expectation with whose it is and from which competency."""
    return Line(quote.statement.text, say.said_by(framework, quote.roles, framework.competencies[quote.cell.competency].short))


def _section(framework: Framework, number: int, duty: Duty) -> Section:
    heading = f"{number}. {clipped(duty.text, say.LONGEST_SHOWN)}"
    if duty.silent:
        return Section(heading, intro=say.SILENT)
    lines = tuple(quoted(framework, quote) for quote in duty.quotes)
    return Section(heading, lines, say.line_range(*duty.levels.span, duty.levels.best))
