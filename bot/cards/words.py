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
            yield run_words(element)
        case "Input.ChoiceSet" | "Input.Text" | "Input.Date":
            yield f"{label(element)}{entered(element)}".rstrip()
        case "Chart.HorizontalBar.Stacked":
            yield from (bar["title"] for bar in element["data"])
        case "Table":
            yield from (" | ".join(cells) for cells in table_words(element))
    for inner in (*element.get("columns", ()), *element.get("items", ())):
        yield from _words(inner)


def run_words(element: Mapping[str, Any]) -> str:
    """What a block of runs says."""
    return "".join(run["text"] for run in element["inlines"])


def table_words(table: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """The cells of each row, the names of the columns first."""
    for row in table["rows"]:
        yield tuple(run_words(cell["items"][0]) for cell in row["cells"])


def label(field: Mapping[str, Any]) -> str:
    """What stands before what is entered."""
    named = str(field["label"])
    return f"{named} " if named.endswith(("?", ".", ":", ")")) else f"{named}: "


def entered(field: Mapping[str, Any]) -> str:
    """What stands in a field of a form; options as they are called."""
    value = str(field.get("value", ""))
    if field["type"] != "Input.ChoiceSet":
        return value
    chosen = set(value.split(",") if field.get("isMultiSelect") else (value,))
    return ", ".join(str(choice["title"]) for choice in field["choices"] if choice["value"] in chosen)
