"""What every card of a job description has: its title, how far one is, and words cut only where a card could not hold them all."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.cards.view import Button, Progress, View
from bot.dialogs.answering import answer
from bot.dialogs.reply import Reply
from bot.dialogs.vacancy import order
from bot.dialogs.vacancy.work import Case
from bot.phrases.en import vacancy as say
from bot.phrases.en.sources import source
from bot.vacancies.checks import SECTION

MOST_BYTES = 26_500  # Teams takes 28 kB, and a way back may still be added
WIDEST = 240
_WIDTHS = (500, WIDEST, 120, 60, 30)  # characters of each line: as wide as fits


def card(case: Case, step: str, view: View) -> Reply:
    """A card of a step; its lead, or else where one is, stands alone."""
    at, of = order.place(case, step)
    told = say.step(at, of, order.NAMES[order.SECTIONS if step.startswith(SECTION) else step])
    whole = replace(view, progress=Progress(at, of, f"{case.name}. {told}"), source=view.source or _source(case))
    text = f"{view.title}. {view.lead}" if step.startswith(SECTION) else view.lead or say.at(case.name, view.title)
    return replace(answer(whole, text), focus=case.focus(step))


def fitted(drawn: Callable[[int], Reply]) -> Reply:
    """The first of a card drawn narrower and narrower that a message can hold."""
    replies = (drawn(width) for width in _WIDTHS)
    return next((reply for reply in replies if size(reply) <= MOST_BYTES), None) or drawn(_WIDTHS[-1])


def size(reply: Reply) -> int:
    """How many bytes a card has."""
    return len(json.dumps(reply.card, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def buttons(case: Case, step: str, given: Mapping[str, str], first: tuple[str, str] = (say.NEXT, "next")) -> tuple[Button, ...]:
    """On, back and the overview; each takes the form along."""
    title, move = first
    back = Button(say.BACK, case.move("back", step, **given)) if step != order.HEADER else None
    overview = Button(say.OVERVIEW, case.move("overview", step, **given))
    return (Button(title, case.move(move, step, **given)), *((back,) if back else ()), overview)


def _source(case: Case) -> str:
    template = case.framework.job_description
    return source(case.framework, (template.place,) if template else ())
