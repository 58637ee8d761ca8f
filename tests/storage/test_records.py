"""What everything that keeps records keeps to, in memory and in a database."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.people.records import B, Body, Clash, Part, Record, Records, UnreadableRecord
from tests.storage.databases import OnALoop
from tests.storage.keeping import ALEX, InDatabase, InMemory, Keeper, on_its_thread

ODD = "=1+1 <b>&amp;</b> {{ x }}\x00\x1f\r\n\ud800 \U0001f600 \u202eمرحبا"


class Line(Part):
    """A part of a note."""

    words: str
    mark: float | None = None


class Note(Body):
    """A kind of record."""

    kind: ClassVar[str] = "note"
    lines: tuple[Line, ...] = ()


class Letter(Note):
    """Another kind, with the same ids."""

    kind: ClassVar[str] = "letter"


def note(id_: str = "one", words: str = "words", version: int = 0) -> Record[Note]:
    return Record(id_, Note(lines=(Line(words=words),)), version)


@pytest.fixture(params=["memory", "database"])
def keeper(request: pytest.FixtureRequest, database: OnALoop) -> Keeper:
    return InMemory() if request.param == "memory" else InDatabase(database)


@dataclass
class Whose:
    """Somebody's records, as they are whenever they are looked at."""

    keeper: Keeper
    who: tuple[str, str] = ALEX

    def find(self, kind: type[B], id_: str) -> Record[B] | None:
        """One of them."""
        return self.keeper.of(*self.who).find(kind, id_)

    def all(self, kind: type[B]) -> tuple[Record[B], ...]:
        """All of a kind."""
        return self.keeper.of(*self.who).all(kind)


@pytest.fixture
def mine(keeper: Keeper) -> Records:
    """Alex's records."""
    return Whose(keeper)


Runs = Callable[[Callable[[], Any]], Any]


@pytest.fixture
def runs(keeper: Keeper) -> Runs:
    return lambda work: on_its_thread(keeper, work)


def words_of(records: tuple[Record[Note], ...]) -> list[str]:
    return [record.body.lines[0].words for record in records]


def test_what_is_saved_is_read_letter_for_letter_with_its_version_and_time(keeper: Keeper, mine: Records, runs: Runs) -> None:
    body = Note(lines=(Line(words=ODD, mark=7.5), Line(words="")))
    runs(lambda: keeper.keep([Record("one", body)], now=12.5))
    assert runs(lambda: mine.find(Note, "one")) == Record("one", body, 1, 12.5)
    runs(lambda: keeper.keep([Record("one", Note(), 1)], now=13.5))
    assert runs(lambda: mine.find(Note, "one")) == Record("one", Note(), 2, 13.5)


def test_a_record_that_was_never_saved_is_none_and_no_kind_has_any(mine: Records, runs: Runs) -> None:
    assert runs(lambda: (mine.find(Note, "one"), mine.all(Note))) == (None, ())


def test_two_kinds_may_have_the_same_id(keeper: Keeper, mine: Records, runs: Runs) -> None:
    runs(lambda: keeper.keep([note(words="a note"), Record("one", Letter(lines=(Line(words="a letter"),)))]))
    assert runs(lambda: (words_of(mine.all(Note)), words_of(mine.all(Letter)))) == (["a note"], ["a letter"])


def test_records_come_in_the_order_they_were_first_made_whatever_is_saved_later(keeper: Keeper, mine: Records, runs: Runs) -> None:
    for number, id_ in enumerate(("c", "a", "b")):
        runs(lambda id_=id_, number=number: keeper.keep([note(id_, id_)], now=float(number)))
    runs(lambda: keeper.keep([note("c", "c again", 1)], now=9.0))
    assert runs(lambda: words_of(mine.all(Note))) == ["c again", "a", "b"]


def test_of_what_is_made_in_one_moment_the_ids_tell_the_order(keeper: Keeper, mine: Records, runs: Runs) -> None:
    runs(lambda: keeper.keep([note("b", "b"), note("a", "a")]))
    assert runs(lambda: words_of(mine.all(Note))) == ["a", "b"]


@pytest.mark.parametrize(
    ("saves", "drops"),
    [
        pytest.param([note()], [], id="made twice"),
        pytest.param([note(version=2)], [], id="saved at a version that is not there yet"),
        pytest.param([note("never made", version=1)], [], id="saved though it is gone"),
        pytest.param([note(version=1), note(version=1)], [], id="saved twice at once"),
        pytest.param([], [note(version=2)], id="dropped at a version that is not there yet"),
        pytest.param([], [note()], id="dropped as if it were new"),
        pytest.param([], [note("never made")], id="dropped though it was never there"),
        pytest.param([], [note("never made", version=1)], id="dropped though it is gone"),
        pytest.param([], [note(version=1), note(version=1)], id="dropped twice at once"),
        pytest.param([note(version=1)], [note(version=1)], id="saved and dropped at once"),
    ],
)
def test_a_clash_changes_nothing_of_all_that_was_to_be_kept(
    keeper: Keeper, mine: Records, runs: Runs, saves: list[Record[Note]], drops: list[Record[Note]]
) -> None:
    runs(lambda: keeper.keep([note(words="as it was"), note("two", "two")], now=1.0))
    with pytest.raises(Clash):
        runs(lambda: keeper.keep([note("other", "new"), note("two", "changed", 1), *saves], drops, now=2.0))
    assert runs(lambda: words_of(mine.all(Note))) == ["as it was", "two"]
    assert runs(lambda: [record.version for record in mine.all(Note)]) == [1, 1]


def test_a_dropped_record_is_gone_and_may_be_made_anew(keeper: Keeper, mine: Records, runs: Runs) -> None:
    runs(lambda: keeper.keep([note(), note("two", "two")]))
    runs(lambda: keeper.keep([], [note(version=1)]))
    assert runs(lambda: (mine.find(Note, "one"), words_of(mine.all(Note)))) == (None, ["two"])
    runs(lambda: keeper.keep([note(words="anew")], now=2.0))
    assert runs(lambda: mine.find(Note, "one")) == Record("one", note(words="anew").body, 1, 2.0)


def test_in_one_turn_a_record_may_take_the_place_of_a_dropped_one(keeper: Keeper, mine: Records, runs: Runs) -> None:
    runs(lambda: keeper.keep([note()]))
    runs(lambda: keeper.keep([note(words="anew")], [note(version=1)]))
    assert runs(lambda: words_of(mine.all(Note))) == ["anew"]


@pytest.mark.parametrize("somebody_else", [("a-tenant", "sam"), ("another-tenant", "alex")])
def test_the_records_of_somebody_else_do_not_exist(keeper: Keeper, mine: Records, runs: Runs, somebody_else: tuple[str, str]) -> None:
    runs(lambda: keeper.keep([note(words="mine")]))
    theirs = Whose(keeper, somebody_else)
    assert runs(lambda: (theirs.find(Note, "one"), theirs.all(Note))) == (None, ())
    for saves, drops in (([note(version=1)], []), ([], [note(version=1)])):
        with pytest.raises(Clash):
            runs(lambda saves=saves, drops=drops: keeper.keep(saves, drops, of=somebody_else))
    runs(lambda: keeper.keep([note(words="theirs")], of=somebody_else))
    assert runs(lambda: (words_of(mine.all(Note)), words_of(theirs.all(Note)))) == (["mine"], ["theirs"])


@pytest.mark.parametrize("somebody_else", [("a-tenant", "sam"), ("another-tenant", "alex")])
def test_forgetting_a_person_takes_all_their_records_and_nobody_elses(
    keeper: Keeper, mine: Records, runs: Runs, somebody_else: tuple[str, str]
) -> None:
    runs(lambda: keeper.keep([note(), Record("one", Letter())]))
    runs(lambda: keeper.keep([note(words="theirs")], of=somebody_else))
    runs(lambda: keeper.forget(*ALEX))
    assert runs(lambda: (mine.all(Note), mine.all(Letter))) == ((), ())
    theirs = Whose(keeper, somebody_else)
    assert runs(lambda: words_of(theirs.all(Note))) == ["theirs"]


@pytest.mark.parametrize(
    "body", [None, [], "words", {"lines": None}, {"lines": [{"mark": 3}]}, {"lines": [{"words": "x", "mark": "high"}]}]
)
def test_what_this_release_cannot_read_is_said_to_be_so_and_left_as_it_is(keeper: Keeper, mine: Records, runs: Runs, body: object) -> None:
    runs(lambda: keeper.overwrite("note", "one", body))
    for read in (lambda: mine.find(Note, "one"), lambda: mine.all(Note)):
        with pytest.raises(UnreadableRecord):
            runs(read)
    assert runs(lambda: mine.all(Letter)) == ()
    with pytest.raises(Clash):
        runs(lambda: keeper.keep([note()]))


def test_what_an_older_or_a_newer_release_wrote_is_read(keeper: Keeper, mine: Records, runs: Runs) -> None:
    runs(lambda: keeper.overwrite("note", "one", {}))
    runs(lambda: keeper.overwrite("note", "two", {"lines": [{"words": "x", "colour": "red"}], "newer": 1}))
    assert [record.body for record in runs(lambda: mine.all(Note))] == [Note(), Note(lines=(Line(words="x"),))]


_IDS = st.sampled_from(["a", "b", "c"])
_RECORDS = st.builds(note, _IDS, st.text(max_size=5), st.integers(0, 3))
_STEPS = st.lists(st.tuples(st.lists(_RECORDS, max_size=2), st.lists(_RECORDS, max_size=1), st.integers(1, 4)), max_size=12)
_EXAMPLES = iter(range(10**9))


def outcomes(keeper: Keeper, who: tuple[str, str], steps: list[Any]) -> list[object]:
    """What each step comes to, and what is held after it."""
    seen: list[object] = []
    for saves, drops, now in steps:
        try:
            keeper.keep(saves, drops, float(now), of=who)
        except Clash:
            seen.append("clash")
        seen.append(keeper.of(*who).all(Note))
    return seen


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_STEPS)
def test_memory_and_database_behave_alike(database: OnALoop, steps: list[Any]) -> None:
    stored, who = InDatabase(database), ("a-tenant", f"person {next(_EXAMPLES)}")
    assert on_its_thread(stored, lambda: outcomes(stored, who, steps)) == outcomes(InMemory(), who, steps)
