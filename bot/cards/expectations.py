"""Cards about what is expected of a role."""

from collections.abc import Iterable, Sequence

from bot.cards.payloads import Ask
from bot.cards.view import Line, Row, Section
from bot.framework.model import Competency, Expectation, Framework, Role, Statement
from bot.phrases.en import expectations as say
from bot.understanding.reading import Intent, Reading

_DETAIL_LENGTH = 120


def cell(framework: Framework, expectation: Expectation, heading: str = "") -> Section:
    """One cell: its statements, each with the role it stands under if that is another, and its doubts."""
    others = tuple(framework.roles[role] for role in dict.fromkeys(s.role for s in expectation.statements) if role != expectation.role)
    wholly = len(others) == 1 and not expectation.added
    lines = statement_lines(framework, expectation.statements, "" if wholly else expectation.role)
    return Section(heading, lines or (Line(state(framework, expectation)),), say.all_as_at(others) if wholly else "", _notes(expectation))


def same_as_above(heading: str, expectation: Expectation) -> Section:
    """A cell that says what the one above it says."""
    return Section(heading, (Line(say.SAME_AS_ABOVE),), notes=expectation.notes)


def state(framework: Framework, expectation: Expectation) -> str:
    """A cell without statements, in a sentence."""
    what, role = framework.competencies[expectation.competency].short, framework.roles[expectation.role]
    match expectation.kind:
        case "not_expected":
            return say.no(what, role)
        case "unclear":
            return say.unclear(what, role, expectation.notes)
        case _:
            return say.silent(what, role)


def statement_lines(framework: Framework, statements: Sequence[Statement], own: str = "") -> tuple[Line, ...]:
    """Statements as lines: a strand named once, and, unless `own` is empty, where a statement of another role stands."""
    lines, strand = [], ""
    for statement in statements:
        aside = say.as_at(framework.roles[statement.role]) if own not in ("", statement.role) else ""
        lines.append(Line(statement.text, "" if statement.strand.id == strand else statement.strand.name, aside))
        strand = statement.strand.id
    return tuple(lines)


def competency_row(framework: Framework, competency: Competency, role: Role) -> Row:
    """One competency of a role as a line that opens it."""
    return Row(competency.short, ask(framework, (role,), (competency.id,)), _brief(competency, role))


def role_row(framework: Framework, role: Role, competency: Competency | None = None) -> Row:
    """One role as a line that opens it, with what a competency asks of it."""
    named = (competency.id,) if competency else ()
    detail = _brief(competency, role) if competency else ""
    return Row(f"Grade {role.grade}, {role.title}", ask(framework, (role,), named), detail)


def ask(framework: Framework, roles: Iterable[Role], competencies: Iterable[str] = ()) -> Ask:
    """The question what is expected of some roles."""
    chosen = tuple(roles)
    grades = tuple(dict.fromkeys(role.grade for role in chosen))
    return Ask(Reading(framework.id, Intent.EXPECTATIONS, grades, tuple(role.id for role in chosen), tuple(competencies)))


def _brief(competency: Competency, role: Role) -> str:
    expectation = competency.expectations[role.id]
    return say.brief(expectation, _DETAIL_LENGTH)


def _notes(expectation: Expectation) -> tuple[str, ...]:
    return () if expectation.kind == "unclear" else expectation.notes
