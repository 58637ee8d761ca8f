"""Two people, each in their own chat, through the endpoint: share, review blind, see both sides, agree; and what nobody else gets."""

import asyncio
import datetime as dt
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from typing import Any

from docx import Document

from bot.settings import Settings
from tests.cards.checking import objects
from tests.chat import Chat
from tests.connector import Sent

MARKS = ("7", "6.5", "8", "9", "4", "5.5", "6", "3", "7", "8.5")
RATINGS = ("6, because the bookings ran late", "6.5", "8", "9", "9", "5.5", "6", "3", "7", "8.5")


def card(shown: Any) -> dict[str, Any]:
    """The card of a message, or of the answer to a press."""
    body = shown.body if isinstance(shown, Sent) else shown[1]
    found = body.get("attachments", [{}])[0].get("content") if "attachments" in body else body.get("value")
    return dict(found or {})


def text(shown: Any) -> str:
    """Everything that was sent."""
    return json.dumps(shown.body if isinstance(shown, Sent) else shown, ensure_ascii=False)


async def presses(who: Chat, title: str, on: Any, /, **entered: str) -> Any:
    """Press a button of a card, with what the form holds as `entered`; what it is answered with."""
    actions = [each for each in objects(card(on)) if each["type"] == "Action.Execute"]
    action = next(each for each in actions if each.get("title") == title)
    held = {each["id"]: each.get("value", "") for each in objects(card(on)) if each["type"].startswith("Input.")}
    answer = await who.executes(action["verb"], {**held, **action["data"], **entered}, **named(who))
    sent = await who.connector.next()  # the edit of the card, or the answer in a message of its own
    assert sent.conversation == who.conversation, sent
    return sent if "Answered below" in text(answer) else answer


def named(who: Chat) -> dict[str, Any]:
    """Who it is, as the channel says it."""
    name = "Sam Okafor" if who.person == "entra-id-of-sam" else "Alex Marsh"
    return {"from": {"id": f"29:{name}", "name": name, "aadObjectId": who.person}}


async def says(who: Chat, words: str) -> Sent:
    """Say something, and read the reply."""
    return await who.says(words, **named(who))


def in_days(number: int) -> str:
    """A day to come."""
    return (dt.datetime.now(dt.UTC).date() + dt.timedelta(days=number)).isoformat()


async def begun(talk: Chat) -> tuple[Chat, Chat]:
    """Alex has a finished assessment; Sam has met the assistant."""
    sam = replace(talk, conversation="a:sam", person="entra-id-of-sam")
    await says(sam, "hello")
    await says(talk, "I'm a grade 5 technician")
    start = await says(talk, "start my self-assessment")
    await presses(talk, "Begin", start)
    for mark in MARKS:
        await says(talk, mark)
    return talk, sam


async def shared(alex: Chat, sam: Chat) -> Sent:
    """Alex shares the assessment; what Sam is told."""
    form = await says(alex, "share my assessment with my manager")
    what = next(each for each in card(form)["body"] if each.get("id") == "what")["choices"][0]["value"]
    seen = await presses(alex, "Show what they will see", form, what=what, who=sam.person or "", until="28")
    action = next(each for each in objects(card(seen)) if each.get("title") == "Share it")
    done = await alex.executes(action["verb"], {**action["data"], "who": sam.person}, **named(alex))
    assert "Shared: your self-assessment" in text(done)
    sent = [await alex.connector.next(), await alex.connector.next()]
    (told,) = [each for each in sent if each.conversation == sam.conversation]
    assert "Alex Marsh shares with you" in text(told)
    return told


async def rated(sam: Chat, told: Sent) -> Any:
    """Sam rates every row, and sends it."""
    seen = await presses(sam, "Look at it", told)
    assert "Their scores show once your own ratings are in" in text(seen)
    await presses(sam, "Rate the rows", seen)
    for rating in RATINGS:
        last = await says(sam, rating)
        assert "apart" not in text(last)
    return last


async def test_two_people_share_review_blind_see_both_sides_and_agree(talk: Chat, settings: Settings) -> None:
    alex, sam = await begun(talk)
    last = await rated(sam, await shared(alex, sam))
    action = next(each for each in objects(card(last)) if each.get("title") == "Send my ratings")
    both = await sam.executes(action["verb"], action["data"], **named(sam))
    assert "you 9, Alex Marsh 4, 5 points apart" in text(both)
    sent = [await sam.connector.next(), await sam.connector.next()]
    (news,) = [each for each in sent if each.conversation == alex.conversation]
    assert "Your review has news" in text(news)
    beside = await presses(alex, "See both sides", news)
    assert "you 4, Sam Okafor 9, 5 points apart" in text(beside)
    assert "the bookings ran late" in text(beside)
    agree = await presses(alex, "What we agree", beside)
    rows = next(each for each in card(agree)["body"] if each.get("id") == "rows")["choices"]
    action = next(each for each in objects(card(agree)) if each.get("title") == "Save and ask the other")
    entered = {"rows": rows[0]["value"], "development": "Shadow the bookings team", "by": in_days(100), "meet": in_days(200)}
    await alex.executes(action["verb"], {**action["data"], **entered}, **named(alex))
    sent = [await sam.connector.next(), await sam.connector.next()]
    (question,) = [each for each in sent if each.conversation == sam.conversation]
    action = next(each for each in objects(card(question)) if each.get("title") == "I agree")
    assert "Agreed." in text(await sam.executes(action["verb"], action["data"], **named(sam)))
    sent = [await sam.connector.next(), await sam.connector.next()]
    (news,) = [each for each in sent if each.conversation == alex.conversation]
    agreed = await presses(alex, "What we agree", news)
    row = next(each["title"] for each in objects(card(agreed)) if each.get("title", "").startswith("Put "))
    assert "Shadow the bookings team" in text(await presses(alex, row, agreed))
    assert due(settings) == {(alex.person, 2), (sam.person, 2)}
    assert audit(settings, alex.person) == {"assessment"}  # all of it within an hour of the first look
    assert not audit(settings, sam.person)


async def test_nothing_of_it_is_shown_any_more_from_the_moment_it_is_taken_back(talk: Chat) -> None:
    alex, sam = await begun(talk)
    told = await shared(alex, sam)
    await rated(sam, told)
    assert "Taken back." in text(await says(alex, "stop sharing with my manager"))
    missing = await sam.executes("share.look", {"record": "not-there"}, **named(sam))
    action = next(each for each in objects(card(told)) if each.get("title") == "Look at it")
    assert (await sam.executes(action["verb"], action["data"], **named(sam))) == missing


async def test_a_code_is_of_no_use_in_another_tenant(talk: Chat) -> None:
    alex, sam = await begun(talk)
    form = await says(alex, "share my assessment with my manager")
    what = next(each for each in card(form)["body"] if each.get("id") == "what")["choices"][0]["value"]
    seen = await presses(alex, "Not in the list: make a code", form, what=what)
    made = text(await presses(alex, "Make the code", seen))
    code = made[made.index("claim ") :][:15]
    elsewhere = {"channelData": {"tenant": {"id": "another-tenant"}}, **named(sam)}
    foreign = replace(sam, conversation="a:elsewhere")
    assert "That code opens nothing." in text(await foreign.says(code, **elsewhere))
    sent = {each.conversation: text(each) for each in (await says(sam, code), await sam.connector.next())}
    assert "the code is right" in sent[sam.conversation]
    assert "Sam Okafor has used your code" in sent[alex.conversation]


def due(settings: Settings) -> set[tuple[str | None, int]]:
    """How many reminders to meet again each person waits for."""
    return set(_rows(settings, "SELECT person, count(*) FROM reminder WHERE topic = 'meeting' GROUP BY person"))


def audit(settings: Settings, person: str | None) -> set[str]:
    """What somebody else has seen of a person."""
    rows = _rows(settings, f"SELECT what FROM audit WHERE done = 'seen' AND person = '{person}'")
    return {what for (what,) in rows}


def _rows(settings: Settings, asked: str) -> list[Any]:
    with closing(sqlite3.connect(settings.database)) as connection:
        return connection.execute(asked).fetchall()


def words_of(drawn: bytes) -> str:
    """What stands in a Word file."""
    document = Document(BytesIO(drawn))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


async def test_two_who_write_one_review_at_once_lose_nothing(talk: Chat, settings: Settings) -> None:
    alex, sam = await begun(talk)
    await shared(alex, sam)
    ((review, body),) = _rows(settings, "SELECT id, body FROM joint WHERE kind = 'review'")
    rows = [row["id"] for row in json.loads(body)["rows"]]
    ratings = [
        sam.executes("review.save", {"record": review, "row": row, "mark": "7", "comment": f"About {row}", "nonce": row}, **named(sam))
        for row in rows
    ]
    own = [alex.executes("review.own", {"record": review, "nonce": f"own-{number}"}, **named(alex)) for number in range(len(rows))]
    answers = await asyncio.gather(*(each for pair in zip(ratings, own, strict=True) for each in pair))
    assert {status for status, _ in answers} == {200}
    ((held,),) = _rows(settings, "SELECT body FROM joint WHERE kind = 'review'")
    after = json.loads(held)
    assert {each["row"]: (each["mark"], each["comment"]) for each in after["other"]["ratings"]} == {
        row: (7.0, f"About {row}") for row in rows
    }
    assert len(after["presses"]) == min(20, 2 * len(rows))
