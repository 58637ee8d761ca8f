"""What could point to a person is struck out; what a question needs stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistants import LANGUAGE
from bot.settings import PROJECT
from bot.understanding.striking import STRUCK, read_striking

STRIKING = read_striking(PROJECT / "knowledge" / LANGUAGE / "striking.yaml")
KNOWN = frozenset({"health", "safety", "technician", "senior", "budgets"})


def struck(text: str, *names: str) -> str:
    return STRIKING.struck(text, names, KNOWN.__contains__)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("can Dave Smith order gloves", "can […] order gloves"),
        ("does sarah's grade cover COSHH", "does […] grade cover COSHH"),
        ("ask Dr. O'Brien or Prof Grim", "ask […] or […]"),
        ("write to a.b@example.ac.uk or 01234 567 890", "write to […] or […]"),
        ("i am AB12345", "i am […]"),
        ("11111111-2222-3333-4444-555555555555 asked", "[…] asked"),
        ("my manager is called Xanthippe", "my manager is called […]"),
        ("see https://example.org/people/jo now", "see […] now"),
        ("my manager Priyanka Rao says so. Really?", "my manager […] says so. Really?"),
        ("is sar\u00adah right, and sa\u200brah and \uff53arah", "is […] right, and […]"),
        ("\u202esarah or call \uff10\uff11\uff12\uff13\uff14\uff15", "[…] or call […]"),
    ],
)
def test_names_addresses_numbers_and_ids_go(typed: str, left: str) -> None:
    assert struck(typed) == left


@pytest.mark.parametrize(
    "typed",
    [
        "What does a Grade 5 do for Health and Safety",
        "compare 3 4 5 6 and 7",
        "is COSHH for a Senior Technician or HR",
        "what does a grade 5 earn, £35,000?",
        "I think I'm a 5. Am I?",
        "who does budgets in March",
    ],
)
def test_what_a_question_needs_stays(typed: str) -> None:
    assert struck(typed) == typed


def test_the_sender_and_those_they_share_with_go_however_they_are_written() -> None:
    assert struck("would quilla and ZEBEDEE do that", "Quilla Marsh", "zebedee") == "would […] do that"


@given(st.text(max_size=200), st.sampled_from(["jo.bloggs@example.org", "07700 900123", "Sarah", "7f3d2c1b-0000-4000-8000-00000000abcd"]))
def test_whatever_stands_around_it_it_goes(around: str, what: str) -> None:
    left = struck(f"{around} {what} {around}")
    assert what not in left
    assert STRUCK in left
    assert "\n" not in left
