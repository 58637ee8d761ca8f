"""Conversations that come later: an honest word, and what the knowledge can give already."""

from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.examples import examples
from bot.dialogs.reply import Reply
from bot.framework.model import Framework, JobDescription, Role
from bot.phrases.en import later as say
from bot.phrases.en.names import listed
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent

MOST_EXAMPLES = 2


def job_description(asked: Asked) -> Reply:
    """A job description: the template's header, sections and advice."""
    template = asked.framework.job_description
    return _job_description(asked, template) if template else _without(asked, say.NO_TEMPLATE)


def nothing_held(asked: Asked) -> Reply:
    """Sharing: nothing of it exists yet."""
    rows = examples(asked.framework, asked.own_roles)[:MOST_EXAMPLES]
    text = _later(asked)
    return answer(View(_title(asked), text, rows_heading=say.MEANWHILE, rows=rows, buttons=_files(asked)), text)


def _files(asked: Asked) -> tuple[Button, ...]:
    """Whoever wants to share something can hand on a file."""
    return (next_steps.plain(asked.framework, Intent.EXPORT, say.TAKE_AWAY),) if asked.reading.intent is Intent.SHARE else ()


def _job_description(asked: Asked, template: JobDescription) -> Reply:
    framework = asked.framework
    names = [section.name for section in template.sections]
    sections = [
        Section(say.HEADER, (Line(f"{listed(part.name for part in template.header)}."),)),
        Section(say.SECTIONS, (Line(f"{listed(names)}."),)),
        Section(say.HOW, tuple(Line(words) for words in template.guidance)),
    ]
    if template.career_grade:
        sections.append(Section(say.CAREER_GRADE, (Line(template.career_grade),)))
    text = f"{_later(asked)} {say.names(say.SECTIONS, listed(names))}"
    view = View(_title(asked), _later(asked), tuple(sections), source=source(framework, (template.place,)), buttons=_steps(asked))
    return answer(view, text)


def _without(asked: Asked, instead: str) -> Reply:
    """The framework has no such template."""
    text = f"{say.LATER[asked.reading.intent]} {instead}"
    rows = () if asked.roles else tuple(_role_row(asked.framework, role) for role in asked.framework.roles.values())
    view = View(_title(asked), text, rows=rows, source=source(asked.framework, ()), buttons=_steps(asked))
    return answer(view, text)


def _steps(asked: Asked) -> tuple[Button, ...]:
    """What is expected of the roles in question, and what comes next."""
    framework, roles = asked.framework, asked.roles
    seen = tuple(next_steps.expect(framework, role) for role in roles[:2])
    return (*seen, *next_steps.step_up(framework, roles[0])) if len(roles) == 1 else seen


def _role_row(framework: Framework, role: Role) -> Row:
    step = next_steps.expect(framework, role)
    return Row(step.title, step.payload)


def _title(asked: Asked) -> str:
    return say.TITLES[asked.reading.intent]


def _later(asked: Asked) -> str:
    return f"{say.LATER[asked.reading.intent]} {say.INSTEAD[asked.reading.intent]}"
