"""The fields of a form as elements of a card.

None has a `maxLength`: a client would cut what is pasted without a word. The dialog says when something is too long, and shows it again.
"""

from typing import Any

from bot.cards.view import Choice, Day, Entry, Field, People
from bot.phrases.en import forms as say

Element = dict[str, Any]
_DIRECTORY = "graph.microsoft.com/users"
"""Everybody in the organisation, not the members of the chat alone."""


def field(drawn: Field) -> Element:
    """The input of a field, with its label and what is said where it is not as it should be."""
    named = {"id": drawn.id, "label": drawn.label, "spacing": "Medium"}
    match drawn:
        case Choice():
            return {"type": "Input.ChoiceSet", **named, **_choice(drawn)}
        case Entry():
            return {"type": "Input.Text", **named, **_entry(drawn)}
        case Day():
            return {"type": "Input.Date", **named, **_day(drawn)}
        case People():
            return {"type": "Input.ChoiceSet", **named, **_people(drawn)}


def _choice(choice: Choice) -> Element:
    """One of many opens as a list, which a phone shows on its whole screen; several are ticked on the card."""
    options = {"choices": [{"title": title, "value": value} for value, title in choice.options], "value": choice.chosen, "wrap": True}
    if choice.many:
        return {**options, "isMultiSelect": True, "style": "expanded", "errorMessage": say.CHOOSE_ANY}
    return {**options, "style": "compact", "placeholder": choice.hint or say.NOTHING_CHOSEN, "errorMessage": say.CHOOSE_ONE}


def _people(people: People) -> Element:
    """Teams itself looks people up as somebody types, and sends the Entra object id of the one who is chosen."""
    chosen = {"value": people.value} if people.value else {}
    look = {"style": "filtered", "placeholder": say.TYPE_A_NAME, "errorMessage": say.CHOOSE_A_PERSON, "wrap": True}
    return {"choices": [], "choices.data": {"type": "Data.Query", "dataset": _DIRECTORY}, **look, **chosen}


def _entry(entry: Entry) -> Element:
    look: Element = {"isMultiline": True} if entry.long else {}
    look |= {"placeholder": entry.hint} if entry.hint else {}
    look |= {"isRequired": True} if entry.error else {}
    return {"value": entry.value, "errorMessage": entry.error or say.WRITE, **look}


def _day(day: Day) -> Element:
    value = {"value": day.value} if day.value else {}  # an empty one is no date
    return {"errorMessage": say.PICK_A_DAY, **value}
