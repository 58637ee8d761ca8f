"""Sharing: shown before it is done, renewed, listed, opened, taken back; and what another person sees of it."""

import pytest

from bot.assessment.evidence import Evidence
from bot.development.dossier import Dossier, Point
from bot.development.plan import PlanEntry
from bot.dialogs.reply import Reply, reply_text
from bot.dialogs.turn import Pressed
from bot.people.joint import Share
from bot.people.records import Record
from bot.phrases.en import sharing as say
from bot.understanding.reading import Intent
from tests.cards.checking import faults, objects
from tests.dialogs.assessing.starting import asks_for, somebody
from tests.dialogs.sharing.two import Two, first, form, sharing, strangers


def read(reply: Reply) -> str:
    return reply_text(reply)


def held(two: Two) -> Two:
    """Alex has a plan, a dossier and evidence as well."""
    entry = PlanEntry(framework="lancaster", objective="Run the induction", activity="Lead it *twice*", support="Two days", made=1.0)
    dossier = Dossier(
        framework="lancaster", lower=6, higher=7, points=(Point(id="p", text="Leads a team", evidence=("e",), note="My note", ready=True),)
    )
    evidence = Evidence(text="I trained <b>two</b> apprentices", framework="lancaster")
    two.alex.notebook.keep([Record("p1", entry), Record("d", dossier), Record("e", evidence)], [], 1.0)
    return two


def test_what_they_will_see_is_shown_before_anything_is_shared() -> None:
    two = strangers()
    shown = read(form(two, line="Before our *meeting*"))
    assert "with its 10 rows, but no scores" in shown
    assert "Until the end of 29 March 2027" in shown
    assert "“Before our *meeting*”" in shown
    assert two.alex.book.ids(Share) == ()
    assert two.sam.told == []


@pytest.mark.parametrize(
    ("entered", "told"),
    [
        ({"what": ""}, say.CHOOSE_SOMETHING),
        ({"what": "evidence"}, say.EVIDENCE_ALONE),
        ({"what": "assessment:not-there"}, say.CHANGED),
        ({"who": ""}, say.CHOOSE_SOMEBODY),
        ({"who": "alex"}, say.YOURSELF),
        ({"who": "somebody-unknown"}, say.NOT_MET),
        ({"line": "x" * 501}, say.line_too_long(501, 500)),
    ],
)
def test_what_cannot_be_shared_is_said_and_nothing_typed_is_lost(entered: dict[str, str], told: str) -> None:
    two = strangers()
    reply = form(two, **{"line": "Have a look", **entered})
    assert told in read(reply)
    fields = {each["id"]: each.get("value", "") for each in objects(dict(reply.card or {})) if each["type"].startswith("Input.")}
    assert fields["line"] == entered.get("line", "Have a look")
    assert two.alex.book.ids(Share) == ()


def test_the_person_is_chosen_from_the_organisation_by_the_client() -> None:
    two = strangers()
    asks_for(two.alex, Intent.SHARE, "share")
    picker = next(each for each in objects(dict(two.alex.reply.card or {})) if each.get("id") == "who")
    assert picker["choices.data"] == {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}


def test_it_is_shared_once_however_often_the_button_is_pressed() -> None:
    two = sharing()
    card = two.alex.cards[-2]
    before = two.share
    for _ in range(3):
        two.alex.presses("Share it", card)
    assert two.alex.book.ids(Share) == two.alex.book.ids(Share)[:1]
    assert two.share == before
    assert len(two.sam.told) == 1


def test_the_other_is_told_and_the_notification_does_not_say_of_what() -> None:
    two = sharing(line="Ahead of March")
    (told,) = two.sam.told
    assert told.text == "Alex Marsh has shared something with you."
    assert "“Ahead of March”" in read(told)


def test_the_same_thing_for_the_same_person_is_renewed() -> None:
    two = sharing()
    two.waits(days=3)
    sharing(two, until="182")
    assert len(two.alex.book.ids(Share)) == 1
    assert two.share.until > two.alex.now.timestamp() + 180 * 86_400


def test_one_share_for_each_thing_so_that_each_is_taken_back_by_itself() -> None:
    two = held(strangers())
    asks_for(two.alex, Intent.SHARE, "share")
    what = ",".join((first(two.alex, "assessment"), "plan", "dossier:d", "evidence"))
    assert "1 piece of evidence" in read(form(two, what=what))
    two.alex.presses("Share it")
    assert len(two.alex.book.ids(Share)) == 3
    asks_for(two.sam, Intent.REVIEW, "what is shared with me")
    assert "3 things are shared with you" in read(two.sam.reply)
    two.sam.presses("Alex Marsh: development plan")
    assert "Lead it *twice*" in read(two.sam.reply)
    asks_for(two.sam, Intent.REVIEW, "what is shared with me")
    two.sam.presses("Alex Marsh: progression dossier")
    assert "I trained <b>two</b> apprentices" in read(two.sam.reply)
    assert "My note" in read(two.sam.reply)
    asks_for(two.alex, Intent.SHARE, "what do I share?")
    two.alex.presses("Development plan, with Sam Okafor")
    two.alex.presses("Take it back")
    asks_for(two.sam, Intent.REVIEW, "what is shared with me")
    assert "2 things are shared with you" in read(two.sam.reply)


def test_a_view_is_live_and_what_is_added_later_is_not_in_it() -> None:
    two = held(strangers())
    sharing(two, what="plan")
    (entry,) = two.alex.notebook.all(PlanEntry)
    later = PlanEntry(framework="lancaster", objective="Something secret")
    two.alex.notebook.keep([entry.with_(activity="Lead it thrice"), Record("p2", later)], [], 2.0)
    seen = read(two.sam_looks())
    assert "Lead it thrice" in seen
    assert "secret" not in seen


def test_every_look_leaves_a_line_and_the_owner_sees_when_it_was_opened() -> None:
    two = sharing()
    looks = [two.sam_looks()]
    two.waits(hours=2)
    looks.append(two.sam.presses("Look at it", two.sam.cards[0]))
    assert [(deed.done, deed.what, deed.by, deed.of) for each in looks for deed in each.deeds] == [
        ("seen", "assessment", "sam", "alex")
    ] * 2
    asks_for(two.alex, Intent.SHARE, "what do I share?")
    assert "opened 2 times" in read(two.alex.reply)
    two.alex.presses("Self-assessment, with Sam Okafor")
    assert "Opened 2 times; last on 1 March 2027, 11:30." in read(two.alex.reply)


def test_looks_within_an_hour_are_one_line_and_the_last_of_them_is_told() -> None:
    two = sharing()
    deeds = list(two.sam_looks().deeds)
    for minutes in (20, 30):
        two.waits(minutes=minutes)
        deeds += two.sam.presses("Rate the rows", two.sam.cards[1]).deeds
    assert len(deeds) == 1
    assert "Opened 1 time; last on 1 March 2027, 10:20." in _shown_to(two)
    two.waits(minutes=15)
    deeds += two.sam.presses("Look at it", two.sam.cards[0]).deeds
    assert len(deeds) == 2
    assert "Opened 2 times; last on 1 March 2027, 10:35." in _shown_to(two)


def _shown_to(two: Two) -> str:
    """What Alex sees of the one thing they share."""
    asks_for(two.alex, Intent.SHARE, "what do I share?")
    return read(two.alex.presses("Self-assessment, with Sam Okafor"))


def test_whoever_goes_straight_to_the_review_has_opened_it_as_well() -> None:
    two = sharing()
    asks_for(two.sam, Intent.REVIEW, "review Alex's assessment")
    assert "Row 1 of 10" in read(two.sam.reply)
    assert [(deed.what, deed.of) for deed in two.sam.reply.deeds] == [("review", "alex")]
    asks_for(two.alex, Intent.SHARE, "what do I share?")
    assert "Self-assessment, with Sam Okafor" in read(two.alex.reply)
    assert "opened 1 time" in read(two.alex.reply)


def test_nothing_shared_has_a_refresh_by_which_a_client_would_look_by_itself() -> None:
    two = sharing()
    cards = [two.sam_looks().card, two.sam.presses("Rate the rows").card]
    assert not any("refresh" in (card or {}) for card in cards)


@pytest.mark.parametrize("how", ["press", "words", "time"])
def test_once_it_is_taken_back_or_over_an_old_card_shows_nothing(how: str) -> None:
    two = sharing()
    two.sam_looks()
    two.sam.presses("Rate the rows")
    two.sam.says("6, because of the bookings")
    cards = list(two.sam.cards)
    match how:
        case "press":
            asks_for(two.alex, Intent.SHARE, "what do I share?")
            two.alex.presses("Self-assessment, with Sam Okafor")
            two.alex.presses("Take it back")
        case "words":
            asks_for(two.alex, Intent.SHARE, "stop sharing with my manager")
        case _:
            two.waits(days=30)
    missing = _answer(two, Pressed("share.look", {"record": "not-there"}))
    for card in cards:
        for action in [each for each in objects(dict(card)) if each["type"] == "Action.Execute"]:
            if action["verb"] not in {"share.shared", "share.list"}:
                assert _answer(two, Pressed(action["verb"], action["data"])) == missing, action["title"]
    assert "Nothing is shared with you" in read(_asks(two, "what is shared with me"))
    two.sam.says("7")
    assert "Saved" not in read(two.sam.reply)


def test_it_is_shared_again_and_what_was_rated_is_still_there() -> None:
    two = sharing()
    two.sam_rates("6, because of the bookings")
    asks_for(two.alex, Intent.SHARE, "stop sharing")
    two.alex.presses("Share it again")
    assert "with its 10 rows, but no scores" in read(two.alex.reply)
    two.alex.presses("Share it")
    assert len(two.alex.book.ids(Share)) == 1
    first_row = two.review.other.of(two.review.rows[0].id)
    assert (first_row.mark, first_row.comment) == (6, "of the bookings")


def test_scores_are_shown_at_once_only_where_the_technician_chose_so() -> None:
    blind, open_ = sharing(), sharing(strangers(), first="open")
    assert "7 of 10" not in read(blind.sam_looks())
    assert "7 of 10" in read(open_.sam_looks())
    assert "Rate the rows" not in read(open_.sam.reply)


def test_what_was_shown_once_cannot_be_made_blind_again() -> None:
    two = sharing(first="open")
    sharing(two, first="blind")
    assert not two.share.blind


def test_somebody_with_nothing_to_share_is_told_how_to_begin() -> None:
    person = somebody()
    asks_for(person, Intent.SHARE, "share my plan")
    assert "There is nothing of yours to share yet." in read(person.reply)


def test_what_the_words_name_is_ticked_already() -> None:
    two = held(strangers())
    asks_for(two.alex, Intent.SHARE, "share my plan with my manager")
    what = next(each for each in objects(dict(two.alex.reply.card or {})) if each.get("id") == "what")
    assert what["value"] == "plan"


def test_a_long_plan_comes_in_pages_and_every_card_keeps_the_rules() -> None:
    two = strangers()
    entries = [
        Record(f"p{at}", PlanEntry(framework="lancaster", objective=f"Entry {at}", activity="é" * 2000, difference="语" * 2000))
        for at in range(9)
    ]
    two.alex.notebook.keep(entries, [], 1.0)
    sharing(two, what="plan")
    seen = [read(two.sam_looks())]
    while "More" in seen[-1].splitlines():
        assert not faults(two.sam.reply.card or {})
        seen.append(read(two.sam.presses("More")))
    assert all(f"Entry {at}" in "".join(seen) for at in range(9))


def test_a_name_full_of_mark_up_is_shown_as_it_is() -> None:
    two = strangers()
    two.sam.name = "*Sam* [x](https://a) <at>y</at>"
    sharing(two)
    two.sam_looks()
    asks_for(two.alex, Intent.SHARE, "what do I share?")
    assert "with *Sam* [x](https://a) <at>y</at>" in read(two.alex.reply)
    assert "\\\\*Sam\\\\*" in str(two.alex.reply.card)


def _answer(two: Two, pressed: Pressed) -> str:
    return read(two.sam._take(pressed))


def _asks(two: Two, words: str) -> Reply:
    asks_for(two.sam, Intent.REVIEW, words)
    return two.sam.reply
