"""How long things are kept, and when the clock may be believed."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.retention import CONFIRMED_AFTER, YEAR, Clock, Retention, Watch, look_at, months_before, watched

NOW = datetime(2027, 3, 31, 12, 0, tzinfo=UTC).timestamp()
A_DAY = 86_400.0


def told(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat()[:16]


@pytest.mark.parametrize(
    ("months", "expected"),
    [(0, "2027-03-31T12:00"), (1, "2027-02-28T12:00"), (12, "2026-03-31T12:00"), (37, "2024-02-29T12:00"), (-1, "2027-04-30T12:00")],
)
def test_months_are_those_of_the_calendar(months: int, expected: str) -> None:
    assert told(months_before(NOW, months)) == expected


def test_the_usual_times_are_those_that_the_settings_name() -> None:
    kept = Retention()
    assert [told(since(NOW)) for since in (kept.drafts_since, kept.visits_since, kept.told_since)] == [
        "2026-03-31T12:00",
        "2025-03-31T12:00",
        "2025-04-30T12:00",
    ]


@pytest.mark.parametrize(
    ("watch", "visit", "expected"),
    [
        (Watch(), 0.0, Clock.NEW),
        (Watch(doubted=NOW - CONFIRMED_AFTER + 1), 0.0, Clock.NEW),
        (Watch(doubted=NOW - CONFIRMED_AFTER), 0.0, Clock.SOUND),
        (Watch(NOW - A_DAY), NOW - 5, Clock.SOUND),
        (Watch(NOW), NOW, Clock.SOUND),
        (Watch(NOW + 1), 0.0, Clock.BEHIND),
        (Watch(NOW - A_DAY), NOW + 1, Clock.BEHIND),
        (Watch(NOW - YEAR), 0.0, Clock.SOUND),
        (Watch(NOW - YEAR - 1), 0.0, Clock.LEAPT),
        (Watch(NOW - YEAR - 1), NOW - 5, Clock.LEAPT),
        (Watch(NOW - YEAR - 1, NOW - 3600), 0.0, Clock.SOUND),
        (Watch(NOW - YEAR - 1, NOW - YEAR - 1), 0.0, Clock.LEAPT),
        (Watch(NOW - YEAR - 1, NOW + 3600), 0.0, Clock.LEAPT),
    ],
)
def test_the_clock_is_believed_where_it_went_on_from_the_last_run_or_leapt_for_good(watch: Watch, visit: float, expected: Clock) -> None:
    assert look_at(NOW, watch, visit) is expected


@given(st.lists(st.floats(0, 4e9), min_size=1, max_size=20), st.floats(0, 4e9))
def test_whatever_the_clock_does_nothing_is_purged_by_a_time_that_no_earlier_look_confirms(moments: list[float], visit: float) -> None:
    watch, seen = Watch(), [0.0]
    for now in moments:
        clock = look_at(now, watch, visit)
        if clock is Clock.SOUND:
            assert now >= visit
            assert any(0 <= now - earlier <= YEAR for earlier in seen[1:])
            assert now >= max(watch.ran or 0.0, 0.0)
        watch = watched(now, watch, clock)
        seen.append(now)
