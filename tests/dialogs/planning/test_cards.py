"""The plan's cards as a whole, compared with those drawn before. `REDRAW_CARDS=1` draws them anew; read the difference."""

import json
import os
from pathlib import Path

import pytest

from bot.dialogs.reply import Reply
from tests.cards.checking import faults
from tests.dialogs.planning.planner import assessed

CARDS = Path(__file__).parent / "cards"


def talked() -> dict[str, Reply]:
    """One talk with every kind of card."""
    person = assessed(aspired=True)
    return {
        "beginning": person.says("start my plan"),
        "what-helps": person.presses("Talk"),
        "form": person.presses("ABC course"),
        "asked-once": person.presses("Save"),
        "entry": person.says("I chair the user group"),
        "which-day": person.says("change the date of it to next term"),
        "shown-before-saved": person.says("end of May"),
        "saved": person.says("yes"),
        "plan": person.says("show my plan"),
        "done": person.says("the first one is done"),
        "heard-in-words": person.says("add to my plan: run the rota by mid June"),
        "in-words": person.presses("guide", {**(person.reply.card or {}), "actions": [_guide()]}),
    }


def _guide() -> dict[str, object]:
    return {"type": "Action.Execute", "title": "guide", "verb": "plan.guide", "data": {"record": "new", "row": "difference"}}


REPLIES = talked()


@pytest.mark.parametrize("name", REPLIES)
def test_the_card_is_as_it_was(name: str) -> None:
    path = CARDS / f"{name}.json"
    drawn = {"text": REPLIES[name].text, "card": REPLIES[name].card}
    if os.environ.get("REDRAW_CARDS"):
        path.write_text(json.dumps(drawn, indent=1, ensure_ascii=False) + "\n")
    assert drawn == json.loads(path.read_text())
    assert not faults(REPLIES[name].card or {})
