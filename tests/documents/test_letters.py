"""People's own words reach Word and Excel letter for letter."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.drawing import draw
from bot.documents.letters import shown
from bot.documents.template_files import Templates
from bot.phrases.en import documents as say
from tests.documents.reading import cells, paragraphs
from tests.documents.sample import MATERIAL, TALK, assessment, entry, piece

ODD = [
    "<w:p>",
    "&amp;",
    "{{ 7 * 7 }}",
    "{% for x in y %}",
    "{# no #}",
    "{_{ kept }_}",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "_x0041_",
    "\t",
    "\n",
    "\r\n",
    "\x00",
    "\x07",
    "\x1b",
    "\x85",
    "\u2028",
    "\ufffe",
    "\ud800",
    "😀",
    "שלום",
    "مرحبا",
    " ",
    "'",
    '"',
    "]]>",
    "{%p if x %}",
    "%}",
    "}}",
]
WORDS = st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=20), st.characters()), min_size=1, max_size=8).map("".join)
READ = settings(max_examples=60, deadline=None)


@READ
@given(WORDS, WORDS, WORDS)
def test_any_text_of_a_plan_is_read_back_from_word(objective: str, activity: str, learnt: str) -> None:
    plan = (entry(objective, activity=activity, learnt=learnt, status="done"),)
    written = draw("plan", replace(MATERIAL, plan=plan), Templates())
    assert written is not None
    read = paragraphs(written)
    assert {shown(objective), shown(activity), shown(learnt)} <= set(read)
    told = say.SIGNS in read
    assert told == any(sign in text for text in (objective, activity, learnt) for sign in map(chr, UNHOLDABLE))


UNHOLDABLE = (*(code for code in range(32) if chr(code) not in "\t\n\r"), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)


@READ
@given(WORDS, WORDS)
def test_any_evidence_is_read_back_from_excel_and_is_no_formula(first: str, name: str) -> None:
    rows = (TALK, TALK.with_(id="own", name=name, competencies=(), evidence=("two",)))
    evidence = {"one": piece(first), "two": piece("a"), "three": piece("b")}
    written = draw("grid", replace(MATERIAL, assessment=assessment(*rows), evidence=evidence), Templates())
    assert written is not None
    found = [cell for sheet in cells(written) for cell in sheet]
    assert (shown(first), "s") in found or not first
    assert (shown(name), "s") in found or not name
    assert all(kind in {"s", "n"} for _, kind in found)


@pytest.mark.parametrize("document", ["assessment", "evidence"])
def test_evidence_keeps_its_lines_and_looks_in_every_word_file(document: str) -> None:
    text = "=cmd|' /C calc'!A0\n<b>{{ config }}</b> & {% raw %}\tשלום 😀"
    written = draw(document, replace(MATERIAL, evidence={"one": piece(text, "talking")}), Templates())
    assert written is not None
    assert any(paragraph.endswith(text) for paragraph in paragraphs(written))


def test_a_text_longer_than_a_cell_goes_on_in_the_next_row() -> None:
    text = "abcdefghij" * 7_000
    written = draw("grid", replace(MATERIAL, evidence={"one": piece(text)}), Templates())
    assert written is not None
    parts = [value for value, _ in cells(written)[1] if isinstance(value, str) and value.startswith("abc")]
    assert len(parts) == 3
    assert "".join(parts) == text
