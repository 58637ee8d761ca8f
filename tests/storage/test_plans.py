"""What is done for everybody at once finds what it looks for by an index: it must not grow with all that is kept."""

from dataclasses import replace

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


async def test_the_purge_does_not_read_what_is_finished_and_kept(database: Database) -> None:
    plans = await database.run(lambda session: plan(session, drafts._OLD, "begun", "assessment", 1.0))
    assert "ix_record_provisional" in plans


async def test_nor_shares_that_are_not_over(database: Database) -> None:
    assert "ix_joint_over" in await database.run(lambda session: plan(session, ended_shares._OLD, "share", 1.0))


async def test_what_goes_by_itself_is_known_by_how_it_was_saved_last(database: Database) -> None:
    life = Life(database)
    await life.comes(saves=(assessment("begun"), assessment("finished", finished=1.0), entry("dropped", status="dropped")))
    assert await life.rows("SELECT id, provisional FROM record ORDER BY id") == [
        ("begun", "begun"),
        ("dropped", "begun"),
        ("finished", None),
    ]
    ((version,),) = await life.rows("SELECT version FROM record WHERE id = 'finished'")
    await life.comes(saves=(replace(assessment("finished").with_(deleted=2.0), version=version),))
    assert await life.rows("SELECT provisional FROM record WHERE id = 'finished'") == [("deleted",)]
