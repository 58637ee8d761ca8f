"""A reply drawn in the terminal: the card from its own JSON, with a number or letter for everything that can be pressed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from bot.cards.markdown import PRESS_SIGN, unescaped
from bot.cards.words import entered, label
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Pressed
from bot.phrases.en.forms import EMPTY
from bot.terminal import figures

WIDEST = 96

Fields = tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Press:
    """What a number or letter presses. `fields` are to be filled before it is sent; `held` stands in the form and goes with it."""

    pressed: Pressed
    fields: Fields = ()
    held: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Drawn:
    """What the numbers on a drawn card press, or, where a number typed may be what is asked for, the letters."""

    letters: bool = False
    presses: dict[str, Press] = field(default_factory=dict)
    _fields: Fields = ()
    _filled: bool = False

    def card(self, card: Mapping[str, Any]) -> RenderableType:
        """The whole card."""
        self._fields = tuple(element for element in card.get("body", ()) if element["type"].startswith("Input."))
        parts = [part for element in card.get("body", ()) for part in self._element(element)]
        buttons = [Text(f"{self._button(action)} {action['title']}", "bold") for action in card.get("actions", ())]
        return Panel(Group(*parts, *([Text()] if buttons else []), *buttons), padding=(0, 1))

    def _element(self, element: Mapping[str, Any]) -> Iterator[RenderableType]:
        if element.get("spacing") == "Medium" and not (element["type"].startswith("Input.") and element is not self._fields[0]):
            yield Rule(style="dim")
        yield from self._contents(element)

    def _contents(self, element: Mapping[str, Any]) -> Iterator[RenderableType]:
        match element["type"]:
            case "Container":
                yield from self._container(element)
            case "ColumnSet" if not figures.is_progress(element):
                for column in element["columns"]:
                    yield from self._container(column)
            case _:
                yield _drawn(element)

    def _container(self, container: Mapping[str, Any]) -> Iterator[RenderableType]:
        if "selectAction" not in container:
            for item in container["items"]:
                yield from self._contents(item)
            return
        key = self._key(Press(_pressed(container["selectAction"]), held=self._held))
        for position, block in enumerate(_texts(container)):
            yield Text(f"{key} " if position == 0 else " " * (len(key) + 1)) + Text(unescaped(block["text"]), _style(block))

    def _button(self, action: Mapping[str, Any]) -> str:
        """The first button that sends the form asks for its fields; the others send what stands there."""
        if action.get("associatedInputs") == "none":
            return self._key(Press(_pressed(action)))
        fields, self._filled = () if self._filled else self._fields, True
        return self._key(Press(_pressed(action), fields, self._held))

    @property
    def _held(self) -> dict[str, str]:
        return {each["id"]: str(each.get("value", "")) for each in self._fields}

    def _key(self, press: Press) -> str:
        place = len(self.presses)
        key = ascii_lowercase[place] if (self.letters or self._fields) and place < len(ascii_lowercase) else str(place + 1)
        self.presses[key] = press
        return f"[{key}]"


def draw(reply: Reply, console: Console, *, letters: bool = False) -> Drawn:
    """Draw a reply, and return what can be pressed on it: by numbers, or by letters where it has a form or they are asked for."""
    drawn = Drawn(letters)
    width = min(console.width, WIDEST)
    console.print(drawn.card(reply.card) if reply.card else Text(reply.text), width=width)
    return drawn


def _drawn(element: Mapping[str, Any]) -> RenderableType:
    """An element that holds no other."""
    match element["type"]:
        case "TextBlock":
            return Text(unescaped(element["text"]), _style(element))
        case "RichTextBlock":
            return Text.assemble(*((run["text"], _style(run)) for run in element["inlines"]))
        case "Input.ChoiceSet" | "Input.Text" | "Input.Date":
            return Text.assemble((label(element), "bold"), entered(element) or EMPTY)
        case _:
            return figures.figure(element)


def _pressed(action: Mapping[str, Any]) -> Pressed:
    return Pressed(action["verb"], action["data"])


def _texts(element: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if element.get("type") == "TextBlock" and element["text"] != PRESS_SIGN:
        yield element
    for inner in (*element.get("columns", ()), *element.get("items", ())):
        yield from _texts(inner)


def _style(element: Mapping[str, Any]) -> str:
    looks = {"bold": element.get("weight") == "Bolder", "dim": element.get("isSubtle", False), "italic": element.get("italic", False)}
    return " ".join(look for look, wanted in looks.items() if wanted)
