"""Asking, as a technician does in Teams."""

import pytest

from tests.browser.person import Person

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_assistant_introduces_itself_when_it_is_installed(person: Person) -> None:
    assert await person.replies.count() == 1


async def test_a_typed_question_with_typos_is_answered_with_its_source(person: Person) -> None:
    await person.says("whats expected at gr 7 for money?")
    await person.reads("Budgets")
    await person.reads("Grade 7")
    await person.reads("In our words, from Technicians Career Framework Guide")


async def test_a_button_of_the_card_answers_the_next_question(person: Person) -> None:
    await person.says("whats expected at gr 7 for money?")
    await person.presses("Budgets at grade 8")
    await person.reads("grade 8")
