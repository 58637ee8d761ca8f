"""What was read in the pseudo-locale, and the words of people that may be in it; and the way back to plain letters."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from tests.phrases.letters import plain
from tests.phrases.visible import texts

SEEN: dict[str, str] = {}
OWN: set[str] = set()
_AS_SENT = {"data", "value"}
"""Members whose words go back as they came: what a button carries, what a field held."""


def see(shown: Iterable[str]) -> None:
    """Write down what is read, with the test that met it first."""
    for text in shown:
        SEEN.setdefault(text, os.environ.get("PYTEST_CURRENT_TEST", "").split(" ")[0])


def own(value: Any) -> None:
    """Write down the words of people: what they typed, entered, or had on record. Words that came from us and went back are not theirs."""
    if isinstance(value, str):
        OWN.update([value] if value == plain(value) else [])
    elif isinstance(value, Mapping):
        own(list(value.values()))
    elif isinstance(value, (list, tuple, set)):
        for each in value:
            own(each)
    elif hasattr(value, "model_dump"):
        own(value.model_dump())
    elif is_dataclass(value):
        own([getattr(value, each.name) for each in fields(value)])


def in_plain(value: Any) -> Any:
    """A card or an answer in plain letters."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {name: inner if name in _AS_SENT and isinstance(inner, str) else in_plain(inner) for name, inner in value.items()}
    return type(value)(map(in_plain, value)) if type(value) in {list, tuple} else value


def reply_in_plain(reply: Any) -> Any:
    """A reply in plain letters, for a test that goes on with it. Write down what is read of it."""
    see((reply.text, *reply.suggestions, *texts(reply.card or {}), *(each.filename for each in reply.downloads)))
    return replace(
        reply,
        text=plain(reply.text),
        card=in_plain(reply.card),
        suggestions=in_plain(reply.suggestions),
        tells=tuple(replace(tell, reply=reply_in_plain(tell.reply)) for tell in reply.tells),
        downloads=tuple(replace(each, filename=plain(each.filename)) for each in reply.downloads),
        memory=_memory_in_plain(reply.memory),
    )


def _memory_in_plain(memory: Any) -> Any:
    """Buttons are pressed by their titles, which a test says in plain letters."""
    if memory is None or memory.offers is None:
        return memory
    offers = tuple(replace(each, title=plain(each.title)) for each in memory.offers.each)
    return replace(memory, offers=replace(memory.offers, each=offers))
