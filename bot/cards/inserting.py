"""A card as it may be inserted where the assistant is not: everything but what can be pressed."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.phrases.en import buttons
from bot.phrases.en import searching as say


def insertable(card: Mapping[str, Any]) -> dict[str, Any]:
    """The same card without buttons and rows to press, and a word where a button would have led on to the rest."""
    body = list(_without_presses(card["body"]))
    if any(action["title"] == buttons.CARRY_ON for action in card.get("actions", ())):
        body.append({"type": "TextBlock", "text": say.MORE, "wrap": True, "isSubtle": True, "size": "Small"})
    return {name: part for name, part in card.items() if name != "actions"} | {"body": body}


def _without_presses(elements: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for element in elements:
        if element["type"] == "ColumnSet":
            yield {**element, "columns": [_unpressable(column) for column in element["columns"]]}
        elif "selectAction" not in element:
            yield element


def _unpressable(column: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in column.items() if name != "selectAction"}
