"""Makes the pictures of the README: a person talks to the assistant in the Agents Playground, and each answer is photographed.

    python -m tests.browser.screenshots

Needs Chromium and Node.js 18. Every scene waits for the words that its picture must show, so a picture is never of something else.
"""

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Page

from bot.settings import PROJECT
from bot.terminal.playground import find_playground
from tests.browser.person import Person
from tests.browser.running import Place, chromium, opened_browser, running

FOLDER = PROJECT / "docs" / "screenshots"
OPENED, WIDE, PHONE = 1120, 900, 390
BAR = 50  # the client's own bar above the conversation, which the pictures leave out
AROUND = 190  # what stands above and below the answers: that bar, and the box to type in
QUESTION = 85  # the height of what was said before an answer
SMALLEST = 620
# The client and its cards are never narrower than 600 points; a phone is, and Teams gives a card the width that it has.
NARROWER = """() => {
  for (let box = document.querySelector(".fai-OutputCard"); box; box = box.parentElement) box.style.minWidth = "0";
  for (const box of document.querySelectorAll(".fai-OutputCard *"))
    if (parseFloat(getComputedStyle(box).minWidth) > 100) box.style.setProperty("min-width", "0", "important");
  const style = document.createElement("style");
  style.textContent = ".fai-OutputCard { max-width: calc(100vw - 76px) } .fai-OutputCard * { max-width: 100% !important }";
  document.head.append(style);
}"""


@dataclass(frozen=True)
class Scene:
    """A picture: what is said or pressed before it, and how wide the window is. `shows` is how many of the last answers must fit."""

    name: str
    acts: Callable[[Person], Awaitable[None]]
    width: int = WIDE
    shows: int = 1


async def _welcomed(person: Person) -> None:
    await person.reads("Hello, I know your career framework")


async def _money(person: Person) -> None:
    await person.says("whats expected at gr 7 for money?")
    await person.reads("Budgets: grade 7")


async def _compared(person: Person) -> None:
    await person.says("what changes for H&S between a 5 and a 6?")
    await person.reads("No longer mentioned")


async def _whole_role(person: Person) -> None:
    await person.says("what does a lab manager do")
    await person.reads("Grade 7, Facility, Laboratory or Technical Manager")


async def _followed_up(person: Person) -> None:
    await person.says("wat shud i be doing for bugdets at grad 6")
    await person.reads("Budgets: grade 6")
    await person.says("and at 5?")
    await person.reads("Budgets: grade 5")


async def _did_you_mean(person: Person) -> None:
    await person.says("how long does a self assessment take")
    await person.reads("Did you mean")


async def _row(person: Person) -> None:
    await person.says("I'm a grade 5 technician")
    await person.says("start my self-assessment")
    card = await person.steps("Begin", "Row 1 of 10")
    await person.chooses("Your mark, 1 to 10", "7", card)
    await person.writes("What do you do that shows it?", "I run the booking rota for three labs.", card)
    await person.steps("Save and next", "Row 2 of 10", card)


async def _result(person: Person) -> None:
    await _row(person)
    for mark in ("6.5, I lead the morning briefing", "8", "9", "4", "5.5", "6", "3", "7", "8.5"):
        await person.says(mark)
    await person.reads("Finished on")


async def _planned(person: Person) -> None:
    await _result(person)
    await person.ticks("Budget Management", "Safety & Wellbeing")
    await person.steps("Save priorities", "Your priorities are")


async def _entry(person: Person) -> None:
    await person.says("I'm a grade 5 technician")
    await person.says("add to my plan: shadow the finance officer by the end of March")
    await person.reads("March")


async def _kept(person: Person) -> None:
    await person.says("log evidence: I trained two apprentices on the mill")
    await person.reads("Kept as evidence")


async def _dossier(person: Person) -> None:
    await person.says("I'm a grade 5 technician")
    await person.says("start my dossier for grade 6")
    await person.steps("Begin", "1 of 8")


SCENES = (
    Scene("welcome", _welcomed),
    Scene("question", _money),
    Scene("comparison", _compared),
    Scene("whole-role", _whole_role),
    Scene("typos-and-follow-up", _followed_up, shows=2),
    Scene("did-you-mean", _did_you_mean),
    Scene("phone", _money, PHONE),
    Scene("assessment", _row),
    Scene("assessment-on-a-phone", _row, PHONE),
    Scene("result", _result),
    Scene("priorities", _planned),
    Scene("plan-entry", _entry),
    Scene("evidence", _kept),
    Scene("dossier", _dossier),
)


async def main() -> None:
    """Make every picture, or those named on the command line."""
    installed = find_playground()
    if installed is None or chromium() is None:
        sys.exit("The pictures need Chromium and Node.js 18 or newer.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    scenes = [scene for scene in SCENES if scene.name in sys.argv[1:] or not sys.argv[1:]]
    async with opened_browser() as browser:
        for scene in scenes:
            with tempfile.TemporaryDirectory() as folder:  # each is somebody's first talk
                async with running(installed, Path(folder, "assistant.db"), "screenshots") as place:
                    await _make(scene, place, browser)


async def _make(scene: Scene, place: Place, browser: Browser) -> None:
    await place.is_ready()
    page = await browser.new_page(viewport={"width": OPENED, "height": SMALLEST})
    person = Person(page)
    await person.opens(place.playground)
    await page.locator("button:right-of(:text('Log Panel'))").last.click()
    await scene.acts(person)
    if scene.width == PHONE:
        await page.evaluate(NARROWER)
    await page.set_viewport_size({"width": scene.width, "height": SMALLEST})
    top, height = await _fit(page, person, scene)
    path = FOLDER / f"{scene.name}.png"
    await page.screenshot(path=path, clip={"x": 0, "y": top, "width": scene.width, "height": height - top})
    await page.close()
    print(f"{path.relative_to(PROJECT)}  {path.stat().st_size // 1024} kB")  # noqa: T201


async def _fit(page: Page, person: Person, scene: Scene) -> tuple[int, int]:
    """Bring the answers to show into a window high enough for them, and tell where the picture begins and ends."""
    boxes = [box for reply in (await person.replies.all())[-scene.shows :] if (box := await reply.bounding_box()) is not None]
    height = max(int(sum(box["height"] + QUESTION for box in boxes)) + AROUND, SMALLEST)
    await page.set_viewport_size({"width": scene.width, "height": height})
    await person.replies.last.scroll_into_view_if_needed()
    await page.mouse.move(0, 0)
    first = await person.replies.nth(await person.replies.count() - scene.shows).bounding_box()
    above = QUESTION if await person.replies.count() > scene.shows else QUESTION // 2
    return max(BAR, int(first["y"]) - above if first else BAR), height


if __name__ == "__main__":
    asyncio.run(main())
