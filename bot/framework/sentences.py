"""Questions that somebody taught, each with what it must be read as ever after: `sentences.yaml` beside what was taught."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field, RootModel

from bot.framework.faults import Fault
from bot.framework.shapes import Id, Shape, Words
from bot.framework.sheets import Faults

FILE = "sentences.yaml"
HEAD = "# Questions that people asked, each with what it must be read as. `python -m bot check` reads them all.\n"
Part = Literal["competencies", "topics", "roles"]
Heard = Callable[[str, str], Mapping[Part, frozenset[str]]]
"""The competencies, topics and roles that a question (words, framework) is read as being about."""


class SentenceShape(Shape):
    text: Words
    framework: Id
    competencies: list[Id] = Field(default_factory=list)
    topics: list[Id] = Field(default_factory=list)
    roles: list[Id] = Field(default_factory=list)


class SentencesShape(RootModel[list[SentenceShape]]):
    """All of a file."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A question, and what it is about."""

    text: str
    framework: str
    competencies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


def with_sentence(text: str, sentence: Sentence) -> str:
    """A file's text with one more sentence at its end."""
    told = {"text": sentence.text, "framework": sentence.framework}
    parts = (("competencies", sentence.competencies), ("topics", sentence.topics), ("roles", sentence.roles))
    slots = {name: list(ids) for name, ids in parts if ids}
    added = yaml.safe_dump([told | slots], sort_keys=False, allow_unicode=True, width=1_000, default_flow_style=None)
    return f"{text or HEAD}{'' if not text or text.endswith(chr(10)) else chr(10)}{added}"


def misread(folder: Path, heard: Heard, seen: frozenset[str]) -> list[Fault]:
    """The sentences of a folder that are read as something else; those of frameworks that are not `seen` are left out."""
    faults = Faults()
    sheet = faults.optional_sheet(folder / FILE, SentencesShape)
    for place, sentence in enumerate(sheet.shape.root if sheet else ()):
        if sheet is None or sentence.framework not in seen:
            continue
        of = heard(sentence.text, sentence.framework)
        wanted: dict[Part, list[str]] = {"competencies": sentence.competencies, "topics": sentence.topics, "roles": sentence.roles}
        if not all(set(ids) <= of[part] for part, ids in wanted.items()):
            about = ", ".join(id_ for ids in wanted.values() for id_ in ids)
            what = f"“{sentence.text}” is not read as being about {about} any more."
            faults.at(
                sheet, (place,), what, "Say it in `asked_as` where it belongs, or take the sentence out. `python -m bot ask` shows more."
            )
    return faults.found
