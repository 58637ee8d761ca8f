"""The cards about what is held of a person and of reminders, whole; `REDRAW_CARDS=1` draws them anew."""

import json
import os
from pathlib import Path

import pytest

from bot.dialogs.reply import Reply
from bot.people.holdings import Account
from bot.people.records import Record
from bot.people.reminders import MINE, TOPICS, Preferences
from tests.cards.checking import faults
from tests.dialogs.test_my_data import HELD, NOW, person
from tests.dialogs.test_reminding import ENTRY, asks, reminded

CARDS = Path(__file__).parent
VISITOR = Account(NOW, NOW, "Europe/London", reached=True, files=1)
ON = Record(MINE, Preferences(topics=TOPICS))

REPLIES: dict[str, Reply] = {
    "everything held": person(*HELD, account=VISITOR).says("what do you hold on me?"),
    "forget everything held": person(*HELD, account=VISITOR).says("forget me"),
    "delete one kind": person(*HELD).says("delete my assessments"),
    "reminders on": asks(ENTRY, ON).says("reminders"),
    "reminders just turned on": asks(ENTRY).says("remind me about my plan"),
    "a reminder": reminded(asks(ENTRY, ON)),
}


@pytest.mark.parametrize("name", REPLIES)
def test_the_card_is_as_it_was(name: str) -> None:
    path = CARDS / f"{name.replace(' ', '-')}.json"
    drawn = {"text": REPLIES[name].text, "card": REPLIES[name].card}
    if os.environ.get("REDRAW_CARDS"):
        path.write_text(json.dumps(drawn, indent=1, ensure_ascii=False) + "\n")
    assert drawn == json.loads(path.read_text())


@pytest.mark.parametrize("name", REPLIES)
def test_the_card_keeps_the_rules(name: str) -> None:
    assert not faults(REPLIES[name].card or {})
