"""Where an answer comes from, in one line."""

from collections.abc import Sequence

from bot.framework.model import Framework, Place
from bot.phrases.en.names import listed

MOST_NAMED = 3
OFFICIAL, OURS = OPENINGS = ("Official wording, from", "In our words, from")


def source(framework: Framework, places: Sequence[Place]) -> str:
    """`In our words, from the guide, Figure 3, row “Budget Management”, Grade 7, Manager.`"""
    opening = OFFICIAL if framework.wording == "official" else OURS
    where = _where(places or (Place(framework.document),))
    return f"{opening} {where}" + ("" if where.endswith(("?", ".", "!")) else ".")


def doubt(note: str) -> str:
    """A doubt about the source, told with the answer."""
    return f"Please note: {note}"


def _where(places: Sequence[Place]) -> str:
    parts = [places[0].document]
    sections = tuple(dict.fromkeys(place.section for place in places if place.section))
    figures = tuple(dict.fromkeys(place.figure for place in places if place.figure))
    rows = tuple(dict.fromkeys(place.row for place in places if place.row))
    columns = tuple(dict.fromkeys(place.column for place in places if place.column))
    parts += [_section(section) for section in sections]
    parts += figures
    if rows and len(rows) <= MOST_NAMED:
        parts.append(f"{'row' if len(rows) == 1 else 'rows'} {listed(f'“{row}”' for row in rows)}")
    if columns and len(columns) <= MOST_NAMED:
        parts.append("; ".join(columns))
    return ", ".join(parts)


def _section(name: str) -> str:
    return f"section {name}" if name[:1].isdigit() else name
