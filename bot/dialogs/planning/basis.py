"""What every part of the plan's conversation needs: the day, the columns, the entries, and marks of presses."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from bot.cards.payloads import Ask, Move
from bot.cards.view import Button, View
from bot.development.plan import Entry, PlanEntry, by_date
from bot.dialogs import presses
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus, Turn
from bot.framework.model import Framework
from bot.people.zones import LONDON, known_zone
from bot.phrases.en import planning as say
from bot.phrases.en.names import clipped
from bot.understanding.reading import Intent, Reading

NAME = "plan"
OFFERED = "offered"
"""The step after a card with ways to begin: words may be an objective, but nobody asked for one."""
LONGEST_TITLE = 120


def today(turn: Turn) -> dt.date:
    """The day it is for the person; in their time zone where it is known."""
    return turn.now.astimezone(known_zone(turn.zone) or known_zone(LONDON) or dt.UTC).date()


def columns(framework: Framework) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """The name of each of the five columns, and what it asks: the framework's own words, or else ours."""
    own = {column.id: (column.name, column.asks) for column in framework.plan.columns} if framework.plan else {}
    return {id_: own.get(id_, ours) for id_, ours in say.COLUMNS.items()}


def column_name(framework: Framework, column: str) -> str:
    """What a column is called; the reflection, which the template has not, by our name."""
    return columns(framework)[column][0] if column in say.COLUMNS else say.LEARNT


def in_framework(asked: Asked, framework: str) -> Asked:
    """The same question put to the framework that a record was made with."""
    if framework == asked.framework.id or framework not in asked.library.frameworks:
        return asked
    return replace(asked, reading=Reading(framework, asked.reading.intent))


def of_entry(asked: Asked, entry: Entry) -> Asked:
    """The same question put to the framework of an entry."""
    return in_framework(asked, entry.body.framework)


def entries(asked: Asked) -> tuple[Entry, ...]:
    """Every entry of the person, in the order they are shown."""
    return by_date(asked.turn.records.all(PlanEntry))


def find(asked: Asked, id_: str) -> Entry | None:
    """One entry of the person."""
    return asked.turn.records.find(PlanEntry, id_) if id_ else None


def title(entry: Entry) -> str:
    """What an entry is called on a card."""
    return clipped(entry.body.title, LONGEST_TITLE)


def pressed(entry: Entry, move: Move) -> bool:
    """Whether this press was applied before."""
    return presses.seen(entry.body.presses, move)


def with_press(entry: Entry, move: Move) -> Entry:
    """The same entry, which remembers the press."""
    return entry.with_(presses=presses.noted(entry.body.presses, move))


def focus(asked: Asked, record: str, step: str) -> Focus:
    """What the next words may be meant for."""
    return Focus(NAME, record, step, asked.turn.now.timestamp())


def press(asked: Asked, move: str, entry: Entry | None = None, row: str = "", given: tuple[tuple[str, str], ...] = ()) -> Move:
    """What a button carries that changes something: it counts once."""
    return Move(NAME, move, entry.id if entry else "", row, entry.version if entry else 0, asked.turn.new_id(), given)


def look(move: str, record: str = "", row: str = "") -> Move:
    """What a button carries that only shows something."""
    return Move(NAME, move, record, row)


def show_plan() -> Button:
    """The way to the plan."""
    return Button(say.GO_BACK, look("show"))


def start_assessment(asked: Asked) -> Button:
    """The way to a self-assessment."""
    return Button(say.ASSESS, Ask(Reading(asked.framework.id, Intent.START_ASSESSMENT)))


def told(view: View, text: str, *, waits: Focus | None = None, saves: tuple[Entry, ...] = ()) -> Reply:
    """A reply of this dialog: what it saves, and what the next words may be meant for."""
    return replace(answer(view, text), saves=saves, focus=waits)


def in_place(reply: Reply) -> Reply:
    """The same reply, in the place of the card that was pressed."""
    return replace(reply, replaces=True)
