"""Talks as people have them on a phone: corrections, a moment's pause, choices by a word, and questions that stand alone."""

import pytest

from bot.dialogs.reply import Reply, reply_text
from bot.people.profile import Profile
from tests.dialogs.person import Person
from tests.msteams.talking import shipped

TECHNICIAN = Profile(framework="lancaster", grade=5, role="technician-5", path="technical")


def _person(profile: Profile = TECHNICIAN) -> Person:
    return Person(shipped(), profile=profile)


def _talk(*messages: str, profile: Profile = TECHNICIAN) -> Reply:
    """The reply to the last of some messages of one person."""
    person = _person(profile)
    return [person.says(message) for message in messages][-1]


def _assessing(*messages: str) -> Reply:
    return _talk("start my self-assessment", "begin", *messages)


@pytest.mark.parametrize("correction", ["sorry I meant 6", "no wait, 6", "oops 6", "actually 6", "no, make that 6", "I mean 6"])
def test_a_mark_taken_back_corrects_the_row_that_was_just_saved_and_the_next_still_waits(correction: str) -> None:
    reply = _assessing("7, because I run the booking rota", correction)
    assert reply.text.startswith("Changed: Service Delivery is 6 now; it was 7.")
    assert "Row 2 of 10: Teamwork" in reply.text


def test_where_nothing_was_saved_just_before_a_correcting_word_leads_to_a_mark_of_the_row_that_waits() -> None:
    assert _assessing("no, 8").text.startswith("Saved: 8 for Service Delivery.")
    person = _person()
    for words in ("start my self-assessment", "begin", "7", "11"):
        person.says(words)
        person.waits(seconds=20)
    assert person.says("sorry, 9").text.startswith("Saved: 9 for Teamwork")


def test_after_a_question_in_between_a_correcting_word_is_for_the_row_that_waits() -> None:
    assert _assessing("7", "what is safety like at grade 6?", "ok, no, 5").text.startswith("Saved: 5 for Teamwork")


def test_of_two_marks_in_one_message_the_one_that_takes_back_the_other_counts() -> None:
    assert _assessing("6, actually make that 7").text.startswith("Saved: 7 for Service Delivery.")


@pytest.mark.parametrize("pause", ["hang on", "wait", "one sec", "brb", "give me a minute"])
def test_whoever_asks_for_a_moment_finds_what_waited_as_it_was(pause: str) -> None:
    person = _person()
    for words in ("start my self-assessment", "begin", "7", pause):
        reply = person.says(words)
    assert reply.text.startswith("Take your time.")
    assert not reply.saves
    assert person.says("8").text.startswith("Saved: 8 for Teamwork")


def test_a_moment_asked_for_is_no_answer_that_a_plan_keeps() -> None:
    person = _person()
    person.says("start my plan")
    person.says("in my own words")
    assert not person.says("hang on a sec").saves
    assert person.says("run the booking rota alone").saves


def test_how_many_rows_are_left_is_told_while_an_assessment_is_put_aside() -> None:
    assert "1 of 10 rows marked" in _assessing("7", "later", "how many left").text


@pytest.mark.parametrize(
    ("said", "beginning"), [("bye", "Bye for now."), ("done for today", "Bye for now."), ("sorry, bad day", "No harm done.")]
)
def test_a_goodbye_and_an_apology_are_answered_as_such(said: str, beginning: str) -> None:
    assert _talk(said).text.startswith(beginning)


def test_what_somebody_tells_of_themselves_is_noted_and_the_question_after_it_answered() -> None:
    person = _person(Profile())
    reply = person.says("im a grd 5 tech, whats grade 6 expected to do?")
    assert reply.text.startswith("Noted: you are grade 5, Technician.")
    assert "Grade 6, Senior Technician is expected" in reply.text
    assert person.profile.grade == 5
    assert "grade 5, Technician to grade 6" in person.says("and whats different from mine").text


def test_a_role_is_chosen_by_the_word_that_tells_it_from_the_other() -> None:
    person = _person(Profile())
    person.says("actually im grade 7")
    assert "you are grade 7, Facility, Laboratory or Technical Manager" in person.says("the manager one").text
    assert person.profile.role == "manager-7"


def test_what_evidence_shows_is_chosen_by_a_word_of_its_name() -> None:
    reply = _talk("log evidence: I trained two apprentices on the mill", "support one")
    assert reply.text == "Kept under teaching and research support."


def test_what_somebody_did_is_kept_though_it_sounds_like_a_question_about_a_competency() -> None:
    reply = _talk("log some evidence", "Sorted the chemical store and cut waste by 20%")
    assert [each.body.kind for each in reply.saves] == ["evidence"]


def test_a_question_after_the_wish_to_log_evidence_is_answered_and_kept_by_nobody() -> None:
    reply = _talk("log some evidence", "safety for a grade 6 technician please")
    assert not reply.saves
    assert "grade 6" in reply.text


def test_one_of_a_choice_of_questions_is_named_by_its_place() -> None:
    person = _person(Profile())
    offered = person.says("hello")
    assert "What is expected at grade 6 for safety?" in reply_text(offered)
    assert person.says("the first one").text.startswith("Safety at grade 6")


def test_who_does_another_duty_is_asked_anew_and_nothing_of_the_question_before_counts() -> None:
    alone, after = _talk("who buys gloves"), _talk("which grade is responsible for buildings?", "who buys gloves")
    assert alone.text == after.text


@pytest.mark.parametrize("odd", ["who fixes the coffee machine?", "who cleans the toilets", "who walks the dog"])
def test_of_what_the_framework_does_not_know_no_grade_is_given_whatever_was_talked_of(odd: str) -> None:
    for reply in (_talk(odd), _talk("what does a grade 7 specialist do for facilities", odd), _talk("who runs cleanrooms?", odd)):
        assert "That is grade" not in reply.text
        assert "Closest is grade" not in reply.text


def test_what_is_paid_is_not_answered_with_a_competency_left_from_before() -> None:
    reply = _talk("facilities at grade 8", "do i get paid more at 8")
    assert reply.text.startswith("The framework does not say what anybody is paid")


@pytest.mark.parametrize(
    ("before", "said", "holds"),
    [
        ("budget at grade 6", "sorry meant planning not budget", "Planning"),
        ("safety at grade 8", "how is the manager different", "Senior Specialist Technician and Senior Technical or"),
        ("safety at grade 5", "great, and at 6?", "grade 6"),
        ("how does the 1 to 10 scale work", "does it have to be whole numbers?", "1 to 10"),
    ],
)
def test_a_follow_up_goes_on_from_what_was_asked(before: str, said: str, holds: str) -> None:
    assert holds in _talk(before, said).text


def test_the_name_of_the_bands_is_explained_whoever_was_talked_of() -> None:
    assert _talk("what does a grade 8 specialist do", "what is hett").text.startswith("HETT is")
    assert _talk("which band is grade 8 in").text.startswith("Grade 8 is band 5")


def test_who_decides_on_a_step_is_told_where_the_framework_tells_it_and_else_that_it_does_not() -> None:
    assert "5 steps for how it is assessed" in _talk("who can approve a regrade", profile=Profile()).text
    manager = Profile(framework="lancaster", grade=7, role="manager-7", path="manager")
    assert _talk("who decides on my promotion to 8", profile=manager).text.startswith("The framework does not say who decides")


def test_roles_set_side_by_side_at_one_grade_are_so_at_the_next() -> None:
    profile = Profile(framework="matrix")
    assert (
        "Senior Technical Specialist and Senior Technical Team Manager"
        in _talk("compare specialist and manager at 6", "and 7", profile=profile).text
    )


def test_the_way_to_a_grade_is_told_though_something_else_was_talked_of() -> None:
    assert "formal criteria" in _talk("safety at grade 8", "how do i get to 8", profile=Profile()).text


def test_one_comes_back_from_the_other_framework_to_the_same_question() -> None:
    reply = _talk("budgets at grade 9", "same in the other framework", "back to lancaster")
    assert reply.text.startswith("Budgets at grade 9, Technical Director")


def test_where_an_answer_stands_is_told_first() -> None:
    assert _talk("budgets at grade 6", "where is that from").text.startswith(
        "In our words, from Technicians Career Framework Guide, Figure 3"
    )


def test_a_shorter_answer_is_more_than_its_heading() -> None:
    reply = _talk("budgets at grade 9", "same in the other framework", "shorter")
    assert len(reply.text) > 60


@pytest.mark.parametrize("asks", ["can my boss see this", "is this confidential", "who else can see what i tell you"])
def test_who_sees_what_one_tells_is_answered_in_the_first_sentence(asks: str) -> None:
    assert _talk(asks, profile=Profile()).text.startswith("Nobody else sees")
    assert _talk(asks).text.startswith("Nobody else sees")


def test_the_first_of_what_helps_goes_into_the_plan_and_not_the_words_that_say_so() -> None:
    person = _person()
    person.says("how do i get better at budgets")
    (saved,) = person.says("add the first to my plan").saves
    assert saved.body.activity == "On the job training"


def test_what_is_to_be_added_is_no_answer_to_what_the_plan_asks() -> None:
    person = _person()
    for words in ("start my plan", "budgets", "the first one", "make it the end of march", "yes"):
        person.says(words)
    (saved,) = person.says("add: shadow the finance partner").saves
    assert saved.body.activity == "shadow the finance partner"


def test_an_entry_is_moved_by_its_place_and_had_back_by_keeping_it() -> None:
    person = _person()
    for words in ("start my plan", "budgets", "the first one", "my plan"):
        person.says(words)
    assert "30 June 2027" in person.says("change the first one to june").text
    person.says("yes")
    person.says("my plan")
    assert "dropped" in person.says("drop it").text
    assert "back in your plan" in person.says("actually keep it").text


def test_an_entry_is_done_though_its_date_was_asked_for() -> None:
    person = _person()
    for words in ("start my plan", "budgets", "the first one", "make it the end of march"):
        person.says(words)
    (saved,) = person.says("ok mark it done").saves
    assert saved.body.status == "done"


def test_a_list_of_short_duties_is_graded_though_one_begins_as_a_wish_may() -> None:
    person = _person(Profile())
    reply = person.says("Order chemicals\nHelp students in practical classes\nMaintain the lab equipment\nWrite risk assessments")
    assert [each.body.kind for each in reply.saves] == ["grading"]


def test_a_time_of_ones_own_choice_is_refused_first_and_the_reminders_told_after() -> None:
    assert _talk("remind me about my assessment every friday").text.startswith("I can’t remind you at a time of your own choice")


@pytest.mark.parametrize("said", ["nobody cares", "no one cares", "I feel like giving up", "im so stressed about my pdr"])
def test_distress_is_heard_in_plain_words(said: str) -> None:
    assert _talk(said).text.startswith("I’m sorry. That sounds very hard.")


def test_the_verb_alone_tells_whom_a_question_that_goes_on_means() -> None:
    person = _person(Profile())
    person.says("who signs off risk assessments")
    assert "grade 6" in person.reply.text
    assert "grade 5" in person.says("and who just drafts em").text


def test_a_question_after_one_that_was_not_sure_goes_on_from_that() -> None:
    person = _person(Profile())
    person.says("what is a PDP")
    unsure = person.says("Writes risk assessments")
    assert unsure.missed == "unsure"
    assert "Safety" in person.says("and at 5?").text


def test_an_order_that_names_a_grade_is_no_comparison_with_what_was_talked_of() -> None:
    person = _person(Profile())
    person.says("who orders the gloves")
    assert "self-assessment against grade 6" in person.says("start my self assessment against grade 6").text


def test_forget_it_in_the_middle_of_a_plan_is_no_answer() -> None:
    person = _person(Profile())
    person.says("make me a plan")
    person.says("getting better at budgets")
    assert "is in your plan" in person.says("forget it").text
    assert "forget it" not in reply_text(person.says("my plan"))
