"""What a card shows, before it is drawn: a title, a lead, sections of lines, rows to press, a source and buttons."""

from dataclasses import dataclass
from typing import Literal

from bot.cards.payloads import Payload


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with an optional bold label before it, a quiet aside after it and a quiet line below it."""

    text: str
    label: str = ""
    aside: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Some lines under a heading; `intro` is a quiet line before them, `notes` are doubts about the source."""

    heading: str = ""
    lines: tuple[Line, ...] = ()
    intro: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line that can be pressed."""

    title: str
    payload: Payload
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A box of a picture, to press: what is marked on it (a sign and a word) stands over its title."""

    title: str
    payload: Payload
    detail: str = ""
    mark: str = ""
    striking: bool = False


@dataclass(frozen=True, slots=True)
class Rung:
    """A line of a picture: a label, and boxes side by side under it."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of a form: one of some options, each a value and what it is called; where `many`, several, their values joined by commas.

    A value holds no comma. `hint` stands where nothing is chosen yet: `chosen` is empty then.
    """

    id: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str
    many: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a form: words, in one line or, where `long`, in several.

    With `error`, no button that sends the form can be pressed while the field is empty: it says what to do.
    """

    id: str
    label: str
    value: str = ""
    hint: str = ""
    long: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A field of a form: a date, written as 2027-03-31, or empty."""

    id: str
    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: what it is of, how long it is, and what is said of it where no chart is drawn.

    `whole` is what it is of where there is room for all of it; `label` where nothing is left out of that.
    """

    label: str
    value: float
    said: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart from 0 to `highest`; where a client draws none, a table of `columns` says the same.

    `columns` name the bars and what they measure.
    """

    title: str
    bars: tuple[Bar, ...]
    highest: float
    columns: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """Some rows of cells under a heading and the names of the columns.

    More than three columns would not fit on a phone: then each row is told as a paragraph, with the names of the columns before the cells.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """A field of a form: one person of the organisation, looked for by name; its value is their Entra object id, or empty."""

    id: str
    label: str
    value: str = ""


Tone = Literal["", "good", "warning", "attention"]


@dataclass(frozen=True, slots=True)
class Shade:
    """A cell of a heat table: its words say all, and the tone only stresses it."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Heat:
    """A table whose cells are shaded: the names of the columns, and rows, each a name and a cell for each further column.

    A client that draws no tables gets each row as a line. More than three columns of short cells beside the names do not fit on a phone.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Shade, ...]], ...]
    legend: str = ""


Field = Choice | Entry | Day | People


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one is: in words, and as a picture of it."""

    done: int
    of: int
    said: str


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a card. `alone`: it does not send the form, nor does a field that is to be filled hold it up."""

    title: str
    payload: Payload
    style: str = "default"
    alone: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A whole card.

    It is drawn in this order: title, progress, lead, rungs (a picture), chart, heat, sections, tables, rows, fields, source, buttons.
    `fields` are a form, sent with whichever button is pressed. `refresh` is pressed by the client itself, for the owner alone, when the
    card is shown again: it only reads.
    """

    title: str
    lead: str = ""
    sections: tuple[Section, ...] = ()
    rows_heading: str = ""
    rows: tuple[Row, ...] = ()
    source: str = ""
    buttons: tuple[Button, ...] = ()
    rungs: tuple[Rung, ...] = ()
    fields: tuple[Field, ...] = ()
    chart: Chart | None = None
    tables: tuple[Table, ...] = ()
    refresh: Payload | None = None
    progress: Progress | None = None
    heat: Heat | None = None
