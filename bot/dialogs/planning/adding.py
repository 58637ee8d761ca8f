"""What is typed to go into the plan: kept letter for letter, with the date and the competency that it names."""

from dataclasses import replace

from bot.development.plan import LONGEST_TEXT, Entry, PlanEntry
from bot.dialogs.asked import Asked
from bot.dialogs.planning import dating, guiding, heeding
from bot.dialogs.planning.basis import focus
from bot.dialogs.planning.form import form
from bot.dialogs.planning.offering import for_competencies, offer, priority, take_at
from bot.dialogs.planning.serving import current_role, with_quote
from bot.dialogs.reply import Reply
from bot.people.records import Record
from bot.phrases.en import planning as say
from bot.phrases.en.names import listed
from bot.understanding.planning import Add
from bot.understanding.reading import Intent, Reading

A_NAME = 3  # so many words or fewer may be the name of a competency, and no activity yet


def added(asked: Asked, wish: Add) -> Reply:
    """Put it into the plan and show it as a form, or, where only a competency was named, what helps with it."""
    if asked.reader.planning.points(wish.text):
        return _pointed(asked, asked.last)
    number = asked.reader.planning.priority(wish.text)
    if number is not None and (need := priority(asked, number)):
        return offer(asked, need)
    place = asked.reader.planning.place(wish.text)
    if place is not None:
        return _placed(asked, place) or _pointed(asked, asked.last)
    if len(wish.text) > LONGEST_TEXT:
        return guiding.answered(asked, guiding.begun(asked, asked.turn.new_id()), "activity", wish.text)
    opportunity, about = _opportunity(asked, wish.text), asked.reader.names(wish.text, asked.framework.id)
    if about and opportunity is None and len(wish.text.split()) <= A_NAME and not asked.reader.planning.is_objective(wish.text):
        return offer(asked, for_competencies(asked, about))
    return _put(asked, wish, opportunity)


def _opportunity(asked: Asked, text: str) -> str | None:
    """The one opportunity that words name."""
    reading = heeding.best_of(asked.reader.read(text, asked.framework.id, asked.profile))
    return reading.opportunities[0] if reading is not None and len(reading.opportunities) == 1 else None


def _placed(asked: Asked, place: int) -> Reply | None:
    """ "Put the first in my plan": one of what was just told to help."""
    last = asked.last
    if last is None or last.intent is not Intent.DEVELOPMENT or last.framework != asked.framework.id or not last.competencies:
        return None
    return take_at(asked, for_competencies(asked, last.competencies), place)


def _pointed(asked: Asked, last: Reading | None) -> Reply:
    """ "Put that in my plan": what was just talked of."""
    if last is not None and last.framework == asked.framework.id and last.competencies:
        return offer(asked, for_competencies(asked, last.competencies))
    return guiding.ask(asked, guiding.begun(asked, asked.turn.new_id()), "objective", say.NEEDS_SOMETHING)


def _put(asked: Asked, wish: Add, opportunity: str | None) -> Reply:
    entry = _entry(asked, wish, opportunity)
    entry, heard = dating.with_date_in(asked, entry, " ".join(filter(None, (wish.text, wish.rest))))
    shown = form(asked, replace(entry, version=1), f"{say.IN_PLAN} {heard or say.FORM_TO_COMPLETE}")
    left_open = heard and entry.body.heard is None
    return replace(shown, saves=(entry,), focus=focus(asked, entry.id, f"{guiding.ONLY}date") if left_open else shown.focus)


def _entry(asked: Asked, wish: Add, opportunity: str | None) -> Entry:
    text = wish.text
    about = heeding.competencies(asked, text) or heeding.competencies(asked, wish.rest)
    role = current_role(asked)
    body = PlanEntry(
        framework=asked.framework.id,
        competencies=about,
        role=role.id if role else None,
        opportunity=opportunity,
        made=asked.turn.now.timestamp(),
    )
    if asked.reader.planning.is_objective(text):
        body = body.with_(objective=text)
    else:
        names = listed(asked.framework.competencies[id_].short for id_ in about)
        body = body.with_(activity=text, objective=say.objective(names, role) if about else "")
    return with_quote(asked, Record(asked.turn.new_id(), body))
