"""A document as every reader delivers it: paragraphs and tables of cells, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words, and where it stands ("Sheet1, cell C5"). `spread` where it covers more than this place."""

    text: str
    place: str
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has the same number of cells. `title` is what its author called it, as the name of a sheet."""

    name: str
    place: str
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0

    def columns(self, first: int, last: int) -> "Table":
        """The table cut down to some of its columns."""
        return replace(self, rows=tuple(row[first:last] for row in self.rows))

    def turned(self) -> "Table":
        """The table with its rows as columns."""
        return replace(self, rows=tuple(zip(*self.rows, strict=True)))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside a table. `heading` is its depth (1 the highest), or 0; `listed` for an item of a list."""

    text: str
    place: str
    heading: int = 0
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """What was guessed or left out, where, in a sentence."""

    what: str
    place: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.what}" if self.place else self.what


@dataclass(slots=True)
class Findings:
    """What an import has to say of itself, gathered on the way."""

    recognised: list[Remark] = field(default_factory=list)
    guessed: list[Remark] = field(default_factory=list)
    left_out: list[Remark] = field(default_factory=list)

    def recognise(self, what: str, place: str = "") -> None:
        """Note what was plain."""
        self._add(self.recognised, what, place)

    def guess(self, what: str, place: str = "") -> None:
        """Note what could be read in another way."""
        self._add(self.guessed, what, place)

    def leave_out(self, what: str, place: str = "") -> None:
        """Note what is not in the framework."""
        self._add(self.left_out, what, place)

    @staticmethod
    def _add(into: list[Remark], what: str, place: str) -> None:
        remark = Remark(what, place)
        if remark not in into:
            into.append(remark)


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was read."""

    name: str
    blocks: tuple[Table | Paragraph, ...]

    def tables(self) -> Iterator[Table]:
        """Its tables, in order."""
        return (block for block in self.blocks if isinstance(block, Table))

    def paragraphs(self) -> Iterator[Paragraph]:
        """Its text outside tables, in order."""
        return (block for block in self.blocks if isinstance(block, Paragraph))


def squared(rows: list[list[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows filled up to the same number of cells; columns at the end that hold nothing are dropped."""
    width = max((at + 1 for row in rows for at, cell in enumerate(row) if cell.text), default=0)
    return tuple(tuple(row[:width]) + tuple(Cell("", row[-1].place if row else "") for _ in range(width - len(row))) for row in rows)
