"""The result: what stands out, what changed, what is missing, the priorities, and the assessments of before."""

import json
from dataclasses import replace

from bot.assessment.model import Assessment
from bot.dialogs.reply import reply_text
from bot.framework.model import Expectation, Framework, Library
from bot.people.profile import Profile
from bot.understanding.reading import Intent
from tests.cards.checking import faults, objects
from tests.dialogs.asking import library
from tests.dialogs.assessing.starting import SENIOR, TECHNICIAN, asks_for, begun, evidence, finished, record, somebody
from tests.dialogs.person import Person

ALL_SIX = (6.0,) * 10


def again(person: Person, *marks: float) -> Person:
    """Another one, some days later."""
    person.waits(days=30)
    asks_for(person, Intent.START_ASSESSMENT, "start my self-assessment")
    person.presses("Begin")
    for mark in marks:
        person.says(f"{mark:g}")
    return person


def test_the_result_is_a_chart_with_a_table_for_clients_without_charts() -> None:
    chart = next(each for each in objects(dict(finished().reply.card)) if each["type"].startswith("Chart."))
    assert len(chart["data"]) == 10
    assert "Budget Management" in json.dumps(chart["fallback"])


def test_it_names_the_highest_and_the_lowest_marks() -> None:
    reply = finished().reply
    assert "Highest: Teaching Delivery / Research Delivery (7.5), Service Delivery (7)" in reply.text
    assert "Lowest: Budget Management (3), Support for Teaching & Research (4)" in reply.text


def test_a_finished_one_keeps_the_words_it_was_marked_against() -> None:
    rows = record(finished()).rows
    assert rows[7].expected == tuple(
        statement.text for statement in library().frameworks["lancaster"].expectation("senior-technician", "budget").statements
    )
    assert rows[6].expected[0].startswith("Teaching delivery: ")


def test_a_high_mark_without_evidence_is_asked_about_once_and_the_answer_is_its_evidence() -> None:
    person = finished(marks=(6, 6, 9, 6, 6, 6, 6, 6, 6, 6))
    assert "You gave Management & Development of Staff a high mark. What do you do that shows it?" in reply_text(person.reply)
    person.says("I lead a team of four technicians")
    assert list(evidence(person).values()) == ["I lead a team of four technicians"]
    assert "a high mark" not in reply_text(person.presses("Rows and marks"))
    assert "a high mark" not in reply_text(person.presses("See the result"))


def test_several_high_marks_have_a_box_each() -> None:
    person = finished(marks=(6, 8, 9, 6, 6, 6, 6, 6, 6, 6))
    person.presses("Add evidence")
    person.presses("Save evidence", **{"evidence-teamwork": "I chair the safety group", "evidence-staff-management": " "})
    assert list(evidence(person).values()) == ["I chair the safety group"]
    assert "a high mark" not in reply_text(person.reply)


def test_words_for_one_of_several_high_marks_are_asked_about_and_not_lost() -> None:
    person = finished(marks=(6, 8, 9, 6, 6, 6, 6, 6, 6, 6))
    reply = person.says("I chair the safety group")
    assert "Which of them" in reply.text
    assert "I chair the safety group" in str(reply.card)
    person.says("teamwork: I chair the safety group")
    assert list(evidence(person).values()) == ["I chair the safety group"]


def test_no_is_an_answer_to_the_question_for_evidence() -> None:
    person = finished(marks=(9,) * 10)
    assert "stays as it is" in person.says("no thanks").text


def test_priorities_are_chosen_by_name_or_in_the_form_and_strengths_are_allowed() -> None:
    person = finished()
    person.says("budgets, service delivery and planning and organising")
    assert record(person).priorities == ("budget", "service-delivery", "planning")
    person.presses("See the result")
    person.presses("Save priorities", priorities="teamwork")
    assert record(person).priorities == ("teamwork",)


def test_more_than_three_priorities_are_sent_back_with_all_of_them_still_chosen() -> None:
    person = finished()
    reply = person.presses("Save priorities", priorities="budget,safety,planning,teamwork")
    assert "You chose 4" in reply.text
    chosen = next(each["value"] for each in objects(dict(reply.card)) if each.get("id") == "priorities")
    assert set(chosen.split(",")) == {"budget", "safety", "planning", "teamwork"}
    assert record(person).priorities == ()


def test_each_priority_leads_to_the_plan_and_the_result_to_a_word_file() -> None:
    person = finished()
    reply = person.presses("Save priorities", priorities="budget")
    verbs = {each["verb"]: each["data"] for each in objects(dict(reply.card)) if each["type"] == "Action.Execute"}
    held = person.notebook.all(Assessment)[0].id
    assert verbs["plan.from_priority"] == {"record": held, "row": "budget"}
    assert verbs["files.offer"] == {"record": held, "row": "assessment"}


def test_it_says_what_changed_since_the_last_one_against_the_same_role() -> None:
    person = again(finished(marks=ALL_SIX), 6, 7.5, 6, 6, 6, 6, 6, 5, 6, 6)
    words = reply_text(person.reply)
    assert "Since 1 March 2027" in words
    assert "Teamwork & Motivation: 6 then, 7.5 now, up by 1.5." in words
    assert "Budget Management: 6 then, 5 now, down by 1." in words


def test_one_against_another_role_is_not_compared() -> None:
    person = finished(marks=ALL_SIX)
    person.waits(days=1)
    asks_for(person, Intent.START_ASSESSMENT)
    person.presses("Begin", role="specialist-7")
    for _ in range(10):
        person.says("5")
    assert "Since 1 March" not in reply_text(person.reply)


def test_for_a_role_aimed_at_the_gap_is_told_in_the_words_of_what_is_new_there() -> None:
    person = somebody(replace(TECHNICIAN, aim="senior-technician"))
    asks_for(person, Intent.START_ASSESSMENT)
    assert "(you aim for it)" in str(person.reply.card)
    person.presses("Begin", role="senior-technician")
    for mark in (7, 7, 7, 7, 7, 7, 7, 2, 7, 7):
        person.says(f"{mark}")
    held, words = record(person), reply_text(person.reply)
    assert (held.aspired, held.own_role) == (True, "technician-5")
    assert "New at grade 6, Senior Technician" in words
    framework = library().frameworks["lancaster"]
    own = {statement.text for statement in framework.expectation("technician-5", "budget").statements}
    new = [s.text for s in framework.expectation("senior-technician", "budget").statements if s.text not in own]
    assert new[0] in words


def test_a_mark_can_be_changed_after_it_was_finished_and_the_words_stay_those_of_that_day() -> None:
    person = finished()
    words = record(person).rows[7].expected
    reply = person.says("change budget to 8")
    assert reply.text.startswith("Changed: Budget Management is 8 now; it was 3.")
    assert record(person).rows[7].expected == words
    assert record(person).finished is not None


def changed(known: Library) -> Library:
    """The same knowledge, in which one expectation was rewritten."""
    framework = known.frameworks["lancaster"]
    budget = framework.competencies["budget"]
    cell = budget.expectations["senior-technician"]
    new: Expectation = replace(cell, statements=(replace(cell.statements[0], text="Does something else with money."),))
    competency = replace(budget, expectations={**budget.expectations, "senior-technician": new})
    moved: Framework = replace(framework, competencies={**framework.competencies, "budget": competency})
    return replace(known, frameworks={**known.frameworks, "lancaster": moved})


def test_a_finished_one_tells_that_the_framework_moved_on_and_keeps_its_own_words() -> None:
    person = finished()
    words = record(person).rows[7].expected
    later = somebody(SENIOR, known=changed(library()))
    later.notebook, later.memory = person.notebook, person.memory
    asks_for(later, Intent.SHOW_ASSESSMENT)
    assert "The framework’s words changed since 1 March 2027." in reply_text(later.reply)
    assert record(later).rows[7].expected == words


def test_one_that_is_gone_on_with_tells_once_that_the_framework_moved_on() -> None:
    person = begun()
    person.says("7")
    later = somebody(SENIOR, known=changed(library()))
    later.notebook = person.notebook
    asks_for(later, Intent.START_ASSESSMENT, "carry on")
    assert "The framework’s words changed" in later.reply.text
    asks_for(later, Intent.START_ASSESSMENT, "carry on")
    assert "The framework’s words changed" not in later.reply.text


def test_where_the_framework_lost_the_role_the_marks_are_kept_and_shown() -> None:
    person = finished()
    known = library()
    framework = known.frameworks["lancaster"]
    roles = {id_: role for id_, role in framework.roles.items() if id_ != "senior-technician"}
    later = somebody(Profile(), known=replace(known, frameworks={"lancaster": replace(framework, roles=roles)}))
    later.notebook = person.notebook
    asks_for(later, Intent.SHOW_ASSESSMENT)
    assert "Budget Management (3)" in reply_text(later.reply)
    assert "no longer has the role" in later.presses("Rows and marks").text


def test_with_all_rows_skipped_there_is_no_result_but_the_rows_to_press() -> None:
    person = begun()
    for _ in range(10):
        person.says("skip")
    assert "Nothing is marked yet" in person.reply.text
    assert record(person).finished is None


def test_done_before_the_end_says_which_rows_wait_and_finishes_on_a_second_word() -> None:
    person = begun()
    person.says("7")
    assert "9 rows still wait for a mark" in person.says("I'm done").text
    person.says("finish now")
    assert record(person).finished is not None
    assert "Skipped: Teamwork & Motivation" in reply_text(person.reply)


def test_earlier_ones_are_listed_opened_deleted_after_a_question_and_had_back() -> None:
    person = again(finished(marks=ALL_SIX), *ALL_SIX)
    asks_for(person, Intent.SHOW_ASSESSMENT, "history")
    person.says("2")
    assert "Finished on 1 March 2027" in reply_text(person.reply)
    person.presses("Delete it")
    assert len(person.notebook.all(Assessment)) == 2
    assert "undo that for a day" in person.presses("Yes, delete it").text
    asks_for(person, Intent.SHOW_ASSESSMENT, "history")
    assert "on 1 March 2027" not in reply_text(person.reply)
    person.presses("Undo", card=person.cards[-2])
    assert "It is back." in person.reply.text


def test_undo_works_in_words_too_and_a_day_later_it_is_gone_for_good() -> None:
    person = finished()
    person.says("delete this assessment")
    person.presses("Yes, delete it")
    assert "It is back." in person.says("undo").text
    person.says("delete this assessment")
    person.presses("Yes, delete it")
    gone = person.cards[-1]
    person.waits(days=2)
    asks_for(person, Intent.SHOW_ASSESSMENT)
    assert "You have no self-assessment yet" in person.reply.text
    assert person.notebook.all(Assessment) == ()
    assert "gone for good" in person.presses("Undo", card=gone).text


def test_a_yes_to_the_question_deletes_and_a_no_keeps() -> None:
    person = finished()
    person.says("delete this assessment")
    assert "Finished on" in reply_text(person.says("no"))
    assert person.notebook.all(Assessment)[0].body.deleted is None
    person.says("delete this assessment")
    assert "undo that for a day" in person.says("yes please").text
    assert person.notebook.all(Assessment)[0].body.deleted is not None


def test_a_yes_to_something_that_was_said_in_between_deletes_nothing() -> None:
    person = finished()
    person.says("delete this assessment")
    asks_for(person, Intent.HELP)
    person.says("yes")
    assert person.notebook.all(Assessment)[0].body.deleted is None


def test_carry_on_under_the_list_goes_on_with_the_one_that_is_not_finished() -> None:
    person = begun()
    person.says("7")
    person.says("stop")
    asks_for(person, Intent.SHOW_ASSESSMENT, "history")
    assert "Row 2 of 10" in person.says("carry on").text


def test_a_mark_is_told_where_it_is_asked_for() -> None:
    person = finished()
    asks_for(person, Intent.SHOW_ASSESSMENT, "what did I put for budgets?")
    assert person.reply.text.startswith("Budget Management: you gave yourself 3 on 1 March 2027")


def test_a_mark_for_a_named_row_is_taken_with_no_assessment_waiting() -> None:
    person = finished()
    person.waits(days=9)
    asks_for(person, Intent.START_ASSESSMENT, "put me down as a 7 for budgets")
    assert person.reply.text.startswith("Changed: Budget Management is 7 now; it was 3.")


def test_buttons_of_an_assessment_that_is_gone_lead_to_a_new_one() -> None:
    person = finished()
    person.notebook.forget()
    for card in person.cards[1:]:
        for action in card["actions"]:
            if action["verb"].startswith("assessment."):
                reply = person.presses(action["title"], card=card)
                assert "I no longer hold" in reply.text or reply.saves
                person.notebook.forget()


def test_the_largest_result_fits_on_a_card() -> None:
    person = begun(Profile("matrix", 7, "senior-technical-team-manager-7", "manager"), "matrix")
    for number in range(5):
        person.says(f"add a row: {'long ' * 20}{number}")
    person.says("rows")
    person.presses("Carry on")
    for _ in range(25):
        person.says("9")
    assert record(person).finished is not None
    assert not faults(person.reply.card)
