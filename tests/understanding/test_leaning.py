"""A framework that nobody taught everyday words is understood by those of the frameworks that were taught many."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bot.framework.model import Competency, Framework, Library
from bot.understanding import pointing
from bot.understanding.language import Language
from bot.understanding.learnt import shelf
from bot.understanding.name_parts import parts_of_names
from bot.understanding.pointing import Elders, Pointer
from bot.understanding.reader import Reader
from bot.understanding.slots import Listener
from bot.understanding.tokens import Tokenizer
from tests.understanding.conftest import KNOWLEDGE
from tests.understanding.verdict import sentences

OFFICIAL, TAUGHT = "matrix", "lancaster"


def official(framework: Framework) -> Framework:
    """A framework as it is imported: its names and statements, and no word of anybody's beside."""

    def bare(competency: Competency) -> Competency:
        cells = {role: replace(cell, also_said=()) for role, cell in competency.expectations.items()}
        return replace(competency, aliases=(), hints=(), asked_as=(), expectations=cells)

    return replace(framework, unspoken=(), competencies={id_: bare(of) for id_, of in framework.competencies.items()})


@pytest.fixture(scope="module")
def elder(reader: Reader, learnt: Path) -> Pointer:
    """The pointer of the framework that was taught, which the reader has put on its shelf."""
    assert reader
    kept = shelf(learnt, KNOWLEDGE).read()
    assert kept is not None
    return Pointer(kept.models[TAUGHT])


@pytest.fixture(scope="module")
def listener(library: Library, language: Language, tokenizer: Tokenizer) -> Listener:
    """Hears the framework with its official words alone."""
    return Listener(official(library.frameworks[OFFICIAL]), library, language, tokenizer, language.words.spoken())


@pytest.fixture(scope="module")
def elders(elder: Pointer, library: Library, tokenizer: Tokenizer) -> Elders:
    """One elder, and what it was taught to be asked."""
    asked = [question for of in library.frameworks[TAUGHT].competencies.values() for question in of.asked_as]
    return Elders({TAUGHT: elder}, [tokenizer.phrase(question) for question in asked[::10]])


@pytest.fixture(scope="module")
def asked(listener: Listener) -> list[tuple[list[str], str]]:
    """The stems of every labelled question about one competency of the framework, and which it is about."""
    labelled = [each for each in sentences() if each.framework == OFFICIAL]
    about = [(each.text, each.labels.get("competencies") or []) for each in labelled if not each.labels.get("previous")]
    return [(list(listener.hear(text).loose), ids[0]) for text, ids in about if len(ids) == 1]


def made(listener: Listener, tokenizer: Tokenizer, elders: Elders) -> Pointer:
    return Pointer(pointing.taught(listener, tokenizer, [], [], elders), elders.pointers)


def right(pointer: Pointer, asked: list[tuple[list[str], str]], within: int) -> float:
    """The share of questions whose competency is among so many that their words point to."""
    hits = [id_ in {each.competency for each in pointer.pointed(stems, within)} for stems, id_ in asked]
    return sum(hits) / len(hits)


def loudness(pointer: Pointer, asked: list[tuple[list[str], str]]) -> float:
    """What the best of the scores is for half of the questions."""
    return sorted(max(pointer.scores(stems).values()) for stems, _ in asked)[len(asked) // 2]


def test_more_questions_are_understood_by_leaning_on_a_framework_of_other_competencies(
    listener: Listener, tokenizer: Tokenizer, elders: Elders, asked: list[tuple[list[str], str]]
) -> None:
    alone, leaning = made(listener, tokenizer, Elders()), made(listener, tokenizer, elders)
    assert right(leaning, asked, 1) > right(alone, asked, 1) - 0.01
    assert right(leaning, asked, 3) > right(alone, asked, 3) + 0.02


def test_its_scores_are_as_loud_as_those_of_a_taught_framework_for_what_was_never_taught(
    listener: Listener, tokenizer: Tokenizer, elders: Elders, asked: list[tuple[list[str], str]]
) -> None:
    alone, leaning = made(listener, tokenizer, Elders()), made(listener, tokenizer, elders)
    assert loudness(alone, asked) * 1.2 < loudness(leaning, asked) < 0.6


def test_many_aliases_of_one_competency_do_not_drown_the_others(
    listener: Listener, library: Library, language: Language, elders: Elders, asked: list[tuple[list[str], str]]
) -> None:
    tokenizer = Tokenizer(language)
    bare = listener.framework.competencies
    many = replace(bare["budgets"], aliases=library.frameworks[OFFICIAL].competencies["budgets"].aliases)
    framework = replace(listener.framework, competencies={**bare, "budgets": many})
    hears = Listener(framework, library, language, tokenizer, language.words.spoken())
    with_aliases = made(hears, tokenizer, elders)
    others = [(stems, id_) for stems, id_ in asked if id_ != "budgets"]
    assert right(with_aliases, others, 1) > right(made(listener, tokenizer, elders), others, 1) - 0.03


@pytest.mark.parametrize(
    ("called", "parts"),
    [
        (("Budget Management", "Waste Management"), {"Budget Management": ["budget"], "Waste Management": ["waste"]}),
        (("Teamwork and Motivation", "Safety & Wellbeing"), {"Teamwork and Motivation": ["motivation", "teamwork"]}),
        (("Faults / trouble shooting",), {"Faults / trouble shooting": ["faults", "trouble shooting"]}),
        (("H&S", "R&D"), {"H&S": [], "R&D": []}),
        (("Teaching Delivery", "Teaching Support"), {"Teaching Delivery": []}),
        (("General tasks", "Change"), {"General tasks": [], "Change": []}),
    ],
)
def test_a_competency_is_called_by_the_parts_of_its_name_that_are_its_alone(
    called: tuple[str, ...], parts: Mapping[str, list[str]], language: Language, tokenizer: Tokenizer
) -> None:
    found = parts_of_names({name: [name] for name in called}, tokenizer, language.words.common)
    assert {name: found[name] for name in parts} == parts
