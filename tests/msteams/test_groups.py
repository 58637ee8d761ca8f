"""Group chats, channels and guests: nothing personal is used, shown or kept."""

from typing import Any

import pytest
from sqlalchemy import create_engine, text

from bot.phrases.en import edge, profile
from bot.settings import Settings
from tests.chat import BOT, Chat
from tests.connector import Sent
from tests.fakes import WELCOME, FakeAssistant

NAME = "<at>Career assistant</at>"
MENTION = [{"type": "mention", "text": NAME, "mentioned": {"id": BOT, "name": "Career assistant"}}]
GROUPS = ["groupChat", "channel"]


async def mentions(chat: Chat, said: str) -> Sent:
    """Say something to the assistant in a group."""
    return await chat.says(f"{NAME} {said}", entities=MENTION)


def words(sent: Sent) -> str:
    """Everything that was sent, as one text."""
    return str(sent.body)


def moves_to(chat: Chat, kind: str) -> None:
    """Go on in a group chat or channel."""
    chat.kind, chat.conversation = kind, f"19:{kind};messageid=17"


def kept(settings: Settings) -> dict[str, int]:
    """How many rows there are of what may be about somebody."""
    with create_engine(f"sqlite:///{settings.database}").connect() as connection:
        tables = ("person", "profile", "conversation", "seen", "outbox")
        return {table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in tables}


@pytest.mark.parametrize("kind", GROUPS)
@pytest.mark.parametrize(
    "said",
    [
        "my data",
        "what do you know about me",
        "forget me",
        "I'm a grade 5",
        "we use the matrix",
        "start my self-assessment",
        "show my plan",
        "remind me in march",
        "share this with my manager",
        "show me my team",
    ],
)
async def test_anything_personal_in_a_group_is_offered_in_the_personal_chat(talk: Chat, kind: str, said: str) -> None:
    moves_to(talk, kind)
    sent = await mentions(talk, said)
    assert sent.text == profile.IN_GROUP
    [button] = sent.body["attachments"][0]["content"]["actions"]
    assert button == {
        "type": "Action.OpenUrl",
        "title": edge.OPEN_OUR_CHAT,
        "url": "https://teams.microsoft.com/l/chat/0/0?users=28:the-bot",
    }


async def test_where_there_are_no_such_links_the_sentence_stands_alone(talk: Chat) -> None:
    moves_to(talk, "groupChat")
    sent = await talk.says(f"{NAME} my data", entities=MENTION, channelId="webchat")
    assert "actions" not in sent.body["attachments"][0]["content"]


@pytest.mark.parametrize(
    ("verb", "data"),
    [
        ("forget", {}),
        ("keep", {}),
        ("profile", {"framework": "lancaster", "grade": 6}),
        ("ask", {"reading": {"framework": "lancaster", "intent": "my_data"}}),
        ("ask", {"reading": {"framework": "lancaster", "intent": "set_profile", "grades": [6]}}),
    ],
)
async def test_a_personal_button_pressed_in_a_group_changes_nothing(talk: Chat, verb: str, data: dict[str, Any]) -> None:
    await talk.says("I'm grade 5")
    moves_to(talk, "channel")
    await talk.executes(verb, data)
    assert (await talk.connector.next()).text == profile.IN_GROUP
    talk.kind, talk.conversation = "personal", "a:chat"
    assert "grade 5" in (await talk.says("my data")).text


@pytest.mark.parametrize("said", ["what is expected of me", "my next grade", "hi", "help", "budgets", "what changes for me", "thanks"])
async def test_a_group_is_answered_as_if_nobody_had_told_anything(talk: Chat, said: str) -> None:
    moves_to(talk, "groupChat")
    before = (await mentions(talk, said)).body
    talk.kind, talk.conversation = "personal", "a:chat"
    await talk.says("I'm grade 5")
    moves_to(talk, "groupChat")
    after = (await mentions(talk, said)).body
    assert {**before, "replyToId": ""} == {**after, "replyToId": ""}


async def test_a_reply_in_a_channel_goes_into_its_thread(talk: Chat) -> None:
    moves_to(talk, "channel")
    sent = await talk.says(f"grade 7 budgets {NAME}", entities=MENTION, id="1700000000001")
    assert (sent.conversation, sent.of) == ("19:channel;messageid=17", "1700000000001")


@pytest.mark.parametrize("said", ["Hi", "HELLO!!", "hello \U0001f44b ", "Help", "help?", "tHANKS", "thank you \U0001f64f"])
@pytest.mark.parametrize("kind", ["personal", *GROUPS])
async def test_small_talk_is_understood_in_any_case(talk: Chat, kind: str, said: str) -> None:
    if kind != "personal":
        moves_to(talk, kind)
    sent = await mentions(talk, said)
    opening = {"h": "Hello!", "t": "You’re welcome."}[said[0].lower()]
    assert sent.text.startswith("I answer questions about" if "elp" in said.lower() else opening)


async def test_suggestions_are_shown_in_the_personal_chat_alone(chat: Chat) -> None:
    assert "suggestedActions" in (await chat.says("good morning")).body
    moves_to(chat, "groupChat")
    assert "suggestedActions" not in (await mentions(chat, "good morning")).body


@pytest.mark.parametrize("nobody", [None, ""])
async def test_of_a_guest_nothing_reaches_the_database(chat: Chat, settings: Settings, nobody: str | None) -> None:
    chat.person = nobody
    await chat.deliver(chat.installs())
    await chat.deliver(chat.begins())
    assert (await chat.connector.next()).text == WELCOME
    for said in ("grade 5", "ask budgets", "recall"):
        await chat.says(said)
    await chat.executes("more")
    assert kept(settings) == {"person": 0, "profile": 0, "conversation": 0, "seen": 0, "outbox": 0}


async def test_a_guests_follow_up_goes_on_and_another_guest_knows_nothing_of_it(chat: Chat) -> None:
    chat.person = None
    await chat.says("ask budgets")
    assert (await chat.says("ask at 8")).text == "About at 8, after budgets."
    chat.conversation = "a:another guest"
    assert (await chat.says("recall")).text == "grade None, last None"


async def test_a_guests_message_and_press_delivered_again_have_one_effect(chat: Chat, assistant: FakeAssistant) -> None:
    chat.person = None
    message = chat.activity(text="ask budgets")
    await chat.deliver(message)
    await chat.deliver(message)
    first = await chat.executes("next", {"row": 1}, id="press")
    assert await chat.executes("next", {"row": 1}, id="press") == first
    assert len(assistant.turns) == 2


async def test_a_guests_edit_changes_the_answer(chat: Chat) -> None:
    chat.person = None
    answer = await chat.says("ask budgets", id="question")
    data = {"tenant": {"id": "a-tenant"}, "eventType": "editMessage"}
    await chat.deliver(chat.activity("messageUpdate", id="question", text="ask safety", channelData=data))
    changed = await chat.connector.next()
    assert (changed.method, changed.of) == ("PUT", answer.id)
    assert (await chat.says("recall")).text == "grade None, last safety"


@pytest.mark.parametrize("said", ["I'm grade 6", "I am a senior technician", "we use the matrix"])
async def test_a_guest_is_told_that_nothing_is_kept(talk: Chat, said: str) -> None:
    talk.person = None
    sent = await talk.says(said)
    assert sent.text == profile.GUEST
    assert "Noted" not in words(sent)
    assert (await talk.says("what do you know about me")).text == profile.GUEST_HOLDS
    assert (await talk.says("grade 7 budgets")).text.startswith("Budgets.")


async def test_a_guest_may_have_the_conversation_forgotten(talk: Chat) -> None:
    talk.person = None
    await talk.says("grade 7 budgets")
    await talk.executes("forget", {})
    assert (await talk.connector.next()).text == profile.GUEST_FORGOTTEN
    assert "budget" not in (await talk.says("and at 8?")).text.lower()


async def test_a_welcome_is_given_once_where_only_one_of_two_events_names_the_person(chat: Chat, assistant: FakeAssistant) -> None:
    nobody = {"from": {"id": "29:alex", "name": "Alex"}}
    for conversation, order in (("a:1", ({}, nobody)), ("a:2", (nobody, {}))):
        chat.conversation = conversation
        await chat.deliver(chat.installs() | order[0])
        await chat.deliver(chat.begins() | order[1])
        assert (await chat.connector.next()).text == WELCOME
    assert len(assistant.turns) == 2
