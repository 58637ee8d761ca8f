"""The middleware that gives each turn an id and a line in the log, and where one fails tells the person once."""

import secrets
from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import Any

import structlog
from botbuilder.core import InvokeResponse, Middleware, TurnContext
from botbuilder.schema import Activity, ActivityEventNames

from bot.logs import TURN
from bot.msteams.extension import QUERY, message
from bot.msteams.replies import notice
from bot.msteams.turn_log import counted, facts
from bot.phrases.en import edge

_log = structlog.get_logger()

MOST_TOLD = 1_000  # failed activities, of which a second delivery is not told again


class FailedTurn(Middleware):
    """What a failed turn wrote was rolled back; here it is logged, without anybody's words, and owned up to.

    A second delivery runs the turn again: it may succeed by then, and if not the person has been told already.
    """

    def __init__(self) -> None:
        self._told: dict[tuple[str, str], None] = {}

    async def on_turn(self, context: TurnContext, logic: Callable[[], Awaitable[Any]]) -> None:
        """Run the turn."""
        turn = secrets.token_hex(4)
        before, began = TURN.set(turn), perf_counter()
        try:
            await logic()
        except Exception:  # the one place where a turn's fault is caught
            _log.exception("turn failed", **counted(facts(context, began), failed=True))
            if context.activity.name == ActivityEventNames.continue_conversation:
                raise  # nobody asked: whoever wanted something told hears of it
            if self._is_first(context.activity):
                await context.send_activity(_told(context.activity, edge.failed(turn)))
        else:
            _log.info("turn", **counted(facts(context, began)))
        finally:
            TURN.reset(before)

    def _is_first(self, activity: Activity) -> bool:
        """Whether the person is still to be told; an invoke is answered every time."""
        if activity.type == "invoke" or activity.id is None:
            return True
        key = activity.conversation.id, activity.id
        if key in self._told:
            return False
        self._told[key] = None
        if len(self._told) > MOST_TOLD:
            del self._told[next(iter(self._told))]
        return True


def _told(activity: Activity, sentence: str) -> Activity:
    if activity.type == "invoke":
        body = message(sentence) if activity.name == QUERY else notice(sentence)
        return Activity(type="invokeResponse", value=InvokeResponse(status=200, body=body))
    return Activity(type="message", text=sentence, text_format="plain")
