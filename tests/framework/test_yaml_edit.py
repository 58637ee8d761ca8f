"""Adding to a list of a YAML file touches nothing else of it."""

from difflib import ndiff
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.framework.yaml_edit import CannotEdit, with_item

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
FILES = sorted(KNOWLEDGE.glob("*/competencies/*.yaml"))
LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"])
WORDS = st.text(LETTERS, min_size=1, max_size=40).filter(lambda text: text.strip() == text)


def changed(before: str, after: str) -> list[str]:
    """The lines that were taken and added."""
    return [line.rstrip("\n") for line in ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True)) if line[0] in "+-"]


@pytest.mark.parametrize("file", FILES, ids=[f"{file.parts[-3]} {file.stem}" for file in FILES])
@pytest.mark.parametrize("key", ["aliases", "hints", "asked_as"])
def test_any_competency_that_ships_takes_one_more_and_keeps_its_comments_and_order(file: Path, key: str) -> None:
    before = file.read_text(encoding="utf-8")
    after = with_item(before, (key,), "a brand-new phrase", ("hints", "aliases", "about"))
    content = yaml.load(before, yaml.CSafeLoader)
    assert yaml.load(after, yaml.CSafeLoader) == {**content, key: [*content.get(key, []), "a brand-new phrase"]}
    assert len(changed(before, after)) <= 3
    assert "".join(after.split()).replace("abrand-newphrase", "").replace(",]", "]").count("#") == before.count("#")


@given(WORDS)
def test_whatever_the_words_they_come_back_as_they_are(words: str) -> None:
    text = "# kept\nflow: [a, b]  # kept too\nblock:\n  - a\n\n# the end\n"
    for key in ("flow", "block", "new"):
        assert yaml.safe_load(with_item(text, (key,), words))[key][-1] == words
        assert with_item(text, (key,), words).count("# ") >= 3


@pytest.mark.parametrize(
    ("before", "steps", "lines"),
    [
        ("a: [x]\n", ("a",), ["- a: [x]", "+ a: [x, new]"]),
        ("a: []\n", ("a",), ["- a: []", "+ a: [new]"]),
        ("a:\n  - x\nb: 1\n", ("a",), ["+   - new"]),
        ("a: {b: {c: [x]}}\n", ("a", "b", "d"), ["- a: {b: {c: [x]}}", "+ a: {b: {c: [x], d: [new]}}"]),
        ("a:\n  b:\n    c: [x]\n# end\n", ("a", "d", "c"), ["+   d:", "+     c:", "+       - new"]),
        ("t:\n  - id: one\n  - id: two\n    says: it\n", ("t", 0, "q"), ["+     q:", "+       - new"]),
        ("a: |\n  text\nb: 1\n", ("c",), ["+ c:", "+   - new"]),
        ("", ("a", "b"), ["+ a:", "+   b:", "+     - new"]),
    ],
)
def test_a_list_is_found_or_made_where_it_belongs(before: str, steps: tuple[str | int, ...], lines: list[str]) -> None:
    assert changed(before, with_item(before, steps, "new")) == lines


@pytest.mark.parametrize("before", ["a: text\n", "a: {b: 1}\n", "- a\n"])
def test_what_cannot_be_added_to_is_said(before: str) -> None:
    with pytest.raises(CannotEdit, match="by hand"):
        with_item(before, ("a",), "new")
