"""What the buttons of a job description do."""

from collections.abc import Callable

from bot.cards.payloads import Move
from bot.dialogs.asked import Asked
from bot.dialogs.presses import seen
from bot.dialogs.reply import Reply
from bot.dialogs.vacancy import checking, order, overview, regrading, showing, tasks, undoing
from bot.dialogs.vacancy.work import Case, find, gone, in_place
from bot.phrases.en import vacancy as say
from bot.vacancies.checks import SECTION
from bot.vacancies.editing import replaced

Moved = Callable[[Asked, Move], Reply]


def _of_case(then: Callable[[Case, Move], Reply]) -> Moved:
    """A move on a draft: one that is gone is told so, one whose role is gone gets another first."""

    def moved(asked: Asked, move: Move) -> Reply:
        case = find(asked, move.record)
        if case is None:
            return gone()
        if case.body.framework not in asked.library.frameworks:
            return Reply(say.FRAMEWORK_GONE)
        if case.role is None and move.move not in ("regrade", "move"):
            return in_place(regrading.which(case, (), say.ROLE_GONE))
        return in_place(then(case, move))

    return moved


def _next(case: Case, move: Move) -> Reply:
    return showing.pressed(case, move, order.after(case, _row(case, move)))


def _back(case: Case, move: Move) -> Reply:
    return showing.pressed(case, move, order.before(case, _row(case, move)))


def _overview(case: Case, move: Move) -> Reply:
    return showing.pressed(case, move, order.OVERVIEW)


def _one_by_one(case: Case, move: Move) -> Reply:
    first = case.body.sections[0].id if case.body.sections else ""
    return showing.pressed(case, move, SECTION + first if first else order.DUTIES)


def _open(case: Case, move: Move) -> Reply:
    step = move.row or case.body.step
    return showing.show(case, step if order.known(case, step) else order.OVERVIEW)


def _go(case: Case, move: Move) -> Reply:
    step = move.field(overview.TO)
    return showing.show(case, step if order.known(case, step) else order.OVERVIEW)


def _career(*, keep: bool) -> Callable[[Case, Move], Reply]:
    def moved(case: Case, move: Move) -> Reply:
        if seen(case.body.presses, move):
            return showing.show(case, order.CHECKS)
        found = showing.taken(case, order.CAREER, move)
        if found.problem:
            return showing.refused(case, found, order.CAREER)
        return showing.go(case, found.case.with_body(found.case.body.with_(career=keep)), order.CHECKS, move=move)

    return moved


def _finish(case: Case, move: Move) -> Reply:
    return finished(case, move)


def finished(case: Case, move: Move | None = None) -> Reply:
    """It is finished, and says so until something in it is changed."""
    done = case.body.done or case.asked.turn.now.timestamp()
    return showing.go(case, case.with_body(case.body.with_(done=done)), order.DONE, move=move)


def _instead(case: Case, move: Move) -> Reply:
    words, instead = move.field(checking.WORDS), move.field(checking.INSTEAD)
    proposed = any((each.wording.words, each.wording.instead) == (words, instead) for each in case.findings() if each.wording)
    if not proposed or seen(case.body.presses, move):
        return showing.show(case, order.CHECKS)
    after = case.with_body(replaced(case.body, words, instead))
    return showing.go(case, after, order.CHECKS, say.used_instead(words, instead), move)


def _regrade(case: Case, move: Move) -> Reply:
    role = case.framework.roles.get(move.row)
    return regrading.asked(case, role) if role else regrading.which(case)


def _row(case: Case, move: Move) -> str:
    """The step that a button stands on; an older card may name a section that there is no more."""
    return move.row if order.known(case, move.row) else order.SECTIONS


MOVES: dict[str, Moved] = {
    "next": _of_case(_next),
    "back": _of_case(_back),
    "overview": _of_case(_overview),
    "one_by_one": _of_case(_one_by_one),
    "open": _of_case(_open),
    "tasks": _of_case(lambda case, _: tasks.every_task(case)),
    "go": _of_case(_go),
    "leave_out": _of_case(_career(keep=False)),
    "keep_in": _of_case(_career(keep=True)),
    "finish": _of_case(_finish),
    "take_back": _of_case(lambda case, move: undoing.undone(case, order.OVERVIEW, move)),
    "instead": _of_case(_instead),
    "regrade": _of_case(_regrade),
    "move": _of_case(regrading.moved),
}
