"""Wishes written as patterns of words: "move {which} back? to {value}". The format is told in planning.yaml."""

import re
from collections.abc import Iterable, Mapping

from bot.understanding.phrasing import either

_SLOT = re.compile(r"\{(\w+)\}")
_SLOTS = {
    "which": r"(?P<which>\S.*?)",
    "value": r"(?P<value>\S.*?)",
    "quoted": '["“\'‘](?P<quoted>[^"”]+?)["”\'’]',
    "text": r"(?P<text>\S.*)",
    "rest": r"(?P<rest>.*)",
}
_SEVERAL = r"[^:\n]{0,60}?"


class WishPatterns:
    """Some wishes. `words` are the words that a named slot stands for; `polite` ones may stand before a wish, `around` ones after it."""

    def __init__(self, wishes: Iterable[str], words: Mapping[str, Iterable[str]], polite: Iterable[str], around: Iterable[str]) -> None:
        self._words = words
        before = rf"\s*(?:(?:{either(polite)})(?![\w'])[\s,]*)*"
        after = rf"(?:[\s,]+(?:{either(around)}))*[\s.,!]*$"
        self._wishes = tuple(re.compile(self._pattern(wish, before, after), re.IGNORECASE | re.DOTALL) for wish in wishes)

    def first(self, text: str) -> dict[str, str | None] | None:
        """The slots of the first wish that a text is; None where it is none."""
        plain = text.replace("’", "'")
        for wish in self._wishes:
            if found := wish.match(plain):
                return {name: None if start < 0 else text[start:end] for name in wish.groupindex for start, end in (found.span(name),)}
        return None

    def _pattern(self, wish: str, before: str, after: str) -> str:
        parts = [self._part(word) for word in wish.split()]
        open_end = wish.endswith(("{text}", "{rest}"))
        return before + "".join(parts) + ("$" if open_end else after)

    def _part(self, word: str) -> str:
        optional = word.endswith("?")
        body = self._body(word.removesuffix("?"))
        if word == "...":
            return _SEVERAL
        if word == ":":
            return r"\s*:\s*"
        slot = _SLOT.fullmatch(word)
        if slot and slot[1] in ("text", "rest"):
            return body
        return rf"(?:{body}(?:\s+|(?=\s*[:.,!]|\s*$)))" + ("?" if optional else "")

    def _body(self, word: str) -> str:
        slot = _SLOT.fullmatch(word)
        if slot is None:
            return f"(?<![\\w'])(?:{either(each.replace('_', ' ') for each in word.split('/'))})(?![\\w'])"
        name = slot[1]
        if name in _SLOTS:
            return _SLOTS[name]
        named = "?P<column>" if name == "column" else "?:"
        return f"({named}{either(self._words[name])})(?![\\w'])"
