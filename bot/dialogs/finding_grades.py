"""Which grade does something: the roles, the words that say so, and what the grades around say."""

from collections.abc import Sequence

from bot.cards import expectations as cards
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.framework.around import closest, first_expected
from bot.framework.model import Expectation, Framework, Role, Statement
from bot.phrases.en import finding as say
from bot.phrases.en.expectations import state
from bot.phrases.en.names import role as named
from bot.phrases.en.names import shortened
from bot.phrases.en.sources import source
from bot.understanding.finding import Found

MOST_CELLS = 2
MOST_STATEMENTS = 4
NEIGHBOUR_LIMIT = 250
MOST_ROWS = 4
TEXT_LIMIT = 400


def finding_grades(asked: Asked) -> Reply:
    """Answer which grade or role does what was described."""
    found = asked.reader.find(asked.reading)
    roles = _best_roles(asked.framework, found)
    return _found(asked, found, roles) if roles else _none(asked)


def _best_roles(framework: Framework, found: Found) -> tuple[Role, ...]:
    """The roles found at the best grade, or every role of that grade."""
    if not found.grades:
        return ()
    at_best = tuple(framework.roles[role] for role in found.roles if framework.roles[role].grade == found.grades[0])
    return at_best or framework.roles_at(found.grades[0])


def _found(asked: Asked, found: Found, roles: Sequence[Role]) -> Reply:
    framework = asked.framework
    lead = _lead(found, roles)
    cells = _cells(framework, found, roles)
    said = asked.reading.said
    words = [(cell, statement) for cell in cells for statement in closest(cell.statements, said)[:MOST_STATEMENTS]]
    view = View(
        say.TITLE,
        lead,
        (Section(say.WORDS, tuple(_line(framework, *each) for each in words)), *_around(framework, roles[0], words[:1])),
        source=cards.cell_source(framework, cells),
        buttons=_steps(framework, roles, cells),
    )
    return answer(view, f"{lead} {shortened((statement.text for _, statement in words), TEXT_LIMIT)}".strip())


def _lead(found: Found, roles: Sequence[Role]) -> str:
    sentences = [say.found(roles)]
    if found.range and found.range[0] != found.range[1]:
        sentences.append(say.between(*found.range))
    elif len(found.grades) > 1:
        sentences.append(say.also(found.grades[1:3]))
    return " ".join((*sentences, say.QUESTIONS[found.question] if found.question else "")).strip()


def _cells(framework: Framework, found: Found, roles: Sequence[Role]) -> tuple[Expectation, ...]:
    """The cells of the roles answered that say so, or, where none of theirs was found, all that were."""
    ids = {role.id for role in roles}
    matches = [match for match in found.matches if match.role in ids] or found.matches
    return tuple(dict.fromkeys(framework.expectation(match.role, match.competency) for match in matches))[:MOST_CELLS]


def _line(framework: Framework, cell: Expectation, statement: Statement) -> Line:
    return Line(statement.text, framework.competencies[cell.competency].short, named(framework.roles[cell.role]))


def _around(framework: Framework, role: Role, best: Sequence[tuple[Expectation, Statement]]) -> tuple[Section, ...]:
    """What the roles one grade down and up say of the same: of the strand of the best words, or of the competency."""
    lines = []
    for cell, statement in best:
        for beside in (next_steps.role_below(framework, role), next_steps.role_above(framework, role)):
            if beside:
                there = framework.expectation(beside.id, cell.competency)
                same = [s.text for s in there.statements if s.strand.id == statement.strand.id] or [s.text for s in there.statements]
                lines.append(Line(shortened(same, NEIGHBOUR_LIMIT) or state(there), cards.heading(beside)))
    return (Section(say.AROUND, tuple(lines)),) if lines else ()


def _steps(framework: Framework, roles: Sequence[Role], cells: Sequence[Expectation]) -> tuple[Button, ...]:
    if not cells:
        return tuple(next_steps.expect(framework, role) for role in roles)
    competency = cells[0].competency
    seen = tuple(next_steps.expect(framework, role, (competency,)) for role in roles[:2])
    return (*seen, next_steps.across(framework, competency))


def _none(asked: Asked) -> Reply:
    """The framework gives no grade: say so, and offer the competencies that were heard, or a way to ask again."""
    framework = asked.framework
    rows = []
    for id_ in asked.competencies[:MOST_ROWS]:
        competency = framework.competencies[id_]
        first = first_expected(framework, id_)
        across = next_steps.across(framework, id_, competency.short)
        rows.append(Row(across.title, across.payload, say.first_at(competency.short, first) if first else ""))
    lead = f"{say.NONE} {say.NEAREST if rows else say.HOW}"
    view = View(say.TITLE, lead, rows=tuple(rows), source=source(framework, ()), buttons=() if rows else _ways_on(framework))
    return answer(view, f"{lead} {' '.join(row.detail for row in rows)}".strip())


def _ways_on(framework: Framework) -> tuple[Button, ...]:
    roles = tuple(framework.roles.values())
    return tuple(next_steps.expect(framework, role) for role in (roles[0], roles[len(roles) // 2], roles[-1]))
