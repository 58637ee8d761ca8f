"""What goes into a job description: the template's header, sections and advice, for who wants to know and not to write one."""

from bot.cards.view import Button, Line, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.framework.model import Framework
from bot.phrases.en import vacancy as say
from bot.phrases.en import vacancy_about as told
from bot.phrases.en.names import listed
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent
from bot.vacancies.header import fields
from bot.vacancies.sections import template


def about(asked: Asked) -> Reply:
    """The template, or what is usual where there is none, and the way to a draft."""
    framework = asked.framework
    names = [section.name for section in template(framework)] if framework.job_description is None else _own(framework)
    lead = told.LEAD if framework.job_description else say.areas(framework, say.FROM_COMPETENCIES)
    sections = [
        Section(told.HEADER, (Line(f"{listed(say.header_name(framework, id_) for id_ in fields(framework))}."),)),
        Section(told.SECTIONS, (Line(f"{listed(names)}."),)),
        *_advice(framework),
    ]
    places = (framework.job_description.place,) if framework.job_description else ()
    buttons = (next_steps.plain(framework, Intent.JOB_DESCRIPTION, say.ABOUT_DRAFT),) if asked.personal and not asked.guest else ()
    view = View(say.TITLE, lead, tuple(sections), source=source(framework, places), buttons=buttons)
    return answer(view, f"{lead} {told.names(told.SECTIONS, listed(names))}")


def not_here(asked: Asked) -> Reply:
    """For guests, of whom nothing is kept: what one is made of, and what the role is expected to do."""
    steps: tuple[Button, ...] = tuple(next_steps.expect(asked.framework, role) for role in asked.roles)
    return answer(View(say.TITLE, told.GUEST, buttons=steps), told.GUEST)


def _own(framework: Framework) -> list[str]:
    return [section.name for section in framework.job_description.sections] if framework.job_description else []


def _advice(framework: Framework) -> list[Section]:
    own = framework.job_description
    if own is None:
        return []
    advice = [Section(told.HOW, tuple(Line(words) for words in own.guidance))] if own.guidance else []
    return [*advice, *([Section(told.CAREER_GRADE, (Line(own.career_grade),))] if own.career_grade else [])]
