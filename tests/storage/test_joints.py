"""What two people hold together keeps to the same rules in memory and in a database."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any, ClassVar, Protocol, TypeVar

import pytest

from bot.people.joint import Item, Joint, Joints, Share
from bot.people.joint_book import JointBook
from bot.people.notebook import Notebook
from bot.people.records import Body, Clash, Record
from bot.storage.database import Session
from bot.storage.forgetting import forget_person
from bot.storage.joints import StoredJoints, drop_joint, save_joint
from bot.storage.records import save_record
from tests.storage.databases import OnALoop

Done = TypeVar("Done")
UNTIL = 100.0
T, M = "technician", "manager"
PEOPLE = (T, M, "another manager", "operator", "")


class Note(Body):
    """A record of one person."""

    kind: ClassVar[str] = "note"
    words: str = ""


class Talk(Joint):
    """A joint record."""

    kind: ClassVar[str] = "talk"
    words: str = ""


class Keeps(Protocol):
    """Keeps what people hold together."""

    def of(self, person: str, now: float, tenant: str = "t") -> Joints:
        """What one person may see."""
        ...

    def keep(self, person: str, *saves: Record[Any], drops: Iterable[Record[Any]] = ()) -> None:
        """Save what a person changes."""
        ...

    def own(self, person: str, record: Record[Any]) -> None:
        """A record of one person alone."""
        ...

    def runs(self, work: Callable[[], Done]) -> Done:
        """Do some work where it may be done."""
        ...


@dataclass
class InMemory:
    """A book for each tenant."""

    book: JointBook = field(default_factory=lambda: JointBook({person: Notebook() for person in PEOPLE}))

    def of(self, person: str, now: float, tenant: str = "t") -> Joints:
        """What one person may see."""
        return self.book.of(person, now) if tenant == "t" else JointBook().of(person, now)

    def keep(self, person: str, *saves: Record[Any], drops: Iterable[Record[Any]] = ()) -> None:
        """Save what a person changes."""
        self.book.keep(person, saves, drops, 1.0)

    def own(self, person: str, record: Record[Any]) -> None:
        """A record of one person alone."""
        self.book.notebooks[person].keep([record], [], 1.0)

    def runs(self, work: Callable[[], Done]) -> Done:
        """Anywhere."""
        return work()


@dataclass
class InDatabase:
    """A database, used while a piece of work on it runs."""

    database: OnALoop
    session: Session | None = None

    def of(self, person: str, now: float, tenant: str = "t") -> Joints:
        """What one person may see."""
        return StoredJoints(self._session.connection, tenant, person, now)

    def keep(self, person: str, *saves: Record[Any], drops: Iterable[Record[Any]] = ()) -> None:
        """Save what a person changes."""
        with self._session.writing(durable=False) as connection:
            for record in drops:
                drop_joint(connection, "t", person, record)
            for record in saves:
                save_joint(connection, "t", person, record, 1.0)

    def own(self, person: str, record: Record[Any]) -> None:
        """A record of one person alone."""
        with self._session.writing(durable=False) as connection:
            save_record(connection, "t", person, record, 1.0)

    def runs(self, work: Callable[[], Done]) -> Done:
        """On the database."""

        def on(session: Session) -> Done:
            self.session = session
            return work()

        return self.database.now(on)

    @property
    def _session(self) -> Session:
        assert self.session is not None
        return self.session


@pytest.fixture(params=["memory", "database"])
def keeper(request: pytest.FixtureRequest, database: OnALoop) -> Keeps:
    return InMemory() if request.param == "memory" else InDatabase(database)


def share(**fields: Any) -> Record[Share]:
    held = {"owner": T, "viewer": M, "items": (Item(kind="note", id="shown"),), "until": UNTIL, "confirmed": True}
    return Record("s", Share(**{**held, **fields}))


def filled(keeper: Keeps, given: Record[Share]) -> None:
    """A share, a talk under it, and two notes of the technician's, of which one is shared."""
    keeper.own(T, Record("shown", Note(words="shown")))
    keeper.own(T, Record("hidden", Note(words="hidden")))
    keeper.keep(T, given, Record("talk", Talk(owner=T, viewer=given.body.viewer, share="s")))


def states() -> Iterator[tuple[str, Record[Share], float]]:
    """A share in every state that it may be in, and a time."""
    yield "open", share(), 50.0
    yield "over", share(), UNTIL
    yield "taken back", share(ended=20.0), 50.0
    yield "not confirmed", share(confirmed=False), 50.0
    yield "not claimed", share(viewer="", confirmed=False, code="c", claim_until=70.0), 50.0


@pytest.mark.parametrize(("person", "tenant", "state"), [*product(PEOPLE, ("t", "other"), states())])
def test_whoever_is_not_meant_to_see_something_finds_nothing(
    keeper: Keeps, person: str, tenant: str, state: tuple[str, Record[Share], float]
) -> None:
    name, given, now = state
    owner = tenant == "t" and person == T
    viewer = tenant == "t" and person == M and name == "open"

    def look() -> tuple[bool, ...]:
        filled(keeper, given)
        joints = keeper.of(person, now, tenant)
        return (
            joints.find(Share, "s") is not None,
            bool(joints.all(Share)),
            joints.find(Talk, "talk") is not None,
            bool(joints.all(Talk)),
            joints.shared("s", Note, "shown") is not None,
            joints.shared("s", Note, "hidden") is not None,
            joints.shared("talk", Note, "shown") is not None,
        )

    assert keeper.runs(look) == (owner or viewer,) * 4 + (viewer, False, False)


@pytest.mark.parametrize("person", ["another manager", "operator", ""])
def test_a_third_person_changes_and_deletes_nothing(keeper: Keeps, person: str) -> None:
    def attack() -> None:
        filled(keeper, share())
        held = Record("talk", Talk(owner=T, viewer=M, share="s", words="theirs"), 1)
        for body in (held.body, Talk(owner=T, viewer=person, share="s"), Talk(owner=person, viewer=person)):
            with pytest.raises(Clash):
                keeper.keep(person, Record("talk", body, 1))
        with pytest.raises(Clash):
            keeper.keep(person, drops=[held])
        found = keeper.of(T, 50.0).find(Talk, "talk")
        assert found is not None
        assert found.body.words == ""

    keeper.runs(attack)


def test_two_who_write_at_once_lose_nothing(keeper: Keeps) -> None:
    def write() -> None:
        filled(keeper, share())
        theirs = keeper.of(T, 50.0).find(Talk, "talk")
        mine = keeper.of(M, 50.0).find(Talk, "talk")
        assert theirs is not None
        assert mine is not None
        keeper.keep(M, mine.with_(words="from the manager"))
        with pytest.raises(Clash):
            keeper.keep(T, theirs.with_(words="from the technician"))
        found = keeper.of(T, 50.0).find(Talk, "talk")
        assert found is not None
        assert found.body.words == "from the manager"
        assert found.version == 2

    keeper.runs(write)


@pytest.mark.parametrize(("code", "now", "there"), [("c", 69.0, True), ("c", 70.0, False), ("d", 1.0, False)])
def test_a_share_is_claimed_with_its_code_in_time_and_once(keeper: Keeps, code: str, now: float, there: bool) -> None:
    def claim() -> None:
        filled(keeper, share(viewer="", confirmed=False, code="c", claim_until=70.0))
        found = keeper.of(M, now).claimable(code)
        assert (found is not None) == there
        if found is not None:
            keeper.keep(M, found.with_(viewer=M, code=""))
            assert keeper.of("another manager", now).claimable("c") is None
            assert keeper.of(M, now).find(Share, "s") is None, "not before the technician confirms"

    keeper.runs(claim)


def test_another_tenant_claims_nothing(keeper: Keeps) -> None:
    def claim() -> object:
        filled(keeper, share(viewer="", confirmed=False, code="c", claim_until=70.0))
        return keeper.of(M, 1.0, "other").claimable("c")

    assert keeper.runs(claim) is None


@pytest.mark.parametrize("who", [T, M])
def test_what_is_shared_goes_with_either_of_the_two(database: OnALoop, who: str) -> None:
    keeper = InDatabase(database)

    def forget() -> tuple[object, object]:
        filled(keeper, share())
        with keeper._session.writing(durable=False) as connection:
            forget_person(connection, "t", who, "their chat")
        return keeper.of(M, 50.0).all(Share), keeper.of(T, 50.0).all(Share)

    assert keeper.runs(forget) == ((), ())
