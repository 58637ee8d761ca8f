"""Writing to somebody unasked: into the outbox first, then through a turn of its own."""

from collections.abc import Awaitable, Callable

from botbuilder.core import TurnContext
from botbuilder.schema import Activity, ActivityEventNames, ChannelAccount, ConversationAccount

from bot.dialogs.reply import Reply
from bot.msteams.adapter import IN_OUTBOX, TeamsAdapter, request_for
from bot.msteams.replies import message
from bot.storage.arrival import ChannelRequest, Elsewhere, OutboxMessage
from bot.storage.outbox import Outbox

Write = Callable[[ChannelRequest], Awaitable[OutboxMessage | None]]
"""Puts a message into the outbox, with whatever must be on record together with it; None where it is not to be sent any more."""


class Proactive:
    """Writes to people who have talked to the assistant in their own chat, and neither removed nor blocked it since."""

    def __init__(self, adapter: TeamsAdapter, outbox: Outbox) -> None:
        self._adapter = adapter
        self._outbox = outbox

    async def tell(self, tenant: str, person: str, reply: Reply, write: Write | None = None) -> bool:
        """Tell a person (an Entra object id) something. Once this returns True it is on record, and is sent however long that takes.

        False where the person is not to be written to. What the reply would have stored (`profile`, `memory`) is not. `write` puts it
        into the outbox where more than the message is to be on record.
        """
        found = await self._outbox.address(tenant, person)
        if found is None:
            return False

        async def logic(context: TurnContext) -> None:
            activity = message(reply, context.activity)
            written = await (write or self._outbox.write)(request_for(context, activity))
            if written is not None:
                context.turn_state[IN_OUTBOX] = written
                await context.send_activity(activity)

        await self._adapter.run(continued(found), logic)
        return True


def continued(to: Elsewhere) -> Activity:
    """The event with which a conversation is taken up by the assistant."""
    return Activity(
        type="event",
        name=ActivityEventNames.continue_conversation,
        channel_id="msteams",
        service_url=to.address.service,
        from_property=ChannelAccount(id=to.address.account),
        recipient=ChannelAccount(id=to.address.bot),
        conversation=ConversationAccount(id=to.conversation, conversation_type="personal"),
        channel_data={"tenant": {"id": to.tenant}},
    )
