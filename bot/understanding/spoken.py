"""What people say inside a self-assessment: which list of `assessing.yaml` a message is one of, and what follows a phrase."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field

from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape
from bot.understanding.phrasing import Phrases, either, opening
from bot.understanding.slips import misspelt

LONGEST_COMMAND = 120  # a longer message is none of the short phrases
LONGEST_MISSPELT = 30  # and in one longer than this no slip is looked for
MOST_HELD_UP = 3  # so many times one is asked to wait before a question ("hang on, sorry, who …")
FEWEST_TOLD = 2  # words before a question, for it to follow something
_GAP = re.compile(r"[\s,.;:–—]+")
_CLAUSE_END = re.compile(r"[,.;:!–—]+\s*|\s+-\s+")
Way = Literal[
    "skip", "as_before", "back", "later", "done", "finish_now", "go_on", "anew", "rows", "attach", "nothing", "delete", "undo", "history"
]
Lead = Literal["own_row", "take_in", "open_row", "priorities"]


class SpokenShape(Shape):
    """The shape of `assessing.yaml`; the comments in the file say what each list is for."""

    numbers: dict[Words, int]
    halves: list[Words] = Field(min_length=1)
    before_a_mark: list[Words] = Field(min_length=1)
    after_a_mark: list[Words] = Field(min_length=1)
    out_of: list[Words] = Field(min_length=1)
    takes_back: list[Words] = Field(min_length=1)
    reasons: list[Words] = Field(min_length=1)
    joins: list[Words] = Field(min_length=1)
    first_person: list[Words] = Field(min_length=1)
    counted: list[Words] = Field(min_length=1)
    asking: list[Words] = Field(min_length=1)
    before_a_question: list[Words] = Field(min_length=1)
    polite: list[Words] = Field(min_length=1)
    skip: list[Words] = Field(min_length=1)
    as_before: list[Words] = Field(min_length=1)
    back: list[Words] = Field(min_length=1)
    later: list[Words] = Field(min_length=1)
    excuses: list[Words] = Field(min_length=1)
    done: list[Words] = Field(min_length=1)
    go_on: list[Words] = Field(min_length=1)
    finish_now: list[Words] = Field(min_length=1)
    delete: list[Words] = Field(min_length=1)
    undo: list[Words] = Field(min_length=1)
    history: list[Words] = Field(min_length=1)
    anew: list[Words] = Field(min_length=1)
    rows: list[Words] = Field(min_length=1)
    attach: list[Words] = Field(min_length=1)
    nothing: list[Words] = Field(min_length=1)
    own_row: list[Words] = Field(min_length=1)
    take_in: list[Words] = Field(min_length=1)
    open_row: list[Words] = Field(min_length=1)
    change_words: list[Words] = Field(min_length=1)
    corrects: list[Words] = Field(min_length=1)
    previous: list[Words] = Field(min_length=1)
    priorities: list[Words] = Field(min_length=1)


class Spoken:
    """Hears the words of a self-assessment; `short_forms` are words read as others."""

    def __init__(self, shape: SpokenShape, short_forms: Mapping[str, str]) -> None:
        self.shape = shape
        self._short_forms = short_forms
        held_up = rf"\s*(?:(?:{either(shape.before_a_question)})(?![\w'])[\s,.;:–—-]*){{0,{MOST_HELD_UP}}}"
        self._asking = re.compile(rf"{held_up}(?:{either(shape.asking)})(?![\w'])", re.IGNORECASE)
        self._first_person = opening(shape.first_person)
        self._of_change = re.compile(rf"(?<![\w'])(?:{either(shape.change_words)})(?![\w'])|[,.;:!=]", re.IGNORECASE)
        self._corrects = opening(shape.corrects)
        self._polite = re.compile(rf"^(?:{either(shape.polite)})(?!\S)[\s,]*|[\s,]*(?<!\S)(?:{either(shape.polite)})$", re.IGNORECASE)

    def is_(self, way: Way, text: str) -> bool:
        """Whether a message is one of the phrases of a list, misspelt or not, and nothing else, but for a polite word around it.

        Somebody who breaks off may say why ("not now, got a class").
        """
        if len(text) > LONGEST_COMMAND:
            return False
        phrases, (bare, plain) = self._ways[way], self._bared(text)
        if phrases.whole(bare) or phrases.whole(plain) or way in self._slips(plain.casefold()):
            return True
        return way == "later" and self.breaks_off(text)

    def after(self, lead: Lead, text: str) -> str | None:
        """What follows one of the phrases that a message begins with, as it was typed; None where it begins with none."""
        found = self._leads[lead].match(text.replace("’", "'"))
        return None if found is None else text[found.end() :].strip().strip('"“”').rstrip(".!")

    def asks(self, text: str) -> bool:
        """Whether it is put as a question."""
        return text.rstrip(' "”').endswith("?") or bool(self._asking.match(text.replace("’", "'")))

    def question_after(self, text: str) -> tuple[str, str] | None:
        """What is told, and the question that follows it in the same message ("I'm a 5, how do I get to 6"); None for any other message."""
        for gap in _GAP.finditer(text[:LONGEST_COMMAND]):
            told, asked = text[: gap.start()], text[gap.end() :]
            if len(told.split()) >= FEWEST_TOLD and self._asking.match(asked.replace("’", "'")):
                return told, asked
        return None

    def corrects(self, text: str, named: str) -> bool:
        """Whether a change is meant for what was marked just before; `named` is what it names."""
        return named in self.shape.previous or (not named and bool(self._corrects.match(text)))

    def tells(self, text: str) -> bool:
        """Whether it begins by speaking of the person who types."""
        return bool(self._first_person.match(text.replace("’", "'"))) and not self.asks(text)

    def named(self, words: str) -> str:
        """What some words name, without the words of a change around it; in lower case."""
        return " ".join(self._of_change.sub(" ", words.replace("’", "'")).casefold().split())

    def breaks_off(self, text: str) -> bool:
        """Whether it says later, before or after the reason: "forget it, class is coming in", "students are here, got to go"."""
        if len(text) > LONGEST_COMMAND or text.rstrip().endswith("?"):
            return False
        left = self._leaving.match(text.replace("’", "'"))
        if left is not None:
            told = text[left.end() :]
            return bool(self.named(told)) and not self.asks(told) and not self._only_a_mark(told)
        *told_before, last = [clause for clause in _CLAUSE_END.split(text) if clause.strip()] or [""]
        words = sum(len(clause.split()) for clause in told_before)
        return words >= FEWEST_TOLD and not self.tells(text) and self._ways["later"].whole(last)

    def _only_a_mark(self, text: str) -> bool:
        """Whether it holds nothing but a number and the words that stand before one."""
        words = self._before_a_mark.sub(" ", text.casefold()).replace(".", "").split()
        return all(word.isdecimal() or word in self.shape.numbers for word in words)

    @cached_property
    def _leaving(self) -> re.Pattern[str]:
        """A phrase for later at the start, and what shows that a reason follows: a comma, or a word that reasons begin with."""
        held_up = either((*self.shape.before_a_question, *self.shape.polite))
        why = either((*self.shape.reasons, *self.shape.excuses))
        return re.compile(
            rf"\s*(?:(?:{held_up})(?![\w'])[\s,.]*)*(?:{either(self.shape.later)})(?![\w'])(?:\s*(?:[,.;:!–—]|\s-\s)\s*|\s+(?=(?:{why})(?![\w'])))",
            re.IGNORECASE,
        )

    @cached_property
    def _before_a_mark(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w'])(?:{either(self.shape.before_a_mark)})(?![\w'])|[,;:!–—-]", re.IGNORECASE)

    @cached_property
    def _bared(self) -> Callable[[str], tuple[str, str]]:
        """A message as it is, and without the polite words around it; kept for the next way, like its slips."""

        def bared(text: str) -> tuple[str, str]:
            bare = text.strip(" .!,")
            return bare, self._polite.sub("", self._polite.sub("", bare, count=1), count=1)

        return lru_cache(maxsize=16)(bared)

    @cached_property
    def _slips(self) -> Callable[[str], frozenset[Way]]:
        """The same for a message that was just looked at: it is asked of one way after another."""
        return lru_cache(maxsize=16)(self._slipped)

    def _slipped(self, said: str) -> frozenset[Way]:
        """The ways of which it is one of the phrases, misspelt; none where it is a phrase as it stands, or longer than one."""
        if not said or len(said) > LONGEST_MISSPELT:
            return frozenset()
        found = frozenset(way for phrase, way in self._by_letter.get(said[0], ()) if misspelt(said, phrase))
        return found if found and not any(phrases.whole(said) for phrases in self._ways.values()) else frozenset()

    @cached_property
    def _by_letter(self) -> Mapping[str, Sequence[tuple[str, Way]]]:
        """The phrases by their first letter, which is seldom the one that slips; each with its way."""
        found: dict[str, list[tuple[str, Way]]] = {}
        for way in get_args(Way):
            for phrase in getattr(self.shape, way):
                found.setdefault(phrase[0], []).append((phrase, way))
        return found

    @cached_property
    def _ways(self) -> Mapping[Way, Phrases]:
        return {way: Phrases(getattr(self.shape, way), self._short_forms) for way in get_args(Way)}

    @cached_property
    def _leads(self) -> Mapping[Lead, re.Pattern[str]]:
        polite = either(self.shape.polite)
        return {
            lead: re.compile(rf"\s*(?:(?:{polite})[\s,]+)?(?:{either(getattr(self.shape, lead))})(?![\w'])[\s:,–—-]*", re.IGNORECASE)
            for lead in get_args(Lead)
        }


def read_spoken(path: Path, short_forms: Mapping[str, str]) -> Spoken:
    """Read `assessing.yaml`. Raises KnowledgeError with every fault found."""
    return Spoken(read_shape(path, SpokenShape), short_forms)
