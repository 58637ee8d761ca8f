"""The fields of a form as elements of a card."""

from typing import Any

from bot.cards.view import Choice, Day, Entry, Field
from bot.phrases.en.profile import CHOOSE

Element = dict[str, Any]


def field(drawn: Field) -> Element:
    """The input of a field, with its label and what is said where it is left empty."""
    match drawn:
        case Choice():
            return _choice(drawn)
        case Entry():
            return _entry(drawn)
        case Day():
            return {"type": "Input.Date", "id": drawn.id, "label": drawn.label, "value": drawn.value, "errorMessage": CHOOSE, **_APART}


_APART = {"spacing": "Medium"}


def _choice(choice: Choice) -> Element:
    options = [{"title": title, "value": value} for value, title in choice.options]
    many = {"isMultiSelect": True, "style": "expanded"} if choice.many else {"style": "compact"}
    look = {**many, "wrap": True, "value": choice.chosen, "errorMessage": CHOOSE, **_APART}
    return {"type": "Input.ChoiceSet", "id": choice.id, "label": choice.label, "choices": options, **look}


def _entry(entry: Entry) -> Element:
    look = {"isMultiline": True} if entry.long else {}
    hint = {"placeholder": entry.hint} if entry.hint else {}
    needed = {"isRequired": True} if entry.error else {}
    said = {"errorMessage": entry.error or CHOOSE}
    return {"type": "Input.Text", "id": entry.id, "label": entry.label, "value": entry.value, **look, **hint, **needed, **said, **_APART}
