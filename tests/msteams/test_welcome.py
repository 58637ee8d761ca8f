"""The welcome: once per installation."""

import pytest

from tests.chat import BOT, Chat
from tests.fakes import WELCOME, FakeAssistant


@pytest.mark.parametrize("order", [("installs", "begins"), ("begins", "installs")])
async def test_one_installation_is_welcomed_once_however_it_arrives(chat: Chat, assistant: FakeAssistant, order: tuple[str, str]) -> None:
    for what in order:
        assert await chat.deliver(getattr(chat, what)()) == (200, {})
    assert (await chat.connector.next()).text == WELCOME
    assert (await chat.says("recall")).text == "grade None, last None"
    assert len(assistant.turns) == 2


async def test_a_second_delivery_is_not_welcomed_again(chat: Chat, assistant: FakeAssistant) -> None:
    begins = chat.begins()
    await chat.deliver(begins)
    await chat.deliver(begins)
    await chat.deliver(chat.begins())
    assert len(assistant.turns) == 1


async def test_after_a_removal_the_next_installation_is_welcomed(chat: Chat) -> None:
    await chat.deliver(chat.installs())
    assert (await chat.connector.next()).text == WELCOME
    await chat.says("remember the budget")
    await chat.deliver(chat.activity("installationUpdate", action="remove"))
    await chat.deliver(chat.installs())
    assert (await chat.connector.next()).text == WELCOME
    assert (await chat.says("recall")).text == "grade None, last None"


async def test_somebody_new_in_a_group_is_not_welcomed_but_the_bot_itself_is(chat: Chat, assistant: FakeAssistant) -> None:
    chat.kind = "groupChat"
    await chat.deliver(chat.activity("conversationUpdate", membersAdded=[{"id": "29:anna"}]))
    assert assistant.turns == []
    await chat.deliver(chat.activity("conversationUpdate", membersAdded=[{"id": BOT}]))
    assert (await chat.connector.next()).text == WELCOME


@pytest.mark.parametrize("channel", ["webchat", "emulator"])
async def test_a_chat_that_is_not_teams_is_welcomed_too(chat: Chat, channel: str) -> None:
    await chat.deliver(chat.begins() | {"channelId": channel})
    assert (await chat.connector.next()).text == WELCOME


async def test_an_update_of_a_team_is_taken_quietly(chat: Chat, assistant: FakeAssistant) -> None:
    renamed = {"tenant": {"id": "a-tenant"}, "eventType": "teamRenamed", "team": {"id": "19:team", "name": "New"}}
    for data in (renamed, {"eventType": "channelCreated"}, None):
        assert (await chat.deliver(chat.activity("conversationUpdate", channelData=data)))[0] == 200
    assert assistant.turns == []
