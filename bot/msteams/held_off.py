"""The gate against floods: what passes goes to its turn, and of what does not the sender is told."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import structlog
from botbuilder.core import InvokeResponse
from botbuilder.schema import Activity

from bot.dialogs.reply import Reply
from bot.metrics import TALLIES
from bot.msteams import extension
from bot.msteams.activities import to_activity
from bot.msteams.adapter import answer_to
from bot.msteams.arrivals import is_refresh, tenant
from bot.msteams.floods import Floods, Sender
from bot.msteams.replies import message, notice
from bot.phrases.en import edge
from bot.storage.arrival import ChannelRequest

_log = structlog.get_logger()

_COUNTED = frozenset({"message", "messageUpdate", "invoke"})
_PRESS = "adaptiveCard/action"
_LOG = ""  # in place of a conversation: the log is told once a minute as well

NotTaken = Literal["too_many", "busy"]


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sender is told, by how they asked."""

    in_chat: str
    to_press: str
    to_search: str


_SAID: Mapping[NotTaken, _Said] = {
    "too_many": _Said(edge.TOO_MANY, edge.TOO_MANY_PRESSES, edge.TOO_MANY_SEARCHES),
    "busy": _Said(edge.BUSY, edge.BUSY_PRESS, edge.BUSY_SEARCH),
}
_WHY: Mapping[NotTaken, str] = {
    "too_many": "one person sent more than people do, and was told",
    "busy": "a tenant sent more than ASSISTANT_MOST_A_SECOND for too long, and whoever sent it was told",
}


class Processor(Protocol):
    """Runs the turn of a checked activity."""

    async def process(self, shaped: dict[str, Any]) -> Any:
        """What an invoke is answered, or None."""
        ...


class HeldOff:
    """A processor before another. Installations and the like always pass: a channel sends them once, and nobody asks again."""

    def __init__(self, inner: Processor, floods: Floods, put: Callable[[ChannelRequest], None]) -> None:
        """`put` sends something, without waiting for it."""
        self._inner = inner
        self._floods = floods
        self._put = put

    async def process(self, shaped: dict[str, Any]) -> Any:
        """Pass an activity on, at once or in its tenant's pace, or answer that it was not taken. Raises Refused."""
        if shaped["type"] not in _COUNTED:
            return await self._inner.process(shaped)
        activity = to_activity(shaped)
        sender = _sender(activity)
        if not self._floods.lets(sender, _mark(activity)):
            return self._not_taken(activity, sender, "too_many")
        with self._floods.under_way(sender):
            async with self._floods.place(sender[0]) as is_free:
                return await self._inner.process(shaped) if is_free else self._not_taken(activity, sender, "busy")

    def _not_taken(self, activity: Activity, sender: Sender, why: NotTaken) -> Any:
        """A press and a search are told in their own answer, everything else by a message, once a minute."""
        TALLIES.flood(why)
        if self._floods.is_to_be_told(sender, _LOG):
            _log.warning("flood", reason=_WHY[why])
        said = _SAID[why]
        if activity.type == "invoke" and activity.name == _PRESS:
            return InvokeResponse(status=200, body=notice(said.to_press))
        if activity.type == "invoke" and activity.name == extension.QUERY:
            return InvokeResponse(status=200, body=extension.message(said.to_search))
        if self._floods.is_to_be_told(sender, activity.conversation.id):
            self._put(answer_to(activity, message(Reply(said.in_chat), activity)))
        return InvokeResponse(status=200, body={}) if activity.type == "invoke" else None


def _sender(activity: Activity) -> Sender:
    """The tenant, who sends, or where nobody is known the conversation, and whether they act or only look something up.

    What a client asks for by itself, by showing a card or at every letter of a search, takes no room of what the person does.
    """
    looks = activity.type == "invoke" and (activity.name == extension.QUERY or is_refresh(activity.value))
    return tenant(activity).lower(), activity.from_property.aad_object_id or f"in {activity.conversation.id}", "looks" if looks else "acts"


def _mark(activity: Activity) -> int:
    """The same for what is delivered again. An edit has the id of its message, so when and what count as well."""
    if activity.id is None:
        return secrets.randbits(63)
    return hash((activity.conversation.id, activity.id, activity.type, activity.timestamp, activity.text))
