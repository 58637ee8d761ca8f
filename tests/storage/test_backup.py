"""A copy of the database, made while people write, and put back: everything that was confirmed before it began is in it."""

import asyncio
import os
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.msteams.post.patience import Patience
from bot.settings import CannotStart, Settings
from bot.storage.backup import back_up, restore
from bot.storage.sqlite import SqliteDatabase
from bot.wiring import make_application
from tests.chat import Chat
from tests.connector import LocalConnector
from tests.fakes import FakeAssistant

PEOPLE = 6


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


async def talk(chat: Chat, told: dict[str, int], ended: asyncio.Event) -> None:
    """Tell grade after grade; in `told` is the last that was confirmed."""
    grade = 0
    while not ended.is_set():
        grade += 1
        status, _ = await chat.deliver(chat.activity(text=f"grade {grade}"))
        assert status == 200
        told[str(chat.person)] = grade


async def test_a_copy_made_under_load_holds_all_that_was_confirmed_and_can_be_put_back(
    settings: Settings, connector: LocalConnector, tmp_path: Path
) -> None:

    told: dict[str, int] = {}
    ended = asyncio.Event()
    copies: list[tuple[Path, dict[str, int]]] = []
    async with TestClient(TestServer(make_application(settings, lambda _: FakeAssistant(), Patience(first=0.0)))) as client:
        chats = [Chat(client, connector, conversation=f"a:{number}", person=f"entra-{number}") for number in range(PEOPLE)]
        talking = [asyncio.create_task(talk(chat, told, ended)) for chat in chats]
        while len(told) < PEOPLE:
            await connector.next()
        for number in range(3):
            before, copy = dict(told), tmp_path / f"copy-{number}"
            await asyncio.to_thread(back_up, settings.database, copy)
            copies.append((copy, before))
            await connector.next()
        ended.set()
        await asyncio.gather(*talking)
    for copy, before in copies:
        held = dict(rows(copy, "SELECT person, grade FROM profile"))
        assert all(held[person] >= grade for person, grade in before.items())
        assert all(held[person] <= told[person] for person in held)
    copy, before = copies[0]
    held = rows(copy, "SELECT person, grade FROM profile ORDER BY person")
    done = restore(settings.database, copy)
    assert rows(settings.database, "SELECT person, grade FROM profile ORDER BY person") == held
    assert done.aside is not None
    assert dict(rows(done.aside, "SELECT person, grade FROM profile")) == told
    reopened = SqliteDatabase(settings.database)
    await reopened.run(lambda database: database.check())
    reopened.close()


def test_a_log_left_beside_the_old_file_does_not_reach_the_one_put_back(settings: Settings, tmp_path: Path) -> None:
    back_up(settings.database, tmp_path / "copy")
    with closing(sqlite3.connect(settings.database)) as killed:
        killed.execute("PRAGMA journal_mode=WAL")
        killed.execute("INSERT INTO person (tenant, id, met) VALUES ('t', 'late', 1)")
        killed.commit()
        for rest in ("-wal", "-shm"):  # as a process leaves them that is killed
            beside = settings.database.with_name(settings.database.name + rest)
            beside.with_name(beside.name + ".kept").write_bytes(beside.read_bytes())
    for rest in ("-wal", "-shm"):
        kept = settings.database.with_name(settings.database.name + rest + ".kept")
        kept.rename(settings.database.with_name(settings.database.name + rest))
    restore(settings.database, tmp_path / "copy")
    assert rows(settings.database, "SELECT id FROM person") == []


def test_what_waited_to_be_sent_when_the_copy_was_made_is_not_sent_again(settings: Settings, tmp_path: Path) -> None:
    with closing(sqlite3.connect(settings.database)) as connection:
        for number, dead in ((1, None), (2, 5.0)):
            connection.execute(
                "INSERT INTO outbox (tenant, conversation, number, method, url, at, tries, due, dead)"
                " VALUES ('t', 'c', ?, 'POST', 'u', 1, 0, 1, ?)",
                (number, dead),
            )
        connection.commit()
    back_up(settings.database, tmp_path / "copy")
    assert restore(settings.database, tmp_path / "copy").dropped == 1
    assert rows(settings.database, "SELECT number FROM outbox") == [(2,)]


def test_a_copy_is_read_by_nobody_else_and_is_one_file(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    back_up(settings.database, folder / "copy")
    assert [path.name for path in folder.iterdir()] == ["copy"]
    assert (folder / "copy").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only an administrator may give files away")
def test_what_an_administrator_puts_back_belongs_to_whom_it_did(settings: Settings, tmp_path: Path) -> None:
    back_up(settings.database, tmp_path / "copy")
    os.chown(settings.database, 10001, 10001)
    restore(settings.database, tmp_path / "copy")
    assert settings.database.stat().st_uid == 10001


def refused(act: partial[object]) -> str:
    with pytest.raises(CannotStart) as reason:
        act()
    return str(reason.value)


def test_what_cannot_be_copied_or_put_back_is_said_and_changes_nothing(settings: Settings, tmp_path: Path) -> None:
    there = settings.database.read_bytes()
    (tmp_path / "letter").write_text("to the bursar" * 200)
    (tmp_path / "empty.db").write_bytes(b"")
    assert "exists already" in refused(partial(back_up, settings.database, tmp_path / "letter"))
    assert "There is no database" in refused(partial(back_up, tmp_path / "none.db", tmp_path / "copy"))
    assert "No copy was made" in refused(partial(back_up, tmp_path / "letter", tmp_path / "copy"))
    assert "No copy was made" in refused(partial(back_up, settings.database, tmp_path / "nowhere" / "copy"))
    assert "There is no file" in refused(partial(restore, settings.database, tmp_path / "none"))
    assert "is no database of the assistant" in refused(partial(restore, settings.database, tmp_path / "letter"))
    assert "is no database of the assistant" in refused(partial(restore, settings.database, tmp_path / "empty.db"))
    assert not (tmp_path / "copy").exists()
    assert settings.database.read_bytes() == there


def test_a_copy_of_a_newer_release_is_not_put_back(settings: Settings, tmp_path: Path) -> None:
    back_up(settings.database, tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    assert "was written by a newer release (9999)" in refused(partial(restore, settings.database, tmp_path / "copy"))


def test_nothing_is_put_back_while_the_assistant_runs(settings: Settings, tmp_path: Path) -> None:
    back_up(settings.database, tmp_path / "copy")
    running = SqliteDatabase(settings.database)
    assert f"process {os.getpid()}" in refused(partial(restore, settings.database, tmp_path / "copy"))
    running.close()
