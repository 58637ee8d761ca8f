"""A library whose words are marked, so that a text of the assistant's cannot hide among them. Ids and what is only listened for stay."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from bot.framework.model import Library
from bot.framework.wanted import Wanted
from tests.phrases.letters import known, plain

IDS = {"id", "path", "role", "competency", "kind", "wording", "same_as", "next", "competencies", "essential", "desirable", "rows"}
LISTENED_FOR = {"aliases", "hints", "asked_as", "also_said", "words", "crosswalk"}


_MADE: dict[int, tuple[Library, Library]] = {}


def marked(library: Library) -> Library:
    """The same library, marked; once for each."""
    if any(made is library for _, made in _MADE.values()):
        return library
    if id(library) not in _MADE:
        frameworks = {name: _part(framework) for name, framework in library.frameworks.items()}
        _MADE[id(library)] = library, Library(frameworks, library.crosswalk)
    return _MADE[id(library)][1]


def _part(of: Any) -> Any:
    kept = {each.name: _field(each.name, getattr(of, each.name)) for each in fields(of)}
    return replace(of, **kept)


class _Unmarked:
    """A pattern that looks at a text as it was before it was marked."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda text, *more: getattr(self._pattern, name)(plain(text), *more)


def weigh_unmarked(patch: pytest.MonkeyPatch) -> None:
    """Let what is counted and compared in the words of a framework see them as they were: that is no text for anybody."""
    from bot.framework import closest
    from bot.understanding.phrasing import Phrases

    stemmed, meant = closest._stemmed, Phrases.meant
    patch.setattr(closest, "_WORD", _Unmarked(closest._WORD))
    patch.setattr(closest, "_stemmed", lambda word: stemmed(plain(word)))
    patch.setattr(Phrases, "meant", lambda self, text: meant(self, plain(text)))


def _wanted(wanted: Wanted) -> Wanted:
    patterns = {name: _Unmarked(value) for name, value in wanted if isinstance(value, re.Pattern)}
    return wanted.model_copy(update=patterns)


def _field(name: str, value: Any) -> Any:
    if isinstance(value, Wanted):
        return _wanted(value)
    if name in LISTENED_FOR or (name in IDS and not _holds_parts(value)):
        return value
    return _value(value)


def _holds_parts(value: Any) -> bool:
    inner = list(value.values()) if isinstance(value, Mapping) else value
    return isinstance(inner, (tuple, list)) and any(is_dataclass(each) for each in inner)


def _value(value: Any) -> Any:
    if isinstance(value, str):
        return known(value)
    if isinstance(value, tuple):
        return tuple(_value(each) for each in value)
    if isinstance(value, Mapping):
        return {key: _value(each) for key, each in value.items()}
    return _part(value) if is_dataclass(value) and not isinstance(value, type) else value
