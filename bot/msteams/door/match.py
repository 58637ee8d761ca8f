"""The match of a body with its token: where the reply goes, on which channel, and for which tenant. Made on every request."""

from collections.abc import Collection
from typing import Any

from bot.msteams.door.body import Refused
from bot.msteams.door.service import Service, read_service
from bot.msteams.door.token import Token

_PORT = 443


class Match:
    """Refuses activities that a verified sender has no right to.

    `hosts` are those that replies may go to: names, names below which any host will do (`*.example.com`), and whole origins of this
    machine (`http://127.0.0.1:9000`). `tenants` are the directories whose people may talk to the assistant. An activity without a tenant
    is refused: Web Chat, Direct Line and other channels that know no directory cannot say whose people they carry.
    """

    def __init__(self, hosts: Collection[str], tenants: Collection[str]) -> None:
        self._hosts = frozenset(hosts)
        self._below = tuple(host.removeprefix("*") for host in hosts if host.startswith("*."))
        self._tenants = frozenset(tenants)

    def check(self, activity: dict[str, Any], token: Token) -> None:
        """Compare a checked activity with the token it came with. Raises Refused (403)."""
        service = read_service(activity["serviceUrl"])
        if not self.allows(service):
            raise Refused(403, "serviceUrl is on no host of the channel's")
        if service != token.service:
            raise Refused(403, "serviceUrl is not the token's")
        if activity["channelId"] not in token.key.endorsements:
            raise Refused(403, "channelId is not endorsed by the token's key")
        if _tenant(activity) not in self._tenants:
            raise Refused(403, "tenant is not one of ASSISTANT_TENANTS")

    def allows(self, service: Service | None) -> bool:
        """Whether anything may be sent there."""
        if service is None:
            return False
        if service.scheme == "https" and service.port == _PORT:
            return service.host in self._hosts or service.host.endswith(self._below)
        return service.origin in self._hosts


def _tenant(activity: dict[str, Any]) -> str:
    """The one tenant that the activity names, in both places or in one; empty where there is none."""
    named = {activity.get("channelData", {}).get("tenant", {}).get("id"), activity["conversation"].get("tenantId")} - {None, ""}
    if len(named) > 1:
        raise Refused(403, "the activity names two tenants")
    return str(next(iter(named), "")).lower()
