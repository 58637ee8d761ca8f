"""What a card shows, before it is drawn: a title, a lead, sections of lines, rows to press, a source and buttons."""

from dataclasses import dataclass

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
class Button:
    """A button under a card."""

    title: str
    payload: Payload
    style: str = "default"


@dataclass(frozen=True, slots=True)
class View:
    """A whole card."""

    title: str
    lead: str = ""
    sections: tuple[Section, ...] = ()
    rows_heading: str = ""
    rows: tuple[Row, ...] = ()
    source: str = ""
    buttons: tuple[Button, ...] = ()
