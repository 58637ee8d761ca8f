"""The cards of sharing and reviews as a whole, compared with those drawn before. `REDRAW_CARDS=1` draws them anew; read the difference."""

import json
import os
from pathlib import Path

import pytest

from bot.dialogs.reply import Reply
from bot.understanding.reading import Intent
from tests.cards.checking import faults
from tests.dialogs.assessing.starting import asks_for
from tests.dialogs.sharing.two import RATINGS, coded, form, strangers

CARDS = Path(__file__).parent / "cards"


def talked() -> dict[str, Reply]:
    """One talk with every kind of card."""
    two = strangers()
    asks_for(two.alex, Intent.SHARE, "share my assessment")
    seen = {"form": two.alex.reply, "what-they-will-see": form(two, line="Ahead of March"), "shared": two.alex.presses("Share it")}
    seen |= {"told": two.sam.told[0], "view": two.sam_looks(), "row": two.sam.presses("Rate the rows")}
    for each in RATINGS:
        two.sam.says(each)
    seen |= {"all-rows": two.sam.reply, "sent": two.sam.presses("Send my ratings"), "news": two.alex.told[0]}
    seen |= {"side-by-side": two.alex.presses("See both sides"), "agenda": two.alex.presses("Our agenda")}
    seen["agree"] = two.alex.presses("What we agree")
    rows = ",".join(each.id for each in two.review.rows[:2])
    seen["proposed"] = two.alex.presses("Save and ask the other", rows=rows, development="Shadow the team", meet="2027-09-01")
    seen |= {"question": two.sam.told[-1], "agreed": two.sam.presses("I agree"), "ready-for-the-plan": two.alex.presses("What we agree")}
    asks_for(two.alex, Intent.SHARE, "what do I share?")
    seen |= {
        "list": two.alex.reply,
        "one": two.alex.presses("Self-assessment, with Sam Okafor"),
        "taken-back": two.alex.presses("Take it back"),
    }
    seen["nothing-to-see"] = two.sam.presses("Look at it", two.sam.cards[0])
    code = coded(two)
    two.sam.says(f"claim {code}")
    return {**seen, "code": two.alex.reply, "claimed": two.sam.reply, "whose-code": two.alex.told[-1]}


REPLIES = talked()


@pytest.mark.parametrize("name", REPLIES)
def test_the_card_is_as_it_was(name: str) -> None:
    path = CARDS / f"{name}.json"
    shown = {"text": REPLIES[name].text, "card": REPLIES[name].card}
    if os.environ.get("REDRAW_CARDS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(shown, indent=1, ensure_ascii=False) + "\n")
    assert json.loads(path.read_text()) == shown


@pytest.mark.parametrize("name", REPLIES)
def test_the_card_keeps_the_rules(name: str) -> None:
    assert not faults(REPLIES[name].card or {})
