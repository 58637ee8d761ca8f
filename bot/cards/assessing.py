"""The cards of a self-assessment while it is filled in: a row, and the list of all rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.assessment.evidence import Evidence
from bot.assessment.model import Assessment, Row
from bot.assessment.rows import cells_of, grid_row, steps_of
from bot.cards import expectations
from bot.cards.view import Choice, Entry, Line, Section
from bot.framework.model import Framework, Role, Scale
from bot.people.records import Record
from bot.phrases.en import assessing as say
from bot.phrases.en.names import clipped

LONGEST_LABEL = 100


@dataclass(frozen=True, slots=True)
class Asking:
    """What the form of a row is drawn with: its evidence as it stands, what was logged before, and what was typed and not taken."""

    scale: Scale
    text: str
    logged: tuple[Record[Evidence], ...]
    chosen: str = ""


def mark_value(mark: float | None) -> str:
    """A mark as the form holds it."""
    return "" if mark is None else f"{mark:g}"


def expected(framework: Framework, role: Role, row: Row) -> tuple[Section, ...]:
    """What the row asks of the role, in the framework's words, with its doubts."""
    cells = cells_of(framework, role, row)
    if not cells:
        return (Section(lines=(Line(say.OWN_ROW_ABOUT if row.own else say.NO_LONGER_THERE),)),)
    several = len(cells) > 1
    titles = [framework.competencies[cell.competency].short if several else say.expected(role) for cell in cells]
    sections = [section for cell, title in zip(cells, titles, strict=True) for section in expectations.cell(framework, cell, title)]
    of_grid = grid_row(framework, row)
    return (*sections, *((Section(notes=(of_grid.note,)),) if of_grid and of_grid.note else ()))


def source(framework: Framework, role: Role, row: Row) -> str:
    """Where the words of a row come from."""
    cells = cells_of(framework, role, row)
    return expectations.cell_source(framework, cells) if cells else ""


def fields(row: Row, asking: Asking) -> tuple[Choice | Entry, ...]:
    """The form of a row: the mark, what was logged before, and room for evidence."""
    marks = tuple((mark_value(step), mark_value(step)) for step in steps_of(asking.scale))
    known = {value for value, _ in marks}
    chosen = asking.chosen if asking.chosen in known else mark_value(row.mark)
    return (
        Choice("mark", say.mark_label(asking.scale), marks, chosen),
        *_logged(row, asking.logged),
        Entry("evidence", say.EVIDENCE, asking.text, say.EVIDENCE_HINT, long=True),
    )


def row_names(rows: Sequence[Row]) -> tuple[str, ...]:
    """What some rows are called, short enough for a list."""
    return tuple(clipped(row.name, 60) for row in rows)


def state(row: Row) -> str:
    """What became of a row so far."""
    return say.row_state(row.mark, evidence=bool(row.evidence), skipped=row.skipped, aside=row.aside)


def set_aside(body: Assessment) -> tuple[Section, ...]:
    """The rows that ask nothing of the role."""
    names = row_names([row for row in body.rows if row.aside])
    return (Section(lines=(Line(say.aside_rows(names)),)),) if names else ()


def _logged(row: Row, logged: Sequence[Record[Evidence]]) -> tuple[Choice, ...]:
    if not logged:
        return ()
    options = tuple((each.id, clipped(" ".join(each.body.text.split()), LONGEST_LABEL)) for each in logged)
    attached = ",".join(each.id for each in logged if each.id in row.evidence)
    return (Choice("logged", say.LOGGED, options, attached, many=True),)
