"""An entry put together in words, a column at a time; every answer is saved as it is given."""

from collections.abc import Callable
from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Row, Section, View
from bot.cards.view import Entry as Words
from bot.development.offering import offered_for, opportunity
from bot.development.plan import COLUMNS, LONGEST_TEXT, Entry, PlanEntry
from bot.dialogs.asked import Asked
from bot.dialogs.planning import dating, heeding
from bot.dialogs.planning.basis import (
    column_name,
    columns,
    find,
    focus,
    in_place,
    look,
    of_entry,
    press,
    pressed,
    show_plan,
    title,
    today,
    told,
    with_press,
)
from bot.dialogs.planning.serving import with_quote
from bot.dialogs.planning.showing import entry_card, plan
from bot.dialogs.planning.widths import holds
from bot.dialogs.presses import digest
from bot.dialogs.reply import Reply
from bot.people.records import Record
from bot.phrases.en import planning as say
from bot.understanding.reading import Outcome

ONLY = "only-"
"""Before a step that is asked alone: after it the entry is shown, and nothing more is asked."""
MOST_OFFERED = 3


def ask(asked: Asked, entry: Entry, step: str, lead: str = "", *, saved: bool = False) -> Reply:
    """Ask for one column. `saved` says that the entry is to be stored as it is here."""
    asked, column = of_entry(asked, entry), step.removeprefix(ONLY)
    name, asks = columns(asked.framework).get(column, (say.LEARNT, (say.REFLECT,)))
    if column == "date":
        reply = dating.ask(asked, entry, lead or " ".join(asks), only=step != column)
        return replace(reply, saves=(entry,) if saved else ())
    if step != column:
        return entry_card(asked, entry, lead or " ".join(asks), saved=saved, asks=column)
    number = COLUMNS.index(step) + 1
    question = " ".join((*((lead,) if lead else ()), *_asks(asked, entry, step, asks)))
    rows = _opportunities(asked, entry) if step == "activity" else ()
    so_far = tuple(Line(title(entry), column_name(asked.framework, "objective")) for _ in (1,) if entry.body.objective and number > 1)
    view = View(
        say.step(name, number, len(COLUMNS)),
        question,
        (Section(lines=so_far),) if so_far else (),
        say.OFFERED_HERE if rows else "",
        rows,
        buttons=_buttons(asked, entry, step),
    )
    return told(view, f"{name}: {question}", waits=focus(asked, entry.id, step), saves=(entry,) if saved else ())


def _asks(asked: Asked, entry: Entry, step: str, asks: tuple[str, ...]) -> tuple[str, ...]:
    weak = step == "difference" and entry.body.objective and asked.reader.planning.vague(entry.body.objective)
    return (say.nudge_for(title(entry)), *asks) if weak else asks


def _opportunities(asked: Asked, entry: Entry) -> tuple[Row, ...]:
    """What the framework lists for the competency, to press as the activity."""
    found = offered_for(asked.library, asked.framework, entry.body.competencies).opportunities[:MOST_OFFERED]
    return tuple(Row(each.name, press(asked, "answer", entry, "activity", (("opportunity", each.id),)), each.good_for) for each in found)


def _buttons(asked: Asked, entry: Entry, step: str) -> tuple[Button, ...]:
    skip = Button(say.SKIP, press(asked, "skip", entry, step))
    form = Button(say.USE_FORM, look("edit", entry.id))
    if step == "objective":
        return (skip, form, show_plan())
    return (skip, Button(say.BACK, look("guide", entry.id, COLUMNS[COLUMNS.index(step) - 1])), form)


def begun(asked: Asked, id_: str) -> Entry:
    """An entry with nothing in it yet, not on record."""
    return Record(id_, PlanEntry(framework=asked.framework.id, made=asked.turn.now.timestamp()))


def hear(asked: Asked, entry: Entry, step: str, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """The answer to what was typed while a step waits; None where it is a question, to be answered first."""
    if step.removeprefix(ONLY) == "date" and (reply := _dated(asked, entry, step, text)):
        return reply
    word = heeding.word(asked, text)
    if word is not None:
        return _by_word(asked, entry, step, word)
    if heeding.is_question(asked, text, read):
        return None
    return answered(asked, entry, step, text)


def _dated(asked: Asked, entry: Entry, step: str, text: str) -> Reply | None:
    """Yes or no to the date that was shown, or another date: "tomorrow" is one, before it is a word for later."""
    order = asked.reader.planning.orders.heard(text)
    if order is not None and order.name == "yes" and entry.body.heard:
        return dating.kept(asked, entry, entry.body.heard)
    if order is not None and order.name == "no":
        return ask(asked, entry.with_(heard=None, heard_in=""), step, saved=bool(entry.version and entry.body.heard))
    read = asked.reader.dates.alone(text, today(asked.turn))
    return dating.taken(asked, entry, text, only=step != "date") if read else None


def _by_word(asked: Asked, entry: Entry, step: str, word: str) -> Reply:
    match word:
        case "skip":
            return skipped(asked, entry, step)
        case "back" if step in COLUMNS[1:]:
            return ask(asked, entry, COLUMNS[COLUMNS.index(step) - 1])
        case "later":
            return left(asked, entry)
        case "back" if step.startswith(ONLY):
            return left(asked, entry)
    return ask(asked, entry, step)  # go on, or back from the first


def answered(asked: Asked, entry: Entry, step: str, text: str) -> Reply:
    """Save an answer, and ask for what comes next."""
    column = step.removeprefix(ONLY)
    if column == "date":
        return dating.taken(asked, entry, text, only=step != column)
    if len(text) > LONGEST_TEXT:
        return _too_long(asked, entry, step, text)
    new = entry.with_(**{column: text.strip()})
    if column == "objective" or (column == "activity" and not entry.body.competencies):
        new = with_quote(asked, new, competencies=entry.body.competencies or heeding.competencies(asked, text))
    names_a_date = column in ("objective", "activity") and new.body.date is None
    new, heard = dating.with_date_in(asked, new, text, asks=say.heard_for_later) if names_a_date else (new, "")
    return following(asked, new, step, heard)


def following(asked: Asked, entry: Entry, step: str, lead: str = "") -> Reply:
    """What comes after a step that was answered: the next one, the date to say yes to, or the entry."""
    if step.startswith(ONLY):
        return entry_card(asked, entry, say.REFLECTED if step == f"{ONLY}learnt" else say.SAVED, saved=True)
    return onward(asked, entry, step, lead)


def onward(asked: Asked, entry: Entry, step: str, lead: str = "") -> Reply:
    """The next step, or, after the last, the entry. Whoever is asked what will be different is asked that once."""
    if step == COLUMNS[-1]:
        return entry_card(asked, entry, say.IN_PLAN, saved=True)
    after = COLUMNS[COLUMNS.index(step) + 1]
    entry = entry.with_(nudged=True) if after == "difference" else entry
    return ask(asked, entry, after, lead, saved=bool(entry.body.title))


def skipped(asked: Asked, entry: Entry, step: str) -> Reply:
    """Leave a column as it is."""
    body = entry.body
    if step.startswith(ONLY):
        return entry_card(asked, entry, say.UNCHANGED)
    if step == "date":
        held = entry.with_(heard=None, heard_in="")
        return entry_card(asked, held, say.KEPT_WITHOUT_DATE if body.date is None else say.IN_PLAN, saved=True)
    if step == "activity" and not body.title:
        return ask(asked, entry, "objective", say.SAY_SOMETHING)
    return onward(asked, entry, step)


def left(asked: Asked, entry: Entry) -> Reply:
    """Come back later: what was said is in the plan."""
    if entry.version == 0:
        view = View(say.TITLE, say.LEFT_EMPTY, buttons=(show_plan(),))
        return told(view, say.LEFT_EMPTY)
    return entry_card(asked, entry, say.LEFT)


def guide(asked: Asked, move: Move) -> Reply:
    """Ask for a column, or go on where it was left."""
    entry = find(asked, move.record) or begun(asked, move.record or asked.turn.new_id())
    step = move.row if move.row.removeprefix(ONLY) in (*COLUMNS, "learnt") else COLUMNS[0]
    return ask(asked, entry, step)


def answer(asked: Asked, move: Move) -> Reply:
    """An answer that was pressed: an opportunity, by the name that the framework gives it."""
    entry = find(asked, move.record)
    if entry is None or move.row.removeprefix(ONLY) not in (*COLUMNS, "learnt"):
        return in_place(plan(asked, lead=say.GONE))
    if pressed(entry, move):
        return in_place(entry_card(asked, entry, say.DONE_ALREADY))
    chosen = opportunity(asked.library, move.field("opportunity"))
    if chosen is None:
        return in_place(ask(asked, entry, move.row))
    entry = with_press(entry, move).with_(opportunity=chosen.id)
    return in_place(answered(asked, entry, move.row, chosen.name))


def skip(asked: Asked, move: Move) -> Reply:
    """A step was passed over by a press."""
    entry = find(asked, move.record) or begun(asked, move.record or asked.turn.new_id())
    step = move.row if move.row in COLUMNS else COLUMNS[0]
    if pressed(entry, move):
        return in_place(entry_card(asked, entry, say.DONE_ALREADY))
    return in_place(skipped(asked, entry, step))


def _too_long(asked: Asked, entry: Entry, step: str, text: str) -> Reply:
    """The answer is shown in a field, to be shortened."""
    name = column_name(of_entry(asked, entry).framework, step.removeprefix(ONLY))
    if not holds({step: text}):
        return Reply(say.too_long_at_all(len(text), LONGEST_TEXT))
    lead = say.too_long_to_show(len(text), LONGEST_TEXT)
    field = Words(step.removeprefix(ONLY), name, text, long=True)
    was = f"{field.id}={digest(getattr(entry.body, field.id))}"
    origin = (("framework", asked.framework.id),)
    record = press(asked, "save", entry if entry.version else None, given=(("was", was), *origin))
    view = View(title(entry) or say.TITLE, lead, fields=(field,), buttons=(Button(say.SAVE, record), show_plan()))
    return told(view, lead, waits=focus(asked, entry.id, step))
