"""A reply drawn in the terminal: the card from its own JSON, with everything that can be pressed numbered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from bot.cards.markdown import PRESS_SIGN, unescaped
from bot.cards.words import chosen
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Pressed

WIDEST = 96


@dataclass(slots=True)
class Drawn:
    """What the numbers on a drawn card press, in order."""

    presses: list[Pressed] = field(default_factory=list)

    def card(self, card: Mapping[str, Any]) -> RenderableType:
        """The whole card."""
        parts = [part for element in card.get("body", ()) for part in self._element(element)]
        buttons = [Text(f"{self._number(action)} {action['title']}", "bold") for action in card.get("actions", ())]
        return Panel(Group(*parts, *([Text()] if buttons else []), *buttons), padding=(0, 1))

    def _element(self, element: Mapping[str, Any]) -> Iterator[RenderableType]:
        if element.get("spacing") == "Medium":
            yield Rule(style="dim")
        yield from self._contents(element)

    def _contents(self, element: Mapping[str, Any]) -> Iterator[RenderableType]:
        match element["type"]:
            case "TextBlock":
                yield Text(unescaped(element["text"]), _style(element))
            case "RichTextBlock":
                yield Text.assemble(*((run["text"], _style(run)) for run in element["inlines"]))
            case "Input.ChoiceSet":
                yield Text(f"{element['label']}: {chosen(element)}")
            case "Container":
                yield from self._container(element)
            case "ColumnSet":
                for column in element["columns"]:
                    yield from self._container(column)

    def _container(self, container: Mapping[str, Any]) -> Iterator[RenderableType]:
        if "selectAction" not in container:
            for item in container["items"]:
                yield from self._contents(item)
            return
        number = self._number(container["selectAction"])
        for position, block in enumerate(_texts(container)):
            yield Text(f"{number} " if position == 0 else " " * (len(number) + 1)) + Text(unescaped(block["text"]), _style(block))

    def _number(self, action: Mapping[str, Any]) -> str:
        self.presses.append(Pressed(action["verb"], action["data"]))
        return f"[{len(self.presses)}]"


def draw(reply: Reply, console: Console) -> Drawn:
    """Draw a reply, and return what its numbers press."""
    drawn = Drawn()
    width = min(console.width, WIDEST)
    console.print(drawn.card(reply.card) if reply.card else Text(reply.text), width=width)
    return drawn


def _texts(element: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if element.get("type") == "TextBlock" and element["text"] != PRESS_SIGN:
        yield element
    for inner in (*element.get("columns", ()), *element.get("items", ())):
        yield from _texts(inner)


def _style(element: Mapping[str, Any]) -> str:
    looks = {"bold": element.get("weight") == "Bolder", "dim": element.get("isSubtle", False), "italic": element.get("italic", False)}
    return " ".join(look for look, wanted in looks.items() if wanted)
