"""One critical role with who aspires to it; and one of them: how far, what is missing, and what bridges it."""

from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Row, Section, View
from bot.development.offering import offered_for
from bot.dialogs import next_steps
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.succession.basis import Plan, back, find, look, look_at, told
from bot.dialogs.succession.overview import of
from bot.dialogs.team.basis import day
from bot.framework.model import Framework
from bot.framework.opportunities import places, rows_for
from bot.phrases.en import succession as say
from bot.phrases.en.names import clipped
from bot.phrases.en.names import role as role_name
from bot.phrases.en.planning import from_other
from bot.phrases.en.sources import source
from bot.reviews.group import mark_of
from bot.reviews.needs import middle
from bot.reviews.succession import Aspirant, Critical

REASON, HORIZON = "reason", "horizon"
"""The steps at which it is asked why a role is critical, and how soon it may need somebody."""
MOST_SHOWN, MOST_MISSING, MOST_OFFERED, MOST_PLANNED = 12, 3, 10, 5
_LONGEST_ROW, _LONGEST_TEXT = 60, 1_500


def role_card(seen: Plan, role: Critical, lead: str = "", step: str = "", *, saves: bool = False) -> Reply:
    """A critical role as a whole. `lead` is said before it; `step` is what is asked of it; `saves` stores it as it is here."""
    body, found = role.body, seen.aspirants(role.body)
    fields = ((say.REASON, body.reason or say.NO_REASON), (say.HORIZON, say.HORIZONS[body.horizon]), (say.NOTES, body.notes))
    lines = tuple(Line(clipped(text, _LONGEST_TEXT), label) for label, text in fields if text)
    rows = tuple(_row(seen, role, each) for each in found[:MOST_SHOWN])
    nobody = () if found else (Section(say.WHO, (Line(say.NOBODY), Line(say.NOBODY_NEXT))),)
    buttons = (Button(say.CHANGE, look_at("edit", role.id)), Button(say.REMOVE, look_at("remove", role.id)), back())
    text = " ".join(part for part in (lead, "" if step else say.told(seen.name(body), len(found))) if part)
    sections = (Section(lines=lines), *nobody, *((Section(lines=(Line(say.RECRUITED),)),) if found else ()))
    view = View(clipped(seen.name(body), 120), lead, sections, say.WHO if rows else "", rows, buttons=buttons)
    return told(seen, view, text, role.id, step=step, saves=(role,) if saves else ())


def aspirant_card(seen: Plan, role: Critical, framework: Framework, each: Aspirant) -> Reply:
    """Somebody who aspires to it."""
    lacking = [id_ for row in each.missing for id_ in row.competencies]
    offered = offered_for(seen.asked.library, framework, lacking)
    far = how_far(seen, framework, each)
    reached = say.reached(each.reached, each.asked, middle(seen.asked.library, framework))
    lead = f"{say.on(_day(seen.asked, each), _own(framework, each))} {reached}."
    lines = tuple(Line(_missing(each, at)) for at in range(len(each.missing)))
    sections = (
        Section(say.MISSING, lines or (Line(say.NOTHING_MISSING),)),
        *((_helps(framework, lacking, seen),) if lacking else ()),
        Section(say.IN_PLAN, tuple(Line(clipped(entry.title, 120)) for entry in each.planned[:MOST_PLANNED]) or (Line(say.NO_PLAN),)),
        Section(lines=(Line(say.OWN_MARKS), Line(say.RECRUITED))),
    )
    where = source(offered.framework, places(offered.framework, rows_for(offered.framework, offered.competencies)))
    known = framework.roles.get(role.body.role)
    asks = (next_steps.expect(framework, known, dict.fromkeys(lacking)),) if known and lacking else ()
    buttons = (Button(clipped(seen.name(role.body), 40), look_at("open", role.id)), *asks, back())
    view = View(each.person.name, lead, sections, source=where if offered.opportunities else "", buttons=buttons)
    return told(seen, view, f"{each.person.name}: {far}", role.id)


def open_role(asked: Asked, move: Move) -> Reply:
    """Pressed: one critical role."""
    role = find(asked, move.record)
    return role_card(look(asked), role) if role else of(look(asked), say.GONE)


def open_person(asked: Asked, move: Move) -> Reply:
    """Pressed: somebody who aspires to it."""
    seen, role = look(asked), find(asked, move.record)
    if role is None:
        return of(seen, say.GONE)
    framework = seen.framework(role.body)
    found = (each for each in seen.aspirants(role.body) if _mark(asked, each) == move.row)
    each = next(found, None)
    return aspirant_card(seen, role, framework, each) if each and framework else role_card(seen, role, say.NOT_SHARED_ANY_MORE)


def _row(seen: Plan, role: Critical, each: Aspirant) -> Row:
    framework = seen.asked.library.frameworks[role.body.framework]
    return Row(each.person.name, look_at("person", role.id, _mark(seen.asked, each)), how_far(seen, framework, each))


def how_far(seen: Plan, framework: Framework, each: Aspirant) -> str:
    """How near somebody is, with the rows that are missing most."""
    shown = [_missing(each, at) for at in range(min(MOST_MISSING, len(each.missing)))]
    rest = len(each.missing) - len(shown)
    return say.how_far(each.reached, each.asked, middle(seen.asked.library, framework), shown, rest)


def _missing(each: Aspirant, at: int) -> str:
    row = each.missing[at]
    return say.missing(clipped(row.name, _LONGEST_ROW), row.mark, priority=row.id in each.assessment.priorities)


def _helps(framework: Framework, lacking: list[str], seen: Plan) -> Section:
    """The opportunities that the framework lists for what is missing."""
    found = offered_for(seen.asked.library, framework, lacking)
    if not found.opportunities:
        return Section(say.HELPS, (Line(say.NONE_LISTED),))
    other = (Line(from_other(found.framework.institution)),) if found.framework.id != framework.id else ()
    lines = (Line(each.good_for, each.name) if each.good_for else Line(each.name) for each in found.opportunities[:MOST_OFFERED])
    return Section(say.HELPS, (*other, *lines))


def _own(framework: Framework, each: Aspirant) -> str:
    known = framework.roles.get(each.assessment.own_role or "")
    return role_name(known) if known else ""


def _day(asked: Asked, each: Aspirant) -> str:
    return day(asked, each.assessment.finished or each.assessment.begun)


def _mark(asked: Asked, each: Aspirant) -> str:
    return mark_of(asked.turn.person, each.person.id)
