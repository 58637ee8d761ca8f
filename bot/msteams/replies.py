"""From a reply to what is sent: a message, an edit of the pressed one, or what a press is answered."""

from typing import Any

from botbuilder.schema import Activity

from bot.dialogs.reply import Card, Reply
from bot.phrases.en import edge

CARD = "application/vnd.microsoft.card.adaptive"
NOTICE = "application/vnd.microsoft.activity.message"


class Sealed(dict[str, Any]):
    """Plain JSON that nobody changes, so that the SDK's deep copy of every activity may pass it on as it is."""

    def __deepcopy__(self, _memo: dict[int, Any]) -> "Sealed":
        return self


def message(reply: Reply, to: str) -> Activity:
    """One message. `to` is the id of whom the suggested actions are for.

    With a card the sentence is the summary, which notifications show: Teams splits a message of text and card in two, and shows no
    suggested actions beside a card.
    """
    return Activity(
        type="message",
        text=reply.text if reply.card is None else None,
        text_format="markdown" if reply.card is None else None,
        summary=reply.text,
        attachments=None if reply.card is None else [_attachment(reply.card)],
        suggested_actions=_suggestions(reply.suggestions, to) if reply.card is None else None,
    )


def _attachment(card: Card) -> Sealed:
    return Sealed(contentType=CARD, content=card)


def _suggestions(suggestions: tuple[str, ...], to: str) -> Sealed | None:
    if not suggestions:
        return None
    return Sealed(to=[to], actions=[{"type": "imBack", "title": said, "value": said} for said in suggestions])


def is_edit(reply: Reply) -> bool:
    """Whether the reply takes the place of the pressed card."""
    return reply.replaces and reply.card is not None


def press_answer(reply: Reply) -> dict[str, Any]:
    """What an Action.Execute is answered: the card in place, or a notice that the answer comes as a message.

    The notice is not empty: Teams takes an empty one for a failure, says so, and delivers the press again.
    """
    if is_edit(reply):
        return {"statusCode": 200, "type": CARD, "value": reply.card}
    return notice(edge.ANSWERED_BELOW)


def notice(sentence: str) -> dict[str, Any]:
    """A press answered by a sentence beside the card, which stays as it is."""
    return {"statusCode": 200, "type": NOTICE, "value": sentence}
