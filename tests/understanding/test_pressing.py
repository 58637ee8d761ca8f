"""Which title on a card some typed words mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.understanding.language import read_language
from bot.understanding.pressing import Pressing
from tests.dialogs.asking import KNOWLEDGE

PRESSING: Pressing = read_language(KNOWLEDGE / "language" / "en").pressing
TITLES = ("Send my ratings", "See both sides", "Take it back", "What I share", "Grade 5, Technician", "Grade 6, Technician", "Back")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("send my ratings", "Send my ratings"),
        ("Sned my ratings please", "Send my ratings"),
        ("yes, see both sides.", "See both sides"),
        ("ok take it back", "Take it back"),
        ("can you see bothh sides", "See both sides"),
        ("grade 6 technician", "Grade 6, Technician"),
        ("back", "Back"),
    ],
)
def test_a_title_is_heard_however_it_is_typed(text: str, title: str) -> None:
    at = PRESSING.named(text, TITLES)
    assert at is not None
    assert TITLES[at] == title


@pytest.mark.parametrize(
    ("text", "title"), [("skp", "Skip"), ("skipp", "Skip"), ("latr", "Later"), ("laetr pls", "Later"), ("bak", "Back"), ("undp it", None)]
)
def test_a_short_title_is_heard_where_a_letter_was_lost_doubled_or_swapped(text: str, title: str | None) -> None:
    titles = ("Skip", "Later", "Back", "Undo")
    at = PRESSING.named(text, titles)
    assert (titles[at] if at is not None else None) == title


@pytest.mark.parametrize("text", ["ship", "kip", "ski lift", "late bus", "sk", "skips", "5"])
def test_another_word_is_no_slip_for_a_short_title(text: str) -> None:
    assert PRESSING.named(text, ("Skip", "Later", "Back", "5 of 6")) is None


@pytest.mark.parametrize("text", ["", "grade 7 technician", "what is expected of a technician at grade 5?", "bach", "x" * 5_000, "ratings"])
def test_other_words_name_no_title(text: str) -> None:
    assert PRESSING.named(text, TITLES) is None


@pytest.mark.parametrize(
    ("text", "title"), [("send them", "Send my ratings"), ("send ratings", "Send my ratings"), ("both sides", "See both sides")]
)
def test_most_of_a_title_is_enough_where_nothing_else_is_said(text: str, title: str) -> None:
    at = PRESSING.nearly(text, TITLES)
    assert at is not None
    assert TITLES[at] == title


@pytest.mark.parametrize("text", ["send", "my plan", "take the safety course", "it", "them", "technician", "both my managers"])
def test_a_word_of_a_title_or_something_beside_it_is_not(text: str) -> None:
    assert PRESSING.nearly(text, (*TITLES, "Put it into my plan")) is None


@pytest.mark.parametrize(
    ("text", "at"), [("the second one", 1), ("open the 1st please", 0), ("take the third", 2), ("put the first priority into my plan", 0)]
)
def test_a_place_in_a_list_is_heard(text: str, at: int) -> None:
    assert PRESSING.place(text, ("Put Teamwork into my plan", "Put Budgets into my plan", "Safety")) == at


@pytest.mark.parametrize(
    "text", ["the fourth one", "first aid at work", "the second one is wrong because it rained", "put the first priority into my plan"]
)
def test_a_place_that_is_not_there_or_other_words_are_none(text: str) -> None:
    assert PRESSING.place(text, ("Safety", "Budgets", "Teamwork")) is None


@given(
    some.sampled_from(TITLES), some.sampled_from(["", "please", "ok", "yes,", "can you"]), some.sampled_from(["", "please", "thanks", "!"])
)
def test_politeness_changes_nothing(title: str, before: str, after: str) -> None:
    assert PRESSING.named(f"{before} {title.upper()} {after}", TITLES) == TITLES.index(title)


@given(some.text(max_size=200), some.lists(some.text(max_size=60), max_size=6))
def test_whatever_is_typed_names_at_most_one_of_the_titles(text: str, titles: list[str]) -> None:
    for found in (PRESSING.named(text, titles), PRESSING.nearly(text, titles), PRESSING.place(text, titles)):
        assert found is None or 0 <= found < len(titles)
