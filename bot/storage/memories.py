"""A conversation's memory as plain JSON, and back."""

from collections.abc import Mapping
from typing import Any

from bot.dialogs.turn import Memory
from bot.understanding.reading import Intent, Reading

_LISTS = ("grades", "roles", "competencies", "guide_topics", "opportunities")


def memory_to_json(memory: Memory) -> dict[str, Any]:
    """The plain form that is stored."""
    last = None if memory.last is None else {**memory.last.as_json(), "also": list(memory.last.also)}
    return {"last": last, "choices": list(memory.choices)}


def memory_from_json(stored: Mapping[str, Any] | None) -> Memory:
    """The memory of a stored form; nothing is remembered where nothing was stored, or by a release that wrote it otherwise."""
    try:
        if stored is None or stored["last"] is None:
            return Memory()
        return Memory(_reading(stored["last"]), tuple(map(str, stored.get("choices", ()))))
    except (KeyError, TypeError, ValueError):
        return Memory()


def _reading(stored: Mapping[str, Any]) -> Reading:
    lists = {name: tuple(stored[name]) for name in _LISTS} | {"also": tuple(stored.get("also", ()))}
    return Reading(**{**stored, **lists, "intent": Intent(stored["intent"])})
