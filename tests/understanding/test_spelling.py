"""Spelling: slips become the framework's words, plain English stays as it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.spelling import SHORTEST, Speller, common_english

CENTRAL = ["safety", "budget", "budgets", "teamwork", "grade", "responsibilities", "technician", "communication", "procurement"]
SPELLER = Speller([*CENTRAL, "pipette", "centrifuge", "what", "expected", "compare"], CENTRAL)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("saftey", "safety"),
        ("safty", "safety"),
        ("buget", "budget"),
        ("budgts", "budgets"),
        ("tecnician", "technician"),
        ("technicain", "technician"),
        ("comunicaton", "communication"),
        ("responsabilities", "responsibilities"),
        ("procurment", "procurement"),
        ("centrifudge", "centrifuge"),
        ("garde", "grade"),
    ],
)
def test_a_slip_becomes_the_word_of_the_framework(typed: str, meant: str) -> None:
    assert SPELLER.correct(typed) == (meant,)


@pytest.mark.parametrize("word", ["hamster", "weather", "football", "great", "gravel", "trade", "communism", "pirate", "saved"])
def test_plain_english_stays_as_it_is(word: str) -> None:
    assert SPELLER.correct(word) == (word,)


def test_plain_english_with_a_slip_becomes_plain_english() -> None:
    assert SPELLER.correct("footbal") == ("football",)


@pytest.mark.parametrize(("typed", "meant"), [("safetybudget", ("safety", "budget")), ("expectedgrade", ("expected", "grade"))])
def test_two_words_run_together_come_apart(typed: str, meant: tuple[str, str]) -> None:
    assert SPELLER.correct(typed) == meant


@pytest.mark.parametrize("word", ["sfe", "bdg", "gra", "x"])
def test_short_words_are_left_alone(word: str) -> None:
    assert SPELLER.correct(word) == (word,)


@pytest.mark.parametrize("word", ["zzzzqqqq", "xkcdxkcd"])
def test_what_is_near_to_nothing_is_left_alone(word: str) -> None:
    assert SPELLER.correct(word) == (word,)


@pytest.mark.parametrize("word", [*CENTRAL, "pipette", "compare"])
def test_known_words_stay(word: str) -> None:
    assert SPELLER.correct(word) == (word,)


@settings(deadline=None)
@given(st.text(st.sampled_from("abcdefghijklmnoprstuvwy"), min_size=1, max_size=14))
def test_any_word_becomes_one_or_two_words_and_stays_so(word: str) -> None:
    meant = SPELLER.correct(word)
    assert 1 <= len(meant) <= 2
    assert all(part.isalpha() for part in meant)
    if len(word) < SHORTEST:
        assert meant == (word,)


@settings(deadline=None)
@given(st.sampled_from([word for word in CENTRAL if len(word) > 5]), st.data())
def test_two_neighbouring_letters_swapped_inside_a_long_word_are_forgiven(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 3))
    slipped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert SPELLER.correct(slipped) == (word,)


@pytest.mark.parametrize(("typed", "meant"), [("mony", "money"), ("trining", "training"), ("staf", "staff")])
def test_a_dropped_letter_is_likelier_than_a_wrong_one(typed: str, meant: str) -> None:
    speller = Speller(["many", "money", "training", "trinity", "staff", "star"], ["money", "many", "training", "staff", "star"])
    assert speller.correct(typed) == (meant,)


def test_of_two_words_as_near_the_commoner_is_meant() -> None:
    assert Speller(["plane", "place"], ["plane", "place"]).correct("plaxe") == ("place",)


def test_a_slip_that_many_typed_is_not_learnt_as_a_word() -> None:
    assert common_english({"grade": 4_000, "garde": 30, "meant": 500, "ment": 22, "dossier": 30}) == {"grade", "meant", "dossier"}
