"""A development plan, talked and pressed together: what is kept, what is asked, what is shown."""

import datetime as dt

import pytest

from bot.development.plan import LONGEST_TEXT, PlanEntry
from bot.dialogs.reply import reply_text
from bot.dialogs.turn import Pressed, Said, Turn
from bot.people.profile import Profile
from bot.people.records import Record
from tests.cards.checking import faults, objects
from tests.dialogs.person import Person
from tests.dialogs.planning.planner import AIMING, assessed, in_order, only, plan_of, planner
from tests.framework.small import SMALL


def rows(person: Person) -> list[str]:
    """What can be pressed on the last card."""
    return [each["title"] for each in objects(dict(person.cards[-1])) if each["type"] == "Action.Execute"]


def with_entries(*bodies: PlanEntry) -> Person:
    """Somebody with these entries."""
    person = planner()
    person.notebook.keep([Record(f"e{number}", body) for number, body in enumerate(bodies)], [], 1.0)
    return person


def entry(objective: str, **more: object) -> PlanEntry:
    """An entry."""
    return PlanEntry(framework="small", objective=objective, **more)  # type: ignore[arg-type]


def test_an_empty_plan_offers_ways_to_begin() -> None:
    person = planner()
    reply = person.says("show my plan")
    assert reply.text.startswith("There is nothing in your plan yet.")
    assert rows(person) == ["Talk", "Use a form", "Start a self-assessment"]
    assert plan_of(person) == ()


def test_a_priority_gives_what_helps_and_one_press_puts_it_into_the_plan_with_what_the_role_is_expected_to_do() -> None:
    person = assessed()
    person.says("start my plan")
    person.presses("Talk")
    reply = person.presses("ABC course")
    kept = only(person)
    assert (kept.objective, kept.activity) == ("Talk: meet what grade 2, Maker, is expected to do", "ABC course")
    assert (kept.role, kept.serves, kept.competencies, kept.opportunity) == ("maker", "current", ("talking",), "course")
    assert kept.quote == "Says what is planned. Does as agreed."
    assert kept.source == "In our words, from The Guide, Figure 1, row “Talking”, Grade 2, Maker."
    assert "It is in your plan." in reply.text


def test_a_priority_for_a_role_aimed_at_quotes_what_is_new_there() -> None:
    person = assessed(aspired=True)
    person.says("start my plan")
    person.presses("Talk")
    person.presses("ABC course")
    kept = only(person)
    assert (kept.role, kept.serves) == ("expert", "higher")
    assert kept.quote.startswith("Does more.")


def test_the_same_opportunity_pressed_twice_or_on_another_card_is_in_the_plan_once() -> None:
    person = assessed()
    person.says("start my plan")
    offer = person.presses("Talk").card
    person.presses("ABC course", offer)
    assert "in your plan already" in person.presses("ABC course", offer).text
    person.says("start my plan")
    person.presses("Talk")
    person.presses("ABC course")
    assert len(plan_of(person)) == 1


def test_a_row_of_ones_own_is_written_in_ones_own_words() -> None:
    person = assessed()
    person.says("start my plan")
    person.presses("Running the kiln")
    person.presses("In my own words")
    assert plan_of(person) == ()
    person.presses("Save", activity="Fire it three times")
    assert (only(person).objective, only(person).activity) == ("Running the kiln", "Fire it three times")


def test_another_frameworks_opportunities_are_marked_as_its_own() -> None:
    from bot.dialogs.assistant import Assistant
    from tests.dialogs.asking import library
    from tests.dialogs.planning.planner import Listens

    person = Person(Assistant(library(), Listens(points=("budgets",)), "matrix"))
    person.says("start my plan")
    reply = person.says("budgets")
    assert "These are from another one, Lancaster University’s" in reply.text
    reply = person.presses("On the job training")
    assert "no plan template of its own" in reply_text(reply)
    assert only(person).framework == "matrix"


def test_words_after_a_colon_are_kept_letter_for_letter_and_the_date_is_shown_before_it_counts() -> None:
    person = planner()
    reply = person.says("add to my plan: shadow the <b>finance</b> officer & {{ him }} by end of March")
    kept = only(person)
    assert kept.activity == "shadow the <b>finance</b> officer & {{ him }} by end of March"
    assert (kept.date, kept.heard) == (None, dt.date(2027, 3, 31))
    assert "I read “by end of March” as Wednesday 31 March 2027" in reply.text
    person.says("yes")
    assert (only(person).date, only(person).heard) == (dt.date(2027, 3, 31), None)


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


def test_a_date_is_changed_in_words_and_another_one_said_instead_of_yes() -> None:
    person = with_entries(entry("pass the NVQ"))
    person.says("show my plan")
    person.says("change the date of the first one to May")
    person.says("no")
    person.says("end of June")
    person.says("yes")
    assert only(person).date == dt.date(2027, 6, 30)


def test_today_is_the_day_where_the_person_is() -> None:
    person = with_entries(entry("pass the NVQ", date=dt.date(2027, 3, 1)))
    person.now = dt.datetime(2027, 3, 1, 23, 30, tzinfo=dt.UTC)
    assert "overdue" not in reply_text(person.says("show my plan"))
    person.zone = "Asia/Tokyo"
    assert "overdue by 1 day" in reply_text(person.says("show my plan"))


def test_the_plan_is_shown_by_date_three_at_a_time_with_what_is_overdue() -> None:
    person = with_entries(
        entry("no date"),
        entry("late", date=dt.date(2027, 2, 1)),
        entry("done", status="done", date=dt.date(2027, 1, 1)),
        entry("soon", date=dt.date(2027, 3, 5)),
        entry("dropped", status="dropped"),
    )
    text = reply_text(person.says("show my plan"))
    assert "You have 3 entries to work on; 1 is overdue and 1 is done." in text
    assert [body.objective for body in in_order(person)] == ["late", "soon", "no date", "done", "dropped"]
    assert rows(person)[:3] == ["1. late", "2. soon", "3. no date"]
    assert "By Monday 1 February 2027 – overdue by 4 weeks · Planned" in text
    person.says("more")
    assert rows(person)[:2] == ["4. done", "5. dropped"]


def test_an_entry_is_begun_and_done_with_what_was_learnt() -> None:
    person = with_entries(entry("pass the NVQ", date=dt.date(2027, 3, 5)))
    person.says("show my plan")
    person.presses("1. pass the NVQ")
    person.presses("I’ve started")
    assert only(person).status == "under way"
    reply = person.presses("It’s done")
    assert "What did you learn, and how will you use it?" in reply.text
    person.says("I learnt to wait; I will plan the firings")
    kept = only(person)
    assert (kept.status, kept.learnt, kept.done) == ("done", "I learnt to wait; I will plan the firings", person.now.timestamp())


def test_what_was_learnt_may_be_added_later() -> None:
    person = with_entries(entry("pass the NVQ", status="done"))
    person.says("show my plan")
    person.presses("1. pass the NVQ")
    person.presses("Add what I learnt")
    person.presses("Save", learnt="To wait")
    assert only(person).learnt == "To wait"


def test_a_dropped_entry_stays_and_can_be_had_back() -> None:
    person = with_entries(entry("pass the NVQ", status="under way"))
    person.says("show my plan")
    person.says("drop the first one")
    assert only(person).status == "dropped"
    person.says("undo")
    assert only(person).status == "under way"


def test_an_entry_is_found_by_its_words_and_where_two_are_meant_it_is_asked_which() -> None:
    person = with_entries(entry("pass the NVQ"), entry("pass the driving test"))
    person.says("show my plan")
    person.says("I've finished the driving test")
    assert [body.status for body in plan_of(person)] == ["planned", "done"]
    person.says("show my plan")
    assert "Which one do you mean?" in person.says("mark pass as done").text
    assert person.says("I've finished my tea").saves == ()


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


def test_in_words_a_weak_objective_is_asked_about_with_the_question_that_fits() -> None:
    person = planner()
    person.says("start my plan")
    person.says("get better at Excel")
    assert "“get better at Excel” is a good start. How could you or your manager tell" in person.says("sit with Priya").text
    person.says("skip")
    person.says("skip")
    assert "How will you know" not in person.says("skip").text


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


def test_a_long_typed_answer_is_shown_in_a_field_to_be_shortened() -> None:
    person = planner()
    person.says("add to my plan: " + "b" * 20_000)
    assert plan_of(person) == ()
    person.presses("Save", activity="b" * LONGEST_TEXT)
    assert only(person).activity == "b" * LONGEST_TEXT


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


def test_an_answer_about_development_leads_into_the_plan() -> None:
    from bot.understanding.reading import Intent, Reading

    person = planner()
    reply = person.assistant.answer_reading(Turn(Said("")), Reading("small", Intent.DEVELOPMENT, competencies=("talking",)))
    person.presses("Put one in my plan", reply.card)
    person.presses("ABC course")
    assert only(person).opportunity == "course"


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
    assert SMALL.plan is None
    assert Profile().is_empty
