"""The header: title, grade, department, who reports to whom, contacts and purpose, filled in as far as it follows from the role."""

from collections.abc import Mapping

from bot.cards.payloads import Move
from bot.cards.view import Entry, Line, Row, Section, View
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Said
from bot.dialogs.vacancy import drawing, order
from bot.dialogs.vacancy.taking import Taken, too_long
from bot.dialogs.vacancy.work import Case, day_of, entered, held, marks
from bot.phrases.en import vacancy as say
from bot.phrases.en.names import capital
from bot.vacancies.draft import LONGEST_ENTRY, LONGEST_TEXT, Draft
from bot.vacancies.header import GRADE, PURPOSE, fields, shown
from bot.vacancies.sections import untouched


def card(case: Case, said: str = "", typed: Mapping[str, str] | None = None) -> Reply:
    """The form. `typed` is what was entered and could not be taken."""
    framework = case.framework
    values = {id_: shown(framework, case.body, id_) for id_ in fields(framework) if id_ != GRADE}
    entries = tuple(_entry(case, id_, (typed or {}).get(id_, value)) for id_, value in values.items())
    first = untouched(framework, case.role, case.body) if case.role else False
    earlier = _earlier(case) if first else ()
    notes = (say.FILLED_IN, *((say.areas(framework, say.FROM_COMPETENCIES),) if framework.job_description is None else ()), say.ONLY_YOU)
    view = View(
        say.HEADER,
        said,
        (Section(lines=tuple(map(Line, notes))),) if first else (),
        say.EARLIER_ONE if earlier else "",
        earlier,
        fields=entries,
        buttons=drawing.buttons(case, order.HEADER, marks(values)),
    )
    return drawing.card(case, order.HEADER, view)


def taken(case: Case, move: Move) -> Taken:
    """The fields that were changed on the form."""
    for id_ in fields(case.framework):
        text = None if id_ == GRADE else entered(move, id_)
        if text is None:
            continue
        refused = too_long(case, text, longest(id_), id_)
        if refused:
            return refused
        case = case.with_body(case.body.with_entered(id_, text))
    return Taken(case)


def headed(case: Case) -> Draft:
    """The draft with the fields that the message which begins it fills as well."""
    typed, known = case.asked.turn.arrived, fields(case.framework)
    told = case.asked.reader.describing.header_after(typed.text)[1] if isinstance(typed, Said) else ()
    draft = case.body
    for id_, words in told:
        if id_ in known and id_ != GRADE and len(words) <= longest(id_):
            draft = draft.with_entered(id_, capital(words))
    return draft


def longest(id_: str) -> int:
    """How much a field takes."""
    return LONGEST_TEXT if id_ == PURPOSE else LONGEST_ENTRY


def _entry(case: Case, id_: str, value: str) -> Entry:
    return Entry(id_, say.header_name(case.framework, id_), value, say.HINTS.get(id_, ""), long=id_ == PURPOSE)


def _earlier(case: Case) -> tuple[Row, ...]:
    """The last one that was begun for the same role, to go on with instead."""
    others = [each for each in held(case.asked) if each.record.id != case.record.id and each.body.done is None]
    same = [each for each in others if (each.body.framework, each.body.role) == (case.body.framework, case.body.role)]
    return tuple(Row(say.CARRY_ON, each.move("open"), f"{each.name}, {day_of(each, each.body.begun)}") for each in same[:1])
