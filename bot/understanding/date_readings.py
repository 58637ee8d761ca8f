"""What the words of a date are read as: a stretch of the calendar, or something that leaves the day open."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from bot.understanding import periods
from bot.understanding.date_words import DateWords, plain
from bot.understanding.periods import Period

Groups = dict[str, str | None]
Chosen = Callable[[Period], dt.date]
_FEW_COUNTS = (3, 4, 6)
_FORTNIGHT = 14
_CENTURY, _THIS_CENTURY = 100, 2000
_LAST_DAY = 31
_QUARTERS = 4
_STEPS = {"this": 0, "the": 0, "next": 1, "last": -1}


@dataclass(frozen=True, slots=True)
class Open:
    """Words that leave the day open: days that they may mean, possibly none."""

    days: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class Readings:
    """How each kind of date is read. `today` is the day it is, `chosen` tells which day of a stretch is meant."""

    words: DateWords

    def dated(self, groups: Groups, today: dt.date, chosen: Chosen) -> Period | Open | None:
        """A day of a month, with its year or the next time it comes; one that the month has not got leaves it open."""
        number = int(groups["d"] or 0)
        month = self.words.months[plain(groups["month"])] if groups.get("month") else int(groups["m"] or 0)
        if not 1 <= month <= periods.MONTHS_IN_YEAR or not 1 <= number <= _LAST_DAY:
            return None
        year = year_of(groups.get("y"))

        def in_year(year: int) -> Period | None:
            return _one(periods.date_of(year, month, number))

        found = in_year(year) if year is not None else periods.coming(today, in_year, chosen)
        if found is None and sensible(year or today.year):
            return Open((periods.month(year or today.year, month).last,))
        return found

    def month(self, groups: Groups, today: dt.date, chosen: Chosen) -> Period | None:
        """A month, of a year or the next time it comes."""
        number = self.words.months[plain(groups["month"])]
        return _yearly(groups, today, chosen, lambda year: periods.month(year, number))

    def quarter(self, groups: Groups, today: dt.date, chosen: Chosen) -> Period | None:
        """A quarter, of a year or the next time it comes."""
        number = int(groups["q"]) if groups["q"] else self.words.ordinals[plain(groups["nth"])]
        return _yearly(groups, today, chosen, lambda year: periods.quarter(year, number))

    def year(self, groups: Groups, _today: dt.date, _chosen: Chosen) -> Period | None:
        """A whole year."""
        year = int(groups["y"] or 0)
        return periods.year_of(year) if sensible(year) else None

    def stepped(self, groups: Groups, today: dt.date, _chosen: Chosen) -> Period:
        """This, the next or the last week, month, quarter or year."""
        step = _STEPS[plain(groups["which"]) or "this"]
        match plain(groups["unit"]):
            case "week":
                return periods.week(today + dt.timedelta(days=periods.DAYS_IN_WEEK * step))
            case "month":
                return periods.month(today.year, today.month + step)
            case "quarter":
                quarter = (today.month - 1) // periods.MONTHS_IN_QUARTER + step
                return periods.quarter(today.year + quarter // _QUARTERS, quarter % _QUARTERS + 1)
        return periods.year_of(today.year + step)

    def weekday(self, groups: Groups, today: dt.date, _chosen: Chosen) -> Period:
        """The coming Friday, that of next week, the last one, or a week after the coming one."""
        number, which = self.words.weekdays[plain(groups["wd"])], plain(groups["which"])
        if which == "last":
            return periods.day(periods.weekday(today - dt.timedelta(days=periods.DAYS_IN_WEEK + 1), number))
        if which == "next":
            monday = periods.week(today + dt.timedelta(days=periods.DAYS_IN_WEEK)).first
            return periods.day(monday + dt.timedelta(days=number))
        later = periods.DAYS_IN_WEEK if groups["later"] or groups["ahead"] else 0
        return periods.day(periods.weekday(today, number) + dt.timedelta(days=later))

    def nth_weekday(self, groups: Groups, today: dt.date, chosen: Chosen) -> Period | None:
        """ "the second Tuesday in May"."""
        number, nth, month = self.words.weekdays[plain(groups["wd"])], plain(groups["nth"]), self.words.months[plain(groups["month"])]

        def in_year(year: int) -> Period:
            whole = periods.month(year, month)
            if nth == "last":
                return periods.day(whole.last - dt.timedelta(days=(whole.last.weekday() - number) % periods.DAYS_IN_WEEK))
            start = periods.weekday(whole.first - dt.timedelta(days=1), number)
            return periods.day(start + dt.timedelta(days=periods.DAYS_IN_WEEK * (self.words.ordinals[nth] - 1)))

        return _yearly(groups, today, chosen, in_year)

    def feast(self, groups: Groups, today: dt.date, chosen: Chosen) -> Period | None:
        """Christmas, Easter and the like."""
        name = plain(groups["feast"])
        from_easter = self.words.around_easter.get(name)

        def in_year(year: int) -> Period | None:
            if from_easter is not None:
                return periods.day(periods.easter(year) + dt.timedelta(days=from_easter))
            return _one(periods.date_of(year, *self.words.feasts[name]))

        return _yearly(groups, today, chosen, in_year)

    def counted(self, groups: Groups, today: dt.date, _chosen: Chosen) -> Period | Open | None:
        """So many weeks from today; "a few" leaves it open."""
        said, unit = plain(groups["n"]), self.words.units[plain(groups["unit"])]
        if said in self.words.a_few:
            return Open(tuple(day for count in _FEW_COUNTS if (day := _after(today, count, unit))))
        number = int(said) if said.isdigit() else self.words.numbers[said]
        return _one(_after(today, number, unit)) if number else None

    def near(self, groups: Groups, today: dt.date, _chosen: Chosen) -> Period:
        """Tomorrow and the like."""
        return periods.day(today + dt.timedelta(days=self.words.near[plain(groups["near"])]))

    def numbered(self, groups: Groups, today: dt.date, chosen: Chosen) -> Period | None:
        """ "the 14th", "the 14th of next month"."""
        number, step = int(groups["d"] or 0), _STEPS[plain(groups["which"]) or "this"]
        for months in range(step, step + 3):
            month = periods.month(today.year, today.month + months).first
            found = periods.date_of(month.year, month.month, number)
            if found and (step or chosen(periods.day(found)) >= today):
                return periods.day(found)
        return None

    def season(self, groups: Groups, today: dt.date, _chosen: Chosen) -> Open:
        """A season, which leaves the day open."""
        return _ends(self.words.seasons[plain(groups["season"])], today, year_of(groups.get("y")))

    def term(self, groups: Groups, today: dt.date, _chosen: Chosen) -> Open:
        """A term or a review, which leave the day open."""
        return _ends(self.words.terms[plain(groups["term"])], today, None)


def year_of(said: str | None) -> int | None:
    """A year in four digits or two."""
    if said is None:
        return None
    number = int(said.strip("'’ "))
    return number if number >= _CENTURY else _THIS_CENTURY + number


def sensible(year: int) -> bool:
    """Whether a year is one that somebody may mean."""
    return periods.FIRST_YEAR <= year <= periods.LAST_YEAR


def _yearly(groups: Groups, today: dt.date, chosen: Chosen, in_year: Callable[[int], Period | None]) -> Period | None:
    """What comes every year: of the year named, or the next."""
    year = year_of(groups.get("y"))
    if year is None:
        return periods.coming(today, in_year, chosen)
    return in_year(year) if sensible(year) else None


def _one(of: dt.date | None) -> Period | None:
    return periods.day(of) if of else None


def _after(today: dt.date, number: int, unit: str) -> dt.date | None:
    return periods.counted(today, number * _FORTNIGHT, "day") if unit == "fortnight" else periods.counted(today, number, unit)


def _ends(months: tuple[int, ...], today: dt.date, year: int | None) -> Open:
    """The last days of some months: of a year, or the next time they come."""
    if year is not None and sensible(year):
        return Open(tuple(periods.month(year, number).last for number in months))
    found = (_next_month(today, number) for number in months)
    return Open(tuple(sorted(each.last for each in found if each)))


def _next_month(today: dt.date, number: int) -> Period | None:
    return periods.coming(today, lambda year: periods.month(year, number), lambda of: of.last)
