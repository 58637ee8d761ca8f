"""The whole of a job description at a glance, and what can be done with it besides."""

from dataclasses import replace

from bot.cards.view import Button, Choice, Line, Row, Section, View
from bot.dialogs import files
from bot.dialogs.answering import answer
from bot.dialogs.reply import Reply
from bot.dialogs.vacancy import drawing, order
from bot.dialogs.vacancy.work import Case
from bot.documents import kinds
from bot.phrases.en import vacancy as say
from bot.phrases.en.names import clipped
from bot.vacancies.checks import SECTION
from bot.vacancies.header import fields, shown
from bot.vacancies.specification import needed, person_specification

TO = "to"
_NAME = 60


def card(case: Case, said: str = "") -> Reply:
    """Each step and section with what there is, the one to carry on with, and more."""
    return drawing.fitted(lambda width: _card(case, said, width))


def done(case: Case, _: str = "") -> Reply:
    """It is finished."""
    view = View(
        clipped(case.name, drawing.WIDEST),
        say.DONE,
        buttons=(
            files.button(say.WORD, kinds.JOB_DESCRIPTION, case.record.id),
            Button(say.OVERVIEW, case.move("overview")),
            Button(say.NEW_ONE, case.move("new")),
        ),
    )
    return replace(answer(view, say.DONE), focus=case.focus(order.OVERVIEW))


def _card(case: Case, said: str, width: int) -> Reply:
    here = case.body.step if order.known(case, case.body.step) else order.HEADER
    options = tuple((step, clipped(order.name(case, step), _NAME)) for step in _places(case))
    carry = Button(say.carry_on(clipped(order.name(case, here), _NAME)), case.move("open", here))
    view = View(
        clipped(case.name, width),
        f"{said} {_lead(case)}".strip(),
        (Section(lines=tuple(Line(_state(case, step), clipped(order.name(case, step), width)) for step in _places(case))),),
        rows=(
            *((Row(say.TAKE_BACK, case.move("take_back")),) if case.body.before else ()),
            Row(say.ANOTHER_ROLE, case.move("regrade")),
            Row(say.COPY, case.move("copy")),
            Row(say.DELETE, case.move("delete")),
            Row(say.ALL_OF_THEM, case.move("list")),
        ),
        fields=(Choice(TO, say.GO_TO, options, here),),
        buttons=(carry, Button(say.OPEN, case.move("go")), files.button(say.WORD, kinds.JOB_DESCRIPTION, case.record.id)),
    )
    return replace(answer(view, f"{view.title}. {view.lead}"), focus=case.focus(order.OVERVIEW))


def _lead(case: Case) -> str:
    return say.DONE if case.body.done is not None else say.WHERE


def _places(case: Case) -> tuple[str, ...]:
    """Every step, with the sections in the place of the tasks."""
    sections = tuple(SECTION + section.id for section in case.body.sections)
    return tuple(each for step in order.steps(case.framework) for each in (sections if step == order.SECTIONS else (step,)))


def _state(case: Case, step: str) -> str:
    body, framework = case.body, case.framework
    match step:
        case order.HEADER:
            return say.empty_fields(sum(not shown(framework, body, id_) for id_ in fields(framework)))
        case order.DUTIES:
            return say.duties_told(len(body.duties))
        case order.PERSON:
            every = person_specification(framework, body)
            return say.needs(len(needed(every, "essential")), len(needed(every, "desirable")))
        case order.CAREER:
            return say.career_told(body.career)
        case order.CHECKS:
            return say.to_look_at(len(case.findings()))
    section = body.section(step.removeprefix(SECTION))
    return say.amount(len(section.lines)) if section else ""
