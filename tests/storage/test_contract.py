"""What every database keeps to."""

import contextlib
from pathlib import Path
from typing import Any

import pytest

from bot.dialogs.turn import Memory
from bot.people.profile import Profile
from bot.people.records import Clash
from bot.storage import activities
from bot.storage.conversations import Conversation, load_conversation, save_conversation
from bot.storage.database import Database, DatabaseGone, Session
from bot.storage.memories import memory_from_json
from bot.storage.profiles import load_profile, save_profile
from bot.understanding.reading import Intent, Reading

READING = Reading(
    "lancaster", Intent.EXPECTATIONS, (7, 8), ("manager",), ("budget",), ("grid",), ("shadowing",), yes_no=True, said="and at 8?"
)


async def test_of_an_unknown_person_nothing_is_held(database: Database) -> None:
    assert await database.run(lambda session: load_profile(session.connection, "t", "p")) == Profile()


async def test_a_profile_is_read_as_it_was_saved_and_its_version_counts(database: Database) -> None:
    def save_twice(session: Session) -> list[Profile]:
        held = []
        for grade in (5, 6):
            with session.writing(durable=True) as connection:
                save_profile(connection, "t", "p", load_profile(connection, "t", "p").with_(grade=grade, role="manager"), 1.0)
            held.append(load_profile(session.connection, "t", "p"))
        return held

    assert await database.run(save_twice) == [Profile(grade=5, role="manager", version=1), Profile(grade=6, role="manager", version=2)]


async def test_people_of_different_tenants_are_different_people(database: Database) -> None:
    def save(session: Session) -> Profile:
        with session.writing(durable=True) as connection:
            save_profile(connection, "t", "p", Profile(grade=5), 1.0)
        return load_profile(session.connection, "another", "p")

    assert await database.run(save) == Profile()


@pytest.mark.parametrize("read", [Profile(grade=9), Profile(grade=9, version=7)])
async def test_a_profile_saved_on_an_older_version_clashes_and_changes_nothing(database: Database, read: Profile) -> None:
    def save(session: Session) -> Profile:
        with session.writing(durable=True) as connection:
            save_profile(connection, "t", "p", Profile(grade=5), 1.0)
        with pytest.raises(Clash), session.writing(durable=True) as connection:
            save_profile(connection, "t", "p", read, 1.0)
        return load_profile(session.connection, "t", "p")

    assert (await database.run(save)).grade == 5


async def test_a_conversation_remembers_the_whole_last_reading(database: Database) -> None:
    def save(session: Session) -> Conversation:
        with session.writing(durable=False) as connection:
            save_conversation(connection, "t", "c", Conversation(Memory(READING), welcomed=2.5))
        return load_conversation(session.connection, "t", "c")

    assert await database.run(save) == Conversation(Memory(READING), 2.5, 1)


async def test_a_conversation_saved_on_an_older_version_clashes(database: Database) -> None:
    def save(session: Session) -> None:
        for _ in range(2):
            with session.writing(durable=False) as connection:
                save_conversation(connection, "t", "c", Conversation())

    with pytest.raises(Clash):
        await database.run(save)


async def test_an_activity_is_seen_once_and_its_answer_is_kept(database: Database) -> None:
    def remember(session: Session) -> list[activities.Seen | None]:
        before = activities.look_up(session.connection, "t", "c", "1")
        with session.writing(durable=False) as connection:
            activities.remember(connection, "t", "c", "1", at=1.0, answer={"statusCode": 200, "value": [1, "ü", None]})
            activities.remember(connection, "t", "another", "1", at=1.0, answer=None)
        with pytest.raises(Clash), session.writing(durable=False) as connection:
            activities.remember(connection, "t", "c", "1", at=1.0, answer=None)
        return [before, *(activities.look_up(session.connection, "t", where, "1") for where in ("c", "another"))]

    expected = [None, activities.Seen({"statusCode": 200, "value": [1, "ü", None]}), activities.Seen(None)]
    assert await database.run(remember) == expected


async def test_activities_are_forgotten_after_a_day(database: Database) -> None:
    def purge(session: Session) -> list[bool]:
        with session.writing(durable=False) as connection:
            activities.remember(connection, "t", "c", "old", at=1.0, answer=None)
            activities.remember(connection, "t", "c", "new", at=2.0, answer=None)
            activities.purge(connection, 1.5 + activities.KEPT)
        return [activities.look_up(session.connection, "t", "c", name) is None for name in ("old", "new")]

    assert await database.run(purge) == [True, False]


async def test_what_fails_in_the_middle_leaves_nothing_behind(database: Database) -> None:
    def fail(session: Session) -> Profile:
        with contextlib.suppress(ZeroDivisionError), session.writing(durable=True) as connection:
            save_profile(connection, "t", "p", Profile(grade=5), 1.0)
            raise ZeroDivisionError
        return load_profile(session.connection, "t", "p")

    assert await database.run(fail) == Profile()


@pytest.mark.parametrize(
    "stored", [None, [], {}, {"last": None}, {"last": []}, {"last": {"intent": "guide"}}, {"last": READING.as_json() | {"newer": 1}},
               {"last": READING.as_json() | {"intent": "gone"}}, {"last": READING.as_json() | {"grades": None}}]
)  # fmt: skip
def test_a_memory_of_another_release_is_forgotten(stored: Any) -> None:
    assert memory_from_json(stored) == Memory()


@pytest.mark.parametrize("replaced", [False, True])
async def test_what_would_be_lost_with_a_deleted_file_is_not_said_to_be_saved(sqlite: Database, tmp_path: Path, replaced: bool) -> None:
    path = tmp_path / "assistant.db"
    path.rename(tmp_path / "moved away.db")
    if replaced:
        path.touch()

    def save(session: Session) -> None:
        with session.writing(durable=True) as connection:
            save_profile(connection, "t", "p", Profile(grade=5), 1.0)

    with pytest.raises(DatabaseGone, match="was moved or deleted"):
        await sqlite.run(save)
