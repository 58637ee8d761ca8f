"""The last answer once more, in another manner: through the assistant with its real understanding."""

from dataclasses import replace

import pytest

from bot.assistants import make_assistant
from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import Reply, reply_text
from bot.dialogs.turn import Said, Turn
from bot.people.profile import Profile
from bot.settings import Settings

NOBODY = Profile()
TECHNICIAN = Profile(grade=5, role="technician-5", path="technical")


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    """The assistant as it is served."""
    return make_assistant(Settings(_env_file=None))


def talk(assistant: Assistant, *messages: str, profile: Profile = NOBODY, personal: bool = True) -> Reply:
    """The reply to the last of some messages of one conversation."""
    turn = Turn(Said(""), profile, personal=personal)
    for message in messages:
        reply = assistant.answer(replace(turn, arrived=Said(message)))
        turn = replace(turn, memory=reply.memory or turn.memory)
    return reply


@pytest.mark.parametrize("why", ["why?", "says who?", "how do you know that", "are you sure?"])
def test_why_is_answered_with_the_words_that_decide_and_their_place(assistant: Assistant, why: str) -> None:
    reply = talk(assistant, "budgets for a grade 7 manager", why)
    assert "Manages budgets for own facility" in reply.text
    assert "Figure 3, row “Budget Management”, Grade 7, Manager" in reply.text


def test_the_source_of_a_topic_is_told(assistant: Assistant) -> None:
    assert "section" in talk(assistant, "what is the technician commitment about at this university, the guide", "where is that from?").text


def test_a_shorter_answer_is_a_part_of_the_answer(assistant: Assistant) -> None:
    long = talk(assistant, "safety for a grade 6")
    short = talk(assistant, "safety for a grade 6", "shorter please")
    assert short.card is None
    assert len(short.text) < len(long.text)
    assert short.text.rstrip(" …") in long.text


def test_more_of_one_competency_is_how_it_goes_through_the_grades(assistant: Assistant) -> None:
    told = reply_text(talk(assistant, "budgets at grade 6", "tell me more"))
    assert all(f"Grade {grade}" in told for grade in (3, 5, 9))


def test_more_of_a_whole_role_is_all_its_statements(assistant: Assistant) -> None:
    short, more = talk(assistant, "what does a grade 6 do"), talk(assistant, "what does a grade 6 do", "everything")
    assert len(reply_text(more)) > len(reply_text(short))


def test_what_it_means_for_me_is_about_the_askers_role(assistant: Assistant) -> None:
    reply = talk(assistant, "budgets for a grade 7 manager", "what does that mean for me?", profile=TECHNICIAN)
    assert "May buy standard consumables" in reply.text
    assert reply.memory is not None
    assert reply.memory.last is not None
    assert reply.memory.last.roles == ("technician-5",)


@pytest.mark.parametrize("personal", [True, False])
def test_what_it_means_for_somebody_unknown_is_asked_kindly(assistant: Assistant, personal: bool) -> None:
    profile = NOBODY if personal else TECHNICIAN
    reply = talk(assistant, "budgets for a grade 7 manager", "and for me?", profile=profile, personal=personal)
    assert "grade" in reply.text
    assert "May buy standard consumables" not in reply.text
    after = talk(assistant, "budgets for a grade 7 manager", "and for me?", "and at 6?", profile=profile, personal=personal)
    assert after.memory is not None
    assert after.memory.last is not None
    assert after.memory.last.competencies == ("budget",)


@pytest.mark.parametrize("elsewhere", ["same in the other framework", "what about the matrix?", "and in the matrix framework?"])
def test_the_other_framework_answers_with_what_corresponds(assistant: Assistant, elsewhere: str) -> None:
    reply = talk(assistant, "budgets at grade 5", elsewhere)
    assert reply.text.startswith("In the framework of")
    assert "small budget" in reply.text


def test_a_shorter_answer_of_the_other_framework_stays_there(assistant: Assistant) -> None:
    short = talk(assistant, "budgets at grade 5", "same in the other framework", "shorter")
    assert "small budget" in short.text


def test_said_again_is_the_same_answer(assistant: Assistant) -> None:
    first, again = talk(assistant, "safety at grade 4"), talk(assistant, "safety at grade 4", "sorry, say that again?")
    assert (again.text, again.card) == (first.text, first.card)


def test_after_another_manner_the_talk_goes_on(assistant: Assistant) -> None:
    reply = talk(assistant, "budgets at grade 7", "why?", "and at 8?")
    assert reply.memory is not None
    assert reply.memory.last is not None
    assert (reply.memory.last.grades, reply.memory.last.competencies) == ((8,), ("budget",))


def test_why_with_nothing_before_is_no_follow_up(assistant: Assistant) -> None:
    assert "The words that decide it" not in talk(assistant, "why?").text
