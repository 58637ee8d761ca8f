"""Answers from the guidance: a yes or a no only where a sentence carries it, and the very fact that was asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import Reply, reply_text
from bot.framework.judging_topics import decided
from bot.framework.telling import told
from bot.understanding.reading import Intent
from tests.dialogs.asking import Asker, Reads, library

LANCASTER = library().frameworks["lancaster"]
ASKER = Asker(Assistant(library(), Reads(), "lancaster"), "lancaster")
DECIDED = [
    ("adopting-new-jd", "do I have to take the new job description", "no"),
    ("adopting-new-jd", "can we discuss the new JD in my PDR", "yes"),
    ("new-roles", "do new roles have to use the framework", "yes"),
    ("new-roles", "does a new role need the full HERA evaluation", "no"),
    ("role-evaluation-mapping", "is the framework mapped to HERA", "yes"),
    ("eleven-competencies", "is staff management expected of juniors", "no"),
    ("pdp-template", "can I download the PDP template", "yes"),
    ("new-roles", "will it save me time when making a new role", None),
    ("adopting-new-jd", "do part-time weekend staff in Wales have to take the new job description", None),
    ("adopting-new-jd", "is the new job description not mandatory", None),
    ("scale-meaning", "does the scale run from 1 to 5", None),
    ("succession-planning", "is succession planning my job", None),
    ("coaching", "is coaching free", None),
]


def wonders(topic: str, said: str) -> Reply:
    """Ask a yes-or-no question about a topic."""
    return ASKER.asks(Intent.GUIDE, guide_topics=(topic,), yes_no=True, said=said)


@pytest.mark.parametrize(("topic", "question", "answer"), DECIDED)
def test_a_question_is_decided_only_by_a_sentence_that_holds_it(topic: str, question: str, answer: str | None) -> None:
    found = decided(LANCASTER, (LANCASTER.topics[topic],), question)
    assert (found.answer if found else None) == answer


def test_a_no_quotes_the_sentence_that_says_so_first() -> None:
    reply = wonders("adopting-new-jd", "do I have to take the new job description")
    assert reply.text.startswith("No. The guide says: Technicians already in post may choose")
    assert "Adopting a new JD may be discussed" in reply_text(reply)


def test_paths_may_be_changed_by_the_words_of_the_guide() -> None:
    reply = ASKER.asks(
        Intent.GUIDE,
        [7],
        ["specialist-7", "manager-7"],
        guide_topics=("career-paths",),
        yes_no=True,
        said="can I switch from specialist to manager?",
    )
    assert reply.text.startswith("Yes. The guide says: Choosing one path does not rule out the others")


def test_steps_that_are_asked_for_are_all_told() -> None:
    reply = ASKER.asks(Intent.GUIDE, guide_topics=("recruiting-steps",), said="what are the steps for recruiting?")
    assert all(f"Step {number}" in reply_text(reply) for number in range(1, 6))
    assert reply.text.startswith("Step 1")


def test_a_number_that_is_asked_for_comes_first() -> None:
    reply = ASKER.asks(Intent.GUIDE, guide_topics=("recruiting-steps",), said="how many tasks for each competency?")
    assert "about three each" in reply.text


def test_the_guide_does_not_say_how_often() -> None:
    reply = ASKER.asks(Intent.GUIDE, guide_topics=("self-assessment-steps",), said="how often should I do it?")
    assert reply.text.startswith("The guide does not say how often, or how long.")


def test_a_grade_without_a_path_is_a_no() -> None:
    reply = ASKER.asks(Intent.EXPECTATIONS, [9], yes_no=True, said="is there a specialist at grade 9?")
    assert reply.text == "No, there is no specialist role at grade 9. Grade 9 has 1 role: Technical Director (manager)."


def test_pay_is_not_told_by_a_comparison() -> None:
    reply = ASKER.asks(Intent.COMPARE, [6, 7], yes_no=True, said="does a 7 get paid more than a 6?")
    assert reply.text.startswith("The framework does not say what anybody is paid")
    assert "What changes at grade 7" in reply_text(reply)


def test_a_doubt_that_two_roles_share_is_told_once() -> None:
    reply = ASKER.asks(Intent.EXPECTATIONS, [8, 9], competencies=["safety"])
    notes = [line for line in reply_text(reply).split("\n") if line.startswith("Please note")]
    assert notes
    assert len(notes) == len(set(notes))


@given(st.sampled_from(sorted(LANCASTER.topics)), st.text(max_size=60))
def test_whatever_is_asked_of_a_topic_its_own_sentences_answer(topic: str, question: str) -> None:
    answering = told(LANCASTER, (LANCASTER.topics[topic],), question)
    assert answering.topic.id == topic
    assert set(answering.answer) <= set(LANCASTER.topics[topic].says)
