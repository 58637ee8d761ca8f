"""The grid as a picture of cells: each row is shaded up to its mark, to the half point."""

from bot.assessment.model import Row
from bot.framework.model import Scale

SHADED, BLANK = "2E5E8C", "FFFFFF"
HALVES = 2


def numbers(scale: Scale) -> tuple[int, ...]:
    """The whole marks of a scale, a box each."""
    return tuple(range(int(scale.lowest), int(scale.highest) + 1))


def shades(row: Row, scale: Scale) -> tuple[str, ...]:
    """The colours of a row's half boxes: a box is filled where the mark reaches it, and half of it by half a point."""
    mark = row.mark or 0.0
    halves = [number - 1 + half / HALVES for number in numbers(scale) for half in (1, 2)]
    return tuple(SHADED if row.mark is not None and mark >= reached else BLANK for reached in halves)
