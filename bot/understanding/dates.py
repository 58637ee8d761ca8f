"""A date in words: "end of March", "in six weeks", "before my PDR in June", "31/3". Day before month; a bare number is no date."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bot.understanding import periods
from bot.understanding.date_readings import Groups, Open
from bot.understanding.date_rules import Rule, Rules
from bot.understanding.date_words import DateWords
from bot.understanding.periods import Period

How = Literal["exact", "first", "middle", "last", "before"]
LONGEST = 400  # a deadline is named in few words; of a longer text only the end is searched
_AROUND = " .,!\n\t"
_LONGEST_ALONE = 60
_PARSERS = ["relative-time", "absolute-time"]


@dataclass(frozen=True, slots=True)
class DateHeard:
    """A date as heard in `words`, which stand at `start` to `end` (exclusive) of the text.

    `day` is None where the words leave it open; `how` says which day of a longer time was taken. `past` says that the day is over.
    `candidates` are days to choose from, the next first, where the day is open or past.
    """

    words: str
    start: int
    end: int
    day: dt.date | None
    how: How = "exact"
    past: bool = False
    candidates: tuple[dt.date, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether it is one day, and one to come."""
        return self.day is not None and not self.past


class Dates:
    """Hears dates in the words of one language."""

    def __init__(self, words: DateWords) -> None:
        self._rules = Rules(words)

    def within(self, text: str, today: dt.date) -> DateHeard | None:
        """The deadline named in a longer text: a day named with "by" or "before" first, else the last; None where there is none."""
        offset = max(0, len(text) - LONGEST)
        found = [heard for heard in self._heard(text[offset:], today, alone=False) if heard.settled or self._is_deadline(heard)]
        if not found:
            return None
        best = max(found, key=lambda heard: (self._is_deadline(heard), heard.start))
        return replace(best, start=best.start + offset, end=best.end + offset)

    def alone(self, text: str, today: dt.date) -> DateHeard | None:
        """The date that a whole answer names; None where it names none."""
        if len(text) > LONGEST:
            return None
        found = max(self._heard(text, today, alone=True), key=lambda heard: heard.end - heard.start, default=None)
        if found is not None and found.words.strip() == text.strip(_AROUND):
            return found
        return _parsed(text, self._rules.without_lead(text).strip(_AROUND), today) or found

    def _is_deadline(self, heard: DateHeard) -> bool:
        return self._rules.is_deadline(heard.words)

    def _heard(self, text: str, today: dt.date, *, alone: bool) -> Iterator[DateHeard]:
        taken: list[tuple[int, int]] = []
        for rule in self._rules.all:
            for match in rule.pattern.finditer(text):
                start, end = match.span()
                lead = self._rules.lead(text, start)
                whole = alone and text.strip(_AROUND) == text[lead.start : end].strip()
                free = not any(first < end and start < last for first, last in taken)
                if not free or not (rule.stands(lead, match["part"]) or whole) or (lead.after and not alone):
                    continue
                heard = self._read(rule, match.groupdict(), today, before=lead.before)
                if heard is not None:
                    taken.append((start, end))
                    heard = replace(heard, words=text[lead.start : end], start=lead.start, end=end)
                    yield _begins(heard) if lead.after else heard

    def _read(self, rule: Rule, groups: Groups, today: dt.date, *, before: bool) -> DateHeard | None:
        part = self._rules.part(groups["part"])

        def chosen(of: Period) -> dt.date:
            if part == "first":
                return of.first
            if part == "middle":
                return of.middle
            return of.first - dt.timedelta(days=1) if before and part is None else of.last

        found = rule.read(groups, today, chosen)
        if found is None:
            return None
        if isinstance(found, Open):
            return DateHeard("", 0, 0, None, candidates=tuple(sorted(day for day in found.days if day >= today)))
        day = chosen(found)
        how: How = "before" if before and part is None else (part or "last") if found.whole else "exact"
        past = day < today
        return DateHeard("", 0, 0, day, how, past, _next_year(day, today) if past and groups.get("y") else ())


def _begins(heard: DateHeard) -> DateHeard:
    """After that day: when something may begin, and no date by which it is done."""
    return replace(heard, day=None, candidates=heard.candidates or ((heard.day,) if heard.day else ()))


def _next_year(passed: dt.date, today: dt.date) -> tuple[dt.date, ...]:
    again = periods.coming(today, lambda year: _period(periods.date_of(year, passed.month, passed.day)), lambda of: of.last)
    return (again.last,) if again else ()


def _period(of: dt.date | None) -> Period | None:
    return periods.day(of) if of else None


def _parsed(text: str, words: str, today: dt.date) -> DateHeard | None:
    """What dateparser reads, for the rarer ways; it takes numbers and times of day for dates, so they never reach it."""
    if (
        len(words) > _LONGEST_ALONE
        or not any(letter.isalpha() for letter in words)
        or not any(char.isdigit() or char == " " for char in words)
    ):
        return None
    import dateparser  # noqa: PLC0415 - a third of a second to load, and few need it

    settings = {
        "DATE_ORDER": "DMY",
        "PREFER_DATES_FROM": "future",
        "RELATIVE_BASE": _noon(today),
        "PARSERS": _PARSERS,
    }
    read = dateparser.parse(words, languages=["en"], settings=settings)
    if read is None or (read.time() != dt.time(0) and read.time() != dt.time(12)):
        return None
    return _of_parsed(text, read.date(), today)


def _noon(of: dt.date) -> dt.datetime:
    return dt.datetime.combine(of, dt.time(12))


def _of_parsed(text: str, day: dt.date, today: dt.date) -> DateHeard | None:
    if not periods.FIRST_YEAR <= day.year <= periods.LAST_YEAR:
        return None
    past = day < today
    return DateHeard(text, 0, len(text), day, past=past, candidates=_next_year(day, today) if past else ())
