"""The grading's cards as a whole, compared with those drawn before. `REDRAW_CARDS=1` draws them anew; read the difference."""

import json
import os
from pathlib import Path

import pytest

from bot.dialogs.reply import Reply
from bot.phrases.en import grading as say
from tests.cards.checking import faults
from tests.dialogs.grading.grader import LIST, answers, somebody

CARDS = Path(__file__).parent / "cards"


def talked() -> dict[str, Reply]:
    """One talk with every kind of card."""
    person = somebody()
    seen = {"form": person.says("grade a list of duties"), "lines-and-question": person.says(LIST)}
    seen["next-question"] = person.presses(answers(person)[1])
    seen["result"] = person.presses(answers(person)[1])
    seen["why"] = person.presses(say.WHY)
    person.presses(say.BACK_TO_QUESTION)
    seen["lines"] = person.presses(say.SEE_LINES)
    seen["change"] = person.presses(say.CHANGE)
    seen["delete"] = person.presses(say.DELETE)
    person.presses(say.KEEP)
    person.says("Mends the pumps\nFeeds the boiler")
    seen["list"] = person.says("my gradings")
    person.says("delete my gradings")
    return seen


REPLIES = talked()


@pytest.mark.parametrize("name", REPLIES)
def test_the_card_is_as_it_was(name: str) -> None:
    path = CARDS / f"{name}.json"
    drawn = {"text": REPLIES[name].text, "card": REPLIES[name].card}
    if os.environ.get("REDRAW_CARDS"):
        path.write_text(json.dumps(drawn, indent=1, ensure_ascii=False) + "\n")
    assert drawn == json.loads(path.read_text())
    assert not faults(REPLIES[name].card or {})
