"""Whole activities, mutated at random: none is answered by a 5xx other than 'not implemented', and the bot goes on."""

import copy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.chat import BOT, Chat

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20)
JUNK = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4), max_leaves=8
)
PRESS = {"action": {"type": "Action.Execute", "verb": "more", "data": {"row": 1}}, "trigger": "manual"}
WHOLE: list[dict[str, Any]] = [
    {"type": "message", "text": "good morning", "attachments": [{"contentType": "text/html"}], "value": None},
    {
        "type": "message",
        "entities": [{"type": "mention", "text": "<at>x</at>", "mentioned": {"id": BOT, "name": "x"}}],
        "text": "<at>x</at> hi",
    },
    {"type": "message", "value": {"verb": "next", "row": 1}, "replyToId": "the-card"},
    {"type": "invoke", "name": "adaptiveCard/action", "value": PRESS, "replyToId": "the-card"},
    {"type": "conversationUpdate", "membersAdded": [{"id": BOT}, {"id": "29:alex"}]},
    {"type": "installationUpdate", "action": "add"},
    {"type": "event", "name": "application/vnd.microsoft.meetingStart", "value": {"StartTime": 1}},
    {"type": "messageReaction", "reactionsAdded": [{"type": "like"}]},
]


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every member of some JSON."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for name, item in inner for found in [(*path, name), *places(item, (*path, name))]]


def mutated(activity: dict[str, Any], path: tuple[Any, ...], junk: Any) -> dict[str, Any]:
    """The activity with the value at one place replaced."""
    changed = copy.deepcopy(activity)
    *way, last = path
    parent = changed
    for name in way:
        parent = parent[name]
    parent[last] = junk
    return changed


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_no_activity_breaks_the_bot(chat: Chat, data: st.DataObject) -> None:
    activity = chat.activity(**data.draw(st.sampled_from(WHOLE)))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from([place for place in places(activity) if place != ("serviceUrl",)]))
        activity = mutated(activity, path, data.draw(JUNK))
    status, _ = await chat.deliver(activity)
    assert status < 500 or status == 501
