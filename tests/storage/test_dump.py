"""A copy of a database on a server, made with PostgreSQL's own tools while it is used, and put back."""

import asyncio
import time
from pathlib import Path

from bot.settings import Settings
from bot.storage.counting import usage
from bot.storage.looking_into import look_at_server
from bot.storage.outbox import Outbox
from bot.storage.postgres import PostgresDatabase
from bot.terminal.operating import used
from tests.postgres import Server
from tests.storage.living import Life, assessment

DUMP = ("-d", "live", "--format=custom")


async def test_a_dump_made_while_people_talk_is_put_back_whole(server: Server, tmp_path: Path) -> None:
    server.program("createdb", "live")
    server.program("createdb", "copy")
    async with PostgresDatabase(server.address("live")) as live:
        life = Life(live)

        async def talk() -> None:
            for number in range(60):
                await life.comes(f"person {number % 6}", saves=(assessment(f"assessment {number}", 1.0),))

        await life.comes("before", saves=(assessment("before"),))
        talking = asyncio.create_task(talk())
        dumped = await asyncio.to_thread(server.program, "pg_dump", *DUMP, "-f", str(server.folder_for("dump")))
        assert dumped == b""
        await talking
    await asyncio.to_thread(server.program, "pg_restore", "-d", "copy", "--exit-on-error", str(server.folder_for("dump")))
    async with PostgresDatabase(server.address("copy")) as copy:
        life = Life(copy)
        assert await life.rows("SELECT person FROM record WHERE id = 'before'") == [("before",)]
        records, letters = await life.rows("SELECT person FROM record"), await Outbox(copy).pending()
        assert len(records) == len(letters), "each record came with its reply, or not at all"
        await life.comes("after", saves=(assessment("after"),))
    server.program("dropdb", "copy")
    server.program("dropdb", "live")


def test_usage_is_counted_on_a_server_and_says_what_to_do_where_there_are_no_tables(server: Server) -> None:
    server.program("createdb", "counted")

    async def live() -> None:
        async with PostgresDatabase(server.address("counted")) as database:
            await Life(database).comes(saves=(assessment(finished=2.0),))

    asyncio.run(live())
    counted = look_at_server(server.address("counted"), "", lambda connection: usage(connection, time.time()))
    assert (counted.people, counted.assessments_finished.number) == (1, 1)
    settings = Settings(_env_file=None, database=server.url("counted"))  # type: ignore[arg-type]
    assert any("people" in line.lower() for line in used(settings, []))
    server.program("dropdb", "counted")
