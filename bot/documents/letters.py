"""People's own words, letter for letter: in Word and Excel they stay text, whatever they look like."""

import re
from typing import Any

from markupsafe import Markup, escape

_FIRST_PICTURE = 0x2400  # Unicode has a picture for each of the 32 control characters from here on
_UNKNOWN = "\ufffd"
_NEWLINE = re.compile("\r\n?")
_CANNOT_STAND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_READ_AS_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_BRACES = {"{": "&#123;", "}": "&#125;"}
_BRACE = re.compile("[{}]")


def shown(text: str) -> str:
    """The same text, with a visible sign for each character that no such file can hold, and every line ended alike."""
    return _CANNOT_STAND.sub(_sign, _NEWLINE.sub("\n", text))


def has_signs(value: Any) -> bool:
    """Whether a sign has to stand for a character anywhere in a value: a text, or what lists and mappings hold."""
    match value:
        case str():
            return _CANNOT_STAND.search(_NEWLINE.sub("\n", value)) is not None
        case dict():
            return any(map(has_signs, value.values()))
        case list() | tuple():
            return any(map(has_signs, value))
    return False


def in_word(value: Any) -> Any:
    """A value as a Word template takes it up: no mark-up, and nothing that the template's own language would read."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return Markup(_BRACE.sub(lambda brace: _BRACES[brace[0]], escape(shown(value))))  # noqa: S704 (escaped right here)


def in_excel(text: str) -> str:
    """A text as a cell holds it: what looks like Excel's own way to write a character (`_x0041_`) is none."""
    return _READ_AS_ESCAPE.sub("_x005F_", shown(text))


def _sign(character: re.Match[str]) -> str:
    code = ord(character[0])
    return chr(_FIRST_PICTURE + code) if code < ord(" ") else _UNKNOWN
