"""What an invoke is answered that asks for something the assistant does not offer; one that is not even known gets a 501."""

from typing import Any

from botbuilder.core import InvokeResponse

from bot.msteams.extension import NO_RESULT
from bot.phrases.en import edge

_SAID = {"type": "message", "value": edge.NOTHING_TO_OPEN}
_DIALOG = {"task": _SAID}
_NOTHING: dict[str, Any] = {}

_ANSWERS = {
    "composeExtension/queryLink": NO_RESULT,
    "composeExtension/anonymousQueryLink": NO_RESULT,
    "composeExtension/selectItem": NO_RESULT,
    "composeExtension/fetchTask": _DIALOG,
    "composeExtension/submitAction": _DIALOG,
    "composeExtension/querySettingUrl": NO_RESULT,
    "composeExtension/setting": _NOTHING,
    "composeExtension/onCardButtonClicked": _NOTHING,
    "signin/verifyState": _NOTHING,
    "signin/tokenExchange": _NOTHING,
    "signin/failure": _NOTHING,
    "config/fetch": {"responseType": "config", "config": _SAID},
    "config/submit": {"responseType": "config", "config": _SAID},
}


def not_offered(name: str | None) -> InvokeResponse:
    """The answer to an invoke that nothing here takes."""
    answer = _ANSWERS.get(name or "")
    if answer is None:
        return InvokeResponse(status=501, body={"error": f"The invoke {name or ''!r} is not known."})
    return InvokeResponse(status=200, body=answer)
