"""What every card must be: small, typed, wrapped, short of buttons, and pressable."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import microsoft_teams.cards as models
from pydantic import BaseModel

from bot.dialogs.turn import Pressed

MOST_BYTES = 28_000
MOST_ACTIONS = 3
CLASSES: dict[str, type[BaseModel]] = {
    model.model_fields["type"].default: model
    for model in vars(models).values()
    if isinstance(model, type) and issubclass(model, BaseModel) and "type" in model.model_fields
}


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every typed object of a card, the card itself first; what a button carries is not of the card."""
    if isinstance(value, dict):
        if "type" in value:
            yield value
        for name, inner in value.items():
            if name != "data":
                yield from objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner)


def presses(card: Mapping[str, Any]) -> Iterator[Pressed]:
    """Everything on a card that can be pressed."""
    for each in objects(card):
        if each["type"] == "Action.Execute":
            yield Pressed(each["verb"], each["data"])


def faults(card: Mapping[str, Any]) -> list[str]:
    """What is wrong with a card; empty for a good one."""
    found = []
    size = len(json.dumps(card, ensure_ascii=False).encode())
    if size >= MOST_BYTES:
        found.append(f"{size} bytes")
    if len(card.get("actions", ())) > MOST_ACTIONS:
        found.append(f"{len(card['actions'])} actions")
    if card["version"] != "1.5":
        found.append(f"version {card['version']}")
    inputs = [each["id"] for each in objects(dict(card)) if each["type"].startswith("Input.")]
    if len(set(inputs)) != len(inputs):
        found.append(f"the same id twice: {inputs}")
    untitled = [each for each in objects(dict(card)) if each["type"] == "Action.Execute" and "title" not in each]
    if len(untitled) != ("refresh" in card):
        found.append(f"{len(untitled)} buttons without a title")
    for each in objects(dict(card)):
        found += _faults_of(each)
    return found


def _faults_of(element: dict[str, Any]) -> Iterator[str]:
    model = CLASSES.get(element["type"])
    if model is None:
        yield f"unknown type {element['type']}"
        return
    extra = model.model_validate(element).model_extra
    if extra:
        yield f"{element['type']} has {sorted(extra)}"
    if element["type"] == "TextBlock" and not (element.get("wrap") is True and element["text"].strip()):
        yield f"a text block without wrap or words: {element}"
    if element["type"].startswith("Input.") and not (element.get("label") and element.get("errorMessage") and "maxLength" not in element):
        yield f"an input without label or errorMessage, or one that would cut what is pasted: {element}"
    if element["type"].startswith("Chart.") and not element.get("fallback"):
        yield f"{element['type']} has no fallback"
    if element["type"] == "Action.Execute" and "title" in element:
        yield from _faults_of_action(element)


def _faults_of_action(action: dict[str, Any]) -> Iterator[str]:
    fallback = action.get("fallback", {})
    if fallback.get("type") != "Action.Submit" or fallback.get("title") != action["title"]:
        yield f"{action['title']} has no fallback"
    elif fallback["data"] != {**action["data"], "verb": action["verb"]}:
        yield f"the fallback of {action['title']} carries something else"
