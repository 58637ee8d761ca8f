"""Cards that answer a yes-or-no question, or one that wants the closest words first."""

from collections.abc import Iterable

from bot.cards.view import Line, Section
from bot.framework.judging import Judged
from bot.framework.model import Expectation, Framework, Statement
from bot.phrases.en import expectations as say
from bot.phrases.en import judging as verdicts
from bot.phrases.en.names import short_place

MOST_BESIDE = 3


def closest_first(framework: Framework, judged: Judged, *, whole: bool) -> tuple[Section, ...]:
    """The statements nearest to a question, then, where they are few or all are wanted, the rest of the cell, and its doubts."""
    what = framework.competencies[judged.cell.competency].short
    sections = [Section(lines=lines(framework, judged.cell, judged.nearest))]
    if judged.rest and (whole or fits(judged)):
        sections.append(Section(verdicts.rest(what), lines(framework, judged.cell, judged.rest)))
    return (*sections, Section(notes=judged.cell.notes))


def fits(judged: Judged) -> bool:
    """Whether the rest of a cell is short enough to stand below what is nearest."""
    return len(judged.rest) <= MOST_BESIDE


def lines(framework: Framework, cell: Expectation, statements: Iterable[Statement]) -> tuple[Line, ...]:
    """Statements as lines, each with its strand, and where it stands if that is another role's cell."""
    return tuple(Line(each.text, each.strand.name, _origin(framework, cell, each)) for each in statements)


def _origin(framework: Framework, cell: Expectation, statement: Statement) -> str:
    return "" if statement.role == cell.role else say.from_there(short_place(framework, framework.roles[statement.role]))
