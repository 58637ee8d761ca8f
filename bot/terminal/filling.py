"""Filling a form in the terminal: each field by its label, one after the other."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from rich.console import Console
from rich.text import Text

from bot.cards.words import entered
from bot.phrases.en import terminal as say

KEEP, CLEAR, LEAVE = "", "-", "."

Field = Mapping[str, Any]
_FIGURE = re.compile(r"\d+(\.\d+)?")
ReadLine = Callable[[str], str | None]
"""Shows a sign and gives the next line without its end; None at the end of the input."""


class Left(Exception):  # noqa: N818 (what happened, not an error name)
    """The person left the form, or the input ended."""


def fill(fields: tuple[Field, ...], console: Console, read: ReadLine) -> dict[str, str]:
    """What is in the form when it is sent, by the fields' ids. Raises Left."""
    console.print(Text(say.FILL, "dim"))
    return {field["id"]: _filled(field, console, read) for field in fields}


def _filled(field: Field, console: Console, read: ReadLine) -> str:
    console.print(Text.assemble((field["label"], "bold"), (_told(field), "dim")))
    for line in _options(field):
        console.print(Text(line))
    while True:
        typed = _answer(field, read)
        if typed == LEAVE:
            raise Left
        if typed in (KEEP, CLEAR):
            return str(field.get("value", "")) if typed == KEEP else ""
        value, fault = _value(field, typed)
        if not fault:
            return value
        console.print(Text(fault))


def _told(field: Field) -> str:
    """How the field is filled, and what stands in it."""
    how = say.SEVERAL if field.get("isMultiSelect") else say.LINES if field.get("isMultiline") else say.DAY if _is_day(field) else ""
    held = entered(field)
    told = "; ".join(part for part in (how, say.stands_there(held) if held else "") if part)
    return f" ({told})" if told else ""


def _is_day(field: Field) -> bool:
    return bool(field["type"] == "Input.Date")


def _options(field: Field) -> Iterator[str]:
    """The options, numbered where they are no numbers themselves."""
    titles = [choice["title"] for choice in field.get("choices", ())]
    if _has_figures(field):
        yield "  " + ", ".join(titles)
    else:
        yield from (f"  {number}. {title}" for number, title in enumerate(titles, 1))


def _has_figures(field: Field) -> bool:
    """Whether an option is called by a figure, so that a figure typed means the option, not its place."""
    return any(choice["title"][:1].isdigit() for choice in field.get("choices", ()))


def _answer(field: Field, read: ReadLine) -> str:
    line = read("  ")
    if line is None:
        raise Left
    if not field.get("isMultiline") or line.strip() in (KEEP, CLEAR, LEAVE):
        return line.strip()
    lines = [line]
    while more := read("  "):
        lines.append(more)
    return "\n".join(lines)


def _value(field: Field, typed: str) -> tuple[str, str]:
    """The value that is sent, or what to say of what was typed."""
    if field["type"] == "Input.ChoiceSet":
        words = [word.strip() for word in typed.split(",") if word.strip()] if field.get("isMultiSelect") else [typed]
        chosen = {word: _chosen(field, word) for word in words}
        unknown = next((word for word, value in chosen.items() if value is None), None)
        return ("", say.one_of(unknown)) if unknown is not None else (",".join(filter(None, chosen.values())), "")
    if _is_day(field):
        return (typed, "") if _reads_as_day(typed) else ("", say.NO_DAY)
    return typed, ""


def _reads_as_day(typed: str) -> bool:
    try:
        return date.fromisoformat(typed).isoformat() == typed
    except ValueError:
        return False


def _chosen(field: Field, typed: str) -> str | None:
    """The value of the option that was typed: as it is called, by its number, or by how its name begins where only one does."""
    choices, word = field["choices"], typed.casefold()
    same = [choice["value"] for choice in choices if word in (choice["title"].casefold(), _figure(choice["title"]))]
    if same:
        return str(same[0])
    if not _has_figures(field) and typed.isascii() and typed.isdigit():
        return str(choices[int(typed) - 1]["value"]) if 0 < int(typed) <= len(choices) else None
    near = [choice["value"] for choice in choices if choice["title"].casefold().startswith(word)]
    return str(near[0]) if len(near) == 1 else None


def _figure(title: str) -> str:
    """The figure that an option's name begins with."""
    found = _FIGURE.match(title)
    return found[0] if found else ""
