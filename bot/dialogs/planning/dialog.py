"""The plan as a dialog: its moves, what it hears, and its answers to a wish to make or see a plan."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.cards.drawing import with_action
from bot.cards.payloads import Move
from bot.cards.view import Button
from bot.development.plan import COLUMNS, Entry
from bot.dialogs import details
from bot.dialogs.asked import Asked
from bot.dialogs.planning import dating, guiding, heeding, marking, offering, saving
from bot.dialogs.planning.adding import added
from bot.dialogs.planning.basis import NAME, OFFERED, entries, find, in_place, look, today
from bot.dialogs.planning.beginning import begin
from bot.dialogs.planning.commanding import carried_out
from bot.dialogs.planning.form import form
from bot.dialogs.planning.showing import PAGE, entry_card, plan
from bot.dialogs.presses import place_of, place_said
from bot.dialogs.record_dialog import RecordDialog
from bot.dialogs.reply import STAYS, Reply
from bot.dialogs.turn import Focus, Said
from bot.phrases.en import planning as say
from bot.understanding.planning import Add, Change, Mark, PutOff
from bot.understanding.reading import NotUnderstood, Outcome, Why

A_DAY = 86_400.0
A_NAME = 3  # so many words or fewer may be the name of a competency
MOST_DIGITS = 5  # nobody has so many entries
_LIST, _ENTRY = "list:", "entry"


def start_plan(asked: Asked) -> Reply:
    """Something is to be planned: what was named goes in, or the ways to begin are offered."""
    if asked.guest:
        return details.nothing_kept(asked)
    wish = asked.reader.planning.wish(_typed(asked))
    if isinstance(wish, Add):
        return added(asked, wish)
    done = carried_out(asked, wish, None, surely=False) if wish else None
    if done:
        return done
    if asked.reading.competencies:
        return offering.offer(asked, offering.for_competencies(asked, asked.reading.competencies))
    return begin(asked)


def show_plan(asked: Asked) -> Reply:
    """The plan, or what was said of an entry of it."""
    if asked.guest:
        return details.nothing_kept(asked)
    if not entries(asked):
        return begin(asked, say.EMPTY)
    wish = asked.reader.planning.wish(_typed(asked))
    if wish and not isinstance(wish, Add) and (done := carried_out(asked, wish, None, surely=isinstance(wish, Mark))):
        return done
    about = _about(asked)
    return entry_card(asked, about[0], say.IN_PLAN) if len(about) == 1 else plan(asked, only=about or None)


def _typed(asked: Asked) -> str:
    """What was typed, to the letter: a reading may hold it shortened. For a press, what the button stands for."""
    arrived = asked.turn.arrived
    return arrived.text if isinstance(arrived, Said) and arrived.text else asked.reading.said


def _about(asked: Asked) -> tuple[Entry, ...]:
    """The entries that the reading names a competency or an opportunity of."""
    reading = asked.reading
    named = set(reading.competencies)
    return tuple(
        each for each in entries(asked) if named & set(each.body.competencies) or (each.body.opportunity or "") in reading.opportunities
    )


def hears(asked: Asked, at: Focus, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """What was typed after a card of the plan: a wish about an entry, or the answer to what was asked."""
    waits = at.step not in (_ENTRY, "") and not at.step.startswith(_LIST)
    order = asked.reader.planning.orders.heard(text)
    if waits and order is not None and order.name in ("show", "begin"):  # "my plan" is neither an answer nor the name of a competency
        return _beside_question(asked, at) if order.name == "show" and at.step in COLUMNS else None
    wish = asked.reader.planning.adds_here(text) or asked.reader.planning.wish(text)
    if isinstance(wish, Add):
        return added(asked, wish)
    if wish and (not waits or _lists(asked) or _of_what_is_shown(asked, at, wish)) and (done := carried_out(asked, wish, at, surely=False)):
        return done
    return _answer(asked, at, text, read) if waits else _date_said(asked, at, text) or _of_list(asked, at, text)


def _answer(asked: Asked, at: Focus, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """The answer to what was asked, unless that is long ago."""
    if asked.turn.now.timestamp() - at.since > A_DAY:
        return None
    entry = find(asked, at.record) or guiding.begun(asked, at.record)
    if at.step == OFFERED:
        return _after_offer(asked, entry, text, read)
    known = at.step.removeprefix(guiding.ONLY) in (*COLUMNS, "learnt")  # or another release asked what is not asked any more
    return guiding.hear(asked, entry, at.step, text, read) if known else None


def _beside_question(asked: Asked, at: Focus) -> Reply:
    """The plan, while the question that was asked waits on."""
    if not entries(asked):
        return guiding.ask(asked, guiding.begun(asked, at.record), at.step, say.EMPTY)
    shown, back = plan(asked), way_back(asked, at)
    card = with_action(shown.card, back) if shown.card is not None and back is not None else shown.card
    return replace(shown, card=card, focus=STAYS)


def _lists(asked: Asked) -> bool:
    """Whether the card before the person is the plan itself: then a wish is about one of its entries, and no answer."""
    offers = asked.turn.memory.offers
    return offers is not None and any(each.verb == f"{NAME}.open" for each in offers.each)


def _of_what_is_shown(asked: Asked, at: Focus, wish: Change | PutOff | Mark) -> bool:
    """Whether a wish, while something is asked, is no answer to that.

    A column of an entry is to say something else; or the entry just shown is to go, to be later, or is done while its date is asked for.
    """
    if isinstance(wish, Change):
        return _names_a_column(asked, wish)
    off = isinstance(wish, PutOff) or wish.to == "dropped" or at.step.endswith("date")
    return off and asked.reader.planning.points(wish.which)


def _names_a_column(asked: Asked, wish: Change) -> bool:
    """Whether it says which column of which entry is meant: "change it to a talk with Jo" may be an answer."""
    said = asked.reader.planning
    dated = wish.column != "date" or not wish.value or asked.reader.dates.alone(wish.value, today(asked.turn)) is not None
    return wish.column is not None and dated and (said.points(wish.which) or said.place(wish.which) is not None)


def _after_offer(asked: Asked, entry: Entry, text: str, read: Callable[[], Outcome]) -> Reply | None:
    """Words after the ways to begin: the name of a competency, or an objective in one's own words."""
    order = asked.reader.planning.orders.heard(text)
    if order is not None and order.name == "own":
        return guiding.ask(asked, entry, COLUMNS[0])
    named = asked.reader.names(text, asked.framework.id)
    if named and len(text.split()) <= A_NAME and not asked.reader.spoken.asks(text):
        return offering.offer(asked, offering.for_competencies(asked, named))
    return guiding.hear(asked, entry, COLUMNS[0], text, read) if heeding.is_objective(asked, text, read) else None


def _date_said(asked: Asked, at: Focus, text: str) -> Reply | None:
    """Yes or no to a date that was read in longer words; or a date, for an entry that was shown without one."""
    entry, order = find(asked, at.record), asked.reader.planning.orders.heard(text)
    if entry is None:
        return None
    if entry.body.date is None and order is None and asked.reader.dates.alone(text, today(asked.turn)):
        return dating.taken(asked, entry, text, only=True)
    if entry.body.heard is None or order is None or order.name not in ("yes", "no"):
        return None
    return guiding.hear(asked, entry, f"{guiding.ONLY}date", text, _nothing)


def _nothing() -> Outcome:
    return NotUnderstood(Why())


def _of_list(asked: Asked, at: Focus, text: str) -> Reply | None:
    """Words under the plan: the number of an entry, or the next page."""
    if not at.step.startswith(_LIST):
        return None
    every, number = entries(asked), place_said(text, MOST_DIGITS)
    if 0 < number <= len(every):
        return entry_card(asked, every[number - 1], "")
    order = asked.reader.planning.orders.heard(text)
    more = order is not None and order.name in ("more", "go_on")
    return plan(asked, place_of(at.step.removeprefix(_LIST), MOST_DIGITS) + PAGE) if more else None


def way_back(asked: Asked, at: Focus) -> Button | None:
    """Back to the question that waits."""
    old = asked.turn.now.timestamp() - at.since > A_DAY
    if old or at.step in (_ENTRY, OFFERED, "") or at.step.startswith(_LIST):
        return None
    return Button(say.GO_BACK, look("guide", at.record, at.step))


def _show(asked: Asked, move: Move) -> Reply:
    if not entries(asked):
        return begin(asked, say.EMPTY)
    start = place_of(move.row, MOST_DIGITS)
    return in_place(plan(asked, start)) if start else plan(asked)


def _open(asked: Asked, move: Move) -> Reply:
    entry = find(asked, move.record)
    return plan(asked, lead=say.GONE) if entry is None else entry_card(asked, entry, "")


def _edit(asked: Asked, move: Move) -> Reply:
    entry = find(asked, move.record)
    return form(asked, entry or guiding.begun(asked, asked.turn.new_id()), say.FORM)


def _begin(asked: Asked, _move: Move) -> Reply:
    return begin(asked)


MOVES: Mapping[str, Callable[[Asked, Move], Reply]] = {
    "show": _show,
    "open": _open,
    "begin": _begin,
    "new": _edit,
    "edit": _edit,
    "save": saving.save,
    "guide": guiding.guide,
    "answer": guiding.answer,
    "skip": guiding.skip,
    "keep_date": dating.keep_date,
    "start": marking.start,
    "done": marking.done,
    "reflect": marking.reflect,
    "drop": marking.drop,
    "undo": marking.undo,
    "from_priority": offering.from_priority,
    "choose": offering.choose,
    "take": offering.take,
    "own": offering.own,
}
PLAN = RecordDialog(NAME, MOVES, hears, way_back)
