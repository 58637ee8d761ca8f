"""The adapter: every turn runs through it, from a checked activity to what the channel is answered and sent."""

import re
from typing import Any
from urllib.parse import quote

from botbuilder.core import ActivityHandler, BotAdapter, InvokeResponse, TurnContext
from botbuilder.schema import Activity, ConversationReference, ResourceResponse

from bot.msteams.activities import to_activity, to_json
from bot.msteams.body import Refused
from bot.msteams.failed_turn import FailedTurn
from bot.msteams.order import Order
from bot.msteams.outgoing import Outgoing
from bot.msteams.sending import Sending
from bot.settings import is_loopback

_SERVICE = re.compile(r"https?://(?P<host>[\w.-]+|\[[\w:.]+\])(:(?P<port>\d{1,5}))?(/[\w.~%/-]*)?", re.ASCII)
_LAST_PORT = 65535


class TeamsAdapter(BotAdapter):
    """Sends through `outgoing`, never waiting for the channel within a turn."""

    def __init__(self, outgoing: Outgoing, handler: ActivityHandler) -> None:
        super().__init__()
        self._outgoing = outgoing
        self._handler = handler
        self._order = Order()
        self.use(FailedTurn())

    async def process(self, shaped: dict[str, Any]) -> InvokeResponse | None:
        """Run a turn for a checked activity. An invoke's answer, or None. Raises Refused (403) where the reply would leave this machine."""
        _check_destination(shaped["serviceUrl"])
        context = TurnContext(self, to_activity(shaped))
        async with self._order.of(context.activity.conversation.id):
            await self.run_pipeline(context, self._handler.on_turn)
        answer = context.turn_state.get(self._INVOKE_RESPONSE_KEY)
        return None if answer is None else answer.value

    async def send_activities(self, context: TurnContext, activities: list[Activity]) -> list[ResourceResponse]:
        """Put activities on their way; the answer to an invoke goes back in the HTTP response."""
        for activity in activities:
            if activity.type == "invokeResponse":
                context.turn_state[self._INVOKE_RESPONSE_KEY] = activity
            else:
                self._put("POST", activity, activity.reply_to_id)
        return [ResourceResponse() for _ in activities]

    async def update_activity(self, context: TurnContext, activity: Activity) -> ResourceResponse:
        """Put an edit of a message on its way."""
        self._put("PUT", activity, activity.id)
        return ResourceResponse(id=activity.id)

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:
        """Put the removal of a message on its way."""
        url = _url(reference.service_url, reference.conversation.id, reference.activity_id)
        self._outgoing.put(Sending("DELETE", url, None, reference.conversation.id))

    def _put(self, method: str, activity: Activity, of_activity: str | None) -> None:
        conversation = activity.conversation.id
        self._outgoing.put(Sending(method, _url(activity.service_url, conversation, of_activity), to_json(activity), conversation))


def _url(service: str, conversation: str, activity: str | None) -> str:
    url = f"{service.rstrip('/')}/v3/conversations/{quote(conversation, safe='')}/activities"
    return f"{url}/{quote(activity, safe='')}" if activity else url


def _check_destination(service: str) -> None:
    parts = _SERVICE.fullmatch(service)
    if parts is None or not is_loopback(parts["host"].strip("[]")) or not 0 < int(parts["port"] or 80) <= _LAST_PORT:
        raise Refused(403, "activity.serviceUrl must be on this machine: development mode answers nobody else.")
