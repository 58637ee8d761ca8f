"""Photographs whole talks in the Agents Playground, to be looked at: `python -m tests.browser.conversations [name ...] [--phone]`."""

import asyncio
import sys
import tempfile
from pathlib import Path

import yaml
from playwright.async_api import Browser

from bot.settings import PROJECT
from bot.terminal.playground import find_playground
from tests.browser.person import Person
from tests.browser.running import Place, chromium, opened_browser, running
from tests.browser.screenshots import NARROWER, OPENED, PHONE, WIDE

TALKS = Path(__file__).with_suffix(".yaml")
FOLDER = PROJECT / "build" / "conversations"
AROUND = 220  # the client's bar above the conversation, and the box to type in below it


async def main() -> None:
    """Every talk, or those named on the command line."""
    installed, named = find_playground(), [word for word in sys.argv[1:] if not word.startswith("--")]
    if installed is None or chromium() is None:
        sys.exit("The pictures need Chromium and Node.js 18 or newer.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    talks = yaml.safe_load(TALKS.read_text())
    async with opened_browser() as browser:
        for name in named or talks:
            with tempfile.TemporaryDirectory() as folder:  # each talk is somebody's first
                async with running(installed, Path(folder, "assistant.db"), "conversations") as place:
                    await place.is_ready()
                    await _photograph(name, talks[name], place, browser)


async def _photograph(name: str, says: list[str], place: Place, browser: Browser) -> None:
    page = await browser.new_page(viewport={"width": OPENED, "height": 800})
    person = Person(page)
    await person.opens(place.playground)
    await page.locator("button:right-of(:text('Log Panel'))").last.click()
    for text in says:
        await person.says(text)
    width = PHONE if "--phone" in sys.argv else WIDE
    if width == PHONE:
        await page.evaluate(NARROWER)
    boxes = [await reply.bounding_box() for reply in await person.replies.all()]
    height = int(sum(box["height"] + 70 for box in boxes if box)) + AROUND
    await page.set_viewport_size({"width": width, "height": height})
    await page.screenshot(path=FOLDER / f"{name}.png")
    await page.close()
    print(f"{(FOLDER / name).relative_to(PROJECT)}.png")  # noqa: T201


if __name__ == "__main__":
    asyncio.run(main())
