"""The middleware that gives each turn an id, and where one fails logs it and tells the person once."""

import secrets
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from botbuilder.core import InvokeResponse, Middleware, TurnContext
from botbuilder.schema import Activity

from bot.msteams.replies import notice
from bot.phrases.en import edge

_log = structlog.get_logger()


class FailedTurn(Middleware):
    """What a failed turn wrote was rolled back; here it is logged, without anybody's words, and owned up to."""

    async def on_turn(self, context: TurnContext, logic: Callable[[], Awaitable[Any]]) -> None:
        """Run the turn."""
        turn = secrets.token_hex(4)
        with structlog.contextvars.bound_contextvars(turn=turn):
            try:
                await logic()
            except Exception:  # the one place where a turn's fault is caught
                _log.exception("turn failed", kind=context.activity.type)
                await context.send_activity(_told(context.activity, edge.failed(turn)))


def _told(activity: Activity, sentence: str) -> Activity:
    if activity.type == "invoke":
        return Activity(type="invokeResponse", value=InvokeResponse(status=200, body=notice(sentence)))
    return Activity(type="message", text=sentence, text_format="plain")
