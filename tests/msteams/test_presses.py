"""Buttons: Action.Execute and Action.Submit, in place and as a new message."""

import pytest

from bot.phrases.en import edge
from tests.chat import Chat
from tests.fakes import FakeAssistant, card

NOTICE = "application/vnd.microsoft.activity.message"
CARD = "application/vnd.microsoft.card.adaptive"


async def test_a_card_that_steps_in_place_comes_back_and_edits_the_message(chat: Chat) -> None:
    status, answer = await chat.executes("next", {"row": 3})
    assert (status, answer) == (200, {"statusCode": 200, "type": CARD, "value": card("Row 3", "replaced")})
    edit = await chat.connector.next()
    assert (edit.method, edit.of, edit.body["id"]) == ("PUT", "the-card", "the-card")
    assert edit.body["attachments"][0]["content"] == answer["value"]


async def test_another_answer_is_a_new_message_and_a_notice_that_is_not_empty(chat: Chat) -> None:
    assert await chat.executes("more") == (200, {"statusCode": 200, "type": NOTICE, "value": edge.ANSWERED_BELOW})
    assert (await chat.connector.next()).text == "Pressed more."


async def test_the_verb_may_stand_in_the_data(chat: Chat, assistant: FakeAssistant) -> None:
    value = {"action": {"type": "Action.Execute", "data": {"verb": "more", "msteams": {}, "row": 1}}}
    await chat.deliver(chat.activity("invoke", name="adaptiveCard/action", value=value))
    assert (assistant.turns[0].arrived.verb, dict(assistant.turns[0].arrived.data)) == ("more", {"row": 1})


async def test_a_submit_is_the_same_press_and_arrives_as_a_message(chat: Chat, assistant: FakeAssistant) -> None:
    await chat.deliver(chat.activity(value={"verb": "more", "row": 1, "comment": "mine"}))
    assert (await chat.connector.next()).text == "Pressed more."
    assert (assistant.turns[0].arrived.verb, dict(assistant.turns[0].arrived.data)) == ("more", {"row": 1, "comment": "mine"})


async def test_a_submit_that_steps_in_place_edits_the_message(chat: Chat) -> None:
    await chat.deliver(chat.activity(value={"verb": "next", "row": 1}, replyToId="the-card"))
    assert ((await chat.connector.next()).method) == "PUT"


async def test_a_submit_of_an_unknown_message_steps_in_a_new_one(chat: Chat) -> None:
    await chat.deliver(chat.activity(value={"verb": "next", "row": 1}))
    assert ((await chat.connector.next()).method) == "POST"


async def test_a_press_in_a_channel_needs_no_mention(chat: Chat) -> None:
    chat.kind = "channel"
    await chat.deliver(chat.activity(value={"verb": "more"}))
    assert (await chat.connector.next()).text == "Pressed more."


@pytest.mark.parametrize("verb", ["next", "more"])
async def test_a_press_delivered_again_gets_the_same_answer_and_one_effect(chat: Chat, assistant: FakeAssistant, verb: str) -> None:
    first = await chat.executes(verb, id="the-same")
    assert await chat.executes(verb, id="the-same") == first
    assert len(assistant.turns) == 1
    await chat.connector.next()
    assert (await chat.says("recall")).text == "grade None, last None"


async def test_a_failed_press_says_so_beside_the_card_and_sends_nothing(chat: Chat) -> None:
    status, answer = await chat.executes("fail")
    assert (status, answer["statusCode"], answer["type"]) == (200, 200, NOTICE)
    assert "quote" in answer["value"]
    assert (await chat.says("recall")).text == "grade None, last None"


@pytest.mark.parametrize(
    "value", [None, 7, [], {}, {"action": 7}, {"action": {}}, {"action": {"verb": 7}}, {"action": {"verb": "v" * 201}}]
)
async def test_a_press_without_a_verb_is_refused_with_a_reason(chat: Chat, value: object) -> None:
    status, answer = await chat.deliver(chat.activity("invoke", name="adaptiveCard/action", value=value))
    assert status == 400
    assert "verb" in answer["error"]


@pytest.mark.parametrize("name", [None, "", "task/fetch", "composeExtension/somethingNew", "whatever"])
async def test_an_unknown_invoke_is_not_implemented(chat: Chat, name: str | None) -> None:
    status, answer = await chat.deliver(chat.activity("invoke", name=name, value=[1, {"a": 2}]))
    assert status == 501
    assert "not known" in answer["error"]


async def test_a_press_with_the_id_of_a_message_gets_a_notice_that_is_not_empty(chat: Chat) -> None:
    await chat.says("good morning", id="the-same")
    assert await chat.executes("more", id="the-same") == (200, {"statusCode": 200, "type": NOTICE, "value": edge.ANSWERED_BELOW})
