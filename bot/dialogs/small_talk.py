"""Welcome, help, greeting, thanks and never mind: short, and always with a way on."""

from bot.cards.view import Line, Row, Section, View
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.examples import examples
from bot.dialogs.reply import Reply
from bot.phrases.en import small_talk as say

EXAMPLES_IN_PASSING = 3


def welcome(asked: Asked) -> Reply:
    """The first message: what the assistant can and cannot do, with questions to press."""
    rows = _examples(asked)
    view = View(say.WELCOME_TITLE, say.welcome(asked.framework), _can_and_cannot(), say.TRY, rows)
    reply = answer(view, say.welcome(asked.framework))
    return Reply(reply.text, reply.card, suggestions=tuple(row.title for row in rows[:EXAMPLES_IN_PASSING]))


def help_(asked: Asked) -> Reply:
    """What the assistant can do in the asker's situation."""
    text = say.help_(asked.framework, _grade(asked))
    return answer(View(say.HELP_TITLE, text, _can_and_cannot(), say.TRY, _examples(asked)), text)


def greeting(asked: Asked) -> Reply:
    """An answer to hello."""
    text = say.greeting(asked.framework, _grade(asked))
    return answer(View(say.GREETING_TITLE, text, rows_heading=say.TRY, rows=_examples(asked)[:EXAMPLES_IN_PASSING]), text)


def thanks(_: Asked) -> Reply:
    """An answer to thank you."""
    return Reply(say.THANKS)


def cancel(asked: Asked) -> Reply:
    """An answer to never mind."""
    return answer(View(say.CANCEL_TITLE, say.CANCEL, rows=_examples(asked)[:EXAMPLES_IN_PASSING]), say.CANCEL)


def _examples(asked: Asked) -> tuple[Row, ...]:
    return examples(asked.framework, asked.own_roles)


def _grade(asked: Asked) -> int | None:
    return asked.own_roles[0].grade if asked.own_roles else None


def _can_and_cannot() -> tuple[Section, ...]:
    can = Section(say.CAN, tuple(Line(words) for words in say.CAN_DO))
    return (can, Section(say.CANNOT, tuple(Line(words) for words in say.CANNOT_DO)))
