"""Two people, each in a chat of their own: one shares an assessment, the other rates it without seeing the marks, and both see both."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.person import Person

pytestmark = pytest.mark.asyncio(loop_scope="session")
CODE = re.compile("claim [0-9A-Z]{4}-[0-9A-Z]{4}")
MARKS = ("4", "6.5", "8", "9", "4", "5.5", "6", "3", "7", "8.5")
RATINGS = ("9, the bookings ran like clockwork", "6", "8", "9", "5", "6", "6", "3", "7", "8")


async def _assessed(person: Person) -> None:
    """A finished assessment, whatever was told before."""
    await person.says("forget me")
    if "gone for good" in await person.replies.last.inner_text():
        await person.presses_in_place("Yes, forget it")
    await person.says("I'm a grade 5 technician")
    await person.says("start my self-assessment")
    await person.steps("Begin", "Row 1 of 10")
    for mark in MARKS:
        await person.says(mark)
    await person.reads("Finished on")


async def _share_by_code(person: Person, other: Person) -> None:
    """Share the assessment with whoever has the code, and confirm who that was."""
    await person.says("share my assessment with my manager")
    form = await person.newest()
    await person.steps("Not in the list: make a code", "Make the code", form)
    await person.steps("Make the code", "claim ", form)
    code = CODE.search(await form.inner_text())
    assert code is not None
    asked = await person.replies.count()
    await other.says(code[0])
    await expect(person.replies).to_have_count(asked + 1)
    await person.reads("Sam Price")
    told = await other.replies.count()
    await person.steps("Yes, show it to them", "Sam Price")
    await expect(other.replies).to_have_count(told + 1)


async def test_two_people_share_review_blind_and_see_both_sides(person: Person, manager: Person) -> None:
    await _assessed(person)
    await _share_by_code(person, manager)
    await manager.reads("Alex Reed shares with you")
    await manager.presses("Look at it")
    await manager.reads("Their scores show once your own ratings are in")
    await manager.steps("Rate the rows", "1 of 10")
    for rating in RATINGS:
        await manager.says(rating)
        await expect(manager.replies.last).not_to_contain_text("apart")
    news = await person.replies.count()
    await manager.steps("Send my ratings", "Alex Reed 4, 5 points apart")
    await expect(person.replies).to_have_count(news + 1)
    await person.steps("See both sides", "Sam Price 9, 5 points apart")
    await person.says("stop sharing with Sam Price")
    await person.reads("Taken back")
    await manager.presses("See both sides") if await manager.button("See both sides").count() else await manager.says(
        "what is shared with me"
    )
    await manager.reads("Nothing is shared with you at the moment.")
    await manager.button("Look at it").click()  # of a card from before
    await expect(manager.page.get_by_text("There is nothing here that I can show you").last).to_be_visible()


async def test_somebody_is_picked_by_name_and_sees_what_is_shared(person: Person, manager: Person) -> None:
    await _assessed(person)
    await manager.says("hello")  # who has never come cannot be shown anything
    await person.says("share my assessment")
    form = await person.newest()
    await form.get_by_label("People Picker").press_sequentially("Sam", delay=40)
    await person.page.get_by_role("option").filter(has_text="Sam Price").click()
    await person.steps("Show what they will see", "Nothing is shared yet", form)
    told = await manager.replies.count()
    await person.steps("Share it", "with the person you chose", form)
    await expect(manager.replies).to_have_count(told + 1)
    await manager.reads("Alex Reed shares with you")
