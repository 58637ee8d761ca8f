"""What of a text is neither a phrase, nor a framework's, nor a person's own, nor a date: words that stand in the code."""

import re
from calendar import day_name, month_name
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

_WORDS = re.compile(r"[A-Za-z]+(?:[ ’'.,;:&/()-]+[A-Za-z]+)*")
_DATE = re.compile(rf"(?<!\w)(?:{'|'.join([*month_name[1:], *day_name])})(?!\w)")
_MADE = re.compile(r"(?<!\w)(?:[0-9A-Z]{4}-[0-9A-Z]{4}|[0-9a-f]{8})(?!\w)|(?<!\S)/\S+|\[[a-z]\]|\.(?:docx|xlsx|json)(?!\w)")
"""A code to share by, the id of a turn, a path, the letter of a button in a terminal, the ending of a file: made, and nobody's words."""
_MARKED_UP = re.compile(r"\\(.)")
_QUOTED = re.compile(r"“([^“”]*)”")
_NAME = re.compile(r"([A-Z]\w+) ([A-Z])\w+")
SHORTEST = 2
"""A shorter word of a person's is not looked for: it stands in too many others."""


@dataclass(frozen=True)
class Leftover:
    """Finds what is left of texts. `own` are the words of people, `kept` those that stay in every language."""

    own: Sequence[str]
    kept: Sequence[str] = ()
    _known: dict[str, bool] = field(default_factory=dict)

    def of(self, text: str) -> list[str]:
        """The words that are left of a text."""
        if not _WORDS.search(text):
            return []
        rest = _QUOTED.sub(lambda quoted: "·" if self._is_quoted(quoted[1]) else quoted[0], _MARKED_UP.sub(r"\1", text))
        for part in self._parts:
            if part in rest:
                rest = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", "·", rest)
        return _WORDS.findall(_DATE.sub("·", _MADE.sub("·", rest)))

    def _is_quoted(self, words: str) -> bool:
        """Whether a person's words are told back to them, whole or in part."""
        return any(words.strip("… ").casefold() in each for each in self._lower)

    @cached_property
    def _lower(self) -> list[str]:
        return [each.casefold() for each in self.own]

    @cached_property
    def _parts(self) -> list[str]:
        """The words of people as they may be shown: whole, by lines, after the order they follow, and the name cut short."""
        parts = {part for each in self.own for part in _shown(each)} | set(self.kept)
        return sorted((part for part in parts if len(part) >= SHORTEST and _WORDS.search(part)), key=len, reverse=True)


def _shown(own: str) -> Iterable[str]:
    yield " ".join(own.split())
    for line in own.splitlines():
        whole = line.strip()
        yield from (whole, whole.rstrip("."), " ".join(whole.split()))
        for sign in (": ", ", because "):
            after = whole.partition(sign)[2].strip()
            yield from (after, after[:1].upper() + after[1:])
        yield from (f"{name[1]} {name[2]}." for name in _NAME.finditer(whole))
