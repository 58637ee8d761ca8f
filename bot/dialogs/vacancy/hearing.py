"""The words that are meant for the job description at hand. Questions are left alone, and answered with the way back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from bot.cards.view import Button
from bot.dialogs import files
from bot.dialogs.asked import Asked
from bot.dialogs.grading.basis import of_record as in_grading
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.dialogs.vacancy import commanding, listing, opening, order, regrading, showing, undoing
from bot.dialogs.vacancy.bringing import graded_own, grading_at_hand
from bot.dialogs.vacancy.moves import finished
from bot.dialogs.vacancy.roles import roles_meant
from bot.dialogs.vacancy.work import Case, find, held
from bot.documents import kinds
from bot.people.profile import Profile
from bot.phrases.en import vacancy as say
from bot.understanding.reading import Intent, Outcome, Understood
from bot.vacancies.checks import SECTION

LASTS = 24 * 3600.0  # an older card is no longer waited for
FEW_WORDS = 10  # so many words may name a role and nothing else
MOST_WORDS = 40  # and so many may tell of the post besides, where they are no wish for anything else
_OF_A_POST = frozenset({Intent.JOB_DESCRIPTION, Intent.EXPECTATIONS, Intent.FIND_GRADE, Intent.COMPARE, Intent.OUT_OF_SCOPE})
_STEPS = frozenset({*order.NAMES, order.OVERVIEW})


def hears(asked: Asked, focus: Focus, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """The answer to words about the job description; None where they mean something else."""
    if asked.turn.now.timestamp() - focus.since > LASTS:
        return None
    if focus.step == order.ROLE:
        return _role(asked, focus.record, text, read)
    if focus.step.startswith(order.LIST):
        return _listed(asked, focus, text, read)
    if focus.step == order.DELETED:
        wanted = (heard := asked.reader.describing.orders.heard(text)) is not None and heard.name == "undo"
        return replace(listing.undo(asked, listing.undoing(focus.record)), replaces=False) if wanted else None
    case = find(asked, focus.record)
    if case is None or case.role is None:
        return None
    return _to_case(case, focus.step, text, read)


def _to_case(case: Case, step: str, text: str, read: Callable[[], Outcome]) -> Reply | None:
    if case.asked.reader.grading.wants_it(text):
        return graded_own(case, step)
    return _ordered(case, step, text) or commanding.commanded(case, step, text, read)


def way_back(asked: Asked, focus: Focus) -> Button | None:
    """The way back to the step that one was at."""
    case = find(asked, focus.record)
    if case is None:
        return None
    return Button(say.BACK_TO_IT, case.move("open", focus.step if order.known(case, focus.step) else ""))


def _ordered(case: Case, step: str, text: str) -> Reply | None:
    """A short order: where to go, what to do with the whole of it."""
    heard = case.asked.reader.describing.orders.heard(text)
    if heard is None:
        return None
    if step.startswith(order.REGRADE):
        return _regraded(case, step, heard.name)
    if step == order.CAREER and heard.name in ("keep", "drop", "yes", "no"):
        after = case.with_body(case.body.with_(career=heard.name in ("keep", "yes")))
        return showing.go(case, after, order.CHECKS)
    if heard.name == "section" and heard.number:
        sections = case.body.sections
        there = 0 < heard.number <= len(sections)
        return showing.go(case, case, SECTION + sections[heard.number - 1].id) if there else None
    if heard.name in _STEPS and (heard.name in order.steps(case.framework) or heard.name == order.OVERVIEW):
        return showing.go(case, case, heard.name)
    whole = _WHOLE.get(heard.name)
    return whole(case, step) if whole else None


def _regraded(case: Case, step: str, order_name: str) -> Reply | None:
    """What becomes of the lines that no longer fit, once it is known for which role."""
    role = case.framework.roles.get(step.partition(":")[2])
    if order_name in ("no", "later", "back", order.OVERVIEW):
        return showing.show(case, order.OVERVIEW)
    if role is None:
        return None
    if order_name in ("drop", "none", "next", "yes"):
        return regrading.changed(case, role, frozenset())
    return (
        regrading.changed(case, role, regrading.everything_unfit(case, role))
        if order_name in ("keep", "keep_these", "all", "rest")
        else None
    )


def _role(asked: Asked, grading: str, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """A role named after it was asked for; a question, or a wish for another thing, is none. The duties of a grading go along."""
    heard = asked.reader.describing.orders.heard(text)
    if heard is not None and heard.name == "later":
        return Reply(say.LATER, focus=None)
    if heard is not None and heard.name == "list":
        return listing.listed(asked, held(asked))
    record = grading_at_hand(asked, grading) if grading else None
    asked = in_grading(asked, record) if record else asked
    post, told = asked.reader.describing.header_after(text)
    means = partial(asked.reader.read, post, asked.framework.id, Profile()) if told else read
    roles = () if asked.reader.spoken.asks(text) or not _of_a_post(post, means) else roles_meant(asked, means())
    if not roles:
        return None
    if len(roles) > 1:
        return opening.which_role(asked, roles, grading=grading)
    return opening.begin_for(asked, asked.framework, roles[0], grading=grading)


def _of_a_post(text: str, read: Callable[[], Outcome]) -> bool:
    """Whether words may tell which post it is: a few, or more that are plainly meant for nothing else."""
    length = len(text.split())
    outcome = read() if FEW_WORDS < length <= MOST_WORDS and "\n" not in text.strip() else None
    if outcome is None:
        return length <= FEW_WORDS
    return not isinstance(outcome, Understood) or outcome.reading.intent in _OF_A_POST


def _listed(asked: Asked, focus: Focus, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """One of the list, for what it was shown for or what is said to be done with it; another order is for the one changed last."""
    drafts = held(asked)[: listing.MOST_LISTED]
    heard = asked.reader.describing.orders.heard(text)
    if heard is not None and heard.name == "new":
        return opening.which_role(asked)
    chosen = _chosen(asked, focus, text, drafts)
    if chosen is not None or not drafts:
        return chosen
    return _to_case(drafts[0], order.OVERVIEW, text, read)


def _chosen(asked: Asked, focus: Focus, text: str, drafts: tuple[Case, ...]) -> Reply | None:
    """What a number in the list is said with: "2", "open the first", "delete 3", "copy the last one"."""
    do, which = asked.reader.describing.of_the_list(text)
    then = do or focus.step.partition(":")[2]
    places = which.of(len(drafts)) if which and not which.everything else None
    if which and which.numbers and places is None and drafts:
        return listing.listed(asked, drafts, say.NO_SUCH_ONE, then)
    if not places or len(places) != 1:
        return None
    case = drafts[places[0] - 1]
    match then:
        case "delete":
            return listing.deleted(case)
        case "copy":
            return listing.copied(case, asked.turn.new_id())
    return showing.show(case, case.body.step if order.known(case, case.body.step) else order.OVERVIEW)


def _later(_case: Case, _step: str) -> Reply:
    return Reply(say.LATER, focus=None)


def _next(case: Case, step: str) -> Reply | None:
    """On to the next; on the overview, to where its author is."""
    if step == order.OVERVIEW:
        return showing.show(case, case.body.step if order.known(case, case.body.step) else order.HEADER)
    if step == order.CHECKS:
        return finished(case)
    return showing.go(case, case, order.after(case, step)) if order.known(case, step) else None


def _rest(case: Case, step: str) -> Reply | None:
    """The other sections stay as they were suggested; anywhere else there is nothing more to choose."""
    return showing.go(case, case, order.DUTIES) if step == order.SECTIONS or step.startswith(SECTION) else _next(case, step)


def _walk(case: Case, _: str) -> Reply | None:
    """Every section, beginning with the first."""
    return showing.go(case, case, SECTION + case.body.sections[0].id) if case.body.sections else None


def _nothing(case: Case, step: str) -> Reply | None:
    """Nothing to add to the duties; in a list it is said of its lines."""
    return _next(case, step) if step == order.DUTIES else None


def _back(case: Case, step: str) -> Reply | None:
    return showing.go(case, case, order.before(case, step)) if order.known(case, step) else None


_WHOLE: Mapping[str, Callable[[Case, str], Reply | None]] = {
    "next": _next,
    "rest": _rest,
    "keep_these": _next,
    "walk": _walk,
    "yes": _next,
    "no": _nothing,
    "none": _nothing,
    "back": _back,
    "later": _later,
    "finish": lambda case, _: finished(case),
    "word": lambda case, _: files.offered(case.asked, kinds.JOB_DESCRIPTION, case.record.id),
    "copy": lambda case, _: listing.copied(case, case.asked.turn.new_id()),
    "delete": lambda case, _: listing.deleted(case),
    "undo": undoing.undone,
    "new": lambda case, _: opening.which_role(case.asked),
    "list": lambda case, _: listing.listed(case.asked, held(case.asked)),
    "more": lambda case, _: showing.show(case, order.OVERVIEW),
}
