"""The cards of the team and of succession as a whole, compared with those drawn before. `REDRAW_CARDS=1` draws them anew."""

import json
import os
from pathlib import Path

import pytest

from bot.dialogs.reply import Reply
from bot.phrases.en import succession
from bot.phrases.en import team as say
from tests.cards.checking import faults
from tests.dialogs.managing import manager, with_team
from tests.msteams.talking import shipped

CARDS = Path(__file__).parent / "cards"


def talked() -> dict[str, Reply]:
    """One talk with every kind of card."""
    nobody, morgan = manager(shipped()), with_team(shipped())
    role = {"role": "senior-technician", "reason": "Nobody else runs the cryostat", "horizon": "year"}
    return {
        "nobody-shares": nobody.says("show me my team"),
        "no-critical-role": nobody.says("my critical roles"),
        "overview": morgan.says("show me my team"),
        "person": morgan.presses("Alex Marsh"),
        "needs": morgan.presses(say.NEEDS),
        "one-need": morgan.presses("Budget Management: 3 of 4 need it"),
        "marks": morgan.says("heat map"),
        "group": morgan.says("choose a group"),
        "form": morgan.says("add a critical role"),
        "critical-role": morgan.presses(succession.SAVE, **role),
        "aspirant": morgan.presses("Alex Marsh"),
        "succession": morgan.says("my critical roles"),
    }


REPLIES = talked()


@pytest.mark.parametrize("name", REPLIES)
def test_the_card_is_as_it_was(name: str) -> None:
    path = CARDS / f"{name}.json"
    drawn = {"text": REPLIES[name].text, "card": REPLIES[name].card}
    if os.environ.get("REDRAW_CARDS"):
        path.write_text(json.dumps(drawn, indent=1, ensure_ascii=False) + "\n")
    assert drawn == json.loads(path.read_text())
    assert not faults(REPLIES[name].card or {})
