"""The shape of an activity: a table of its members, checked before anything else reads them. Members not in the table are left out."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.msteams.door.body import Refused

Check = Callable[[Any, str], Any]

_LONGEST_ID = 512


def text(longest: int) -> Check:
    """Text of at most `longest` characters."""

    def check(value: Any, place: str) -> str:
        if isinstance(value, str) and len(value) <= longest:
            return value
        raise Refused(400, f"{place} must be text of at most {longest} characters.")

    return check


def id_(value: Any, place: str) -> str:
    """An id, which may be a part of an address: `.` and `..` would lead to another one.

    Its bytes are counted as well: an index of the database, and an address, hold so many and no more. A channel's own are plain letters.
    """
    checked_id: str = text(_LONGEST_ID)(value, place)
    if len(checked_id.encode()) > _LONGEST_ID:
        raise Refused(400, f"{place} must be of at most {_LONGEST_ID} bytes.")
    if checked_id in {".", ".."}:
        raise Refused(400, f"{place} must not be dots alone.")
    return checked_id


def flag(value: Any, place: str) -> bool:
    """True or false."""
    if isinstance(value, bool):
        return value
    raise Refused(400, f"{place} must be true or false.")


def anything(value: Any, _place: str) -> Any:
    """Any JSON; who reads it checks it."""
    return value


def several(check: Check, most: int = 500) -> Check:
    """A list of at most `most`, each of which passes `check`."""

    def check_all(value: Any, place: str) -> list[Any]:
        if isinstance(value, list) and len(value) <= most:
            return [check(item, f"{place}[{index}]") for index, item in enumerate(value)]
        raise Refused(400, f"{place} must be a list of at most {most}.")

    return check_all


def members(needed: Mapping[str, Check], optional: Mapping[str, Check]) -> Check:
    """An object: what is needed must be there, what is optional may be absent or null."""
    table = {**needed, **optional}

    def check(value: Any, place: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise Refused(400, f"{place} must be an object.")
        for name in needed:
            if not value.get(name):
                raise Refused(400, f"{place}.{name} is missing.")
        return {name: table[name](item, f"{place}.{name}") for name, item in value.items() if item is not None and name in table}

    return check


_ID = id_
_WORD = text(100)
_NAME = text(2000)
_ANY_TEXT = text(256 * 1024)
_ACCOUNT = members({"id": _ID}, {"name": _NAME, "aadObjectId": _ID})
_NAMED = members({}, {"id": _ID, "name": _NAME})

_ACTIVITY = members(
    {
        "type": _WORD,
        "channelId": _WORD,
        "serviceUrl": text(2000),
        "from": _ACCOUNT,
        "recipient": _ACCOUNT,
        "conversation": members({"id": _ID}, {"conversationType": _WORD, "tenantId": _ID, "isGroup": flag}),
    },
    {
        "id": _ID,
        "replyToId": _ID,
        "name": text(200),
        "action": _WORD,
        "locale": _WORD,
        "timestamp": _WORD,
        "localTimezone": _WORD,
        "text": _ANY_TEXT,
        "textFormat": _WORD,
        "value": anything,
        "attachments": several(members({}, {"contentType": text(500)})),
        "entities": several(members({}, {"type": text(200), "text": _ANY_TEXT, "mentioned": _NAMED})),
        "membersAdded": several(_ACCOUNT, 10_000),
        "channelData": members({}, {"tenant": _NAMED, "team": _NAMED, "eventType": _WORD}),
    },
)


def checked(activity: dict[str, Any]) -> dict[str, Any]:
    """The known members of an activity, each of its right type. Raises Refused (400) naming the first that is not."""
    shaped: dict[str, Any] = _ACTIVITY(activity, "activity")
    return shaped
