"""The match of body and token: a verified sender speaks for its own service, its endorsed channels and our tenants alone."""

from typing import Any

import pytest

from tests.key_server import ANOTHER, APP, SERVICE, TENANT, KeyServer, activity, claims, published, signed
from tests.msteams.door import Door, opened

BEARER = f"Bearer {signed(claims(APP, SERVICE))}"


def in_tenant(channel: str | None, conversation: str | None) -> dict[str, Any]:
    return {
        "channelData": None if channel is None else {"tenant": {"id": channel}},
        "conversation": {"id": "a:chat"} if conversation is None else {"id": "a:chat", "tenantId": conversation},
    }


ACTIVITIES: dict[str, tuple[int, dict[str, Any]]] = {
    "sound": (200, {}),
    "without the last slash": (200, {"serviceUrl": "https://smba.trafficmanager.net/uk"}),
    "host in capitals": (200, {"serviceUrl": "https://SMBA.TrafficManager.net/uk/"}),
    "with the port that https has anyway": (200, {"serviceUrl": "https://smba.trafficmanager.net:443/uk/"}),
    "another region": (403, {"serviceUrl": "https://smba.trafficmanager.net/de/"}),
    "path in capitals": (403, {"serviceUrl": "https://smba.trafficmanager.net/UK/"}),
    "another host of the channel": (403, {"serviceUrl": "https://webchat.botframework.com/"}),
    "another host": (403, {"serviceUrl": "https://evil.example/uk/"}),
    "a host that begins alike": (403, {"serviceUrl": "https://smba.trafficmanager.net.evil.example/uk/"}),
    "a host that ends alike": (403, {"serviceUrl": "https://evil-smba.trafficmanager.net/uk/"}),
    "a dot at the end": (403, {"serviceUrl": "https://smba.trafficmanager.net./uk/"}),
    "http": (403, {"serviceUrl": "http://smba.trafficmanager.net/uk/"}),
    "ftp": (403, {"serviceUrl": "ftp://smba.trafficmanager.net/uk/"}),
    "no scheme": (403, {"serviceUrl": "//smba.trafficmanager.net/uk/"}),
    "another port": (403, {"serviceUrl": "https://smba.trafficmanager.net:8443/uk/"}),
    "a port beyond the last": (403, {"serviceUrl": "https://smba.trafficmanager.net:65979/uk/"}),
    "user info": (403, {"serviceUrl": "https://smba.trafficmanager.net@evil.example/uk/"}),
    "user info before": (403, {"serviceUrl": "https://evil.example@smba.trafficmanager.net/uk/"}),
    "user and password": (403, {"serviceUrl": "https://a:b@smba.trafficmanager.net/uk/"}),
    "braces": (403, {"serviceUrl": "https://smba.trafficmanager.net/{conversation}/"}),
    "a query": (403, {"serviceUrl": "https://smba.trafficmanager.net/uk/?a=b"}),
    "a fragment": (403, {"serviceUrl": "https://smba.trafficmanager.net/uk/#a"}),
    "a backslash": (403, {"serviceUrl": "https://evil.example\\@smba.trafficmanager.net/uk/"}),
    "a tab": (403, {"serviceUrl": "https://smba.trafficmanager.net\t/uk/"}),
    "a line end": (403, {"serviceUrl": "https://smba.trafficmanager.net/uk/\n"}),
    "a space before": (403, {"serviceUrl": " https://smba.trafficmanager.net/uk/"}),
    "an encoded slash": (403, {"serviceUrl": "https://smba.trafficmanager.net%2f@evil.example/uk/"}),
    "an encoded slash in the path": (403, {"serviceUrl": "https://smba.trafficmanager.net/uk%2f/"}),
    "IPv6": (403, {"serviceUrl": "https://[::ffff:7f00:1]/uk/"}),
    "this machine": (403, {"serviceUrl": "http://127.0.0.1:9000/"}),
    "a full-width dot": (403, {"serviceUrl": "https://smba．trafficmanager.net/uk/"}),
    "empty serviceUrl": (400, {"serviceUrl": ""}),
    "no serviceUrl": (400, {"serviceUrl": None}),
    "another endorsed channel": (200, {"channelId": "webchat"}),
    "a channel without endorsement": (403, {"channelId": "slack"}),
    "channel in capitals": (403, {"channelId": "MSTeams"}),
    "empty channelId": (400, {"channelId": ""}),
    "no channelId": (400, {"channelId": None}),
    "channelId is a list": (400, {"channelId": ["msteams"]}),
    "tenant in channelData alone": (200, in_tenant(TENANT, None)),
    "tenant in the conversation alone": (200, in_tenant(None, TENANT)),
    "tenant in capitals": (200, in_tenant(TENANT.upper(), None)),
    "another tenant": (403, in_tenant(ANOTHER, ANOTHER)),
    "two tenants": (403, in_tenant(TENANT, ANOTHER)),
    "two tenants, the other way round": (403, in_tenant(ANOTHER, TENANT)),
    "no tenant": (403, in_tenant(None, None)),
    "empty tenants": (403, in_tenant("", "")),
    "no tenant on Web Chat": (403, in_tenant(None, None) | {"channelId": "webchat"}),
    "tenant in the payload": (403, in_tenant(None, None) | {"value": {"tenant": {"id": TENANT}}}),
}  # fmt: skip


@pytest.mark.parametrize(("expected", "members"), ACTIVITIES.values(), ids=ACTIVITIES)
@pytest.mark.parametrize("remembered", [False, True], ids=["new token", "remembered token"])
async def test_an_activity_is_compared_with_its_token(door: Door, expected: int, members: dict[str, Any], remembered: bool) -> None:
    if remembered:
        assert await door.knock(BEARER) == 200
        door.came_in.clear()
    async with door.client.post("/api/messages", json=activity(**members), headers={"Authorization": BEARER}) as response:
        assert response.status == expected
        if expected == 403:
            assert await response.json() == {"error": "Forbidden."}
    assert len(door.came_in) == (expected == 200)


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/",
        "https://botframework.com/",
        "http://webchat.botframework.com/",
        "https://smba.trafficmanager.net:8443/",
        "https://a.botframework.com.evil.example/",
    ],
)
async def test_even_a_signed_service_must_be_one_of_the_clouds_own(door: Door, url: str) -> None:
    assert await door.knock(f"Bearer {signed(claims(APP, url))}", serviceUrl=url) == 403


async def test_any_host_below_the_channels_own_may_be_answered(door: Door) -> None:
    url = "https://europe.webchat.botframework.com/"
    assert await door.knock(f"Bearer {signed(claims(APP, url))}", serviceUrl=url) == 200


async def test_a_letter_that_only_looks_like_one_makes_another_host(door: Door) -> None:
    url = "https://webchat.botframework.com/"
    kelvin = url.replace("k", "\N{KELVIN SIGN}")
    assert await door.knock(f"Bearer {signed(claims(APP, url))}", serviceUrl=kelvin) == 403


async def test_a_key_without_endorsements_speaks_for_no_channel(keys: KeyServer) -> None:
    keys.keys = [published("current", endorsements=None)]
    async with opened(keys) as door:
        assert await door.knock(BEARER) == 403


async def test_settings_may_add_hosts_and_tenants(keys: KeyServer) -> None:
    added = ("bots.example.com", "http://127.0.0.1:9000")
    async with opened(keys, service_hosts=added, tenants=(TENANT, ANOTHER)) as door:
        for url in ("https://bots.example.com/", "http://127.0.0.1:9000/"):
            assert await door.knock(f"Bearer {signed(claims(APP, url))}", serviceUrl=url, **in_tenant(ANOTHER, ANOTHER)) == 200
            assert await door.knock(f"Bearer {signed(claims(APP, url))}", serviceUrl=url, **in_tenant(TENANT, ANOTHER)) == 403
        for url in ("http://bots.example.com/", "https://127.0.0.1:9000/", "http://127.0.0.1:9001/", "http://127.0.0.1/"):
            assert await door.knock(f"Bearer {signed(claims(APP, url))}", serviceUrl=url) == 403


async def test_a_government_cloud_has_its_own_issuer_and_hosts(keys: KeyServer) -> None:
    url = "https://smba.infra.gov.teams.microsoft.us/teams/"
    said = claims(APP, url) | {"iss": "https://api.botframework.us"}
    async with opened(keys, cloud="us-government") as door:
        assert await door.knock(f"Bearer {signed(said)}", serviceUrl=url) == 200
        assert await door.knock(f"Bearer {signed(said | {'serviceurl': SERVICE})}") == 403
        assert await door.knock(BEARER) == 401
