"""`python -m bot usage`: counts, and none that would point to somebody."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.addresses import postgres_address
from bot.settings import CannotStart, Settings
from bot.storage.sqlite import SqliteDatabase
from bot.terminal.operating import backed_up, put_back, used
from bot.terminal.usage import FEWEST, _grouped, questions_told


def fill(path: Path, people: int, *, frameworks: dict[str, int], records: list[tuple[int, str, dict[str, Any]]]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for number in range(people):
            connection.execute("INSERT INTO person (tenant, id, met, visited) VALUES ('t', ?, 1, 4e9)", (f"p{number}",))
        chosen = [name for name, number in frameworks.items() for _ in range(number)]
        for number, name in enumerate(chosen):
            connection.execute("INSERT INTO profile (tenant, person, framework, version) VALUES ('t', ?, ?, 1)", (f"p{number}", name))
        for place, (number, kind, body) in enumerate(records):
            row = (f"p{number}", kind, str(place), json.dumps(body))
            connection.execute("INSERT INTO record (tenant, person, kind, id, body, version, made, saved) VALUES ('t',?,?,?,?,1,1,1)", row)
        connection.commit()


def line(told: list[str], begins: str) -> str:
    return next(each for each in told if each.strip().startswith(begins)).split("  ")[-1].strip()


def test_what_is_stored_is_counted(settings: Settings) -> None:
    done = [(number, "assessment", {"finished": 5.0}) for number in (0, 1, 2, 2)]
    begun = [(3, "assessment", {"finished": None}), (4, "assessment", {"finished": 1.0, "deleted": 2.0})]
    plans = [
        (number, "plan entry", {"status": status}) for number, status in ((0, "planned"), (1, "under way"), (2, "planned"), (2, "done"))
    ]
    fill(settings.database, 9, frameworks={"lancaster": 6, "matrix": 3}, records=[*done, *begun, *plans])
    told = used(settings, [])
    assert line(told, "people known") == "9"
    assert line(told, "came within 30 days") == "9"
    assert (line(told, "framework lancaster"), line(told, "framework matrix")) == ("6", "3")
    assert line(told, "assessments finished") == "4"
    assert line(told, "assessments under way") == "of fewer than 3 people"
    assert (line(told, "plans alive"), line(told, "plan entries to be done")) == ("3", "3")
    assert line(told, "plan entries done") == "of fewer than 3 people"


async def test_it_can_be_looked_at_while_the_assistant_runs(settings: Settings) -> None:
    running = SqliteDatabase(settings.database)
    assert line(used(settings, []), "people known") == "fewer than 3"
    await running.run(lambda database: database.check())
    running.close()


def test_one_small_group_is_told_with_the_next_so_that_nobody_can_subtract_it(settings: Settings) -> None:
    fill(settings.database, 11, frameworks={"lancaster": 6, "matrix": 4, "northshore": 1}, records=[])
    told = used(settings, [])
    assert line(told, "framework others") == "5"
    assert not any("northshore" in each or "matrix" in each for each in told)


@given(st.dictionaries(st.text(min_size=1), st.integers(1, 9)))
def test_no_group_that_is_told_is_small_while_there_are_enough_people(groups: dict[str, int]) -> None:
    told = _grouped(groups)
    assert sum(number for _, number in told) == sum(groups.values())
    assert sum(groups.values()) < FEWEST or all(number >= FEWEST for _, number in told)


def test_questions_are_counted_by_month_out_of_the_log(settings: Settings, tmp_path: Path) -> None:
    log = tmp_path / "log"
    turns = [("2027-01-31", "answered"), ("2027-02-01", "unread"), ("2027-02-02", "answered"), ("2027-02-02", "shouted")]
    written = [json.dumps({"event": "turn", "outcome": outcome, "timestamp": f"{day}T10:00:00Z"}) for day, outcome in turns]
    log.write_text("\n".join(["bot-1  | " + written[0], *written[1:], '{"event":"turn"}', "{", "[" * 5000, "plain words"]))
    told = used(settings, [log])
    assert told[-2].split() == ["2027-01", "1", "1", "0", "0", "0"]
    assert told[-1].split() == ["2027-02", "2", "1", "0", "1", "0"]


def test_a_log_without_questions_says_how_it_must_be_written() -> None:
    assert "ASSISTANT_LOG_FORMAT=json" in questions_told(["nothing"])[0]


@pytest.mark.parametrize("work", [lambda on: backed_up(on, None), lambda on: put_back(on, Path("copy"))])
def test_a_database_server_is_left_to_its_own_tools(settings: Settings, work: Callable[[Settings], object]) -> None:
    server = postgres_address("postgresql://assistant@db.example:5432/assistant")
    with pytest.raises(CannotStart, match="its own tools"):
        work(settings.model_copy(update={"database": server}))


def test_what_cannot_be_read_is_said(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="cannot be read"):
        used(settings, [tmp_path / "nowhere"])
    with pytest.raises(CannotStart, match="There is no database"):
        used(settings.model_copy(update={"database": tmp_path / "none.db"}), [])
    (tmp_path / "letter.db").write_text("to the bursar" * 100)
    with pytest.raises(CannotStart, match="doctor"):
        used(settings.model_copy(update={"database": tmp_path / "letter.db"}), [])
