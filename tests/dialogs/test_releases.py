"""A new release in mid-conversation: every dialog goes on at every step, and where it cannot, nothing lands in the wrong place."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pytest

from bot.dialogs.assistant import Assistant
from bot.dialogs.record_dialogs import DIALOGS
from bot.dialogs.turn import Focus, Pressed
from bot.people.notebook import Notebook
from bot.settings import Settings
from bot.storage.memories import memory_from_json, memory_to_json
from bot.wiring import make_assistant
from tests.dialogs.conversations import FIVE, TALKS
from tests.dialogs.holding import asking, cloned, does, held
from tests.dialogs.person import Person
from tests.dialogs.walking import walk

STEPS = {
    "assessment": {"intro", "row", "rows", "paused", "result", "settled", "list", "sure", "deleted"},
    "dossier": {"intro", "overview", "criterion"},
    "evidence": {"tag", "piece", "list", "text", "deleted"},
    "grading": {"form", "question", "result", "list", "sure"},
    "my_data": {"", "kinds"},
    "plan": {"offered", "objective", "activity", "difference", "support", "date", "only", "entry", "list"},
    "review": {"row", "rows"},
    "share": {"made"},
    "succession": {"", "naming", "reason", "horizon", "removing"},
    "team": {"", "needs", "marks", "area"},
    "vacancy": {
        "role", "header", "sections", "section", "duties", "person", "career", "checks", "overview", "list", "deleted", "regrade",
    },
}  # fmt: skip
"""Every place at which a dialog waits for words, by the start of its step; what is only pressed waits at none."""
_NAMED = {"dossier": "criterion", "my_data": "kinds", "plan": "only"}
"""What a step is that carries a name of its own: a criterion, what is to be erased, the one column that is asked for."""


@dataclass
class Releases:
    """Two assistants that know nothing of each other, as before and after a deployment."""

    before: Assistant
    after: Assistant


@pytest.fixture(scope="module")
def releases() -> Releases:
    settings = Settings(_env_file=None)
    return Releases(make_assistant(settings), make_assistant(settings))


@cache
def held_talks() -> tuple[tuple[str, int, Person, str], ...]:
    """Every move of every conversation: its name and place, and who is about to make it."""
    return tuple((name, at, person, move) for name, talk in TALKS.items() for at, (person, move) in enumerate(held(talk)))


def waiting() -> Iterator[tuple[str, int, Person, str]]:
    """The same, where something waits for words."""
    return (each for each in held_talks() if each[2].memory.focus is not None)


def step(person: Person) -> tuple[str, str]:
    """The dialog that waits for words, and the kind of step at which it does."""
    at = person.memory.focus
    assert at is not None
    kind = at.step.partition(":")[0].rstrip("0123456789")
    return at.dialog, kind if kind in STEPS.get(at.dialog, ()) else _NAMED.get(at.dialog, kind)


def stored(notebook: Notebook) -> Any:
    """What is stored of a person's records, by kind and id; not by which presses."""
    return {key: {**kept.body, "presses": ()} for key, kept in sorted(notebook._held.items())}


def deployed(person: Person, to: Assistant) -> Person:
    """The same person, as another process finds them: all that is known was stored as JSON in between."""
    person = asking(cloned(person), to)
    for book in (*person.book.notebooks.values(), person.book):
        book._held = {key: replace(each, body=json.loads(json.dumps(each.body))) for key, each in book._held.items()}  # type: ignore[attr-defined, misc]
    person.memory = memory_from_json(json.loads(json.dumps(memory_to_json(person.memory))))
    return person


def shown(person: Person) -> tuple[str, str]:
    return person.reply.text, json.dumps(person.reply.card, sort_keys=True)


def does_and_shows(person: Person, move: str) -> tuple[Any, ...]:
    """What a move is answered, and what is stored then."""
    return shown(does(person, move)), stored(person.notebook), person.memory


def test_every_step_of_every_dialog_is_in_a_conversation() -> None:
    assert {dialog.name for dialog in DIALOGS} - set(STEPS) == {"files", "reminders", "waiting"}, "these wait for no words"
    steps = {(dialog, each) for dialog, kinds in STEPS.items() for each in kinds}
    pressed = (found.person for found in walk().found if found.person.memory.focus is not None)
    assert {step(person) for *_, person, _ in waiting()} == steps
    assert {step(person) for person in pressed} <= steps


def test_a_release_before_any_move_of_any_conversation_changes_nothing(releases: Releases) -> None:
    for name, at, person, move in held_talks():
        usual, moved = asking(cloned(person), releases.before), deployed(person, releases.after)
        assert does_and_shows(moved, move) == does_and_shows(usual, move), (name, at, move)


def test_a_release_before_any_press_on_any_card_changes_nothing(releases: Releases) -> None:
    for found in walk().found:
        usual, moved = asking(cloned(found.person), releases.before), deployed(found.person, releases.after)
        press = Pressed(found.verb, {**found.held, **found.carried})
        for person in (usual, moved):
            person._take(press)
        assert (shown(moved), stored(moved.notebook)) == (shown(usual), stored(usual.notebook)), found.verb


def test_a_step_that_another_release_knows_under_another_name_is_no_place_to_be_stuck_in() -> None:
    for name, at, person, move in waiting():
        usual, moved, before = cloned(person), cloned(person), stored(person.notebook)
        moved.memory = replace(moved.memory, focus=_renamed(moved.memory.focus))
        for each in (usual, moved):
            does(each, move)
        assert moved.reply.text, (name, at, move)
        assert stored(moved.notebook) in (before, stored(usual.notebook)), (name, at, move, "nothing, or just what was meant, is kept")
        assert moved.says("help").text.startswith(usual.says("help").text[:20]), (name, at, move)


def _renamed(focus: Focus | None) -> Focus | None:
    return None if focus is None else replace(focus, step="renamed:since")


@pytest.mark.parametrize("focus", [{"dialog": "gone"}, {"dialog": "assessment", "record": "nowhere"}, {"newer": 1}, "words"])
def test_a_focus_of_another_release_is_let_go(releases: Releases, focus: Any) -> None:
    person = Person(releases.before)
    person.says(FIVE)
    person.memory = memory_from_json({**memory_to_json(person.memory), "focus": focus})
    assert "Teamwork" in person.says("what does grade 6 say on teamwork?").text
    assert stored(person.notebook) == {}
