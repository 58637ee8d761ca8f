"""Messages in and replies out, over HTTP."""

import pytest

from bot.phrases.en import edge
from tests.chat import BOT, Chat
from tests.fakes import FakeAssistant

HTML = [{"contentType": "text/html", "content": "<p></p>"}]
PICTURE = [{"contentType": "image/png", "contentUrl": "https://example.com/a.png"}]
MENTION = [{"type": "mention", "text": "<at>Career assistant</at>", "mentioned": {"id": BOT, "name": "Career assistant"}}]
ANNA = [{"type": "mention", "text": "<at>Anna</at>", "mentioned": {"id": "29:anna", "name": "Anna"}}]


async def test_a_message_is_answered_in_its_conversation_and_to_it(chat: Chat) -> None:
    sent = await chat.says("good morning")
    assert (sent.method, sent.conversation, sent.of) == ("POST", "a:chat", "a:chat-1")
    assert sent.text == "You said good morning."
    assert sent.body["recipient"] == {"id": "29:alex", "name": "Alex"}
    assert sent.body["from"]["id"] == BOT


async def test_suggestions_are_messages_to_send_by_a_press(chat: Chat) -> None:
    actions = (await chat.says("good morning")).body["suggestedActions"]
    assert actions["to"] == ["29:alex"]
    assert [(action["type"], action["value"]) for action in actions["actions"]] == [("imBack", "card"), ("imBack", "recall")]


async def test_a_card_is_one_message_with_its_sentence_as_the_summary(chat: Chat) -> None:
    sent = await chat.says("card next")
    assert sent.body["summary"] == "Here is a card."
    assert "text" not in sent.body
    [attachment] = sent.body["attachments"]
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert attachment["content"]["body"][0]["text"] == "Here is a card."


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("H&amp;S at grade&nbsp;7", "H&S at grade 7"),
        ("<p>what about <b>budgets</b>?</p>", "what about budgets?"),
        ("grade &lt; 7", "grade < 7"),
        ("one<br>two", "one\ntwo"),
        ("  spaces   everywhere ", "spaces everywhere"),
        ("5 < 7 and 9 > 7", "5 < 7 and 9 > 7"),
    ],
)
async def test_mark_up_is_taken_away(chat: Chat, assistant: FakeAssistant, typed: str, read: str) -> None:
    await chat.says(typed)
    assert assistant.turns[-1].arrived.text == read


@pytest.mark.parametrize(
    "typed", ["<at>Career assistant</at> good morning", "good <at>Career assistant</at> morning", "good morning <at>Career assistant</at>"]
)
async def test_the_bots_own_mention_is_taken_away_wherever_it_stands(chat: Chat, typed: str) -> None:
    assert (await chat.says(typed, entities=MENTION)).text == "You said good morning."


async def test_other_peoples_mentions_keep_their_names(chat: Chat) -> None:
    assert (await chat.says("what does <at>Anna</at> do?", entities=ANNA)).text == "You said what does Anna do?."


@pytest.mark.parametrize("kind", ["channel", "groupChat"])
async def test_a_group_is_answered_only_when_the_bot_is_mentioned(chat: Chat, assistant: FakeAssistant, kind: str) -> None:
    chat.kind = kind
    assert await chat.deliver(chat.activity(text="not for you")) == (200, {})
    assert (await chat.says("<at>Career assistant</at> recall", entities=MENTION)).text == "grade None, last None"
    assert len(assistant.turns) == 1


async def test_a_group_neither_uses_nor_changes_a_profile(chat: Chat) -> None:
    await chat.says("grade 5")
    chat.kind, chat.conversation = "channel", "19:general"
    assert (await chat.says("<at>Career assistant</at> recall", entities=MENTION)).text == "grade None, last None"
    await chat.says("<at>Career assistant</at> grade 8", entities=MENTION)
    chat.kind, chat.conversation = "personal", "a:chat"
    assert (await chat.says("recall")).text == "grade 5, last None"


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ({"text": ""}, edge.EMPTY),
        ({"text": "  &nbsp; ", "attachments": HTML}, edge.EMPTY),
        ({"text": None, "attachments": PICTURE}, edge.ONLY_ATTACHMENT),
        ({"attachments": HTML + PICTURE}, edge.ONLY_ATTACHMENT),
        ({"text": "why " * 1001}, edge.TOO_LONG),
        ({"text": "w" * 200_000}, edge.TOO_LONG),
        ({"text": "<p>" * 5000 + "x" + "</p>" * 5000}, edge.TOO_LONG),
    ],
)
async def test_what_cannot_be_read_is_answered_kindly(chat: Chat, assistant: FakeAssistant, members: dict[str, object], told: str) -> None:
    await chat.deliver(chat.activity(**members))
    assert (await chat.connector.next()).text == told
    assert assistant.turns == []


async def test_four_thousand_characters_are_read(chat: Chat) -> None:
    assert len((await chat.says("x" * 4000)).text) > 4000


async def test_a_message_delivered_again_is_not_answered_again(chat: Chat, assistant: FakeAssistant) -> None:
    message = chat.activity(text="grade 5")
    await chat.deliver(message)
    await chat.deliver(message)
    assert (await chat.connector.next()).text == "Noted: grade 5."
    assert (await chat.says("recall")).text == "grade 5, last None"
    assert len(assistant.turns) == 2


async def test_a_follow_up_finds_the_last_reading(chat: Chat) -> None:
    await chat.says("remember the budget")
    assert (await chat.says("recall")).text == "grade None, last the budget"


async def test_a_failed_turn_is_owned_up_to_once_with_an_id_and_changes_nothing(chat: Chat) -> None:
    failed = chat.activity(text="fail")
    assert await chat.deliver(failed) == (200, {})
    told = (await chat.connector.next()).text
    assert told.startswith("Sorry, something went wrong on my side")
    assert (await chat.says("recall")).text == "grade None, last None"


@pytest.mark.parametrize(
    "type_", ["typing", "event", "messageReaction", "messageUpdate", "messageDelete", "endOfConversation", "somethingNew"]
)
async def test_activities_that_need_no_answer_are_taken_quietly(chat: Chat, assistant: FakeAssistant, type_: str) -> None:
    hostile = {"name": "application/vnd.microsoft.meetingStart", "value": [1], "text": "hello"}
    assert await chat.deliver(chat.activity(type_, **hostile)) == (200, {})
    assert assistant.turns == []


@pytest.mark.parametrize("nobody", [None, ""])
async def test_of_a_guest_nothing_is_kept(chat: Chat, nobody: str | None) -> None:
    chat.person = nobody
    await chat.says("grade 5")
    chat.conversation = "a:another guest"
    assert (await chat.says("recall")).text == "grade None, last None"


async def test_text_with_a_value_is_no_press_so_a_channel_stays_silent(chat: Chat, assistant: FakeAssistant) -> None:
    chat.kind = "channel"
    assert await chat.deliver(chat.activity(text="not for you", value={})) == (200, {})
    assert not assistant.turns
