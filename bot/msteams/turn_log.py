"""The line of a turn in the log: its kind, what was understood, and how long it took. Nobody's words, names or ids."""

from time import perf_counter
from typing import Any

from botbuilder.core import TurnContext
from botbuilder.schema import Activity

from bot.cards.payloads import VERBS
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Joined, Pressed, Said
from bot.metrics import TALLIES, Outcome
from bot.understanding.reading import Reading

_NOTED = "bot.noted"
_KINDS = {
    "message": "message",
    "messageUpdate": "edit",
    "messageDelete": "delete",
    "messageReaction": "reaction",
    "conversationUpdate": "join",
    "installationUpdate": "join",
    "adaptiveCard/action": "press",
    "composeExtension/query": "search",
    "message/submitAction": "feedback",
    "fileConsent/invoke": "file",
}


def note(context: TurnContext, what: Said | Pressed | Joined, reply: Reply | None) -> None:
    """Keep what arrived, and what it was answered, for the turn's line."""
    context.turn_state[_NOTED] = what, reply


def counted(told: dict[str, Any], *, failed: bool = False) -> dict[str, Any]:
    """The same facts, once the turn is counted by them."""
    TALLIES.turn(told["kind"], "failed" if failed else str(told["status"]), told["ms"] / 1000, told.get("outcome"))
    return told


def facts(context: TurnContext, began: float) -> dict[str, Any]:
    """What the line tells of a turn that began at `began` (of `perf_counter`); what is not known is left out."""
    what, reply = context.turn_state.get(_NOTED, (None, None))
    reading = _reading(reply)
    told = {
        "kind": _kind(context.activity, what),
        "verb": what.verb if isinstance(what, Pressed) and what.verb in VERBS else None,
        "intent": reading.intent.value if reading else None,
        "framework": reading.framework if reading else None,
        "outcome": _outcome(reply),
        "status": _status(context),
        "ms": round((perf_counter() - began) * 1000, 2),
    }
    return {name: value for name, value in told.items() if value is not None}


def _reading(reply: Reply | None) -> Reading | None:
    if reply is None:
        return None
    return reply.answers or (reply.memory.last if reply.memory else None)


def _outcome(reply: Reply | None) -> Outcome | None:
    """What became of a question; None for what is none, such as a greeting or a mark of an assessment."""
    if reply is None:
        return None
    return "answered" if reply.answers else reply.missed


def _kind(activity: Activity, what: Said | Pressed | Joined | None) -> str:
    """Of the kinds that are known: the sender may have written anything there."""
    if isinstance(what, Pressed):
        return "press"
    return _KINDS.get(activity.name if activity.type == "invoke" else activity.type, "other")


def _status(context: TurnContext) -> int:
    answer = context.turn_state.get(context.adapter._INVOKE_RESPONSE_KEY)  # noqa: SLF001 (the SDK gives it no other name)
    return 200 if answer is None else int(answer.value.status)
