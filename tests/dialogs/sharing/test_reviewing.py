"""A review: rated blind, by press and in words; shown to both; agreed on; put into the plan; and met again."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.development.plan import PlanEntry
from bot.dialogs.holding import holdings
from bot.dialogs.reminder_message import reminder_message
from bot.dialogs.reply import reply_text
from bot.dialogs.turn import Said, Turn
from bot.documents.material import Material, with_review
from bot.people.reminders import MINE, Preferences, reminders
from bot.phrases.en import reviewing as say
from bot.reviews.meetings import all_occasions
from bot.reviews.review import Review
from bot.understanding.reading import Intent
from tests.cards.checking import faults
from tests.dialogs.asking import library
from tests.dialogs.assessing.starting import asks_for, record
from tests.dialogs.person import Person
from tests.dialogs.sharing.two import RATINGS, Two, revealed, sharing, strangers


def read(person: Person) -> str:
    return reply_text(person.reply)


def agreed() -> Two:
    """Both have agreed on what comes next."""
    two = revealed()
    two.alex.presses("See both sides")
    two.alex.presses("What we agree")
    rows = ",".join(each.id for each in two.review.rows[:2])
    entered = {"rows": rows, "development": "Shadow the *bookings* team", "by": "2027-06-01", "meet": "2027-09-01"}
    two.alex.presses("Save and ask the other", **entered)
    two.sam.presses("I agree")
    return two


def test_each_mark_and_comment_is_saved_at_once_and_the_next_row_is_asked() -> None:
    two = sharing()
    two.sam_rates("6, because the bookings ran late", "7.5", "skip", "back")
    first, second, third = (two.review.other.of(row.id) for row in two.review.rows[:3])
    assert (first.mark, first.comment) == (6, "the bookings ran late")
    assert second.mark == 7.5
    assert third.skipped
    assert "Row 3 of 10" in read(two.sam)


def test_a_press_does_the_same_as_words_and_twice_is_once() -> None:
    two = sharing()
    two.sam_rates("6")
    card = two.sam.cards[-1]
    two.sam.presses("Save and next", card, mark="7", comment="Saw it *myself*")
    two.sam.presses("Save and next", card, mark="7", comment="Saw it *myself*")
    second = two.review.other.of(two.review.rows[1].id)
    assert (second.mark, second.comment) == (7, "Saw it *myself*")
    assert "Row 3 of 10" in read(two.sam)
    two.sam.presses("Save and next", card, mark="4", comment="Saw it *myself*")
    assert two.review.other.of(two.review.rows[1].id).mark == 4, "a correction from an old card"


def test_a_mark_that_is_none_and_a_comment_that_is_too_long_are_kept_in_the_form() -> None:
    two = sharing()
    two.sam_rates("12")
    assert "I can’t take “12” as a mark." in read(two.sam)
    two.sam.presses("Save and next", mark="7", comment="x" * 2001)
    assert say.too_long(2001, 2000) in read(two.sam)
    assert "x" * 2001 in str(two.sam.reply.card)
    assert not faults(two.sam.reply.card or {})
    assert two.review.other.of(two.review.rows[0].id).mark == 7


def test_a_reason_said_after_the_mark_is_the_comment_of_the_row_that_was_rated() -> None:
    two = sharing()
    two.sam_rates("6", "because the bookings ran late", "7")
    first, second = (two.review.other.of(row.id) for row in two.review.rows[:2])
    assert (first.mark, first.comment) == (6, "the bookings ran late")
    assert (second.mark, second.comment) == (7, "")
    assert "Row 3 of 10" in read(two.sam)


def test_a_question_in_between_is_answered_and_the_rating_goes_on() -> None:
    two = sharing()
    two.sam_rates("6")
    asks_for(two.sam, Intent.EXPECTATIONS, "what is expected at grade 7?", grades=(7,), competencies=("budget",))
    two.sam.presses(f"Back to {two.review.rows[1].name}")
    two.sam.says("7")
    assert two.review.other.of(two.review.rows[1].id).mark == 7


def test_until_both_are_in_no_card_shows_either_the_marks_of_the_other() -> None:
    two = sharing()
    two.sam_rates(*RATINGS[:9])
    mine = [each.card for each in two.alex.told]
    asks_for(two.alex, Intent.REVIEW, "what did my manager rate me?")
    assert "ran late" not in read(two.alex)
    assert "Side by side" not in read(two.alex)
    assert not any("ran late" in str(card) for card in mine)
    assert not any("apart" in str(card) or "Row |" in str(card) for card in two.sam.cards)


@settings(max_examples=6, deadline=None)
@given(some.lists(some.sampled_from(["1", "10", "5.5", "9", "2"]), min_size=10, max_size=10))
def test_what_the_reviewer_reads_while_it_is_blind_is_the_same_whatever_the_scores_are(marks: list[str]) -> None:
    def walked(two: Two) -> list[str]:
        seen = [reply_text(two.sam_looks()), reply_text(two.sam.presses("Rate the rows"))]
        return [*seen, *(reply_text(two.sam.says(each)) for each in RATINGS)]

    one, other = strangers(), strangers()
    body = record(other.alex)
    rows = tuple(row.with_(mark=float(mark)) for row, mark in zip(body.rows, marks, strict=False))
    (held,) = other.alex.notebook.all(type(body))
    other.alex.notebook.keep([held.with_(rows=(*rows, *body.rows[len(rows) :]))], [], 1.0)
    assert walked(sharing(one)) == walked(sharing(other))


def test_when_both_are_in_both_see_the_two_with_the_biggest_difference_first() -> None:
    two = revealed()
    assert "Safety & Wellbeing: you 2, Alex Marsh 6, 4 points apart" in read(two.sam)
    two.alex.presses("See both sides")
    assert "Safety & Wellbeing: you 6, Sam Okafor 2, 4 points apart" in read(two.alex)
    assert read(two.alex).index("Safety & Wellbeing | 6 | 2") < read(two.alex).index("Budget Management | 3 | 3")
    assert "ran late" in read(two.alex)
    assert not faults(two.alex.reply.card or {})


def test_what_was_sent_stays_and_neither_side_changes_after_both_were_seen() -> None:
    two = sharing()
    two.sam_rates()
    old = two.sam.cards[-2]
    two.sam.presses("Send my ratings")
    before = two.review
    two.sam.presses("Save and next", old, mark="1")
    assert say.SENT_BEFORE in read(two.sam)
    two.alex.says("change budgets to 9")
    asks_for(two.alex, Intent.REVIEW, "compare our scores")
    assert "4 points apart" in read(two.alex)
    assert two.review.other == before.other
    assert two.review.own == before.own


def test_the_owner_sends_later_where_the_assessment_was_not_finished() -> None:
    two = strangers()
    (held,) = two.alex.notebook.all(type(record(two.alex)))
    two.alex.notebook.keep([held.with_(finished=None)], [], 1.0)
    sharing(two)
    two.sam_rates()
    two.sam.presses("Send my ratings")
    assert "Theirs are not in yet" in read(two.sam)
    assert "you 6" not in read(two.sam)
    assert "They show as soon as you send your scores." in reply_text(two.alex.told[-1])
    two.alex.presses("See both sides")
    two.alex.presses("Send my scores")
    assert "4 points apart" in read(two.alex)
    assert "both sides are in" in reply_text(two.sam.told[-1])


def test_what_they_agree_on_is_said_yes_to_by_both_as_it_stands() -> None:
    two = agreed()
    assert two.review.agreement.settled
    two.sam.presses("Change it")
    two.sam.presses("Save and ask the other", development="Something else", rows="", by="", meet="2027-10-01")
    assert two.review.agreement.agreed == ("viewer",)
    asks_for(two.alex, Intent.REVIEW, "agenda")
    two.alex.presses("What we agree")
    assert "Something else" in read(two.alex)
    assert "I agree" in read(two.alex)


def test_a_yes_to_what_was_changed_since_counts_for_nothing() -> None:
    two = revealed()
    two.alex.presses("See both sides")
    two.alex.presses("What we agree")
    two.alex.presses("Save and ask the other", development="Shadow the team")
    asked = two.sam.cards[-1]
    two.alex.presses("Change it")
    two.alex.presses("Save and ask the other", development="Lead the team")
    two.sam.presses("I agree", asked)
    assert say.CHANGED_SINCE in read(two.sam)
    assert two.review.agreement.agreed == ("owner",)


def test_of_two_who_write_it_down_at_once_neither_replaces_the_others_words_unseen() -> None:
    two = revealed()
    for each in (two.alex, two.sam):
        each.says("see both sides")
        each.presses("What we agree")
    late = two.sam.cards[-1]
    two.alex.presses("Save and ask the other", development="Shadow the bookings team")
    shown = reply_text(two.sam.presses("Save and ask the other", late, development="Lead the open day"))
    assert "written this meanwhile: To do: Shadow the bookings team." in shown
    assert "Lead the open day" in shown
    assert (two.review.agreement.development, two.review.agreement.agreed) == ("Shadow the bookings team", ("owner",))
    two.sam.presses("Save and ask the other")
    assert (two.review.agreement.development, two.review.agreement.agreed) == ("Lead the open day", ("viewer",))


def test_an_old_form_does_not_undo_what_both_have_agreed() -> None:
    two = revealed()
    two.alex.presses("See both sides")
    old = two.alex.presses("What we agree").card
    two.alex.presses("Save and ask the other", old, development="Shadow the team")
    two.alex.presses("Save and ask the other", old, development="Shadow the team twice")
    assert two.review.agreement.development == "Shadow the team twice", "one's own words are corrected"
    two.sam.presses("I agree")
    two.alex.presses("Save and ask the other", old, development="Shadow the team")
    assert two.review.agreement.settled


@pytest.mark.parametrize(
    ("entered", "told"),
    [
        ({}, say.NO_PRIORITY),
        ({"development": "x", "meet": "2020-01-01"}, say.PAST_DAY),
        ({"development": "x", "meet": "9999-12-31"}, say.FAR_DAY),
        ({"development": "x", "by": "2207-06-01"}, say.FAR_DAY),
    ],
)
def test_what_cannot_be_agreed_is_said(entered: dict[str, str], told: str) -> None:
    two = revealed()
    two.alex.presses("See both sides")
    two.alex.presses("What we agree")
    assert told in reply_text(two.alex.presses("Save and ask the other", **entered))


def test_an_agreed_priority_goes_into_the_plan_once_and_only_by_the_technician() -> None:
    two = agreed()
    two.alex.presses("What we agree")
    card, title = two.alex.cards[-1], f"Put {two.review.rows[0].name} into my plan"
    two.alex.presses(title, card)
    two.alex.presses(title, card)
    (entry,) = two.alex.notebook.all(PlanEntry)
    assert entry.body.activity == "Shadow the *bookings* team"
    assert str(entry.body.date) == "2027-06-01"
    two.sam.presses(title, card)
    assert two.sam.notebook.all(PlanEntry) == ()


def test_both_are_reminded_to_meet_again_and_note_what_was_learnt() -> None:
    two = agreed()
    for person, name in ((two.alex, "Sam Okafor"), (two.sam, "Alex Marsh")):
        wishes = person.notebook.find(Preferences, MINE)
        assert wishes is not None
        joints = person.book.of(person.id, person.now.timestamp())
        due = reminders(wishes.body, all_occasions(person.notebook, joints, person.id), ZoneInfo("Europe/London"))
        meeting = [each for each in due if each.topic == "meeting"]
        assert len(meeting) == 2
        message = reminder_message(
            meeting[:1], person.notebook, person.now, ZoneInfo("Europe/London"), lambda: "n", joints=joints, person=person.id
        )
        assert message is not None
        assert message.text == "A reminder, as you asked: a one-to-one."
        assert f"Your one-to-one with {name}" in reply_text(message)
        person.cards.append(message.card or {})
        person.presses(f"Your one-to-one with {name}")
        person.presses("Save for both", learnt=f"{person.name} learnt", support="Time")
    two.alex.presses("review.note")
    assert "Sam Okafor learnt" in read(two.alex)


def test_after_the_share_is_over_the_other_is_told_and_reminded_of_nothing() -> None:
    two = agreed()
    told = len(two.sam.told)
    asks_for(two.alex, Intent.SHARE, "stop sharing")
    asks_for(two.alex, Intent.REVIEW, "agenda")
    two.alex.presses("What we agree")
    two.alex.presses("Change it")
    two.alex.presses("Save and ask the other", development="A secret plan")
    assert say.NOT_SHARED in read(two.alex)
    assert len(two.sam.told) == told
    joints = two.sam.book.of("sam", two.sam.now.timestamp())
    assert all_occasions(two.sam.notebook, joints, "sam") == ()


def test_the_ratings_are_in_the_technicians_copy_and_not_before_they_may_see_them() -> None:
    def copied(person: Person) -> str:
        joints = person.book.of(person.id, person.now.timestamp())
        held = holdings(Turn(Said(""), records=person.notebook, now=person.now, joints=joints, person=person.id))
        return f"{held.sections} {held.data}"

    blind = sharing()
    blind.sam_rates()
    assert "ran late" not in copied(blind.alex)
    assert "ran late" in copied(blind.sam)
    assert "ran late" in copied(revealed().alex)


def test_the_agenda_names_what_to_talk_about_and_is_a_file_for_both() -> None:
    two = agreed()
    asks_for(two.sam, Intent.REVIEW, "agenda")
    assert "Safety & Wellbeing: you 2, Alex Marsh 6, 4 points apart" in read(two.sam)
    assert not faults(two.sam.reply.card or {})
    reply = two.sam.presses("Agenda as a Word file")
    assert [each.document for each in reply.downloads] == ["agenda"]
    assert [(each.what, each.by, each.of) for each in reply.deeds] == [("agenda", "sam", "alex")]


def test_a_file_asked_for_before_the_share_ended_is_not_drawn_after_it() -> None:
    two = agreed()
    id_ = two.alex.book.ids(Review)[0]
    drawn = with_review(Material(library()), two.sam.book.of("sam", two.sam.now.timestamp()), id_, "sam")
    assert drawn.review is not None
    asks_for(two.alex, Intent.SHARE, "stop sharing")
    drawn = with_review(Material(library()), two.sam.book.of("sam", two.sam.now.timestamp()), id_, "sam")
    assert drawn.review is None
