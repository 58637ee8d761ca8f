"""How many assessments a change of a framework touches, counted without whose they are."""

from pathlib import Path

from bot.assessment.model import Assessment, Row
from bot.people.records import Record
from bot.settings import Settings
from bot.storage.counting import assessments_by_role
from bot.wiring import stored_assessments
from tests.storage.databases import OnALoop
from tests.storage.keeping import InDatabase, on_its_thread


def assessment(id_: str, framework: str, role: str, deleted: float | None = None) -> Record[Assessment]:
    """An assessment of one row."""
    return Record(id_, Assessment(framework=framework, role=role, rows=(Row(id="r", name="Boats", mark=6.0),), begun=1.0, deleted=deleted))


def test_assessments_are_counted_by_role_of_one_framework(database: OnALoop) -> None:
    keeper = InDatabase(database)

    def counted() -> dict[str, int]:
        keeper.keep(
            [assessment("a", "northshore", "maker"), assessment("b", "northshore", "leader"), assessment("c", "lancaster", "maker")]
        )
        keeper.keep([assessment("a", "northshore", "maker"), assessment("d", "northshore", "maker", 5.0)], of=("a-tenant", "bo"))
        return assessments_by_role(keeper._session.connection, "northshore")

    assert on_its_thread(keeper, counted) == {"maker": 2, "leader": 1}


def test_where_there_is_no_database_there_are_none(tmp_path: Path) -> None:
    assert stored_assessments(Settings(database=tmp_path / "none.db"), "northshore") == ({}, "")
    assert not (tmp_path / "none.db").exists()


def test_while_the_assistant_runs_it_says_why_they_were_not_counted(sqlite: OnALoop, tmp_path: Path) -> None:
    held = next(tmp_path.glob("*.db"))
    counted, why_not = stored_assessments(Settings(database=held), "northshore")
    assert counted == {}
    assert why_not.startswith("Stored assessments were not counted. ")
