"""The purge: what is no longer to be kept goes, nobody's too early, told a month before, and with a line in the audit."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Memory
from bot.people.profile import Profile
from bot.people.records import Record
from bot.people.retention import Clock, months_before
from bot.storage.database import Database
from bot.storage.retention import Purge, Purged
from bot.storage.tables import outbox
from bot.understanding.reading import Intent, Reading
from bot.vacancies.draft import Draft
from tests.storage.living import WISHES, Life, assessment, entry, request_of

SOUND = Purged(Clock.SOUND)
TALKED = Memory(Reading("small", Intent.HELP, said="my words"))


@pytest.fixture
async def life(database: Database) -> Life:
    """Alex, and a purge that has seen the clock."""
    life = Life(database)
    await life.does(f"INSERT INTO watch (job, ran) VALUES ('purge', {life.clock()})")
    return life


def purge(life: Life) -> Purge:
    return Purge(life.database, clock=life.clock)


async def passes(life: Life, days: int) -> list[Purged]:
    """Days go by, and every twenty of them the purge runs and tells whoever it is to tell."""
    done = []
    for step in [20] * (days // 20) + [days % 20]:
        life.waits(days=step)
        done.append(await run(life))
    return [each for each in done if each != SOUND]


async def run(life: Life) -> Purged:
    """What the server does every hour."""
    done = await purge(life).run()
    for notice in await purge(life).notices():
        await purge(life).tell(notice, request_of(Reply(f"Soon: {notice.on}")))
    return done


async def held(life: Life) -> list[str]:
    return [id_ for (id_,) in await life.rows("SELECT id FROM record ORDER BY id")]


async def told(life: Life) -> list[str]:
    rows = await life.database.run(lambda session: list(session.connection.execute(select(outbox.c.body).order_by(outbox.c.number))))
    return [body["text"] for (body,) in rows if body["text"].startswith("Soon")]


async def audit(life: Life) -> list[tuple[str | None, str, str, str]]:
    return [tuple(row) for row in await life.rows("SELECT person, done, what, by FROM audit ORDER BY at, what")]  # type: ignore[misc]


async def test_drafts_go_a_year_after_their_last_change_and_nothing_else(life: Life) -> None:
    old = (assessment("draft"), assessment("finished", 1.0), entry("planned"), entry("dropped", status="dropped"), WISHES)
    await life.comes(saves=(*old, Record("empty", entry().body.with_(activity=""))))
    await passes(life, 300)
    await life.comes(saves=(assessment("newer"),))
    assert await passes(life, 64) == []
    assert await passes(life, 3) == [Purged(Clock.SOUND, drafts=3)]
    assert await held(life) == ["finished", "mine", "newer", "planned"]
    purged = ("alex", "purged", "assessment", "retention"), ("alex", "purged", "plan entry", "retention")
    assert await audit(life) == [purged[0], purged[1], purged[1]]


async def test_a_draft_that_was_changed_is_kept_from_then_on(life: Life) -> None:
    await life.comes(saves=(assessment("draft"),))
    await passes(life, 364)
    await life.comes(saves=(Record("draft", assessment().body, 1),))
    assert (await passes(life, 360), await held(life)) == ([], ["draft"])


async def test_everything_goes_two_years_after_the_last_visit_told_once_a_month_before(life: Life) -> None:
    await life.comes(saves=(assessment("finished", 1.0), WISHES), profile=Profile(grade=5), memory=TALKED)
    await life.comes("sam", profile=Profile(grade=6))
    await passes(life, 360)
    await life.comes("sam")
    assert await passes(life, 339) == []
    assert await told(life) == []
    await passes(life, 10)
    assert await told(life) == ["Soon: 2029-03-07"]
    assert await passes(life, 22) == []
    assert await passes(life, 20) == [Purged(Clock.SOUND, people=1)]
    left = {table: await life.rows(f"SELECT * FROM {table}") for table in ("record", "reminder")}
    assert left == {"record": [], "reminder": []}
    for query in ("SELECT id FROM person", "SELECT person FROM profile", "SELECT person FROM conversation"):
        assert await life.rows(query) == [("sam",)]
    assert await life.rows("SELECT count(*) FROM seen WHERE CAST(answer AS TEXT) LIKE '%said%' AND conversation LIKE '%alex'") == [(0,)]
    assert await audit(life) == [(None, "purged", "everything", "retention")]


async def test_who_comes_back_within_the_month_keeps_everything(life: Life) -> None:
    await life.comes(profile=Profile(grade=5))
    await passes(life, 720)
    assert len(await told(life)) == 1
    await life.comes()
    assert (await passes(life, 690), len(await told(life))) == ([], 1)
    assert await life.rows("SELECT grade FROM profile") == [(5,)]
    await passes(life, 30)
    assert len(await told(life)) == 2


async def test_where_nobody_ran_for_the_month_everything_goes_a_month_after_the_word(life: Life) -> None:
    await life.comes(profile=Profile(grade=5))
    await passes(life, 700)
    life.waits(days=200)
    assert await run(life) == SOUND
    assert await told(life) == [f"Soon: {datetime.fromtimestamp(months_before(life.clock(), -1), UTC).date()}"]
    assert await passes(life, 29) == []
    assert await passes(life, 3) == [Purged(Clock.SOUND, people=1)]


async def test_who_cannot_be_written_to_or_has_nothing_to_lose_goes_without_a_word(life: Life) -> None:
    await life.comes("alex", profile=Profile(grade=5), address=False)
    await life.comes("sam")
    assert await passes(life, 725) == []
    assert await passes(life, 20) == [Purged(Clock.SOUND, people=2)]
    assert await told(life) == []
    assert await life.rows("SELECT count(*) FROM person") == [(0,)]


async def test_the_word_is_not_given_to_who_came_meanwhile_nor_twice(life: Life) -> None:
    await life.comes(profile=Profile(grade=5))
    await passes(life, 699)
    life.waits(days=10)
    (notice,) = await purge(life).notices()
    for _ in range(2):
        await purge(life).tell(notice, request_of(Reply("Soon")))
    assert len(await told(life)) == 1
    await life.comes()
    assert await purge(life).tell(notice, request_of(Reply("Soon"))) is None


async def test_while_the_clock_is_behind_nothing_goes(life: Life) -> None:
    await life.comes(profile=Profile(grade=5))
    await passes(life, 720)
    life.waits(days=-1)
    assert (await run(life)).clock is Clock.BEHIND
    life.waits(days=2)
    assert (await run(life)).clock is Clock.SOUND


async def test_a_visit_with_a_clock_far_behind_costs_nobody_anything_once_it_is_right(life: Life) -> None:
    life.waits(days=-20_000)
    await life.comes(profile=Profile(grade=5))
    assert (await run(life)).clock is Clock.BEHIND
    life.waits(days=20_001)
    assert await passes(life, 600) == []
    assert await life.rows("SELECT grade FROM profile") == [(5,)]


async def test_a_leap_of_years_takes_nothing_unless_it_lasts(life: Life) -> None:
    await life.comes(profile=Profile(grade=5))
    life.waits(days=5000)
    assert [(await run(life)).clock for _ in range(2)] == [Clock.LEAPT, Clock.LEAPT]
    life.waits(days=-5000, hours=1)
    assert await run(life) == SOUND
    life.waits(days=5000)
    assert (await run(life)).clock is Clock.LEAPT
    life.waits(hours=1)
    assert (await run(life), len(await told(life))) == (SOUND, 1)
    assert await life.rows("SELECT grade FROM profile") == [(5,)]


async def test_who_comes_while_the_clock_is_years_ahead_does_not_make_it_right(life: Life) -> None:
    await life.comes(profile=Profile(grade=5))
    life.waits(days=5000)
    await life.comes("sam")
    assert (await run(life)).clock is Clock.LEAPT
    life.waits(days=-5000, hours=2)
    assert (await run(life)).clock is Clock.BEHIND
    assert await purge(life).run(trusting=True) == SOUND
    assert await run(life) == SOUND
    assert await life.rows("SELECT count(*) FROM person WHERE visited > 1803902500") == [(0,)]


async def test_the_first_run_of_all_only_looks_at_the_clock(database: Database) -> None:
    life = Life(database)
    await life.comes(profile=Profile(grade=5))
    await life.does("UPDATE person SET visited = 1.0, told = 1.0")
    assert (await run(life)).clock is Clock.NEW
    life.waits(hours=1)
    assert await run(life) == Purged(Clock.SOUND, people=1)


async def test_who_is_on_record_by_an_older_release_counts_from_the_first_run(life: Life) -> None:
    await life.comes(profile=Profile(grade=5))
    await life.comes("sam")
    await life.does("UPDATE person SET visited = NULL WHERE id = 'alex'")
    await life.does("DELETE FROM person WHERE id = 'sam'")
    await life.does("DELETE FROM watch")  # which that release did not have
    await run(life)
    assert {visited for (visited,) in await life.rows("SELECT visited FROM person")} == {life.clock()}


async def test_a_job_description_that_was_begun_and_left_is_a_draft_and_a_finished_one_is_not(life: Life) -> None:
    begun = Draft(framework="small", role="helper")
    await life.comes(
        saves=(Record("begun", begun), Record("done", begun.with_(done=1.0)), Record("gone", begun.with_(done=1.0, deleted=1.0)))
    )
    await passes(life, 2)
    assert await held(life) == ["begun", "done"]
    await passes(life, 13 * 31)
    assert await held(life) == ["done"]


async def test_what_was_deleted_a_day_ago_can_be_had_back_no_more(life: Life) -> None:
    from bot.assessment.evidence import DeletedEvidence, Evidence

    gone = Record("gone", DeletedEvidence(text="my words", framework="small", deleted=1.0))
    await life.comes(saves=(gone, Record("kept", Evidence(text="my words", framework="small"))))
    await passes(life, 0)
    assert await held(life) == ["gone", "kept"]
    await passes(life, 2)
    assert await held(life) == ["kept"]


async def test_a_draft_that_cannot_be_read_is_left_alone(life: Life) -> None:
    await life.comes(saves=(assessment("odd"), entry(day=date(2027, 3, 31))))
    await life.overwrites("odd", lambda _: [])
    assert await passes(life, 500) == []
    assert await held(life) == ["odd", "one"]
