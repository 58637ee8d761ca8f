"""A form filled in the terminal: by numbers and by words, kept, emptied and left."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from bot.cards.drawing import draw
from bot.phrases.en import terminal as say
from bot.terminal.filling import Field, Left, fill
from tests.cards.views import OWN_WORDS, VIEWS

FORM = draw(VIEWS["a form"], "")
DAYS = draw(VIEWS["a form about a day"], "")


def _fields(card: dict[str, list[Field]]) -> tuple[Field, ...]:
    return tuple(each for each in card["body"] if each["type"].startswith("Input."))


def _filled(card: dict[str, list[Field]], *lines: str) -> tuple[dict[str, str], str]:
    """What is sent after these lines, and what was shown meanwhile."""
    console = Console(width=100)
    typed: Iterator[str] = iter(lines)
    with console.capture() as shown:
        sent = fill(_fields(card), console, lambda _: next(typed, None))
    return sent, shown.get()


def test_enter_keeps_what_stands_in_each_field() -> None:
    sent, shown = _filled(FORM, "", "", "")
    assert sent == {"mark": "", "evidence": OWN_WORDS, "kept": "e2"}
    assert "now: The induction" in shown


def test_a_dash_empties_a_field() -> None:
    assert _filled(FORM, "-", "-", "-")[0] == {"mark": "", "evidence": "", "kept": ""}


@pytest.mark.parametrize(("typed", "mark"), [("7", "7"), ("5.5", "5.5"), ("10", "10"), ("1", "1")])
def test_a_figure_means_the_option_that_is_called_so(typed: str, mark: str) -> None:
    assert _filled(FORM, typed, "", "")[0]["mark"] == mark


@pytest.mark.parametrize("typed", ["2", "the induction", "The ind"])
def test_an_option_is_chosen_by_its_number_or_its_words(typed: str) -> None:
    assert _filled(FORM, "", "", typed)[0]["kept"] == "e2"


def test_several_are_chosen_with_commas() -> None:
    assert _filled(FORM, "", "", "1, 2")[0]["kept"] == "e1,e2"


@pytest.mark.parametrize("typed", ["11", "0", "7.3", "often"])
def test_what_is_no_option_is_asked_for_again(typed: str) -> None:
    sent, shown = _filled(FORM, typed, "7", "", "")
    assert sent["mark"] == "7"
    assert say.one_of(typed) in shown


def test_a_long_text_ends_with_an_empty_line() -> None:
    assert _filled(FORM, "", "I run the rota.", " - and the mill", "", "")[0]["evidence"] == "I run the rota.\n - and the mill"


def test_a_day_is_read_or_asked_for_again() -> None:
    sent, shown = _filled(DAYS, "31/3", "2027-04-30", "", "a course")
    assert sent == {"by": "2027-04-30", "from": "", "what": "a course"}
    assert say.NO_DAY in " ".join(shown.split())


@pytest.mark.parametrize("lines", [(".",), ("7", "."), ("7",), ("7", "It shows.", "and")])
def test_a_dot_or_the_end_of_the_input_leaves_the_form(lines: tuple[str, ...]) -> None:
    with pytest.raises(Left):
        _filled(FORM, *lines)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).filter(str.strip), min_size=1))
def test_what_is_written_is_sent_as_it_was_typed(lines: list[str]) -> None:
    if lines[0].strip() not in ("-", "."):
        assert _filled(FORM, "", *lines, "", "")[0]["evidence"] == "\n".join(lines)
