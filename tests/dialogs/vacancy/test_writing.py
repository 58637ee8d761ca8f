"""A job description from "new vacancy" to its Word file: pressed through, said in words, left, taken up, pressed late and twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogs.reply import reply_text
from bot.dialogs.turn import Memory
from bot.people.profile import Profile
from bot.people.records import Record
from bot.vacancies.draft import LONGEST_LINE, MOST_LINES, Draft
from bot.vacancies.sections import filled
from tests.cards.checking import faults
from tests.dialogs.asking import library
from tests.dialogs.vacancy.writing import STRATEGY, begun, buttons, draft, drafts, field, manager, options, pressable

SAID = [
    *("next", "back", "overview", "section 2", "all of them", "none of them", "take 2 and 4", "drop 1", "3: Runs the store", "add: x y z"),
    *("duties", "Trains users", "person specification", "2 is essential", "essential: a licence", "career grade", "keep it", "check it"),
    *("make it grade 6", "keep them", "make it grade 5", "yes", "no", "copy it", "delete it", "undo", "my job descriptions", "1", "done"),
    *("later", "continue my job description", "new vacancy", "the lab manager", "department: Chemistry", "what is expected at grade 5?"),
]


@pytest.mark.parametrize("framework", ["lancaster", "matrix"])
def test_a_hurried_manager_presses_the_first_button_and_has_it_in_ten_messages(framework: str) -> None:
    person = manager(framework)
    person.says("new vacancy")
    person.presses("Grade 5, Technician")
    said = 2
    while "Word file" not in buttons(person)[:1]:
        person.presses(buttons(person)[0])
        said += 1
    person.presses("Word file")
    assert said + 1 <= 10
    (download,) = person.reply.downloads
    assert (download.document, download.record) == ("job-description", person.notebook.all(Draft)[0].id)
    body = draft(person)
    assert body.done is not None
    assert len(body.lines) > 10
    assert all(len(section.lines) <= 3 * len(section.competencies) for section in body.sections)


def test_the_grade_duties_were_found_at_leads_straight_to_a_draft_for_that_role() -> None:
    person = begun("job description for the lab manager")
    assert draft(person).role == "manager-7"
    assert person.reply.text.startswith("I have begun a job description for grade 7, Facility, Laboratory or Technical Manager")
    assert field(person, "job-title") == "Facility, Laboratory or Technical Manager"


def test_asking_again_takes_the_untouched_one_and_offers_to_carry_on_with_a_begun_one() -> None:
    person = begun()
    person.says("job description for grade 5")
    assert len(drafts(person)) == 1
    person.says("department: Chemistry")
    person.says("job description for grade 5")
    assert len(drafts(person)) == 2
    assert "You have begun one for this role before" in reply_text(person.reply)
    person.presses("Carry on")
    assert field(person, "department") == "Chemistry"


def test_a_grade_with_two_roles_is_asked_about_and_answered_in_words() -> None:
    person = manager()
    person.says("new vacancy, grade 7")
    assert pressable(person) == ["Grade 7, Specialist Technician", "Grade 7, Facility, Laboratory or Technical Manager"]
    person.says("the lab manager")
    assert draft(person).role == "manager-7"


def test_the_askers_own_role_is_not_taken_for_the_vacancy() -> None:
    person = manager(profile=Profile("lancaster", 5, "technician-5", "technical"))
    assert person.says("new vacancy").text.startswith("Which role is the job description for?")


def test_the_whole_of_it_in_words() -> None:
    person = begun()
    person.says("department: Chemistry\nreports to the Technical Manager\nsupervises nobody")
    for words in ("next", "section 2", "take 2", "add: runs the clean room", "keep the rest"):
        person.says(words)
    person.says("Looks after the confocal microscope\nTrains users")
    for words in ("next", "2 is essential", "essential: a forklift licence", "drop 1", "next", "keep it", "done"):
        person.says(words)
    body = draft(person)
    assert [(each.id, each.text) for each in body.header] == [
        ("department", "Chemistry"),
        ("responsible-to", "The Technical Manager"),
        ("supervises", "Nobody"),
    ]
    assert [line.text for line in body.sections[1].lines] == [
        "Works mainly independently, but understands when more support is needed.",
        "runs the clean room",
    ]
    assert body.duties == ("Looks after the confocal microscope", "Trains users")
    assert [(each.text.split()[0], each.need, each.own) for each in body.person] == [
        ("Holds", "essential", False),
        ("a", "essential", True),
        ("Has", "no", False),
    ]
    assert body.career is True
    assert body.done is not None


def test_words_and_ticks_choose_the_same() -> None:
    person, other = begun(), begun()
    for each in (person, other):
        each.says("section 1")
    person.says("take 1 and 3")
    offered = options(other, "tasks")
    other.presses("Next", tasks=f"{offered[0][1]},{offered[2][1]}")
    assert draft(person).sections == draft(other).sections


def test_lines_are_added_taken_out_reworded_and_numbers_that_are_not_there_are_told() -> None:
    person = begun()
    person.says("section 1")
    for words, numbers in (
        ("drop 2", "1 and 3"),
        ("only 1", "1"),
        ("add 3", "1 and 3"),
        ("the first two", "1 and 2"),
        ("all of them", "1, 2 and 3"),
    ):
        assert f"Now in: {numbers}." in person.says(words).text
    assert "Now nothing is in." in person.says("none of them").text
    assert "I did not find that number." in person.says("take 9").text
    person.says("change 2 to Finds the best way to mend it")
    assert [(line.text, line.role) for line in draft(person).sections[0].lines] == [("Finds the best way to mend it", "")]


def test_a_question_in_between_is_answered_with_the_way_back() -> None:
    person = begun()
    person.says("section 2")
    assert "Back to the job description" in reply_text(person.says("what is expected at grade 5?"))
    person.presses("Back to the job description")
    assert person.reply.text.startswith("Teamwork and Motivation.")


def test_it_can_be_left_and_taken_up_days_later_where_it_was() -> None:
    person = begun()
    person.presses("Next")
    person.presses("Keep all of these")
    person.says("later")
    assert person.memory.focus is None
    person.waits(days=9)
    person.memory = Memory()
    assert "What is special about this post?" in person.says("continue my job description").text


def test_an_old_card_changes_only_what_is_changed_on_it() -> None:
    person = begun()
    old = person.reply.card
    person.says("department: Chemistry")
    person.presses("Next", old, supervises="2 technicians")
    body = draft(person)
    assert (body.entered("department"), body.entered("supervises")) == ("Chemistry", "2 technicians")
    person.says("section 1")
    card = person.reply.card
    person.says("add: runs the clean room")
    keys = [value for _, value in options(person, "tasks")]
    person.presses("Next", card, tasks=",".join(keys[:2]))
    assert [line.text for line in draft(person).sections[0].lines][-1] == "runs the clean room"
    assert len(draft(person).sections[0].lines) == 3


def test_a_press_that_comes_twice_counts_once() -> None:
    person = begun()
    person.says("section 1")
    card = person.reply.card
    person.presses("Next", card, own="Runs the clean room.")
    after = person.notebook.all(Draft)
    person.presses("Next", card, own="Runs the clean room.")
    assert person.notebook.all(Draft) == after
    other = manager()
    roles = other.says("new vacancy").card
    for _ in range(2):
        other.presses("Grade 5, Technician", roles)
    assert len(drafts(other)) == 1


def test_too_long_or_too_many_is_refused_kindly_and_nothing_is_lost() -> None:
    person = begun()
    person.presses("Next", department="x" * 301)
    assert person.reply.text.startswith("That is 301 characters, and there is room for 300.")
    assert field(person, "department") == "x" * 301
    person.says("duties")
    person.presses("Next", duties="\n".join(f"Duty number {at}" for at in range(6)))
    assert "That is 6 duties, and there is room for 5." in person.reply.text
    assert field(person, "duties").endswith("Duty number 5")
    assert "Nothing was changed." in person.presses("Next", duties="x" * 20_000).text
    assert draft(person).duties == ()
    person.says("section 1")
    assert "there is room for 500" in person.says(f"add: {'x' * (LONGEST_LINE + 1)}").text


def test_the_checks_find_what_is_empty_above_the_grade_or_puts_people_off() -> None:
    person = begun()
    person.says("section 3")
    person.says("none of them")
    person.says("duties")
    person.says(f"{STRATEGY}\nMust be a rockstar who can cope under pressure")
    told = reply_text(person.says("check it"))
    assert "This reads like grade 9 work, where the framework says:" in told
    assert "“rockstar” may put people off. It sounds like a boast" in told
    assert "“cope under pressure” may put people off." in told
    assert "“Management and Leadership” has no tasks" in told
    assert "Still empty: Department/College; Directly responsible to;" in told
    person.presses("Say “expert” instead of “rockstar”")
    assert draft(person).duties[1] == "Must be an expert who can cope under pressure"


def test_too_much_is_pointed_out() -> None:
    person = begun()
    person.says("section 1")
    for at in range(4):
        person.says(f"add: keeps bench {at} in order")
    person.says("person specification")
    for at in range(5):
        person.says(f"essential: a licence of kind {at}")
    told = reply_text(person.says("check it"))
    assert "“Service Delivery / Workspace Specific Duties” has 7 tasks." in told
    assert "essential lines: a long list keeps good people from applying." in told


def test_an_untouched_draft_has_nothing_but_the_header_to_look_at() -> None:
    for framework in library().frameworks.values():
        for role in framework.roles.values():
            person = manager(framework.id)
            body = Draft(framework=framework.id, role=role.id, sections=filled(framework, role))
            person.notebook.keep([Record("d1", body)], [], 1.0)
            person.says("continue my job description")
            assert person.says("check it").text.startswith("1 thing is worth another look"), (framework.id, role.id)


def test_another_grade_names_the_lines_that_no_longer_fit_and_keeps_what_is_ticked() -> None:
    person = begun()
    person.says("section 1")
    person.says("add: runs the clean room")
    before = draft(person)
    told = person.says("make it grade 6")
    assert "lines still fit. Here are the others" in told.text
    assert draft(person) == before
    offered = options(person, "keep")
    assert offered[0][0].startswith("Service Delivery / Workspace Specific Duties: ")
    person.presses("Change it to grade 6", keep=offered[0][1])
    body = draft(person)
    assert body.role == "senior-technician"
    texts = [line.text for line in body.lines]
    assert before.sections[0].lines[0].text in texts
    assert "runs the clean room" in texts
    assert before.sections[0].lines[1].text not in texts
    assert "The framework says this of grade 5, not of this role." in reply_text(person.says("check it"))


@pytest.mark.parametrize(("words", "kept"), [("keep them", True), ("drop them", False)])
def test_what_becomes_of_them_is_said_in_words(words: str, kept: bool) -> None:
    person = begun()
    before = {line.text for line in draft(person).lines}
    person.says("change the grade to 9")
    person.says(words)
    after = {line.text for line in draft(person).lines}
    assert draft(person).role == "director-9"
    assert (before <= after) is kept


def test_a_lower_grade_leaves_demands_above_it_to_be_checked() -> None:
    person = begun("job description for grade 6")
    person.says("make it grade 5")
    person.says("keep them")
    assert "The framework says this of grade 6. Take it out, or look at the grade again." in reply_text(person.says("check it"))


def test_the_list_a_copy_and_deleting_with_undo() -> None:
    person = begun()
    person.says("department: Chemistry")
    person.waits(minutes=1)
    person.says("copy it")
    assert len(drafts(person)) == 2
    person.waits(minutes=1)
    person.says("title: Imaging Technician")
    told = reply_text(person.says("my job descriptions"))
    assert "You have 2 job descriptions." in told
    assert "Imaging Technician, grade 5" in told
    person.says("delete my job description")
    person.says("1")
    assert person.reply.text == "I have deleted the job description “Imaging Technician, grade 5”. You can have it back for a day."
    person.presses("Undo")
    assert all(each.deleted is None for each in drafts(person))
    person.says("delete it")
    person.says("undo")
    assert all(each.deleted is None for each in drafts(person))


def test_what_was_deleted_is_gone_after_a_day() -> None:
    person = begun()
    person.says("delete it")
    card = person.reply.card
    person.waits(days=2)
    assert person.presses("Undo", card).text == "I no longer have that job description. Say “new vacancy” to begin one."
    assert person.says("my job descriptions").text.startswith("You have no job description yet.")


def test_the_career_part_is_kept_with_criteria_of_the_step_or_ones_own() -> None:
    person = begun()
    assert "The criteria for grade 6, as the framework gives them" in reply_text(person.says("career grade"))
    person.presses("Keep it in")
    assert draft(person).career is True
    other = begun("job description for the lab manager")
    assert "The framework gives no criteria for the step up from grade 7" in reply_text(other.says("career grade"))
    other.presses("Keep it in")
    assert "The career grade part has no criteria." in reply_text(other.reply)
    other.says("career grade")
    other.presses("Keep it in", criteria="Has run the facility for two years.")
    assert "no criteria" not in reply_text(other.reply)


def test_a_framework_without_a_template_says_that_it_builds_from_its_areas() -> None:
    person = begun(framework="matrix")
    told = reply_text(person.reply)
    assert "This framework has no job description template, so the sections are its areas, and the header is the usual one." in told
    assert "Step 1 of 5" in told
    assert "Career grade" not in reply_text(person.says("overview"))


def test_every_step_can_be_reached_from_the_overview() -> None:
    person = begun()
    person.says("overview")
    for _, step in options(person, "to"):
        person.says("overview")
        person.presses("Open it", to=step)
        assert person.memory.focus
        assert person.memory.focus.step == step
        assert faults(person.cards[-1]) == []


def test_somebody_elses_draft_does_not_exist() -> None:
    person, other = begun(), manager()
    card = person.says("overview").card
    for button in ("Open it", "Copy it", "Delete it", "Another grade or role"):
        assert other.presses(button, card).text == "I no longer have that job description. Say “new vacancy” to begin one."
    assert drafts(other) == ()


def test_what_goes_into_one_is_told_and_begins_nothing() -> None:
    person = manager()
    told = reply_text(person.says("what goes into a job description?"))
    assert "Service Delivery / Workspace Specific Duties, Teamwork and Motivation" in told
    assert drafts(person) == ()
    assert person.presses("Write one").text.startswith("Which role")


def test_with_forty_there_is_no_room_for_another() -> None:
    person = manager()
    many = [Record(f"d{at}", Draft(framework="lancaster", role="technician-5", duties=(f"Duty {at}",))) for at in range(40)]
    person.notebook.keep(many, [], 1.0)
    assert "as many as I keep. Delete one you no longer need" in person.says("job description for grade 5").text
    assert len(drafts(person)) == 40


def test_a_role_that_the_framework_no_longer_has_is_to_be_chosen_anew() -> None:
    person = manager()
    person.notebook.keep([Record("d1", Draft(framework="lancaster", role="gone", duties=("Runs the clean room.",)))], [], 1.0)
    person.says("my job descriptions")
    person.presses(pressable(person)[0])
    assert person.reply.text.startswith("The framework no longer has the role it was for.")
    person.presses("Grade 5, Technician")
    person.presses("Change it to grade 5")
    assert (draft(person).role, draft(person).duties) == ("technician-5", ("Runs the clean room.",))


def test_no_leaves_the_grade_as_it_is_and_yes_changes_it() -> None:
    person = begun()
    before = draft(person)
    person.says("make it grade 6")
    person.says("no")
    assert draft(person) == before
    person.says("make it grade 6")
    person.says("yes")
    assert draft(person).role == "senior-technician"


@pytest.mark.parametrize(("said", "kept"), [("yes", True), ("no", False), ("keep it", True), ("leave it out", False)])
def test_the_question_about_the_career_grade_is_answered_in_a_word(said: str, kept: bool) -> None:
    person = begun()
    person.says("career grade")
    person.says(said)
    assert draft(person).career is kept


@pytest.mark.parametrize("said", ["add to my plan: shadow the finance officer", "log evidence: I trained two apprentices"])
def test_what_is_for_the_plan_or_the_evidence_is_no_duty(said: str) -> None:
    person = begun()
    person.says("duties")
    person.says(said)
    assert draft(person).duties == ()


def test_letters_that_no_file_can_hold_do_no_harm() -> None:
    person = begun()
    person.presses("Next", department="Che\ud800mistry")
    assert draft(person).entered("department") == "Che\ud800mistry"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(SAID), st.text(max_size=30)), max_size=12))
def test_whatever_is_typed_the_draft_stays_whole_and_every_card_can_be_shown(said: list[str]) -> None:
    person = begun()
    for words in said:
        person.says(words)
        assert faults(person.cards[-1]) in ([], ["4 actions"])
    for body in drafts(person):
        assert all(len(section.lines) <= MOST_LINES for section in body.sections)
        assert len(body.duties) <= 5
