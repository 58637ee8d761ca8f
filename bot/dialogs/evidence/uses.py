"""What evidence is good for: the self-assessment, the PDR, the criteria of the next grade, an interview, professional registration."""

import datetime as dt
import re
from collections.abc import Iterable

from bot.cards.payloads import Ask, Move
from bot.cards.view import Button, Line, Section, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.evidence.pieces import Piece, day, framework_of, known, pieces
from bot.dialogs.reply import Reply
from bot.framework.model import Expectation, Framework, Progression, Role
from bot.framework.telling import with_what_it_refers_to
from bot.phrases.en import evidence as say
from bot.phrases.en.names import role as named
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent, Reading

A_YEAR = dt.timedelta(days=365)
_INTERVIEW = re.compile(r"\binterviews?\b", re.IGNORECASE)
_EVIDENCE = re.compile(r"\bevidence", re.IGNORECASE)


def uses_of(asked: Asked, framework: Framework, competencies: tuple[str, ...]) -> tuple[Line, ...]:
    """What a piece with these tags is good for, a line each."""
    rows = [row.name for row in (framework.grid.rows if framework.grid else ()) if set(row.competencies) & set(competencies)]
    lines = [Line(say.row(name), say.SIGN_IN) for name in rows]
    for step in steps(asked, framework):
        touched = [(at, each) for at, each in enumerate(step.criteria, 1) if set(each.competencies) & set(competencies)]
        lines += [Line(each.text, say.criterion(at, step.lower, step.higher)) for at, each in touched]
    registered = (cell for cell in registration(asked, framework) if cell.competency in competencies)
    return (*lines, *(_registered(asked, framework, cell, "") for cell in registered))


def uses(asked: Asked, _: Move) -> Reply:
    """All that the person's evidence is good for, with how much there is for each."""
    framework, own = asked.framework, [each for each in pieces(asked) if framework_of(asked, each).id == asked.framework.id]
    sections = (_pdr(asked, framework, own), *_step(asked, framework, own), *_interview(framework), *_registration(asked, framework, own))
    dossier = Ask(Reading(framework.id, Intent.DOSSIER))
    steps_on = ((Button(say.DOSSIER, dossier),) if framework.progressions else ()) + (Button(say.ALL, Move("evidence", "list")),)
    view = View(say.USES_TITLE, say.USES_LEAD, sections, source=source(framework, ()), buttons=steps_on)
    return answer(view, say.USES_LEAD)


def steps(asked: Asked, framework: Framework) -> tuple[Progression, ...]:
    """The formal steps up that may concern the asker: those from their own grade, or all where that is not known."""
    own = {role.grade for role in _own(asked, framework)}
    return tuple(step for step in framework.progressions if not own or step.lower in own)


def registration(asked: Asked, framework: Framework) -> tuple[Expectation, ...]:
    """What is expected of the asker's roles, and of the next on their path, that names a professional registration."""
    names = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in asked.reader.keeping.registers), re.IGNORECASE)
    own = _own(asked, framework)
    above = {framework.next_grade(role.grade) for role in own}
    paths = {role.path for role in own}
    roles = [role for role in framework.roles.values() if role in own or (role.grade in above and role.path in paths)]
    cells = (competency.expectations[role.id] for competency in framework.competencies.values() for role in roles)
    return tuple(cell for cell in cells if any(names.search(statement.text) for statement in cell.statements))


def _own(asked: Asked, framework: Framework) -> tuple[Role, ...]:
    return asked.own_roles if framework.id == asked.framework.id else ()


def _pdr(asked: Asked, framework: Framework, own: Iterable[Piece]) -> Section:
    start = asked.turn.now - A_YEAR
    recent = [piece for piece in own if piece.body.at >= start.timestamp()]
    counted = [(c.short, sum(c.id in piece.body.competencies for piece in recent)) for c in framework.competencies.values()]
    untagged = sum(not known(framework, piece.body.competencies) for piece in recent)
    told = [each for each in (*counted, (say.NO_TAG.lower(), untagged)) if each[1]]
    text = say.since(day(asked, start.timestamp()), told) if told else say.PDR_NONE
    return Section(say.PDR, (Line(text),))


def _step(asked: Asked, framework: Framework, own: Iterable[Piece]) -> tuple[Section, ...]:
    held = tuple(own)
    lines = [
        Line(criterion.text, say.criterion(at, step.lower, step.higher), aside=say.pieces(_bearing(held, criterion.competencies)))
        for step in steps(asked, framework)
        for at, criterion in enumerate(step.criteria, 1)
    ]
    return (Section(say.STEP, tuple(lines) or (Line(say.NO_STEP),)),)


def _interview(framework: Framework) -> tuple[Section, ...]:
    """What the guidance says of evidence in an interview."""
    told = [
        " ".join(topic.says[each] for each in with_what_it_refers_to(framework, topic, at))
        for topic in framework.topics.values()
        for at, words in enumerate(topic.says)
        if _INTERVIEW.search(words) and _EVIDENCE.search(words)
    ]
    return (Section(say.INTERVIEW, (Line(min(told, key=len)),)),) if told else ()


def _registration(asked: Asked, framework: Framework, own: Iterable[Piece]) -> tuple[Section, ...]:
    held = tuple(own)
    cells = registration(asked, framework)
    lines = tuple(_registered(asked, framework, cell, say.pieces(_bearing(held, (cell.competency,)))) for cell in cells)
    return (Section(say.REGISTRATION, lines, notes=tuple(note for cell in cells for note in cell.notes)),) if lines else ()


def _registered(asked: Asked, framework: Framework, cell: Expectation, aside: str) -> Line:
    names = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in asked.reader.keeping.registers), re.IGNORECASE)
    text = next(statement.text for statement in cell.statements if names.search(statement.text))
    return Line(text, named(framework.roles[cell.role]).capitalize(), aside=aside)


def _bearing(held: tuple[Piece, ...], competencies: tuple[str, ...]) -> int:
    return sum(bool(set(piece.body.competencies) & set(competencies)) for piece in held)
