"""The words of a message: the assistant's mention, mark-up and HTML entities taken away."""

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

LONGEST = 4000
_LONGEST_RAW = 16_000
_MOST_MENTIONS = 50
_MOST_OWN_NAMES = 5
_LONGEST_NAME = 300  # a longer one is nobody's: looking for it would take seconds

_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d)\b[^<>]*>", re.IGNORECASE)
_MENTION = re.compile(r"<(at|span)\b([^<>]*)>([^<>]*)</\1\s*>", re.IGNORECASE)
_MENTION_IN_HTML = "schema.skype.com/mention"
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
    mentions = [entity for entity in entities if _is_mention(entity) and len(_written(entity)) <= _LONGEST_NAME][:_MOST_MENTIONS]
    text = _without_own(text, mentions, own_id) if mentions else text
    text = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    return _SPACES.sub(" ", text).strip()


def _without_own(text: str, mentions: list[Mapping[str, Any]], own_id: str) -> str:
    """The text without the assistant's mentions: by name where it is told, else whatever names nobody else who is mentioned."""
    own = {_name(entity) for entity in mentions if _is_of(entity, own_id)} - {""}
    others = {_name(entity) for entity in mentions if not _is_of(entity, own_id)}

    def kept(found: re.Match[str]) -> str:
        tag, attributes, inner = found.groups()
        if tag.lower() == "span" and _MENTION_IN_HTML not in attributes.lower():
            return found[0]
        named = _folded(inner)
        return " " if named in own or (own and named not in others) else found[0]

    text = _MENTION.sub(kept, text)
    for name in sorted(own)[:_MOST_OWN_NAMES]:  # a channel without mark-up writes the name alone
        text = re.sub(rf"(?<!\w)@{re.escape(name)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return text


def is_mentioned(entities: Iterable[Mapping[str, Any]], own_id: str) -> bool:
    """Whether the assistant itself is mentioned."""
    return any(_is_mention(entity) and _is_of(entity, own_id) for entity in entities)


def _is_mention(entity: Mapping[str, Any]) -> bool:
    return str(entity.get("type", "")).lower() == "mention"


def _is_of(entity: Mapping[str, Any], id_: str) -> bool:
    return bool(entity.get("mentioned", {}).get("id") == id_)


def _name(entity: Mapping[str, Any]) -> str:
    return _folded(_TAG.sub("", _written(entity)))


def _written(entity: Mapping[str, Any]) -> str:
    """The mention as it stands in the text, or else the name of whoever is mentioned."""
    return str(entity.get("text") or entity.get("mentioned", {}).get("name", ""))


def _folded(name: str) -> str:
    """A name as it is compared: entities, spaces of any kind, a sign before it and case make no difference."""
    return " ".join(html.unescape(name).split()).removeprefix("@").casefold()
