"""Labelled messages: who does the duty that is asked about is learnt from them, and what they name must be there."""

from pathlib import Path

import pytest

from bot.framework.faults import KnowledgeError
from bot.framework.library import read_library
from bot.framework.model import Library
from bot.understanding import passages, pointing
from bot.understanding.conversations import MessageShape, check_conversations
from bot.understanding.language import Language
from bot.understanding.pointing import Elders, Pointer
from bot.understanding.slots import Listener
from bot.understanding.tokens import Tokenizer
from tests.understanding.conftest import KNOWLEDGE

ASKED = "who polishes the astrolabes"
CELL = ("technician-5", "facility-management")


def message(**told: object) -> MessageShape:
    return MessageShape.model_validate({"text": ASKED, "intent": "find_grade"} | told)


@pytest.fixture(scope="module")
def listener(library: Library, language: Language, tokenizer: Tokenizer) -> Listener:
    return Listener(library.frameworks["lancaster"], library, language, tokenizer, language.words.spoken() | {"astrolabe", "astrolabes"})


def pointer(listener: Listener, tokenizer: Tokenizer, *messages: MessageShape) -> Pointer:
    typed = [(each.text, pointing.labels(each)) for each in messages]
    return Pointer(pointing.taught(listener, tokenizer, typed, [], Elders()))


def test_who_does_a_duty_is_learnt_from_a_labelled_question(listener: Listener, tokenizer: Tokenizer) -> None:
    stems = listener.hear("astrolabes, polishes them").loose
    told = pointer(listener, tokenizer, message(competencies=[CELL[1]], done_by=[CELL[0]]))
    untold = pointer(listener, tokenizer, message(competencies=[CELL[1]]))
    assert max(told.cells(stems), key=told.cells(stems).__getitem__) == CELL
    assert told.cells(stems)[CELL] > untold.cells(stems)[CELL] + 0.2


def test_a_duty_that_nobody_has_is_learnt_as_one_of_no_grade(listener: Listener, tokenizer: Tokenizer) -> None:
    stems = listener.hear("astrolabes, polishes them").loose
    nobodys = pointer(listener, tokenizer, message(done_by=[]))
    assert nobodys.nowhere(stems) > pointer(listener, tokenizer, message(competencies=[CELL[1]], done_by=[CELL[0]])).nowhere(stems) + 0.2


def test_a_duty_that_was_asked_about_is_found_again_by_its_words(library: Library, tokenizer: Tokenizer) -> None:
    told = passages.told(library.frameworks["lancaster"], tokenizer, [(CELL, ASKED)])
    index = passages.Passages(told, before_verb=())
    assert index.cells(tokenizer.phrase("polishes an astrolabe"), (), (), {})[0][0] == CELL


def test_of_a_message_about_several_competencies_no_cell_is_learnt() -> None:
    assert message(competencies=["safety", "budget"], done_by=["technician-5"]).cells == []


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ("done_by: [captain]", "There is no role `captain`"),
        ("competencies: [juggling]", "There is no competency `juggling`"),
        ("context: {grade: 42}", "There is no grade `42`"),
        ("context: {path: milky-way}", "There is no path `milky-way`"),
        ("previous: {text: budgets, intent: find_grade, roles: [captain]}", "There is no role `captain`"),
    ],
)
def test_what_a_labelled_message_names_and_the_framework_has_not_is_told_with_its_line(tmp_path: Path, told: str, what: str) -> None:
    (tmp_path / "lancaster.yaml").write_text(
        f"framework: lancaster\nmessages:\n  - {{text: who does it, intent: find_grade}}\n  - {{text: who, intent: find_grade, {told}}}\n"
    )
    with pytest.raises(KnowledgeError) as raised:
        check_conversations(tmp_path, read_library(KNOWLEDGE).frameworks)
    (fault,) = raised.value.faults
    assert fault.what.startswith(what)
    assert fault.line == 4
    assert "Use one of:" in fault.remedy
