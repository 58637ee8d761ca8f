"""Asking, as a technician does in Teams."""

import pytest
from playwright.async_api import expect

from tests.browser.person import Person

pytestmark = pytest.mark.asyncio(loop_scope="session")
MONEY = "whats expected at gr 7 for money?"


async def test_the_assistant_introduces_itself_when_it_is_installed(person: Person) -> None:
    await expect(person.replies).to_have_count(1)
    await person.reads("Hello, I know your career framework")
    await person.reads("What I cannot do")


async def test_an_example_of_the_welcome_can_be_pressed(person: Person) -> None:
    example = person.replies.first.get_by_role("button").first
    await example.click()
    await expect(person.replies).to_have_count(2)
    await person.reads("In our words, from")


async def test_a_typed_question_with_typos_is_answered_with_its_source(person: Person) -> None:
    await person.says(MONEY)
    await person.reads("Budgets: grade 7")
    await person.reads("Manages budgets for own facility.")
    await person.reads("In our words, from Technicians Career Framework Guide, Figure 3, row “Budget Management”")


async def test_a_button_of_the_card_answers_the_next_question(person: Person) -> None:
    await person.says(MONEY)
    await person.presses("Budgets at grade 8")
    await person.reads("Budgets: grade 8")


async def test_a_follow_up_keeps_what_was_talked_of(person: Person) -> None:
    await person.says("safety at grade 6")
    await person.reads("Safety: grade 6, Senior Technician")
    await person.says("and at 5?")
    await person.reads("Safety: grade 5, Technician")
    await person.says("what about bugdets?")
    await person.reads("Budgets: grade 5, Technician")


async def test_a_follow_up_goes_on_from_a_button_too(person: Person) -> None:
    await person.says(MONEY)
    await person.presses("Budgets at grade 8")
    await person.says("and for a manager?")
    await person.reads("Budgets: grade 8, Senior Technical or Technical Operations Manager")


async def test_several_slips_in_one_sentence_are_read(person: Person) -> None:
    await person.says("wat shud i be doing for safty at grad 6")
    await person.reads("Safety: grade 6, Senior Technician")


async def test_two_roles_are_compared_by_what_changes(person: Person) -> None:
    await person.says("what changes for H&S between a 5 and a 6?")
    await person.reads("Safety")
    await person.reads("New, ")
    await person.reads("Grows, ")


async def test_a_whole_role_opens_line_by_line(person: Person) -> None:
    role = await person.says("what does a lab manager do")
    await person.reads("Grade 7, Facility, Laboratory or Technical Manager")
    await person.presses("Planning", on=role)
    await person.reads("Planning: grade 7, Facility, Laboratory or Technical Manager")


async def test_something_off_topic_gets_one_friendly_line_and_a_way_on(person: Person) -> None:
    refusal = await person.says("can you tell me a joke")
    await expect(refusal).not_to_contain_text("In our words")
    await refusal.get_by_role("button").first.click()
    await expect(person.replies).to_have_count(3)
    await person.reads("grade")


async def test_an_old_card_still_answers(person: Person) -> None:
    first = await person.says(MONEY)
    await person.says("safety at grade 6")
    await person.says("can you tell me a joke")
    await person.presses("Budgets at grade 8", on=first)
    await person.reads("Budgets: grade 8")
    await person.presses("Budgets at grade 8", on=first)
    await person.reads("Budgets: grade 8")


async def test_what_a_person_tells_is_used_shown_and_forgotten(person: Person) -> None:
    await person.says("I'm a grade 5 technician")
    await person.reads("Noted: you are grade 5, Technician.")
    await person.says("what's expected of me for money?")
    await person.reads("Budgets: grade 5, Technician")
    await person.says("what do you know about me")
    await person.reads("Nobody else sees it.")
    await person.presses_in_place("Forget all of it")
    await person.reads("gone for good")
    await person.presses_in_place("Yes, forget it")
    await person.reads("I have forgotten")
    await person.says("what do you know about me")
    await person.reads("I hold nothing about you.")
