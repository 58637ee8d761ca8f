"""A person at a Teams client: says things and presses buttons over HTTP, and reads what the bot sends back."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp.test_utils import TestClient

from tests.connector import LocalConnector, Sent

BOT = "28:the-bot"
Answer = tuple[int, Any]


@dataclass
class Chat:
    """One conversation with the bot."""

    client: TestClient[Any, Any]
    connector: LocalConnector
    conversation: str = "a:chat"
    person: str | None = "entra-id-of-alex"
    kind: str = "personal"
    _ids: Any = field(default_factory=lambda: count(1))

    def activity(self, type_: str = "message", **members: Any) -> dict[str, Any]:
        """An activity as Teams would deliver it."""
        return {
            "type": type_,
            "id": f"{self.conversation}-{next(self._ids)}",
            "channelId": "msteams",
            "serviceUrl": self.connector.url,
            "from": {"id": "29:alex", "name": "Alex", "aadObjectId": self.person},
            "recipient": {"id": BOT, "name": "Career assistant"},
            "conversation": {"id": self.conversation, "conversationType": self.kind, "tenantId": "a-tenant"},
            "channelData": {"tenant": {"id": "a-tenant"}},
        } | members

    async def deliver(self, activity: Any, **request: Any) -> Answer:
        """Post an activity: the status and what was answered."""
        response = await self.client.post("/api/messages", json=activity, **request)
        return response.status, await response.json()

    async def says(self, text: str, **members: Any) -> Sent:
        """Say something and read the reply."""
        assert await self.deliver(self.activity(text=text, **members)) == (200, {})
        return await self.connector.next()

    async def executes(self, verb: str, data: dict[str, Any] | None = None, **members: Any) -> Answer:
        """Press a button that is an Action.Execute."""
        value = {"action": {"type": "Action.Execute", "verb": verb, "data": data or {}}, "trigger": "manual"}
        invoke = self.activity("invoke", name="adaptiveCard/action", value=value, replyToId="the-card")
        return await self.deliver(invoke | members)

    def installs(self) -> dict[str, Any]:
        """What Teams delivers first when the bot is installed."""
        return self.activity("installationUpdate", action="add")

    def begins(self) -> dict[str, Any]:
        """What Teams delivers next."""
        return self.activity("conversationUpdate", membersAdded=[{"id": BOT}, {"id": "29:alex"}])
