"""A grading begun and opened again: a list that was pasted, the form where none was, and what was graded before."""

from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Row, View
from bot.dialogs import details, profile
from bot.dialogs.asked import Asked
from bot.dialogs.finding_grades import finding_grades
from bot.dialogs.grading import asking, forms
from bot.dialogs.grading.basis import LIST, anew, every, find, gone, in_place, known, look, of_record, told, worked_out
from bot.dialogs.grading.result import result
from bot.dialogs.grading.result import why as reasons
from bot.dialogs.holding import day_of
from bot.dialogs.presses import place_of
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Said
from bot.people.records import Record
from bot.phrases.en import grading as say
from bot.phrases.en.names import clipped
from bot.understanding.reading import Intent
from bot.vacancies.model import LONGEST_DUTY, LONGEST_LIST, MOST_DUTIES, DutyGrading, GradingRecord

MOST_LISTED = 10
_TITLE = 120
MOST_DIGITS = 3


def which_grade(asked: Asked) -> Reply:
    """Which grade does something: one duty is looked up; a list of them, or a wish to have a job graded, is a grading."""
    words, typed = asked.reader.grading, asked.turn.arrived
    duties = (words.duties(typed.text) or _told_before(asked)) if isinstance(typed, Said) else ()
    if not (duties or words.wished(asked.reading.said) or words.wants_the_last(asked.reading.said)):
        return finding_grades(asked)
    if not asked.personal:
        return profile.only_in_personal_chat()
    if asked.guest:
        return details.nothing_kept(asked)
    if duties:
        return pasted(asked, duties)
    return shown(asked) if words.wants_the_last(asked.reading.said) else forms.empty(asked)


def _told_before(asked: Asked) -> tuple[str, ...]:
    """What was told in the question before, where it is wanted graded just so: "grade them"."""
    words, last = asked.reader.grading, asked.last
    wanted = words.wants_it(asked.reading.said) and last is not None and last.intent is Intent.FIND_GRADE
    return tuple(line for line in words.lines(last.said) if not words.wished(line)) if wanted and last else ()


def pasted(asked: Asked, duties: tuple[str, ...], id_: str = "") -> Reply:
    """Duties were given: they are kept as they are, and graded. The very same list again is the grading that there is of it.

    Nothing is kept of lines of which the framework says nothing at all: they may be no duties.
    """
    refused = refusal(duties)
    if refused:
        return forms.refused(asked, refused, duties)
    there = next((each for each in every(asked) if each.body.duties == duties and each.body.framework == asked.framework.id), None)
    if there is not None:
        return opened(asked, there)
    body = DutyGrading(framework=asked.framework.id, duties=duties, made=asked.turn.now.timestamp())
    if not worked_out(asked, body).known:
        return forms.refused(asked, say.SAY_PLAINLY, duties)
    return saved(asked, Record(id_ or asked.turn.new_id(), body))


def refusal(duties: tuple[str, ...]) -> str:
    """Why these lines cannot be graded together, and what to do; empty where they can."""
    length, longest = sum(map(len, duties)), max(map(len, duties), default=0)
    if not duties:
        return say.NOTHING_IN_IT
    if len(duties) > MOST_DUTIES:
        return say.too_many(len(duties), MOST_DUTIES)
    if length > LONGEST_LIST:
        return say.too_long(length, LONGEST_LIST)
    return say.line_too_long(longest, LONGEST_DUTY) if longest > LONGEST_DUTY else ""


def saved(asked: Asked, record: GradingRecord, said: str = "") -> Reply:
    """A grading that is to be stored, and what comes next in it."""
    return replace(opened(asked, replace(record, version=record.version + 1), said), saves=(record,))


def opened(asked: Asked, record: GradingRecord, said: str = "") -> Reply:
    """A grading as it stands: the question that waits, or the result."""
    if not known(asked, record):
        return told(asked, View(say.TITLE, say.NO_FRAMEWORK, buttons=(anew(), forms.delete_button(asked, record))), say.NO_FRAMEWORK)
    asked = of_record(asked, record)
    found = worked_out(asked, record.body)
    if found.question is None:
        return result(asked, record, found, said)
    if record.body.answers or said:
        return asking.next_(asked, record, found, found.question, said)
    return asking.first(asked, record, found, found.question)


def open_(asked: Asked, move: Move) -> Reply:
    """Open a grading."""
    record = find(asked, move.record)
    return in_place(opened(asked, record) if record else gone(asked))


def lines(asked: Asked, move: Move) -> Reply:
    """Show the lines of a grading from one of them on."""
    record = find(asked, move.record)
    if record is None or not known(asked, record):
        return in_place(gone(asked) if record is None else opened(asked, record))
    start = place_of(move.row, MOST_DIGITS)
    return in_place(asking.lines(of_record(asked, record), record, start))


def why(asked: Asked, move: Move) -> Reply:
    """Show all the reasons of a result; while a question waits, that."""
    record = find(asked, move.record)
    if record is None or not known(asked, record):
        return in_place(gone(asked) if record is None else opened(asked, record))
    within = of_record(asked, record)
    found = worked_out(within, record.body)
    return in_place(reasons(within, record, found) if found.question is None else opened(asked, record))


def show(asked: Asked, _: Move) -> Reply:
    """Show what was graded."""
    return shown(asked)


def shown(asked: Asked) -> Reply:
    """The one grading, a list of several, or the form where there is none."""
    held = every(asked)
    if len(held) < 2:  # noqa: PLR2004 - one is opened
        return opened(asked, held[0]) if held else forms.empty(asked)
    rows = tuple(
        Row(
            clipped(each.body.duties[0], _TITLE),
            look("open", each),
            say.listed_as(len(each.body.duties), day_of(asked.turn, each.body.made)),
        )
        for each in held[:MOST_LISTED]
    )
    view = View(say.LISTED, say.have(len(held)), rows_heading=say.PRESS_ONE, rows=rows, buttons=(anew(),))
    return told(asked, view, say.have(len(held)), step=LIST)
