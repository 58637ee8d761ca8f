"""What an institution calls a grade, put into what the assistant says: "band D" in place of "grade 4"."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from bot.framework.model import GRADE, Framework

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LABELS = frozenset({"Grade", "Present grade"})  # of a fact whose value is a bare number
_FACTS = (("title", "value"), ("name", "text"))  # how a card and a Word template hold a fact
_WORD = re.compile(r"(?<![\w-])([Gg])rade(s?)(?![\w-])")
_VERB_BEFORE, _VERB_AFTER = re.compile(r"\b(?:I|can|will|then) $"), re.compile(r" (?:them|each|other|these|it)\b")
_TERM_BEFORE = re.compile(r"\b[Cc]areer $")  # a career grade is a way of going up in post, and no grade
_FEWEST_WORDS = 2  # a text as short as that may be any, and is nobody's own
_NUMBER = r"\d{1,2}(?!\d|[.,]\d|%)"
_ONE = re.compile(rf"^ ({_NUMBER})((?: (?:to|or) {_NUMBER})*)")
_SEVERAL = re.compile(rf"^((?: (?:run|are))?(?: from)?) ({_NUMBER})((?:(?:,| to| or| and) {_NUMBER})*)")
_STEP = re.compile(rf"(^|: )({_NUMBER}) to ({_NUMBER})(?=([,:] .*)?$)")
_QUOTED = re.compile(r"“[^”]*”")


def differs(framework: Framework) -> bool:
    """Whether a framework calls its grades anything but grades with numbers."""
    return framework.grade_word != GRADE or any(grade.name for grade in framework.grades.values())


class OwnWords:
    """Puts what a framework calls a grade into texts; what stands in one of the `kept` texts is somebody's own and stays."""

    def __init__(self, framework: Framework, kept: Iterable[str] = ()) -> None:
        self._framework = framework
        self._word = framework.grade_word
        self._kept: Collection[str] = {text for text in kept if len(text.split()) > _FEWEST_WORDS and _WORD.search(text)}
        names = {grade.name for grade in framework.grades.values() if grade.name}
        self._roman = bool(names) and names <= set(ROMAN)
        self._lettered = bool(names)

    def name(self, number: int) -> str:
        """How a grade is written."""
        grade = self._framework.grades.get(number)
        if grade is not None and grade.name:
            return grade.name
        if grade is None and self._roman and 0 < number <= len(ROMAN):
            return ROMAN[number - 1]
        return chr(ord("A") + number - 1) if grade is None and self._lettered and 0 < number <= 26 else str(number)  # noqa: PLR2004 (letters)

    def of(self, text: str) -> str:
        """A text in the framework's own words."""
        text = _STEP.sub(self._step, text)
        if self._word == GRADE and not self._lettered:
            return text
        spans = [(at, at + len(kept)) for kept in self._kept for at in _places(kept, text)]
        quoted = [found.span() for found in _QUOTED.finditer(text)]
        said, done = [], 0
        for found in _WORD.finditer(text):
            if found.start() < done or any(begin <= found.start() < end for begin, end in spans) or _is_another(text, found):
                continue
            word = self._word.capitalize() if found[1] == "G" else self._word
            example = any(begin <= found.start() < end for begin, end in quoted)
            numbers = (_SEVERAL if found[2] else _ONE).match(text[found.end() :])
            said += [text[done : found.start()], f"{word}{found[2]}", self._numbers(numbers[0], example=example) if numbers else ""]
            done = found.end() + (numbers.end() if numbers else 0)
        return self._twice.sub(lambda found: found[1], "".join([*said, text[done:]]))

    @cached_property
    def _twice(self) -> re.Pattern[str]:
        """A grade before a title that only names it once more: "level II, Level II"."""
        named = [f"{self._word} {self.name(number)}" for number in self._framework.grades]
        return re.compile(rf"\b({'|'.join(map(re.escape, named)) or '(?!)'}), \1\b", re.IGNORECASE)

    def _step(self, found: re.Match[str]) -> str:
        """ "5 to 6, Senior Technician": numbers without a word, before a title."""
        after = (found[4] or "")[2:]
        if after and not any(after.startswith(role.title) for role in self._framework.roles.values()):
            return found[0]
        return f"{found[1]}{self._known(found[2])} to {self._known(found[3])}"

    def each(self, part: Any, leaving: Collection[str] = ()) -> Any:
        """Every text inside of lists and mappings, but for the values of some names; a bare number beside the label of a grade is named."""
        match part:
            case str():
                return self.of(part)
            case Mapping():
                worded = {name: each if name in leaving else self.each(each, leaving) for name, each in part.items()}
                for label, value in _FACTS:
                    if part.get(label) in LABELS and str(part.get(value, "")).isdigit():
                        worded[value] = self.name(int(part[value]))
                return worded
            case list() | tuple():
                return [self._run(before, self.each(each, leaving)) for before, each in zip((None, *part), part, strict=False)]
        return part

    def _run(self, before: Any, part: Any) -> Any:
        """A run of text that is a bare number, after the run that is the label of a grade."""
        texts = [str(each.get("text", "")) if isinstance(each, Mapping) else "" for each in (before, part)]
        if texts[0].strip(" :") in LABELS and texts[1].strip().isdigit():
            return {**part, "text": self.name(int(texts[1]))}
        return part

    def _numbers(self, text: str, *, example: bool) -> str:
        """Numbers as names; in an example, where it does not matter which, only grades that there are."""
        return re.sub(r"\d+", lambda found: self.name(self._nearest(int(found[0])) if example else int(found[0])), text)

    def _nearest(self, number: int) -> int:
        return min(self._framework.grades, key=lambda grade: abs(grade - number))

    def _known(self, number: str) -> str:
        return self.name(int(number)) if int(number) in self._framework.grades else number


def strings(part: Any) -> Iterator[str]:
    """Every text inside of records, models and lists."""
    match part:
        case str():
            yield part
        case BaseModel():
            yield from strings([value for _, value in part])
        case Mapping():
            yield from strings(list(part.values()))
        case Sequence() | frozenset() | set():
            for each in part:
                yield from strings(each)
        case _ if is_dataclass(part) and not isinstance(part, type):
            yield from strings([getattr(part, each.name) for each in fields(part)])


def said_by(framework: Framework) -> Iterator[str]:
    """The sentences of a framework itself."""
    for competency in framework.competencies.values():
        for cell in competency.expectations.values():
            yield from (statement.text for statement in cell.statements)
            yield from cell.notes
    for topic in framework.topics.values():
        yield from (topic.title, *topic.says)
    for step in framework.progressions:
        yield from (each.text for each in (*step.criteria, *step.assessment))


def _places(part: str, text: str) -> Iterable[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _is_another(text: str, found: re.Match[str]) -> bool:
    """Whether the word is the verb, or part of another term."""
    before, after = text[: found.start()], text[found.end() :]
    return bool(_TERM_BEFORE.search(before) or (not found[2] and (_VERB_BEFORE.search(before) or _VERB_AFTER.match(after))))
