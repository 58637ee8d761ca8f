"""The phrases that name things: roles, competencies, topics, opportunities. Longest phrase first, no overlaps."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.understanding.tokens import Token, Tokenizer

Kind = Literal["role", "shared", "path", "competency", "ambiguous", "topic", "opportunity", "next", "below", "framework"]
_RANK: dict[str, int] = {
    "role": 0,
    "shared": 0,
    "competency": 1,
    "ambiguous": 2,
    "opportunity": 3,
    "next": 4,
    "below": 4,
    "path": 5,
    "topic": 6,
    "framework": 7,
}
MOST_ENTRIES = 50_000  # phrases of all frameworks that are cut into words once
JOINTS = frozenset("-/+")  # may stand inside a phrase: "h+s"
ANY = "*"  # stands in a phrase for any one word
_LISTS = frozenset({"and", "or", ",", "/", "vs", "versus", "to"})
_LINKS = frozenset({"to", "or", "and", "with", "for", "at", "on", "in", ",", "/"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase stands for."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens `start` to `end` (exclusive) of a message that are a known phrase, with all it may mean."""

    start: int
    end: int
    words: str
    meanings: tuple[Meaning, ...]

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """The ids of one kind that this phrase may mean."""
        return tuple(meaning.id for meaning in self.meanings if meaning.kind == kind)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of things this phrase may mean."""
        return frozenset(meaning.kind for meaning in self.meanings)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a phrase is found by, the links that it holds itself, and its words."""

    key: tuple[str, ...]
    links: frozenset[str]
    words: tuple[str, ...]


@lru_cache(maxsize=MOST_ENTRIES)
def _entry(tokenizer: Tokenizer, phrase: str) -> _Entry:
    """The same phrases are heard in every framework: without this, a start would cost the square of how many there are."""
    key = tuple(stem for part in phrase.split(ANY) for stem in (*tokenizer.phrase(part), ANY))[:-1]
    words = tuple(token.word for token in tokenizer.tokens(phrase.replace(ANY, " ")) if token.word.isalpha())
    return _Entry(key, _LINKS & {token.word for token in tokenizer.tokens(phrase)}, words)


def _with_any(key: tuple[str, ...]) -> tuple[str, ...]:
    """The phrase with any word before its last: "senior electronics technician" as "senior * technician"."""
    return (*key[:-2], ANY, key[-1]) if len(key) > 2 else key  # noqa: PLR2004 (a word on each side)


class Lexicon:
    """Finds known phrases in a message."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._phrases: dict[tuple[str, ...], dict[Meaning, None]] = {}
        self._links: dict[tuple[str, ...], frozenset[str]] = {}
        self._longest: dict[str, int] = {}
        self.words: set[str] = set()

    def add(self, phrase: str, kind: Kind, id_: str) -> None:
        """Let `phrase` stand for a thing."""
        entry = _entry(self._tokenizer, phrase)
        key = entry.key
        if not any(stem != ANY for stem in key):
            return
        self._phrases.setdefault(key, {})[Meaning(kind, id_)] = None
        self._links[key] = self._links.get(key, frozenset()) | entry.links
        self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))
        self.words.update(entry.words)

    def spans(self, tokens: Sequence[Token]) -> list[Span]:
        """The known phrases of a message in order, none overlapping: longer phrases win, then roles over competencies over the rest."""
        found = self._all(tokens)
        found.sort(key=lambda hit: (-hit[0], min(_RANK[kind] for kind in hit[1].kinds), hit[1].start))
        taken: set[int] = set()
        kept = []
        for _, span in found:
            if taken.isdisjoint(range(span.start, span.end)):
                taken.update(range(span.start, span.end))
                kept.append(span)
        return sorted((*kept, *self._shortened(tokens, kept, taken)), key=lambda span: span.start)

    def _shortened(self, tokens: Sequence[Token], kept: Iterable[Span], taken: Collection[int]) -> Iterator[Span]:
        """Titles that leave out the end they share with the next: "lead and senior technical specialist"."""
        for span in kept:
            stems = tuple(token.stem for token in tokens[span.start : span.end] if not token.is_mark)
            at = span.start - 2
            while span.ids("role") and at >= 0 and tokens[at + 1].word in _LISTS and at not in taken:
                ends = (key for key in ((tokens[at].stem, *stems), (tokens[at].stem, *stems[1:])) if key in self._phrases)
                roles = [meaning for key in ends for meaning in self._phrases[key] if meaning.kind == "role"]
                if not roles:
                    break
                yield Span(at, at + 1, tokens[at].typed, (roles[0],))
                at -= 2

    def _all(self, tokens: Sequence[Token]) -> list[tuple[int, Span]]:
        places = [at for at, token in enumerate(tokens) if not self._tokenizer.is_small(token.word)]
        found = []
        for index, start in enumerate(places):
            longest = self._longest.get(tokens[start].stem, 0)
            key: tuple[str, ...] = ()
            for at in places[index : index + longest]:
                joint = tokens[at].word in JOINTS
                if tokens[at].is_mark and not joint:
                    break
                if not joint:
                    key = (*key, tokens[at].stem)
                known = next((form for form in (key, _with_any(key)) if form in self._phrases), None)
                if known is not None and not joint:
                    meanings = self._meanings(known, tokens[start : at + 1])
                    words = " ".join(token.typed for token in tokens[start : at + 1])
                    if meanings:
                        found.append((len(key), Span(start, at + 1, words, meanings)))
        return found

    def _meanings(self, key: tuple[str, ...], tokens: Sequence[Token]) -> tuple[Meaning, ...]:
        """A title does not reach over a link ("senior tech to specialist" names two roles), nor an opportunity ("manager on training")."""
        meanings = tuple(self._phrases[key])
        if (_LINKS - self._links[key]).isdisjoint(token.word for token in tokens):
            return meanings
        return tuple(meaning for meaning in meanings if meaning.kind not in ("role", "path", "opportunity"))
