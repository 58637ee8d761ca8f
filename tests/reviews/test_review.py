"""A review is blind until both sides are in: what one may see of it does not depend on what the other has given."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from bot.assessment.model import Assessment, Row
from bot.people.records import Record, read_body, write_body
from bot.reviews.differences import pairs, to_talk_of
from bot.reviews.review import (
    Agreement,
    Rating,
    Review,
    Side,
    Since,
    Subject,
    Who,
    begun,
    left_out,
    next_row,
    rated,
    row_before,
    seen_by,
    sent,
    with_own_marks,
)
from bot.reviews.seeing import shows_marks, unmarked

ROWS = ("talk", "mend", "plan", "lathe")
IDS = some.sampled_from(ROWS)
MARKS = some.one_of(some.none(), some.sampled_from([step / 2 for step in range(2, 21)]))
RATINGS = some.builds(Rating, row=IDS, mark=MARKS, comment=some.text(max_size=20), skipped=some.booleans())
SIDES = some.builds(Side, ratings=some.lists(RATINGS, max_size=6).map(tuple), sent=some.one_of(some.none(), some.just(5.0)))
WHO: some.SearchStrategy[Who] = some.sampled_from(("owner", "viewer"))
OTHER: dict[Who, Who] = {"owner": "viewer", "viewer": "owner"}


def review(own: Side = Side(), other: Side = Side(), **fields: object) -> Review:  # noqa: B008 (frozen)
    """A review of four rows."""
    rows = tuple(Subject(id=id_, name=id_.capitalize(), competencies=(id_,)) for id_ in ROWS)
    body = Review(owner="t", viewer="m", share="s", assessment="a", framework="small", role="helper", rows=rows, own=own, other=other)
    return body.model_copy(update=fields)


def assessment(**marks: float) -> Assessment:
    """A finished assessment of the same rows."""
    rows = tuple(Row(id=id_, name=id_.capitalize(), competencies=(id_,), mark=marks.get(id_)) for id_ in ROWS)
    return Assessment(framework="small", role="helper", rows=rows, begun=1.0, finished=2.0, priorities=("mend",))


@given(SIDES, SIDES, SIDES, WHO)
def test_while_it_is_blind_what_one_sees_does_not_depend_on_what_the_other_gave(mine: Side, one: Side, two: Side, who: Who) -> None:
    two = two.with_(sent=one.sent)
    before, after = (review().with_side(who, mine).with_side(OTHER[who], theirs) for theirs in (one, two))
    if not before.revealed:
        assert seen_by(before, who) == seen_by(after, who)
        assert seen_by(before, who).side(who) == mine


@given(SIDES, SIDES, WHO)
def test_once_both_are_in_both_see_all_of_it(own: Side, other: Side, who: Who) -> None:
    whole = review(own.with_(sent=1.0), other.with_(sent=2.0), agreement=Agreement(development="Shadow"), since=(Since(who="viewer"),))
    assert seen_by(whole, who) == whole


@given(some.lists(some.tuples(some.sampled_from(["rate", "out", "send", "own"]), IDS, MARKS, some.text(max_size=9)), max_size=20))
def test_no_order_of_steps_shows_one_side_before_the_other_is_in(steps: list[tuple[str, str, float | None, str]]) -> None:
    held = review()
    for step, row, mark, comment in steps:
        before = held
        match step:
            case "rate":
                held = rated(held, row, mark, comment)
            case "out":
                held = left_out(held, row)
            case "send":
                held = sent(held, 3.0)
            case _:
                held = with_own_marks(held, assessment(talk=7.0, mend=mark or 5.0), 4.0)
        if before.other.sent is not None:
            assert held.other == before.other, "what was sent stays"
        if before.revealed:
            assert held == before
        assert held.revealed or not seen_by(held, "viewer").own.ratings
        assert held.revealed or not seen_by(held, "owner").other.ratings


@given(some.dictionaries(IDS, some.sampled_from([3.0, 8.5])), some.dictionaries(IDS, some.sampled_from([3.0, 8.5])))
def test_an_assessment_under_a_blind_share_tells_no_mark(one: dict[str, float], two: dict[str, float]) -> None:
    assert unmarked(assessment(**one)) == unmarked(assessment(**two))


def test_marks_show_at_once_only_where_the_owner_shares_them_so() -> None:
    both = review(Side(sent=1.0), Side(sent=1.0))
    cases = [(None, False, True), (None, True, False), (review(Side(sent=1.0)), True, False), (both, True, True)]
    assert [shows_marks(held, blind=blind) for held, blind, _ in cases] == [shown for _, _, shown in cases]


@given(SIDES, SIDES)
def test_the_biggest_differences_come_first_and_no_row_is_lost(own: Side, other: Side) -> None:
    found = pairs(review(own, other))
    apart = [each.apart for each in found if each.apart is not None]
    assert apart == sorted(apart, reverse=True)
    assert sorted(each.row.id for each in found) == sorted(ROWS)
    assert [each for each in found if each.apart is None] == list(found[len(apart) :])


def test_a_one_to_one_begins_with_what_is_far_apart_then_with_what_both_put_low() -> None:
    own = Side(ratings=(Rating(row="talk", mark=8), Rating(row="mend", mark=5), Rating(row="plan", mark=2), Rating(row="lathe", mark=9)))
    other = Side(ratings=(Rating(row="talk", mark=5), Rating(row="mend", mark=5), Rating(row="plan", mark=2.5)))
    assert [each.row.id for each in to_talk_of(review(own, other))] == ["talk", "plan", "mend"]


def test_the_marks_of_a_finished_assessment_are_in_from_the_start() -> None:
    done = begun(Record("a", assessment(talk=7.0)), "s", "t", "Alex", 9.0)
    assert done.own.sent == 9.0
    assert done.own.of("talk").mark == 7.0
    assert done.own.of("mend").skipped
    unfinished = begun(Record("a", assessment(talk=7.0).with_(finished=None)), "s", "t", "Alex", 9.0)
    assert unfinished.own == Side()


def test_the_rows_are_gone_through_in_order_and_back() -> None:
    held = rated(review(), "talk", 5.0)
    after = next_row(held)
    assert after is not None
    assert after.id == "mend"
    assert next_row(sent(held, 1.0)) is None
    before = row_before(held, "mend")
    assert before is not None
    assert before.id == "talk"
    assert row_before(held, "talk") is None


@given(SIDES, SIDES)
def test_when_the_reviewer_leaves_what_they_sent_stays_without_them(own: Side, other: Side) -> None:
    since = (Since(who="owner", learnt="mine"), Since(who="viewer", learnt="theirs"))
    agreement = Agreement(development="Shadow", meet=date(2027, 9, 1), agreed=("owner", "viewer"))
    left = review(own, other, viewer_name="Sam", agreement=agreement, since=since).left()
    assert left is not None
    assert left.other == (other if other.sent is not None else Side())
    assert (left.viewer, left.viewer_name, left.share, left.since) == ("", "", "", since[:1])
    assert left.agreement.agreed == ("owner",)
    assert "Sam" not in str(write_body(left))


@given(SIDES, SIDES)
def test_a_review_is_read_back_as_it_was_written(own: Side, other: Side) -> None:
    held = review(own, other, agreement=Agreement(rows=("talk",), meet=date(2027, 9, 1)))
    assert read_body(Review, write_body(held)) == held
