"""From a typed message to tokens: short forms written out, words cut to their stems, numbers apart from letters."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from bot.understanding.language import Language
from bot.understanding.phrasing import either

MAX_TOKENS = 120
_ARROWS = re.compile(r"\s*(?:-+>|=+>|→|⇒|➔|>>+)\s*")
_PIECE = re.compile(r"\{[a-z_]+\}|[a-z]+(?:'[a-z]+)?|\d+(?:\.\d+)?|[?+]|[-,/;:.!()\"]")
_BEFORE_A_CONSONANT = r"(?=\s+(?:the\b|[bcdfgj-np-tv-z][a-z]{3}))"
_PUNCTUATION = frozenset('-,/;:.!()"')
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


@dataclass(slots=True, eq=False)
class Token:
    """One word, number or mark. `typed` is as written, `word` as read, `stem` what phrases are compared by.

    A token is one place in one message: the same word twice is two tokens.
    Not frozen, as that would make learning slow; nobody changes one.
    """

    typed: str
    word: str
    stem: str
    is_mark: bool = False


class Tokenizer:
    """Cuts messages of one language into tokens."""

    def __init__(self, language: Language) -> None:
        words = language.words
        self._short = {short: tuple(long.split()) for short, long in words.short_forms.items()}
        digits = [short for short in self._short if any(letter.isdigit() for letter in short)]
        self._with_digits = re.compile(rf"\b(?:{either(digits)})\b")  # "b4", which the pieces would tear apart
        self._hasty_and = re.compile(rf"\b(?:{either(words.hasty_and)})\b{_BEFORE_A_CONSONANT}")
        self._aside = re.compile(rf"\b(?:{either(words.aside)})\b")
        self._keep = frozenset(words.keep)
        self._small = frozenset(words.small_words)
        self._stem = lru_cache(maxsize=20_000)(Stemmer.Stemmer("english").stemWord)
        self._read_as = lru_cache(maxsize=20_000)(self._words_of)

    def stem(self, word: str) -> str:
        """The stem of a word in lower case."""
        if word in self._keep:
            return word
        singular = word.removesuffix("s")
        if singular in self._keep:
            return singular
        stem: str = self._stem(word)
        return stem

    def pieces(self, text: str) -> list[str]:
        """The words, numbers and marks of a message in lower case, before short forms are written out."""
        plain = unicodedata.normalize("NFKC", text[:4_000]).translate(_QUOTES).lower()
        plain = _ARROWS.sub(" to ", plain).replace("&", " and ")
        plain = self._hasty_and.sub("and", self._aside.sub(" ", plain))
        plain = self._with_digits.sub(lambda found: " ".join(self._short[found[0]]), plain)
        return _PIECE.findall(plain)[:MAX_TOKENS]

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a message, spelling untouched."""
        return [token for piece in self.pieces(text) for token in self.written_out(piece)]

    def written_out(self, piece: str) -> list[Token]:
        """The tokens of one piece: a short form gives several."""
        return [Token(piece, word, stem, is_mark) for word, stem, is_mark in self._read_as(piece)]

    def _words_of(self, piece: str) -> list[tuple[str, str, bool]]:
        """What a piece is read as: each word, its stem, and whether it is a mark."""
        words = self._short.get(piece)
        if words is None:
            words = (piece.removesuffix("'s") if piece.endswith("'s") else piece.replace("'", ""),)
        return [(word, self.stem(word), word in _PUNCTUATION) for word in words]

    def phrase(self, text: str) -> tuple[str, ...]:
        """The stems of a phrase by which it is found in messages: no marks, no small words (unless nothing else is left)."""
        tokens = [token for token in self.tokens(text) if not token.is_mark]
        return self.key(tokens) or tuple(token.stem for token in tokens)

    def key(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The stems of tokens that phrases are compared by."""
        return tuple(token.stem for token in tokens if token.word not in self._small and not token.is_mark and token.word not in "?+")

    def is_small(self, word: str) -> bool:
        """Whether phrases are matched without this word."""
        return word in self._small
