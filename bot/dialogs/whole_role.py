"""A whole role: one line for each competency first, everything on request."""

from bot.cards import expectations as cards
from bot.cards.payloads import Ask
from bot.cards.view import Button, Line, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer, paged
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.framework.model import Framework, Place, Role
from bot.phrases.en import buttons
from bot.phrases.en import expectations as say
from bot.phrases.en.names import capital
from bot.phrases.en.names import role as named
from bot.phrases.en.sources import source


def whole_role(asked: Asked, role: Role, lead: str = "") -> Reply:
    """Answer for one role and every competency; `lead` is said first."""
    return _short(asked, role, lead) if asked.start is None else _in_full(asked, role)


def _short(asked: Asked, role: Role, lead: str) -> Reply:
    framework = asked.framework
    said = [c for c in framework.competencies.values() if c.expectations[role.id].kind != "blank"]
    text = say.whole_role(len(said), framework.competencies_word)
    whole = Button(buttons.SHOW_ALL, Ask(asked.reading.with_(roles=(role.id,), grades=(role.grade,)), 0))
    view = View(
        capital(named(role)),
        f"{lead} {text}".strip(),
        sections=_beside_the_table(framework, role),
        rows=tuple(cards.competency_row(framework, competency, role) for competency in said),
        source=_source(framework, role),
        buttons=(whole, *next_steps.step_up(framework, role), next_steps.career(framework, role)),
    )
    return answer(view, f"{lead} {_text(framework, role)}".strip())


def _in_full(asked: Asked, role: Role) -> Reply:
    framework = asked.framework
    cells = [(c.short, c.expectations[role.id]) for c in framework.competencies.values() if c.expectations[role.id].kind != "blank"]
    view = View(
        capital(named(role)),
        say.everything(role),
        sections=(*(section for what, cell in cells for section in cards.cell(framework, cell, what)), *_beside_the_table(framework, role)),
        source=_source(framework, role),
        buttons=(*next_steps.step_up(framework, role), next_steps.career(framework, role)),
    )
    return paged(asked, view, say.everything(role))


def _text(framework: Framework, role: Role) -> str:
    by_kind: dict[str, list[str]] = {}
    for competency in framework.competencies.values():
        by_kind.setdefault(competency.expectations[role.id].kind, []).append(competency.short)
    return say.whole_role_text(role, by_kind.get("stated", []), by_kind.get("not_expected", []))


def _beside_the_table(framework: Framework, role: Role) -> tuple[Section, ...]:
    """What is blank for the role, and how many points of its own a role may have."""
    blank = [c.short for c in framework.competencies.values() if c.expectations[role.id].kind == "blank"]
    lines = [Line(say.silent_for(blank))] if blank else []
    if framework.role_specific_points:
        lines.append(Line(say.role_specific(framework.role_specific_points)))
    return (Section(lines=tuple(lines)),) if lines else ()


def _source(framework: Framework, role: Role) -> str:
    return source(framework, (Place(framework.document, role.place.figure, column=role.place.column),))
