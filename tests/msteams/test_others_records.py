"""Somebody else's records, by their ids, through the endpoint: answered as if they were not there, told nothing of, and not changed."""

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from bot.dialogs.record_dialogs import VERBS
from bot.settings import Settings
from tests.chat import Chat

OURS = re.compile(r"[0-9a-f]{16,32}")
SECRET = "a quince harvester"
SEED = (
    "I'm grade 5",
    f"log evidence: I mended {SECRET} for the orchard",
    f"add to my plan: rebuild {SECRET} by end of March",
    "remind me about my plan",
    f"Mends {SECRET}\nOrders gloves and tips",
)
DOSSIER = {"row": "5-6", "of": "lancaster", "nonce": "dossier-of-alex"}
ELSEWHERE = {"tenant": {"id": "another-tenant"}}


async def seeded(talk: Chat, settings: Settings) -> list[tuple[Any, ...]]:
    """Alex has records; what is in the database of them."""
    for words in SEED:
        await talk.says(words)
    await talk.executes("dossier.begin", DOSSIER)
    await talk.connector.next()
    held = records(settings)
    assert {row[2] for row in held} >= {"evidence", "plan entry", "reminders", "dossier", "grading"}
    return held


def records(settings: Settings) -> list[tuple[Any, ...]]:
    """Every record of Alex."""
    theirs = "WHERE person = 'entra-id-of-alex' AND tenant = 'a-tenant'"
    asked = f"SELECT tenant, person, kind, id, body, version FROM record {theirs} ORDER BY kind, id"
    with closing(sqlite3.connect(settings.database)) as connection:
        return connection.execute(asked).fetchall()


def stranger(talk: Chat, number: int, how: str) -> tuple[Chat, dict[str, Any]]:
    """Who presses: another person, Alex's id in another tenant, a guest, or Alex in a group."""
    match how:
        case "another tenant":
            return replace(talk, conversation=f"a:{number}"), {"channelData": ELSEWHERE}
        case "a guest":
            return replace(talk, conversation=f"a:{number}", person=None), {}
        case "groupChat" | "channel":
            return replace(talk, conversation=f"19:{number}", kind=how), {}
        case _:
            return replace(talk, conversation=f"a:{number}", person=f"sam-{number}"), {}


@pytest.mark.parametrize("how", ["another person", "another tenant", "a guest", "groupChat", "channel"])
async def test_a_press_on_what_is_somebody_elses_is_one_on_nothing(talk: Chat, settings: Settings, how: str) -> None:
    held = await seeded(talk, settings)
    ids = [row[3] for row in held if row[2] != "reminders"]
    for number, verb in enumerate(sorted(VERBS)):
        told = []
        for at, id_ in enumerate((ids[number % len(ids)], "not-there")):
            who, members = stranger(talk, 2 * number + at, how)
            status, answer = await who.executes(verb, {"record": id_, "version": 1, "nonce": f"n{number}"}, **members)
            assert status == 200, verb
            assert SECRET not in str(answer)
            told.append(OURS.sub("#", str(answer).replace(id_, "#")))
        assert told[0] == told[1], verb
    assert not [sent for sent in talk.connector.taken() if SECRET in str(sent.body)]
    assert records(settings) == held


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999", "9" * 5_000, "9" * 400])
async def test_a_number_beyond_all_numbers_is_no_fault_of_the_server(talk: Chat, number: str) -> None:
    press = talk.activity("invoke", name="adaptiveCard/action", value={"action": {"verb": "evidence.list", "data": {"from": "?"}}})
    text = str(press).replace("'", '"').replace('"?"', number).replace("None", "null")
    response = await talk.client.post("/api/messages", data=text, headers={"Content-Type": "application/json"})
    assert response.status in {200, 400}
