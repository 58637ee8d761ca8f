"""Words that keep good people from applying, found in what somebody writes, with what to say instead."""

import re
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape

LONGEST_LOOKED_AT = 4_000
_NEAR = 40  # so many letters around some words may make them right


class TermShape(Shape):
    """Some words, why they put people off, what may take their place, and the words nearby that make them right."""

    words: list[Words] = Field(min_length=1)
    instead: Words = ""
    why: Words
    unless: list[Words] = Field(default_factory=list)


class OffPuttingShape(Shape):
    """The shape of `off_putting.yaml`; the comments in the file say what each field is for."""

    words: list[TermShape] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Hit:
    """Words as they were written, what to say instead (empty: nothing fits everywhere), and why."""

    words: str
    instead: str
    why: str


class OffPutting:
    """Finds the words."""

    def __init__(self, shape: OffPuttingShape) -> None:
        self._terms = tuple((term, _pattern(term.words), _pattern(term.unless) if term.unless else None) for term in shape.words)

    def found(self, text: str) -> tuple[Hit, ...]:
        """Each of them in a text, once, in the order in which they stand there."""
        looked_at = text[:LONGEST_LOOKED_AT]
        hits = [(match.start(), _hit(term, match[0])) for term, words, unless in self._terms for match in _all(words, unless, looked_at)]
        return tuple(dict.fromkeys(hit for _, hit in sorted(hits, key=lambda each: each[0])))


def _all(words: re.Pattern[str], unless: re.Pattern[str] | None, text: str) -> list[re.Match[str]]:
    return [
        match for match in words.finditer(text) if not (unless and unless.search(text[max(0, match.start() - _NEAR) : match.end() + _NEAR]))
    ]


def _hit(term: TermShape, words: str) -> Hit:
    """A capital stays one."""
    instead = term.instead
    return Hit(words, instead[:1].upper() + instead[1:] if words[:1].isupper() else instead, term.why)


def _pattern(words: list[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    either = "|".join(_spelt(each) for each in ordered)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)


def _spelt(words: str) -> str:
    stem = re.escape(words.removesuffix("*")).replace(r"\ ", r"\s+").replace("'", "['’]")
    return stem + (r"\w*" if words.endswith("*") else "")


def read_off_putting(path: Path) -> OffPutting:
    """Read `off_putting.yaml`. Raises KnowledgeError with every fault found."""
    return OffPutting(read_shape(path, OffPuttingShape))
