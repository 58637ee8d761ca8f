"""Words are shown as they are, whatever markdown they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.markdown import escaped, unescaped


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("plain words, e.g. these (and those).", "plain words, e.g. these (and those)."),
        ("[press](https://example.org)", r"\[press\](https://example.org)"),
        ("**bold** _it_ `code`", r"\*\*bold\*\* \_it\_ \`code\`"),
        ("# heading", r"\# heading"),
        ("- item\n2. item", "\\- item\n2\\. item"),
        ("grade 7. And so on", "grade 7. And so on"),
        ("a < b, <b>c</b> and R&D", r"a < b, \<b>c\</b> and R&D"),
        ("&lt; &#60; & more; ~~no~~", r"\&lt; \&#60; & more; \~~no\~~"),
        ("{{DATE(2017-02-14T06:00:00Z)}} {{x}}", r"{\{DATE(2017-02-14T06:00:00Z)}} {{x}}"),
    ],
)
def test_markdown_is_escaped_where_it_would_act(words: str, held: str) -> None:
    assert escaped(words) == held


@given(st.text())
def test_escaped_words_read_back(words: str) -> None:
    assert unescaped(escaped(words)) == words
