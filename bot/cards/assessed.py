"""The cards of a finished self-assessment: the chart, what stands out, what changed, and what is new at a role aimed at."""

from collections.abc import Sequence

from bot.assessment.model import Assessment, Row
from bot.assessment.result import key, lowest_first, moved, strengths, to_develop, without_evidence
from bot.cards.assessing import mark_value, row_names
from bot.cards.comparisons import told
from bot.cards.expectations import statement_lines
from bot.cards.view import Bar, Chart, Choice, Line, Section
from bot.framework.comparing import compare_expectations
from bot.framework.model import Framework, Role, Scale
from bot.phrases.en import assessed as say
from bot.phrases.en.names import clipped

MOST_NEW = 4  # so many statements of what is new are shown for a row
LONGEST_BAR = 40


def chart(body: Assessment, before: Assessment | None, scale: Scale) -> Chart:
    """Every row that has a mark, as a bar; the table says as well what it was the last time."""
    earlier = {key(row): row.mark for row in before.marked} if before else {}
    bars = tuple(_bar(row, row.mark or 0.0, earlier.get(key(row))) for row in body.marked)
    return Chart(say.CHART, bars, scale.highest, say.COLUMNS)


def outcome(body: Assessment) -> tuple[Section, ...]:
    """The highest and the lowest marks."""
    found = ((say.STRENGTHS, strengths(body)), (say.TO_DEVELOP, to_develop(body)))
    return tuple(Section(title, tuple(Line(named(row)) for row in rows)) for title, rows in found if rows)


def named(row: Row) -> str:
    """A row with its mark."""
    return say.named(clipped(row.name, 60), row.mark or 0.0)


def changes(before: Assessment, now: Assessment, day: str) -> Section:
    """What changed since the last time."""
    lines = tuple(Line(say.moves(each.name, each.before, each.now)) for each in moved(before, now))
    return Section(say.since(day), lines or (Line(say.SAME_AS_BEFORE),))


def evidence(body: Assessment, asked: Sequence[Row]) -> Section:
    """High marks asked about, and every mark that has no evidence."""
    missing = [row for row in without_evidence(body) if row not in asked]
    question = (Line(say.ask_evidence(row_names(asked))),) if asked else ()
    rest = (Line(say.missing(row_names(missing))),) if missing else ()
    return Section(say.EVIDENCE, (*question, *rest) or (Line(say.EVERYTHING_EVIDENCED),))


def left_out(body: Assessment) -> tuple[Section, ...]:
    """What was skipped, and what was set aside."""
    skipped = [row for row in body.walked if row.mark is None]
    aside = [row for row in body.rows if row.aside]
    lines = (
        *((Line(say.without_mark(row_names(skipped))),) if skipped else ()),
        *((Line(say.aside(row_names(aside))),) if aside else ()),
    )
    return (Section(say.LEFT_OUT, lines),) if lines else ()


def gap(framework: Framework, own: Role, aimed: Role, rows: Sequence[Row], words: tuple[str, str]) -> tuple[Section, ...]:
    """What is new at the role aimed at, in the framework's words, for some rows. `words` are the heading and the line under it."""
    sections = []
    for row in rows:
        lines = [line for id_ in row.competencies if id_ in framework.competencies for line in _new(framework, own, aimed, id_)]
        if lines:
            sections.append(Section(named(row), tuple(lines[:MOST_NEW])))
    return (Section(words[0], intro=words[1]), *sections) if sections else ()


def priorities(body: Assessment, chosen: Sequence[str]) -> Choice:
    """The rows to choose from, the lowest mark first."""
    options = tuple((row.id, f"{clipped(row.name, 60)} ({mark_value(row.mark)})") for row in lowest_first(body))
    return Choice("priorities", say.PRIORITIES, options, ",".join(chosen), many=True)


def _bar(row: Row, mark: float, before: float | None) -> Bar:
    return Bar(clipped(row.name, LONGEST_BAR), mark, say.was(mark, before), row.name)


def _new(framework: Framework, own: Role, aimed: Role, competency: str) -> tuple[Line, ...]:
    compared = compare_expectations(framework.expectation(own.id, competency), framework.expectation(aimed.id, competency))
    return statement_lines(told(compared)) if compared.new or compared.grows else ()
