"""One competency through the group, with what would help; and one person with what they share."""

from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Section, View
from bot.development.offering import offered_for
from bot.dialogs import next_steps
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.team.basis import Look, back, group_told, look, to, told
from bot.dialogs.team.overview import coverage, of, plan_told
from bot.dialogs.team.tables import needs
from bot.framework.model import Framework
from bot.framework.opportunities import doubts, places, rows_for
from bot.phrases.en import team as say
from bot.phrases.en.names import clipped
from bot.phrases.en.planning import from_other
from bot.phrases.en.sources import source
from bot.reviews.needs import Area, Mark, areas, of_framework
from bot.reviews.team import Person

MOST_PEOPLE, MOST_OFFERED = 20, 12
AREA = "area:"
"""The step of a competency; after it comes the framework."""


def show_area(asked: Asked, move: Move) -> Reply:
    """Pressed: one competency."""
    seen = look(asked)
    framework = seen.framework(move.field("of"))
    found = next((each for each in seen.areas(framework) if each.id == move.row), None) if framework else None
    return area(seen, framework, found) if framework and found else needs(seen, move.field("of"))


def area(seen: Look, framework: Framework, found: Area) -> Reply:
    """Who needs it, who is strong in it, and every opportunity that the framework lists for it."""
    group = of_framework(seen.people, framework.id)
    text = say.need_told(found.name, len(found.needing), len(group), len(found.strong))
    helps, where = _helps(seen, framework, found)
    sections = (
        Section(say.NEEDED_BY, _people(found.needing) or (Line(say.NOBODY_NEEDS),)),
        Section(say.STRONG_HERE, _people(found.strong) or (Line(say.NOBODY_STRONG),)),
        helps,
    )
    buttons = (Button(say.NEEDS, to("needs", of=framework.id)), *_more(framework, found))
    lead = " ".join(part for part in (group_told(seen), text) if part)
    return told(seen, View(clipped(found.name, 80), lead, sections, source=where, buttons=buttons), lead, f"{AREA}{framework.id}")


def on_area(seen: Look, framework: Framework, shown: Person, found: Area) -> Reply:
    """Where one person stands in one competency, what they plan for it, and what would help."""
    mark = next((each for each in found.marks if each.person.id == shown.id), Mark(shown, None, "none"))
    text = say.on_area(shown.name, found.name, mark.mark, mark.standing, priority=mark.priority)
    planned = [each for each in shown.plan or () if each.open and set(each.competencies) & set(found.competencies)]
    plan = (Section(say.PLAN_OF, tuple(Line(clipped(each.title, 120)) for each in planned[:MOST_OFFERED])),) if planned else ()
    helps, where = _helps(seen, framework, found)
    title = clipped(f"{shown.name}: {found.name}", 120)
    buttons = (Button(clipped(shown.name, 40), to("person", row=seen.mark(shown))), back(), *_more(framework, found))
    view = View(title, text, (*plan, helps, Section(lines=(Line(say.OWN_ROLE),))), source=where, buttons=buttons)
    return told(seen, view, text, f"{AREA}{framework.id}")


def _helps(seen: Look, framework: Framework, found: Area) -> tuple[Section, str]:
    """Every opportunity that the framework lists for a row, and where that stands."""
    offered = offered_for(seen.asked.library, framework, found.competencies)
    listed = offered.opportunities[:MOST_OFFERED]
    rows = rows_for(offered.framework, offered.competencies)
    other = (Line(from_other(offered.framework.institution)),) if listed and offered.framework.id != framework.id else ()
    lines = tuple(Line(each.good_for, each.name) if each.good_for else Line(each.name) for each in listed)
    notes = doubts(offered.framework, rows, listed) if listed else ()
    where = source(offered.framework, places(offered.framework, rows)) if listed else ""
    return Section(say.WHAT_HELPS, (*other, *lines) or (Line(say.NONE_LISTED),), notes=notes), where


def _more(framework: Framework, found: Area) -> tuple[Button, ...]:
    known = [id_ for id_ in found.competencies if id_ in framework.competencies]
    return (next_steps.develop(framework, known[0], say.DEVELOP),) if known else ()


def show_person(asked: Asked, move: Move) -> Reply:
    """Pressed: one person."""
    seen = look(asked)
    found = seen.find(move.row)
    return person(seen, found) if found else of(seen, lead=say.NOT_HERE_ANY_MORE if seen.everybody else "")


def person(seen: Look, shown: Person) -> Reply:
    """What one person shares: strengths, needs, what they aspire to, what they plan."""
    framework = seen.asked.library.frameworks.get(shown.own.framework) if shown.own else None
    found = areas(seen.asked.library, framework, (shown,)) if framework else ()
    strong = tuple(_line(each.name, each.strong[0]) for each in found if each.strong)
    need = tuple(_line(each.name, each.needing[0]) for each in found if each.needing)
    planned = tuple(Line(clipped(each.title, 120)) for each in shown.plan or () if each.open)[:MOST_OFFERED]
    titled = ((say.STRENGTHS_OF, strong), (say.NEEDS_OF, need), (plan_told(seen.asked, shown) or say.PLAN_OF, planned))
    sections = tuple(Section(title, lines) for title, lines in titled if lines)
    lead = coverage(seen.asked, shown)
    return told(seen, View(shown.name, lead, sections, buttons=(back(), Button(say.NEEDS, to("needs")))), f"{shown.name}. {lead}")


def _people(found: tuple[Mark, ...]) -> tuple[Line, ...]:
    rest = (Line(f"+{len(found) - MOST_PEOPLE}"),) if len(found) > MOST_PEOPLE else ()
    return (*(Line(say.named_mark(each.person.name, each.mark, priority=each.priority)) for each in found[:MOST_PEOPLE]), *rest)


def _line(name: str, mark: Mark) -> Line:
    return Line(say.named_mark(clipped(name, 80), mark.mark, priority=mark.priority))
