"""Everything a person reads on a card, in reading order."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.cards.markdown import PRESS_SIGN, unescaped


def card_words(card: Mapping[str, Any]) -> Iterator[str]:
    """The texts of a card and then the titles of its buttons, a line each."""
    for element in card.get("body", ()):
        yield from _words(element)
    for action in card.get("actions", ()):
        yield action["title"]


def _words(element: Mapping[str, Any]) -> Iterator[str]:
    match element.get("type"):
        case "TextBlock" if element["text"] != PRESS_SIGN:
            yield unescaped(element["text"])
        case "RichTextBlock":
            yield "".join(run["text"] for run in element["inlines"])
        case "Input.ChoiceSet":
            yield f"{element['label']}: {chosen(element)}"
    for inner in (*element.get("columns", ()), *element.get("items", ())):
        yield from _words(inner)


def chosen(choices: Mapping[str, Any]) -> str:
    """What is chosen in a field, as it is called."""
    return next((str(choice["title"]) for choice in choices["choices"] if choice["value"] == choices["value"]), "")
