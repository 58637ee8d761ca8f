"""Dates in words: what is read as which day, what is asked about, and what is no date."""

import datetime as dt
from pathlib import Path

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import periods
from bot.understanding.date_words import read_date_words
from bot.understanding.dates import Dates

DATES = Dates(read_date_words(Path(__file__).parents[2] / "knowledge" / "language" / "en" / "dates.yaml"))
MONDAY = dt.date(2027, 3, 1)
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2080, 12, 31))
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]

READ = {
    "end of March": ("2027-03-31", "last"),
    "by end of March": ("2027-03-31", "last"),
    "in six weeks": ("2027-04-12", "exact"),
    "in a couple of weeks": ("2027-03-15", "exact"),
    "in a fortnight": ("2027-03-15", "exact"),
    "18 months": ("2028-09-01", "exact"),
    "before my PDR in June": ("2027-05-31", "before"),
    "before my PDR on 12 June": ("2027-06-11", "before"),
    "by Christmas": ("2027-12-25", "exact"),
    "before Easter": ("2027-03-27", "before"),
    "new year": ("2028-01-01", "exact"),
    "Friday": ("2027-03-05", "exact"),
    "next Friday": ("2027-03-12", "exact"),
    "Friday week": ("2027-03-12", "exact"),
    "a week on Friday": ("2027-03-12", "exact"),
    "tomorrow": ("2027-03-02", "exact"),
    "31/3": ("2027-03-31", "exact"),
    "1/2": ("2028-02-01", "exact"),
    "31.03.2027": ("2027-03-31", "exact"),
    "31 Mar 27": ("2027-03-31", "exact"),
    "March 31st, 2027": ("2027-03-31", "exact"),
    "2027-03-31": ("2027-03-31", "exact"),
    "29 February": ("2028-02-29", "exact"),
    "the 14th": ("2027-03-14", "exact"),
    "the second Tuesday in May": ("2027-05-11", "exact"),
    "last Friday of June": ("2027-06-25", "exact"),
    "Q2": ("2027-06-30", "last"),
    "Q1 2028": ("2028-03-31", "last"),
    "mid May": ("2027-05-15", "middle"),
    "mid-May": ("2027-05-15", "middle"),
    "early February": ("2028-02-01", "first"),
    "May": ("2027-05-31", "last"),
    "before June": ("2027-05-31", "before"),
    "next month": ("2027-04-30", "last"),
    "end of the year": ("2027-12-31", "last"),
    "next week": ("2027-03-12", "last"),
    "2028": ("2028-12-31", "last"),
    "14th of next month": ("2027-04-14", "exact"),
}
ASKED_ABOUT = {
    "next term": ["2027-03-31", "2027-06-30", "2027-12-31"],
    "end of term": ["2027-03-31", "2027-06-30", "2027-12-31"],
    "summer": ["2027-06-30", "2027-07-31", "2027-08-31"],
    "by the autumn": ["2027-09-30", "2027-10-31", "2027-11-30"],
    "in a few weeks": ["2027-03-22", "2027-03-29", "2027-04-12"],
    "31 April": ["2027-04-30"],
    "after Easter": ["2027-03-28"],
    "before my appraisal": [],
}
NO_DATE = [
    "7",
    "at 7",
    "",
    " ",
    "no",
    "skip",
    "soon",
    "asap",
    "I don't know",
    "7pm",
    "99/99/9999",
    "in 900 years",
    "grade 7",
    "June or July",
]
WITHIN = {
    "shadow the finance officer by end of March": ("by end of March", "2027-03-31"),
    "sit in on two risk assessment reviews by Easter": ("by Easter", "2027-03-28"),
    "meet Sue on Friday and finish by mid May": ("by mid May", "2027-05-15"),
    "by mid May, after what I do on Friday": ("by mid May", "2027-05-15"),
    "NEBOSH before my PDR in June": ("before my PDR in June", "2027-05-31"),
    "read the Q2 budgets by 12/6": ("by 12/6", "2027-06-12"),
    "learn python in 6 weeks": ("in 6 weeks", "2027-04-12"),
    "chair a meeting by summer": ("by summer", None),
}
NONE_WITHIN = [
    "do 1/2 day of shadowing for six weeks",
    "write a thing for the PDR",
    "version 3.10.12 of the mill",
    "see what I may need",
    "work with Mark on Monday mornings",
    "march through the 5 S audit",
    "two days a week in the workshop",
    "what I did last year",
]


@pytest.mark.parametrize("said", READ)
def test_a_day_is_read(said: str) -> None:
    heard = DATES.alone(said, MONDAY)
    assert heard is not None
    assert (str(heard.day), heard.how, heard.settled) == (*READ[said], True)


@pytest.mark.parametrize("said", ASKED_ABOUT)
def test_what_can_be_several_days_is_asked_about_with_days_to_choose(said: str) -> None:
    heard = DATES.alone(said, MONDAY)
    assert heard is not None
    assert heard.day is None
    assert [str(day) for day in heard.candidates] == ASKED_ABOUT[said]


@pytest.mark.parametrize("said", NO_DATE)
def test_a_bare_number_and_the_like_is_no_date(said: str) -> None:
    assert DATES.alone(said, MONDAY) is None


@pytest.mark.parametrize("said", WITHIN)
def test_a_deadline_within_a_longer_text_is_heard_with_its_words(said: str) -> None:
    heard = DATES.within(said, MONDAY)
    assert heard is not None
    assert (said[heard.start : heard.end], heard.words) == (WITHIN[said][0],) * 2
    assert (str(heard.day) if heard.day else None) == WITHIN[said][1]


@pytest.mark.parametrize("said", NONE_WITHIN)
def test_what_only_looks_like_a_deadline_is_none(said: str) -> None:
    assert DATES.within(said, MONDAY) is None


@pytest.mark.parametrize(("said", "day"), [("31 March 2026", "2026-03-31"), ("yesterday", "2027-02-28"), ("last Friday", "2027-02-26")])
def test_a_day_that_is_over_is_told_as_such(said: str, day: str) -> None:
    heard = DATES.alone(said, MONDAY)
    assert heard is not None
    assert (str(heard.day), heard.past, heard.settled) == (day, True, False)


def test_a_past_year_offers_the_same_day_to_come() -> None:
    heard = DATES.alone("31.03.2026", MONDAY)
    assert heard is not None
    assert heard.candidates == (dt.date(2027, 3, 31),)


@given(DAYS, DAYS)
def test_a_whole_date_is_that_date_however_it_is_written(day: dt.date, today: dt.date) -> None:
    name = MONTHS[day.month - 1]
    ways = (
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d.%m.%Y}",
        day.isoformat(),
        f"{day.day} {name} {day.year}",
        f"by {day:%A} {day.day} {name} {day.year}",
    )
    for way in ways:
        heard = DATES.alone(way, today)
        assert heard is not None
        assert (heard.day, heard.past) == (day, day < today)


@given(DAYS, DAYS)
def test_a_day_without_its_year_is_the_next_one(day: dt.date, today: dt.date) -> None:
    heard = DATES.alone(f"{day.day} {MONTHS[day.month - 1]}", today)
    assert heard is not None
    assert heard.day is not None
    assert (heard.day.day, heard.day.month) == (day.day, day.month)
    assert today <= heard.day
    assert (heard.day - today).days <= 366 * (8 if (day.day, day.month) == (29, 2) else 1)


@given(DAYS, st.integers(1, 500))
def test_weeks_are_counted_from_today(today: dt.date, number: int) -> None:
    heard = DATES.alone(f"in {number} weeks", today)
    assert heard is not None
    assert heard.day == today + dt.timedelta(weeks=number)


@given(DAYS, st.sampled_from(MONTHS), st.sampled_from(["end of", "mid", "early", "before", ""]))
def test_a_part_of_a_month_is_never_over(today: dt.date, month: str, part: str) -> None:
    heard = DATES.alone(f"{part} {month}".strip(), today)
    assert heard is not None
    assert heard.day is not None
    assert heard.day >= today


@given(st.integers(0, 9_999), DAYS)
def test_no_bare_number_of_up_to_three_digits_is_a_date(number: int, today: dt.date) -> None:
    heard = DATES.alone(str(number), today)
    assert heard is None or 2000 <= number < 2100


@given(st.text(max_size=120), DAYS)
def test_any_text_is_read_without_a_fault_and_its_words_stand_in_it(text: str, today: dt.date) -> None:
    for heard in (DATES.within(text, today), DATES.alone(text, today)):
        assert heard is None or text[heard.start : heard.end] == heard.words


def test_easter_is_where_the_calendar_has_it() -> None:
    assert [periods.easter(year) for year in range(1900, 2101)] == [easter(year) for year in range(1900, 2101)]
