"""Whole cards of the self-assessment, compared with those drawn before: `REDRAW_CARDS=1 pytest tests/cards`, and read the difference."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.dialogs.assistant import Assistant
from bot.people.profile import Profile
from bot.understanding.reading import Intent
from tests.cards.checking import faults
from tests.dialogs.asking import Reads
from tests.dialogs.assessing.starting import asks_for
from tests.dialogs.person import Person
from tests.framework.small import LIBRARY

CARDS = Path(__file__).parent
EXPERT = Profile("small", 3, "expert", "specialist")


def walk() -> dict[str, dict[str, Any]]:
    """What somebody sees from the start to the end."""
    person = Person(Assistant(LIBRARY, Reads(), "small"), EXPERT)
    seen: dict[str, dict[str, Any]] = {}

    def see(name: str) -> None:
        seen[name] = {"text": person.reply.text, "card": person.reply.card}

    asks_for(person, Intent.START_ASSESSMENT, "start my self-assessment")
    see("an assessment begins")
    person.presses("Begin")
    see("a row to mark")
    person.presses("Save and next", mark="11", evidence="I run *it*")
    see("a mark that is none")
    person.says("add a row: the lathe")
    see("a row of ones own")
    person.says("rows")
    see("all rows")
    person.presses("Carry on")
    person.says("9")
    person.says("8")
    see("a result")
    person.presses("Add evidence")
    see("evidence for high marks")
    person.says("talk and the lathe")
    see("priorities")
    asks_for(person, Intent.SHOW_ASSESSMENT, "history")
    see("assessments of before")
    person.presses("assessment.show")
    person.presses("Delete it")
    see("an assessment to delete")
    return seen


SEEN = walk()


@pytest.mark.parametrize("name", SEEN)
def test_the_card_is_as_it_was(name: str) -> None:
    path = CARDS / f"assessing-{name.replace(' ', '-')}.json"
    if os.environ.get("REDRAW_CARDS"):
        path.write_text(json.dumps(SEEN[name], indent=1, ensure_ascii=False) + "\n")
    assert json.loads(path.read_text()) == SEEN[name]


@pytest.mark.parametrize("name", SEEN)
def test_the_card_keeps_the_rules(name: str) -> None:
    assert not faults(SEEN[name]["card"] or {})
