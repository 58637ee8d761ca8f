"""From a reply to what is sent: a message, an edit of the pressed one, or what a press is answered."""

from typing import Any
from urllib.parse import quote

from botbuilder.schema import Activity

from bot.dialogs.reply import Card, Reply
from bot.msteams.activities import Message
from bot.msteams.arrivals import is_personal
from bot.phrases.en import edge

CARD = "application/vnd.microsoft.card.adaptive"
NOTICE = "application/vnd.microsoft.activity.message"
_TEAMS = "msteams"


class Sealed(dict[str, Any]):
    """Plain JSON that nobody changes, so that the SDK's deep copy of every activity may pass it on as it is."""

    def __deepcopy__(self, _memo: dict[int, Any]) -> "Sealed":
        return self


_THUMBS = Sealed(feedbackLoop={"type": "default"}, feedbackLoopEnabled=True)  # the second for older clients


def message(reply: Reply, arrived: Activity) -> Activity:
    """One message, in answer to what arrived.

    With a card the sentence is the summary, which notifications show: Teams splits a message of text and card in two, and shows no
    suggested actions beside a card.
    """
    return Message(
        type="message",
        text=reply.text if reply.card is None else None,
        text_format="markdown" if reply.card is None else None,
        summary=reply.text,
        attachments=None if reply.card is None else [attachment(_card(reply, reply.card, arrived))],
        suggested_actions=_suggestions(reply.suggestions, arrived) if reply.card is None else None,
        channel_data=_THUMBS if reply.answers is not None and arrived.channel_id == _TEAMS else None,
    )


def attachment(card: Card) -> Sealed:
    """A card as it is attached."""
    return Sealed(contentType=CARD, content=card)


def _card(reply: Reply, card: Card, arrived: Activity) -> Card:
    return of_owner(_with_way_on(card, arrived) if reply.elsewhere else card, arrived)


def of_owner(card: Card, arrived: Activity) -> Card:
    """The card refreshed for the one person it is sent to. In a group it shows the same to all, and other channels refresh nothing."""
    if "refresh" not in card:
        return card
    if arrived.channel_id != _TEAMS or not is_personal(arrived):
        return {name: part for name, part in card.items() if name != "refresh"}
    return {**card, "refresh": {**card["refresh"], "userIds": [arrived.from_property.id]}}


def _with_way_on(card: Card, arrived: Activity) -> Card:
    """The card with a button that opens the personal chat, where the channel is one that has such links."""
    if arrived.channel_id != _TEAMS:
        return card
    url = f"https://teams.microsoft.com/l/chat/0/0?users={quote(arrived.recipient.id, safe=':')}"
    return {**card, "actions": [{"type": "Action.OpenUrl", "title": edge.OPEN_OUR_CHAT, "url": url}]}


def _suggestions(suggestions: tuple[str, ...], arrived: Activity) -> Sealed | None:
    if not suggestions or not is_personal(arrived):  # Teams shows them nowhere else
        return None
    return Sealed(to=[arrived.from_property.id], actions=[{"type": "imBack", "title": said, "value": said} for said in suggestions])


def is_edit(reply: Reply) -> bool:
    """Whether the reply takes the place of the pressed card."""
    return reply.replaces and reply.card is not None


def press_answer(arrived: Activity, reply: Reply) -> dict[str, Any]:
    """What an Action.Execute is answered: the card in place, or a notice that the answer comes as a message.

    The notice is not empty: Teams takes an empty one for a failure, says so, and delivers the press again.
    """
    if reply.card is not None and is_edit(reply):
        return _in_place(reply.card, arrived)
    return notice(edge.ANSWERED_BELOW)


def refreshed(arrived: Activity, reply: Reply) -> dict[str, Any]:
    """What a client is answered that asks by itself what its card shows now.

    What would record something is not shown, as it was not recorded: then the card stays, and says that it is to be pressed.
    """
    if reply.records_something:
        return notice(edge.PRESS_IT)
    return notice(reply.text) if reply.card is None else _in_place(reply.card, arrived)


def _in_place(card: Card, arrived: Activity) -> dict[str, Any]:
    return Sealed(statusCode=200, type=CARD, value=of_owner(card, arrived))


def notice(sentence: str) -> dict[str, Any]:
    """A press answered by a sentence beside the card, which stays as it is."""
    return {"statusCode": 200, "type": NOTICE, "value": sentence}
