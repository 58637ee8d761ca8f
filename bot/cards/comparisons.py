"""Cards about what changes between two roles."""

from collections.abc import Iterable
from dataclasses import replace

from bot.cards.expectations import cell_source, statement_lines
from bot.cards.view import Line, Section
from bot.framework.comparing import Comparison, Growth
from bot.framework.model import Framework, Role, Statement
from bot.phrases.en import comparison as say

MOST_LINES = 3
SILENT = ("blank", "unclear")


def changes(framework: Framework, compared: Comparison, title: str, *, in_full: bool) -> Section:
    """One competency over one step: what is new, what grows, what is no longer mentioned, what stays.

    What grows is told with what it was. In full with the doubts; else what goes and what stays by name only.
    """
    lines = (Line(tally(framework, compared)), *_lines(framework, compared, in_full=in_full))
    notes = tuple(dict.fromkeys((*compared.lower.notes, *compared.higher.notes)))
    return Section(title, lines, notes=notes if in_full else ())


def tally(framework: Framework, compared: Comparison) -> str:
    """`2 new, 1 grows, 3 stay`, or why that cannot be said."""
    lower, higher = framework.roles[compared.lower.role], framework.roles[compared.higher.role]
    if compared.shift == "unsaid":
        return say.cannot_compare([role for role, cell in ((lower, compared.lower), (higher, compared.higher)) if cell.kind in SILENT])
    beside = lower.grade == higher.grade
    told = {
        "neither": say.NEITHER,
        "same": say.NOTHING_CHANGES,
        "begins": say.not_expected_of(lower) if beside else say.begins_here(higher),
        "ends": say.not_expected_of(higher),
    }
    numbers = say.Numbers(len(compared.new), len(compared.grows), len(compared.stays), len(compared.gone))
    return told.get(compared.shift) or (say.tally_beside(framework, lower, higher, numbers) if beside else say.tally(numbers))


def shortened(section: Section) -> Section:
    """The head of a section, for a card that compares several steps at once."""
    return replace(section, lines=section.lines[:MOST_LINES])


def told_alike(one: Comparison, other: Comparison) -> bool:
    """Whether two steps from the same cell lead to the same words."""
    words = [tuple(statement.text for statement in each.higher.statements) for each in (one, other)]
    return one.lower is other.lower and words[0] == words[1] and one.shift == other.shift and one.shift != "unsaid"


def heading(framework: Framework, compared: Comparison, *, alone: bool) -> str:
    """What is compared: the competency, and the step where it is not the only one."""
    what = framework.competencies[compared.competency].short
    return what if alone else say.heading(what, framework.roles[compared.lower.role], framework.roles[compared.higher.role])


def source_of(framework: Framework, compared: Iterable[Comparison]) -> str:
    """The source line of some comparisons."""
    return cell_source(framework, [cell for each in compared for cell in (each.lower, each.higher)])


def told(compared: Comparison) -> tuple[Statement, ...]:
    """The statements that matter most in a sentence: what is new, then what grows, then the rest."""
    grown = tuple(statement for growth in compared.grows for statement in growth.after)
    return compared.new + grown or compared.gone or compared.stays


def _lines(framework: Framework, compared: Comparison, *, in_full: bool) -> tuple[Line, ...]:
    lower, higher = framework.roles[compared.lower.role], framework.roles[compared.higher.role]
    if compared.shift == "unsaid":
        return _of_either(framework, compared)
    beside = lower.grade == higher.grade
    new, gone = (say.only(framework, higher), say.only(framework, lower)) if beside else (say.NEW, say.GONE)
    return (
        *_labelled(new, compared.new),
        *(_grown(framework, growth, lower, higher) for growth in compared.grows),
        *_kept(gone, compared.gone, in_full=in_full or beside),
        *_kept(say.SAME if beside else say.STAYS, compared.stays, in_full=in_full),
    )


def _of_either(framework: Framework, compared: Comparison) -> tuple[Line, ...]:
    """What is said, where only one of the two roles has anything."""
    lines: list[Line] = []
    for cell in (compared.lower, compared.higher):
        if cell.statements:
            lines += (Line(say.said_of(framework.roles[cell.role])), *statement_lines(cell.statements))
    return tuple(lines)


def _labelled(label: str, statements: tuple[Statement, ...]) -> list[Line]:
    return [Line(statement.text, say.labelled(label, statement.strand.name)) for statement in statements]


def _grown(framework: Framework, growth: Growth, lower: Role, higher: Role) -> Line:
    after = " ".join(statement.text for statement in growth.after)
    before = " ".join(statement.text for statement in growth.before)
    if lower.grade == higher.grade:
        both = say.other_says(framework, higher, after), say.other_says(framework, lower, before)
        return Line(both[0], say.labelled(say.DIFFERS, growth.strand.name), below=both[1] if before else say.ADDED)
    below = say.was(lower, before) if before else say.ADDED
    return Line(after, say.labelled(say.GROWS, growth.strand.name), below=below)


def _kept(label: str, stays: tuple[Statement, ...], *, in_full: bool) -> list[Line]:
    if in_full:
        return _labelled(label, stays)
    names = tuple(dict.fromkeys(statement.strand.name for statement in stays))
    return [Line(say.names(names), label)] if names else []
