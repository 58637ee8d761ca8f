"""What is done for everybody at once finds what it looks for by an index: it must not grow with all that is kept."""

from dataclasses import replace

import pytest

from bot.people.retention import USUAL
from bot.storage import drafts, ended_shares
from bot.storage.database import Database, Session
from bot.storage.prepared import Prepared
from tests.storage.living import Life, assessment, entry


def plan(session: Session, those: Prepared, *values: object) -> str:
    """How the database would find it, were there much of everything."""
    connection = session.connection
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    explain = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
    cursor = connection.connection.cursor()
    cursor.execute(f"{explain} {those._for(connection.dialect).sql}", values)
    return str(cursor.fetchall())


@pytest.mark.parametrize(("those", "index"), [(drafts._BEGUN, "ix_record_begun"), (drafts._DELETED, "ix_record_deleted")])
async def test_the_purge_does_not_read_what_is_finished_and_kept(database: Database, those: Prepared, index: str) -> None:
    assert index in await database.run(lambda session: plan(session, those, 1.0))


async def test_nor_shares_that_are_not_over(database: Database) -> None:
    assert "ix_joint_over" in await database.run(lambda session: plan(session, ended_shares._OLD, "share", 1.0))


async def test_what_goes_by_itself_is_known_by_how_it_was_saved_last(database: Database) -> None:
    life = Life(database)
    await life.comes(saves=(assessment("begun"), assessment("finished", finished=1.0), entry("dropped", status="dropped")))
    states = "SELECT id, begun = saved, deleted = saved FROM record ORDER BY id"
    assert await life.rows(states) == [("begun", 1, None), ("dropped", 1, None), ("finished", None, None)]
    ((version,),) = await life.rows("SELECT version FROM record WHERE id = 'finished'")
    await life.comes(saves=(replace(assessment("finished").with_(deleted=2.0), version=version),))
    assert (await life.rows(states))[2] == ("finished", None, 1)


async def test_a_draft_of_an_older_release_that_is_written_meanwhile_goes_in_its_time(database: Database) -> None:
    life = Life(database)
    await life.comes(saves=(assessment("begun"), assessment("finished", finished=1.0)))
    await life.does("UPDATE record SET begun = 0")
    for wait, left in ((0, ["begun", "finished"]), (370, ["finished"])):
        life.waits(days=wait)
        since = USUAL.drafts_since(life.clock())
        await database.run(lambda session, since=since: purge_in(session, since, life.clock()))
        assert [id_ for (id_,) in await life.rows("SELECT id FROM record ORDER BY id")] == left


def purge_in(session: Session, since: float, now: float) -> None:
    with session.writing(durable=False) as connection:
        drafts.purge_drafts(connection, since, now)
