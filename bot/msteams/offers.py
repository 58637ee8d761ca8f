"""Files that a reply offers: in Teams a card that asks for consent, elsewhere a link on the card."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from botbuilder.schema import Activity

from bot.dialogs.reply import Card, Download, Reply
from bot.documents.kinds import KINDS
from bot.msteams.arrivals import is_personal
from bot.msteams.replies import Sealed, message
from bot.phrases.en import files as say

CONSENT = "application/vnd.microsoft.teams.card.file.consent"
INFO = "application/vnd.microsoft.teams.card.file.info"
_TEAMS = "msteams"


@dataclass(frozen=True, slots=True)
class Offers:
    """Turns replies into messages. `base` is where this process is reached from outside, without a final slash."""

    base: str

    def message(self, reply: Reply, arrived: Activity) -> Activity:
        """The message of a reply, with the files that it offers."""
        if not reply.downloads:
            return message(reply, arrived)
        if arrived.channel_id == _TEAMS and is_personal(arrived):
            return _asking_consent(reply, arrived)
        return message(replace(reply, card=self._linked(reply.card or {}, reply.downloads)), arrived)

    def _linked(self, card: Card, downloads: tuple[Download, ...]) -> Card:
        """The card with a button for each file, and a word of who can use it."""
        buttons = [{"type": "Action.OpenUrl", "title": say.GET, "url": f"{self.base}/files/{each.secret}"} for each in downloads]
        warning = {"type": "TextBlock", "text": say.WHO_HOLDS_IT, "wrap": True}
        return {**card, "body": [*card.get("body", ()), warning], "actions": [*buttons, *card.get("actions", ())]}


def _asking_consent(reply: Reply, arrived: Activity) -> Activity:
    """Teams asks the person, and then tells where in their OneDrive the file is to be put."""
    sent = message(replace(reply, card=None), arrived)
    sent.text, sent.text_format, sent.suggested_actions = None, None, None
    sent.attachments = [_consent(reply.text, each) for each in reply.downloads]
    return sent


def _consent(text: str, offered: Download) -> Sealed:
    context = {"secret": offered.secret, "document": offered.document, "record": offered.record}
    content = {
        "description": f"{text} {say.INTO_ONEDRIVE}",
        "sizeInBytes": KINDS[offered.document].about,
        "acceptContext": context,
        "declineContext": context,
    }
    return Sealed(contentType=CONSENT, name=offered.filename, content=content)


def arrived_there(info: Mapping[str, str]) -> Sealed:
    """The card that leads to a file in the person's OneDrive."""
    content: dict[str, Any] = {"uniqueId": info["uniqueId"], "fileType": info["fileType"]}
    return Sealed(contentType=INFO, contentUrl=info["contentUrl"], name=info["name"], content=content)
