"""Stretches of the calendar that a date in words names: a day, a week, a month, a quarter, a year, a feast."""

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

FIRST_YEAR, LAST_YEAR = 1900, 2100
MONTHS_IN_YEAR, MONTHS_IN_QUARTER, DAYS_IN_WEEK = 12, 3, 7
MOST_COUNTED = {"day": 3_700, "week": 520, "month": 120, "year": 10}
_FRIDAY = 4
_TO_THE_15TH = 14
_OF_A_MONTH = range(27, 31)


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day. `whole` says that more than one day is meant, so that its last is a choice of ours."""

    first: dt.date
    last: dt.date

    @property
    def whole(self) -> bool:
        """Whether it is longer than a day."""
        return self.first != self.last

    @property
    def middle(self) -> dt.date:
        """The day in the middle: of any month the 15th."""
        days = (self.last - self.first).days
        return self.first + dt.timedelta(days=_TO_THE_15TH if days in _OF_A_MONTH else days // 2)


def day(of: dt.date) -> Period:
    """One day."""
    return Period(of, of)


def date_of(year: int, month: int, number: int) -> dt.date | None:
    """A date; None where the calendar has no such day, or the year is out of all proportion."""
    try:
        return dt.date(year, month, number) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def month(year: int, number: int) -> Period:
    """A month; `number` may run over the end of the year."""
    years, index = divmod(number - 1, MONTHS_IN_YEAR)
    last = calendar.monthrange(year + years, index + 1)[1]
    return Period(dt.date(year + years, index + 1, 1), dt.date(year + years, index + 1, last))


def quarter(year: int, number: int) -> Period:
    """A quarter of the calendar year."""
    start = (number - 1) * MONTHS_IN_QUARTER + 1
    return Period(month(year, start).first, month(year, start + MONTHS_IN_QUARTER - 1).last)


def year_of(number: int) -> Period:
    """A calendar year."""
    return Period(dt.date(number, 1, 1), dt.date(number, 12, 31))


def week(of: dt.date) -> Period:
    """The working week of a day, from Monday to Friday."""
    monday = of - dt.timedelta(days=of.weekday())
    return Period(monday, monday + dt.timedelta(days=_FRIDAY))


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month_, day_ = divmod(epact + sunday - 7 * late + 114, 31)
    return dt.date(year, month_, day_ + 1)


def counted(today: dt.date, number: int, unit: str) -> dt.date | None:
    """So many days, weeks, months or years from today; None where that is too far to be meant."""
    if number > MOST_COUNTED[unit]:
        return None
    if unit in ("day", "week"):
        return today + dt.timedelta(days=number * (DAYS_IN_WEEK if unit == "week" else 1))
    target = month(today.year, today.month + number * (MONTHS_IN_YEAR if unit == "year" else 1))
    return min(target.last, target.first + dt.timedelta(days=today.day - 1))


def weekday(today: dt.date, number: int) -> dt.date:
    """The next day of that name after today."""
    return today + dt.timedelta(days=(number - today.weekday() - 1) % DAYS_IN_WEEK + 1)


def coming(today: dt.date, of_year: Callable[[int], Period | None], chosen: Callable[[Period], dt.date]) -> Period | None:
    """What comes every year, in the first year in which the day chosen of it is not past; nine years hold every 29 February."""
    for year in range(today.year, today.year + 9):
        found = of_year(year)
        if found is not None and chosen(found) >= today:
            return found
    return None
