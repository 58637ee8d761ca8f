"""Striking out of a question what could point to a person: names, addresses, numbers and ids. Rather too much than too little."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape

STRUCK = "[…]"
LONGEST_ACRONYM = 5  # "COSHH", "PI": not a name; a name all in capitals is longer, or one of those that are known
SHORTEST_NAME = 2

_ADDRESS = re.compile(r"\S*@\S+|\b(?:https?://|www\.)\S+", re.IGNORECASE)
_ID = re.compile(r"\b[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\b", re.IGNORECASE)
_NUMBER = re.compile(r"\+?\(?\d(?:[\s().\-/]?\d){4,}")
_RUN = re.compile(r"\d{3}")  # a row of single digits is a row of grades
_MIXED = re.compile(r"\b(?=\w*\d{3})(?=\w*[a-z])\w{5,}\b", re.IGNORECASE)  # a staff or student number, a number plate, a room
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’\-](?=[^\W\d_]))*")
_AFTER_SENTENCE = re.compile(r"(?:^|[.!?:]\s)\W*$")
_TWICE = re.compile(rf"{re.escape(STRUCK)}(?:[\s,&]+(?:and\s+)?{re.escape(STRUCK)})+")


class StrikingShape(Shape):
    """The shape of `striking.yaml`; the comments in the file say what each list is for."""

    titles: list[Words] = Field(min_length=1)
    named: list[Words] = Field(min_length=1)
    no_names: list[Words] = Field(min_length=1)
    given_names: list[Words] = Field(min_length=1)


class Striking:
    """Strikes out. What it leaves is one line."""

    def __init__(self, shape: StrikingShape) -> None:
        titles, named = (
            "|".join(re.escape(words) for words in sorted(part, key=len, reverse=True)) for part in (shape.titles, shape.named)
        )
        name = r"[^\W\d_][\w'’\-]*"
        self._titled = re.compile(rf"(?i:\b(?:{titles})\b\.?)\s+{name}(?:\s+[A-Z][\w'’\-]+)?")
        self._named = re.compile(rf"((?i:\b(?:{named})\b))\s+{name}(?:\s+[A-Z][\w'’\-]+)?")
        self._none = frozenset(map(str.casefold, shape.no_names))
        self._given = frozenset(map(str.casefold, shape.given_names))

    def struck(self, text: str, names: Iterable[str] = (), known: Callable[[str], bool] = lambda _word: False) -> str:
        """The text without what could point to a person. `names` are of people talked with; `known` tells the framework's own words."""
        plain = " ".join(_as_read(text).split())
        for pattern in (_ADDRESS, _ID, _MIXED):
            plain = pattern.sub(STRUCK, plain)
        plain = _NUMBER.sub(lambda found: STRUCK if _RUN.search(found[0]) else found[0], plain)
        plain = self._titled.sub(STRUCK, plain)
        plain = self._named.sub(rf"\1 {STRUCK}", plain)
        theirs = self._given | {part.casefold() for name in names for part in _WORD.findall(_as_read(name)) if len(part) >= SHORTEST_NAME}
        return _TWICE.sub(STRUCK, _WORD.sub(lambda word: self._word(word, theirs, known), plain))

    def _word(self, found: re.Match[str], names: frozenset[str], known: Callable[[str], bool]) -> str:
        word = found[0]
        bare = re.sub(r"['’]s$", "", word)
        if bare.casefold() in names:
            return STRUCK
        begins = bool(_AFTER_SENTENCE.search(found.string[: found.start()]))
        acronym = bare.isupper() and len(bare) <= LONGEST_ACRONYM
        spoken = re.split(r"['’]", word)[0] in {"I", "It", "That", "What", "Who", "How"}
        if not bare[0].isupper() or begins or acronym or spoken or bare.casefold() in self._none or known(bare.casefold()):
            return word
        return STRUCK


def _as_read(text: str) -> str:
    """The text in one writing of each letter, and without what nobody sees: a name with a soft hyphen in it is still that name."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf")


def read_striking(path: Path) -> Striking:
    """Read `striking.yaml`. Raises KnowledgeError with every fault found."""
    return Striking(read_shape(path, StrikingShape))
