"""Charts, tables and progress as elements of a card; where a client draws no charts, a table says the same."""

from typing import Any

from bot.cards.markdown import escaped
from bot.cards.view import Bar, Chart, Progress, Table
from bot.phrases.en import forms as say

Element = dict[str, Any]

MOST_COLUMNS = 3  # more do not fit on a phone
_WIDEST_CELL = 14  # characters; a longer cell goes over several lines
_AROUND = 4  # the space around the words of a cell, in characters
_HIGH = "8px"


def chart(drawn: Chart) -> list[Element]:
    """Bars of the same length, filled as far as each is high, under their heading: so 3 of 10 looks like 3 of 10.

    Teams' plain bar chart has no highest value, so the longest bar would always be full.
    """
    rows = tuple((bar.whole or bar.label, said(bar)) for bar in drawn.bars)
    bars = {
        "type": "Chart.HorizontalBar.Stacked",
        "title": drawn.title,
        "spacing": "Small",
        "data": [_bar(bar, drawn) for bar in drawn.bars],
        "fallback": {"type": "Container", "spacing": "Small", "items": table(Table(drawn.columns, rows))},
    }
    return [_heading(drawn.title), bars]


def said(bar: Bar) -> str:
    """A bar in words."""
    return bar.said or f"{bar.value:g}"


def _bar(bar: Bar, drawn: Chart) -> Element:
    parts = (
        (drawn.columns[1], bar.value, "categoricalBlue"),
        (say.rest(drawn.highest), drawn.highest - bar.value, "neutral"),
    )
    data = [{"legend": legend, "value": value, "color": color} for legend, value, color in parts if value > 0]
    return {"title": f"{bar.label}: {said(bar)}", "data": data}


def progress(drawn: Progress) -> list[Element]:
    """How far one is, in words, and as a bar of two coloured columns, which every client draws and no screen reader reads out.

    Before the first step there is no bar: an empty one looks like a field to type into.
    """
    done, left = min(drawn.done, drawn.of), max(drawn.of - drawn.done, 0)
    parts = [_part(width, style) for width, style in ((done, "accent"), (left, "emphasis")) if width]
    return [_words(drawn.said, "Small"), *([{"type": "ColumnSet", "spacing": "Small", "columns": parts}] if done > 0 else [])]


def _part(width: int, style: str) -> Element:
    return {"type": "Column", "width": width, "style": style, "spacing": "None", "minHeight": _HIGH, "items": []}


def _words(words: str, size: str) -> Element:
    return {"type": "TextBlock", "text": escaped(words), "wrap": True, "size": size, "spacing": "Small"}


def table(drawn: Table) -> list[Element]:
    """A table under its heading."""
    heading = [_heading(drawn.heading)] if drawn.heading else []
    if len(drawn.columns) > MOST_COLUMNS:
        return [*heading, *(_paragraph(drawn.columns, cells) for cells in drawn.rows)]
    rows = [_row(drawn.columns, bold=True), *(_row(cells) for cells in drawn.rows)]
    columns = [{"width": _width(cells)} for cells in zip(drawn.columns, *drawn.rows, strict=True)]
    return [*heading, {"type": "Table", "columns": columns, "firstRowAsHeaders": True, "spacing": "Small", "rows": rows}]


def _heading(words: str) -> Element:
    look = {"wrap": True, "size": "Default", "weight": "Bolder", "separator": True, "spacing": "Medium", "style": "heading"}
    return {"type": "TextBlock", "text": escaped(words), **look}


def _width(cells: tuple[str, ...]) -> int:
    """The share of a column, so that its longest word fits and a long cell gets more lines, not all the room."""
    longest_word = max((len(word) for cell in cells for word in cell.split()), default=1)
    return max(longest_word, min(max(map(len, cells)), _WIDEST_CELL)) + _AROUND


def _row(cells: tuple[str, ...], *, bold: bool = False) -> Element:
    return {"type": "TableRow", "cells": [{"type": "TableCell", "items": [_cell(cell, bold=bold)]} for cell in cells]}


def _cell(words: str, *, bold: bool) -> Element:
    """A run of text, not a text block: what people wrote stands letter for letter, in lines as they made them."""
    return {"type": "RichTextBlock", "inlines": [_run(words, bold=bold)]}


def _run(words: str, *, bold: bool = False) -> Element:
    return {"type": "TextRun", "text": words or say.EMPTY, **({"weight": "Bolder"} if bold else {})}


def _paragraph(columns: tuple[str, ...], cells: tuple[str, ...]) -> Element:
    """A row of a wide table: its first cell as its title, the others each after the name of their column."""
    items = [_cell(cells[0], bold=True)]
    items += [
        {"type": "RichTextBlock", "spacing": "None", "inlines": [_run(f"{name}: ", bold=True), _run(cell)]}
        for name, cell in list(zip(columns, cells, strict=True))[1:]
    ]
    return {"type": "Container", "separator": True, "spacing": "Small", "items": items}
