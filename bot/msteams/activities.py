"""Activities by table: a checked one to the SDK's class, and one of ours to JSON. The SDK's own way costs thirty times as much."""

from typing import Any, Self

from botbuilder.schema import Activity, ChannelAccount, ConversationAccount

_PLAIN = {
    "type": "type",
    "id": "id",
    "replyToId": "reply_to_id",
    "channelId": "channel_id",
    "serviceUrl": "service_url",
    "name": "name",
    "action": "action",
    "locale": "locale",
    "timestamp": "timestamp",
    "localTimezone": "local_timezone",
    "text": "text",
    "textFormat": "text_format",
    "value": "value",
    "attachments": "attachments",
    "entities": "entities",
}
_CARRY_VALUE = frozenset({"message", "invoke"})
_SENT = {
    "type": "type",
    "id": "id",
    "replyToId": "reply_to_id",
    "channelId": "channel_id",
    "serviceUrl": "service_url",
    "locale": "locale",
    "text": "text",
    "textFormat": "text_format",
    "summary": "summary",
    "inputHint": "input_hint",
    "attachments": "attachments",
    "suggestedActions": "suggested_actions",
    "channelData": "channel_data",
}


class Message(Activity):
    """A message of ours. The SDK copies it, deeply, to address the copy; one that shares what it holds serves as well."""

    def __deepcopy__(self, _memo: dict[int, Any]) -> Self:
        copied = type(self).__new__(type(self))
        copied.__dict__.update(self.__dict__)
        return copied


def to_activity(shaped: dict[str, Any]) -> Activity:
    """The SDK's activity of a checked one."""
    known = {attribute: shaped[name] for name, attribute in _PLAIN.items() if name in shaped}
    if shaped["type"] not in _CARRY_VALUE:
        known.pop("value", None)  # the SDK would parse it for types that nobody handles here
    conversation = shaped["conversation"]
    return Activity(
        **known,
        from_property=_account(shaped["from"]),
        recipient=_account(shaped["recipient"]),
        conversation=ConversationAccount(
            id=conversation["id"], conversation_type=conversation.get("conversationType"), is_group=conversation.get("isGroup")
        ),
        members_added=[_account(member) for member in shaped.get("membersAdded", ())],
        channel_data=_channel_data(shaped),
    )


def _account(account: dict[str, Any]) -> ChannelAccount:
    return ChannelAccount(id=account["id"], name=account.get("name"), aad_object_id=account.get("aadObjectId"))


def _channel_data(shaped: dict[str, Any]) -> dict[str, Any]:
    """The channel's data, with the tenant wherever the channel wrote it: the SDK loses the one of the conversation."""
    data: dict[str, Any] = shaped.get("channelData", {})
    tenant = data.get("tenant", {}).get("id") or shaped["conversation"].get("tenantId") or ""
    return {**data, "tenant": {"id": tenant}}


def to_json(activity: Activity) -> dict[str, Any]:
    """What is sent for an activity of ours; attachments and suggested actions are plain JSON already."""
    sent = {name: value for name, attribute in _SENT.items() if (value := getattr(activity, attribute)) is not None}
    sent["from"] = _account_json(activity.from_property)
    sent["recipient"] = _account_json(activity.recipient)
    sent["conversation"] = {"id": activity.conversation.id}
    return sent


def _account_json(account: ChannelAccount) -> dict[str, Any]:
    return {"id": account.id} if account.name is None else {"id": account.id, "name": account.name}
