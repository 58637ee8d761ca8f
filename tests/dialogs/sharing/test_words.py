"""Sharing and reviewing with words alone, typed as people type."""

import pytest

from bot.development.plan import PlanEntry
from bot.dialogs.reply import reply_text
from bot.phrases.en import reviewing
from bot.phrases.en import sharing as say
from tests.dialogs.sharing.two import Two, form, revealed, sharing, strangers
from tests.msteams.talking import shipped


def heard(two: Two) -> Two:
    """The two talk with the assistant that ships."""
    two.alex.assistant = two.sam.assistant = shipped()
    return two


def agreement(two: Two) -> Two:
    """Alex has written down what they agree on; Sam is asked."""
    two.alex.says("see both sides")
    two.alex.says("what we agree")
    rows = ",".join(row.id for row in two.review.rows[:2])
    two.alex.presses("Save and ask the other", rows=rows, development="Shadow the bookings team")
    return two


@pytest.mark.parametrize("words", ["share it", "Share it!", "ok share it", "shar it pls"])
def test_the_preview_is_shared_in_words(words: str) -> None:
    two = strangers()
    form(two)
    heard(two)
    assert two.alex.says(words).text.startswith("Shared: your self-assessment")


@pytest.mark.parametrize("words", ["has sam looked at it?", "did they open it", "has my manager seen it yet", "when was it opened?"])
def test_whether_it_was_looked_at_is_told_with_how_often_and_when(words: str) -> None:
    two = heard(sharing())
    assert "Nobody has opened it yet." in two.alex.says(words).text
    two.sam.says("look at it")
    assert "Opened 1 time; last on 1 March 2027, 09:30." in two.alex.says(words).text


def test_a_manager_rates_and_sends_in_words() -> None:
    two = heard(sharing())
    two.sam.says("have a look")
    assert "which mark" in two.sam.says("rate teh rows").text
    two.sam.says("6 because the bookings ran late")
    assert "Once sent, they stay as they are" in two.sam.says("send my ratings").text
    assert two.review.other.sent is None  # nine rows wait: it is shown before it is sent
    assert "Both sides are in." in two.sam.says("send my ratings").text
    assert two.review.other.sent is not None
    assert "Biggest differences first" in two.alex.says("see both sides").text


@pytest.mark.parametrize("words", ["i agree", "Agreed.", "yes i agree", "happy with that"])
def test_the_other_agrees_in_words_and_reads_to_what(words: str) -> None:
    two = agreement(heard(revealed()))
    reply = two.sam.says(words)
    assert reviewing.AGREED_NOW in reply.text
    assert "Shadow the bookings team" in reply.text
    assert two.review.agreement.settled


def test_nobody_agrees_to_what_nobody_has_written_down() -> None:
    two = heard(revealed())
    assert reviewing.NOTHING_AGREED in two.sam.says("i agree").text
    assert two.review.agreement.agreed == ()


@pytest.mark.parametrize("words", ["what did we agree", "what did we agree?", "show me what we agreed", "our agreement"])
def test_what_was_agreed_is_told(words: str) -> None:
    two = agreement(heard(revealed()))
    assert "Shadow the bookings team" in two.alex.says(words).text
    assert reviewing.NOTHING_AGREED in heard(revealed()).alex.says(words).text


def test_a_priority_that_was_agreed_goes_into_the_plan_by_its_place() -> None:
    two = agreement(heard(revealed()))
    two.sam.says("i agree")
    two.alex.says("what did we agree")
    two.alex.says("put the first priority into my plan")
    (entry,) = two.alex.notebook.all(PlanEntry)
    assert entry.body.activity == "Shadow the bookings team"


def test_after_a_question_in_between_back_is_back_to_the_row_that_waits() -> None:
    two = heard(sharing())
    two.sam.says("look at it")
    two.sam.says("rate the rows")
    waits = two.sam.says("7").text.removeprefix("Saved: 7 for Service Delivery. ")
    two.sam.says("what is expected at grade 7 for budgets?")
    assert two.sam.says("go back").text == waits
    assert two.sam.says("go back").text != waits


@pytest.mark.parametrize(
    ("begun", "left"), [(sharing, say.BLIND_STAYS), (revealed, say.BOTH_STAY), (lambda: agreement(heard(revealed())), say.UNSETTLED_STAYS)]
)
def test_whoever_takes_back_is_told_what_remains_of_the_review(begun: object, left: str) -> None:
    two = heard(begun())  # type: ignore[operator]
    reply = two.alex.says("stop sharing")
    assert say.TAKEN_BACK in reply.text
    assert left in reply_text(reply)
    two.alex.presses(say.OPEN_REVIEW)
    assert ("Biggest differences first" in two.alex.reply.text) is (left != say.BLIND_STAYS)


def test_what_was_agreed_stays_with_its_owner() -> None:
    two = agreement(heard(revealed()))
    two.sam.says("i agree")
    assert say.AGREED_STAYS in two.alex.says("take back my assessment").text
    assert "Shadow the bookings team" in two.alex.says("what did we agree?").text
    assert "Shadow" not in two.sam.says("what did we agree?").text


def test_it_is_shared_once_more_in_words() -> None:
    two = heard(sharing())
    two.alex.says("stop sharing")
    two.alex.says("my scores")
    assert say.CONFIRM in two.alex.says("share it again").text


def test_to_take_it_back_without_saying_what_asks_which() -> None:
    two = heard(sharing())
    two.alex.says("my scores")
    assert say.WHICH_BACK in two.alex.says("take it back").text
    assert two.share.ended is None
