"""The question log: what is noted, of whom never, and what is none of its business."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.dialogs.in_vain import DISTRESS, InVain
from bot.people.retention import Retention
from bot.people.rules import Rules, everybodys
from bot.storage.questions import DAY, KEPT, Asker, Noted, QuestionLog, noted
from bot.storage.retention import Purge
from bot.storage.sqlite import SqliteDatabase
from tests.institutions.conftest import Person
from tests.institutions.two import NORTH, SOUTH
from tests.storage.living import BEGAN

Everybody = Callable[[str], Person]
VAIN = "what is the weather like today"


def rows(folder: Path) -> list[tuple[Any, ...]]:
    """What the log holds: framework, words, cause."""
    with closing(sqlite3.connect(folder / "assistant.db")) as held:
        return held.execute("SELECT framework, words, cause FROM question ORDER BY words").fetchall()


async def says(person: Person, *texts: str) -> None:
    """Say some things, and hello after them, by which what came before is settled."""
    for text in (*texts, "hello"):
        await person.says(text)


async def test_what_was_not_understood_is_noted_without_who_asked(everybody: Everybody, tmp_path: Path) -> None:
    await says(everybody(NORTH), VAIN)
    assert rows(tmp_path) == [("northshore", VAIN, "not understood")]
    with closing(sqlite3.connect(tmp_path / "assistant.db")) as held:
        (row,) = held.execute("SELECT * FROM question").fetchall()
    assert not {"person", "alex", "a:"} & {part for part in ("person", "alex", "a:") if part in str(row).lower()}
    assert row[-1] % DAY == 0


async def test_an_institution_without_it_has_nothing_noted(everybody: Everybody, tmp_path: Path) -> None:
    await says(everybody(SOUTH), VAIN)
    assert rows(tmp_path) == []


async def test_what_points_to_a_person_is_struck_out(everybody: Everybody, tmp_path: Path) -> None:
    await says(everybody(NORTH), "what is the weather where alex and Dr Grim live, 01234 567890, a@b.uk")
    assert [words for _, words, _ in rows(tmp_path)] == ["what is the weather where […] live, […]"]


async def test_a_question_whose_offer_is_pressed_is_not_noted(everybody: Everybody, tmp_path: Path) -> None:
    person = everybody(NORTH)
    sent = await person.says("which one handles the thing")
    actions = [each for each in _all(sent.body) if each.get("type") == "Action.Execute"]
    assert sent.text.startswith("Did you mean")
    await person.executes(actions[0]["verb"], actions[0]["data"])
    await person.connector.next()
    await says(person)
    assert rows(tmp_path) == []


async def test_a_question_none_of_whose_offers_is_pressed_is_noted(everybody: Everybody, tmp_path: Path) -> None:
    await says(everybody(NORTH), "which one handles the thing")
    assert rows(tmp_path) == [("northshore", "which one handles the thing", "unsure")]


@pytest.mark.parametrize("before", ["start my self-assessment", "add to my plan: mend a mill", "what grade is this job"])
async def test_nothing_is_noted_while_a_dialog_waits_for_words(everybody: Everybody, tmp_path: Path, before: str) -> None:
    person = everybody(NORTH)
    await person.says("i am a grade 2 maker")
    await person.says(before)
    assert (await person.says(VAIN)).text
    await person.deliver(person.activity(text="hello"))
    assert rows(tmp_path) == []


async def test_after_distress_nothing_of_the_conversation_is_noted(everybody: Everybody, tmp_path: Path) -> None:
    await says(everybody(NORTH), VAIN, "i want to end it all", "what is the weather like here")
    assert rows(tmp_path) == []


@pytest.mark.parametrize("kind", ["channel", "groupChat"])
async def test_nothing_said_among_others_is_noted(everybody: Everybody, tmp_path: Path, kind: str) -> None:
    person = everybody(NORTH)
    person.kind = kind
    mention = {"type": "mention", "mentioned": {"id": "28:the-bot"}, "text": "<at>Career assistant</at>"}
    await person.says(f"<at>Career assistant</at> {VAIN}", entities=[mention])
    await person.says("<at>Career assistant</at> hello", entities=[mention])
    assert rows(tmp_path) == []


async def test_an_answer_that_is_not_liked_is_noted_unless_the_thumb_turns(everybody: Everybody, tmp_path: Path) -> None:
    person = everybody(NORTH)
    for text, thumbs in (("what is expected of a maker for talking", ["dislike"]), ("compare 1 and 2", ["dislike", "like"])):
        sent = await person.says(text)
        for thumb in thumbs:
            value = {"actionName": "feedback", "actionValue": {"reaction": thumb, "feedback": "{}"}}
            await person.deliver(person.activity("invoke", name="message/submitAction", value=value, replyToId=sent.id))
    assert rows(tmp_path) == []


@pytest.mark.parametrize(("tenant", "told"), [(NORTH, True), (SOUTH, False)])
async def test_whoever_asks_what_is_held_is_told_that_it_is_on(everybody: Everybody, tenant: str, told: bool) -> None:
    person = everybody(tenant)
    await person.says("i am a grade 2 maker")
    assert ("Questions that I cannot answer are noted for 90 days" in str((await person.says("what do you know about me")).body)) is told


def _all(of: Any) -> list[dict[str, Any]]:
    parts = of.values() if isinstance(of, dict) else of if isinstance(of, list) else ()
    return [*([of] if isinstance(of, dict) else []), *(each for part in parts for each in _all(part))]


class Settling:
    """A log with a clock."""

    def __init__(self, database: SqliteDatabase) -> None:
        self.now = BEGAN.timestamp()
        self.database = database
        rules = everybodys(Rules(Retention(questions=True)))
        self.log = QuestionLog(database, lambda text, _names, _tenant: text, rules, lambda: self.now)
        self.purge = Purge(database, rules, lambda: self.now)

    async def asks(self, text: str, *, pressed: bool = False) -> None:
        """Ask in vain, or press something."""
        asked = None if pressed else DISTRESS if text == "distress" else InVain(text, "small", "unsure")
        await self.log.asked(Asker("t", "c", "alex", "Alex"), asked, pressed=pressed)

    async def dislikes(self, text: str | None) -> None:
        """A thumb down under the answer to this, or up."""
        await self.log.judged(Asker("t", "c", "alex", "Alex"), "reply", None if text is None else InVain(text, "small", "not liked"))

    async def held(self) -> list[str]:
        """The words that are noted."""
        return [each.words for each in await self.database.run(lambda session: noted(session.connection))]


@pytest.fixture
async def settling(tmp_path: Path) -> Any:
    """Such a log."""
    async with SqliteDatabase(tmp_path / "a.db") as database:
        yield Settling(database)


async def test_a_thumb_down_counts_after_ten_minutes_unless_it_turned_up(settling: Settling) -> None:
    await settling.dislikes("one")
    await settling.dislikes(None)
    await settling.dislikes("two")
    settling.now += 601
    await settling.asks("three")
    assert await settling.held() == ["two"]


async def test_what_waits_when_the_process_ends_is_noted(settling: Settling) -> None:
    await settling.asks("one")
    await settling.log.finish()
    await settling.log.finish()
    assert await settling.held() == ["one"]


async def test_distress_lets_go_of_what_waits_and_hushes_for_a_day(settling: Settling) -> None:
    await settling.asks("one")
    await settling.dislikes("two")
    await settling.asks("distress")
    await settling.asks("three")
    settling.now += DAY + 1
    await settling.asks("four")
    await settling.log.finish()
    assert await settling.held() == ["four"]


async def test_what_is_older_than_ninety_days_is_purged(settling: Settling) -> None:
    await settling.purge.run()
    await settling.asks("old")
    await settling.log.finish()
    settling.now += KEPT - DAY
    await settling.purge.run()
    settling.now += 601
    await settling.purge.run()
    assert await settling.held() == ["old"]
    settling.now += DAY
    await settling.asks("new")
    await settling.log.finish()
    await settling.purge.run()
    assert await settling.held() == ["new"]
    (only,) = await settling.database.run(lambda session: noted(session.connection))
    assert only == Noted("t", "small", "new", "unsure", settling.now - settling.now % DAY)
