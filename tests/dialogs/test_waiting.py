"""What waits for a person, "go back" and "send it": words that mean what is at hand, and what is said where nothing is."""

import pytest

from bot.dialogs.reply import reply_text
from bot.people.profile import Profile
from bot.phrases.en import sharing, small_talk
from bot.phrases.en import waiting as say
from tests.cards.checking import faults
from tests.dialogs.managing import manager, with_team
from tests.dialogs.person import Person
from tests.dialogs.sharing.two import sharing as two_share
from tests.msteams.talking import shipped

TECHNICIAN = Profile(framework="lancaster", grade=5, role="technician-5", path="technical")


def _technician() -> Person:
    return Person(shipped(), TECHNICIAN)


def _reviewer() -> Person:
    sam = two_share().sam
    sam.assistant = shipped()
    return sam


@pytest.mark.parametrize(
    "words", ["what do i need to do", "What do I need to do?", "anything waiting for me?", "to do list", "so what have i got to do now"]
)
def test_where_nothing_waits_it_says_so_with_ways_on(words: str) -> None:
    reply = _technician().says(words)
    assert say.NOTHING in reply_text(reply)
    assert reply.card is not None
    assert not faults(reply.card)


def test_what_was_begun_and_left_waits_and_is_a_press_away() -> None:
    person = _technician()
    for words in ("start my self-assessment", "begin", "6", "later", "job description for a lab manager", "what do i need to do"):
        person.says(words)
    assert "1 of 10 rows marked" in reply_text(person.reply)
    assert "Job description: " in reply_text(person.reply)
    assert "Row 2 of 10" in person.presses(say.CARRY_ON_ROWS).text


def test_an_entry_of_the_plan_past_its_date_waits() -> None:
    person = _technician()
    person.says("add to my plan: shadow the finance officer by the end of March")
    person.presses("Save")
    assert "past the date" not in reply_text(person.says("what do i need to do"))
    person.waits(days=60)
    assert "1 entry past the date" in reply_text(person.says("what do i need to do"))


def test_a_review_waits_for_its_ratings_until_they_are_sent() -> None:
    sam = _reviewer()
    assert "Rate Alex Marsh’s self-assessment" in reply_text(sam.says("what do i need to do"))
    assert "which mark do you give" in sam.presses("Rate Alex Marsh’s self-assessment").text
    sam.says("6 becuase he does it well")
    sam.says("skp")
    assert "2 of 10 rows rated" in reply_text(sam.says("what do i need to do"))
    for _ in range(8):
        sam.says("7")
    sam.presses("Send my ratings")
    assert "Rate Alex" not in reply_text(sam.says("what do i need to do"))


def test_many_shares_that_nobody_opened_are_one_line_and_hide_nothing() -> None:
    morgan = with_team(shipped())
    morgan.says("job description for a lab manager")
    told = reply_text(morgan.says("what do i need to do"))
    assert told.startswith("2 things wait for you")
    assert "5 not opened yet" in told
    assert "Job description: " in told
    assert "5 things" in morgan.presses(say.THEIRS).text


def test_a_row_goes_on_waiting_for_its_mark_after_the_question_what_there_is_to_do() -> None:
    person = _technician()
    for words in ("start my self-assessment", "begin", "what do i need to do"):
        person.says(words)
    assert person.says("7").text.startswith("Saved: 7")


def test_send_it_during_a_review_means_the_ratings() -> None:
    sam = _reviewer()
    for words in ("review", "7", "later", "what do i need to do"):
        sam.says(words)
    assert "rows rated" in sam.says("send it").text


@pytest.mark.parametrize("words", ["go back", "back", "bakc", "previous"])
def test_go_back_with_nothing_before_says_so_and_does_not_repeat_the_answer(words: str) -> None:
    person = _technician()
    person.says("whats expected at gr 7 for money")
    assert person.says(words).text == small_talk.NOTHING_BEFORE
    assert "Budgets: grade 8" in reply_text(person.says("and at 8?"))


def test_send_it_with_nothing_at_hand_opens_no_form() -> None:
    person = _technician()
    for words in ("add to my plan: shadow the finance officer", "whats expected at gr 7 for money", "never mind"):
        person.says(words)
    assert person.says("send it").text == sharing.NOTHING_WAITS
    assert "Choose what to share" in person.presses(sharing.SHARE_MORE).text


@pytest.mark.parametrize("before", [(), ("show me my team",)])
@pytest.mark.parametrize("words", ["show me everyones marks", "everybody’s scores please", "what are my team's marks"])
def test_everyones_marks_are_those_of_the_team(before: tuple[str, ...], words: str) -> None:
    morgan = with_team(shipped())
    for each in before:
        morgan.says(each)
    assert "Marks side by side" in reply_text(morgan.says(words))


def test_everyones_marks_of_nobody_say_how_people_share() -> None:
    assert "Nobody has shared anything with you yet" in manager(shipped()).says("show me everyones marks").text


@pytest.mark.parametrize(("words", "told"), [("whos weakest", "Needs and strengths"), ("how many scored budgets below 5", "Kim Lee (2.5)")])
def test_a_question_of_needs_after_a_team_card_is_about_the_team(words: str, told: str) -> None:
    morgan = with_team(shipped())
    morgan.says("show me my team")
    assert told in reply_text(morgan.says(words))


def test_what_a_grade_does_is_the_whole_role_and_not_the_competency_before() -> None:
    person = Person(shipped())
    person.says("elf and safety for a 5")
    assert "13 competencies" in reply_text(person.says("what does a grade 5 do"))
    person.says("elf and safety for a 5")
    assert person.says("and at 6?").text.startswith("Safety at grade 6")


def test_begin_without_a_role_asks_for_one_once_and_tells_the_shortest_and_the_longest() -> None:
    person = Person(shipped())
    assert "It has 7 to 10 rows" in reply_text(person.says("start my self-assessment"))
    assert person.says("begin").text.count("Which role") == 1


def test_a_question_about_two_grades_leaves_ones_own_role_to_begin_with() -> None:
    person = _technician()
    person.says("how do i get from 5 to 6")
    assert person.says("start my self-assessment").text.startswith("A self-assessment against grade 5")


def test_show_me_the_whole_thing_is_the_job_description_at_hand() -> None:
    person = Person(shipped())
    person.says("job description for a lab manager")
    assert "Everything is there already" in person.says("show me the whole thing").text
