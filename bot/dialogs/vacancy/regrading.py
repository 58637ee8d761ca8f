"""Another grade or role: which lines no longer fit, kept or dropped, and the draft for that role."""

from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button, Choice, Row, View
from bot.dialogs.answering import answer
from bot.dialogs.presses import seen
from bot.dialogs.reply import Reply
from bot.dialogs.vacancy import drawing, order
from bot.dialogs.vacancy.showing import go, show
from bot.dialogs.vacancy.work import Case
from bot.framework.model import Role
from bot.phrases.en import vacancy as say
from bot.phrases.en.names import clipped
from bot.vacancies.draft import key
from bot.vacancies.regrading import no_longer_fitting, regraded

KEEP = "keep"


def which(case: Case, roles: tuple[Role, ...] = (), said: str = "") -> Reply:
    """Which role it is to be for: those named, or any but its own."""
    others = tuple(role for role in roles or tuple(case.framework.roles.values()) if role.id != case.body.role)
    text = said or say.NEW_ROLE
    rows = tuple(Row(say.for_role(role), case.move("regrade", role.id)) for role in others)
    keep = Button(say.KEEP_OLD, case.move("overview", order.OVERVIEW))
    return replace(answer(View(say.ANOTHER_ROLE, text, rows=rows, buttons=(keep,)), text), focus=case.focus(order.REGRADE))


def asked(case: Case, role: Role) -> Reply:
    """What another role would do to it, before anything is changed."""
    if role.id == case.body.role:
        return show(case, order.OVERVIEW, say.SAME_ROLE)
    return drawing.fitted(lambda width: _asked(case, role, width))


def moved(case: Case, move: Move) -> Reply:
    """The role changed, with those of the lines that were ticked."""
    role = case.framework.roles.get(move.row)
    if role is None:
        return which(case)
    if seen(case.body.presses, move) or role.id == case.body.role:
        return show(case, order.OVERVIEW)
    kept = frozenset(part for part in move.field(KEEP).split(",") if part)
    return changed(case, role, kept, move)


def changed(case: Case, role: Role, keep: frozenset[str], move: Move | None = None) -> Reply:
    """The same, said or pressed."""
    unfit = no_longer_fitting(case.framework, role, case.body)
    after = case.with_body(regraded(case.framework, role, case.body, keep))
    return go(case, after, order.SECTIONS, say.regraded(role, sum(key(each.line.text) in keep for each in unfit)), move)


def everything_unfit(case: Case, role: Role) -> frozenset[str]:
    """The keys of all the lines that no longer fit."""
    return frozenset(key(each.line.text) for each in no_longer_fitting(case.framework, role, case.body))


def _asked(case: Case, role: Role, width: int) -> Reply:
    unfit = no_longer_fitting(case.framework, role, case.body)
    options = {key(each.line.text): say.no_longer_fits(each.section.name, clipped(each.line.text, width)) for each in unfit}
    text = say.regrade(role, len(case.body.lines) - len(unfit), len(unfit))
    view = View(
        say.for_role(role),
        text,
        fields=(Choice(KEEP, say.KEEP_LINES, tuple(options.items()), "", many=True),) if options else (),
        buttons=(Button(say.change_to(role), case.move("move", role.id)), Button(say.KEEP_OLD, case.move("overview", order.OVERVIEW))),
    )
    return replace(answer(view, text), focus=case.focus(f"{order.REGRADE}:{role.id}"))
