"""The message extension: a search from the compose box, and what it is answered."""

from typing import Any

from bot.dialogs.searching import Hit, Hits
from bot.msteams.replies import attachment
from bot.phrases.en import searching as say

QUERY = "composeExtension/query"
LONGEST_QUERY = 300
_PREVIEW = "application/vnd.microsoft.card.thumbnail"


def searched_for(value: Any) -> str:
    """The words of a query; empty before anything was typed, and for whatever is no query."""
    parameters = value.get("parameters") if isinstance(value, dict) else None
    named = [each for each in parameters if isinstance(each, dict)] if isinstance(parameters, list) else []
    typed = (each.get("value") for each in named if each.get("name") != "initialRun")
    return next((words for words in typed if isinstance(words, str)), "")


def is_further_page(value: Any) -> bool:
    """Whether a query goes on after what it was answered: that is always all there is."""
    options = value.get("queryOptions") if isinstance(value, dict) else None
    skip = options.get("skip") if isinstance(options, dict) else None
    return isinstance(skip, int) and skip > 0


def results(hits: Hits) -> dict[str, Any]:
    """The cards to choose from, or a sentence where there are none."""
    return message(hits.said) if hits.said else _result([_result_of(hit) for hit in hits.found])


def message(sentence: str) -> dict[str, Any]:
    """A sentence in place of results."""
    return {"composeExtension": {"type": "message", "text": sentence}}


def _result(found: list[dict[str, Any]]) -> dict[str, Any]:
    return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": found}}


def _result_of(hit: Hit) -> dict[str, Any]:
    return {**attachment(hit.card), "preview": {"contentType": _PREVIEW, "content": {"title": hit.title, "text": hit.line}}}


NO_RESULT = _result([])
TOO_LONG = message(say.TOO_LONG)
