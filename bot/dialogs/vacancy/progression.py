"""The part for career grades: kept with its criteria, or left out."""

from collections.abc import Mapping

from bot.cards.payloads import Move
from bot.cards.view import Button, Entry, Line, Section, View
from bot.dialogs.reply import Reply
from bot.dialogs.vacancy import drawing, order
from bot.dialogs.vacancy.taking import Taken, too_long
from bot.dialogs.vacancy.work import Case, entered, marks
from bot.framework.model import Progression
from bot.phrases.en import vacancy as say
from bot.phrases.en.sources import source
from bot.vacancies.career import step_up
from bot.vacancies.draft import LONGEST_TEXT

CRITERIA = "criteria"


def card(case: Case, said: str = "", typed: Mapping[str, str] | None = None) -> Reply:
    """The question, with the criteria that the framework gives for the step up, and room for others."""
    step, body = step_up(case.framework, case.body), case.body
    given = marks({CRITERIA: body.criteria})
    none = (Section(lines=(Line(say.NO_CRITERIA.format(grade=case.role.grade if case.role else "")),)),)
    leave = Button(say.LEAVE_OUT, case.move("leave_out", order.CAREER, **given))
    keep = Button(say.KEEP_IN, case.move("keep_in", order.CAREER, **given))
    now = f" {say.now_is(say.career_told(body.career))}" if body.career is not None else ""
    view = View(
        say.CAREER,
        f"{said} {say.CAREER_LEAD}{now}".strip(),
        _criteria(step) if step else none,
        source=source(case.framework, (step.place,)) if step else "",
        fields=(Entry(CRITERIA, say.OWN_CRITERIA, (typed or {}).get(CRITERIA, body.criteria), long=True),),
        buttons=(*((keep, leave) if body.career else (leave, keep)), Button(say.OVERVIEW, case.move("overview", order.CAREER, **given))),
    )
    return drawing.card(case, order.CAREER, view)


def taken(case: Case, move: Move) -> Taken:
    """The author's own criteria."""
    text = entered(move, CRITERIA)
    if text is None:
        return Taken(case)
    return too_long(case, text, LONGEST_TEXT, CRITERIA) or Taken(case.with_body(case.body.with_(criteria=text)))


def _criteria(step: Progression) -> tuple[Section, ...]:
    shown = tuple(Line(each.text, str(at)) for at, each in enumerate(step.criteria, 1))
    assessed = tuple(Line(each.text) for each in step.assessment)
    heading = say.CAREER_CRITERIA.format(higher=step.higher)
    return (
        Section(heading, shown, notes=(step.note,) if step.note else ()),
        *((Section(say.CAREER_ASSESSED, assessed),) if assessed else ()),
    )
