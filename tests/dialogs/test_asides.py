"""What is no question: distress, rudeness, other languages, a nod; and help that fits who asks."""

import pytest

from bot.dialogs.asides import Tact
from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import Reply, reply_text
from bot.dialogs.turn import Memory, Said, Turn
from bot.people.profile import Profile
from bot.understanding.reading import Intent, NotUnderstood, Outcome, Reading, Understood, Why
from tests.cards.checking import faults, presses
from tests.dialogs.asking import NOT_UNDERSTOOD, Asker, Reads
from tests.dialogs.tact import TACT, WITH_CONTACTS
from tests.framework.small import LIBRARY

TALKING = Reading("small", Intent.EXPECTATIONS, (1,), competencies=("talking",))
ASKED = Understood(TALKING, Why())
DISTRESS = ["my supervisor screams at me and I don't know where to turn", "I want to die"]


def says(text: str, outcome: Outcome = NOT_UNDERSTOOD, tact: Tact = TACT, *, personal: bool = True) -> Reply:
    """Say something that is read so."""
    return Assistant(LIBRARY, Reads(outcome), "small", tact).answer(Turn(Said(text), memory=Memory(TALKING), personal=personal))


@pytest.mark.parametrize("text", DISTRESS)
@pytest.mark.parametrize("personal", [True, False])
def test_distress_gets_care_and_nothing_of_the_framework_or_of_the_words_is_left(text: str, personal: bool) -> None:
    reply = says(text, ASKED, personal=personal)
    assert not list(presses(reply.card or {}))
    assert (reply.memory, reply.profile, reply.answers) == (None, None, None)
    words = reply_text(reply)
    assert "HR." in words
    assert "999 or 112" in words
    assert "framework" not in words.lower()
    assert not faults(reply.card or {})


@pytest.mark.parametrize("text", DISTRESS)
def test_the_contacts_of_the_institution_are_shown_where_they_are_set(text: str) -> None:
    words = reply_text(says(text, ASKED, WITH_CONTACTS))
    assert "Staff counselling: 01234 567890\nHR: hr@example.ac.uk" in words
    assert "Your union." not in words


@pytest.mark.parametrize("text", DISTRESS)
def test_distress_is_read_as_out_of_scope(text: str) -> None:
    assert isinstance(Assistant(LIBRARY, Reads(ASKED), "small", TACT).read(Turn(Said(text))), NotUnderstood)


@pytest.mark.parametrize("text", ["fuck off", "you're useless", "shut up"])
def test_abuse_is_answered_calmly_with_one_way_on(text: str) -> None:
    reply = says(text, Understood(Reading("small", Intent.HELP), Why()))
    assert len(reply.text) < 120
    assert [press.data["reading"]["intent"] for press in presses(reply.card or {})] == ["help"]


def test_a_rude_question_is_answered() -> None:
    assert "Says what is asked." in says("what the fuck is talking at grade 1", ASKED).text


@pytest.mark.parametrize("text", ["Was wird auf Stufe 7 erwartet?", "que se espera en el grado 6"])
def test_another_language_gets_one_line_and_examples(text: str) -> None:
    reply = says(text, ASKED)
    assert reply.text == "Sorry, I only understand English so far."
    assert list(presses(reply.card or {}))


@pytest.mark.parametrize("text", ["ok", "👍", "Yes", "got it", ":)"])
def test_a_nod_is_no_question_and_leaves_the_last_one_standing(text: str) -> None:
    reply = says(text)
    assert reply.text.startswith("All right.")
    assert reply.memory is None


@pytest.mark.parametrize("text", ["????", "?!"])
def test_signs_alone_are_not_understood(text: str) -> None:
    assert says(text).text.startswith("Sorry, I didn’t get that.")


SMALL_TALK = [Intent.HELP, Intent.GREETING, Intent.CANCEL]


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (Turn(Said("help")), "Tell me your grade"),
        (Turn(Said("help"), Profile("small", 2, "maker")), "I have you as grade 2, Maker."),
        (Turn(Said("help"), Profile("small", 2, "maker", aim="leader")), "You aim for grade 3, Leader."),
        (Turn(Said("help"), Profile("small", 2, "maker"), personal=False), "I use and show nothing about anybody here"),
        (Turn(Said("help"), guest=True), "You are a guest here"),
    ],
)
def test_help_fits_who_asks_and_its_examples_work(turn: Turn, expected: str) -> None:
    assistant = Assistant(LIBRARY, Reads(), "small", TACT)
    reply = assistant.answer_reading(turn, Reading("small", Intent.HELP))
    assert expected in reply_text(reply)
    for pressed in presses(reply.card or {}):
        answered = assistant.answer(Turn(pressed, turn.profile, personal=turn.personal, guest=turn.guest))
        assert "no longer works" not in reply_text(answered)
    assert ("Maker" in reply_text(reply)) is (bool(turn.profile.role) and turn.personal)


def test_a_manager_is_offered_a_question_about_a_role_below() -> None:
    manager = Asker(Assistant(LIBRARY, Reads(), "small"), "small", Profile("small", 3, "leader"))
    assert "What is expected of a grade 2 Maker?" in reply_text(manager.asks(Intent.HELP))
