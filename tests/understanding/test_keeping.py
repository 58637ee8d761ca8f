"""What is to be kept letter for letter is told from questions, plans and small talk; and short orders are heard with their numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import PROJECT
from bot.understanding.keeping import Keeping, Kept
from bot.understanding.language import read_language
from bot.understanding.orders import Order
from bot.understanding.reading import Intent
from tests.understanding.talking import Heard

KEEPING: Keeping = read_language(PROJECT / "knowledge/language/en").keeping


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("log evidence: I trained two apprentices on the mill", "I trained two apprentices on the mill"),
        ("Log evidence - rebuilt the rig", "rebuilt the rig"),
        ("add evidence\nI did this,\nand that", "I did this,\nand that"),
        ("note that I ran the induction", "I ran the induction"),
        ("please could you note down that we moved the store", "we moved the store"),
        ("keep this for my PDR: at 10:30 I rewired it: all", "at 10:30 I rewired it: all"),
        ("For my PDR I covered the desk", "I covered the desk"),
        ("I ran the open day stand. Keep that for my PDR please.", "I ran the open day stand."),
        ("we got the lab accredited, log it as evidence", "we got the lab accredited"),
    ],
)
def test_what_was_done_is_kept_as_it_was_typed(said: str, kept: str) -> None:
    found = KEEPING.kept(said)
    assert found is not None
    assert found.text == kept


@pytest.mark.parametrize(
    "said",
    [
        "log evidence",
        "log evidence for budgets",
        "what evidence do I need for safety: a certificate?",
        "evidence: what counts?",
        "show my evidence: budgets and safety",
        "note that I'm grade 6 now",
        "remember I am a technician",
        "add to my plan: shadow the stores manager",
        "the lift is stuck, log it please",
        "where do I put this in my evidence log",
        "log me in to the finance system",
    ],
)
def test_what_asks_for_something_else_is_not_kept(said: str) -> None:
    assert KEEPING.kept(said) is None


@given(st.text(min_size=1).filter(lambda text: len(text.split()) > 1 and not text.strip().endswith("?")))
def test_any_words_after_the_colon_are_kept_letter_for_letter(words: str) -> None:
    assert KEEPING.kept(f"log evidence: {words}") == Kept(words.strip(), "log evidence")


def test_a_competency_is_looked_for_only_where_the_message_says_what_it_is_for() -> None:
    assert KEEPING.subject("what evidence have i got for record keeping") == "record keeping"
    assert KEEPING.subject("show my log").split() == ["show", "my"]
    assert KEEPING.subject("show my budgets evidence").split() == ["show", "my", "budgets"]


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("yes please", Order("yes")),
        ("The second one, please", Order("choose", 2)),
        ("3", Order("choose", 3)),
        ("none of these", Order("no")),
        ("go to criterion 4", Order("criterion", 4)),
        ("attach the first one", Order("attach", 1)),
        ("take 2 off", Order("detach", 2)),
        ("it’s ready", Order("ready")),
        ("not ready yet", Order("not_ready")),
    ],
)
def test_a_short_order_is_heard_with_its_number(said: str, order: Order) -> None:
    assert KEEPING.order(said) == order


@pytest.mark.parametrize("said", ["is it ready?", "what is expected at grade 3", "yes but what does grade 6 say", "budgets", ""])
def test_what_is_more_than_an_order_is_none(said: str) -> None:
    assert KEEPING.order(said) is None


def test_evidence_about_anything_is_read_as_evidence(heard: Heard) -> None:
    for told in ("what a grade 6 does for budgets, I did", "I shared the plan with my manager", "compare 5 and 6, I wrote that guide"):
        assert heard.best("lancaster", f"log evidence: {told}").intent is Intent.LOG_EVIDENCE


def test_a_dossier_is_not_for_the_grade_that_was_talked_of(heard: Heard) -> None:
    *_, asked = heard.talk("lancaster", ["what does a grade 8 do for safety", "start my dossier"])
    assert (asked.intent, asked.grades) == (Intent.DOSSIER, ())
    assert heard.best("lancaster", "start my dossier for grade 6").grades == (6,)
