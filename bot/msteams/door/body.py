"""A request body as JSON: strict, quick on hostile input, and every refusal with its reason."""

import json
import math
import re
from typing import Any

LARGEST = 256 * 1024
DEEPEST = 32

_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")  # a backslash that is itself escaped begins no escape
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class Refused(Exception):  # noqa: N818 (an answer to the sender, not an error name)
    """A request that is not taken: its HTTP status, and the reason in one sentence."""

    def __init__(self, status: int, reason: str) -> None:
        self.status = status
        self.reason = reason
        super().__init__(reason)


def read_json(body: bytes) -> dict[str, Any]:
    """The JSON object of a body. Raises Refused (400) for whatever else it holds."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400, "The body is not UTF-8.") from None
    parsed = _parse(text)
    if not isinstance(parsed, dict):
        raise Refused(400, "The body is not a JSON object.")
    if text.count("{") + text.count("[") > DEEPEST:
        _check_depth(parsed)
    if "\\u" in text:
        _check_characters(text, parsed)
    return parsed


def _parse(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant, parse_float=_finite)
    except RecursionError:
        raise _too_deep() from None
    except ValueError:
        raise Refused(400, "The body is not JSON.") from None


def _no_constant(name: str) -> float:
    raise ValueError(name)


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise ValueError(digits)
    return number


def _check_depth(parsed: dict[str, Any]) -> None:
    level: list[Any] = [parsed]
    for _ in range(DEEPEST):
        level = [child for parent in level for child in _children(parent) if isinstance(child, dict | list)]
        if not level:
            return
    raise _too_deep()


def _children(parent: Any) -> Any:
    return parent.values() if isinstance(parent, dict) else parent


def _too_deep() -> Refused:
    return Refused(400, f"The body is nested deeper than {DEEPEST} levels.")


def _check_characters(text: str, parsed: dict[str, Any]) -> None:
    if _NUL.search(text):
        raise Refused(400, "The body holds a NUL character.")
    if _SURROGATE.search(text):
        try:
            json.dumps(parsed, ensure_ascii=False).encode("utf-8")
        except UnicodeEncodeError:
            raise Refused(400, "The body holds half a character (a lone surrogate).") from None
