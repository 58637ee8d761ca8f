"""Messages in and replies out, over HTTP."""

from time import perf_counter

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
    "typed",
    [
        "<at>Career assistant</at> good morning",
        "good <at>Career assistant</at> morning",
        "good morning <at>Career assistant</at>",
        "good morning<at>Career assistant</at>",
        "<at>Career assistant</at> good morning <at>Career assistant</at>",
        '<at id="0">Career assistant</at> good morning',
        '<AT ID="0">career ASSISTANT</AT > good morning',
        "<at>Career&nbsp;assistant</at>&nbsp;good morning",
        "<at>Career\u00a0assistant</at>\u00a0good morning",
        "<p><at>Career assistant</at> good <b>morning</b></p>",
        "<div><at>Career assistant</at>&nbsp;good morning</div>",
        '<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Career assistant</span> good morning',
        "<at>Renamed since</at> good morning",
        "@Career assistant good morning",
    ],
)
async def test_the_bots_own_mention_is_taken_away_wherever_and_however_it_stands(chat: Chat, typed: str) -> None:
    assert (await chat.says(typed, entities=MENTION)).text == "You said good morning."


async def test_a_mention_in_two_parts_is_taken_away_whole(chat: Chat) -> None:
    parts = [MENTION[0] | {"text": f"<at>{part}</at>"} for part in ("Career", "assistant")]
    assert (await chat.says("<at>Career</at> <at>assistant</at> good morning", entities=parts)).text == "You said good morning."


@pytest.mark.parametrize("own", [[], MENTION])
async def test_other_peoples_mentions_keep_their_names(chat: Chat, own: list[dict[str, object]]) -> None:
    said = await chat.says(
        "<at>Career assistant</at> what does <at>Anna</at> do?" if own else "what does <at>Anna</at> do?", entities=own + ANNA
    )
    assert said.text == "You said what does Anna do?."


async def test_the_bots_name_without_a_mention_stays(chat: Chat) -> None:
    said = await chat.says("<at>Career assistant</at> who is the career assistant?", entities=MENTION)
    assert said.text == "You said who is the career assistant?."


@pytest.mark.parametrize(
    "entities",
    [
        [{"type": "mention"}],
        [{"type": "mention", "mentioned": {"id": BOT}}],
        [{"type": "mention", "text": "", "mentioned": {"id": BOT, "name": ""}}],
        [{"type": "mention", "text": "<at>", "mentioned": {"id": BOT}}],
        [{"type": "mention", "text": "(a+)+$", "mentioned": {"id": BOT}}],
        [{"type": "clientInfo", "mentioned": {"id": BOT}}],
    ],
)
async def test_odd_mentions_do_no_harm(chat: Chat, entities: list[dict[str, object]]) -> None:
    assert "good morning" in (await chat.says("<at>Career assistant</at> good morning", entities=entities)).text


async def test_thousands_of_unfinished_mentions_are_read_at_once(chat: Chat) -> None:
    began = perf_counter()
    for unfinished in ("<at>" * 3900, "<at " * 3900, "<span schema.skype.com/mention" * 500, "</at" * 3900):
        await chat.deliver(chat.activity(text=unfinished, entities=MENTION))
        await chat.connector.next()
    assert perf_counter() - began < 2


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
    "type_",
    [
        "typing",
        "event",
        "messageReaction",
        "messageUpdate",
        "messageDelete",
        "endOfConversation",
        "handoff",
        "trace",
        "command",
        "contactRelationUpdate",
        "somethingNew",
    ],
)
async def test_activities_that_need_no_answer_are_taken_quietly(chat: Chat, assistant: FakeAssistant, type_: str) -> None:
    hostile = {"name": "application/vnd.microsoft.meetingStart", "value": [1], "text": "hello"}
    assert await chat.deliver(chat.activity(type_, **hostile)) == (200, {})
    assert assistant.turns == []


async def test_text_with_a_value_is_no_press_so_a_channel_stays_silent(chat: Chat, assistant: FakeAssistant) -> None:
    chat.kind = "channel"
    assert await chat.deliver(chat.activity(text="not for you", value={})) == (200, {})
    assert not assistant.turns


@pytest.mark.parametrize(
    "name", ["application/vnd.microsoft.meetingStart", "application/vnd.microsoft.readReceipt", "tokens/response", None]
)
@pytest.mark.parametrize("value", [{"Id": 1, "StartTime": "soon"}, [1], "x", None])
async def test_events_are_taken_quietly_whatever_they_hold(chat: Chat, assistant: FakeAssistant, name: str | None, value: object) -> None:
    assert await chat.deliver(chat.activity("event", name=name, value=value)) == (200, {})
    assert assistant.turns == []


@pytest.mark.parametrize("name", ["signin/verifyState", "signin/tokenExchange", "signin/failure", "config/fetch", "config/submit"])
async def test_invokes_that_nobody_asked_for_get_a_clean_answer(chat: Chat, name: str) -> None:
    status, _ = await chat.deliver(chat.activity("invoke", name=name, value={"action": "accept", "context": [1]}))
    assert status == 200
