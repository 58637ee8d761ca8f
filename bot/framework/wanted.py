"""How one language asks and tells: what a question wants beside its subject, and how a sentence obliges, allows, limits and denies."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from bot.framework.sheets import read_shape

# Any words are only so many: a phrase that looks through the whole of a long message from each of its words would take a second.
_GAPS = {"...": r"(?:\S+\s+){0,3}", "*": r"(?:.{0,300}\W)?", "_": r"\w+\s+", "_?": r"(?:\w+\s+)?", "#": r"\d+\s*"}
_ANY_ENDING = re.escape("*")
_NEVER = re.compile(r"(?!)")


def heard(phrases: Sequence[str]) -> re.Pattern[str]:
    """The pattern that finds any of some phrases in what was typed or written."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_phrase, phrases))})", re.IGNORECASE) if phrases else _NEVER


def _phrase(phrase: str) -> str:
    words = phrase.removeprefix("^").split()
    unless = _but(words.pop()[1:]) if words[-1:] and words[-1].startswith("!") else ""
    last = len(words) - 1
    return (r"^\W*" if phrase.startswith("^") else "") + "".join(_unit(word, is_last=at == last) for at, word in enumerate(words)) + unless


def _unit(word: str, *, is_last: bool) -> str:
    """A word of a phrase with the space after it."""
    if word in _GAPS:
        return _GAPS[word]
    unit = _either(word.removesuffix("?")) + ("" if is_last else r"\s+")
    return f"(?:{unit})?" if word.endswith("?") else unit


def _but(words: str) -> str:
    return rf"(?!\s+{_either(words)})"


def _either(words: str) -> str:
    ways = (re.escape(word).replace(_ANY_ENDING, r"\w*").replace("'", "['’]") for word in words.split("/"))
    return f"(?:{'|'.join(ways)})" + r"(?!\w)"


def _checked(phrase: str) -> str:
    if heard([phrase]).search(""):
        raise PydanticCustomError("phrase", "this phrase has no word that has to be there")
    return phrase


Word = Annotated[str, StringConstraints(strip_whitespace=True, to_lower=True, min_length=1, max_length=40)]
Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(_checked)]


class _Heard:
    """Reads a list of phrases as the one pattern that finds any of them; a faulty phrase is told with its own line."""

    def __get_pydantic_core_schema__(self, _: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(heard, handler.generate_schema(list[Phrase]))


Heard = Annotated[re.Pattern[str], _Heard()]


class Wanted(BaseModel):
    """The shape of `wanted.yaml`; the comments in the file say what each list is for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: Heard
    whole_list: Heard
    how_often: Heard
    parts: Heard
    decides: Heard
    length_of_time: Heard
    foretelling: Heard
    rising: Heard
    pay: Heard
    obliged: Heard
    permitted: Heard
    there_is: Heard
    changes_path: Heard
    anything: Heard
    in_charge: Heard
    being: Heard
    done_endings: tuple[Word, ...]
    not_done: tuple[Word, ...]
    doer_endings: tuple[Word, ...]
    tells_nothing: frozenset[Word]
    qualifying: frozenset[Word]
    negated: Heard
    denies: Heard
    denying_words: frozenset[Word]
    none: Heard
    free: Heard
    bound: Heard
    may: Heard
    could: Heard
    open_to: Heard
    limit: Heard
    unsettled: Heard
    either: Heard
    often: Heard
    step: Heard
    number_words: Heard
    no_task: Heard
    refers_back: Heard
    clause_words: frozenset[Word]
    before_the_verb: frozenset[Word]

    def promise(self, said: str) -> bool:
        """Whether it asks to foretell that somebody goes up."""
        begun = self.foretelling.search(said)
        return bool(begun and self.rising.search(said, begun.end()))

    def done(self, said: str) -> str:
        """What is done in a passive question, "marked" of "is the work marked by a 5"; empty where it has none."""
        begun = self.being.search(said)
        words = re.findall(r"\w+", said[begun.end() :].lower()) if begun else []
        return next((word for word in words if word.endswith(self.done_endings) and not word.startswith(self.not_done)), "")

    def clauses(self, sentence: str) -> list[str]:
        """The parts of a sentence, each of which says something of its own."""
        return re.split(rf";|, (?:{'|'.join(map(re.escape, self.clause_words))})\b" if self.clause_words else ";", sentence)


SILENT = Wanted.model_validate(dict.fromkeys(Wanted.model_fields, ()))  # of a framework that is read without a language


def read_wanted(path: Path) -> Wanted:
    """Read `wanted.yaml`. Raises KnowledgeError with every fault found."""
    return read_shape(path, Wanted)
