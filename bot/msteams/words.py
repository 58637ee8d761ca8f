"""The words of a message: the assistant's mention, mark-up and HTML entities taken away."""

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

LONGEST = 4000
_LONGEST_RAW = 16_000

_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:at|p|div|span|br|b|i|u|s|a|em|strong|strike|ul|ol|li|h\d|blockquote|pre|code|codeblock|emoji|img|attachment|font|hr|table|tbody|tr|td)"
    r"\b[^<>]*>",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[^\S\n]+")


def is_too_long(text: str) -> bool:
    """Whether a raw message is too long to be read, mark-up or not."""
    return len(text) > _LONGEST_RAW


def plain(text: str, entities: Iterable[Mapping[str, Any]], own_id: str) -> str:
    """What a person typed. Other people's mentions keep their names."""
    for entity in entities:
        if _mentions(entity, own_id) and entity.get("text"):
            text = text.replace(entity["text"], " ")
    text = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    return _SPACES.sub(" ", text).strip()


def is_mentioned(entities: Iterable[Mapping[str, Any]], own_id: str) -> bool:
    """Whether the assistant itself is mentioned."""
    return any(_mentions(entity, own_id) for entity in entities)


def _mentions(entity: Mapping[str, Any], own_id: str) -> bool:
    return str(entity.get("type", "")).lower() == "mention" and entity.get("mentioned", {}).get("id") == own_id
