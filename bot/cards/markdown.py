"""Words as a text block must hold them to be shown as they are, and back."""

import re

# Stands at the end of a row that can be pressed; a sign, not a word.
PRESS_SIGN = "›"

# Teams drops what looks like a tag from a text block, reads what looks like an entity, and writes a date in place of {{DATE(...)}}.
_INLINE = re.compile(r"([\\`*_\[\]]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|~(?=~)|(?<=\{)\{(?=(?:DATE|TIME)\())")
_AT_START = re.compile(r"^(\s*(?:\d+(?=[.)]\s))?)([#>.)+-])", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_\[\]<&~{#>.)+-])")


def escaped(words: str) -> str:
    """Words that are shown as they are, whatever markdown they hold."""
    return _AT_START.sub(r"\1\\\2", _INLINE.sub(r"\\\1", words))


def unescaped(words: str) -> str:
    """The words that `escaped` was given."""
    return _ESCAPED.sub(r"\1", words)
