"""A new release in mid-conversation: every dialog goes on at every step, and where it cannot, nothing lands in the wrong place."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import pytest

from bot.dialogs.assistant import Assistant
from bot.dialogs.record_dialogs import DIALOGS
from bot.people.notebook import Notebook
from bot.settings import Settings
from bot.storage.memories import memory_from_json, memory_to_json
from bot.wiring import make_assistant
from tests.dialogs.conversations import FIVE, TALKS
from tests.dialogs.holding import asking, cloned, does, held
from tests.dialogs.person import Person
from tests.dialogs.walking import Found, walk

STEPS = {
    "assessment": {"intro", "row", "rows", "paused", "result", "settled", "list", "deleted"},
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
    """What is stored of a person's records, by kind and id."""
    return {key: kept.body for key, kept in sorted(notebook._held.items())}


def deployed(person: Person, to: Assistant) -> Person:
    """The same person, as another process finds them: all that is known was stored as JSON in between."""
    person = asking(cloned(person), to)
    for book in (*person.book.notebooks.values(), person.book):
        book._held = {key: replace(each, body=json.loads(json.dumps(each.body))) for key, each in book._held.items()}  # type: ignore[attr-defined, misc]
    person.memory = memory_from_json(json.loads(json.dumps(memory_to_json(person.memory))))
    return person


def shown(person: Person) -> tuple[str, str]:
    return person.reply.text, json.dumps(person.reply.card, sort_keys=True)


def test_a_release_before_any_move_of_any_conversation_changes_nothing(releases: Releases) -> None:
    for name, at, person, move in held_talks():
        usual, moved = does(asking(cloned(person), releases.before), move), does(deployed(person, releases.after), move)
        assert shown(moved) == shown(usual), (name, at, move)
        assert stored(moved.notebook) == stored(usual.notebook), (name, at, move)


def test_a_release_before_any_press_on_any_card_changes_nothing(releases: Releases) -> None:
    for found in walk().found:
        usual, moved = Found(asking(cloned(found.person), releases.before), found.verb, found.carried, found.held), replace_person(found, releases)
        assert pressed(moved) == pressed(usual), found.verb


def replace_person(found: Found, releases: Releases) -> Found:
    return replace(found, person=deployed(found.person, releases.after))


def pressed(found: Found) -> tuple[Any, ...]:
    person, press = found.pressed()
    person._take(press)
    return shown(person), stored(person.notebook), person.memory
