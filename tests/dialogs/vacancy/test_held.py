"""A job description is told of, taken away and erased with everything else; in a group, and to a guest, nothing of it is shown."""

from dataclasses import replace

import pytest

from bot.dialogs import holding
from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import reply_text
from bot.dialogs.turn import Pressed, Said, Turn
from bot.people.profile import Profile
from bot.understanding.reading import Intent, Reading, Understood, Why
from tests.cards.checking import presses
from tests.dialogs.asking import Reads, library
from tests.dialogs.tact import TACT
from tests.dialogs.vacancy.writing import begun, drafts, manager


def test_it_is_counted_and_shown_whole() -> None:
    person = begun()
    person.says("department: Chemistry")
    person.says("add: runs the clean room")
    held = holding.holdings(Turn(Said(""), records=person.notebook, now=person.now))
    rows = next(section.rows for section in held.sections if section.heading == "Job descriptions")
    assert "Header 1, Text: Chemistry" in rows
    assert "Duties: runs the clean room" in rows
    assert held.data["records"]["job description"][0]["body"]["duties"] == ["runs the clean room"]


def test_asked_to_delete_what_is_held_of_them_it_is_erased_for_good() -> None:
    person = begun()
    reader = replace(Reads(), outcome=Understood(Reading("lancaster", Intent.MY_DATA, said="delete my job descriptions"), Why()))
    person.assistant = Assistant(library(), reader, "lancaster", TACT)
    person.memory = replace(person.memory, focus=None)
    assert person.says("delete my job descriptions").text == "Shall I delete 1 job description for good?"
    person.presses("Yes, delete it")
    assert drafts(person) == ()


@pytest.mark.parametrize("words", ["new vacancy", "job description for grade 5", "my job descriptions", "delete my job description"])
def test_in_a_group_it_goes_on_between_the_two(words: str) -> None:
    person = begun()
    turn = Turn(Said(words), Profile("lancaster"), personal=False, records=person.notebook)
    reply = person.assistant.answer(turn)
    assert reply.elsewhere
    assert reply.saves == ()


def test_in_a_group_what_goes_into_one_is_told_all_the_same() -> None:
    reply = manager().assistant.answer(Turn(Said("what goes into a job description?"), personal=False))
    assert "Service Delivery / Workspace Specific Duties" in reply_text(reply)


def test_no_button_of_it_works_in_a_group() -> None:
    person = begun()
    for press in presses(person.says("overview").card or {}):
        reply = person.assistant.answer(Turn(Pressed(press.verb, press.data), personal=False, records=person.notebook))
        assert reply.saves == ()
        assert "Chemistry" not in reply_text(reply)
        assert reply.elsewhere


def test_a_guest_is_told_that_nothing_is_kept() -> None:
    reply = manager().assistant.answer(Turn(Said("new vacancy"), guest=True))
    assert reply.text.startswith("I keep nothing of guests")
    assert reply.saves == ()
