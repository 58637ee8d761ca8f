"""Which grade does something: the roles, the words that say so, and what the grades around say."""

from collections.abc import Sequence

from bot.cards import expectations as cards
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.not_understood import people
from bot.dialogs.reply import Reply
from bot.framework.around import denies, first_expected
from bot.framework.closest import Close, closest
from bot.framework.judging import near
from bot.framework.model import Expectation, Framework, Role, Statement
from bot.phrases.en import finding as say
from bot.phrases.en.expectations import state
from bot.phrases.en.names import role as named
from bot.phrases.en.names import shortened
from bot.phrases.en.sources import source
from bot.understanding.finding import Found

MOST_CELLS = 2
MOST_AROUND = 4
NEIGHBOUR_LIMIT = 250
MOST_ROWS = 4
TEXT_LIMIT = 400


def finding_grades(asked: Asked) -> Reply:
    """Answer which grade or role does what was described."""
    found = asked.reader.find(asked.reading)
    return _found(asked, found) if found.grades else _none(asked)


def _found(asked: Asked, found: Found) -> Reply:
    framework, said = asked.framework, asked.reading.said
    roles = _best_roles(framework, found)
    cells = _cells(framework, found, roles)
    words = _words(framework, cells, said)
    lower = _where_it_begins(framework, words)
    if lower and lower.grade < roles[0].grade and (not asked.reading.grades or lower.grade in asked.reading.grades):
        roles, cells = (lower,), (framework.expectation(lower.id, words[0][0].competency),)
        words = _words(framework, cells, said)
    roles = _with_the_same_words(framework, roles, words)
    lead = _lead(found, roles)
    view = View(
        say.TITLE,
        lead,
        (Section(say.WORDS, tuple(_line(framework, *each) for each in words)), *_around(asked, found, roles, words)),
        source=cards.cell_source(framework, cells),
        buttons=_steps(framework, roles, cells),
    )
    return answer(view, f"{lead} {shortened((statement.text for _, statement in words), TEXT_LIMIT)}".strip())


def _best_roles(framework: Framework, found: Found) -> tuple[Role, ...]:
    """The roles found at the best grade, or every role of that grade."""
    at_best = tuple(framework.roles[role] for role in found.roles if framework.roles[role].grade == found.grades[0])
    return at_best or framework.roles_at(found.grades[0])


def _words(framework: Framework, cells: Sequence[Expectation], said: str) -> list[tuple[Expectation, Statement]]:
    """The statements of some cells that are closest to the question, each with its cell."""
    return [(cell, statement) for cell in cells for statement in near(closest(framework, cell, said))]


def _where_it_begins(framework: Framework, words: Sequence[tuple[Expectation, Statement]]) -> Role | None:
    """The lowest role whose cell holds the closest words already."""
    if not words:
        return None
    cell, best = words[0]
    every = framework.competencies[cell.competency].expectations
    holding = [framework.roles[role] for role, each in every.items() if best.text in {statement.text for statement in each.statements}]
    return min(holding, key=lambda role: role.grade, default=None)


def _with_the_same_words(framework: Framework, roles: Sequence[Role], words: Sequence[tuple[Expectation, Statement]]) -> tuple[Role, ...]:
    """The roles, and the others of their grade whose cell holds the closest words too."""
    if not words:
        return tuple(roles)
    cell, best = words[0]
    beside = (each for each in framework.roles_at(roles[0].grade) if each not in roles)
    same = [each for each in beside if best.text in {s.text for s in framework.expectation(each.id, cell.competency).statements}]
    return (*roles, *same)


def _lead(found: Found, roles: Sequence[Role]) -> str:
    if not found.range or found.range[0] == found.range[1]:
        return say.found(roles)
    question = say.QUESTIONS[found.question] if found.question else ""
    lowest = min(found.range[0], roles[0].grade)
    return f"{say.closest(roles)} {say.between(lowest, found.range[1])} {question}".strip()


def _cells(framework: Framework, found: Found, roles: Sequence[Role]) -> tuple[Expectation, ...]:
    """The cells of the roles answered that say so, or, where none of theirs was found, all that were; each wording once."""
    ids = {role.id for role in roles}
    matches = [match for match in found.matches if match.role in ids] or found.matches
    cells = (framework.expectation(match.role, match.competency) for match in matches)
    return tuple({tuple(s.text for s in cell.statements): cell for cell in reversed(tuple(cells))}.values())[::-1][:MOST_CELLS]


def _line(framework: Framework, cell: Expectation, statement: Statement) -> Line:
    return Line(statement.text, framework.competencies[cell.competency].short)


def _around(asked: Asked, found: Found, roles: Sequence[Role], words: Sequence[tuple[Expectation, Statement]]) -> tuple[Section, ...]:
    """What the grades one down and up, and the others that fit, say of the same: the words closest to the question there."""
    if not words:
        return ()
    framework, (cell, statement) = asked.framework, words[0]
    grades = {framework.grade_below(roles[0].grade), *found.grades, framework.next_grade(roles[0].grade)} - {roles[0].grade, None}
    lines = []
    for grade in sorted(each for each in grades if each)[:MOST_AROUND]:
        there = [framework.expectation(role.id, cell.competency) for role in framework.roles_at(grade)]
        nearest = max(there, key=lambda each: _score(closest(framework, each, asked.reading.said)))
        lines.append(Line(_there(asked, nearest, statement), cards.heading(framework.roles[nearest.role])))
    return (Section(say.AROUND, tuple(lines)),) if lines else ()


def _there(asked: Asked, cell: Expectation, best: Statement) -> str:
    """The words of a cell that are closest to the question, or those of the best words' strand, or that there are none."""
    if not cell.statements:
        return state(cell)
    close = closest(asked.framework, cell, asked.reading.said)
    same = [each.text for each in cell.statements if each.strand.id == best.strand.id]
    texts = [each.text for each in near(close)] if _score(close) else same
    return shortened(texts, NEIGHBOUR_LIMIT) or say.NOTHING_LIKE_IT


def _score(found: Sequence[Close]) -> float:
    return found[0].score if found else 0.0


def _steps(framework: Framework, roles: Sequence[Role], cells: Sequence[Expectation]) -> tuple[Button, ...]:
    if not cells:
        return tuple(next_steps.expect(framework, role) for role in roles)
    competency = cells[0].competency
    seen = tuple(next_steps.expect(framework, role, (competency,)) for role in roles[:2])
    return (*seen, next_steps.across(framework, competency))


def _none(asked: Asked) -> Reply:
    """The framework gives no grade: say so, with the nearest words it has, and offer the competencies that were heard."""
    framework = asked.framework
    rows = []
    for id_ in asked.competencies[:MOST_ROWS]:
        competency = framework.competencies[id_]
        first = first_expected(framework, id_)
        across = next_steps.across(framework, id_, competency.short)
        rows.append(Row(across.title, across.payload, say.first_at(competency.short, first) if first else ""))
    nearest = _nearest(asked)
    lines = tuple(Line(statement.text, cards.heading(framework.roles[cell.role])) for cell, statement in nearest)
    sections = (Section(say.NEAREST, lines),) if lines else ()
    lead = say.NONE if rows or lines else f"{say.NONE} {say.HOW}"
    cells = [cell for cell, _ in nearest]
    place = cards.cell_source(framework, cells) if cells else source(framework, ())
    view = View(say.TITLE, lead, (*sections, *people(asked)), say.LOOK_THROUGH, tuple(rows), place, () if rows else _ways_on(framework))
    told = [say.nearest(named(framework.roles[cell.role]), statement.text) for cell, statement in nearest]
    return answer(view, " ".join((lead, *(told or [row.detail for row in rows]))).strip())


def _nearest(asked: Asked) -> list[tuple[Expectation, Statement]]:
    """The closest words of the first competency that was heard, with the lowest role that they are said of; none where none is close."""
    framework = asked.framework
    cells = [cell for id_ in asked.competencies[:1] for cell in framework.competencies[id_].expectations.values() if cell.statements]
    found = [
        (close[0], cell)
        for cell in cells
        if (close := closest(framework, cell, asked.reading.said))[0].score and not denies(framework, close[0].statement.text)
    ]
    best = max(found, key=lambda each: each[0].score, default=None)
    return [(best[1], best[0].statement)] if best else []


def _ways_on(framework: Framework) -> tuple[Button, ...]:
    roles = tuple(framework.roles.values())
    return tuple(next_steps.expect(framework, role) for role in (roles[0], roles[len(roles) // 2], roles[-1]))
