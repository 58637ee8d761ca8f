"""Charts, tables and progress of a card, drawn with characters."""

from collections.abc import Mapping
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from bot.cards.words import table_words

LONGEST_BAR = 30
FULL, REST = "█", "░"


def figure(element: Mapping[str, Any]) -> RenderableType:
    """A chart, a table or progress; nothing of what is none of these."""
    match element["type"]:
        case "Chart.HorizontalBar.Stacked":
            return chart(element)
        case "Table":
            return table(element)
        case "ColumnSet":
            return progress(element)
        case _:
            return Text()


def chart(element: Mapping[str, Any]) -> Table:
    """A line for each bar: its name with its figure, and the bar."""
    drawn = Table.grid(padding=(0, 2))
    for bar in element["data"]:
        parts = bar["data"]
        whole = sum(part["value"] for part in parts) or 1
        filled = round(LONGEST_BAR * sum(part["value"] for part in parts if part["color"] != "neutral") / whole)
        drawn.add_row(Text(bar["title"]), Text(FULL * filled + REST * (LONGEST_BAR - filled)))
    return drawn


def table(element: Mapping[str, Any]) -> Table:
    """The table, its columns named."""
    names, *rows = table_words(element)
    drawn = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in names:
        drawn.add_column(Text(name))
    for cells in rows:
        drawn.add_row(*(Text(cell) for cell in cells))
    return drawn


def is_progress(element: Mapping[str, Any]) -> bool:
    """Whether the columns are a bar and hold no words."""
    return not any(column["items"] for column in element["columns"])


def progress(element: Mapping[str, Any]) -> Text:
    """The bar."""
    widths = [(column["width"], column["style"] == "accent") for column in element["columns"]]
    whole = sum(width for width, _ in widths)
    filled = round(LONGEST_BAR * sum(width for width, done in widths if done) / whole)
    return Text(FULL * filled + REST * (LONGEST_BAR - filled))
