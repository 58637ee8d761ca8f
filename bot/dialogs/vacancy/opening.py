"""A job description asked for: a new one for a role, one taken up again, a list, a copy, one deleted, or what goes into one."""

from collections.abc import Callable
from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Row, View
from bot.dialogs import files, profile
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.grading.basis import of_record as in_grading
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus, Said
from bot.dialogs.vacancy import listing, order
from bot.dialogs.vacancy.about import about, not_here
from bot.dialogs.vacancy.bringing import GRADED, begin_move, graded_roles, grading_at_hand, put, told
from bot.dialogs.vacancy.header import headed
from bot.dialogs.vacancy.roles import named, roles_meant
from bot.dialogs.vacancy.showing import go, show
from bot.dialogs.vacancy.work import MOST_DRAFTS, NAME, Case, day_of, gone, held, in_place
from bot.documents import kinds
from bot.framework.model import Framework, Role
from bot.people.profile import Profile
from bot.people.records import Record
from bot.phrases.en import vacancy as say
from bot.phrases.en.names import clipped
from bot.understanding.describing import Ask
from bot.vacancies.before import remembered
from bot.vacancies.draft import Draft
from bot.vacancies.model import GradingRecord
from bot.vacancies.sections import filled, untouched

_OF_EARLIER: tuple[tuple[Ask, Callable[[Asked, tuple[Case, ...]], Reply]], ...] = (
    ("delete", listing.delete),
    ("list", listing.listed),
    ("copy", listing.copy),
)
MOST_EARLIER = 3
_NAME = 80


def job_description(asked: Asked) -> Reply:
    """What was asked for in words, or by the button of another dialog."""
    hears, said = asked.reader.describing, asked.reading.said
    if hears.asks_for("about", said):
        return about(asked)
    if not asked.personal:
        return profile.only_in_personal_chat()
    if asked.guest:
        return not_here(asked)
    record = grading_at_hand(asked)
    roles = _in_the_words(asked) if record or _told_besides(asked) else named(asked)
    earlier = _earlier_one(asked, roles)
    if earlier is not None:
        return earlier
    if record is not None and not roles:
        return from_grading(asked, record)
    grading = record.id if record else ""
    return begin_for(asked, asked.framework, roles[0], grading=grading) if len(roles) == 1 else which_role(asked, roles, grading=grading)


def _in_the_words(asked: Asked) -> tuple[Role, ...]:
    """The roles that are named in the message itself: after a grading, one that was talked of before is not meant."""
    typed = asked.turn.arrived
    if not isinstance(typed, Said):
        return named(asked)
    post, _ = asked.reader.describing.header_after(typed.text)
    return roles_meant(asked, asked.reader.read(post, asked.framework.id, Profile()))


def _told_besides(asked: Asked) -> bool:
    """Whether the message fills in fields of the header as well; what they say names no role."""
    typed = asked.turn.arrived
    return isinstance(typed, Said) and bool(asked.reader.describing.header_after(typed.text)[1])


def graded(asked: Asked, move: Move) -> Reply:
    """One for the duties of a grading, by the button under its result; pressed twice, it is the same one."""
    there = _there(asked, move)
    record = grading_at_hand(asked, move.record)
    return in_place(there or (from_grading(asked, record, move.nonce) if record else which_role(asked)))


def from_grading(asked: Asked, record: GradingRecord, nonce: str = "") -> Reply:
    """For the one role that duties were graded as, or for which of the roles in their range."""
    asked, roles = in_grading(asked, record), graded_roles(asked, record)
    if len(roles) == 1:
        return begin_for(asked, asked.framework, roles[0], nonce, record.id)
    return which_role(asked, roles, say.WHICH_IN_RANGE, record.id)


def _earlier_one(asked: Asked, roles: tuple[Role, ...]) -> Reply | None:
    """What is to be done with one that there is; None where a new one is wanted."""
    hears, said, drafts = asked.reader.describing, asked.reading.said, held(asked)
    for ask, answered in _OF_EARLIER:
        if hears.asks_for(ask, said):
            return answered(asked, drafts)
    if drafts and not roles and hears.asks_for("away", said):
        return files.offered(asked, kinds.JOB_DESCRIPTION, drafts[0].record.id)
    if hears.asks_for("go_on", said):
        return listing.go_on(asked, _of(drafts, roles)) if drafts else which_role(asked, (), say.NONE_YET)
    return None


def which_role(asked: Asked, roles: tuple[Role, ...] = (), said: str = "", grading: str = "") -> Reply:
    """Every role to press, or those that were named, and the drafts there are. The duties of a grading go along."""
    framework = asked.framework
    text = said or say.WHICH_TEXT
    rows = tuple(
        Row(say.for_role(role), begin_move(NAME, role, asked.turn.new_id(), grading, framework.id))
        for role in roles or framework.roles.values()
    )
    earlier = tuple(_earlier(case) for case in held(asked)[:MOST_EARLIER]) if not roles else ()
    view = View(say.TITLE if said else say.WHICH_ROLE, text, rows=(*rows, *earlier))
    return replace(answer(view, text), focus=Focus(NAME, grading, order.ROLE, asked.turn.now.timestamp()))


def begin(asked: Asked, move: Move) -> Reply:
    """One for the role of the button; pressed twice, it is the same one."""
    framework = asked.library.frameworks.get(move.field("of"), asked.framework)
    role = framework.roles.get(move.row)
    if role is None:
        return in_place(which_role(asked))
    there = _there(asked, move)
    return in_place(there or begin_for(asked, framework, role, move.nonce, move.field(GRADED)))


def _there(asked: Asked, move: Move) -> Reply | None:
    """What a press has begun already."""
    there = asked.turn.records.find(Draft, move.nonce) if move.nonce else None
    if there is None:
        return None
    return gone() if there.body.deleted else show(Case(asked, there), there.body.step or order.HEADER)


def new(asked: Asked, _: Move) -> Reply:
    """Which role the next one is for."""
    return in_place(which_role(asked))


def begin_for(asked: Asked, framework: Framework, role: Role, id_: str = "", grading: str = "") -> Reply:
    """A draft filled in for a role; one that was begun for it and not touched since is taken instead. The duties of a grading go in."""
    drafts = held(asked)
    idle = next((case for case in drafts if _idle(case, framework, role)), None)
    record = grading_at_hand(asked, grading) if grading else None
    duties = record.body.duties if record else ()
    if idle is not None and not (id_ and duties):
        return _with(idle, duties, say.begun(role))
    if len(drafts) >= MOST_DRAFTS:
        return listing.listed(asked, drafts, say.TOO_MANY.format(count=len(drafts)))
    body = Draft(
        framework=framework.id, role=role.id, sections=filled(framework, role), step=order.HEADER, begun=asked.turn.now.timestamp()
    )
    return _with(Case(asked, Record(id_ or asked.turn.new_id(), body)), duties, say.begun(role))


def _with(case: Case, duties: tuple[str, ...], said: str) -> Reply:
    """A draft at its header, with duties where there are any; a new one is saved."""
    filled_in = case.with_body(headed(case))
    found = put(filled_in, duties) if duties else None
    text = f"{said} {told(found)}" if found else said
    after = case.with_body(found.draft) if found else filled_in
    if case.record.version:
        return go(case, after, order.HEADER, text)
    record = replace(case.record, body=remembered(case.body, after.body))
    return replace(show(Case(case.asked, replace(record, version=1)), order.HEADER, text), saves=(record,))


def _idle(case: Case, framework: Framework, role: Role) -> bool:
    return (case.body.framework, case.body.role) == (framework.id, role.id) and untouched(framework, role, case.body)


def _of(drafts: tuple[Case, ...], roles: tuple[Role, ...]) -> tuple[Case, ...]:
    """Those for the roles named; where there are none of these, all."""
    ids = {role.id for role in roles}
    return tuple(case for case in drafts if case.body.role in ids) or drafts


def _earlier(case: Case) -> Row:
    moment = case.body.begun if case.body.done is None else case.body.done
    return Row(f"{say.CARRY_ON}: {clipped(case.name, _NAME)}", case.move("open"), day_of(case, moment))
