"""The one handler: takes a turn for what arrived, and sends what came of it."""

from typing import Any

from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.core.teams import TeamsActivityHandler

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Joined
from bot.msteams.arrivals import arrival, executed, is_for_us, is_personal, message
from bot.msteams.replies import is_edit, notice, press_answer
from bot.msteams.replies import message as reply_message
from bot.phrases.en import edge
from bot.storage.arrival import Arrival
from bot.storage.turns import Turns


class AssistantHandler(TeamsActivityHandler):
    """Messages, presses, installation. The SDK's own parsing of invokes and its question to the network per new member are overridden."""

    def __init__(self, turns: Turns) -> None:
        super().__init__()
        self._turns = turns

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """A typed message, or the press of a button that is an Action.Submit."""
        if is_for_us(turn_context.activity):
            await self._take(turn_context, message(turn_context.activity))

    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
        """The press of a button that is an Action.Execute; no other invoke is known."""
        activity = turn_context.activity
        if activity.name != "adaptiveCard/action":
            return InvokeResponse(status=501, body={"error": f"The invoke {activity.name or ''!r} is not known."})
        press = executed(activity.value)
        if press is None:
            return InvokeResponse(status=400, body={"error": "activity.value.action must be an object with a verb."})
        taken = await self._turns.take(arrival(activity, press), press_answer)
        if taken.reply is not None:
            await self._send(turn_context, taken.reply)
        return InvokeResponse(status=200, body=taken.answer or notice(edge.ANSWERED_BELOW))

    async def on_teams_members_added_dispatch(self, members_added: list[Any], team_info: Any, turn_context: TurnContext) -> None:
        """A chat began, or the assistant was added to a group or channel."""
        activity = turn_context.activity
        if is_personal(activity) or any(member.id == activity.recipient.id for member in members_added):
            await self._take(turn_context, arrival(activity, Joined()))

    async def on_members_added_activity(self, members_added: list[Any], turn_context: TurnContext) -> None:
        """The same, on a channel that is not Teams."""
        await self.on_teams_members_added_dispatch(members_added, None, turn_context)

    async def on_installation_update_add(self, turn_context: TurnContext) -> None:
        """The assistant was installed."""
        await self._take(turn_context, arrival(turn_context.activity, Joined(), installed=True))

    async def on_installation_update_remove(self, turn_context: TurnContext) -> None:
        """The assistant was removed."""
        gone = arrival(turn_context.activity, Joined())
        await self._turns.part(gone.tenant, gone.conversation)

    async def _take(self, turn_context: TurnContext, arrived: Arrival) -> None:
        taken = await self._turns.take(arrived, _no_answer)
        if taken.reply is not None:
            await self._send(turn_context, taken.reply)

    async def _send(self, turn_context: TurnContext, reply: Reply) -> None:
        activity = turn_context.activity
        sent = reply_message(reply, activity.from_property.id)
        if is_edit(reply) and activity.reply_to_id:
            sent.id = activity.reply_to_id
            await turn_context.update_activity(sent)
        else:
            await turn_context.send_activity(sent)


def _no_answer(_reply: Reply) -> None:
    """A message is answered by messages."""
