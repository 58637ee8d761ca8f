"""What a person answered when Teams asked whether a file may go into their OneDrive; and the file, sent after that."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

import structlog
from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.schema import Activity

from bot.dialogs.reply import Reply
from bot.dialogs.turn import Pressed
from bot.documents.kinds import KINDS
from bot.msteams.activities import Message
from bot.msteams.arrivals import arrival
from bot.msteams.offers import arrived_there
from bot.msteams.post.drive import Drive
from bot.msteams.replies import message
from bot.phrases.en import files as say
from bot.storage.arrival import Arrival
from bot.storage.downloads import Offered
from bot.storage.files import Files

_log = structlog.get_logger()

INVOKE = "fileConsent/invoke"
OFFER = "files.offer"
_LONGEST = 8_000  # characters of what Teams tells of the place
_WHERE = ("uploadUrl", "contentUrl", "name", "uniqueId", "fileType")

Take = Callable[[TurnContext, Arrival], Awaitable[Any]]
"""Takes a turn, and sends what came of it."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer: `context` is what the card carried, `where` the place for the file; empty where it was declined."""

    context: dict[str, str]
    where: dict[str, str]

    @property
    def accepted(self) -> bool:
        """Whether the file may be sent."""
        return bool(self.where)


def answered(value: Any) -> Answered | None:
    """The answer that an invoke brings; None where it brings none."""
    action = value.get("action") if isinstance(value, dict) else None
    if not isinstance(action, str) or action not in {"accept", "decline"}:
        return None
    context = _texts(value.get("context"), ("secret", "document", "record"))
    where = _texts(value.get("uploadInfo"), _WHERE) if action == "accept" else {}
    return None if context is None or where is None or context["document"] not in KINDS else Answered(context, where)


def _texts(given: Any, names: tuple[str, ...]) -> dict[str, str] | None:
    if not isinstance(given, dict):
        return None
    texts = {name: given.get(name, "") for name in names}
    return texts if all(isinstance(text, str) and len(text) <= _LONGEST for text in texts.values()) else None


class Consent:
    """Takes the answers. What was accepted is drawn and sent after the invoke is answered, for Teams waits for that a few seconds only."""

    def __init__(self, files: Files, drive: Drive) -> None:
        self._files = files
        self._drive = drive
        self._tasks: set[asyncio.Task[None]] = set()

    async def take(self, context: TurnContext, take: Take) -> InvokeResponse:
        """Take one answer."""
        activity = context.activity
        answer = answered(activity.value)
        if answer is None:
            return InvokeResponse(status=400, body={"error": "activity.value must accept or decline a file that was offered."})
        if not answer.accepted:
            await _remove_card(context)
            await context.send_activity(message(Reply(say.NOTHING_SENT), activity))
        elif not await self._begins(context, answer, take):
            await _remove_card(context)
            await take(context, _again(activity, answer, "ran-out"))
        return InvokeResponse(status=200, body={})

    async def finish(self, patience: float) -> None:
        """Wait until what was accepted is sent, `patience` seconds at most."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=patience)
            for task in late:
                task.cancel()

    async def _begins(self, context: TurnContext, answer: Answered, take: Take) -> bool:
        """Whether the offer stands: then the file is on its way."""
        asking = arrival(context.activity, Pressed(OFFER, {}))
        offered = await self._files.find(answer.context["secret"])
        if offered is None or (offered.tenant, offered.person) != (asking.tenant, asking.known_person):
            return False
        if not self._drive.allows(answer.where["uploadUrl"]):
            _log.warning("file not uploaded", reason="Teams named a host that files may not go to")
        elif not await self._files.take(answer.context["secret"], offered):
            return False
        task = asyncio.create_task(self._send(context.adapter.run, context.activity, answer, offered, take))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return True

    async def _send(self, run: Callable[..., Awaitable[Any]], activity: Activity, answer: Answered, offered: Offered, take: Take) -> None:
        """Draw the file, send it, and tell the person in a turn of its own."""
        try:
            drawn = await self._files.draw(offered)
            sent = drawn is not None and await self._is_put(answer, offered, drawn)
        except Exception:  # the person is told below
            _log.exception("file not made", document=offered.document)
            drawn, sent = b"", False

        async def tell(context: TurnContext) -> None:
            await _remove_card(context)
            if sent:
                await context.send_activity(_arrived(answer, offered))
            elif drawn is None:
                await context.send_activity(message(Reply(say.GONE_SINCE), activity))
            else:
                await take(context, _again(activity, answer, "not-uploaded"))

        await run(activity, tell)

    async def _is_put(self, answer: Answered, offered: Offered, drawn: bytes) -> bool:
        url = answer.where["uploadUrl"]
        return self._drive.allows(url) and await self._drive.put(url, drawn, KINDS[offered.document].media)


def _again(activity: Activity, answer: Answered, because: str) -> Arrival:
    """The offer asked for anew, and why: as if its button had been pressed, in a turn of its own."""
    data = {"row": answer.context["document"], "record": answer.context["record"], "because": because}
    return replace(arrival(activity, Pressed(OFFER, data)), activity=f"{activity.id} {because}")


def _arrived(answer: Answered, offered: Offered) -> Activity:
    return Message(type="message", summary=say.sent(offered.filename), attachments=[arrived_there(answer.where)])


async def _remove_card(context: TurnContext) -> None:
    """The card that asked has been answered: it goes, so that nobody answers it again."""
    if context.activity.reply_to_id:
        await context.delete_activity(context.activity.reply_to_id)
