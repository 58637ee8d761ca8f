"""How people say things in one language: read from `knowledge/language/<locale>/`."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import Field

from bot.framework.faults import Fault, KnowledgeError
from bot.framework.shapes import Shape, Words
from bot.framework.sheets import Faults
from bot.framework.yaml_file import read_yaml
from bot.understanding.care import DistressShape, read_distress
from bot.understanding.conversations import Conversations, read_conversations
from bot.understanding.date_words import read_date_words
from bot.understanding.dates import Dates
from bot.understanding.describing import Describing, read_describing
from bot.understanding.files import Files, read_files
from bot.understanding.grading import Grading, read_grading
from bot.understanding.keeping import Keeping, read_keeping
from bot.understanding.managing import Managing, read_managing
from bot.understanding.off_putting import OffPutting, read_off_putting
from bot.understanding.planning import Planning, read_planning
from bot.understanding.pressing import Pressing, read_pressing
from bot.understanding.reading import Intent, Manner
from bot.understanding.sharing import Sharing, read_sharing
from bot.understanding.spoken import Spoken, read_spoken
from bot.understanding.wishes import Wishes, read_wishes

_OF_DISTRESS = frozenset({"care", "distress"})
_PATTERN = re.compile(r"[{}/*?_]|\.\.\.")


class WordsShape(Shape):
    """The shape of `words.yaml`; the comments in the file say what each list is for."""

    short_forms: dict[Words, Words]
    aside: list[Words]
    numbers: dict[Words, int]
    counts: dict[Words, int]
    grade_words: list[Words]
    level_words: list[Words]
    hasty_and: list[Words]
    band_words: list[Words]
    spoken_grades: dict[Words, int]
    tens: list[Words]
    numbered: list[Words]
    days: list[Words]
    not_grades_then: list[Words]
    not_grades_before: list[Words]
    not_grades_after: list[Words]
    scale_words: list[Words]
    bare_before: list[Words]
    bare_after: list[Words]
    links: list[Words]
    strong_range: list[Words]
    range_links: list[Words]
    whole_range: list[Words]
    before_rank: list[Words]
    after_rank: list[Words]
    next_grade: list[Words]
    grade_below: list[Words]
    leaving: list[Words]
    not_leaving: list[Words]
    denies: list[Words]
    leaves: dict[Words, Words]
    set_aside: list[Words]
    drops: list[Words]
    described: list[Words]
    somebody: list[Words]
    reports: list[Words]
    both: list[Words]
    same_grade: list[Words]
    own: list[Words]
    small_words: list[Words]
    keep: list[Words]
    common: list[Words]
    says_little: list[Words]
    asking: list[Words]
    learns: list[Words]
    learning_words: list[Words]
    yes_no: list[Words]
    begs: list[Words]
    begins: list[Words]
    ends: list[Words]
    whole: list[Words]
    all_else: list[Words]
    who_does: list[Words]
    before_verb: list[Words]
    follow_up: list[Words]
    correcting: list[Words]
    puts_right: list[Words]
    what_is_done: list[Words]
    what_is_done_ends: list[Words]
    versus: list[Words]
    pronouns: list[Words]
    persons: list[Words]
    adds: list[Words]
    beside: list[Words]
    swaps: list[Words]
    no_reference: list[Words]
    asks_grade: list[Words]
    narrows: list[Words]
    of_self: list[Words]
    gives: list[Words]
    same: list[Words]
    fillers: list[Words]
    courtesies: list[Words]
    polite: list[Words]
    framework_words: list[Words]
    manners: dict[Manner, list[Words]]

    def spoken(self) -> set[str]:
        """Single words of these lists that are spelt right, for the speller."""
        phrases = (
            *self.numbers,
            *self.grade_words,
            *self.next_grade,
            *self.grade_below,
            *self.not_grades_after,
            *self.versus,
            *self.links,
            *self.spoken_grades,
        )
        return {word for phrase in phrases for word in phrase.split()}


class AsksShape(Shape):
    """The shape of a file of ways to ask."""

    intent: Intent
    asks: list[Words] = Field(min_length=1)
    said_in: dict[Words, list[Words]] = Field(default_factory=dict)


Asks = dict[Intent, tuple[str, ...]]
SaidIn = dict[tuple[Intent, str], tuple[str, ...]]


class Language:
    """Words and ways of asking in one language. The ways of asking are only read where they are to be learnt."""

    def __init__(self, words: WordsShape, folder: Path, more: Path | None = None) -> None:
        """`more` is a folder in which an institution adds ways of asking to those of the language."""
        self.words = words
        self._folder = folder
        self._more = more

    @property
    def asks(self) -> Mapping[Intent, tuple[str, ...]]:
        """Sentences with `{grade}`, `{role}`, `{competency}` in them, by intent. Raises KnowledgeError with every fault found."""
        return self._sentences[0]

    @property
    def said_in(self) -> Mapping[tuple[Intent, str], tuple[str, ...]]:
        """Sentences in the words of a framework's people, by intent and framework. Raises KnowledgeError with every fault found."""
        return self._sentences[1]

    def typed(self) -> Iterator[tuple[Intent, str]]:
        """What was typed and means something by itself, with the intent that it has."""
        yield from ((intent, text) for (intent, _), said in self.said_in.items() for text in said)
        yield from ((each.intent, each.text) for messages in self.conversations.values() for each in messages if each.alone)

    @cached_property
    def conversations(self) -> Conversations:
        """Labelled messages by framework. Only read where they are to be learnt. Raises KnowledgeError with every fault found."""
        return read_conversations(self._folder / "conversations")

    @cached_property
    def spoken(self) -> Spoken:
        """What people say inside a self-assessment. Raises KnowledgeError with every fault found."""
        return read_spoken(self._folder / "assessing.yaml", self.words.short_forms)

    @cached_property
    def keeping(self) -> Keeping:
        """What people say to have something kept. Raises KnowledgeError with every fault found."""
        return read_keeping(self._folder / "keeping.yaml", self.spoken, self.words.short_forms)

    @cached_property
    def files(self) -> Files:
        """What people call the files that they take away. Raises KnowledgeError with every fault found."""
        return read_files(self._folder / "files.yaml", self.words.short_forms)

    @cached_property
    def grading(self) -> Grading:
        """What people say when they want duties graded. Raises KnowledgeError with every fault found."""
        return read_grading(self._folder / "grading.yaml", self.spoken, self.words.short_forms)

    @cached_property
    def sharing(self) -> Sharing:
        """What people say of sharing and of reviews. Raises KnowledgeError with every fault found."""
        return read_sharing(self._folder / "sharing.yaml", self.words.short_forms)

    @cached_property
    def planning(self) -> Planning:
        """What people say about their plan. Raises KnowledgeError with every fault found."""
        return read_planning(self._folder / "planning.yaml", self.spoken, self.words.short_forms)

    @cached_property
    def describing(self) -> Describing:
        """What people say while they write a job description. Raises KnowledgeError with every fault found."""
        return read_describing(self._folder / "describing.yaml", self.words.short_forms)

    @cached_property
    def off_putting(self) -> OffPutting:
        """The words that keep good people from applying. Raises KnowledgeError with every fault found."""
        return read_off_putting(self._folder / "off_putting.yaml")

    def phrases(self) -> Iterator[str]:
        """What people say beside their questions: every phrase of its files without the marks of a pattern in it."""
        for path in sorted(self._folder.glob("*.yaml")):
            if path.stem not in _OF_DISTRESS:
                sheet, _ = read_yaml(path)
                yield from (phrase for phrase in _strings(sheet.content if sheet else None) if not _PATTERN.search(phrase))

    @cached_property
    def distress(self) -> DistressShape:
        """What people in distress write. Only read where it is to be learnt. Raises KnowledgeError with every fault found."""
        return read_distress(self._folder / "distress.yaml")

    @cached_property
    def dates(self) -> Dates:
        """How people tell dates. Raises KnowledgeError with every fault found."""
        return Dates(read_date_words(self._folder / "dates.yaml"))

    @cached_property
    def wishes(self) -> Wishes:
        """What people say of reminders and of what is held of them. Raises KnowledgeError with every fault found."""
        return read_wishes(self._folder / "wishes.yaml", self.words.short_forms)

    @cached_property
    def managing(self) -> Managing:
        """What managers say of their team and of succession. Raises KnowledgeError with every fault found."""
        return read_managing(self._folder / "managing.yaml", self.words.short_forms)

    @cached_property
    def pressing(self) -> Pressing:
        """What people type instead of pressing. Raises KnowledgeError with every fault found."""
        return read_pressing(self._folder / "pressing.yaml", self.words.short_forms)

    @cached_property
    def _sentences(self) -> tuple[Asks, SaidIn]:
        faults = Faults()
        sentences = _read_sentences(self._folder, faults, self._more)
        if faults.found:
            raise KnowledgeError(faults.found)
        return sentences


def read_language(folder: Path, more: Path | None = None) -> Language:
    """Read a language folder, with what an institution adds in `more`. Raises KnowledgeError with every fault if it cannot be read."""
    faults = Faults()
    words = faults.sheet(folder / "words.yaml", WordsShape)
    if words is None or faults.found:
        _read_sentences(folder, faults, more)
        raise KnowledgeError(faults.found)
    return Language(words.shape, folder, more)


def _read_sentences(folder: Path, faults: Faults, more: Path | None = None) -> tuple[Asks, SaidIn]:
    asks: Asks = {}
    said_in: SaidIn = {}
    before = len(faults.found)
    added = (more / "asks").glob("*.yaml") if more else ()
    for path in (*sorted((folder / "asks").glob("*.yaml")), *sorted(added)):
        sheet = faults.sheet(path, AsksShape)
        if sheet is not None:
            intent = sheet.shape.intent
            asks[intent] = asks.get(intent, ()) + tuple(sheet.shape.asks)
            for framework, sentences in sheet.shape.said_in.items():
                said_in[intent, framework] = said_in.get((intent, framework), ()) + tuple(sentences)
    for intent in Intent:
        if intent not in asks and len(faults.found) == before:
            faults.found.append(Fault(folder / "asks", 0, f"Nobody can ask for `{intent}`.", f"Add {intent}.yaml with ways of asking."))
    return asks, said_in


def _strings(part: Any) -> Iterator[str]:
    match part:
        case str():
            yield part
        case dict():
            for each in part.values():
                yield from _strings(each)
        case list():
            for each in part:
                yield from _strings(each)
