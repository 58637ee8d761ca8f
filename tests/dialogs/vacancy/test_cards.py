"""The cards of a job description as a whole, compared with those drawn before. `REDRAW_CARDS=1` draws them anew; read the difference."""

import json
import os
from pathlib import Path

import pytest

from bot.dialogs.reply import Reply
from tests.cards.checking import faults
from tests.dialogs.vacancy.writing import begun, manager

CARDS = Path(__file__).parent / "cards"


def written() -> dict[str, Reply]:
    """One talk with every kind of card."""
    person = manager()
    talk = {
        "which-role": person.says("new vacancy"),
        "header": person.says("grade 5"),
        "all-sections": person.presses("Next"),
        "every-task": person.presses("Show the tasks"),
        "one-section": person.presses("Go through them"),
        "after-words": person.says("add: runs the clean room"),
        "duties": person.says("duties"),
        "duties-told": person.says("Must be a rockstar"),
        "person": person.presses("Next"),
        "career-grade": person.presses("Next"),
        "checks": person.presses("Leave it out"),
        "finished": person.presses("It is finished"),
        "overview": person.presses("Overview"),
        "another-role": person.presses("Another grade or role"),
        "no-longer-fits": person.presses("Grade 6, Senior Technician"),
        "another-grade": person.presses("Change it to grade 6"),
        "list": person.says("my job descriptions"),
        "deleted": person.says("delete my job description"),
        "about": person.says("what goes into a job description?"),
    }
    return talk | {"header-without-a-template": begun(framework="matrix").reply}


REPLIES = written()


@pytest.mark.parametrize("name", REPLIES)
def test_the_card_is_as_it_was(name: str) -> None:
    path = CARDS / f"{name}.json"
    drawn = {"text": REPLIES[name].text, "card": REPLIES[name].card}
    if os.environ.get("REDRAW_CARDS"):
        path.write_text(json.dumps(drawn, indent=1, ensure_ascii=False) + "\n")
    assert drawn == json.loads(path.read_text())
    assert not faults(REPLIES[name].card or {})
