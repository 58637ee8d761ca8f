"""The last visit: noted once a day, never earlier than what is on record, and of nobody who is not known."""

from datetime import UTC, datetime

import pytest

from bot.people.rules import Rules, everybodys
from bot.people.zones import LONDON
from bot.storage.database import Database
from bot.storage.turns import Turns
from tests.storage.databases import OnALoop
from tests.storage.living import BEGAN, Life


@pytest.fixture
def life(database: Database) -> Life:
    return Life(database)


async def visit(life: Life) -> list[tuple[str, str | None]]:
    rows = await life.rows("SELECT visited, zone FROM person")
    return [(datetime.fromtimestamp(visited, UTC).isoformat()[:16], zone) for visited, zone in rows]


async def test_a_visit_is_noted_once_a_day(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[float] = []
    from bot.storage import changes

    note = changes.note_visit
    monkeypatch.setattr(changes, "note_visit", lambda *args: (written.append(args[3].at), note(*args)))
    for hours in (0, 1, 5, 20, 1):
        life.waits(hours=hours)
        await life.comes()
    assert len(written) == 2
    assert await visit(life) == [("2027-03-02T12:00", None)]


async def test_a_visit_alone_waits_for_no_disk(sqlite: OnALoop, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[int] = []
    monkeypatch.setattr("bot.storage.sqlite._sync", waited.append)
    assert (await Life(sqlite).comes()).message is None
    assert waited == []


async def test_after_a_restart_the_visit_of_the_day_is_known_from_the_record(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    await life.comes()
    life.restarts()
    from bot.storage import changes

    monkeypatch.setattr(changes, "note_visit", lambda *_: pytest.fail("it is on record"))
    life.waits(minutes=5)
    await life.comes()


async def test_a_clock_that_was_set_back_makes_no_visit_earlier(life: Life) -> None:
    await life.comes()
    for years in (1, 50):
        life.waits(days=-365 * years)
        await life.comes()
        life.restarts()
    assert await visit(life) == [("2027-03-01T10:00", None)]


async def test_who_comes_for_the_first_time_while_the_clock_is_behind_counts_from_the_last_purge(life: Life) -> None:
    await life.does(f"INSERT INTO watch (job, ran) VALUES ('purge', {BEGAN.timestamp()})")
    life.waits(days=-400)
    await life.comes()
    assert await visit(life) == [("2027-03-01T10:00", None)]


async def test_the_zone_of_the_device_is_kept_when_it_is_seen_and_used_where_the_channel_says_none(life: Life) -> None:
    life.zone = "America/New_York"
    await life.comes()
    life.zone = None
    await life.comes()
    life.restarts()
    await life.comes()
    life.zone = "../../etc/passwd"
    await life.comes()
    assert [turn.zone for turn in life.assistant.turns] == ["America/New_York"] * 4
    assert await visit(life) == [("2027-03-01T10:00", "America/New_York")]


async def test_where_no_device_names_a_zone_the_setting_does(life: Life, database: Database) -> None:
    await life.comes()
    life._turns = Turns(database, life.assistant, life.clock, everybodys(Rules(zone="Asia/Kathmandu")))
    await life.comes()
    assert [turn.zone for turn in life.assistant.turns] == [LONDON, "Asia/Kathmandu"]


async def test_of_a_group_no_visit_is_noted(life: Life) -> None:
    await life.comes(personal=False)
    assert await visit(life) == []


async def test_who_is_forgotten_is_met_anew(life: Life) -> None:
    await life.comes()
    await life.comes(forgets=True)
    assert await visit(life) == []
    await life.comes()
    assert await visit(life) == [("2027-03-01T10:00", None)]
