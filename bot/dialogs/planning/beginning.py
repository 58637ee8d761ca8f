"""The beginning of a plan: the priorities of the assessment, what there is to develop, or one's own words."""

from bot.assessment.model import Assessment
from bot.cards.view import Button, Row, View
from bot.development.offering import offered_for
from bot.dialogs.asked import Asked
from bot.dialogs.planning.basis import OFFERED, entries, focus, look, show_plan, start_assessment, told
from bot.dialogs.planning.offering import for_competencies, latest, look_at
from bot.dialogs.reply import Reply
from bot.framework.model import Competency
from bot.people.records import Record
from bot.phrases.en import planning as say

MOST_AREAS = 10


def begin(asked: Asked, lead: str = "") -> Reply:
    """Offer every way to put something into the plan; the next words are an objective."""
    held = latest(asked)
    rows = _priorities(held) if held else _areas(asked)
    text = lead or (say.FROM_PRIORITIES if held else say.START)
    ways = (Button(say.USE_FORM, look("new")), show_plan() if entries(asked) else start_assessment(asked))
    view = View(say.TITLE, f"{text} {say.PRIVATE}", (), say.PRIORITIES if held else say.AREAS, rows, buttons=ways)
    return told(view, text, waits=focus(asked, asked.turn.new_id(), OFFERED))


def _priorities(held: Record[Assessment]) -> tuple[Row, ...]:
    chosen = (row for id_ in held.body.priorities for row in held.body.rows if row.id == id_)
    return tuple(Row(row.name, look("from_priority", held.id, row.id)) for row in chosen)


def _areas(asked: Asked) -> tuple[Row, ...]:
    framework = asked.framework
    if framework.grid:
        return tuple(
            Row(row.name, look_at(for_competencies(asked, row.competencies), "choose")) for row in framework.grid.rows[:MOST_AREAS]
        )
    return tuple(Row(each.short, look_at(for_competencies(asked, (each.id,)), "choose")) for each in _first(asked))


def _first(asked: Asked) -> list[Competency]:
    """The areas that ask something of the own role, those first for which some framework lists what helps."""
    framework, own = asked.framework, asked.own_roles
    stated = [each for each in framework.competencies.values() if not own or each.expectations[own[0].id].kind == "stated"]
    return sorted(stated, key=lambda each: not offered_for(asked.library, framework, (each.id,)).opportunities)[:MOST_AREAS]
