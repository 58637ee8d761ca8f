"""How long things are kept is each institution's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assistants import read_institutions_of
from bot.storage.retention import Purge
from bot.storage.sqlite import SqliteDatabase
from bot.wiring import _rules
from tests.institutions.conftest import World
from tests.institutions.two import NOBODY, NORTH, SOUTH
from tests.storage.living import Life


@pytest.fixture
def database(tmp_path: Path) -> Iterator[SqliteDatabase]:
    """An empty one."""
    held = SqliteDatabase(tmp_path / "assistant.db")
    yield held
    held.close()


async def test_what_goes_after_six_months_at_one_stays_for_three_years_at_the_other(world: World, database: SqliteDatabase) -> None:
    life, institutions = Life(database), read_institutions_of(world.settings)
    rules = _rules(institutions)
    for tenant in (NORTH.upper(), SOUTH, NOBODY):
        await life.comes(tenant=tenant, address=False)
    purge = Purge(database, rules, life.clock, institutions.by_tenant().own)
    left = []
    await purge.run()
    for _ in range(38):
        life.waits(days=31)
        await purge.run()
        left.append(len(await life.rows("SELECT id FROM person")))
    assert left == [3] * 5 + [2] * 18 + [1] * 12 + [0] * 3


async def test_each_is_told_of_their_own_months(world: World, database: SqliteDatabase) -> None:
    life, institutions = Life(database), read_institutions_of(world.settings)
    purge = Purge(database, _rules(institutions), life.clock, institutions.by_tenant().own)
    await life.comes(tenant=NORTH)
    await life.comes(tenant=SOUTH)
    await life.rows("INSERT INTO profile (tenant, person, version) SELECT tenant, id, 1 FROM person RETURNING 1")
    await purge.run()
    life.waits(days=160)
    await purge.run()
    assert [(notice.tenant, notice.kept.everything) for notice in await purge.notices()] == [(NORTH, 6)]
