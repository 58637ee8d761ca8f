"""Which competency of the frameworks that ship an imported one is like, by its name and its words."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from bot.framework.model import Competency, Framework
from bot.importing.matrix import MatrixCompetency
from bot.importing.naming import alike, stems_of

NAME, WORDS = 1.0, 1.0  # how much a likeness of names counts, and one of all words
LEAST = 0.8  # a likeness below this is none
_OF_NAME = 4  # so many times the words of a name count
_STEM = 6


def counterparts(competencies: Sequence[MatrixCompetency], framework: Framework) -> dict[str, tuple[str, float]]:
    """The likest competency of a framework for each of some, with how like it is, where one is like it at all."""
    theirs = {each.id: _their_words(each) for each in framework.competencies.values()}
    weights = _weights(list(theirs.values()))
    found = {}
    for competency in competencies:
        words = _our_words(competency)
        scores = {
            each.id: NAME * _named_alike(competency.name, each) + WORDS * _cosine(words, theirs[each.id], weights)
            for each in framework.competencies.values()
        }
        best = max(scores, key=scores.__getitem__)
        if scores[best] >= LEAST:
            found[competency.id] = (best, scores[best])
    return found


def one_to_one(found: Mapping[str, tuple[str, float]]) -> dict[str, str]:
    """The counterparts without those that another competency is liker to."""
    best: dict[str, float] = {}
    for theirs, score in found.values():
        best[theirs] = max(best.get(theirs, 0.0), score)
    return {ours: theirs for ours, (theirs, score) in found.items() if score == best[theirs]}


def _named_alike(name: str, other: Competency) -> float:
    names = (*other.names.values(), other.short, *other.aliases)
    return max(alike(stems_of(name), stems_of(each)) for each in names)


def _our_words(competency: MatrixCompetency) -> Counter[str]:
    said = " ".join(cell.text for row in competency.rows for cell in row.cells.values())
    return _counted(f"{f'{competency.name} ' * _OF_NAME} {competency.about} {said}")


def _their_words(competency: Competency) -> Counter[str]:
    said = [statement.text for cell in competency.expectations.values() for statement in cell.added]
    names = [*competency.names.values(), competency.short] * _OF_NAME
    return _counted(" ".join((*names, *competency.aliases, *competency.hints, *said)))


def _counted(text: str) -> Counter[str]:
    return Counter(word[:_STEM] for word in re.findall(r"[a-z]{3,}", text.lower()))


def _weights(documents: Sequence[Mapping[str, int]]) -> dict[str, float]:
    """How much a word tells: the fewer competencies have it, the more; one in all of them tells nothing."""
    held = Counter(word for document in documents for word in document)
    return {word: math.log(len(documents) / count) for word, count in held.items()}


def _cosine(one: Mapping[str, int], other: Mapping[str, int], weights: Mapping[str, float]) -> float:
    def vector(counted: Mapping[str, int]) -> dict[str, float]:
        return {word: math.sqrt(count) * weights[word] for word, count in counted.items() if weights.get(word)}

    a, b = vector(one), vector(other)
    size = math.sqrt(sum(x * x for x in a.values()) * sum(x * x for x in b.values()))
    return sum(x * b[word] for word, x in a.items() if word in b) / size if size else 0.0
