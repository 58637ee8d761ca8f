"""Duties brought into a job description: pasted while it is written, or taken over from a grading; and its own duties graded."""

from bot.cards.payloads import Move
from bot.dialogs.asked import Asked
from bot.dialogs.grading.basis import find as find_grading
from bot.dialogs.grading.basis import in_framework, worked_out
from bot.dialogs.grading.basis import of_record as in_grading
from bot.dialogs.grading.opening import pasted as graded_anew
from bot.dialogs.reply import Reply
from bot.dialogs.vacancy import order, showing, tasks
from bot.dialogs.vacancy.work import Case
from bot.framework.model import Role
from bot.phrases.en import vacancy as say
from bot.vacancies.checks import SECTION, own_words
from bot.vacancies.model import GradingRecord
from bot.vacancies.placing import Placed, placed

GRADED = "graded"  # in a press: the grading whose duties go along


def brought(case: Case, step: str, text: str) -> Reply | None:
    """A list of duties that was pasted: into the section shown, or where each belongs. None where it is no list, or to be graded."""
    words = case.asked.reader.grading
    duties = words.duties(text)
    if not duties or words.asks_for_the_grade(text) or not (order.known(case, step) or step == order.OVERVIEW):
        return None
    section = case.body.section(step.removeprefix(SECTION)) if step.startswith(SECTION) else None
    if section is not None:
        return _into(case, section.id, duties)
    found = put(case, duties)
    to = step if step == order.SECTIONS and not found.own else order.DUTIES
    return showing.go(case, case.with_body(found.draft), to, told(found))


def put(case: Case, duties: tuple[str, ...]) -> Placed:
    """A draft with duties put in where they belong."""
    reader, framework = case.asked.reader, case.framework
    return placed(framework, case.body, duties, lambda text: reader.points_to(text, framework.id))


def told(found: Placed) -> str:
    """Where duties went."""
    return say.brought(found.own, found.sections, [*found.left])


def grading_at_hand(asked: Asked, id_: str = "") -> GradingRecord | None:
    """The grading that goes along: the one named, or that which the conversation is at; None where there is none in this framework."""
    focus = asked.turn.memory.focus
    record = find_grading(asked, id_ or (focus.record if focus and focus.dialog == "grading" else ""))
    return record if record and record.body.framework in asked.library.frameworks else None


def graded_roles(asked: Asked, record: GradingRecord) -> tuple[Role, ...]:
    """The roles in the range of a grading, the likeliest first."""
    return worked_out(in_grading(asked, record), record.body).roles


def graded_own(case: Case, step: str) -> Reply:
    """The author's own words graded, where there are any: the other tasks are the framework's, at the role's grade."""
    own = tuple(text for _, text in own_words(case.body))
    if not own:
        return showing.show(case, step, say.NOTHING_TO_GRADE)
    return graded_anew(in_framework(case.asked, case.framework.id), own)


def begin_move(dialog: str, role: Role, nonce: str, grading: str, framework: str) -> Move:
    """The press that begins one for a role, with the duties of a grading."""
    given = (("of", framework), *(((GRADED, grading),) if grading else ()))
    return Move(dialog, "begin", row=role.id, nonce=nonce, given=given)


def _into(case: Case, id_: str, duties: tuple[str, ...]) -> Reply:
    """Each a line of one section; those that it has no room for are told."""
    after, left = case, []
    for duty in duties:
        found = tasks.with_task(after, id_, duty)
        after = found.case
        left += [duty] if found.problem and found.problem != say.ALREADY else []
    said = say.brought_here(len(duties) - len(left), left)
    return showing.go(case, after, SECTION + id_, said)
