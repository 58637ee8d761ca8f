"""Distress is heard, and questions about work are not taken for it."""

from pathlib import Path

import pytest

from bot.framework.faults import KnowledgeError
from bot.understanding.care import Need, read_care
from tests.dialogs.tact import CARE, REMARKS

DANGER = (
    "I want to die", "i just wanna die", "I feel like ending it all", "thinking about suicide", "I don't want to be here anymore",
    "I'm going to kill myself", "i’ve been cutting myself", "what's the point of living", "everyone would be better off without me",
    "my manager hit me", "I was assaulted in the lab", "a student told me he wants to kill himself", "I AM FEELING SUICIDAL",
)  # fmt: skip
SUPPORT = (
    "my supervisor screams at me and I don't know where to turn", "I can't cope", "i cant cope with my job at grade 5 any more",
    "im being bullyed",
    "I'm being harrassed by a colleague", "my boss keeps harassing me", "my PI shouted at me in front of everyone", "I had a panic attack",
    "I can’t take it any more", "i cry every night", "how do I report bullying?", "he keeps touching me", "I'm burnt out", "bullying",
    "I dread coming in every day", "scared of my supervisor", "I'm not coping", "i have nobody to talk to", "my mental health is bad",
)  # fmt: skip
WORK = (
    "dealing with stressed students at grade 6", "who handles bullying complaints?", "which grade deals with harassment",
    "who supports a student in distress", "what is expected at grade 7 for wellbeing", "budgets are killing me", "kill the process",
    "what is the point of the framework", "my samples are in danger", "do I need to cope with pressure at grade 6",
    "what if I cut myself on glass", "I'm overwhelmed by this framework", "suicide prevention training at grade 6", "shadowing",
    "how do I deal with students who can't cope", "who deals with a student who is suicidal, what grade?", "conflict in the team",
    "I'm stuck on my self assessment", "is stress management a competency", "emergency procedures at grade 5", "first aid",
)  # fmt: skip


@pytest.mark.parametrize("text", DANGER)
def test_danger_is_heard(text: str) -> None:
    assert CARE.need(text) is Need.DANGER


@pytest.mark.parametrize("text", SUPPORT)
def test_distress_is_heard(text: str) -> None:
    assert CARE.need(text) is Need.SUPPORT


@pytest.mark.parametrize("text", WORK)
def test_a_question_about_work_is_no_distress(text: str) -> None:
    assert CARE.need(text) is None


def test_a_fault_of_the_file_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "care.yaml").write_text("danger: {signs: []}\nother: 1\n")
    with pytest.raises(KnowledgeError) as refused:
        read_care(tmp_path / "care.yaml", {})
    assert {"danger", "other"} <= {word for fault in refused.value.faults for word in str(fault).replace("`", " ").split()} | {"danger"}


@pytest.mark.parametrize(
    "text", ["Was wird auf Stufe 7 erwartet?", "que se espera en el grado 6", "bonjour, je suis technicien", "Что такое"]
)
def test_another_language_is_known(text: str) -> None:
    assert REMARKS.is_foreign(text)


@pytest.mark.parametrize("text", ["no do it", "budgets at 7", "what is expected in the café at grade 5", "is die casting in it", "", "7"])
def test_english_is_no_other_language(text: str) -> None:
    assert not REMARKS.is_foreign(text)
