"""A turn on the database."""

from dataclasses import dataclass, field

import pytest

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Joined, Said, Turn
from bot.people.profile import Profile
from bot.storage.arrival import Arrival
from bot.storage.database import Database
from bot.storage.profiles import load_profile, save_profile
from bot.storage.turns import Turns
from tests.fakes import FakeAssistant


@dataclass
class Interrupted:
    """Somebody else saves the profile while the first answer is made."""

    database: Database
    grades: list[int | None] = field(default_factory=list)

    def answer(self, turn: Turn) -> Reply:
        """Add one to the grade."""
        self.grades.append(turn.profile.grade)
        if len(self.grades) == 1:
            with self.database.writing(durable=True) as connection:
                save_profile(connection, "t", "p", Profile(grade=7), 1.0)
        return Reply("done", profile=turn.profile.with_(grade=(turn.profile.grade or 0) + 1))


def arrival(activity: str, what: Said | Joined, *, installed: bool = False) -> Arrival:
    return Arrival("t", "c", activity, "p", personal=True, what=what, installed=installed)


def nothing(_reply: Reply) -> None:
    return None


async def test_a_clash_runs_the_turn_again_on_the_newer_record(database: Database) -> None:
    assistant = Interrupted(database)
    await Turns(database, assistant).take(arrival("1", Said("more")), nothing)
    assert assistant.grades == [None, 7]
    assert (await database.run(lambda db: load_profile(db.connection, "t", "p"))).grade == 8


async def test_a_reply_with_the_same_profile_saves_nothing(database: Database) -> None:
    turns = Turns(database, FakeAssistant())
    for activity in ("1", "2"):
        await turns.take(arrival(activity, Said("grade 5")), nothing)
    assert (await database.run(lambda db: load_profile(db.connection, "t", "p"))).version == 1


@pytest.mark.parametrize(("later", "installed", "welcomes"), [(5.0, True, 1), (60.0, True, 2), (60.0, False, 1)])
async def test_a_later_installation_is_welcomed_again(database: Database, later: float, installed: bool, welcomes: int) -> None:
    now = [1000.0]
    assistant = FakeAssistant()
    turns = Turns(database, assistant, clock=lambda: now[0])
    await turns.take(arrival("1", Joined(), installed=True), nothing)
    now[0] += later
    await turns.take(arrival("2", Joined(), installed=installed), nothing)
    assert len(assistant.turns) == welcomes


async def test_old_activities_are_purged_on_the_way(database: Database) -> None:
    now = [1000.0]
    assistant = FakeAssistant()
    turns = Turns(database, assistant, clock=lambda: now[0])
    await turns.take(arrival("1", Said("hello")), nothing)
    now[0] += 25 * 3600
    await turns.take(arrival("2", Said("hello")), nothing)
    await turns.take(arrival("1", Said("hello")), nothing)
    assert len(assistant.turns) == 3
