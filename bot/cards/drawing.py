"""A view becomes an Adaptive Card 1.5 as plain JSON. The tests hold every kind of card against Microsoft's typed models."""

from collections.abc import Mapping
from typing import Any

from bot.cards.figures import chart, progress, table
from bot.cards.forms import field
from bot.cards.heat import heat
from bot.cards.markdown import PRESS_SIGN, escaped
from bot.cards.payloads import Payload, pack
from bot.cards.view import Button, Cell, Line, Row, Rung, Section, View
from bot.phrases.en.sources import doubt

MOST_ACTIONS = 3  # next steps on a card
Element = dict[str, Any]


def draw(view: View, text: str) -> dict[str, Any]:
    """The card of a view; `text` is shown where a client draws no cards."""
    card = {"type": "AdaptiveCard", "version": "1.5", "fallbackText": text, "msteams": {"width": "full"}, "body": _body(view)}
    if view.buttons:
        card["actions"] = [_button(button) for button in view.buttons]
    if view.refresh:
        verb, data = pack(view.refresh)
        card["refresh"] = {"action": {"type": "Action.Execute", "verb": verb, "data": data}}
    return card


def _body(view: View) -> list[Element]:
    body: list[Element] = [_text(view.title, weight="Bolder", size="Medium", style="heading")]
    body += progress(view.progress) if view.progress else []
    if view.lead:
        body.append(_text(view.lead, spacing="Small"))
    body += [element for rung in view.rungs for element in _rung(rung)]
    body += chart(view.chart) if view.chart else []
    body += heat(view.heat) if view.heat else []
    body += [element for section in view.sections for element in _section(section)]
    body += [element for each in view.tables for element in table(each)]
    if view.rows_heading:
        body.append(_text(view.rows_heading, weight="Bolder", separator=True, spacing="Medium"))
    body += [_row(row) for row in view.rows]
    body += [field(each) for each in view.fields]
    if view.source:
        body.append(_text(view.source, size="Small", isSubtle=True, separator=True, spacing="Medium"))
    return body


def with_action(card: Mapping[str, Any], button: Button) -> dict[str, Any]:
    """The same card with one more button, before the others, of which the last gives way where they would be too many."""
    return {**card, "actions": [_button(button), *card.get("actions", ())[: MOST_ACTIONS - 1]]}


def _section(section: Section) -> list[Element]:
    elements: list[Element] = []
    if section.heading:
        elements.append(_text(section.heading, size="Default", weight="Bolder", separator=True, spacing="Medium", style="heading"))
    if section.intro:
        elements.append(_text(section.intro, isSubtle=True, spacing="Small"))
    for line in section.lines:
        elements += _line(line)
    if section.notes:
        notes = [_text(doubt(note), size="Small") for note in section.notes]
        elements.append({"type": "Container", "style": "emphasis", "spacing": "Small", "items": notes})
    return elements


def _text(words: str, **look: Any) -> Element:
    return {"type": "TextBlock", "text": escaped(words), "wrap": True, **look}


def _line(line: Line) -> list[Element]:
    runs: list[Element] = [{"type": "TextRun", "text": f"{line.label}: ", "weight": "Bolder"}] if line.label else []
    runs.append({"type": "TextRun", "text": line.text})
    if line.aside:
        runs.append({"type": "TextRun", "text": f" ({line.aside})", "isSubtle": True, "italic": True})
    elements: list[Element] = [{"type": "RichTextBlock", "inlines": runs, "spacing": "Small"}]
    if line.below:
        elements.append(_text(line.below, size="Small", isSubtle=True, spacing="None"))
    return elements


def _row(row: Row) -> Element:
    words = [_text(row.title, weight="Bolder")]
    if row.detail:
        words.append(_text(row.detail, size="Small", spacing="None"))
    sign = [_text(PRESS_SIGN, size="Large", color="Accent")]
    columns = [
        {"type": "Column", "width": "stretch", "items": words},
        {"type": "Column", "width": "auto", "verticalContentAlignment": "Center", "items": sign},
    ]
    pressed = _action(row.title, row.payload, "default")
    items = [{"type": "ColumnSet", "columns": columns}]
    return {"type": "Container", "items": items, "spacing": "Small", "separator": True, "selectAction": pressed}


def _rung(rung: Rung) -> list[Element]:
    """A line of a picture: the label above its boxes, which share the whole width, so that their words fit on a phone."""
    label = _text(rung.label, weight="Bolder", size="Small")
    return [label, {"type": "ColumnSet", "spacing": "None", "columns": [_cell(cell) for cell in rung.cells]}]


def _cell(cell: Cell) -> Element:
    words = [_text(cell.mark, size="Small", weight="Bolder")] if cell.mark else []
    words.append(_text(cell.title, size="Small", weight="Bolder" if not cell.mark else "Default", spacing="None"))
    if cell.detail:
        words.append(_text(cell.detail, size="Small", isSubtle=True, spacing="None"))
    style = "accent" if cell.striking else "emphasis"
    pressed = _action(cell.title, cell.payload, "default")
    return {"type": "Column", "width": "stretch", "style": style, "spacing": "Small", "items": words, "selectAction": pressed}


def _button(button: Button) -> Element:
    action = _action(button.title, button.payload, button.style)
    if not button.alone:
        return action
    alone = {"associatedInputs": "none"}
    return {**action, **alone, "fallback": {**action["fallback"], **alone}}


def _action(title: str, payload: Payload, style: str) -> Element:
    verb, data = pack(payload)
    fallback = {"type": "Action.Submit", "title": title, "data": {**data, "verb": verb}}
    action = {"type": "Action.Execute", "title": title, "verb": verb, "data": data, "fallback": fallback}
    return action if style == "default" else {**action, "style": "destructive"}
