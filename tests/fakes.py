"""Small stand-ins: an assistant that answers at once, so that a test of the way in and out needs no knowledge."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bot.dialogs.reply import Reply
from bot.dialogs.searching import Hit, Hits
from bot.dialogs.turn import Joined, Memory, Pressed, Said, Turn
from bot.framework.model import Library
from bot.understanding.reading import Intent, Reading
from tests.framework.small import LIBRARY

WELCOME = "Hello, I know the career framework."


def card(*lines: str, verb: str = "next", kind: str = "Action.Execute") -> dict[str, Any]:
    """A card that says some lines and has a button."""
    data = {"row": 2} if kind == "Action.Execute" else {"row": 2, "verb": verb}
    return {
        "type": "AdaptiveCard",
        "version": "1.5",
        "body": [{"type": "TextBlock", "text": line, "wrap": True} for line in lines],
        "actions": [{"type": kind, "title": verb.capitalize(), "verb": verb, "data": data}],
    }


class Knows:
    """The small framework, for every tenant alike; nothing is searched for, and nothing struck out."""

    library: Library = LIBRARY

    def library_of(self, _tenant: str) -> Library:
        """What it knows."""
        return self.library

    def search(self, text: str, _tenant: str = "") -> Hits:
        """Nothing."""
        raise NotImplementedError

    def struck(self, text: str, _names: Iterable[str], _tenant: str) -> str:
        """All of it."""
        return text


@dataclass
class FakeAssistant(Knows):
    """Answers by the first word of what is said; keeps every turn it took."""

    turns: list[Turn] = field(default_factory=list)

    def answer(self, turn: Turn) -> Reply:
        """Answer one turn."""
        self.turns.append(turn)
        match turn.arrived:
            case Joined():
                return Reply(WELCOME, suggestions=("What is expected at grade 7?", "Help"))
            case Pressed(verb, data):
                return self._pressed(turn, verb, dict(data))
            case Said(text):
                return self._said(turn, text)

    def search(self, text: str, _tenant: str = "") -> Hits:
        """One card for whatever is searched for."""
        if text == "fail":
            raise ArithmeticError("on purpose")
        return Hits((Hit(text, "a line", card(text)),))

    def _pressed(self, turn: Turn, verb: str, data: dict[str, Any]) -> Reply:
        if verb == "fail":
            raise ArithmeticError("on purpose")
        if verb == "keep":
            return Reply("Kept.", card=card("Kept."), replaces=True, profile=turn.profile.with_(grade=data["grade"]))
        if verb == "next":
            return Reply(f"Row {data.get('row')} is next.", card=card(f"Row {data.get('row')}", "replaced"), replaces=True)
        return Reply(f"Pressed {verb}.", card=card(f"Pressed {verb}", str(sorted(data))))

    def _said(self, turn: Turn, text: str) -> Reply:
        word, _, rest = text.partition(" ")
        match word:
            case "card":
                return Reply("Here is a card.", card=card("Here is a card.", verb=rest or "next"))
            case "submit":
                return Reply("Here is a form.", card=card("Here is a form.", verb=rest or "more", kind="Action.Submit"))
            case "grade":
                return Reply(f"Noted: grade {rest}.", profile=turn.profile.with_(grade=int(rest)))
            case "ask" | "remember" | "recall" | "forget":
                return _remembering(turn, word, rest)
            case "fail":
                raise ArithmeticError("on purpose")
            case _:
                return Reply(f"You said {text}.", suggestions=("card", "recall"))


def _remembering(turn: Turn, word: str, rest: str) -> Reply:
    """What is asked, remembered, recalled and forgotten."""
    last = turn.memory.last.said if turn.memory.last else None
    match word:
        case "ask":
            asked = Reading("lancaster", Intent.EXPECTATIONS, said=rest)
            return Reply(f"About {rest}, after {last}.", memory=Memory(asked), answers=asked)
        case "remember":
            return Reply("Remembered.", memory=Memory(Reading("lancaster", Intent.GUIDE, grades=(7,), said=rest)))
        case "forget":
            return Reply("Forgotten.", memory=Memory())
        case _:
            return Reply(f"grade {turn.profile.grade}, last {last}")
