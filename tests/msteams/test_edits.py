"""Edited messages: the answer follows the edit, what was recorded does not."""

import asyncio
from typing import Any

import pytest

from bot.phrases.en import edge
from tests.chat import BOT, Chat
from tests.connector import Sent
from tests.fakes import FakeAssistant

MENTION = [{"type": "mention", "text": "<at>Career assistant</at>", "mentioned": {"id": BOT, "name": "Career assistant"}}]
TEAMS = {"tenant": {"id": "a-tenant"}}


def edit(chat: Chat, id_: str, text: str, at: str = "10:00:00", **members: Any) -> dict[str, Any]:
    """What Teams delivers when somebody edits a message."""
    of_teams = {"channelData": TEAMS | {"eventType": "editMessage"}, "timestamp": f"2026-03-02T{at}.1234567Z"}
    return chat.activity("messageUpdate", id=id_, text=text, **(of_teams | members))


async def edits(chat: Chat, id_: str, text: str, at: str = "10:00:00", **members: Any) -> Sent:
    """Edit a message and read what comes of it."""
    assert await chat.deliver(edit(chat, id_, text, at, **members)) == (200, {})
    return await chat.connector.next()


async def test_an_edited_question_gets_its_answer_edited(chat: Chat) -> None:
    answer = await chat.says("ask budgets", id="question")
    changed = await edits(chat, "question", "ask safety")
    assert (changed.method, changed.of, changed.body["id"]) == ("PUT", answer.id, answer.id)
    assert changed.text == "About safety, after None."


async def test_an_edited_question_is_read_in_the_context_it_had_and_is_remembered(chat: Chat) -> None:
    await chat.says("ask budgets")
    await chat.says("ask at 8", id="follow-up")
    assert (await edits(chat, "follow-up", "ask at 9")).text == "About at 9, after budgets."
    assert (await chat.says("recall")).text == "grade None, last at 9"


async def test_an_edit_of_an_earlier_question_leaves_what_is_remembered(chat: Chat) -> None:
    await chat.says("ask budgets", id="first")
    await chat.says("ask safety")
    assert (await edits(chat, "first", "ask teamwork")).text == "About teamwork, after None."
    assert (await chat.says("recall")).text == "grade None, last safety"


async def test_a_question_edited_into_a_greeting_is_no_longer_remembered(chat: Chat) -> None:
    await chat.says("ask budgets")
    await chat.says("ask safety", id="last")
    await edits(chat, "last", "good morning")
    assert (await chat.says("recall")).text == "grade None, last budgets"


async def test_several_edits_end_in_the_last_one(chat: Chat, assistant: FakeAssistant) -> None:
    answer = await chat.says("ask budgets", id="question")
    texts = ["ask safety", "ask budgets", "ask safety", "ask teamwork"]
    changed = [await edits(chat, "question", text, f"10:00:0{second}") for second, text in enumerate(texts)]
    assert {each.of for each in changed} == {answer.id}
    assert changed[-1].text == "About teamwork, after None."


async def test_an_edit_delivered_again_is_answered_once(chat: Chat, assistant: FakeAssistant) -> None:
    await chat.says("ask budgets", id="question")
    again = edit(chat, "question", "ask safety")
    for _ in range(3):
        await chat.deliver(again)
    assert (await chat.connector.next()).text == "About safety, after None."
    assert (await chat.says("recall")).text == "grade None, last safety"
    assert len(assistant.turns) == 3


async def test_an_edit_that_arrives_after_a_later_one_is_left_alone(chat: Chat, assistant: FakeAssistant) -> None:
    await chat.says("ask budgets", id="question")
    await edits(chat, "question", "ask safety", "10:00:02")
    await chat.deliver(edit(chat, "question", "ask teamwork", "10:00:01"))
    assert len(assistant.turns) == 2


async def test_an_edit_that_arrives_before_its_message_is_the_one_that_counts(chat: Chat, assistant: FakeAssistant) -> None:
    assert (await edits(chat, "question", "ask safety")).text == "About safety, after None."
    await chat.deliver(chat.activity(id="question", text="ask budgets"))
    assert (await chat.says("recall")).text == "grade None, last safety"
    assert len(assistant.turns) == 2


async def test_an_edit_while_the_answer_is_on_its_way_waits_for_it(chat: Chat) -> None:
    chat.connector.hanging.add(chat.conversation)
    await chat.deliver(chat.activity(id="question", text="ask budgets"))
    first = await chat.connector.begun()
    async with asyncio.TaskGroup() as edited:
        edited.create_task(chat.deliver(edit(chat, "question", "ask safety", "10:00:01")))
        edited.create_task(chat.deliver(edit(chat, "question", "ask teamwork", "10:00:02")))
        await chat.client.get("/health")
        chat.connector.release()
    seen = [await chat.connector.next() for _ in range(3)]
    assert [each.method for each in seen] == ["POST", "PUT", "PUT"]
    assert {each.of for each in seen[1:]} == {first.id}
    assert seen[-1].text == "About teamwork, after None."


async def test_an_edit_of_an_answer_that_never_arrived_is_a_new_message(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.msteams.recent_replies.PATIENCE", 0.0)
    chat.connector.answer(400)
    await chat.deliver(chat.activity(id="question", text="ask budgets"))
    await chat.connector.begun()
    assert (await edits(chat, "question", "ask safety")).method == "POST"


async def test_an_edit_of_a_message_that_nobody_remembers_is_answered_anew_and_then_in_place(chat: Chat) -> None:
    answer = await edits(chat, "long ago", "ask safety", "10:00:00")
    assert (answer.method, answer.of) == ("POST", "long ago")
    again = await edits(chat, "long ago", "ask budgets", "10:00:01")
    assert (again.method, again.of) == ("PUT", answer.id)


async def test_editing_what_was_recorded_changes_nothing_and_says_how_to_correct_it(chat: Chat, assistant: FakeAssistant) -> None:
    await chat.says("grade 5", id="told")
    changed = await edits(chat, "told", "grade 6")
    assert (changed.method, changed.text) == ("POST", edge.EDITED)
    again = await edits(chat, "told", "grade 7", "10:00:01")
    assert (again.method, again.of) == ("PUT", changed.id)
    assert "new message" in edge.EDITED
    assert (await chat.says("recall")).text == "grade 5, last None"
    assert len(assistant.turns) == 2


async def test_a_question_edited_into_something_to_record_records_nothing(chat: Chat) -> None:
    await chat.says("ask budgets", id="question")
    assert (await edits(chat, "question", "grade 6")).text == edge.EDITED
    assert (await chat.says("recall")).text == "grade None, last budgets"


async def test_a_forgotten_conversation_is_forgotten_by_edits_as_well(chat: Chat) -> None:
    await chat.says("ask budgets")
    await chat.says("ask safety", id="question")
    await chat.says("forget")
    assert (await edits(chat, "question", "ask teamwork")).text == "About teamwork, after None."


async def test_an_emptied_message_gets_its_answer_edited_too(chat: Chat) -> None:
    await chat.says("ask budgets", id="question")
    changed = await edits(chat, "question", " ")
    assert (changed.method, changed.text) == ("PUT", edge.EMPTY)


async def test_an_edit_in_a_channel_counts_only_with_the_mention(chat: Chat, assistant: FakeAssistant) -> None:
    chat.kind = "channel"
    await chat.says("<at>Career assistant</at> ask budgets", id="question", entities=MENTION)
    await chat.deliver(edit(chat, "question", "ask safety"))
    assert len(assistant.turns) == 1
    changed = await edits(chat, "question", "<at>Career assistant</at> ask safety", "10:00:02", entities=MENTION)
    assert (changed.method, changed.text) == ("PUT", "About safety, after None.")


@pytest.mark.parametrize(
    ("type_", "event"),
    [
        ("messageDelete", "softDeleteMessage"),
        ("messageDelete", None),
        ("messageUpdate", "undeleteMessage"),
        ("messageUpdate", None),
        ("messageUpdate", "somethingNew"),
    ],
)
async def test_other_updates_of_a_message_do_nothing(chat: Chat, assistant: FakeAssistant, type_: str, event: str | None) -> None:
    await chat.says("ask budgets", id="question")
    activity = chat.activity(type_, id="question", text="ask safety", channelData=TEAMS | {"eventType": event})
    assert await chat.deliver(activity) == (200, {})
    assert len(assistant.turns) == 1


@pytest.mark.parametrize("at", ["soon", None, "2026-03-02T10:00:00"])
async def test_an_edit_with_an_odd_time_is_answered_all_the_same(chat: Chat, at: str | None) -> None:
    await chat.says("ask budgets", id="question", timestamp="2026-03-02T09:00:00.1Z")
    assert (await edits(chat, "question", "ask safety", timestamp=at)).method == "PUT"
