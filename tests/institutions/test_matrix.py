"""Each way in, for each of two institutions: what is shown is their own, and never a word of the other's."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from bot.assistants import read_institutions_of
from bot.cards.payloads import VERBS as OF_QUESTIONS
from bot.dialogs.record_dialogs import VERBS as OF_RECORDS
from bot.dialogs.turn import Joined, Pressed, Said, Turn
from bot.documents.kinds import EVERYTHING
from bot.people.profile import Profile
from bot.phrases.en import edge
from bot.storage.due_reminders import DueReminders
from bot.storage.sqlite import SqliteDatabase
from bot.understanding.reading import Intent, Reading
from bot.wiring import _rules
from tests.connector import Sent
from tests.institutions.conftest import Person, World
from tests.institutions.two import HOUSES, NOBODY, House
from tests.msteams.test_extension import searches
from tests.storage.living import WISHES, Life, entry

Everybody = Callable[[str], Person]
WAYS = (
    "what is expected of a maker for talking",
    "compare 1 and 2",
    "how do i get better at talking",
    "hello",
    "help",
    "what is the first topic",
)
each_house = pytest.mark.parametrize(("ours", "theirs"), [HOUSES, HOUSES[::-1]], ids=[house.id for house in HOUSES])


def shown(of: Any) -> str:
    """Everything in it, in small letters."""
    return json.dumps(of.body if isinstance(of, Sent) else of, default=str).lower()


@each_house
@pytest.mark.parametrize("words", WAYS)
async def test_a_message_is_answered_from_their_own_framework(everybody: Everybody, ours: House, theirs: House, words: str) -> None:
    said = shown(await everybody(ours.tenant).says(words))
    assert theirs.id not in said
    assert "commons" not in said


@each_house
async def test_the_answer_names_their_own_document(everybody: Everybody, ours: House, theirs: House) -> None:
    assert f"the {ours.id} guide" in shown(await everybody(ours.tenant).says(WAYS[0]))


@each_house
@pytest.mark.parametrize("name", ["{0}", "the {0} framework", "we use {0}", "same in {0}", "what does {0} expect of a maker"])
async def test_the_other_institutions_name_leads_nowhere(everybody: Everybody, ours: House, theirs: House, name: str) -> None:
    person = everybody(ours.tenant)
    await person.says(WAYS[0])
    said = shown(await person.says(name.format(theirs.id)))
    assert f"{theirs.id} framework" not in said
    assert f"the {theirs.id} guide" not in said
    assert f"at {theirs.id}" not in said


@each_house
async def test_a_button_that_names_the_others_framework_no_longer_fits(world: World, ours: House, theirs: House) -> None:
    assistant, other = world.assistants.of(ours.tenant), world.assistants.of(theirs.tenant)
    assert assistant is not None
    assert other is not None
    turn = Turn(Said(WAYS[0]), tenant=theirs.tenant)
    card = world.assistants.answer(turn).card
    assert card is not None
    action = next(each for each in card["actions"] if each["type"] == "Action.Execute")
    pressed = Pressed(action["verb"], action["data"])
    assert f"the {theirs.id} guide" in shown(world.assistants.answer(Turn(pressed, tenant=theirs.tenant)).card)
    assert theirs.id not in shown(world.assistants.answer(Turn(pressed, tenant=ours.tenant)).card)


@each_house
async def test_a_search_finds_their_own_alone(everybody: Everybody, ours: House, theirs: House) -> None:
    for text in ("talking grade 2", "", theirs.id):
        found = shown(await searches(everybody(ours.tenant), text))
        assert theirs.id not in found.replace(f"“{theirs.id}”", "")
    assert f"the {ours.id} guide" in shown(await searches(everybody(ours.tenant), "talking grade 2"))


@each_house
async def test_the_welcome_tells_of_their_own(world: World, ours: House, theirs: House) -> None:
    welcome = world.assistants.answer(Turn(Joined(), tenant=ours.tenant.upper()))
    assert theirs.id not in shown(welcome.card)
    assert f"{ours.id} " in shown(welcome.card)


@each_house
async def test_contacts_are_their_own(everybody: Everybody, ours: House, theirs: House) -> None:
    person = everybody(ours.tenant)
    for words, contact in (("i want to end it all", "counselling"), ("what is the weather like today", "hr")):
        said = shown(await person.says(words))
        assert f"{ours.id} {contact}" in said, said
        assert theirs.id not in said


@each_house
async def test_their_own_words_are_understood_by_nobody_else(world: World, ours: House, theirs: House) -> None:
    def answer(tenant: str) -> str:
        return shown(world.assistants.answer(Turn(Said(f"{ours.word} at grade 3"), tenant=tenant)).card)

    assert "mending" in answer(ours.tenant).partition('"text"')[2][:60]
    assert "mending" not in answer(theirs.tenant).partition('"text"')[2][:60]


@each_house
async def test_a_file_is_drawn_on_their_own_paper(everybody: Everybody, ours: House, theirs: House) -> None:
    person = everybody(ours.tenant)
    await person.says("i am a grade 2")
    await person.executes("files.offer", {"row": EVERYTHING})
    card = (await person.connector.next()).body["attachments"][0]
    async with person.client.post(f"/files/{card['content']['acceptContext']['secret']}") as response:
        document: Any = Document(BytesIO(await response.read()))
    assert document.paragraphs[0].text == f"Letterhead of {ours.mark}"


@each_house
async def test_a_reminder_waits_for_their_own_morning(world: World, ours: House, theirs: House, empty_database: Any, tmp_path: Any) -> None:
    database = SqliteDatabase(tmp_path / "assistant.db")
    try:
        life = Life(database, datetime(2027, 3, 23, 1, 0, tzinfo=UTC))
        rules = _rules(read_institutions_of(world.settings))
        life._turns._rules = rules
        await life.comes(tenant=ours.tenant, saves=(WISHES, entry(day=datetime(2027, 3, 24, tzinfo=UTC).date())))
        due = dict(await life.rows("SELECT topic, due FROM reminder"))
        at = datetime.fromtimestamp(min(due.values()), UTC)
        assert at.hour == {"Asia/Tokyo": 0, "America/Denver": 15}[ours.zone]
        life.now = at
        assert [batch.tenant for batch in await DueReminders(database, rules, life.clock).due()] == [ours.tenant]
    finally:
        database.close()


@pytest.mark.parametrize("words", [*WAYS, "i want to end it all"])
async def test_whoever_is_not_listed_is_told_so_and_nothing_is_kept(everybody: Everybody, words: str) -> None:
    stranger = everybody(NOBODY)
    sent = await stranger.says(words)
    assert sent.text == edge.NOT_SERVED
    assert (await searches(stranger, "talking"))["text"] == edge.NOT_SERVED


async def test_nothing_is_on_record_of_whoever_is_not_listed(everybody: Everybody, tmp_path: Any) -> None:
    stranger = everybody(NOBODY)
    await stranger.says("i am a grade 2")
    await stranger.deliver(stranger.installs())
    await stranger.connector.next()
    held = sorted(tmp_path.glob("assistant.db*"))
    assert NOBODY not in "".join(path.read_bytes().decode("latin-1") for path in held)


@each_house
async def test_whoever_asks_for_a_grade_that_nobody_can_name_is_sent_to_their_own_people(world: World, ours: House, theirs: House) -> None:
    assistant = world.assistants.of(ours.tenant)
    assert assistant is not None
    asked = Turn(Said("which grade flies the helicopter"), tenant=ours.tenant)
    found = shown(assistant.answer_reading(asked, Reading(ours.id, Intent.FIND_GRADE, said="which grade flies the helicopter")).card)
    assert "gives no grade for that" in found
    assert f"{ours.id} hr" in found


def forged(theirs: House) -> list[dict[str, Any]]:
    """What a press carries that names the other's framework in every member that may name one."""
    reading = {"framework": theirs.id, "intent": "expectations", "grades": [2], "said": theirs.id}
    named = dict.fromkeys(("framework", "of", "record", "row", "role", "for", "as", "to", "place", "aim", "path"), theirs.id)
    return [
        {"reading": reading},
        {"reading": {"framework": "commons", "intent": "compare", "grades": [1, 2]}},
        {"framework": theirs.id, "grade": 2},
        {"of": theirs.id, "place": "2"},
        named | {"nonce": "n"},
        {"of": theirs.id, "nonce": "n", "text": "I mended", "shows": "mending"},
        {"record": "", "row": f"{theirs.id}:mending", "nonce": "n", "of": theirs.id, "role": "maker"},
    ]


@each_house
@pytest.mark.parametrize("verb", sorted(OF_RECORDS | OF_QUESTIONS))
def test_a_press_that_names_the_others_framework_shows_and_keeps_nothing_of_it(world: World, ours: House, theirs: House, verb: str) -> None:
    for data in forged(theirs):
        turn = Turn(Pressed(verb, data), profile=Profile(framework=theirs.id, grade=2), tenant=ours.tenant, person="alex")
        reply = world.assistants.answer(turn)
        assert f"{theirs.id} " not in shown(reply.card).replace(f"“{theirs.id}”", ""), data
        kept = [field for record in reply.saves for name, field in record.body if name in {"framework", "of", "role"}]
        assert theirs.id not in kept, data
        assert reply.profile is None or reply.profile.framework != theirs.id, data
