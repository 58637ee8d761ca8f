"""Any step of a job description shown, and a form taken before the next one is."""

from collections.abc import Mapping
from dataclasses import replace

from bot.cards.payloads import Move
from bot.dialogs.presses import seen
from bot.dialogs.reply import Reply
from bot.dialogs.vacancy import checking, duties, header, order, overview, person, progression, tasks
from bot.dialogs.vacancy.taking import Taken
from bot.dialogs.vacancy.work import Case, stored
from bot.phrases.en import vacancy as say
from bot.vacancies.checks import SECTION

_FORMS = {order.HEADER: header.card, order.DUTIES: duties.card, order.PERSON: person.card, order.CAREER: progression.card}
_WITHOUT_FORM = {order.SECTIONS: tasks.all_sections, order.CHECKS: checking.card, order.DONE: overview.done}
_MOST_TYPED = 9_000  # bytes of what was typed that a card can show once more


def show(case: Case, step: str, said: str = "", typed: Mapping[str, str] | None = None) -> Reply:
    """A step as it is; `typed` is what was entered and could not be taken."""
    if step.startswith(SECTION):
        return tasks.one_section(case, step.removeprefix(SECTION), said, typed)
    with_form = _FORMS.get(step)
    if with_form:
        return with_form(case, said, typed)
    return _WITHOUT_FORM.get(step, overview.card)(case, said)


def go(before: Case, after: Case, step: str, said: str = "", move: Move | None = None) -> Reply:
    """On to a step, with what was changed saved; where one is, is kept as well, so that it can be taken up again there."""
    at = after.with_body(after.body.with_(step=step)) if order.known(after, step) else after
    kept, saves = stored(before, at, move)
    return replace(show(kept, step, said), saves=saves)


def taken(case: Case, step: str, move: Move) -> Taken:
    """What the form of a step brings."""
    if step.startswith(SECTION):
        return tasks.taken(case, step.removeprefix(SECTION), move)
    forms = {order.HEADER: header.taken, order.DUTIES: duties.taken, order.PERSON: person.taken, order.CAREER: progression.taken}
    return forms[step](case, move) if step in forms else Taken(case)


def pressed(case: Case, move: Move, step: str, said: str = "") -> Reply:
    """A button that takes the form of its card along, and leads to a step. Pressed twice, it counts once."""
    if seen(case.body.presses, move):
        return show(case, step)
    found = taken(case, move.row, move)
    if found.problem:
        return refused(case, found, move.row)
    return go(case, found.case, step, said, move)


def refused(case: Case, found: Taken, step: str) -> Reply:
    """A kind refusal: the card again with what was typed, or the reason alone where that is too much to show."""
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in found.typed.values())
    if size > _MOST_TYPED:
        return Reply(say.much(found.problem))
    kept, saves = stored(case, found.case)
    return replace(show(kept, step, found.problem, found.typed), saves=saves)
