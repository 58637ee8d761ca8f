"""Welcome, help, greeting, thanks and never mind: short, and always with a way on."""

from dataclasses import replace

from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.examples import examples
from bot.dialogs.reply import Reply
from bot.dialogs.started import started
from bot.phrases.en import buttons
from bot.phrases.en import small_talk as say
from bot.phrases.en.names import grade, role
from bot.understanding.reading import Intent

EXAMPLES_IN_PASSING = 3
QUESTIONS_BESIDE, MOST_STARTED = 2, 2


def welcome(asked: Asked) -> Reply:
    """The first message: what the assistant can and cannot do, with questions to press."""
    rows = _examples(asked)
    view = View(say.WELCOME_TITLE, say.welcome(asked.framework), _can_and_cannot(asked), say.TRY, rows)
    reply = answer(view, say.welcome(asked.framework))
    return Reply(reply.text, reply.card, suggestions=tuple(row.title for row in rows[:EXAMPLES_IN_PASSING]))


def help_(asked: Asked) -> Reply:
    """What the assistant can do in the asker's situation: alone with a known person or a guest, or in a chat with others."""
    text = say.help_(asked.framework, _who(asked))
    situation = Section(lines=(Line(_situation(asked)),))
    steps = (_about_you(asked),) if asked.personal and not asked.guest else ()
    return answer(View(say.HELP_TITLE, text, (situation, *_can_and_cannot(asked)), say.TRY, _examples(asked), buttons=steps), text)


def greeting(asked: Asked) -> Reply:
    """An answer to hello."""
    text = say.greeting(asked.framework, _grade(asked))
    return answer(View(say.GREETING_TITLE, text, rows_heading=say.TRY, rows=_in_passing(asked)), text)


def thanks(_: Asked) -> Reply:
    """An answer to thank you."""
    return Reply(say.THANKS)


def nod(_: Asked) -> Reply:
    """An answer to yes, okay, or a thumb up: nothing was asked that a word could settle."""
    return Reply(say.NOD)


def wait(_: Asked) -> Reply:
    """An answer to "hang on": whatever waits goes on waiting."""
    return Reply(say.WAIT)


def farewell(_: Asked) -> Reply:
    """An answer to goodbye."""
    return Reply(say.BYE)


def pardoned(_: Asked) -> Reply:
    """An answer to sorry."""
    return Reply(say.NO_HARM)


def cancel(asked: Asked) -> Reply:
    """An answer to never mind: no question and no dialog waits for words any more."""
    reply = answer(View(say.CANCEL_TITLE, say.CANCEL, rows=_in_passing(asked)), say.CANCEL)
    return replace(reply, memory=replace(asked.turn.memory, last=None), focus=None)


def nothing_before(asked: Asked) -> Reply:
    """An answer to "go back" where nothing leads back: what was talked of still stands."""
    return suggested(asked, say.NOTHING_BEFORE_TITLE, say.NOTHING_BEFORE)


def suggested(asked: Asked, title: str, text: str) -> Reply:
    """A sentence, with what the person may want to ask or go on with."""
    return answer(View(title, text, rows=_in_passing(asked)), text)


def _examples(asked: Asked) -> tuple[Row, ...]:
    questions = examples(asked.framework, asked.own_roles, asked.aim)
    own = started(asked)
    return (*questions[:QUESTIONS_BESIDE], *own) if own else questions


def _in_passing(asked: Asked) -> tuple[Row, ...]:
    """A question or two, and what the person may want to go on with."""
    questions, own = examples(asked.framework, asked.own_roles, asked.aim), started(asked)
    return (*questions[: EXAMPLES_IN_PASSING - len(own[:MOST_STARTED])], *own[:MOST_STARTED])


def _grade(asked: Asked) -> int | None:
    return asked.own_roles[0].grade if asked.own_roles else None


def _who(asked: Asked) -> str:
    own = asked.own_roles
    return role(own[0]) if len(own) == 1 else grade(own[0].grade) if own else ""


def _situation(asked: Asked) -> str:
    if not asked.personal:
        return say.IN_GROUP
    if asked.guest:
        return say.FOR_GUESTS
    if not asked.own_roles:
        return say.UNKNOWN
    return say.aiming(asked.aim) if asked.aim else say.KNOWN


def _about_you(asked: Asked) -> Button:
    if asked.own_roles:
        return next_steps.plain(asked.framework, Intent.MY_DATA, buttons.MY_DETAILS)
    return next_steps.plain(asked.framework, Intent.SET_PROFILE, buttons.TELL)


def _can_and_cannot(asked: Asked) -> tuple[Section, ...]:
    """Where nothing of a person is kept, nothing is told of what could be."""
    kept = [(say.TOGETHER, say.DO_TOGETHER), (say.MANAGING, say.MANAGE)] if asked.personal and not asked.guest else []
    parts = [(say.CAN, say.CAN_DO), *kept, (say.CANNOT, say.CANNOT_DO)]
    return tuple(Section(heading, tuple(Line(words) for words in told)) for heading, told in parts)
