"""A self-assessment and the plan that comes of it, as a technician does them in Teams: with a question in between, and a bot that dies."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.person import Person
from tests.browser.running import Place

pytestmark = pytest.mark.asyncio(loop_scope="session")
MARK, EVIDENCE, SAVE = "Your mark, 1 to 10", "What do you do that shows it?", "Save and next"
OWN_WORDS = "I run the booking rota & <b>three</b> labs."
THE_OTHERS = ("8", "9", "4", "5.5", "6", "3", "7", "8.5")


async def _begins(person: Person) -> Locator:
    """Begin anew, whatever was told before: the card of the first row."""
    await person.says("forget me")
    if "gone for good" in await person.replies.last.inner_text():
        await person.presses_in_place("Yes, forget it")
    await person.says("I'm a grade 5 technician")
    await person.says("start my self-assessment")
    await person.reads("Only you see it")
    return await person.steps("Begin", "Row 1 of 10")


async def _marks(person: Person, *marks: str) -> None:
    for mark in marks:
        await person.says(mark)


async def test_an_assessment_goes_on_after_a_question_and_after_the_bot_was_killed(person: Person, place: Place) -> None:
    row = await _begins(person)
    await person.chooses(MARK, "7", row)
    await person.writes(EVIDENCE, OWN_WORDS, row)
    await person.steps(SAVE, "Row 2 of 10", row)
    await person.says("what does grade 6 say here?")
    await person.reads("Teamwork: grade 6")
    await person.presses("Back to Teamwork & Motivation")
    await person.reads("Row 2 of 10")
    await place.restarts()
    await person.says("6.5, I lead the morning briefing")
    await person.reads("Saved: 6.5 for Teamwork & Motivation.")
    await person.steps("Back", "Row 2 of 10")
    before = await person.steps("Back", "Row 1 of 10")
    await expect(before.get_by_label(EVIDENCE)).to_have_value(OWN_WORDS)
    await expect(before.get_by_role("combobox", name=MARK)).to_have_value("7")


async def test_a_card_that_was_answered_is_pressed_again_and_corrects_its_row(person: Person) -> None:
    row = await _begins(person)
    await person.says("7")
    await _marks(person, "6.5", *THE_OTHERS)
    await person.reads("Finished on")
    await person.chooses(MARK, "2", row)
    await person.steps(SAVE, "Service Delivery is 2 now; it was 7.", row)


async def test_an_impossible_mark_is_refused_kindly_and_nothing_typed_is_lost(person: Person) -> None:
    row = await _begins(person)
    await person.writes(EVIDENCE, OWN_WORDS, row)
    await person.steps(SAVE, "Which mark do you give yourself", row)
    await expect(row.get_by_label(EVIDENCE)).to_have_value(OWN_WORDS)
    await person.says("11")
    await person.reads("I can’t take “11” as a mark.")
    await expect(person.replies.last.get_by_label(EVIDENCE)).to_have_value(OWN_WORDS)


async def test_the_result_becomes_priorities_and_a_plan(person: Person) -> None:
    await _begins(person)
    await _marks(person, "7", "6.5", *THE_OTHERS)
    await person.reads("Budget Management: 3")
    result = await person.newest()
    await person.ticks("Budget Management", "Safety & Wellbeing")
    await person.steps("Save priorities", "Your priorities are", result)
    await person.says("add to my plan: shadow the finance officer by 31 March 2027")
    await person.reads("31 March 2027")
    await person.says("show my plan")
    await person.reads("shadow the finance officer")
