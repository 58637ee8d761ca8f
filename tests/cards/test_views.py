"""Every element that a card can have: compared whole, held against the rules, and in words.

Draw them anew with `REDRAW_CARDS=1 pytest tests/cards`, and read the difference.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.drawing import draw
from bot.cards.payloads import Move, unpack
from bot.cards.view import Bar, Chart, Table, View
from bot.cards.words import card_words
from tests.cards.checking import faults, objects
from tests.cards.views import OWN_WORDS, SAVE, VIEWS
from tests.framework.small import LIBRARY

CARDS = Path(__file__).parent / "views"
SENTENCE = "It stands alone."
CELLS = st.tuples(*[st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1)] * 3)


def _card(name: str) -> dict[str, Any]:
    return draw(VIEWS[name], SENTENCE)


@pytest.mark.parametrize("name", VIEWS)
def test_the_card_is_as_it_was(name: str) -> None:
    path = CARDS / f"{name.replace(' ', '-')}.json"
    if os.environ.get("REDRAW_CARDS"):
        path.write_text(json.dumps(_card(name), indent=1, ensure_ascii=False) + "\n")
    assert _card(name) == json.loads(path.read_text())


@pytest.mark.parametrize("name", VIEWS)
def test_the_card_keeps_the_rules(name: str) -> None:
    assert not faults(_card(name))


def test_a_form_is_read_out_with_what_stands_in_it() -> None:
    assert list(card_words(_card("a form"))) == [
        "Mending",
        "Row 3 of 10",
        "One mark for how competent and how confident you are.",
        "At grade 3",
        "Mends what breaks.",
        "Your mark, 1 to 10:",
        f"What do you do that shows it? {OWN_WORDS}",
        "From your log: The induction",
        "In our words, from The Guide.",
        "Save and next",
        "Back",
    ]


def test_a_chart_and_a_table_are_read_out_with_their_figures() -> None:
    assert list(card_words(_card("a chart")))[1:5] == ["Your marks", "Talking: 5.5", "Mending: 10, last time 9", "Planning: not marked"]
    words = list(card_words(_card("tables")))
    assert words[1:4] == ["Since 3 March 2026", "Row | Now | Before", "Talking and listening | 5.5 | 5"]
    assert words[-4:] == [OWN_WORDS, "Activity: A course", "Support: –", "By when: 31 March 2027"]


def test_where_no_chart_is_drawn_a_table_says_the_same() -> None:
    chart = next(each for each in objects(_card("a chart")) if each["type"].startswith("Chart."))
    assert list(card_words({"body": [chart["fallback"]]})) == [
        "Row | Your mark",
        "Talking | 5.5",
        "Mending | 10, last time 9",
        "Planning | not marked",
    ]


@given(st.floats(0, 10), st.floats(0.5, 10))
def test_every_bar_is_as_long_as_the_scale(value: float, highest: float) -> None:
    value = min(value, highest)
    card = draw(View("x", chart=Chart("y", (Bar("a", value),), highest, ("Row", "Mark"))), SENTENCE)
    chart = next(each for each in objects(card) if each["type"].startswith("Chart."))
    assert sum(part["value"] for part in chart["data"][0]["data"]) == pytest.approx(highest)


@given(CELLS)
def test_what_people_wrote_stands_in_a_table_letter_for_letter(cells: tuple[str, str, str]) -> None:
    columns = ("Column one", "Column two", "Column three")
    narrow, wide = Table(columns, (cells,)), Table((*columns, "Column four"), ((*cells, "the last"),))
    card = draw(View("x", tables=(narrow, wide)), SENTENCE)
    runs = [run["text"] for each in objects(card) if each["type"] == "RichTextBlock" for run in each["inlines"]]
    assert [run for run in runs if not run.startswith("Column ")] == [*cells, *cells, "the last"]


def test_a_form_sends_what_its_move_reads_back() -> None:
    button = _card("a form")["actions"][0]
    move = unpack(button["verb"], {**button["data"], "mark": "5.5", "evidence": OWN_WORDS, "kept": "e1,e2"}, LIBRARY)
    assert isinstance(move, Move)
    assert (move.verb, move.record, move.version, move.nonce) == ("walk.save", SAVE.record, SAVE.version, SAVE.nonce)
    assert dict(move.given) == {"mark": "5.5", "evidence": OWN_WORDS, "kept": "e1,e2"}
