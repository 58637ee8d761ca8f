"""The rules of the grammar of dates: which patterns of words are read as what. The first rule that fits some words keeps them."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from bot.understanding.date_readings import Chosen, Groups, Open, Readings
from bot.understanding.date_words import DateWords, Part, any_of, plain
from bot.understanding.periods import Period

Read = Callable[[Groups, dt.date, Chosen], Period | Open | None]
_LONGEST_LEAD = 70
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<y>\d{4}\b|[’']\d{2}\b|\d{2}(?=\s*$)))?"
_IN_YEAR = r"(?:\s+(?:of\s+)?(?P<y>\d{4}))?"
_UNLESS_A_RATE = r"(?!\s+(?:a|an|per|each|every|of)\b)"
_UNLESS_A_MEASURE = r"(?!\s*(?:day|week|month|hour|year|hr|%|of\b|h\b))"
_UNLESS_A_TIME = r"(?!\s+(?:morning|afternoon|evening|lunch|night))"


@dataclass(frozen=True, slots=True)
class Lead:
    """The words that lead to a date. `before`: the day before is meant; `after`: a beginning; `surely`: nothing but a date follows them."""

    start: int
    words: str = ""
    before: bool = False
    after: bool = False
    surely: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """`loose` stands for a date anywhere; another only as a whole answer, after a word such as "by", or as the end of something.

    `strict` asks for a word that is surely followed by a date, as these words may well be something else after others.
    """

    pattern: re.Pattern[str]
    read: Read
    loose: bool = False
    strict: bool = False

    def stands(self, lead: Lead, part: str | None) -> bool:
        """Whether the words are surely a date, whatever else the text says."""
        return self.loose or bool(part) or (lead.surely if self.strict else bool(lead.words))


@dataclass(frozen=True)
class Rules:
    """All rules, out of the words of one language."""

    words: DateWords
    _parts: dict[str, Part] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_parts", {phrase: part for part, phrases in self.words.parts.items() for phrase in phrases})

    def part(self, said: str | None) -> Part | None:
        """Which day of a longer time is meant."""
        return self._parts.get(plain(said))

    def lead(self, text: str, at: int) -> Lead:
        """What leads to the words at `at`."""
        start = max(0, at - _LONGEST_LEAD)
        found = self._lead.search(text[start:at])
        if found is None:
            return Lead(at)
        before = bool(found["before"] or found["event"])
        return Lead(start + found.start(), found[0], before, bool(found["after"]), bool(self._surely.match(found[0])))

    def without_lead(self, text: str) -> str:
        """A date without the words that lead to it."""
        return self._leads.sub("", text)

    def is_deadline(self, said: str) -> bool:
        """Whether words begin as the date by which something is to be done."""
        return bool(self._deadline.match(said))

    @cached_property
    def _lead(self) -> re.Pattern[str]:
        words = self.words
        filled = rf"(?:\s+(?:the|my|our|roughly|this|coming|or\s+before|{any_of(words.by)}))*"
        event = r"(?P<event>(?:before|by|in\s+time\s+for)\s+(?:my|our|the)\s+(?:[\w’'-]+\s+){1,3}(?:in|on))"
        kinds = rf"{event}|(?P<before>{any_of(words.before)})|(?P<after>{any_of(words.after)})|(?P<by>{any_of(words.by)})"
        return _pattern(rf"(?<!\w)(?:{kinds}){filled}\s*:?\s*$")

    @cached_property
    def _leads(self) -> re.Pattern[str]:
        return _pattern(rf"^\s*(?:{any_of((*self.words.before, *self.words.by))}\s+)+")

    @cached_property
    def _surely(self) -> re.Pattern[str]:
        return _pattern(rf"{any_of(self.words.surely)}\b")

    @cached_property
    def _deadline(self) -> re.Pattern[str]:
        return _pattern(rf"{any_of(self.words.deadline)}\b")

    def _rule(self, core: str, read: Read, *, loose: bool = False, strict: bool = False) -> Rule:
        part = rf"(?:(?P<part>{any_of(self._parts)})[\s-]+(?:the\s+)?)?"
        return Rule(_pattern(rf"(?<![\w/.:-]){part}{core}(?![\w/:]|[-.]\d)"), read, loose, strict)

    @cached_property
    def all(self) -> tuple[Rule, ...]:
        """Every rule, the more exact before the less."""
        return (*self._of_days(), *self._of_months(), *self._of_feasts(), *self._of_spans(), *self._of_what_is_open())

    def _of_days(self) -> tuple[Rule, ...]:
        read, words, rule = Readings(self.words), self.words, self._rule
        month, weekday = rf"(?P<month>{any_of(words.months)})\b\.?", any_of(words.weekdays)
        nth = any_of((*words.ordinals, "last"))
        return (
            rule(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})", read.dated, loose=True),
            rule(r"(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4})", read.dated, loose=True),
            rule(r"(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{2})", read.dated, strict=True),
            rule(rf"(?:{weekday}\.?,?\s+)?(?:the\s+)?{_DAY}\s+(?:of\s+)?{month}{_YEAR}", read.dated, loose=True),
            rule(rf"(?:the\s+)?(?P<nth>{nth})\s+(?P<wd>{weekday})\s+(?:in|of)\s+{month}{_YEAR}", read.nth_weekday, loose=True),
            rule(rf"(?:{weekday}\.?,?\s+)?{month}\s+(?:the\s+)?{_DAY}(?!\d){_YEAR}", read.dated),
            rule(rf"(?P<d>\d{{1,2}})[/.](?P<m>\d{{1,2}}){_UNLESS_A_MEASURE}", read.dated, strict=True),
        )

    def _of_months(self) -> tuple[Rule, ...]:
        read, rule = Readings(self.words), self._rule
        month = rf"(?:(?:this|next|coming)\s+)?(?P<month>{any_of(self.words.months)})\b\.?"
        return (
            rule(rf"{month}\s+(?:of\s+)?(?P<y>\d{{4}})", read.month, loose=True),
            rule(month, read.month),
            rule(rf"(?:q(?P<q>[1-4])|(?P<nth>{any_of(self.words.ordinals)})\s+quarter){_IN_YEAR}", read.quarter),
        )

    def _of_feasts(self) -> tuple[Rule, ...]:
        read, words = Readings(self.words), self.words
        which = r"(?:(?P<ahead>a\s+week\s+(?:on|from)\s+)|(?P<which>this|next|last|coming)\s+)?"
        return (
            self._rule(rf"(?P<feast>{any_of((*words.feasts, *words.around_easter))})(?:\s+day)?(?:\s+(?P<y>\d{{4}}))?", read.feast),
            self._rule(rf"{which}(?P<wd>{any_of(words.weekdays)})\b(?P<later>\s+week)?{_UNLESS_A_TIME}", read.weekday),
        )

    def _of_spans(self) -> tuple[Rule, ...]:
        read, words, rule = Readings(self.words), self.words, self._rule
        many = rf"(?P<n>\d{{1,3}}|{any_of((*words.numbers, *words.a_few))})\s+(?P<unit>{any_of(words.units)})\b[’']?"
        within = r"(?:in|within|over)\s+(?:(?:the\s+)?next\s+)?(?:about\s+|around\s+)?"
        whole = r"(?P<unit>week|month|quarter|year)"
        return (
            rule(rf"{within}{many}(?:\s+time)?{_UNLESS_A_RATE}", read.counted, loose=True),
            rule(rf"{many}(?:\s+time|\s+from\s+(?:now|today))", read.counted, loose=True),
            rule(rf"(?:(?:the\s+)?next\s+)?{many}{_UNLESS_A_RATE}", read.counted, strict=True),
            rule(rf"(?P<which>this|next|last)\s+{whole}", read.stepped, loose=True),
            rule(rf"(?P<which>the)?\s*\b{whole}", read.stepped, strict=True),
            rule(rf"(?P<near>{any_of(words.near)})", read.near),
            rule(rf"(?:the\s+)?{_DAY[:-1]}(?:\s+of\s+(?P<which>this|next)\s+month)?(?!\s+\w)", read.numbered, strict=True),
        )

    def _of_what_is_open(self) -> tuple[Rule, ...]:
        read, words, rule = Readings(self.words), self.words, self._rule
        which = r"(?:(?:this|next|over|the|my|our)\s+)*"
        return (
            rule(rf"{which}(?P<season>{any_of(words.seasons)})(?:\s+(?P<y>\d{{4}}))?", read.season, strict=True),
            rule(rf"{which}(?:\w+\s+)?(?P<term>{any_of(words.terms)})", read.term, strict=True),
            rule(r"(?P<y>20\d{2})", read.year, strict=True),
        )


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
