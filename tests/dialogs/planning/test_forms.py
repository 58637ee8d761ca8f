"""The form of an entry: sent twice, late, from two devices, with too much or too little in it."""

import datetime as dt

import pytest

from bot.dialogs.reply import reply_text
from bot.dialogs.turn import Pressed, Said, Turn
from bot.phrases.en import planning as say
from tests.cards.checking import faults, objects
from tests.dialogs.planning.planner import AIMING, assessed, entry, only, plan_of, planner, rows, with_entries


def test_sending_the_form_says_yes_to_the_date_that_it_shows() -> None:
    person = planner()
    person.says("add to my plan: run the rota by end of March")
    person.presses("Save")
    assert only(person).date == dt.date(2027, 3, 31)


def test_clearing_the_date_on_the_form_says_no_to_it() -> None:
    person = planner()
    person.says("add to my plan: run the rota by end of March")
    person.presses("Save", date="")
    assert (only(person).date, only(person).heard) == (None, None)


def test_a_weak_entry_is_asked_about_once_and_never_again() -> None:
    person = planner()
    person.says("start my plan")
    person.presses("Use a form")
    assert "How will you know" in person.presses("Save", objective="get better at Excel").text
    person.presses("Change it") if "Change it" in rows(person) else person.presses("Back to my plan")
    person.says("change the first one")
    person.presses("Change it")
    assert "How will you know" not in person.presses("Save", support="Priya").text


@pytest.mark.parametrize(
    "objective", ["get 5 apprentices through the mill test", "chair the user group on my own", "pass the fire warden course"]
)
def test_an_entry_by_which_one_can_tell_is_not_asked_about(objective: str) -> None:
    person = planner()
    person.says("start my plan")
    person.presses("Use a form")
    assert "How will you know" not in person.presses("Save", objective=objective).text


def test_a_long_text_is_refused_kindly_and_shown_again_as_it_was_typed() -> None:
    person = planner()
    person.says("start my plan")
    person.presses("Use a form")
    typed = "a" * 20_000
    reply = person.presses("Save", objective="pass the NVQ", activity=typed)
    held = {each["id"]: each.get("value", "") for each in objects(dict(reply.card or {})) if each["type"].startswith("Input.")}
    assert (held["objective"], held["activity"]) == ("pass the NVQ", typed)
    assert "20,000 characters long, and I can keep 2,000" in reply.text
    assert plan_of(person) == ()
    person.presses("Save", activity="Sit with Priya")
    assert (only(person).objective, only(person).activity) == ("pass the NVQ", "Sit with Priya")


def test_an_empty_form_asks_for_one_of_the_two() -> None:
    person = planner()
    person.says("start my plan")
    person.presses("Use a form")
    assert "One of the two is enough" in person.presses("Save", support="Priya").text
    assert plan_of(person) == ()


def test_a_press_that_arrives_twice_counts_once() -> None:
    person = planner()
    person.says("start my plan")
    form = person.presses("Use a form").card
    person.presses("Save", form, objective="pass the NVQ in kilns")
    person.presses("Save", form, objective="pass the NVQ in kilns")
    assert len(plan_of(person)) == 1


@pytest.mark.parametrize("day", ["9999-12-31", "2207-03-31", "0001-01-01"])
def test_a_day_that_nobody_can_mean_is_not_kept_and_the_rest_is(day: str) -> None:
    person = with_entries(entry("pass the NVQ"))
    person._take(Pressed("plan.edit", {"record": "e0"}))
    form = person.reply.card
    assert say.TOO_FAR in reply_text(person.presses("Save", form, date=day, support="Priya"))
    assert (only(person).date, only(person).support) == (None, "Priya")
    person._take(Pressed("plan.keep_date", {"record": "e0", "row": day}))
    assert only(person).date is None


def test_what_an_older_release_kept_for_the_end_of_days_can_be_put_off() -> None:
    person = with_entries(entry("pass the NVQ", date=dt.date(9999, 12, 31)))
    person.says("show my plan")
    assert "I read “a month” as Thursday 1 April 2027" in person.says("put it off by a month").text


def test_an_old_form_changes_only_what_was_changed_on_it() -> None:
    person = with_entries(entry("pass the NVQ"))
    person.says("show my plan")
    person.presses("1. pass the NVQ")
    old = person.presses("Change it").card
    person.presses("Save", old, objective="pass the NVQ in kilns")
    reply = person.presses("Save", old, support="Priya")
    assert (only(person).objective, only(person).support) == ("pass the NVQ in kilns", "Priya")
    assert "I changed only what you changed there" in reply.text


def test_an_entry_may_serve_the_role_aimed_at_and_quotes_that_one_then() -> None:
    person = planner(AIMING)
    person.says("start my plan")
    person.presses("Use a form")
    person.presses("Save", objective="pass the NVQ in kilns", competency="mending", serves="higher")
    kept = only(person)
    assert (kept.role, kept.serves, kept.quote) == ("expert", "higher", "Mends *anything*, and says _how_.")
    person.presses("Change it")
    person.presses("Save", serves="current")
    assert (only(person).role, only(person).quote) == ("maker", "")


def test_without_a_higher_role_there_is_no_such_choice() -> None:
    person = planner()
    person.says("start my plan")
    person.presses("Use a form")
    assert not [each for each in objects(dict(person.cards[-1])) if each.get("id") == "serves"]


def test_a_past_day_chosen_on_the_form_is_asked_about_and_the_rest_is_saved() -> None:
    person = planner()
    person.says("start my plan")
    person.presses("Use a form")
    reply = person.presses("Save", objective="pass the NVQ in kilns", date="2026-03-31")
    assert "Tuesday 31 March 2026 is over. Which date do you mean?" in reply.text
    assert (only(person).objective, only(person).date) == ("pass the NVQ in kilns", None)


def test_a_guest_is_told_that_nothing_is_kept_and_a_group_never_sees_a_plan() -> None:
    person = planner()
    guest = person.assistant.answer(Turn(Said("show my plan"), guest=True))
    assert "can’t keep that for guests" in guest.text
    group = person.assistant.answer(Turn(Said("show my plan"), personal=False))
    assert group.elsewhere
    pressed = person.assistant.answer(Turn(Pressed("plan.show", {}), personal=False))
    assert pressed.elsewhere


def test_what_is_gone_is_said_to_be_gone() -> None:
    person = with_entries(entry("pass the NVQ"))
    person.says("show my plan")
    shown = person.presses("1. pass the NVQ").card
    person.notebook.forget()
    assert "no longer in your plan" in person.presses("I’ve started", shown).text


@pytest.mark.parametrize(
    "move", ["show", "open", "begin", "new", "edit", "save", "guide", "answer", "skip", "keep_date", "start", "done", "reflect", "drop"]
)
def test_a_move_with_nothing_in_it_or_with_anything_gets_an_answer(move: str) -> None:
    person = with_entries(entry("pass the NVQ"))
    for data in (
        {},
        {"record": "x", "row": "y", "nonce": "n", "was": "=;=", "date": "never"},
        {"record": "e0", "row": "date", "date": "x"},
    ):
        assert person.assistant.answer(Turn(Pressed(f"plan.{move}", data), records=person.notebook)).text


def test_every_card_keeps_the_rules() -> None:
    person = assessed()
    person.says("start my plan")
    person.presses("Talk")
    person.presses("ABC course")
    person.presses("Save", objective="ü😀" * 500, activity="ü😀" * 1_000, support="ü😀" * 1_000)
    person.says("show my plan")
    person.says("change the date of the first one to next term")
    person.says("end of May")
    person.says("yes")
    person.says("it is done")
    person.says("add to my plan: run the rota by May")
    assert [faults(card) for card in person.cards] == [[] for _ in person.cards]
