"""Charts and tables as elements of a card; where a client draws no charts, a table says the same."""

from typing import Any

from bot.cards.markdown import escaped
from bot.cards.view import Chart, Table

Element = dict[str, Any]


def chart(drawn: Chart) -> Element:
    """A bar chart, with its table as fallback."""
    data = [{"x": bar.label, "y": bar.value} for bar in drawn.bars]
    rows = tuple((bar.label, bar.said or f"{bar.value:g}") for bar in drawn.bars)
    return {
        "type": "Chart.HorizontalBar",
        "title": drawn.title,
        "displayMode": "AbsoluteWithAxis",
        "data": data,
        "fallback": {"type": "Container", "items": table(Table(drawn.columns, rows, drawn.title))},
    }


def table(drawn: Table) -> list[Element]:
    """A table under its heading."""
    heading = [_text(drawn.heading, weight="Bolder", spacing="Medium")] if drawn.heading else []
    rows = [_row(drawn.columns, weight="Bolder"), *(_row(cells) for cells in drawn.rows)]
    columns = [{"width": 1} for _ in drawn.columns]
    return [*heading, {"type": "Table", "columns": columns, "firstRowAsHeaders": True, "rows": rows}]


def _row(cells: tuple[str, ...], **look: Any) -> Element:
    return {"type": "TableRow", "cells": [{"type": "TableCell", "items": [_text(cell or "–", **look)]} for cell in cells]}


def _text(words: str, **look: Any) -> Element:
    return {"type": "TextBlock", "text": escaped(words), "wrap": True, **look}
