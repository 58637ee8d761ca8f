"""A long answer is shown whole, page by page, and every page stays small."""

from hypothesis import given
from hypothesis import strategies as st

from bot.cards.drawing import draw
from bot.cards.pages import page
from bot.cards.view import Line, Section, View
from tests.cards.checking import faults

SECTIONS = st.lists(
    st.integers(1, 12).map(lambda lines: Section("Heading", (Line("A sentence of some length. " * 8, "Label"),) * lines)), max_size=60
)


@given(SECTIONS)
def test_the_pages_hold_every_section_once(sections: list[Section]) -> None:
    shown: list[Section] = []
    start: int | None = 0
    while start is not None:
        part, start = page(sections, start)
        shown += part
        assert not faults(draw(View("Title", sections=part), "text"))
    assert shown == sections
