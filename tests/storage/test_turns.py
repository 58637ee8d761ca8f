"""A turn on the database."""

from dataclasses import dataclass, field, replace

import pytest
from sqlalchemy import select

from bot.dialogs.reply import Reply
from bot.dialogs.searching import Hits
from bot.dialogs.turn import Joined, Memory, Said, Turn
from bot.people.profile import Profile
from bot.storage.arrival import Address, Arrival, ChannelRequest, Elsewhere
from bot.storage.conversations import load_conversation
from bot.storage.database import Database, Session
from bot.storage.profiles import load_profile, save_profile
from bot.storage.tables import seen
from bot.storage.turns import Turns
from bot.understanding.reading import Intent, Reading
from tests.fakes import FakeAssistant
from tests.storage.databases import OnALoop


@dataclass
class Interrupted:
    """Somebody else saves the profile while the first answer is made."""

    database: OnALoop
    grades: list[int | None] = field(default_factory=list)

    def answer(self, turn: Turn) -> Reply:
        """Add one to the grade."""
        self.grades.append(turn.profile.grade)
        if len(self.grades) == 1:
            self.database.meanwhile(_save)
        return Reply("done", profile=turn.profile.with_(grade=(turn.profile.grade or 0) + 1))


def _save(session: Session) -> None:
    with session.writing(durable=True) as connection:
        save_profile(connection, "t", "p", Profile(grade=7), 1.0)


def arrival(activity: str, what: Said | Joined, *, installed: bool = False) -> Arrival:
    return Arrival("t", "c", activity, "p", personal=True, what=what, installed=installed)


def nothing(_reply: Reply) -> None:
    return None


def request_of(reply: Reply, _to: Elsewhere | None = None, /) -> ChannelRequest:
    return ChannelRequest("POST", "https://smba.trafficmanager.net/", {"text": reply.text}, "c", "t")


async def test_a_clash_runs_the_turn_again_on_the_newer_record(database: OnALoop) -> None:
    assistant = Interrupted(database)
    await Turns(database, assistant).take(arrival("1", Said("more")), nothing, request_of)
    assert assistant.grades == [None, 7]
    assert (await database.run(lambda session: load_profile(session.connection, "t", "p"))).grade == 8


async def test_a_reply_with_the_same_profile_saves_nothing(database: Database) -> None:
    turns = Turns(database, FakeAssistant())
    for activity in ("1", "2"):
        await turns.take(arrival(activity, Said("grade 5")), nothing, request_of)
    assert (await database.run(lambda session: load_profile(session.connection, "t", "p"))).version == 1


@pytest.mark.parametrize(("later", "installed", "welcomes"), [(5.0, True, 1), (60.0, True, 2), (60.0, False, 1)])
async def test_a_later_installation_is_welcomed_again(database: Database, later: float, installed: bool, welcomes: int) -> None:
    now = [1000.0]
    assistant = FakeAssistant()
    turns = Turns(database, assistant, clock=lambda: now[0])
    await turns.take(arrival("1", Joined(), installed=True), nothing, request_of)
    now[0] += later
    await turns.take(arrival("2", Joined(), installed=installed), nothing, request_of)
    assert len(assistant.turns) == welcomes


async def test_old_activities_are_purged_on_the_way(database: Database) -> None:
    now = [1000.0]
    assistant = FakeAssistant()
    turns = Turns(database, assistant, clock=lambda: now[0])
    await turns.take(arrival("1", Said("hello")), nothing, request_of)
    now[0] += 25 * 3600
    await turns.take(arrival("2", Said("hello")), nothing, request_of)
    await turns.take(arrival("1", Said("hello")), nothing, request_of)
    assert len(assistant.turns) == 3


@dataclass
class Forgets:
    """Notes a grade, or forgets everything."""

    def answer(self, turn: Turn) -> Reply:
        """Forget where that is said."""
        if isinstance(turn.arrived, Said) and turn.arrived.text == "forget me":
            return Reply("Done", profile=Profile(version=turn.profile.version), memory=Memory(), forgets=True)
        return Reply("Noted", profile=turn.profile.with_(grade=5), memory=Memory(Reading("small", Intent.HELP)))

    def search(self, text: str) -> Hits:
        """Nothing."""
        raise NotImplementedError


async def test_forgetting_leaves_nothing_of_the_person_behind(database: Database) -> None:
    turns = Turns(database, Forgets())
    address = Address("https://x/", "28:bot", "29:secret", "p")
    for number, text in enumerate(("grade 5", "forget me")):
        arrived = replace(arrival(str(number), Said(text)), address=address)
        taken = await turns.take(arrived, lambda reply: {"value": reply.text}, request_of)
        assert taken.message is not None

    def left(session: Session) -> list[object]:
        rows = session.connection.exec_driver_sql
        people = [rows(f"SELECT count(*) FROM {table}").scalar_one() for table in ("person", "profile")]
        where = rows("SELECT service, bot, account, person FROM conversation").one()
        answers = list(session.connection.execute(select(seen.c.answer).order_by(seen.c.activity)).scalars())
        return [*people, tuple(where), load_conversation(session.connection, "t", "c").memory, answers]

    audit = await database.run(
        lambda session: [tuple(row) for row in session.connection.exec_driver_sql("SELECT tenant, person, done, what FROM audit")]
    )
    assert audit == [("t", None, "erased", "everything")]
    assert await database.run(left) == [0, 0, (None, None, None, None), Memory(), [None, {"value": "Done"}]]
    again = await turns.take(arrival("2", Said("grade 5")), nothing, request_of)
    assert again.reply == Reply("Noted", profile=Profile(grade=5), memory=Memory(Reading("small", Intent.HELP)))
    assert (await database.run(lambda session: load_profile(session.connection, "t", "p"))).version == 1
