"""Whole activities, mutated at random: none is answered by a 5xx other than 'not implemented', and no turn fails."""

import copy
import io
import json
import os
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from tests.chat import BOT, Chat

EXAMPLES = int(os.environ.get("MUTATED_ACTIVITIES", "1000"))
MENTION = {"type": "mention", "text": "<at>x</at>", "mentioned": {"id": BOT, "name": "x"}}
PRESS = {
    "action": {
        "type": "Action.Execute",
        "verb": "ask",
        "data": {"reading": {"framework": "lancaster", "intent": "compare", "grades": [6, 7]}},
    }
}
QUERY = {
    "commandId": "search",
    "parameters": [{"name": "searchText", "value": "grade 7 budgets"}],
    "queryOptions": {"skip": 0, "count": 25},
}
THUMB = {"actionName": "feedback", "actionValue": {"reaction": "like", "feedback": '{"feedbackText":"x"}'}}
CONSENT = {
    "action": "accept",
    "context": {"secret": "0" * 32, "document": "plan", "record": ""},
    "uploadInfo": {"uploadUrl": "https://x.sharepoint.com/", "contentUrl": "https://x/", "name": "x", "uniqueId": "x", "fileType": "docx"},
}
EDITED = {"tenant": {"id": "a-tenant"}, "eventType": "editMessage"}
WHOLE: list[dict[str, Any]] = [
    {"type": "message", "text": "grade 7 budgets", "attachments": [{"contentType": "text/html"}], "value": None},
    {"type": "message", "text": "I'm grade 5", "textFormat": "plain", "locale": "en-GB", "timestamp": "2026-03-02T10:00:00Z"},
    {
        "type": "message",
        "entities": [MENTION],
        "text": "<p><at>x</at>&nbsp;budgets</p>",
        "conversation": {"id": "19:x", "conversationType": "channel"},
    },
    {"type": "message", "value": {"verb": "profile", "framework": "lancaster", "grade": 5}, "replyToId": "the-card"},
    {"type": "messageUpdate", "id": "edited", "text": "budgets", "timestamp": "2026-03-02T10:00:00Z", "channelData": EDITED},
    {"type": "messageDelete", "id": "edited", "channelData": EDITED | {"eventType": "softDeleteMessage"}},
    {"type": "invoke", "name": "adaptiveCard/action", "value": PRESS, "replyToId": "the-card"},
    {"type": "invoke", "name": "composeExtension/query", "value": QUERY},
    {"type": "invoke", "name": "composeExtension/queryLink", "value": {"url": "https://example.com"}},
    {"type": "invoke", "name": "message/submitAction", "value": THUMB, "replyToId": "the-card"},
    {"type": "invoke", "name": "fileConsent/invoke", "value": CONSENT},
    {"type": "conversationUpdate", "membersAdded": [{"id": BOT}, {"id": "29:alex"}], "membersRemoved": [{"id": "29:anna"}]},
    {
        "type": "conversationUpdate",
        "channelData": {"tenant": {"id": "a-tenant"}, "eventType": "teamRenamed", "team": {"id": "19:t", "name": "N"}},
    },
    {"type": "installationUpdate", "action": "add"},
    {"type": "installationUpdate", "action": "remove"},
    {"type": "event", "name": "application/vnd.microsoft.meetingStart", "value": {"StartTime": 1}},
    {"type": "messageReaction", "reactionsAdded": [{"type": "like"}], "replyToId": "the-card"},
]
ODD_TEXT = st.sampled_from(
    [
        "",
        " ",
        "\x00",
        "\ud800",
        "\udfff\ud800",
        "a" * 600,
        "7" * 5000,
        "<at>" * 200,
        "{0.__class__}",
        "../..",
        "\u202e",
        "e\u0301" * 50,
        "null",
        "0",
        "-1",
    ]
)
HUGE = st.sampled_from([0, -1, 2**31, 2**63, 2**64, -(2**70), 10**400, 1e308, -0.0, 0.1, float("inf"), float("nan")])
SCALARS = st.none() | st.booleans() | st.integers() | HUGE | ODD_TEXT | st.text(max_size=20)
JUNK = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4), max_leaves=8
)
GONE, DEEP, TWICE, LONG = (object() for _ in range(4))
DEEPER = "[" * 40 + "]" * 40
Place = tuple[Any, ...]


def places(value: Any, path: Place = ()) -> list[Place]:
    """The path of every member of some JSON."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for name, item in inner for found in [(*path, name), *places(item, (*path, name))]]


def mutated(activity: dict[str, Any], path: Place, junk: Any) -> dict[str, Any]:
    """The activity with the value at one place replaced, or gone."""
    changed = copy.deepcopy(activity)
    *way, last = path
    parent = changed
    for name in way:
        parent = parent[name]
    match junk:
        case _ if junk is GONE:
            del parent[last]
        case _ if junk is LONG:
            parent[last] = [parent[last]] * 600
        case _ if junk is DEEP:
            parent[last] = json.loads(DEEPER)
        case _ if junk is TWICE and isinstance(last, str):
            parent[f"{last}\x01again"] = {"twice": [parent[last]]}
        case _ if junk is not TWICE:
            parent[last] = junk
    return changed


def written(activity: dict[str, Any]) -> io.BytesIO:
    """The activity as a body; a member marked as coming again stands twice under its one name."""
    return io.BytesIO(json.dumps(activity).replace("\\u0001again", "").encode("ascii"))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)
@given(data=st.data())
async def test_no_activity_breaks_the_bot(talk: Chat, data: st.DataObject) -> None:
    activity = talk.activity(**data.draw(st.sampled_from(WHOLE)))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from([place for place in places(activity) if place != ("serviceUrl",)]))
        activity = mutated(activity, path, data.draw(st.sampled_from([GONE, DEEP, TWICE, LONG]) | JUNK))
    with capture_logs() as logged:
        status, _ = await talk.deliver(None, data=written(activity), headers={"Content-Type": "application/json"})
    assert status < 500 or status == 501
    assert not [line for line in logged if line["log_level"] in ("error", "critical")]
