"""What a share keeps to, whatever is pressed or typed: nobody sees marks early, is told twice, or finds a door by another way."""

import json
import re

import pytest

from bot.dialogs.holding import holdings
from bot.dialogs.reply import Reply, reply_text
from bot.dialogs.turn import Pressed, Turn
from bot.people.joint import Share
from bot.people.records import Record
from bot.phrases.en import sharing as say
from bot.understanding.reading import Intent
from tests.dialogs.assessing.starting import asks_for
from tests.dialogs.sharing.two import Two, coded, form, revealed, sharing, strangers

MARK = re.compile(r'[▲●▼] [0-9.]+"')
MARKED = ("team.marks", "team.needs", "team.show", "succession.show")


def pressed(two: Two, verb: str, **data: str) -> Reply:
    """Sam presses something with this verb."""
    return two.sam._take(Pressed(verb, data))


@pytest.mark.parametrize("verb", MARKED)
def test_the_team_shows_no_mark_of_a_blind_share_before_both_sides_are_in(verb: str) -> None:
    two, open_ = sharing(), sharing(first="open")
    before, seen_at_once = (
        json.dumps(pressed(two, verb).card, ensure_ascii=False),
        json.dumps(pressed(open_, verb).card, ensure_ascii=False),
    )
    assert not MARK.search(before)
    assert verb != "team.marks" or MARK.search(seen_at_once)


def test_the_team_shows_the_marks_once_both_sides_are_in() -> None:
    assert MARK.search(json.dumps(pressed(revealed(), "team.marks").card, ensure_ascii=False))


@pytest.mark.parametrize("verb", ["team.marks", "team.show"])
def test_whatever_leaves_a_line_in_the_audit_is_no_mere_look(verb: str) -> None:
    assert pressed(sharing(first="open"), verb).records_something


@pytest.mark.parametrize("refused", [True, False])
def test_sharing_by_name_opens_what_waited_for_a_code(refused: bool) -> None:
    two = strangers()
    two.sam.says(f"claim {coded(two)}")
    if refused:
        two.alex.presses(say.NOT_THEM, two.alex.told[-1].card)
    sharing(two)
    assert two.share.is_open(two.alex.now.timestamp())


def test_a_code_used_in_time_opens_all_that_was_made_with_it_however_late_it_is_confirmed() -> None:
    two = strangers()
    two.alex.says("add to my plan: shadow the finance officer")
    code = coded_for_all(two)
    two.waits(days=6)
    two.sam.says(f"claim {code}")
    two.waits(days=2)
    two.alex.presses(say.CONFIRM_THEM, two.alex.told[-1].card)
    shares = [two.alex.book.read(Share, id_) for id_ in two.alex.book.ids(Share)]
    assert [each.body.confirmed for each in shares if each is not None] == [True, True]


def coded_for_all(two: Two) -> str:
    """Alex makes one code for everything there is."""
    code = coded(two)
    (id_,) = two.alex.book.ids(Share)
    first = two.alex.book.read(Share, id_)
    assert first is not None
    beside = Record(f"{id_.rpartition('-')[0]}-9", first.body.with_(code="", items=first.body.items[:1]))
    two.alex.book.keep("alex", [beside], [], 1.0)
    return code


def test_the_owner_is_not_told_how_far_a_blind_review_is() -> None:
    two = sharing()
    two.sam_rates("6", "7")
    turn = Turn(Pressed("", {}), records=two.alex.notebook, person="alex", joints=two.alex.book.of("alex", two.alex.now.timestamp()))
    (review,) = holdings(turn).data["records"]["review"]
    assert review["body"]["presses"] == []


def test_a_line_of_any_length_fits_on_a_card() -> None:
    for length in (4_000, 14_000, 100_000):
        assert len(json.dumps(form(strangers(), line="z" * length).card)) < 28_000


def test_sharing_the_same_again_at_once_tells_nobody_twice() -> None:
    two = sharing()
    for _ in range(5):
        sharing(two)
    assert len(two.sam.told) == 1
    two.waits(hours=2)
    sharing(two)
    assert len(two.sam.told) == 2


def test_whoever_saw_the_marks_at_once_never_rates_them_unseen() -> None:
    two = sharing(first="open")
    two.sam_looks()
    code = coded(two)
    two.sam.says(f"claim {code}")
    two.alex.presses(say.CONFIRM_THEM, two.alex.told[-1].card)
    assert not two.share.blind


def test_what_is_shared_with_somebody_is_listed_newest_first_counted_and_paged() -> None:
    two = strangers()
    form_of = sharing(two).share
    for number in range(14):
        two.alex.book.keep("alex", [Record(f"more-{number}", form_of.with_(line=f"Line {number}", made=form_of.made + number))], [], 1.0)
    first = pressed(two, "share.shared")
    assert "15 things are shared with you" in first.text
    assert len(two.sam.presses(say.MORE).card or {}) > 0
    assert "15 things" in two.sam.reply.text


def test_right_after_sharing_take_it_back_takes_it_back() -> None:
    two = sharing()
    assert say.TAKEN_BACK in reply_text(two.alex.says("take it back"))
    assert not two.share.is_open(two.alex.now.timestamp())


def test_a_name_that_sees_nothing_is_not_taken_for_somebody_else() -> None:
    two = sharing()
    two.sam_looks()
    two.alex.says("never mind")
    asks_for(two.alex, Intent.SHARE, "stop sharing with Jane Fox")
    assert two.share.is_open(two.alex.now.timestamp())
    asks_for(two.alex, Intent.SHARE, "stop sharing with Sam")
    assert not two.share.is_open(two.alex.now.timestamp())
