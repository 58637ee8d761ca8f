"""Marks as people say them, on a scale from 1 to 10 in half points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.framework.model import Scale
from bot.understanding.language import read_language
from bot.understanding.marks import Marked, Marks, OffScale
from bot.understanding.spoken import Way
from tests.dialogs.asking import KNOWLEDGE

SPOKEN = read_language(KNOWLEDGE / "language" / "en").spoken
MARKS = Marks(SPOKEN, Scale(1, 10, 0.5, {}))
STEPS = [1 + step / 2 for step in range(19)]


@pytest.mark.parametrize(
    ("said", "mark"),
    [
        ("7", 7),
        (" 7.5 ", 7.5),
        ("7,5", 7.5),
        ("7½", 7.5),
        ("five and a half", 5.5),
        ("six point five", 6.5),
        ("seven out of ten", 7),
        ("8/10", 8),
        ("about a 6", 6),
        ("I’d say 8", 8),
        ("it's a 9", 9),
        ("10 out of 10!", 10),
        ("a solid seven", 7),
        ("7ish", 7),
        ("7 please", 7),
        ("I guess 6.5 for this one", 6.5),
        ("one", 1),
        ("no, 8", 8),
    ],
)
def test_a_mark_is_heard_however_it_is_said(said: str, mark: float) -> None:
    assert MARKS.heard(said) == Marked(mark)


@pytest.mark.parametrize(
    ("said", "mark", "rest"),
    [
        ("7, because I run the booking rota", 7, "I run the booking rota"),
        ("7 because I’m the one who’s asked", 7, "I’m the one who’s asked"),
        ("8 out of 10 because I run it", 8, "I run it"),
        ("7 I think, as I lead the team", 7, "as I lead the team"),
        ("7 but only with help", 7, "but only with help"),
        ("8 - I train the new starters", 8, "I train the new starters"),
        ("8\nI {{ run }} it & <more>", 8, "I {{ run }} it & <more>"),
        ("9 because 3 people report to me", 9, "3 people report to me"),
    ],
)
def test_what_is_said_beside_a_mark_is_kept_letter_for_letter(said: str, mark: float, rest: str) -> None:
    assert MARKS.heard(said) == Marked(mark, rest)


@pytest.mark.parametrize("said", ["0", "11", "7.3", "-3", "eleven", "2019", "6 or 7", "6-7", "between 6 and 7"])
def test_a_number_that_is_no_mark_is_known_as_one_that_was_meant(said: str) -> None:
    assert isinstance(MARKS.heard(said), OffScale)


def test_what_is_said_beside_a_number_that_is_no_mark_is_not_lost() -> None:
    assert MARKS.heard("11, because I run it all") == OffScale("11", "I run it all")


@pytest.mark.parametrize(
    "said",
    [
        "what does grade 6 say here?",
        "and at 6?",
        "and at 6",
        "grade 7",
        "7?",
        "7 years of running the lab",
        "I trained two apprentices on the mill",
        "7-day course",
        "2019, I started here",
        "7:30",
        "70%",
        "for 5 years I have run it",
        "banana",
        "",
        "2 of us do it",
    ],
)
def test_a_question_a_count_or_a_time_is_no_mark(said: str) -> None:
    assert MARKS.heard(said) is None


@pytest.mark.parametrize(
    ("said", "mark", "words"),
    [
        ("change budget to 8", 8, "budget"),
        ("put me down as a 7 for budgets", 7, "budgets"),
        ("Budget Management: 6", 6, "budget management"),
        ("give me 4 out of 10 on safety", 4, "safety"),
        ("change 3D printing to 7", 7, "3d printing"),
        ("make it five and a half", 5.5, ""),
    ],
)
def test_a_change_names_what_it_is_for(said: str, mark: float, words: str) -> None:
    change = MARKS.change(said)
    assert change is not None
    assert (change.mark, change.words) == (Marked(mark), words)


@given(st.sampled_from(STEPS), st.text(max_size=60))
def test_every_mark_with_a_reason_is_that_mark_with_the_end_of_what_was_typed(mark: float, reason: str) -> None:
    said = f"{mark:g}, because {reason}x"
    heard = MARKS.heard(said)
    if not SPOKEN.asks(said):
        assert isinstance(heard, Marked)
        assert heard.mark == mark
        assert said.rstrip().endswith(heard.rest)


@given(st.text(max_size=2_000))
def test_whatever_is_typed_is_heard_without_a_fault(text: str) -> None:
    heard = MARKS.heard(text)
    assert heard is None or isinstance(heard, OffScale) or heard.mark in STEPS


def test_twenty_thousand_characters_are_heard_at_once() -> None:
    assert MARKS.heard("maybe " * 3_300) is None
    assert MARKS.heard("7, " + "I run it. " * 2_000) == Marked(7, ("I run it. " * 2_000).strip())


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("skip please", "skip"),
        ("I don't know", "skip"),
        ("Back.", "back"),
        ("can we stop here", "later"),
        ("carry on", "go_on"),
        ("I'm done", "done"),
    ],
)
def test_a_step_is_heard_with_a_polite_word_around_it(said: str, way: Way) -> None:
    assert SPOKEN.is_(way, said)


def test_a_sentence_that_holds_a_step_is_none() -> None:
    assert not SPOKEN.is_("skip", "I skip the queue when a student waits")
    assert not SPOKEN.is_("back", "I back up the data of the lab")


@pytest.mark.parametrize("said", ["6 becuase I run it", "6 becaus I run it", "6 beacuse I run it", "6 because I run it"])
def test_a_because_with_a_slip_in_it_leads_to_evidence_all_the_same(said: str) -> None:
    assert MARKS.heard(said) == Marked(6, "I run it")


@pytest.mark.parametrize("said", ["6 becoming 7 soon", "6 because", "6 benches are mine"])
def test_other_words_after_a_number_are_no_reason(said: str) -> None:
    heard = MARKS.heard(said)
    assert not isinstance(heard, Marked) or heard.rest == ""


@pytest.mark.parametrize(("said", "way"), [("skp", "skip"), ("latr", "later"), ("dnoe", "done"), ("cary on", "go_on")])
def test_a_command_with_a_slip_in_it_is_heard(said: str, way: Way) -> None:
    assert SPOKEN.is_(way, said)


@pytest.mark.parametrize("said", ["rest", "ship", "lathe", "slip", "one"])
def test_another_word_is_no_command_with_a_slip_in_it(said: str) -> None:
    ways: tuple[Way, ...] = ("skip", "later", "done", "go_on", "back")
    assert not any(SPOKEN.is_(way, said) for way in ways)
