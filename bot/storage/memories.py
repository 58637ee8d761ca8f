"""A conversation's memory as plain JSON, and back."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from bot.dialogs.turn import Focus, Memory, Offer, Offers
from bot.understanding.reading import Intent, Reading

_LISTS = ("grades", "roles", "competencies", "guide_topics", "opportunities")


def memory_to_json(memory: Memory) -> dict[str, Any]:
    """The plain form that is stored."""
    last = None if memory.last is None else {**memory.last.as_json(), "also": list(memory.last.also)}
    focus = {} if memory.focus is None else {"focus": _plain(memory.focus)}
    offers = {} if memory.offers is None else {"offers": _plain(memory.offers) | {"each": [_plain(each) for each in memory.offers.each]}}
    return {"last": last, "choices": list(memory.choices), **focus, **offers}


def _plain(value: Focus | Offers | Offer) -> dict[str, Any]:
    """Its members by name, not copied: `asdict` would copy all that is in them, and what is stored is written at once."""
    return {each.name: getattr(value, each.name) for each in fields(value)}


def memory_from_json(stored: Mapping[str, Any] | None) -> Memory:
    """The memory of a stored form; nothing is remembered where nothing was stored, or by a release that wrote it otherwise."""
    try:
        if stored is None:
            return Memory()
        last, focus, offers = stored["last"], stored.get("focus"), stored.get("offers")
        return Memory(
            None if last is None else _reading(last),
            tuple(map(str, stored.get("choices", ()))),
            None if focus is None else Focus(**focus),
            None if offers is None else Offers(offers["since"], tuple(Offer(**each) for each in offers["each"]), offers["fields"]),
        )
    except (KeyError, TypeError, ValueError):
        return Memory()


def _reading(stored: Mapping[str, Any]) -> Reading:
    lists = {name: tuple(stored[name]) for name in _LISTS} | {"also": tuple(stored.get("also", ()))}
    return Reading(**{**stored, **lists, "intent": Intent(stored["intent"])})
