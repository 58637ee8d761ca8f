"""The duties that only this post has, a line each."""

from collections.abc import Mapping, Sequence

from bot.cards.payloads import Move
from bot.cards.view import Entry, Line, Section, View
from bot.dialogs.reply import Reply
from bot.dialogs.vacancy import drawing, order
from bot.dialogs.vacancy.taking import Taken, too_long
from bot.dialogs.vacancy.work import Case, entered, marks
from bot.phrases.en import vacancy as say
from bot.vacancies.draft import LONGEST_LINE
from bot.vacancies.editing import with_duties
from bot.vacancies.sections import most_duties, place_of_duties

DUTIES = "duties"


def card(case: Case, said: str = "", typed: Mapping[str, str] | None = None) -> Reply:
    """The form, and the duties with their numbers for words."""
    text = "\n".join(case.body.duties)
    lead = say.duties_lead(case.framework, place_of_duties(case.framework), most_duties(case.framework))
    lines = tuple(Line(duty, str(at)) for at, duty in enumerate(case.body.duties, 1))
    view = View(
        say.DUTIES,
        f"{said} {lead}".strip(),
        (Section(lines=lines),) if lines else (),
        fields=(Entry(DUTIES, say.DUTIES_FIELD, (typed or {}).get(DUTIES, text), say.DUTIES_HINT, long=True),),
        buttons=drawing.buttons(case, order.DUTIES, marks({DUTIES: text})),
    )
    return drawing.card(case, order.DUTIES, view)


def taken(case: Case, move: Move) -> Taken:
    """The duties of the form."""
    text = entered(move, DUTIES)
    return Taken(case) if text is None else entering(case, split(text), text)


def entering(case: Case, duties: Sequence[str], text: str) -> Taken:
    """These duties, by the form or in words; `text` is what was typed."""
    most = most_duties(case.framework)
    if len(set(duties)) > most:
        return Taken(case, say.too_many_duties(len(set(duties)), most), {DUTIES: text})
    refused = next((each for duty in duties if (each := too_long(case, duty, LONGEST_LINE, DUTIES))), None)
    if refused:
        return Taken(case, refused.problem, {DUTIES: text})
    return Taken(case.with_body(with_duties(case.framework, case.body, duties)))


def split(text: str) -> tuple[str, ...]:
    """A duty for each line, without what marks it as one of a list."""
    lines = (line.strip().lstrip("-–•*·").strip() for line in text.splitlines())
    return tuple(line for line in lines if line)
