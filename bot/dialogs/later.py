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
    """Team overview and sharing: nothing of it exists yet."""
    rows = examples(asked.framework, asked.own_roles)[:MOST_EXAMPLES]
    text = _later(asked)
    return answer(View(_title(asked), text, rows_heading=say.MEANWHILE, rows=rows, buttons=_files(asked)), text)


def _files(asked: Asked) -> tuple[Button, ...]:
    """Whoever wants to share something can hand on a file."""
    return (next_steps.plain(asked.framework, Intent.EXPORT, say.TAKE_AWAY),) if asked.reading.intent is Intent.SHARE else ()


def _title(asked: Asked) -> str:
    return say.TITLES[asked.reading.intent]


def _later(asked: Asked) -> str:
    return f"{say.LATER[asked.reading.intent]} {say.INSTEAD[asked.reading.intent]}"
