"""Forgetting a person: with all they kept, what waits for them and what was noted of it; and nothing of anybody else."""

from datetime import date

import pytest

from bot.assessment.evidence import Evidence
from bot.dialogs.reply import Download
from bot.dialogs.turn import Focus, Memory
from bot.people.audit import LEFT, Deed
from bot.people.holdings import Account
from bot.people.profile import Profile
from bot.people.records import Record
from bot.people.retention import USUAL
from bot.storage.accounts import load_account
from bot.storage.database import Database
from bot.storage.downloads import Downloads
from bot.storage.holdings import load_holdings
from bot.storage.tables import metadata
from tests.storage.living import WISHES, Life, assessment, entry

SECRET_WORDS = "what only alex wrote"
OF_PERSON = ("profile", "record", "reminder", "download", "audit")


@pytest.fixture
async def life(database: Database) -> Life:
    """Alex and Sam, who hold one of everything."""
    life = Life(database, zone="Asia/Kathmandu")
    for person in ("alex", "sam"):
        words = Record("e", Evidence(text=SECRET_WORDS if person == "alex" else "sam's", framework="small"))
        await life.comes(
            person,
            profile=Profile(grade=5),
            saves=(WISHES, assessment(), entry(day=date(2027, 3, 31)), words),
            downloads=(Download("plan", "", "plan.docx", person.ljust(32, "0")),),
            deeds=(Deed("exported", "plan", life.clock()),),
            memory=Memory(focus=Focus("assessment", "mine")),
        )
    return life


async def test_nothing_of_the_person_is_left_in_any_table(life: Life, database: Database) -> None:
    await life.comes("alex", forgets=True, memory=Memory(), profile=Profile())
    tables = list(metadata.tables)
    found = {table: [row for row in await life.rows(f"SELECT * FROM {table}") if SECRET_WORDS in str(row)] for table in tables}
    assert {table: rows for table, rows in found.items() if rows} == {}
    for table in OF_PERSON:
        people = {person for (person,) in await life.rows(f"SELECT person FROM {table} WHERE person IS NOT NULL")}
        assert (table, people) == (table, {"sam"})
    assert await life.rows("SELECT id FROM person") == [("sam",)]
    assert await life.rows("SELECT service, bot, account, person FROM conversation WHERE id = 'chat of alex'") == [(None,) * 4]


async def test_that_somebodys_data_went_stays_with_the_day_and_without_whose(life: Life) -> None:
    life.waits(hours=7, minutes=13)
    await life.comes("alex", forgets=True, memory=Memory())
    rows = await life.rows("SELECT tenant, person, done, what, by, at FROM audit WHERE person IS NULL")
    assert rows == [("t", None, "erased", "everything", "themselves", life.clock() // 86_400 * 86_400)]


async def test_a_link_to_a_file_of_theirs_leads_nowhere_any_more(life: Life, database: Database) -> None:
    downloads = Downloads(database, life.clock)
    assert await downloads.find("alex".ljust(32, "0")) is not None
    await life.comes("alex", forgets=True, memory=Memory())
    assert await downloads.find("alex".ljust(32, "0")) is None
    assert await downloads.find("sam".ljust(32, "0")) is not None


async def test_a_file_that_was_taken_is_a_line_in_the_audit_once(life: Life, database: Database) -> None:
    downloads = Downloads(database, life.clock)
    offered = await downloads.find("sam".ljust(32, "0"))
    assert offered is not None
    assert [await downloads.take("sam".ljust(32, "0"), offered) for _ in range(2)] == [True, False]
    lines = (await account(life, "sam")).deeds
    assert [(deed.done, deed.what, deed.by) for deed in lines] == [("exported", "plan", "themselves")] * 2


async def account(life: Life, person: str, tenant: str = "t") -> Account:
    return await life.database.run(lambda session: load_account(session.connection, tenant, person, USUAL, life.clock()))


async def test_what_else_is_held_is_told_of_each_person_alone(life: Life) -> None:
    held = await account(life, "sam")
    assert (held.met, held.visited, held.zone, held.reached, held.files) == (life.clock(), life.clock(), "Asia/Kathmandu", True, 1)
    assert len(held.deeds) == 1
    assert await account(life, "nobody") == await account(life, "sam", "another") == Account()


async def test_the_reminders_that_were_sent_last_are_known(life: Life) -> None:
    await life.does(f"UPDATE reminder SET sent = {life.clock() - 60} WHERE key LIKE 'week%'")
    await life.does(f"UPDATE reminder SET sent = {life.clock()} WHERE key LIKE 'day%'")
    assert (await account(life, "sam")).reminded == ("day:one:2027-03-31",)
    life.waits(days=7)
    assert (await account(life, "sam")).reminded == ()


async def test_everything_held_is_gathered_with_the_conversation_and_the_audit(life: Life) -> None:
    held = await life.database.run(lambda session: load_holdings(session.connection, "t", "alex", clock=life.clock))
    assert held.data["records"]["evidence"][0]["body"]["text"] == SECRET_WORDS
    assert held.data["conversation"]["focus"]["record"] == "mine"
    assert held.data["profile"]["grade"] == 5
    assert [deed["what"] for deed in held.data["audit"]] == ["plan"]
    assert "Your device’s time zone: Asia/Kathmandu" in [row for section in held.sections for row in section.rows]


async def test_whoever_has_everything_erased_is_named_no_more_in_the_audit_of_others(life: Life) -> None:
    seen = Deed("seen", "assessment", life.clock(), by="alex", of="sam")
    await life.comes("alex", deeds=(seen,))
    await life.comes("alex", forgets=True, memory=Memory())
    rows = await life.rows("SELECT done, what, by FROM audit WHERE person = 'sam' AND done = 'seen'")
    assert rows == [("seen", "assessment", LEFT)]
    assert await life.rows("SELECT 1 FROM audit WHERE by = 'alex'") == []
