"""What goes into a plan, how it is shown, and what becomes of an entry."""

import datetime as dt

from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import reply_text
from bot.dialogs.turn import Pressed, Said, Turn
from bot.understanding.reading import Intent, Reading
from tests.dialogs.asking import library
from tests.dialogs.person import Person
from tests.dialogs.planning.planner import Listens, assessed, entry, in_order, only, plan_of, planner, rows, with_entries


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


def test_an_answer_that_is_no_opportunity_of_the_framework_is_asked_for_again() -> None:
    person = with_entries(entry("Talk more", competencies=("talking",)))
    person._take(Pressed("plan.guide", {"record": "e0", "row": "activity"}))
    asked = person.reply.text
    assert person.presses("ABC course", opportunity="=HYPERLINK(1)", answer="=HYPERLINK(1)").text == asked
    assert (only(person).activity, only(person).opportunity) == ("", None)
    person.presses("ABC course", answer="=HYPERLINK(1)")
    assert (only(person).activity, only(person).opportunity) == ("ABC course", "course")


def test_another_frameworks_opportunities_are_marked_as_its_own() -> None:

    person = Person(Assistant(library(), Listens(points=("budgets",)), "matrix"))
    person.says("start my plan")
    reply = person.says("budgets")
    assert "These are from another one, Lancaster University’s" in reply.text
    reply = person.presses("On the job training")
    assert "no plan template of its own" in reply_text(reply)
    assert only(person).framework == "matrix"


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


def test_an_answer_about_development_leads_into_the_plan() -> None:

    person = planner()
    reply = person.assistant.answer_reading(Turn(Said("")), Reading("small", Intent.DEVELOPMENT, competencies=("talking",)))
    person.presses("Put one in my plan", reply.card)
    person.presses("ABC course")
    assert only(person).opportunity == "course"


def test_a_competency_named_after_the_plan_is_what_the_entry_is_about() -> None:
    person = planner()
    person.says("put mentoring in my plan for talking")
    assert (only(person).activity, only(person).competencies) == ("mentoring", ("talking",))


def test_a_date_said_right_after_an_entry_was_put_in_is_its_date() -> None:
    person = planner()
    person.says("put mentoring in my plan for talking")
    assert "Wednesday 31 March 2027" in person.says("by end of March").text
    person.says("yes")
    assert only(person).date == dt.date(2027, 3, 31)


def test_a_date_is_pushed_back_from_the_date_there_is_even_while_something_else_is_asked() -> None:
    person = planner()
    person.says("add to my plan: get better at talking by end of March")
    assert "How will you know" in person.says("yes").text
    assert "Friday 30 April 2027" in person.says("push it back a month").text
    person.says("yes")
    assert (only(person).date, only(person).difference) == (dt.date(2027, 4, 30), "")


def test_what_cannot_be_read_as_a_time_is_asked_for() -> None:
    person = planner()
    person.says("add to my plan: get better at talking by end of March")
    person.says("yes")
    before = only(person).date
    person.says("push it back a smidgen")
    assert only(person).date == before


def test_the_entry_just_shown_can_be_deleted_while_something_is_asked_of_it() -> None:
    person = planner()
    person.says("add to my plan: get better at talking by end of March")
    person.says("yes")
    person.says("delete that")
    assert (only(person).status, only(person).difference) == ("dropped", "")
