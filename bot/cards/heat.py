"""A heat table as elements of a card: what a cell says stands in it as text, and its shade only stresses that."""

from typing import Any

from bot.cards.markdown import escaped
from bot.cards.view import Heat, Shade
from bot.phrases.en import forms as say

Element = dict[str, Any]

_NAMES, _CELL = 3, 2  # the share of the width that the names take, and each further column


def heat(drawn: Heat) -> list[Element]:
    """What the signs mean, and the table under it; where a client draws no tables, a line for each row."""
    legend = (
        [{"type": "TextBlock", "text": escaped(drawn.legend), "wrap": True, "size": "Small", "spacing": "Small"}] if drawn.legend else []
    )
    rows = [_row([_cell(Shade(name), bold=True) for name in drawn.columns])]
    rows += [_row([_cell(Shade(name)), *map(_cell, cells)]) for name, cells in drawn.rows]
    columns = [{"width": _NAMES}, *({"width": _CELL} for _ in drawn.columns[1:])]
    fallback = {"type": "Container", "spacing": "Small", "items": [_line(drawn, name, cells) for name, cells in drawn.rows]}
    table = {"type": "Table", "columns": columns, "firstRowAsHeaders": True, "spacing": "Small", "rows": rows, "fallback": fallback}
    return [*legend, table]


def _row(cells: list[Element]) -> Element:
    return {"type": "TableRow", "cells": cells}


def _cell(shade: Shade, *, bold: bool = False) -> Element:
    style = {"style": shade.tone} if shade.tone else {}
    return {"type": "TableCell", **style, "items": [_runs((shade.text or say.EMPTY, bold))]}


def _line(drawn: Heat, name: str, cells: tuple[Shade, ...]) -> Element:
    """A row as a line: its name, then each cell after the name of its column."""
    told = "; ".join(f"{column}: {cell.text or say.EMPTY}" for column, cell in zip(drawn.columns[1:], cells, strict=True))
    return _runs((f"{name}. ", True), (told, False))


def _runs(*runs: tuple[str, bool]) -> Element:
    """Runs of text, not a text block: names stand letter for letter."""
    return {
        "type": "RichTextBlock",
        "inlines": [{"type": "TextRun", "text": text, **({"weight": "Bolder"} if bold else {})} for text, bold in runs],
    }
