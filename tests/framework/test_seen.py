"""A library as those see it who may only see some of it."""

from bot.framework.model import Library
from tests.framework.small import SMALL

CROSSWALK = {("a", "x"): {"b": ("y",), "c": ("z",)}, ("b", "y"): {"a": ("x",)}, ("c", "z"): {"a": ("x",)}}
LIBRARY = Library({"a": SMALL, "b": SMALL, "c": SMALL}, CROSSWALK)


def test_only_what_is_named_is_there_in_the_order_in_which_it_is_named() -> None:
    seen = LIBRARY.seen(("c", "nowhere", "a"))
    assert list(seen.frameworks) == ["c", "a"]


def test_no_correspondence_leads_to_what_is_not_seen() -> None:
    assert LIBRARY.seen(("a", "c")).crosswalk == {("a", "x"): {"c": ("z",)}, ("c", "z"): {"a": ("x",)}}
