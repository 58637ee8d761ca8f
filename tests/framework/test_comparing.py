"""Comparing roles: every statement of the higher role is told once, and nothing of the lower is lost."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bot.framework.comparing import Comparison, compare_expectations, compare_roles, largest_first, steps_between
from bot.framework.model import Expectation, Statement, Strand
from tests.framework.small import PLACE, SMALL

STRANDS = [Strand(id_, id_.upper()) for id_ in "abc"]
TEXTS = ["Plans.", "Plans well.", "Leads.", "Buys.", "Checks."]


def expectations(role: str) -> st.SearchStrategy[Expectation]:
    """Cells of a few strands, each text at most once a strand, or cells without statements."""
    pairs = st.lists(st.tuples(st.sampled_from(STRANDS), st.sampled_from(TEXTS)), min_size=1, max_size=8, unique=True)
    stated = pairs.map(lambda said: Expectation(role, "x", "stated", tuple(Statement(s, text, role, PLACE) for s, text in said)))
    return stated | st.sampled_from(["not_expected", "blank", "unclear"]).map(lambda kind: Expectation(role, "x", kind))  # type: ignore[arg-type]


def higher_statements(compared: Comparison) -> Counter[Statement]:
    """Every statement of the higher role that a comparison tells."""
    return Counter([*compared.stays, *compared.new, *(statement for growth in compared.grows for statement in growth.after)])


@given(expectations("low"))
def test_a_role_compared_with_itself_only_stays(cell: Expectation) -> None:
    compared = compare_expectations(cell, cell)
    assert Counter(compared.stays) == Counter(cell.statements)
    assert (compared.grows, compared.new, compared.gone) == ((), (), ())
    assert compared.shift in ("same", "neither", "unsaid")


@given(expectations("low"), expectations("high"))
def test_every_statement_of_the_higher_role_is_told_exactly_once(low: Expectation, high: Expectation) -> None:
    assert higher_statements(compare_expectations(low, high)) == Counter(high.statements)


@given(expectations("low"), expectations("high"))
def test_no_statement_of_the_lower_role_is_lost(low: Expectation, high: Expectation) -> None:
    compared = compare_expectations(low, high)
    stays = {(statement.strand, statement.text) for statement in compared.stays}
    before = [statement for growth in compared.grows for statement in growth.before]
    told = Counter([*compared.gone, *before, *(s for s in low.statements if (s.strand, s.text) in stays)])
    assert told == Counter(low.statements)


@given(expectations("low"), expectations("high"))
def test_what_is_new_on_the_way_up_is_gone_on_the_way_down(low: Expectation, high: Expectation) -> None:
    up, down = compare_expectations(low, high), compare_expectations(high, low)
    below, above = ({statement.strand for statement in cell.statements} for cell in (low, high))
    assert {s.strand for s in up.new} == above - below
    assert below - above <= {s.strand for s in up.gone}
    assert {s.strand for s in down.new} == below - above


@given(expectations("low"), expectations("high"))
def test_growth_is_only_told_of_strands_that_both_have(low: Expectation, high: Expectation) -> None:
    for growth in compare_expectations(low, high).grows:
        assert growth.after
        assert growth.strand in {statement.strand for statement in low.statements}


@given(expectations("low"), expectations("high"))
def test_where_the_source_is_silent_nothing_is_said_to_begin_or_end(low: Expectation, high: Expectation) -> None:
    compared = compare_expectations(low, high)
    assert (compared.shift == "unsaid") == bool({low.kind, high.kind} & {"blank", "unclear"})


def test_the_shift_tells_where_something_begins_and_ends() -> None:
    mending = {role: SMALL.expectation(role, "mending") for role in SMALL.roles}
    assert compare_expectations(mending["helper"], mending["maker"]).shift == "neither"
    assert compare_expectations(mending["maker"], mending["expert"]).shift == "begins"
    assert compare_expectations(mending["expert"], mending["maker"]).shift == "ends"
    assert compare_expectations(mending["expert"], mending["leader"]).shift == "unsaid"


def test_a_reference_with_an_addition_stays_and_grows() -> None:
    (compared,) = compare_roles(SMALL, "maker", "expert", ("talking",))
    assert [statement.text for statement in compared.stays] == ["Says what is planned.", "Does as agreed."]
    assert [(growth.strand.id, growth.before, [s.text for s in growth.after]) for growth in compared.grows] == [
        ("doing", (), ["Does more."])
    ]


def test_the_largest_change_comes_first_and_silence_last() -> None:
    ordered = largest_first(compare_roles(SMALL, "maker", "expert"))
    assert [compared.competency for compared in ordered] == ["mending", "talking"]
    assert [each.shift for each in largest_first(compare_roles(SMALL, "maker", "leader"))] == ["unsaid", "unsaid"]


def test_a_grade_with_two_roles_is_reached_on_each_path() -> None:
    steps = steps_between(SMALL, ["maker", "expert", "leader"])
    assert [(low.id, high.id) for low, high in steps] == [("maker", "expert"), ("maker", "leader")]


def test_the_roles_of_one_grade_are_compared_with_each_other() -> None:
    assert [(low.id, high.id) for low, high in steps_between(SMALL, ["leader", "expert"])] == [("expert", "leader")]


def test_three_grades_are_followed_step_by_step_from_the_lowest() -> None:
    steps = steps_between(SMALL, ["expert", "helper", "maker"])
    assert [(low.id, high.id) for low, high in steps] == [("helper", "maker"), ("maker", "expert")]
