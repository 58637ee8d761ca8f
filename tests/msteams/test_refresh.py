"""A card that steps in place, and one that asks by itself what it shows now: through the endpoint, in Teams and elsewhere."""

from dataclasses import dataclass
from typing import Any

import pytest

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Turn
from bot.phrases.en import edge
from tests.chat import Chat
from tests.fakes import FakeAssistant, card

NOTICE = "application/vnd.microsoft.activity.message"
CARD = "application/vnd.microsoft.card.adaptive"
REFRESH = {"action": {"type": "Action.Execute", "verb": "look", "data": {"row": 2}}}


@dataclass
class Refreshing(FakeAssistant):
    """Its cards carry a refresh; `look` tells the grade that is held, and how many turns there were."""

    def _pressed(self, turn: Turn, verb: str, data: dict[str, Any]) -> Reply:
        if verb == "look":
            return Reply("As it is.", card=card(f"grade {turn.profile.grade}") | {"refresh": REFRESH})
        if verb == "words":
            return Reply("That is gone.")
        reply = super()._pressed(turn, verb, data)
        return reply if reply.card is None else Reply(reply.text, {**reply.card, "refresh": REFRESH}, reply.replaces, profile=reply.profile)


@pytest.fixture
def assistant() -> Refreshing:
    """An assistant whose cards refresh."""
    return Refreshing()


def _automatic(verb: str, data: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"action": {"type": "Action.Execute", "verb": verb, "data": data or {}}, "trigger": "automatic"}


async def _asks_by_itself(chat: Chat, verb: str, data: dict[str, Any] | None = None) -> tuple[int, Any]:
    activity = chat.activity("invoke", name="adaptiveCard/action", value=_automatic(verb, data), replyToId="the-card")
    return await chat.deliver(activity)


async def test_a_card_is_refreshed_for_the_one_person_it_is_sent_to(chat: Chat) -> None:
    _, answer = await chat.executes("next", {"row": 3})
    assert answer["value"]["refresh"] == {**REFRESH, "userIds": ["29:alex"]}
    edit = await chat.connector.next()
    assert edit.body["attachments"][0]["content"] == answer["value"]


async def test_a_card_that_is_recorded_with_its_turn_is_refreshed_as_well(chat: Chat) -> None:
    await chat.executes("keep", {"grade": 6})
    sent = await chat.connector.next()
    assert (sent.method, sent.of) == ("PUT", "the-card")
    assert sent.body["attachments"][0]["content"]["refresh"]["userIds"] == ["29:alex"]


@pytest.mark.parametrize(("kind", "channel"), [("channel", "msteams"), ("groupChat", "msteams"), ("personal", "webchat")])
async def test_elsewhere_a_card_asks_for_no_refresh(chat: Chat, kind: str, channel: str) -> None:
    chat.kind = kind
    _, answer = await chat.executes("next", {"row": 3}, channelId=channel)
    assert "refresh" not in answer["value"]
    assert "refresh" not in (await chat.connector.next()).body["attachments"][0]["content"]


async def test_what_a_card_shows_now_goes_into_the_response_alone(chat: Chat) -> None:
    await chat.says("grade 6")
    status, answer = await _asks_by_itself(chat, "look")
    assert (status, answer["statusCode"], answer["type"]) == (200, 200, CARD)
    assert answer["value"]["body"][0]["text"] == "grade 6"
    assert answer["value"]["refresh"]["userIds"] == ["29:alex"]
    assert (await chat.says("recall")).text == "grade 6, last None"  # and nothing was sent before it


async def test_a_refresh_that_would_record_something_records_nothing(chat: Chat) -> None:
    await chat.says("grade 6")
    assert await _asks_by_itself(chat, "keep", {"grade": 9}) == (200, {"statusCode": 200, "type": NOTICE, "value": edge.PRESS_IT})
    assert (await chat.says("recall")).text == "grade 6, last None"


async def test_a_refresh_may_be_asked_for_again_and_tells_what_changed_since(chat: Chat) -> None:
    before = await _asks_by_itself(chat, "look")
    await chat.says("grade 6")
    after = await _asks_by_itself(chat, "look")
    assert [answer["value"]["body"][0]["text"] for _, answer in (before, after)] == ["grade None", "grade 6"]


async def test_a_refresh_that_finds_no_card_says_so(chat: Chat) -> None:
    assert await _asks_by_itself(chat, "words") == (200, {"statusCode": 200, "type": NOTICE, "value": "That is gone."})


async def test_a_refresh_for_a_guest_is_answered_too(chat: Chat) -> None:
    chat.person = None
    _, answer = await _asks_by_itself(chat, "look")
    assert answer["value"]["body"][0]["text"] == "grade None"


async def test_a_press_that_names_no_message_steps_in_the_response_and_in_a_new_message(chat: Chat) -> None:
    _, answer = await chat.executes("keep", {"grade": 6}, replyToId=None)
    sent = await chat.connector.next()
    assert (sent.method, sent.body["attachments"][0]["content"]) == ("POST", answer["value"])


async def test_a_recorded_submit_of_a_known_message_edits_it(chat: Chat) -> None:
    await chat.deliver(chat.activity(value={"verb": "keep", "grade": 6}, replyToId="the-card"))
    sent = await chat.connector.next()
    assert (sent.method, sent.of) == ("PUT", "the-card")


async def test_a_recorded_submit_of_an_unknown_message_is_a_new_one(chat: Chat) -> None:
    await chat.deliver(chat.activity(value={"verb": "keep", "grade": 6}, channelId="webchat"))
    sent = await chat.connector.next()
    assert (sent.method, "refresh" in sent.body["attachments"][0]["content"]) == ("POST", False)
