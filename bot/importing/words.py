"""The words by which a document's parts are recognised: `importing.yaml` of a language."""

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from pydantic import Field

from bot.framework.model import OpportunityKind
from bot.framework.shapes import Shape, Words
from bot.framework.sheets import read_shape
from bot.importing.cleaning import key
from bot.understanding.phrasing import either

MOST_WORDS_OF_A_LABEL = 4
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS = "(?-i:[A-Z]|[IVX]{2,4})"


def value_of(token: str, *, roman: bool = False) -> int:
    """The number of a grade, whether it is written as a number, a letter or a Roman number; 0 for none."""
    if token.isdigit():
        return int(token)
    if roman:
        return ROMAN.index(token) + 1 if token in ROMAN else 0
    return ord(token) - ord("A") + 1 if len(token) == 1 and "A" <= token <= "Z" else 0


class ImportingShape(Shape):
    """The shape of `importing.yaml`; the comments in the file say what each list is for."""

    grade: list[Words] = Field(min_length=1)
    band: list[Words] = Field(min_length=1)
    path: list[Words] = Field(min_length=1)
    title: list[Words] = Field(min_length=1)
    competency: list[Words] = Field(min_length=1)
    description: list[Words] = Field(min_length=1)
    grade_marks: list[Words] = Field(min_length=1)
    lettered: list[Words] = Field(min_length=1)
    several: list[Words]
    no: list[Words] = Field(min_length=1)
    empty: list[Words]
    above: list[Words] = Field(min_length=1)
    refers: list[Words] = Field(min_length=1)
    previous: list[Words] = Field(min_length=1)
    families: dict[Words, list[Words]]
    path_aliases: list[Words]
    page: list[Words] = Field(min_length=1)
    expected: list[Words] = Field(min_length=1)
    opportunities: list[Words] = Field(min_length=1)
    opportunity_kinds: dict[OpportunityKind, list[Words]]
    grid: list[Words] = Field(min_length=1)
    means: list[Words] = Field(min_length=1)
    criteria: list[Words] = Field(min_length=1)
    assessed: list[Words] = Field(min_length=1)
    plan: list[Words] = Field(min_length=1)
    placeholders: list[Words]
    contents: list[Words]
    version: list[Words]
    document: list[Words]
    institutions: list[Words] = Field(min_length=1)
    short_words: dict[Words, list[Words]]
    unsaid_words: list[Words]


class ImportWords:
    """Tells what a label, a header cell or a heading is called."""

    def __init__(self, shape: ImportingShape, *, roman: bool = False, bands: bool = False) -> None:
        """`roman` says that this document counts its grades in Roman numbers, `bands` that its bands are its grades."""
        self.shape = shape
        self.roman = roman
        self.bands = bands
        self._marks = [*shape.grade_marks, *(shape.band if bands else ())]
        self._titles = frozenset(map(key, shape.title))
        self._competencies = frozenset(map(key, shape.competency))
        self._descriptions = frozenset(map(key, shape.description))
        self._no = frozenset(map(_bare, shape.no))
        self._empty = frozenset(map(_bare, shape.empty))

    def reading(self, texts: Iterable[str]) -> "ImportWords":
        """The words for a document that has these cells and headings: whether its grades are Roman numbers is told by all of them."""
        tokens = {found["number"] for text in texts for found in self.with_bands.marked_grade.finditer(text)}
        letters = {token for token in tokens if token.isalpha()}
        roman = bool(letters) and letters <= set(ROMAN) and ("I" in letters or any(len(token) > 1 for token in letters))
        return ImportWords(self.shape, roman=roman, bands=self.bands)

    @cached_property
    def with_bands(self) -> "ImportWords":
        """The same words for a document whose bands are its grades."""
        return ImportWords(self.shape, roman=self.roman, bands=True)

    def called(self, text: str) -> str:
        """The whole word with which a header cell or label says its grade: "level" of "Level 4"; empty where it only has a sign for it."""
        found = self.marked_grade.search(text)
        said = key(text[found.start() : found.start("number")] if found else text).split()
        return said[-1] if said and said[-1] in self.shape.lettered else ""

    def is_above(self, text: str) -> bool:
        """Whether a cell begins with a reference to the one above it."""
        return bool(self._above.match(text))

    def end_of_above(self, text: str) -> int:
        """Where the reference to the one above ends."""
        found = self._above.match(text)
        return found.end() if found else 0

    @cached_property
    def _above(self) -> re.Pattern[str]:
        return re.compile(rf"^\W*(?:{either(self.shape.above)})(?!\w)", re.IGNORECASE)

    def is_grade(self, label: str) -> bool:
        """Whether a label is that of the grades."""
        return _ends(label, self.shape.grade)

    def is_band(self, label: str) -> bool:
        """Whether a label is that of the bands."""
        return _ends(label, self.shape.band)

    def is_path(self, label: str) -> bool:
        """Whether a label is that of the career paths."""
        return _ends(label, self.shape.path)

    def is_title(self, label: str) -> bool:
        """Whether a label is that of the job titles."""
        return key(label) in self._titles

    def is_competency(self, label: str) -> bool:
        """Whether a label stands above the names of the competencies."""
        return key(label) in self._competencies

    def is_description(self, label: str) -> bool:
        """Whether a label stands above what a competency is about."""
        return key(label) in self._descriptions

    def is_expected(self, label: str) -> bool:
        """Whether a label stands above what is expected."""
        return key(label) in map(key, self.shape.expected)

    def is_no(self, text: str) -> bool:
        """Whether a cell says no and nothing else."""
        return _bare(text) in self._no

    def is_empty(self, text: str) -> bool:
        """Whether a cell only holds a mark for nothing."""
        return _bare(text) in self._empty or text.strip() in self.shape.empty

    @cached_property
    def marked_grade(self) -> re.Pattern[str]:
        """A grade with the word for it: "Grade 7", "G7"."""
        lettered = [mark for mark in self._marks if key(mark).split()[-1] in self.shape.lettered]
        number = rf"(?:(?:{either(self._marks)})[\s.:–-]*(?=\d)|(?:{either(lettered)})[\s.:–-]+(?=\w))"
        return re.compile(rf"(?<!\w){number}(?P<number>\d{{1,2}}|{_LETTERS})(?:\.0)?(?!\w)", re.IGNORECASE)

    @cached_property
    def reference(self) -> re.Pattern[str]:
        """The beginning of a cell that refers to another: its grade or band, or the word for the previous one, and what follows."""
        opening = rf"^(?:{either(self.shape.refers)})\s+(?:for\s+|the\s+)?"
        grade = rf"(?:{either(self._marks)})[\s.]*(?P<grade>\d{{1,2}}|{_LETTERS})(?!\w)"
        band = rf"(?:{either(self.shape.band)})[\s.]*(?P<band>\d{{1,2}})(?!\w)"
        return re.compile(rf"{opening}(?:{grade}|{band}|(?P<previous>{either(self.shape.previous)}))", re.IGNORECASE)

    def step(self, text: str) -> tuple[int, int] | None:
        """The lower and the higher grade of a step that a text names: "from grade 5 to 6", "Band C to Band D"."""
        found = self._step.search(text)
        lower, higher = (value_of(found[name], roman=self.roman) for name in ("lower", "higher")) if found else (0, 0)
        return (lower, higher) if lower and higher else None

    @cached_property
    def _step(self) -> re.Pattern[str]:
        marks, value = either(self._marks), rf"\d{{1,2}}|{_LETTERS}"
        return re.compile(
            rf"\b(?:{marks})s?\s+(?P<lower>{value})\s+(?:to|and|[-–→])\s+(?:(?:{marks})\s+)?(?P<higher>{value})\b", re.IGNORECASE
        )

    @cached_property
    def page_number(self) -> re.Pattern[str]:
        """The number of a page as a line of its own: "Page 3 of 9", "3 | Page"."""
        page = rf"(?:{either(self.shape.page)})\.?"
        of = r"(?:\s*(?:/|\bof\b)\s*\d{1,3})"
        return re.compile(rf"\W*(?:{page}\s*\d{{1,3}}{of}?|\d{{1,3}}{of}|\d{{1,3}}\s*\|\s*{page})\W*", re.IGNORECASE)

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """How a reference begins, before what it refers to."""
        return re.compile(rf"^(?:{either(self.shape.refers)})\s+(?:for\s+|the\s+)?", re.IGNORECASE)

    def mentions(self, text: str, phrases: list[str]) -> bool:
        """Whether a text holds one of some phrases, as whole words."""
        padded = f" {key(text)} "
        return any(f" {key(phrase)} " in padded for phrase in phrases)

    def kind_of_opportunity(self, name: str) -> OpportunityKind:
        """What kind of thing an opportunity is, by its name."""
        found = (kind for kind, words in self.shape.opportunity_kinds.items() if self.mentions(name, words))
        return next(found, "course")

    def without_placeholders(self, text: str) -> str:
        """A text without the words that only say where to type."""
        return re.sub(rf"(?:{either(self.shape.placeholders)})\.?", "", text, flags=re.IGNORECASE)


def read_import_words(path: Path) -> ImportWords:
    """Read `importing.yaml`. Raises KnowledgeError with every fault found."""
    return ImportWords(read_shape(path, ImportingShape))


def _ends(label: str, names: list[str]) -> bool:
    """Whether a short label is one of some names, maybe with words before it: "LU grade"."""
    found = key(label)
    return len(found.split()) <= MOST_WORDS_OF_A_LABEL and any(found == key(name) or found.endswith(f" {key(name)}") for name in names)


def _bare(text: str) -> str:
    return text.strip(" .!*_()[]").casefold()
