"""Marked letters lead back to plain ones, and what is left of a text is found word by word."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.phrases.leftover import Leftover
from tests.phrases.letters import known, plain, said
from tests.phrases.loading import Changed

ASCII = st.text(st.characters(max_codepoint=126, min_codepoint=32))


@given(ASCII)
def test_marked_words_lead_back_and_are_as_long(text: str) -> None:
    assert plain(said(text)) == plain(known(text)) == text
    assert len(said(text)) == len(known(text)) == len(text)


@given(ASCII)
def test_case_goes_along(text: str) -> None:
    assert plain(known(text).upper()) == text.upper()
    assert plain(known(text).lower()) == text.lower()


@given(st.text(st.characters(codec="ascii", exclude_characters="{}")))
def test_nothing_is_left_of_what_is_marked(text: str) -> None:
    assert Leftover(()).of(known(text)) == Leftover(()).of(said(text)) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Saved: I run the rota.", ["Saved"]),
        (f"{said('Saved:')} I run the rota.", []),
        (f"{said('You said')} “run the rota”.", []),
        (f"{known('Expert')} or {known('Leader')}", ["or"]),
        (f"{said('Asked by')} Alex M. {said('on')} 3 March 2027", []),
        (f"{said('Give')} ABCD-12EF, {said('and quote')} 0d0f7955", []),
        ("I runs the rota", ["I runs the rota"]),
    ],
)
def test_what_is_left_is_what_nobody_but_the_code_said(text: str, left: list[str]) -> None:
    assert Leftover(["I run the rota.", "Alex Marsh"]).of(text) == left


def test_only_what_can_be_read_of_a_module_is_changed() -> None:
    module = """
def told(kind: Literal["one"], of: dict[str, str]) -> str:
    "Says it."
    if kind == "one":
        return PLAIN["one"].format(name=of.get("name", "nobody"))
    return f"{kind} on {day:%B}" + listed(names, "or")
PLAIN = {"one": "Only {name} left"}
"""
    changed = ast.unparse(Changed("told").visit(ast.parse(module)))
    strings = [node.value for node in ast.walk(ast.parse(changed)) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert sorted(text for text in strings if text != plain(text)) == sorted(
        [said("nobody"), said(" on "), said("or"), said("Only {name} left")]
    )
    assert {"one", "name", "%B", "Says it."} <= set(strings)
