"""What a person does in the Agents Playground, and what they read there."""

from dataclasses import dataclass

from playwright.async_api import Locator, Page, expect

BOT_MESSAGE = ".fai-OutputCard"


@dataclass(frozen=True)
class Person:
    """Somebody at a Teams-like chat."""

    page: Page

    async def opens(self, address: str) -> None:
        """Open the chat and wait for the welcome."""
        await self.page.goto(address)
        await self.replies.first.wait_for()

    @property
    def _box(self) -> Locator:
        return self.page.locator("div[role=textbox][contenteditable=true]")

    @property
    def replies(self) -> Locator:
        """Every message of the bot, oldest first."""
        return self.page.locator(BOT_MESSAGE)

    async def says(self, text: str) -> Locator:
        """Type a message, send it, and wait for the reply."""
        before = await self.replies.count()
        await self._box.click()
        await self.page.keyboard.type(text)
        await self.page.get_by_role("button", name="Send Message").click()
        return await self._reply_after(before)

    async def presses(self, title: str, on: Locator | None = None) -> Locator:
        """Press the newest button of that title, or the one on some message, and wait for a new message."""
        before = await self.replies.count()
        await self.button(title, on).click()
        return await self._reply_after(before)

    async def presses_in_place(self, title: str) -> None:
        """Press a button that changes its own card."""
        await self.button(title).click()
        await expect(self.replies.last.get_by_role("button", name=title, exact=True)).to_have_count(0)

    async def newest(self) -> Locator:
        """The newest message of the bot, held by its number: later ones do not move it."""
        return self.replies.nth(await self.replies.count() - 1)

    async def steps(self, title: str, until: str, on: Locator | None = None) -> Locator:
        """Press a button of a card that steps in place, and wait until the card says something."""
        card = on or await self.newest()
        await card.get_by_role("button", name=title, exact=True).click()
        await expect(card).to_contain_text(until)
        return card

    async def chooses(self, label: str, option: str, on: Locator | None = None) -> None:
        """Choose an option of the field with this label."""
        await (on or self.replies.last).get_by_role("combobox", name=label).click()
        await self.page.get_by_role("option", name=option, exact=True).click()

    async def ticks(self, *options: str) -> None:
        """Tick options of the newest card."""
        for option in options:
            await self.replies.last.get_by_role("checkbox", name=option).check()

    async def writes(self, label: str, words: str, on: Locator | None = None) -> None:
        """Write into the field with this label."""
        await (on or self.replies.last).get_by_label(label).fill(words)

    def button(self, title: str, on: Locator | None = None) -> Locator:
        """The newest button of that title, or the one on some message."""
        return (on or self.page).get_by_role("button", name=title, exact=True).last

    async def _reply_after(self, before: int) -> Locator:
        """The reply, held by its number: later ones do not move it."""
        await expect(self.replies).to_have_count(before + 1)
        return self.replies.nth(before)

    async def reads(self, text: str) -> None:
        """Wait until some text stands in the newest message of the bot."""
        await expect(self.replies.last).to_contain_text(text)
