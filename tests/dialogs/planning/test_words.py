"""The plan in words: put together, changed and found without a press."""

import datetime as dt

import pytest

from bot.development.plan import LONGEST_TEXT
from bot.dialogs.reply import reply_text
from bot.dialogs.turn import Pressed
from tests.dialogs.planning.planner import assessed, entry, only, plan_of, planner, rows, with_entries


def test_words_after_a_colon_are_kept_letter_for_letter_and_the_date_is_shown_before_it_counts() -> None:
    person = planner()
    reply = person.says("add to my plan: shadow the <b>finance</b> officer & {{ him }} by end of March")
    kept = only(person)
    assert kept.activity == "shadow the <b>finance</b> officer & {{ him }} by end of March"
    assert (kept.date, kept.heard) == (None, dt.date(2027, 3, 31))
    assert "I read “by end of March” as Wednesday 31 March 2027" in reply.text
    person.says("yes")
    assert (only(person).date, only(person).heard) == (dt.date(2027, 3, 31), None)


def test_a_competency_named_alone_gives_what_helps_with_it() -> None:
    person = planner()
    person.says("add talking to my plan")
    assert "ABC course" in rows(person)
    assert plan_of(person) == ()


def test_an_entry_is_put_together_in_words_with_every_answer_saved_as_it_is_given() -> None:
    person = planner()
    person.says("start my plan")
    person.says("pass the NVQ in kilns")
    assert only(person).objective == "pass the NVQ in kilns"
    person.says("Sit with Priya on Mondays")
    person.says("I fire without help")
    person.says("Priya")
    reply = person.says("before my PDR in June")
    assert "Monday 31 May 2027" in reply.text
    assert only(person).date is None
    person.says("yes")
    kept = only(person)
    assert (kept.activity, kept.difference, kept.support, kept.date) == (
        "Sit with Priya on Mondays",
        "I fire without help",
        "Priya",
        dt.date(2027, 5, 31),
    )


def test_a_question_in_between_is_answered_and_leads_back() -> None:
    person = planner()
    person.says("start my plan")
    person.says("pass the NVQ in kilns")
    reply = person.says("what is expected at grade 3 for talking?")
    assert "Does more." in reply_text(reply)
    reply = person.presses("Back to my plan")
    assert reply.text.startswith("Development activity")
    person.says("actually hang on, what is expected at grade 3 for talking")
    assert only(person).activity == ""
    assert person.says("carry on with my plan").text.startswith("Development activity")
    person.says("Sit with Priya")
    assert only(person).activity == "Sit with Priya"


def test_skip_back_and_later_do_what_they_say() -> None:
    person = planner()
    person.says("start my plan")
    person.says("pass the NVQ in kilns")
    assert person.says("skip").text.startswith("What you will be doing differently")
    assert person.says("back").text.startswith("Development activity")
    assert "is in your plan" in person.says("later").text
    assert only(person) == only(person).with_(objective="pass the NVQ in kilns", activity="")


@pytest.mark.parametrize("asks", ["difference", "support", "only-difference"])
def test_a_column_that_is_to_be_changed_is_no_answer_to_what_is_asked(asks: str) -> None:
    person = with_entries(entry("pass the NVQ"))
    person._take(Pressed("plan.guide", {"record": "e0", "row": asks}))
    person.says("change the objective of the first one")
    person.says("Fire the kiln")
    assert (only(person).objective, only(person).difference, only(person).support) == ("Fire the kiln", "", "")


def test_a_change_that_names_no_column_may_be_an_answer() -> None:
    person = with_entries(entry("pass the NVQ"))
    person._take(Pressed("plan.guide", {"record": "e0", "row": "activity"}))
    person.says("Change it to a talk with Priya")
    assert only(person).activity == "Change it to a talk with Priya"


def test_words_of_the_next_day_are_not_taken_for_an_answer() -> None:
    person = planner()
    person.says("start my plan")
    person.says("pass the NVQ in kilns")
    person.waits(hours=25)
    person.says("Sit with Priya")
    assert only(person).activity == ""


@pytest.mark.parametrize("said", ["next term", "summer", "7", "31.03.2026", "soon"])
def test_a_date_that_is_open_past_or_none_is_asked_about_and_not_saved(said: str) -> None:
    person = with_entries(entry("pass the NVQ"))
    person.says("show my plan")
    person.says(f"change the date of the first one to {said}")
    assert (only(person).date, only(person).heard) == (None, None)


def test_one_of_the_days_that_an_open_date_may_mean_is_pressed() -> None:
    person = with_entries(entry("pass the NVQ"))
    person.says("show my plan")
    person.says("change the date of the first one to next term")
    person.presses("Wednesday 30 June 2027")
    assert only(person).date == dt.date(2027, 6, 30)


def test_a_date_that_is_open_within_longer_words_is_asked_for_and_may_be_typed() -> None:
    person = planner()
    assert "“by summer” can mean several days" in person.says("add a goal to chair a meeting by summer").text
    person.says("Friday")
    person.says("yes")
    assert (only(person).activity, only(person).date) == ("chair a meeting by summer", dt.date(2027, 3, 5))


def test_a_nod_after_the_ways_to_begin_is_no_objective() -> None:
    person = planner()
    person.says("start my plan")
    for said in ("hm ok", "ok", "yes", "thanks", "go on"):
        person.says(said)
    assert plan_of(person) == ()


def test_it_means_the_only_entry_that_there_is() -> None:
    person = with_entries(entry("pass the NVQ"))
    person.says("show my plan")
    person.says("drop it")
    assert only(person).status == "dropped"


def test_a_date_is_changed_in_words_and_another_one_said_instead_of_yes() -> None:
    person = with_entries(entry("pass the NVQ"))
    person.says("show my plan")
    person.says("change the date of the first one to May")
    person.says("no")
    person.says("end of June")
    person.says("yes")
    assert only(person).date == dt.date(2027, 6, 30)


def test_an_entry_is_found_by_its_words_and_where_two_are_meant_it_is_asked_which() -> None:
    person = with_entries(entry("pass the NVQ"), entry("pass the driving test"))
    person.says("show my plan")
    person.says("I've finished the driving test")
    assert [body.status for body in plan_of(person)] == ["planned", "done"]
    person.says("show my plan")
    assert "Which one do you mean?" in person.says("mark pass as done").text
    assert person.says("I've finished my tea").saves == ()


def test_in_words_a_weak_objective_is_asked_about_with_the_question_that_fits() -> None:
    person = planner()
    person.says("start my plan")
    person.says("get better at Excel")
    assert "“get better at Excel” is a good start. How could you or your manager tell" in person.says("sit with Priya").text
    person.says("skip")
    person.says("skip")
    assert "How will you know" not in person.says("skip").text


def test_a_long_typed_answer_is_shown_in_a_field_to_be_shortened() -> None:
    person = planner()
    person.says("add to my plan: " + "b" * 20_000)
    assert plan_of(person) == ()
    person.presses("Save", activity="b" * LONGEST_TEXT)
    assert only(person).activity == "b" * LONGEST_TEXT


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("put the first priority into my plan", "Talk"),
        ("add my top priority to my plan", "Talk"),
        ("put priority 2 in my pdp", "Running the kiln"),
    ],
)
def test_a_priority_that_is_named_by_its_place_is_opened_and_its_words_are_not_kept(words: str, name: str) -> None:
    person = assessed()
    assert name in reply_text(person.says(words))
    assert plan_of(person) == ()


def test_into_is_one_word() -> None:
    person = planner()
    person.says("put the lathe course into my plan")
    assert only(person).activity == "the lathe course"


def test_the_plan_is_shown_while_a_question_waits_and_the_question_waits_on() -> None:
    person = planner()
    person.says("start my plan")
    person.says("pass the NVQ in kilns")
    assert "You have 1 entry" in person.says("my plan").text
    person.says("go back")
    person.says("sit with Priya")
    assert (only(person).objective, only(person).activity) == ("pass the NVQ in kilns", "sit with Priya")


@pytest.mark.parametrize("words", ["stop sharing", "take it back", "send it", "send my ratings", "see both sides", "share it", "undo that"])
def test_a_command_for_something_else_is_no_answer_to_what_the_plan_asks(words: str) -> None:
    person = planner()
    person.says("start my plan")
    person.says(words)
    assert plan_of(person) == ()
    person.says("pass the NVQ in kilns")
    person.says(words)
    assert {body.activity for body in plan_of(person)} <= {""}


def test_in_my_own_words_is_no_objective() -> None:
    person = planner()
    person.says("start my plan")
    person.says("in my own words please")
    assert plan_of(person) == ()


def test_the_number_of_an_entry_opens_it_on_every_page() -> None:
    person = with_entries(*(entry(f"Learn kiln {number}", date=dt.date(2027, 5, number)) for number in range(1, 6)))
    person.says("my plan")
    assert "Learn kiln 2" in person.says("2").text
    person.says("my plan")
    person.says("more")
    assert "Learn kiln 5" in person.says("5.").text
    person.says("my plan")
    person.says("9")
    assert person.memory.focus is not None


@pytest.mark.parametrize(
    ("words", "column", "value"),
    [
        ("change the activity to a day with Priya", "activity", "a day with Priya"),
        ("set its objective to fire the big kiln", "objective", "fire the big kiln"),
        ("change the date to 4 June 2027", "date", dt.date(2027, 6, 4)),
    ],
)
def test_a_column_named_alone_is_that_of_the_entry_just_shown(words: str, column: str, value: object) -> None:
    person = with_entries(entry("Pass the kiln course", date=dt.date(2027, 5, 1)), entry("Pass the glaze course", date=dt.date(2027, 5, 2)))
    person.says("my plan")
    person.says("1")
    person.says(words)
    if column == "date":
        person.says("yes")
    (changed,) = [body for body in plan_of(person) if body.objective != "Pass the glaze course"]
    assert getattr(changed, column) == value
