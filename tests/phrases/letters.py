"""Letters for plain ones, one for each and back again, so that nothing but where a text comes from is different: not even its length."""

import re
from string import ascii_letters, ascii_lowercase

_ACCENTED = "àƀçđèƒĝĥìĵķĺɱñòṕɋŕšťùṽŵẋýž"
_CYRILLIC = "абцдефгхијклмнопќрстувшџыз"
_PLACES = re.compile(r"(\{[^{}]*\})")


def _both(letters: str) -> dict[int, str]:
    return {ord(plain): other for plain, other in zip(ascii_letters, letters + letters.upper(), strict=True)}


_SAID, _KNOWN = _both(_ACCENTED), _both(_CYRILLIC)
_BACK = {ord(other): chr(plain) for table in (_SAID, _KNOWN) for plain, other in table.items()}
assert len(_BACK) == 4 * len(ascii_lowercase)


def said(text: str) -> str:
    """A phrase of the assistant's, as the pseudo-locale has it; places to fill in stay."""
    return "".join(part if part.startswith("{") else part.translate(_SAID) for part in _PLACES.split(text))


def parts(changed: str) -> list[str]:
    """The parts of a phrase between its places, where words are in them."""
    return [part for part in _PLACES.split(changed) if part != plain(part)]


def known(text: str) -> str:
    """Words of a framework, which are in the institution's language and no phrases: marked too, so that they are not taken for any."""
    return text.translate(_KNOWN)


def plain(text: str) -> str:
    """The text as it was."""
    return text.translate(_BACK)
