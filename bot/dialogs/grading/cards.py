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
MOST_TOLD = 2  # lines in short before a question: the rest is a press away
_SHORT = 70


def sections(found: Graded, start: int = 0) -> tuple[tuple[Section, ...], int | None]:
    """The lines from `start` that fit on a card, and where the next begin (None at the end)."""
    apart = found.elsewhere
    every = tuple(_section(found.framework, number, duty, elsewhere=duty in apart) for number, duty in enumerate(found.duties, 1))
    shown, following = page(every[: start + MOST_LINES], start)
    end = start + len(shown)
    return shown, following or (end if end < len(every) else None)


def in_short(found: Graded) -> tuple[Section, ...]:
    """The few lines that tell most of the grade, each with its range."""
    numbered = [(at, duty) for at, duty in enumerate(found.duties, 1) if not duty.silent]
    telling = sorted(sorted(numbered, key=lambda each: each[1].levels.doubt)[:MOST_TOLD], key=lambda each: each[0])
    lines = [Line(clipped(duty.text, _SHORT), f"{at}", below=say.line_range(*duty.levels.span, duty.levels.best)) for at, duty in telling]
    more = len(found.duties) - len(lines)
    rest = (Section(lines=(Line(say.more_lines(more)),)),) if more and lines else ()
    return (*((Section(lines=tuple(lines)),) if lines else ()), *rest)


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


def _section(framework: Framework, number: int, duty: Duty, *, elsewhere: bool) -> Section:
    heading = f"{number}. {clipped(duty.text, say.LONGEST_SHOWN)}"
    if duty.silent:
        return Section(heading, intro=say.SILENT)
    lines = tuple(quoted(framework, quote) for quote in duty.quotes)
    return Section(
        heading, lines, say.elsewhere_range(*duty.levels.span) if elsewhere else say.line_range(*duty.levels.span, duty.levels.best)
    )
