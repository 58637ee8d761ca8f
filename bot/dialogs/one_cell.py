"""What one competency asks of one role: the statements, a plain no, or what stands nearest."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards import expectations as cards
from bot.cards.view import Button, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.yes_or_no import settled, yes_or_no
from bot.framework.around import expected_of, last_expected, nearest_stated, next_expected
from bot.framework.judging import Verdict
from bot.framework.model import Expectation, Framework, Role
from bot.phrases.en import expectations as say
from bot.phrases.en import judging as verdicts
from bot.phrases.en.names import role as named
from bot.phrases.en.names import shortened, together


def one_cell(asked: Asked, role: Role, competency: str) -> Reply:
    """Answer for one role and one competency."""
    cell = asked.framework.expectation(role.id, competency)
    match cell.kind:
        case "stated":
            return _stated(asked, role, cell)
        case "not_expected":
            return _not_expected(asked, role, cell)
        case _:
            return _silent(asked, role, cell)


def _stated(asked: Asked, role: Role, cell: Expectation) -> Reply:
    if asked.reading.yes_no:
        return yes_or_no(asked, role, cell, _steps(asked.framework, role, cell.competency))
    what = asked.framework.competencies[cell.competency].short
    return answer(_view(asked, cell, ""), say.says(what, role, [statement.text for statement in cell.statements]))


def _not_expected(asked: Asked, role: Role, cell: Expectation) -> Reply:
    framework = asked.framework
    first, last = next_expected(framework, role, cell.competency), last_expected(framework, role, cell.competency)
    where = (
        say.expected_of(expected_of(framework, cell.competency)) if first and last else say.begins(first) if not last else say.ended(last)
    )
    lead = f"{say.no(framework.competencies[cell.competency].short, role)} {where}"
    view = _view(asked, cell, lead)
    there = first or last
    steps = (next_steps.expect(framework, there, (cell.competency,)),) if there else ()
    return answer(replace(view, buttons=(*steps, *view.buttons)), lead)


def _silent(asked: Asked, role: Role, cell: Expectation) -> Reply:
    """The source is blank or unclear: say so, and show the nearest cell that is not."""
    framework = asked.framework
    lead = cards.state(framework, cell)
    nearest = nearest_stated(framework, role, cell.competency)
    view = _view(asked, cell, lead)
    if nearest is None:
        return answer(view, lead)
    there = framework.roles[nearest.role]
    sections = (*view.sections, *cards.cell(framework, nearest, say.nearest_heading(there)))
    text = f"{lead} {say.nearest(there)} {' '.join(statement.text for statement in nearest.statements)}"
    return answer(replace(view, sections=sections, source=cards.cell_source(framework, (cell, nearest))), text)


def all_silent(asked: Asked, roles: Sequence[Role], competency: str) -> Reply:
    """The source is blank for every role asked about: say so once, and show the nearest cell that is not."""
    framework, what = asked.framework, asked.framework.competencies[competency].short
    cells = [framework.expectation(role.id, competency) for role in roles]
    lead = verdicts.first(Verdict.SILENT, what, roles)
    nearest = nearest_stated(framework, roles[0], competency)
    there = framework.roles[nearest.role] if nearest else None
    sections = cards.cell(framework, nearest, say.nearest_heading(there)) if nearest and there else ()
    source = cards.cell_source(framework, (*cells, *((nearest,) if nearest else ())))
    steps = (*((next_steps.expect(framework, there, (competency,)),) if there else ()), next_steps.across(framework, competency))
    told = f"{say.nearest(there)} {shortened((s.text for s in nearest.statements), say.TEXT_LIMIT)}" if nearest and there else ""
    return answer(View(say.title(what, together(roles)), lead, sections, source=source, buttons=steps), f"{lead} {told}".strip())


def _view(asked: Asked, cell: Expectation, lead: str) -> View:
    framework = asked.framework
    role = framework.roles[cell.role]
    title = say.title(framework.competencies[cell.competency].short, named(role))
    sections = cards.cell(framework, cell) if cell.statements else (cards.doubts(cell),)
    source = cards.cell_source(framework, (cell,))
    return View(
        title,
        " ".join(part for part in (lead, settled(asked)) if part),
        sections,
        source=source,
        buttons=_steps(framework, role, cell.competency),
    )


def _steps(framework: Framework, role: Role, competency: str) -> tuple[Button, ...]:
    return (
        *next_steps.step_up(framework, role, (competency,)),
        *next_steps.beside(framework, role, (competency,)),
        next_steps.develop(framework, competency),
        next_steps.across(framework, competency),
    )
