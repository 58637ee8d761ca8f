"""What a button carries reads back as it was packed, and anything else is refused by name."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.payloads import NOT_SAID, Ask, Career, Details, Forget, Keep, Payload, PayloadError, SetProfile, pack, unpack
from bot.understanding.reading import Intent, Reading
from tests.framework.small import LIBRARY, SMALL

READINGS = st.builds(
    Reading,
    framework=st.just("small"),
    intent=st.sampled_from(Intent),
    grades=st.lists(st.sampled_from([1, 2, 3]), min_size=1, max_size=3, unique=True).map(tuple),
    roles=st.lists(st.sampled_from(list(SMALL.roles)), max_size=3, unique=True).map(tuple),
    competencies=st.lists(st.sampled_from(["talking", "mending"]), max_size=2, unique=True).map(tuple),
    guide_topics=st.sampled_from([(), ("first",)]),
    opportunities=st.sampled_from([(), ("course",)]),
    clarify=st.booleans(),
    yes_no=st.booleans(),
    said=st.text(max_size=300),
)
PAYLOADS = (
    st.builds(Ask, READINGS, st.none() | st.integers(0, 50))
    | st.builds(
        SetProfile,
        st.just("small"),
        st.sampled_from([None, 1, 3]),
        st.sampled_from([None, "maker"]),
        st.sampled_from([None, "manager"]),
        st.sampled_from([None, "leader"]),
    )
    | st.builds(
        Details,
        st.just("small"),
        st.sampled_from([None, "small"]),
        st.sampled_from([None, NOT_SAID, "maker", "3"]),
        st.sampled_from([None, NOT_SAID, "manager"]),
        st.sampled_from([None, NOT_SAID, "leader"]),
    )
    | st.sampled_from([Forget(), Forget(sure=True), Keep()])
    | st.builds(Career, st.just("small"), st.sampled_from([None, "maker"]), st.booleans())
)


@given(PAYLOADS)
def test_a_payload_reads_back_as_it_was_packed(payload: Payload) -> None:
    verb, data = pack(payload)
    assert unpack(verb, data, LIBRARY) == payload


@given(PAYLOADS)
def test_a_submit_that_carries_its_verb_in_the_data_reads_back_too(payload: Payload) -> None:
    verb, data = pack(payload)
    assert unpack("", {**data, "verb": verb}, LIBRARY) == payload


def test_the_grades_of_the_roles_need_not_be_carried() -> None:
    read = unpack("ask", {"reading": {"framework": "small", "intent": "compare", "roles": ["maker", "leader"]}}, LIBRARY)
    assert read == Ask(Reading("small", Intent.COMPARE, (2, 3), ("maker", "leader")))


GOOD: dict[str, Any] = {"framework": "small", "intent": "expectations"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("framework", "other"),
        ("framework", ["small"]),
        ("intent", "destroy"),
        ("intent", None),
        ("grades", [99]),
        ("grades", [True]),
        ("grades", ["3"]),
        ("grades", 3),
        ("grades", [1] * 100),
        ("roles", ["boss"]),
        ("roles", [{"id": "maker"}]),
        ("competencies", "talking"),
        ("guide_topics", ["nothing"]),
        ("opportunities", ["nothing"]),
        ("clarify", 1),
        ("yes_no", "yes"),
        ("said", "x" * 301),
        ("said", 7),
    ],
)
def test_a_field_that_no_button_of_ours_carries_is_refused_by_name(field: str, value: object) -> None:
    with pytest.raises(PayloadError) as error:
        unpack("ask", {"reading": {**GOOD, field: value}}, LIBRARY)
    assert error.value.field == field


@pytest.mark.parametrize(
    ("verb", "data"),
    [
        ("ask", {}),
        ("ask", {"reading": []}),
        ("ask", {"reading": GOOD, "start": -1}),
        ("ask", {"reading": GOOD, "start": True}),
        ("profile", {"framework": "small", "grade": 99}),
        ("profile", {"framework": "small", "role": "boss"}),
        ("profile", {"framework": "small", "path": ["manager"]}),
        ("profile", {"framework": "small", "aim": "boss"}),
        ("details", {}),
        ("details", {"of": "small", "framework": "other"}),
        ("details", {"of": "small", "place": 3}),
        ("details", {"of": "small", "place": "99"}),
        ("details", {"of": "small", "path": "maker"}),
        ("details", {"of": "small", "aim": ["maker"]}),
        ("forget", {"sure": "yes"}),
        ("career", {}),
        ("career", {"framework": "small", "role": "boss"}),
        ("career", {"framework": "small", "map": "yes"}),
        ("", {}),
        ("delete", {}),
    ],
)
def test_a_press_that_does_not_fit_is_refused(verb: str, data: dict[str, Any]) -> None:
    with pytest.raises(PayloadError):
        unpack(verb, data, LIBRARY)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)


@given(
    st.sampled_from(["ask", "profile", "", "x"]),
    st.dictionaries(st.sampled_from(["reading", "start", "framework", "verb", "role"]), ANYTHING),
)
def test_whatever_a_stranger_sends_is_refused_as_a_payload_and_nothing_worse(verb: str, data: dict[str, Any]) -> None:
    with contextlib.suppress(PayloadError):
        assert isinstance(unpack(verb, data, LIBRARY), Payload)


@given(st.sampled_from(["grades", "roles", "competencies", "guide_topics", "said", "yes_no", "framework", "intent"]), ANYTHING)
def test_a_field_of_any_shape_is_read_or_refused(field: str, value: object) -> None:
    with contextlib.suppress(PayloadError):
        assert isinstance(unpack("ask", {"reading": {**GOOD, field: value}}, LIBRARY), Ask)


def test_a_button_after_a_long_message_still_works() -> None:
    reading = Reading("small", Intent.EXPECTATIONS, (1,), said="could you perhaps tell me " * 20)
    assert unpack(*pack(Ask(reading)), LIBRARY) == Ask(reading.with_(said=reading.said[:300]))


def test_what_a_button_names_twice_is_taken_once() -> None:
    reading = {"framework": "small", "intent": "compare", "grades": [1, 2, 1], "roles": ["maker"] * 40, "competencies": ["talking"] * 40}
    assert unpack("ask", {"reading": reading}, LIBRARY) == Ask(Reading("small", Intent.COMPARE, (1, 2), ("maker",), ("talking",)))
