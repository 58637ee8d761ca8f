"""Conversations that come later: an honest word, and what the knowledge can give already."""

from bot.cards.view import Button, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.examples import examples
from bot.dialogs.reply import Reply
from bot.phrases.en import later as say
from bot.understanding.reading import Intent

MOST_EXAMPLES = 2


def nothing_held(asked: Asked) -> Reply:
    """Team overview: nothing of it exists yet; what single people share is one press away."""
    rows = examples(asked.framework, asked.own_roles)[:MOST_EXAMPLES]
    text = _later(asked)
    return answer(View(_title(asked), text, rows_heading=say.MEANWHILE, rows=rows, buttons=_shared(asked)), text)


def _shared(asked: Asked) -> tuple[Button, ...]:
    """What single people share is there."""
    return (next_steps.plain(asked.framework, Intent.REVIEW, say.SHARED_WITH_ME),)


def _title(asked: Asked) -> str:
    return say.TITLES[asked.reading.intent]


def _later(asked: Asked) -> str:
    return f"{say.LATER[asked.reading.intent]} {say.INSTEAD[asked.reading.intent]}"
