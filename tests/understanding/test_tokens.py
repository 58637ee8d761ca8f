"""From letters to words: short forms, arrows, quotes, and anything else that can be typed."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.understanding.tokens import MAX_TOKENS, Tokenizer

ODD = [
    "\x00",
    "a\x00b",
    "👩‍🔬 safety 👍",
    "безопасность",
    "安全 grade 5",
    "مستوى",
    "\u202e5 edarg",
    "e\u0301",
    "ﬁnance",
    "x" * 100_000,
    "'" * 50,
    "\ud800",
]


def words(tokenizer: Tokenizer, text: str) -> str:
    """The words of a text, as read."""
    return " ".join(token.word for token in tokenizer.tokens(text))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("whats", "what is"),
        ("What's", "what is"),
        ("what’s", "what is"),
        ("I dont", "i do not"),
        ("techs n mgrs", "technicians and managers"),
        ("R&D", "are and d"),
        ("nvm", "never mind"),
        ("the manager's", "the manager"),
    ],
)
def test_short_forms_are_written_out(tokenizer: Tokenizer, typed: str, read: str) -> None:
    assert words(tokenizer, typed) == read


@pytest.mark.parametrize("arrow", ["->", "-->", "=>", "→", "⇒", "➔", ">>", " -> ", " → "])
def test_every_arrow_reads_as_to(tokenizer: Tokenizer, arrow: str) -> None:
    assert words(tokenizer, f"6{arrow}7") == "6 to 7"


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_every_dash_is_the_same_dash(tokenizer: Tokenizer, dash: str) -> None:
    assert words(tokenizer, f"5{dash}7") == "5 - 7"


def test_letters_and_numbers_come_apart(tokenizer: Tokenizer) -> None:
    assert words(tokenizer, "gr7 and 5.5") == "gr 7 and 5.5"


def test_wide_letters_and_digits_are_plain_ones(tokenizer: Tokenizer) -> None:
    assert words(tokenizer, "ｇｒａｄｅ　７") == "grade 7"


def test_a_phrase_is_compared_by_its_stems_without_small_words_and_marks(tokenizer: Tokenizer) -> None:
    assert tokenizer.phrase("Managing the budgets!") == tokenizer.phrase("manages budget")
    assert tokenizer.phrase("the of") == tuple(token.stem for token in tokenizer.tokens("the of"))


def test_words_that_are_kept_are_not_cut_to_stems(tokenizer: Tokenizer) -> None:
    assert tokenizer.stem("manager") == tokenizer.stem("managers") == "manager"
    assert tokenizer.stem("manager") != tokenizer.stem("manages")


@settings(deadline=None)
@given(st.text() | st.sampled_from(ODD))
@example("\x00")
def test_whatever_is_typed_becomes_at_most_so_many_words(tokenizer: Tokenizer, text: str) -> None:
    tokens = tokenizer.tokens(text)
    assert len(tokens) <= 4 * MAX_TOKENS
    assert all(token.word and token.stem and token.word == token.word.lower() for token in tokens)


@settings(deadline=None)
@given(st.text(st.sampled_from("abcdefgh 0123456789-,.?'"), max_size=60))
def test_capitals_make_no_difference(tokenizer: Tokenizer, text: str) -> None:
    assert [token.word for token in tokenizer.tokens(text.upper())] == [token.word for token in tokenizer.tokens(text)]
