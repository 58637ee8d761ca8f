"""A mark heard in words: "7", "five and a half", "7, because I run the booking rota", "about a 6"; and a change: "budgets to 8"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.framework.model import Scale
from bot.understanding.phrasing import either
from bot.understanding.slips import lost_or_swapped
from bot.understanding.spoken import Spoken

MOST_LEADS = 12  # so many words may stand before a mark
LONGEST_CHANGE = 160  # a longer message is no mere change of a mark
FAR_OFF = 100.0  # a number above this that words follow is a year or a count
HALF = 0.5
SHORT = 5  # letters of a reason among which a slip makes another word ("cause", "case")
_END = re.compile(r"[\s.,;:!)\-–—]*$")
_APART = re.compile(r"\s*(?:[,;:.!(–—\n]|-(?!\w)|\s-\s?)[\s,;:.!(–—-]*")
_WORD = re.compile(r"\s*([a-z']+)(?=\s+\S)", re.IGNORECASE)
_ANOTHER = re.compile(r"\s*(?:-|–|/|\bor\b|\bto\b|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark on the scale, and what was said beside it, as it was typed."""

    mark: float
    rest: str = ""


@dataclass(frozen=True, slots=True)
class OffScale:
    """A number that was meant for a mark and is none; `rest` is what was said beside it."""

    said: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A mark for what `words` name."""

    mark: Marked | OffScale
    words: str


@dataclass(frozen=True, slots=True)
class _Number:
    value: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What is said around a mark, as patterns."""

    number: re.Pattern[str]
    half: re.Pattern[str]
    out_of: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    beside: re.Pattern[str]
    counts: re.Pattern[str]
    joins: re.Pattern[str]
    reason: re.Pattern[str]
    takes_back: re.Pattern[str]


@lru_cache(maxsize=4)
def _patterns(spoken: Spoken) -> _Patterns:
    shape = spoken.shape
    return _Patterns(
        number=re.compile(
            rf"(?P<digits>(?<![\w.])[-−]?\d{{1,6}}(?:\.\d+|,\d(?!\d))?(?![\w:%½]|[.,]\d)|\d{{1,2}}(?=½|ish))|(?<!\w)(?P<word>{either(shape.numbers)})(?!\w)",
            re.IGNORECASE,
        ),
        half=re.compile(rf"[\s-]*(?:{either(shape.halves)})(?!\w)", re.IGNORECASE),
        out_of=re.compile(rf"(?:\s*-?\s?ish\b|\+)?\s*(?:{either(shape.out_of)})?(?!\w)", re.IGNORECASE),
        before=re.compile(rf"[\s,]*(?:{either(shape.before_a_mark)}|between)(?![\w'])[\s,]*", re.IGNORECASE),
        after=re.compile(rf"[\s,.;:!-]*(?:(?:{either(shape.after_a_mark)})(?!\w)[\s,.;:!)]*)+$", re.IGNORECASE),
        beside=re.compile(rf"(?:[\s,]+(?:{either(shape.after_a_mark)})(?!\w))+(?=\s*[,;:.(–—-])", re.IGNORECASE),
        counts=re.compile(rf"[\s-]*(?:{either(shape.counted)})(?!\w)", re.IGNORECASE),
        joins=re.compile(rf"\s+(?:{either([*shape.joins, *shape.first_person])})(?![\w])", re.IGNORECASE),
        reason=re.compile(rf"(?:{either(shape.reasons)})(?!\w)[\s,:]*", re.IGNORECASE),
        takes_back=re.compile(rf"(?:[\s,.:;!…–—-]*(?:{either(shape.takes_back)})(?![\w'])[\s,.:;!…–—-]*)+", re.IGNORECASE),
    )


def reason(spoken: Spoken, text: str) -> str:
    """The reason that a message is ("because I run the rota"), without the word that leads to it; empty where it is none."""
    said = text.strip()
    lead = _leads_to_reason(spoken, said.replace("’", "'"), 0)
    return said[lead.end() :].strip() if lead else ""


def _leads_to_reason(spoken: Spoken, plain: str, at: int) -> re.Match[str] | None:
    """A "because", with a slip in it or not, that leads to more."""
    found, word = _patterns(spoken).reason.match(plain, at), _WORD.match(plain, at)
    if found or word is None:
        return found
    slips = any(lost_or_swapped(word[1].casefold(), each) for each in spoken.shape.reasons if len(each) > SHORT)
    return word if slips else None


class Marks:
    """Hears marks on a scale."""

    def __init__(self, spoken: Spoken, scale: Scale) -> None:
        self._spoken, self._scale, self._words = spoken, scale, spoken.shape.numbers
        self._said = _patterns(spoken)

    def heard(self, text: str) -> Marked | OffScale | None:
        """The mark that a message is, with what stands beside it; None where it is no mark."""
        plain = text.replace("’", "'")
        if self._spoken.asks(plain):
            return None
        found = self._opening(plain)
        if found is None:
            return None
        return self._between(plain, found) or self._instead(text, plain, found) or self._with_rest(text, plain, found)

    def taken_back(self, text: str) -> Marked | OffScale | None:
        """The mark that is to stand instead of the one given just before ("sorry, I meant 6"); None where a message says nothing of it."""
        lead = self._said.takes_back.match(text.replace("’", "'"))
        return self.heard(text[lead.end() :]) if lead else None

    def change(self, text: str) -> Change | None:
        """A mark for something named: "change budgets to 8", "8 for teamwork"; None where it is nothing of the kind."""
        plain = text.replace("’", "'")
        number = None if len(plain) > LONGEST_CHANGE or self._spoken.asks(plain) else self._last(plain)
        if number is None:
            return None
        mark = self._on_scale(number.value, plain[number.start : number.end].strip())
        return Change(mark, self._spoken.named(f"{plain[: number.start]} {plain[number.end :]}"))

    def _opening(self, plain: str) -> _Number | None:
        """The number that a message begins with, after words that may stand before a mark."""
        at = len(plain) - len(plain.lstrip())
        for _ in range(MOST_LEADS):
            number = self._at(plain, at)
            if number is not None:
                return number
            lead = self._said.before.match(plain, at)
            if lead is None or lead.end() == at:
                return None
            at = lead.end()
        return None

    def _last(self, plain: str) -> _Number | None:
        number, found = None, self._said.number.search(plain)
        while found:
            number = self._at(plain, found.start())
            found = self._said.number.search(plain, number.end if number else found.end())
        return number

    def _at(self, plain: str, at: int) -> _Number | None:
        found = self._said.number.match(plain, at)
        if found is None:
            return None
        said = found["digits"]
        value = float(said.replace(",", ".").replace("−", "-")) if said else float(self._words[found["word"].casefold()])
        half = self._said.half.match(plain, found.end()) if value == int(value) else None
        end = half.end() if half else found.end()
        of = self._said.out_of.match(plain, end)
        return _Number(value + HALF if half else value, at, of.end() if of else end)

    def _between(self, plain: str, first: _Number) -> OffScale | None:
        """ "6 or 7" is two marks."""
        link = _ANOTHER.match(plain, first.end)
        second = self._at(plain, link.end()) if link else None
        if second is None or not self._ends(plain, second.end):
            return None
        return OffScale(plain[first.start : second.end].strip())

    def _instead(self, text: str, plain: str, first: _Number) -> Marked | OffScale | None:
        """ "6, no, 7" is the second of them."""
        lead = self._said.takes_back.match(plain, first.end)
        second = self._at(plain, lead.end()) if lead else None
        return None if lead is None or second is None else self.heard(text[lead.end() :])

    def _ends(self, plain: str, at: int) -> bool:
        return bool(_END.match(plain, at) or self._said.after.match(plain, at))

    def _with_rest(self, text: str, plain: str, number: _Number) -> Marked | OffScale | None:
        mark = self._on_scale(number.value, plain[number.start : number.end].strip())
        if self._ends(plain, number.end):
            return mark
        rest = self._rest(text, plain, number.end)
        if not rest or number.value > FAR_OFF:
            return None
        return Marked(mark.mark, rest) if isinstance(mark, Marked) else OffScale(mark.said, rest)

    def _rest(self, text: str, plain: str, at: int) -> str:
        """What follows a mark and stands apart from it; empty where it belongs to the number."""
        beside = self._said.beside.match(plain, at)
        at = beside.end() if beside else at
        apart = _APART.match(plain, at)
        if apart is None:
            joined = None if self._said.counts.match(plain, at) else self._said.joins.match(plain, at)
            if joined is None and not _leads_to_reason(self._spoken, plain, at):
                return ""
        start = apart.end() if apart else len(plain) - len(plain[at:].lstrip())
        reason = _leads_to_reason(self._spoken, plain, start)
        return text[reason.end() if reason else start :].strip()

    def _on_scale(self, value: float, said: str) -> Marked | OffScale:
        scale = self._scale
        steps = (value - scale.lowest) / scale.step
        return Marked(value) if scale.lowest <= value <= scale.highest and steps == int(steps) else OffScale(said)
