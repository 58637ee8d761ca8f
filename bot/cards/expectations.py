"""Cards about what is expected of a role."""

from collections.abc import Iterable, Sequence

from bot.cards.payloads import Ask
from bot.cards.view import Line, Row, Section
from bot.framework.model import Competency, Expectation, Framework, Place, Role, Statement
from bot.phrases.en import expectations as say
from bot.phrases.en.names import capital
from bot.phrases.en.names import role as named
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent, Reading

_DETAIL_LENGTH = 120


def cell(framework: Framework, expectation: Expectation, title: str = "") -> tuple[Section, ...]:
    """One cell: its statements, those that stand in another cell under the name of its role, and its doubts."""
    if not expectation.statements:
        return (Section(title, (Line(state(framework, expectation)),), notes=_notes(expectation)),)
    origins = _lowest_first(framework, expectation)
    sections: list[Section] = []
    for origin in origins:
        own = origin.id == expectation.role
        intro = "" if own and len(origins) == 1 else say.added_at(origin.grade) if own else say.as_at(origin)
        lines = statement_lines(s for s in expectation.statements if s.role == origin.id)
        sections.append(Section("" if sections else title, lines, intro, _notes(expectation) if origin is origins[-1] else ()))
    return tuple(sections)


def doubts(expectation: Expectation) -> Section:
    """The notes of a cell that has no statements."""
    return Section(notes=_notes(expectation))


def cell_source(framework: Framework, cells: Iterable[Expectation]) -> str:
    """The source line of some cells: the rows of their own statements, or else of the cells."""
    places: list[Place] = []
    for each in cells:
        places += [statement.place for statement in each.added] or [each.place]
    return source(framework, tuple(dict.fromkeys(places)))


def same_as_above(title: str, expectation: Expectation) -> Section:
    """A cell that says what the one before it says."""
    return Section(title, (Line(say.SAME_AS_BEFORE),), notes=expectation.notes)


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


def statement_lines(statements: Iterable[Statement]) -> tuple[Line, ...]:
    """Statements as lines, a strand named once."""
    lines, strand = [], ""
    for statement in statements:
        lines.append(Line(statement.text, "" if statement.strand.id == strand else statement.strand.name))
        strand = statement.strand.id
    return tuple(lines)


def competency_row(framework: Framework, competency: Competency, role: Role) -> Row:
    """One competency of a role as a line that opens it."""
    return Row(competency.short, ask(framework, (role,), (competency.id,)), _brief(competency, role))


def competency_names_row(framework: Framework, competency: Competency, roles: Sequence[Role]) -> Row:
    """One competency of a grade with several roles as a line that opens it for each."""
    said = {tuple(s.text for s in competency.expectations[role.id].statements) for role in roles}
    return Row(competency.short, ask(framework, roles, (competency.id,)), say.SAME_FOR_BOTH if len(said) == 1 else "")


def role_row(framework: Framework, role: Role, competency: Competency | None = None) -> Row:
    """One role as a line that opens it, with what a competency asks of it."""
    named = (competency.id,) if competency else ()
    detail = _brief(competency, role) if competency else ""
    return Row(heading(role), ask(framework, (role,), named), detail)


def heading(role: Role) -> str:
    """A role at the start of a line."""
    return capital(named(role))


def ask(framework: Framework, roles: Iterable[Role], competencies: Iterable[str] = ()) -> Ask:
    """The question what is expected of some roles."""
    return Ask(Reading(framework.id, Intent.EXPECTATIONS, roles=tuple(role.id for role in roles), competencies=tuple(competencies)))


def _brief(competency: Competency, role: Role) -> str:
    expectation = competency.expectations[role.id]
    return say.brief(expectation, _DETAIL_LENGTH)


def _notes(expectation: Expectation) -> tuple[str, ...]:
    return () if expectation.kind == "unclear" else expectation.notes


def _lowest_first(framework: Framework, expectation: Expectation) -> list[Role]:
    """The roles under which a cell's statements stand, the cell's own last."""
    roles = {framework.roles[statement.role] for statement in expectation.statements}
    return sorted(roles, key=lambda role: (role.id == expectation.role, role.grade))
