"""From an activity to what a turn starts from: said, pressed or joined."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from botbuilder.schema import Activity

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Joined, Pressed, Said
from bot.msteams.words import LONGEST, is_mentioned, is_too_long, plain
from bot.phrases.en import edge
from bot.storage.arrival import Address, Arrival, Edit

_MARKUP = "text/html"  # Teams adds the message's own mark-up as an attachment
_NOT_DATA = frozenset({"verb", "msteams"})
_LONGEST_VERB = 200
_LONGEST_NAME = 200


def tenant(activity: Activity) -> str:
    """The tenant's id; empty where the channel has none."""
    return str(activity.channel_data["tenant"]["id"])


def is_personal(activity: Activity) -> bool:
    """Whether the activity belongs to a one-to-one chat with the assistant."""
    return activity.conversation.conversation_type in {None, "", "personal"} and not activity.conversation.is_group


def is_for_us(activity: Activity) -> bool:
    """Whether a message is meant for the assistant: in a group or channel only when mentioned, or a press."""
    return is_personal(activity) or _is_submitted(activity) or is_mentioned(activity.entities or (), activity.recipient.id)


def is_edited(activity: Activity) -> bool:
    """Whether a message was edited; other updates, such as one that is no longer deleted, change no words."""
    return activity.channel_data.get("eventType") == "editMessage" and bool(activity.id)


def sent_at(activity: Activity) -> datetime | None:
    """When a message was sent or edited; None where the channel does not say so readably."""
    try:
        at = datetime.fromisoformat(activity.timestamp or "")
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _is_submitted(activity: Activity) -> bool:
    return isinstance(activity.value, dict) and not (activity.text or "").strip()


def message(activity: Activity) -> Arrival:
    """What a message says. A press without Action.Execute (Action.Submit) arrives as a message with a value and no text."""
    if _is_submitted(activity):
        submitted = pressed(activity.value.get("verb"), activity.value)
        if submitted is not None:
            return arrival(activity, submitted)
    return _typed(activity)


def edited(activity: Activity, edit: Edit) -> Arrival:
    """What an edited message says. It has the id of the message as first sent, and is told from other edits by when and what."""
    version = sha256(f"{activity.id}\n{activity.timestamp}\n{activity.text}".encode()).hexdigest()
    return replace(_typed(activity), activity=f"edit {version}", edit=edit)


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


def is_refresh(value: Any) -> bool:
    """Whether a client asks by itself what a card shows now, and nobody pressed anything."""
    return isinstance(value, dict) and value.get("trigger") == "automatic"


def pressed(verb: Any, data: Mapping[str, Any]) -> Pressed | None:
    """A press by its verb, wherever that stands; its data is the same for Action.Execute and Action.Submit."""
    named = verb or data.get("verb")
    if not isinstance(named, str) or not 0 < len(named) <= _LONGEST_VERB:
        return None
    return Pressed(named, {name: item for name, item in data.items() if name not in _NOT_DATA})


def arrival(activity: Activity, what: Said | Pressed | Joined, *, installed: bool = False, ready: Reply | None = None) -> Arrival:
    """What a turn starts from. An activity without an id cannot be told from another: it gets one of its own."""
    return Arrival(
        tenant=tenant(activity),
        conversation=activity.conversation.id,
        activity=activity.id or secrets.token_hex(16),
        person=activity.from_property.aad_object_id or None,
        personal=is_personal(activity),
        what=what,
        installed=installed,
        ready=ready,
        address=_address(activity),
        zone=activity.local_timezone or None,
        name=(activity.from_property.name or "")[:_LONGEST_NAME],
    )


def _address(activity: Activity) -> Address | None:
    """How to write to a known person in their own chat."""
    person = activity.from_property.aad_object_id
    if not person or not is_personal(activity):
        return None
    return Address(activity.service_url, activity.recipient.id, activity.from_property.id, person)


def refused(arrived: Arrival) -> Arrival:
    """The same from somebody who is not served: they are told so, and taken for a guest, of whom nothing is kept."""
    return replace(arrived, person=None, address=None, zone=None, name="", ready=Reply(edge.NOT_SERVED))
