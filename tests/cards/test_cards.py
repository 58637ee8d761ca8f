"""Whole cards, compared with those drawn before. Draw them anew with `REDRAW_CARDS=1 pytest tests/cards`, and read the difference."""

import json
import os
from pathlib import Path

import pytest

from bot.cards.payloads import Career, Forget, SetProfile, pack
from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Pressed
from bot.people.profile import Profile
from bot.understanding.finding import Found, Match
from bot.understanding.reading import Intent, Reading, Unsure, Why
from tests.cards.checking import faults
from tests.dialogs.asking import Asker, Reads
from tests.dialogs.tact import TACT, WITH_CONTACTS
from tests.framework.small import LIBRARY

CARDS = Path(__file__).parent
FOUND = Found((3, 2), ("expert",), (2, 3), (Match("expert", "mending", 9.0),), "supervision")
UNSURE = Unsure((Reading("small", Intent.EXPECTATIONS, (2,)), Reading("small", Intent.COMPARE, (2, 3))), Why())
ASSISTANT = Assistant(LIBRARY, Reads(UNSURE, FOUND), "small")
ANYBODY = Asker(ASSISTANT, "small")
MAKER = Asker(ASSISTANT, "small", Profile("small", 2, "maker", "technical"))

AIMING = Asker(ASSISTANT, "small", Profile("small", 2, "maker", "technical", "leader"))
WITH_CARE = Asker(Assistant(LIBRARY, Reads(), "small", TACT), "small")
WITH_CONTACTS_SET = Asker(Assistant(LIBRARY, Reads(), "small", WITH_CONTACTS), "small")

REPLIES: dict[str, Reply] = {
    "one cell": ANYBODY.asks(Intent.EXPECTATIONS, roles=["expert"], competencies=["talking"], yes_no=True),
    "not expected": ANYBODY.asks(Intent.EXPECTATIONS, [2], competencies=["mending"]),
    "blank": ANYBODY.asks(Intent.EXPECTATIONS, roles=["leader"], competencies=["talking"]),
    "unclear": ANYBODY.asks(Intent.EXPECTATIONS, roles=["leader"], competencies=["mending"]),
    "both roles of a grade": ANYBODY.asks(Intent.EXPECTATIONS, [3], competencies=["talking"]),
    "a whole role": ANYBODY.asks(Intent.EXPECTATIONS, [2]),
    "a whole role in full": ANYBODY.asks(Intent.EXPECTATIONS, roles=["expert"], start=0),
    "a grade with two roles": ANYBODY.asks(Intent.EXPECTATIONS, [3]),
    "through the grades": ANYBODY.asks(Intent.EXPECTATIONS, competencies=["mending"]),
    "one change": ANYBODY.asks(Intent.COMPARE, roles=["maker", "expert"], competencies=["talking"]),
    "largest changes": ANYBODY.asks(Intent.COMPARE, [1, 2]),
    "changes on each path": ANYBODY.asks(Intent.COMPARE, [2, 3]),
    "which grade": ANYBODY.asks(Intent.FIND_GRADE, said="who mends things"),
    "development": ANYBODY.asks(Intent.DEVELOPMENT, competencies=["talking"]),
    "a topic": ANYBODY.asks(Intent.GUIDE, guide_topics=("first",)),
    "growth": ANYBODY.asks(Intent.COMPARE, competencies=["mending"]),
    "where a role can lead": ANYBODY.presses(Pressed(*pack(Career("small", "expert")))),
    "career map": MAKER.presses(Pressed(*pack(Career("small", "leader", map=True)))),
    "several steps": ANYBODY.asks(Intent.COMPARE, [1, 2, 3]),
    "progression": ANYBODY.asks(Intent.CAREER_PROGRESSION, [1, 2]),
    "did you mean": ANYBODY.says("hm"),
    "help for a maker": MAKER.asks(Intent.HELP),
    "what is held": MAKER.asks(Intent.MY_DATA),
    "the form about you": AIMING.asks(Intent.SET_PROFILE),
    "forget all of it": AIMING.presses(Pressed(*pack(Forget()))),
    "a path that the grade does not have": MAKER.presses(Pressed(*pack(SetProfile("small", path="manager")))),
    "an aim is noted": MAKER.presses(Pressed(*pack(SetProfile("small", aim="leader")))),
    "help for somebody unknown": ANYBODY.asks(Intent.HELP),
    "care": WITH_CARE.says("I can't cope"),
    "care with contacts": WITH_CONTACTS_SET.says("I want to die"),
    "rude": WITH_CARE.says("fuck off"),
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
