"""The adapter: every turn runs through it, from a checked activity to what the channel is answered and sent."""

from collections.abc import Awaitable, Callable
from copy import copy
from typing import Any
from urllib.parse import quote

from botbuilder.core import ActivityHandler, BotAdapter, InvokeResponse, TurnContext
from botbuilder.schema import Activity, ConversationReference, ResourceResponse

from bot.msteams.activities import to_activity, to_json
from bot.msteams.arrivals import tenant
from bot.msteams.failed_turn import FailedTurn
from bot.msteams.order import Order
from bot.msteams.post.outgoing import Outgoing
from bot.storage.arrival import ChannelRequest, OutboxMessage

IN_OUTBOX = "bot.in_outbox"
"""In the turn's state: the message in the outbox that is what the turn sends next."""
ON_SENT = "bot.on_sent"
"""In the turn's state: who is told the id of the message that the turn sends."""

Logic = Callable[[TurnContext], Awaitable[Any]]


class TeamsAdapter(BotAdapter):
    """Sends through `outgoing`, never waiting for the channel within a turn."""

    def __init__(self, outgoing: Outgoing, handler: ActivityHandler) -> None:
        super().__init__()
        self._outgoing = outgoing
        self._handler = handler
        self._order = Order()
        self.use(FailedTurn())

    async def process(self, shaped: dict[str, Any]) -> InvokeResponse | None:
        """Run a turn for an activity that was let in and checked. An invoke's answer, or None."""
        context = await self.run(to_activity(shaped), self._handler.on_turn)
        answer = context.turn_state.get(self._INVOKE_RESPONSE_KEY)
        return None if answer is None else answer.value

    async def run(self, activity: Activity, logic: Logic) -> TurnContext:
        """Run a turn of `logic` when its conversation has none under way."""
        context = TurnContext(self, activity)
        async with self._order.of(activity.conversation.id):
            await self.run_pipeline(context, logic)
        return context

    async def send_activities(self, context: TurnContext, activities: list[Activity]) -> list[ResourceResponse]:
        """Put activities on their way; the answer to an invoke goes back in the HTTP response."""
        for activity in activities:
            if activity.type == "invokeResponse":
                context.turn_state[self._INVOKE_RESPONSE_KEY] = activity
            else:
                self._put("POST", context, activity)
        return [ResourceResponse() for _ in activities]

    async def update_activity(self, context: TurnContext, activity: Activity) -> ResourceResponse:
        """Put an edit of a message on its way."""
        self._put("PUT", context, activity)
        return ResourceResponse(id=activity.id)

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:
        """Put the removal of a message on its way."""
        conversation = reference.conversation.id
        url = _url(reference.service_url, conversation, reference.activity_id)
        self._outgoing.put(ChannelRequest("DELETE", url, None, conversation, tenant(context.activity)))

    def put(self, message: OutboxMessage) -> None:
        """Put on its way what lies in the outbox for another conversation."""
        self._outgoing.put(message)

    def _put(self, method: str, context: TurnContext, activity: Activity) -> None:
        written: OutboxMessage | None = context.turn_state.pop(IN_OUTBOX, None)
        self._outgoing.put(written or _request(method, context.activity, activity), context.turn_state.get(ON_SENT))


def request_for(context: TurnContext, activity: Activity) -> ChannelRequest:
    """What sends this activity, or updates the one whose id it has: to be written down before it is sent."""
    return answer_to(context.activity, activity)


def answer_to(arrived: Activity, activity: Activity) -> ChannelRequest:
    """The same, outside a turn: what sends an activity as the answer to one that arrived."""
    reference = TurnContext.get_conversation_reference(arrived)
    return _request("PUT" if activity.id else "POST", arrived, TurnContext.apply_conversation_reference(copy(activity), reference))


def _request(method: str, arrived: Activity, activity: Activity) -> ChannelRequest:
    conversation = activity.conversation.id
    url = _url(activity.service_url, conversation, activity.id if method == "PUT" else activity.reply_to_id)
    return ChannelRequest(method, url, to_json(activity), conversation, tenant(arrived))


def _url(service: str, conversation: str, activity: str | None) -> str:
    url = f"{service.rstrip('/')}/v3/conversations/{quote(conversation, safe='')}/activities"
    return f"{url}/{quote(activity, safe='')}" if activity else url
