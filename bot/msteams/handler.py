"""The one handler: takes a turn for what arrived, and sends what came of it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, cast

from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.core.teams import TeamsActivityHandler
from botbuilder.schema import Activity

from bot.dialogs.in_vain import disliked
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Joined, Memory, Pressed
from bot.msteams import consent, extension, feedback, replies
from bot.msteams.adapter import IN_OUTBOX, ON_SENT, TeamsAdapter, request_for
from bot.msteams.arrivals import arrival, edited, executed, is_edited, is_for_us, is_personal, is_refresh, message, refused, sent_at, tenant
from bot.msteams.consent import Consent
from bot.msteams.invokes import not_offered
from bot.msteams.offers import Offers
from bot.msteams.post.proactive import continued
from bot.msteams.recent_replies import RecentReplies, RecentReply
from bot.msteams.replies import is_edit, notice, press_answer, refreshed
from bot.msteams.turn_log import note
from bot.msteams.words import plain
from bot.phrases.en import edge
from bot.storage.arrival import Arrival, ChannelRequest, Elsewhere, Taken
from bot.storage.feedback import Feedback
from bot.storage.questions import Asker, QuestionLog
from bot.storage.turns import Turns


def _no_answer(_reply: Reply) -> None:
    """A message is answered by messages."""


class AssistantHandler(TeamsActivityHandler):
    """Messages, presses, installation. The SDK's own parsing of invokes and its question to the network per new member are overridden."""

    def __init__(
        self,
        turns: Turns,
        kept_feedback: Feedback,
        offers: Offers,
        consent: Consent,
        *,
        questions: QuestionLog,
        serves: Callable[[str], bool] = lambda _: True,
    ) -> None:
        """`serves` says whether the people of a tenant are served; of others nothing is kept."""
        super().__init__()
        self._serves = serves
        self._questions = questions
        self._turns = turns
        self._offers = offers
        self._consent = consent
        self._feedback = kept_feedback
        self._recent = RecentReplies()

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """A typed message, or the press of a button that is an Action.Submit."""
        activity = turn_context.activity
        if not is_for_us(activity):
            return
        arrived = message(activity)
        if self._recent.to_message(arrived.tenant, arrived.conversation, arrived.activity) is None:
            await self._take(turn_context, arrived)

    async def on_message_update_activity(self, turn_context: TurnContext) -> None:
        """An edited message: its answer is edited as well."""
        activity = turn_context.activity
        if not (is_edited(activity) and is_for_us(activity)):
            return
        key = tenant(activity), activity.conversation.id, activity.id
        known = self._recent.to_message(*key)
        if known is None or not known.is_newer_than(sent_at(activity)):
            await self._take(turn_context, edited(activity, self._recent.edit_of(*key)))

    async def on_message_delete_activity(self, turn_context: TurnContext) -> None:
        """A message was deleted: what was answered stays, as in any chat."""

    async def on_event_activity(self, turn_context: TurnContext) -> None:
        """Meetings, read receipts and the like are none of ours; the SDK would parse them."""

    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
        """The press of a button that is an Action.Execute, a search, an answer to whether a file may be sent, or a thumb."""
        match turn_context.activity.name:
            case "adaptiveCard/action":
                return await self._pressed(turn_context)
            case extension.QUERY:
                return await self._searched(turn_context.activity)
            case consent.INVOKE:
                return await self._consent.take(turn_context, self._take)
            case feedback.SUBMIT:
                return await self._given_feedback(turn_context.activity)
            case name:
                return not_offered(name)

    async def _pressed(self, turn_context: TurnContext) -> InvokeResponse:
        activity = turn_context.activity
        press = executed(activity.value)
        if press is None:
            return InvokeResponse(status=400, body={"error": "activity.value.action must be an object with a verb."})
        if is_refresh(activity.value):
            return await self._refreshed(turn_context, arrival(activity, press))
        taken = await self._take(turn_context, arrival(activity, press), partial(press_answer, activity))
        return InvokeResponse(status=200, body=taken.answer or notice(edge.ANSWERED_BELOW))

    async def _refreshed(self, turn_context: TurnContext, arrived: Arrival) -> InvokeResponse:
        """A card asks what it shows now: that is only looked up, and goes nowhere but into the response."""
        reply = await self._turns.look(arrived if self._serves(arrived.tenant) else refused(arrived))
        note(turn_context, arrived.what, reply)
        return InvokeResponse(status=200, body=refreshed(turn_context.activity, reply))

    async def _searched(self, activity: Activity) -> InvokeResponse:
        typed = extension.searched_for(activity.value)
        if extension.is_further_page(activity.value):
            return InvokeResponse(status=200, body=extension.NO_RESULT)
        if len(typed) > extension.LONGEST_QUERY:
            return InvokeResponse(status=200, body=extension.TOO_LONG)
        return InvokeResponse(status=200, body=extension.results(await self._turns.search(plain(typed, (), ""), tenant(activity))))

    async def _given_feedback(self, activity: Activity) -> InvokeResponse:
        liked = feedback.is_liked(activity.value)
        if liked is None or not activity.reply_to_id:
            return InvokeResponse(status=400, body={"error": "activity.value must say whether the message activity.replyToId was liked."})
        reply = self._recent.by_id(tenant(activity), activity.conversation.id, activity.reply_to_id)
        answered = reply.answers if reply else None
        await self._feedback.note(tenant(activity), activity.reply_to_id, liked=liked, answered=answered)
        await self._note_judged(activity, reply, liked=liked)
        return InvokeResponse(status=200, body={})

    async def _note_judged(self, activity: Activity, reply: RecentReply | None, *, liked: bool) -> None:
        """The question whose answer was not liked goes into the log as well; a thumb that turns up takes it out again."""
        sender = arrival(activity, Joined())
        if reply is None or sender.known_person is None or not self._questions.notes(sender.tenant):
            return
        inside = reply.context.focus is not None
        asked = disliked(reply.answers, inside=inside) if reply.answers and not liked else None
        await self._questions.judged(_asker(sender), activity.reply_to_id, asked)

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
        self._recent.forget(gone.tenant, gone.conversation)
        await self._turns.part(gone.tenant, gone.conversation)

    async def _take(self, turn_context: TurnContext, arrived: Arrival, answer_of: Callable[[Reply], Any] = _no_answer) -> Taken:
        def request_of(reply: Reply, to: Elsewhere | None = None, /) -> ChannelRequest:
            if to is None:
                return request_for(turn_context, self._message_of(turn_context, reply))
            there = TurnContext(turn_context.adapter, continued(to))
            return request_for(there, replies.message(reply, there.activity))

        arrived = arrived if self._serves(arrived.tenant) else refused(arrived)
        taken = await self._turns.take(arrived, answer_of, request_of)
        note(turn_context, arrived.what, taken.reply)
        _send_to_others(turn_context, taken)
        if taken.reply is not None:
            sent = self._message_of(turn_context, taken.reply)
            recent = self._remember(arrived, taken, sent_at(turn_context.activity))
            if taken.message:  # what confirms a record stays as it was said, whatever is edited later
                turn_context.turn_state[IN_OUTBOX] = taken.message
            else:
                await _take_the_place_of(recent, turn_context, sent)
            await self._send(turn_context, sent)
        await self._note(arrived, taken)
        return taken

    async def _note(self, arrived: Arrival, taken: Taken) -> None:
        """What was asked in vain goes into the log, where the institution has one; what an edit asks was asked before."""
        if taken.reply is not None and arrived.edit is None and self._questions.notes(arrived.tenant):
            await self._questions.asked(_asker(arrived), taken.reply.in_vain, pressed=isinstance(arrived.what, Pressed))

    def _message_of(self, turn_context: TurnContext, reply: Reply) -> Activity:
        """The message of a reply; with an id where it takes the place of the message that was pressed."""
        activity = turn_context.activity
        sent = self._offers.message(reply, activity)
        if is_edit(reply):
            sent.id = activity.reply_to_id
        return sent

    def _remember(self, arrived: Arrival, taken: Taken, at: datetime | None) -> RecentReply:
        recent = self._recent.add(arrived, taken, at)
        if taken.reply is not None and taken.reply.memory == Memory():
            self._recent.forget(arrived.tenant, arrived.conversation)
        return recent

    async def _send(self, turn_context: TurnContext, sent: Activity) -> None:
        if sent.id:
            await turn_context.update_activity(sent)
        else:
            await turn_context.send_activity(sent)


def _asker(arrived: Arrival) -> Asker:
    return Asker(arrived.tenant, arrived.conversation, arrived.known_person or "", arrived.name)


def _send_to_others(turn_context: TurnContext, taken: Taken) -> None:
    """What the turn tells other people is on its way, beside their own turns."""
    for message_to_other in taken.told:
        cast("TeamsAdapter", turn_context.adapter).put(message_to_other)


async def _take_the_place_of(recent: RecentReply, turn_context: TurnContext, sent: Activity) -> None:
    """Give the message the id of the one it takes the place of; where there is none yet, `recent` is told the id that this one gets."""
    sent.id = sent.id or await recent.to_edit()
    if sent.id:
        recent.sent(sent.id)
    else:
        turn_context.turn_state[ON_SENT] = recent.sent
