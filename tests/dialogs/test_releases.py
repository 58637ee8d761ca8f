"""A new release in mid-conversation: every dialog goes on at every step, and where it cannot, nothing lands in the wrong place."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from bot.dialogs.assistant import Assistant
from bot.people.notebook import Notebook
from bot.settings import Settings
from bot.storage.memories import memory_from_json, memory_to_json
from bot.wiring import make_assistant
from tests.dialogs.person import Person

FIVE = "I'm a grade 5 technician"
TALKS = {
    "assessment": [
        FIVE, "start a self-assessment", "begin", "7, because I run the booking rota", "5 and a half", "skip", "back", "6",
        "what does grade 6 say here?", "later", "continue my assessment", "8", "because I trained two people",
        "change service delivery to 6", "finish",
    ],
    "plan": [
        FIVE, "add to my plan", "Run the induction by myself", "lead it twice with a colleague", "new starters work safely alone",
        "time from my manager", "end of March", "yes", "my plan", "done with the induction", "I learnt to plan ahead",
    ],
    "evidence": [
        FIVE, "log evidence: I trained two apprentices on the mill", "1", "my evidence", "change it to I trained three apprentices",
        "delete that", "undo",
    ],
    "dossier": [FIVE, "start my dossier", "begin", "I ran the stores audit", "next", "skip", "my dossier", "criterion 2"],
    "grading": [
        "what grade is this: supervises two technicians; manages a budget of 20k; plans work a year ahead", "A", "not sure", "B",
        "write the job description",
    ],
    "vacancy": [
        "new vacancy", "specialist technician grade 7 in research", "title is Laser Technician, department Physics", "next",
        "add a task: keeps the laser log", "undo", "next", "my job descriptions", "open 1",
    ],
    "succession": [
        "my critical roles", "add a critical role", "technical manager because only one person knows the cryostats, within two years",
        "remove it", "no", "remove it", "yes",
    ],
    "my data": [FIVE, "log evidence: I trained two apprentices on the mill", "what do you hold on me?", "delete my evidence", "no",
                "delete my evidence", "yes", "forget me", "yes"],
    "reminders": [FIVE, "remind me about my plan", "stop reminders"],
    "sharing": [FIVE, "start a self-assessment", "begin", "7", "later", "share my assessment", "never mind"],
}  # fmt: skip
STEPS = [(name, at) for name, talk in TALKS.items() for at in range(1, len(talk))]


@dataclass
class Releases:
    """Two assistants that know nothing of each other, as before and after a deployment."""

    before: Assistant
    after: Assistant


@pytest.fixture(scope="module")
def releases() -> Releases:
    settings = Settings(_env_file=None)
    return Releases(make_assistant(settings), make_assistant(settings))


def stored(notebook: Notebook) -> Any:
    """What is stored of a person's records, by kind and id."""
    return {key: held.body for key, held in sorted(notebook._held.items())}


def deployed(person: Person, to: Assistant) -> Person:
    """The same person, as another process finds them: all that is known was stored as JSON in between."""
    memory = memory_from_json(json.loads(json.dumps(memory_to_json(person.memory))))
    held = {key: replace(each, body=json.loads(json.dumps(each.body))) for key, each in person.notebook._held.items()}
    person.notebook._held = held
    person.assistant, person.memory = to, memory
    return person


def shown(person: Person) -> tuple[str, str]:
    return person.reply.text, json.dumps(person.reply.card, sort_keys=True)


def talked(person: Person, sayings: list[str]) -> Iterator[tuple[str, str]]:
    for said in sayings:
        person.says(said)
        yield shown(person)


@pytest.mark.parametrize("name", TALKS)
def test_a_release_between_any_two_messages_changes_nothing(releases: Releases, name: str) -> None:
    expected = list(talked(Person(releases.before), TALKS[name]))
    person = Person(releases.before)
    for at, said in enumerate(TALKS[name]):
        deployed(person, (releases.after, releases.before)[at % 2]).says(said)
        assert shown(person) == expected[at], f"after {said!r}"


@pytest.mark.parametrize(("name", "at"), STEPS)
def test_a_step_that_another_release_knows_under_another_name_is_no_place_to_be_stuck_in(releases: Releases, name: str, at: int) -> None:
    usual, moved = Person(releases.before), Person(releases.before)
    for said in TALKS[name][:at]:
        usual.says(said)
        moved.says(said)
    if moved.memory.focus is None:
        return
    moved.memory = replace(moved.memory, focus=replace(moved.memory.focus, step="renamed:since"))
    before = stored(moved.notebook)
    usual.says(TALKS[name][at])
    moved.says(TALKS[name][at])
    assert moved.reply.text
    assert stored(moved.notebook) in (before, stored(usual.notebook)), "nothing, or just what was meant, is kept"
    assert moved.says("help").text.startswith(usual.says("help").text[:20])


@pytest.mark.parametrize("focus", [{"dialog": "gone"}, {"dialog": "assessment", "record": "nowhere"}, {"newer": 1}, "words"])
def test_a_focus_of_another_release_is_let_go(releases: Releases, focus: Any) -> None:
    person = Person(releases.before)
    person.says(FIVE)
    person.memory = memory_from_json({**memory_to_json(person.memory), "focus": focus})
    assert "Teamwork" in person.says("what does grade 6 say on teamwork?").text
    assert stored(person.notebook) == {}
