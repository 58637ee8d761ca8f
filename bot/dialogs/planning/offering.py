"""What helps with a priority or a competency, each opportunity one press away from the plan."""

from dataclasses import dataclass, replace

from bot.assessment.model import Assessment
from bot.cards.payloads import Move
from bot.cards.view import Button, Row, Section, View
from bot.development.offering import Offered, offered_for, opportunity
from bot.development.plan import Entry, PlanEntry, Serves
from bot.dialogs.asked import Asked
from bot.dialogs.planning.basis import OFFERED, entries, find, focus, in_framework, show_plan, told
from bot.dialogs.planning.form import form
from bot.dialogs.planning.serving import current_role, with_quote
from bot.dialogs.planning.showing import entry_card, plan
from bot.dialogs.reply import Reply
from bot.framework.model import Framework, Opportunity, Role
from bot.framework.opportunities import doubts, places, rows_for
from bot.people.records import Record
from bot.phrases.en import planning as say
from bot.phrases.en.names import ended, listed
from bot.phrases.en.sources import source

MOST_OFFERED = 12


@dataclass(frozen=True, slots=True)
class Need:
    """What is to be developed: a row of an assessment, or some competencies; for which role."""

    framework: str
    name: str
    competencies: tuple[str, ...]
    role: Role | None
    serves: Serves
    assessment: str = ""
    row: str = ""


def from_priority(asked: Asked, move: Move) -> Reply:
    """What helps with a row of an assessment."""
    need = _of_row(asked, move)
    return plan(asked, lead=say.GONE) if need is None else offer(asked, need)


def choose(asked: Asked, move: Move) -> Reply:
    """What helps with some competencies."""
    return offer(asked, _need(asked, move))


def for_competencies(asked: Asked, competencies: tuple[str, ...]) -> Need:
    """The need to develop competencies for one's own role, or, where that is not known, for the role aimed at."""
    own, framework = current_role(asked), asked.framework
    serves: Serves = "higher" if own is None and asked.aim else "current"
    names = listed(framework.competencies[id_].short for id_ in competencies)
    return Need(framework.id, names, competencies, own or asked.aim, serves)


def offer(asked: Asked, need: Need) -> Reply:
    """The opportunities, each to press."""
    asked = in_framework(asked, need.framework)
    found = offered_for(asked.library, asked.framework, need.competencies)
    lead = _lead(asked.framework, found)
    rows = tuple(Row(each.name, _take(asked, need, each), each.good_for) for each in found.opportunities[:MOST_OFFERED])
    own = Button(say.OWN_WORDS, look_at(need, "own"))
    listed_in = rows_for(found.framework, found.competencies)
    notes = doubts(found.framework, listed_in, found.opportunities) if rows else ()
    where = source(found.framework, places(found.framework, listed_in)) if rows else ""
    view = View(say.helps(need.name), lead, (Section(notes=notes),), say.PUT_IN if rows else "", rows, where, buttons=(own, show_plan()))
    names = listed(each.name for each in found.opportunities[:MOST_OFFERED])
    text = ended(f"{say.helps(need.name)}: {names}") + f" {lead}" if rows else lead
    return told(view, text, waits=focus(asked, asked.turn.new_id(), OFFERED))


def latest(asked: Asked) -> Record[Assessment] | None:
    """The assessment finished last that has priorities."""
    held = [each for each in asked.turn.records.all(Assessment) if each.body.finished and each.body.priorities and not each.body.deleted]
    known = [each for each in held if each.body.framework in asked.library.frameworks]
    return max(known, key=lambda each: each.body.finished or 0.0, default=None)


def priority(asked: Asked, number: int) -> Need | None:
    """A priority of the latest assessment by its place, 1 for the first and -1 for the last; None where there is none."""
    held = latest(asked)
    chosen = held.body.priorities if held else ()
    if held is None or not 0 < abs(number) <= len(chosen):
        return None
    return _of_row(asked, Move("plan", "from_priority", held.id, chosen[number - 1 if number > 0 else number]))


def take(asked: Asked, move: Move) -> Reply:
    """An opportunity goes into the plan at once, prefilled; where it is there already, it is shown."""
    need, chosen = _of_row(asked, move) or _need(asked, move), opportunity(asked.library, move.field("opportunity"))
    if chosen is None:
        return offer(asked, need)
    made = find(asked, move.nonce) or _same(asked, need, chosen)
    if made is not None:
        return entry_card(asked, made, say.ALREADY_IN)
    entry = entry_for(asked, need, move.nonce or asked.turn.new_id(), chosen)
    return _saved_as_form(asked, entry)


def take_at(asked: Asked, need: Need, place: int) -> Reply | None:
    """The opportunity at a place in the list, 1 for the first and -1 for the last; None where the list is shorter."""
    found = offered_for(asked.library, asked.framework, need.competencies).opportunities[:MOST_OFFERED]
    if not 0 < abs(place) <= len(found):
        return None
    return take(asked, _take(asked, need, found[place - 1 if place > 0 else place]))


def own(asked: Asked, move: Move) -> Reply:
    """A form with the objective filled in; it is made when it is sent."""
    need = _of_row(asked, move) or _need(asked, move)
    asked = in_framework(asked, need.framework)
    return form(asked, entry_for(asked, need, asked.turn.new_id()), say.FORM)


def entry_for(asked: Asked, need: Need, id_: str, chosen: Opportunity | None = None) -> Entry:
    """A new entry for a need: objective, role and quote, and the opportunity as its activity."""
    body = PlanEntry(
        framework=need.framework,
        objective=say.objective(need.name, need.role) if need.competencies else need.name,
        activity=chosen.name if chosen else "",
        competencies=need.competencies,
        role=need.role.id if need.role else None,
        serves=need.serves,
        opportunity=chosen.id if chosen else None,
        made=asked.turn.now.timestamp(),
    )
    return with_quote(asked, Record(id_, body))


def _saved_as_form(asked: Asked, entry: Entry) -> Reply:
    reply = form(asked, replace(entry, version=1), say.FORM_OF_NEW)
    return replace(reply, saves=(entry,))


def _lead(framework: Framework, found: Offered) -> str:
    if not found.opportunities:
        return say.NONE_OFFERED
    other = found.framework.id != framework.id
    return f"{say.from_other(found.framework.institution)} {say.OFFERED}" if other else say.OFFERED


def _take(asked: Asked, need: Need, chosen: Opportunity) -> Move:
    given = (*look_at(need, "take").given, ("opportunity", chosen.id))
    return Move("plan", "take", need.assessment, need.row, nonce=asked.turn.new_id(), given=given)


def look_at(need: Need, move: str) -> Move:
    """A button that carries a need."""
    return Move(
        "plan", move, need.assessment, need.row, given=(("framework", need.framework), ("competencies", ",".join(need.competencies)))
    )


def _need(asked: Asked, move: Move) -> Need:
    asked = in_framework(asked, move.field("framework"))
    named = move.field("competencies").split(",")
    return for_competencies(asked, tuple(id_ for id_ in named if id_ in asked.framework.competencies))


def _of_row(asked: Asked, move: Move) -> Need | None:
    """The row of the assessment that a button names; None where it names none, or either is gone."""
    held = asked.turn.records.find(Assessment, move.record) if move.record else None
    row = next((each for each in held.body.rows if each.id == move.row), None) if held else None
    if held is None or row is None or held.body.framework not in asked.library.frameworks:
        return None
    framework = asked.library.frameworks[held.body.framework]
    known = tuple(id_ for id_ in row.competencies if id_ in framework.competencies)
    role = framework.roles.get(held.body.role)
    return Need(framework.id, row.name, known, role, "higher" if held.body.aspired else "current", held.id, row.id)


def _same(asked: Asked, need: Need, chosen: Opportunity) -> Entry | None:
    """The same opportunity for the same need, still to be done."""
    wanted = (chosen.id, need.competencies, need.framework)
    same = (
        each for each in entries(asked) if each.body.open and (each.body.opportunity, each.body.competencies, each.body.framework) == wanted
    )
    return next(same, None)
