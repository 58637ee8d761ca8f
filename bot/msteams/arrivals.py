"""From an activity to what a turn starts from: said, pressed or joined."""

import secrets
from collections.abc import Mapping
from typing import Any

from botbuilder.schema import Activity

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Joined, Pressed, Said
from bot.msteams.words import LONGEST, is_mentioned, is_too_long, plain
from bot.phrases.en import edge
from bot.storage.arrival import Arrival

_MARKUP = "text/html"  # Teams adds the message's own mark-up as an attachment
_NOT_DATA = frozenset({"verb", "msteams"})
_LONGEST_VERB = 200


def is_personal(activity: Activity) -> bool:
    """Whether the activity belongs to a one-to-one chat with the assistant."""
    return activity.conversation.conversation_type in {None, "", "personal"} and not activity.conversation.is_group


def is_for_us(activity: Activity) -> bool:
    """Whether a message is meant for the assistant: in a group or channel only when mentioned, or a press."""
    return is_personal(activity) or _is_submitted(activity) or is_mentioned(activity.entities or (), activity.recipient.id)


def _is_submitted(activity: Activity) -> bool:
    return isinstance(activity.value, dict) and not (activity.text or "").strip()


def message(activity: Activity) -> Arrival:
    """What a message says. A press without Action.Execute (Action.Submit) arrives as a message with a value and no text."""
    if _is_submitted(activity):
        submitted = pressed(activity.value.get("verb"), activity.value)
        if submitted is not None:
            return arrival(activity, submitted)
    return _typed(activity)


def _typed(activity: Activity) -> Arrival:
    raw = activity.text or ""
    if is_too_long(raw):
        return arrival(activity, Said(raw[:LONGEST]), ready=Reply(edge.TOO_LONG))
    words = plain(raw, activity.entities or (), activity.recipient.id)
    if len(words) > LONGEST:
        return arrival(activity, Said(words[:LONGEST]), ready=Reply(edge.TOO_LONG))
    return arrival(activity, Said(words), ready=None if words else Reply(_nothing_to_read(activity)))


def _nothing_to_read(activity: Activity) -> str:
    kinds = [attachment.get("contentType") for attachment in activity.attachments or ()]
    return edge.ONLY_ATTACHMENT if any(kind != _MARKUP for kind in kinds) else edge.EMPTY


def executed(value: Any) -> Pressed | None:
    """The press of an `adaptiveCard/action` invoke, or None where the value is not one."""
    action = value.get("action") if isinstance(value, dict) else None
    if not isinstance(action, dict):
        return None
    data = action.get("data")
    return pressed(action.get("verb"), data if isinstance(data, dict) else {})


def pressed(verb: Any, data: Mapping[str, Any]) -> Pressed | None:
    """A press by its verb, wherever that stands; its data is the same for Action.Execute and Action.Submit."""
    named = verb or data.get("verb")
    if not isinstance(named, str) or not 0 < len(named) <= _LONGEST_VERB:
        return None
    return Pressed(named, {name: item for name, item in data.items() if name not in _NOT_DATA})


def arrival(activity: Activity, what: Said | Pressed | Joined, *, installed: bool = False, ready: Reply | None = None) -> Arrival:
    """What a turn starts from. An activity without an id cannot be told from another: it gets one of its own."""
    return Arrival(
        tenant=activity.channel_data["tenant"]["id"],
        conversation=activity.conversation.id,
        activity=activity.id or secrets.token_hex(16),
        person=activity.from_property.aad_object_id or None,
        personal=is_personal(activity),
        what=what,
        installed=installed,
        ready=ready,
    )
