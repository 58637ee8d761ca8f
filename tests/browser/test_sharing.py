"""Two people, each in a chat of their own: one shares an assessment, the other rates it without seeing the marks, and both see both."""

import pytest
from playwright.async_api import expect

from tests.browser.person import Person

pytestmark = pytest.mark.asyncio(loop_scope="session")
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


async def _shares(person: Person, name: str) -> None:
    """Share the assessment with somebody whom the people picker finds."""
    await person.says("share my assessment with my manager")
    form = await person.newest()
    await form.get_by_role("combobox", name="People Picker").press_sequentially(name)
    await person.page.get_by_role("option", name=name).or_(person.page.get_by_role("listitem", name=name)).first.click()
    await person.steps("Show what they will see", "Share it", form)
    await person.steps("Share it", "Shared: your self-assessment", form)


async def test_two_people_share_review_blind_and_see_both_sides(person: Person, manager: Person) -> None:
    await _assessed(person)
    told = await manager.replies.count()
    await _shares(person, "Sam Price")
    await expect(manager.replies).to_have_count(told + 1)
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
    await person.presses("See both sides")
    await person.reads("Sam Price 9, 5 points apart")
    await person.says("stop sharing with Sam Price")
    await person.reads("Taken back")
    await manager.presses("See both sides") if await manager.button("See both sides").count() else await manager.says(
        "what is shared with me"
    )
    await manager.reads("Nobody has shared anything with you yet")
