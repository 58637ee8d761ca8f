"""Where a competency begins, and how it grows through the grades, as a picture."""

from collections.abc import Sequence

from bot.cards import careers as cards
from bot.cards.comparisons import tally
from bot.cards.payloads import Ask
from bot.cards.view import Button, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.framework.model import Framework, Role
from bot.phrases.en import buttons
from bot.phrases.en import career as say
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent


def growth(asked: Asked, competency: str, roles: Sequence[Role]) -> Reply:
    """Answer for one competency and the roles shown, lowest first."""
    framework, chosen = asked.framework, asked.framework.competencies[competency]
    expected = [role for role in roles if chosen.expectations[role.id].kind == "stated"]
    lead = say.growth_lead(chosen.short, next(iter(expected), None), _most(framework, competency, expected), len(expected), len(roles))
    in_full = asked.reading.with_(intent=Intent.EXPECTATIONS, grades=tuple(dict.fromkeys(role.grade for role in roles)))
    view = View(
        say.growth_title(chosen.short),
        lead,
        source=source(framework, (chosen.place,)),
        buttons=(Button(buttons.SHOW_ALL, Ask(in_full.with_(competencies=(competency,)), 0)), next_steps.develop(framework, competency)),
        rungs=cards.growth(framework, competency, roles),
    )
    return answer(view, lead)


def _most(framework: Framework, competency: str, roles: Sequence[Role]) -> tuple[Role, str] | None:
    """The role where the competency grows most, and by how much."""
    steps = [(role, grown) for role in roles if (grown := cards.growth_of(framework, competency, role)) and grown.size]
    role, grown = max(steps, key=lambda step: step[1].size, default=(None, None))
    return (role, tally(framework, grown)) if role and grown else None
