"""What a competency is called for short where nobody wrote it down: the parts of its name that are its alone.

"Budget Management" is called "budget" where other names hold "management" too, and "Teamwork and Motivation" is called "teamwork".
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from bot.understanding.tokens import Token, Tokenizer

_APART = re.compile(r"[,/;+()–—:]|\s[-&]\s|\b(?:and|or|including|incl)\b", re.IGNORECASE)


def parts_of_names(named: Mapping[str, Collection[str]], tokenizer: Tokenizer, common: Iterable[str]) -> Mapping[str, list[str]]:
    """The parts of the names of competencies, by id, that name no other, without words that any question may hold."""
    quiet = {tokenizer.phrase(word) for word in common}
    held = Counter(stem for names in named.values() for stem in {stem for name in names for stem in tokenizer.phrase(name)})
    parts = {id_: {_telling(part, tokenizer, held) for name in names for part in _APART.split(name)} for id_, names in named.items()}
    claimed = Counter(part for of in parts.values() for part in of)
    return {
        id_: sorted(part for part in of if part and claimed[part] == 1 and tokenizer.phrase(part) not in quiet) for id_, of in parts.items()
    }


def _telling(part: str, tokenizer: Tokenizer, held: Mapping[str, int]) -> str:
    """A part of a name without the words that other names hold as well, and without small words."""
    return " ".join(token.word for token in tokenizer.tokens(part) if _tells(token, tokenizer) and held[token.stem] == 1)


def _tells(token: Token, tokenizer: Tokenizer) -> bool:
    return len(token.word) > 1 and not token.is_mark and not tokenizer.is_small(token.word)
