"""Whatever can be pressed on the card before somebody can be typed as well, in every dialog alike."""

import pytest

from bot.dialogs.assistant import Assistant
from bot.dialogs.offers import ONE_SITTING
from bot.dialogs.turn import Said, Turn
from bot.phrases.en import forms
from bot.phrases.en import succession as of_succession
from bot.storage.memories import memory_from_json, memory_to_json
from tests.cards.checking import faults
from tests.dialogs.beginnings import manager, owner_of_a_review, owner_of_a_share, reviewer, technician, viewer_of_a_share
from tests.dialogs.holding import cloned
from tests.msteams.talking import shipped

TALKS = {
    "the start of a plan": (technician, "start my plan"),
    "a result": (technician, "my scores"),
    "evidence": (technician, "log evidence: I trained two apprentices on the mill"),
    "what is held": (technician, "what do you hold on me?"),
    "shares": (owner_of_a_share, "what do I share?"),
    "a review, by its owner": (owner_of_a_review, "see both sides"),
    "a review, by the other": (reviewer, "see both sides"),
    "what is shared": (viewer_of_a_share, "look at it"),
    "a team": (manager, "how is my team doing"),
    "needs": (manager, "what are the gaps in my team?"),
    "critical roles": (manager, "my critical roles"),
    "a critical role": (manager, "add a critical role"),
    "a job description": (manager, "new vacancy"),
}


@pytest.mark.parametrize("talk", TALKS)
def test_typing_what_a_button_is_called_presses_it(talk: str) -> None:
    begins, words = TALKS[talk]
    person = begins()
    person.says(words)
    offers = person.memory.offers
    assert offers is not None
    for offer in offers.each:
        if [each.title for each in offers.each].count(offer.title) > 1:
            continue  # two of one name: the person presses
        pressed, typed = cloned(person), cloned(person)
        answer, same = pressed.presses(offer.title), typed.says(f"{offer.title.lower()} please")
        assert same.text == answer.text, offer.title
        assert not same.replaces
        assert not faults(same.card or {})
        assert typed.notebook._held == pressed.notebook._held, offer.title


def test_what_was_shown_long_ago_is_not_pressed_by_words() -> None:
    person = manager()
    person.says("my critical roles")
    person.waits(seconds=ONE_SITTING + 1)
    assert person.says("workforce planning: what the guidance says").focus == "stays"


def test_a_form_says_that_what_stands_in_it_was_not_sent() -> None:
    person = manager()
    person.says("add a critical role")
    reply = person.says("save")
    assert reply.card is not None
    assert forms.NOT_SEEN in str(reply.card)
    assert of_succession.NEEDS_REASON in str(reply.card) or of_succession.WHICH_ROLE in reply.text


def test_a_plain_yes_deletes_nothing_that_a_card_merely_offers() -> None:
    person = technician()
    person.says("forget me")
    person.says("thanks")
    person.says("yes")
    assert not person.reply.forgets


def test_in_a_group_nothing_of_a_card_is_remembered() -> None:
    assistant: Assistant = shipped()
    reply = assistant.answer(Turn(Said("what can you do?"), personal=False))
    assert reply.memory is None or reply.memory.offers is None


def test_what_a_card_offers_survives_a_restart() -> None:
    person = manager()
    person.says("how is my team doing")
    assert memory_from_json(memory_to_json(person.memory)) == person.memory
