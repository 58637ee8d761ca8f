"""The person specification: what is essential and what is desirable, from the framework, the chosen tasks and the author."""

from collections.abc import Mapping

from bot.cards.payloads import Move
from bot.cards.view import Choice, Entry, Line, Section, View
from bot.dialogs.reply import Reply
from bot.dialogs.vacancy import drawing, order
from bot.dialogs.vacancy.taking import Taken, several, ticked, too_long
from bot.dialogs.vacancy.work import Case, entered, marks
from bot.phrases.en import vacancy as say
from bot.phrases.en.names import clipped
from bot.vacancies.draft import LONGEST_LINE, Need
from bot.vacancies.editing import decided
from bot.vacancies.specification import Criterion, needed, person_specification

ESSENTIAL, DESIRABLE, OWN = "essential", "desirable", "own"
MOST_CRITERIA = 24


def criteria(case: Case) -> tuple[Criterion, ...]:
    """Every line that there may be, in the order of its numbers."""
    return person_specification(case.framework, case.body)


def card(case: Case, said: str = "", typed: Mapping[str, str] | None = None) -> Reply:
    """Both lists to tick, numbered alike, and room for a line of the author's own."""
    return drawing.fitted(lambda width: _card(case, said, typed or {}, width))


def taken(case: Case, move: Move) -> Taken:
    """What was moved from one list to another, and a line of the author's own, which is essential until it is moved."""
    every = criteria(case)
    had = {need: frozenset(each.key for each in needed(every, need)) for need in (ESSENTIAL, DESIRABLE)}  # type: ignore[arg-type]
    now = {need: ticked(move, need, keys) for need, keys in had.items()}
    for each in every:
        need = _need(each.key, now, had)
        if need != each.need:
            case = case.with_body(decided(case.framework, case.body, each.text, need))
    own = entered(move, OWN)
    return with_criterion(case, own, "essential") if own else Taken(case)


def with_criterion(case: Case, text: str, need: Need) -> Taken:
    """A line of the author's own, by the form or in words."""
    refused = too_long(case, text, LONGEST_LINE, OWN)
    if refused:
        return refused
    if len(criteria(case)) >= MOST_CRITERIA and all(each.text != text for each in criteria(case)):
        return Taken(case, say.NO_ROOM, {OWN: text})
    return Taken(case.with_body(decided(case.framework, case.body, text, need)))


def _card(case: Case, said: str, typed: Mapping[str, str], width: int) -> Reply:
    every = criteria(case)
    options = tuple((each.key, say.numbered(at, clipped(each.text, width))) for at, each in enumerate(every, 1))
    essential, desirable = (tuple(each.key for each in needed(every, need)) for need in (ESSENTIAL, DESIRABLE))  # type: ignore[arg-type]
    given = {**several({ESSENTIAL: essential, DESIRABLE: desirable}), **marks({OWN: ""})}
    lists = (
        Choice(ESSENTIAL, say.ESSENTIAL, options, ",".join(essential), many=True),
        Choice(DESIRABLE, say.DESIRABLE, options, ",".join(desirable), many=True),
    )
    view = View(
        say.PERSON,
        f"{said} {say.PERSON_LEAD}".strip(),
        (Section(lines=(Line(say.PERSON_WORDS),)),),
        fields=(*(lists if options else ()), Entry(OWN, say.OWN_CRITERION, typed.get(OWN, ""), say.OWN_CRITERION_HINT)),
        buttons=drawing.buttons(case, order.PERSON, given),
    )
    return drawing.card(case, order.PERSON, view)


def _need(key: str, now: Mapping[str, frozenset[str]], had: Mapping[str, frozenset[str]]) -> Need:
    """In both lists, the one that it was newly ticked in."""
    if key in now[DESIRABLE] and (key not in now[ESSENTIAL] or key not in had[DESIRABLE]):
        return "desirable"
    return "essential" if key in now[ESSENTIAL] else "no"
