"""Feedback thumbs: under answers alone, and kept without whose they are."""

from typing import Any

import pytest
from sqlalchemy import create_engine, text

from bot.settings import Settings
from tests.chat import Chat

THUMBS = {"feedbackLoop": {"type": "default"}, "feedbackLoopEnabled": True}
Row = tuple[str, str, int, str | None, str | None]


async def judges(chat: Chat, reply: str | None, reaction: Any, **members: Any) -> int:
    """Press a thumb, and write something beside it: the status."""
    value = {"actionName": "feedback", "actionValue": {"reaction": reaction, "feedback": '{"feedbackText":"Alex says so"}'}}
    status, _ = await chat.deliver(chat.activity("invoke", name="message/submitAction", value=value, replyToId=reply) | members)
    return status


def stored(settings: Settings) -> list[Row]:
    """What the database holds of it."""
    with create_engine(f"sqlite:///{settings.database}").connect() as connection:
        rows = connection.execute(text("SELECT tenant, reply, liked, framework, intent FROM feedback ORDER BY at")).all()
    return [tuple(row) for row in rows]


async def test_an_answer_carries_thumbs_and_the_assistants_own_words_do_not(chat: Chat) -> None:
    assert (await chat.says("ask budgets")).body["channelData"] == THUMBS
    assert "channelData" not in (await chat.says("good morning")).body


@pytest.mark.parametrize(("said", "thumbs"), [("grade 7 budgets", True), ("hi", False), ("help", False), ("what is the weather", False)])
async def test_the_real_assistants_answers_carry_thumbs(talk: Chat, said: str, thumbs: bool) -> None:
    assert ("channelData" in (await talk.says(said)).body) is thumbs


async def test_a_channel_that_is_not_teams_gets_no_thumbs(chat: Chat) -> None:
    assert "channelData" not in (await chat.says("ask budgets", channelId="webchat")).body


@pytest.mark.parametrize(("reaction", "liked"), [("like", 1), ("dislike", 0)])
async def test_a_thumb_is_kept_with_what_the_answer_was_about(chat: Chat, settings: Settings, reaction: str, liked: int) -> None:
    answer = await chat.says("ask budgets")
    await chat.says("ask safety")
    assert await judges(chat, answer.id, reaction) == 200
    assert stored(settings) == [("a-tenant", answer.id, liked, "lancaster", "expectations")]


async def test_a_changed_mind_takes_the_place_of_the_first(chat: Chat, settings: Settings) -> None:
    answer = await chat.says("ask budgets")
    await judges(chat, answer.id, "like")
    await chat.says("forget")
    await judges(chat, answer.id, "dislike")
    assert stored(settings) == [("a-tenant", answer.id, 0, "lancaster", "expectations")]


async def test_a_thumb_under_an_answer_that_nobody_remembers_is_kept_without_what_it_was_about(chat: Chat, settings: Settings) -> None:
    assert await judges(chat, "long ago", "like") == 200
    assert stored(settings) == [("a-tenant", "long ago", 1, None, None)]


async def test_what_was_typed_and_by_whom_is_not_kept(chat: Chat, settings: Settings) -> None:
    await judges(chat, (await chat.says("ask budgets")).id, "like")
    kept = str(stored(settings))
    assert "Alex" not in kept
    assert str(chat.person) not in kept


async def test_an_edited_answer_keeps_its_thumbs(chat: Chat, settings: Settings) -> None:
    answer = await chat.says("good morning", id="question")
    data = {"tenant": {"id": "a-tenant"}, "eventType": "editMessage"}
    await chat.deliver(chat.activity("messageUpdate", id="question", text="ask budgets", channelData=data))
    assert (await chat.connector.next()).body["channelData"] == THUMBS
    await judges(chat, answer.id, "like")
    assert stored(settings)[0][4] == "expectations"


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"actionName": "somethingElse", "actionValue": {"reaction": "like"}},
        {"actionName": "feedback"},
        {"actionName": "feedback", "actionValue": "like"},
        {"actionName": "feedback", "actionValue": {"reaction": ["like"]}},
        {"actionName": "feedback", "actionValue": {"reaction": "love"}},
    ],
)
async def test_what_is_no_feedback_is_refused_with_a_reason(chat: Chat, settings: Settings, value: Any) -> None:
    status, answer = await chat.deliver(chat.activity("invoke", name="message/submitAction", value=value, replyToId="1"))
    assert status == 400
    assert "liked" in answer["error"]
    assert stored(settings) == []


async def test_a_thumb_under_nothing_is_refused(chat: Chat, settings: Settings) -> None:
    assert await judges(chat, None, "like") == 400
    assert stored(settings) == []
