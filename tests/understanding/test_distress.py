"""Distress in words that nobody wrote down: most of it is heard, and hardly anything else is taken for it."""

from pathlib import Path

import pytest
import yaml

from bot.dialogs.in_vain import DISTRESS
from bot.dialogs.turn import Focus, Memory, Said, Turn
from bot.people.profile import Profile
from bot.settings import PROJECT
from bot.understanding.distress import Instead
from tests.msteams.talking import shipped
from tests.understanding.talking import Heard

SAID = yaml.safe_load((Path(__file__).parent / "distress.yaml").read_text(encoding="utf-8"))
LEAST_HEARD, MOST_FALSE = 0.86, 0.07  # 0.89 and 0.05 are measured


def cared_for(text: str, memory: Memory = Memory()) -> bool:  # noqa: B008 (frozen)
    """Whether the assistant answers with care."""
    return shipped().answer(Turn(Said(text), Profile("lancaster", 5), memory)).in_vain == DISTRESS


def test_most_distress_is_heard_whatever_its_words() -> None:
    missed = [text for text in SAID["distress"] if not cared_for(text)]
    assert len(missed) <= (1 - LEAST_HEARD) * len(SAID["distress"]), missed


def test_hardly_a_question_about_work_is_taken_for_distress() -> None:
    false = [text for text in SAID["work"] if cared_for(text)]
    assert len(false) <= MOST_FALSE * len(SAID["work"]), false


def test_no_labelled_message_in_these_files_is_learnt_from() -> None:
    learnt = yaml.safe_load((PROJECT / "knowledge" / "language" / "en" / "distress.yaml").read_text(encoding="utf-8"))
    assert {*learnt["danger"], *learnt["support"], *learnt["neither"]}.isdisjoint((*SAID["distress"], *SAID["work"]))


@pytest.mark.parametrize("text", ["say it again", "what do you know about me", "sorry 6 not 8", "I do not know", "back to where I was"])
def test_short_words_of_talk_are_none(heard: Heard, text: str) -> None:
    assert heard.reader.unwell(text, "lancaster", Instead.NOTHING) is None


def test_what_names_a_grade_has_to_be_plainer() -> None:
    text = "my hands shake every morning before I go in"
    assert cared_for(text)
    assert cared_for(f"{text} and I can't stop crying, I'm a grade 6")
    assert not cared_for("what changes for looking after upset students from a 5 to a 6")


def test_what_a_dialog_waits_for_has_to_be_plainer() -> None:
    waits = Memory(focus=Focus("assessment", "a1", "row:teamwork", 0.0))
    assert not cared_for("because I have no staff and it was a dreadful term", waits)
    assert cared_for("I cry in the car every morning and I don't know how to go on", waits)
