"""A job description in the words of a hurried manager, with the knowledge that ships: begun, filled in, undone, listed, graded, pasted."""

import pytest

from bot.cards.words import card_words
from bot.dialogs.reply import reply_text
from bot.people.profile import Profile
from bot.phrases.en import grading as of_grading
from bot.phrases.en import vacancy as say
from bot.vacancies.draft import LONGEST_LINE, Draft
from tests.dialogs.person import Person
from tests.dialogs.vacancy.writing import draft, drafts, pressable
from tests.msteams.talking import shipped

FEW = ("Looks after the kilns", "Orders clay and glazes", "Inducts students in the glaze store")
SOME = ("Writes the risk assessments for the kiln room", "Shows students how to use the lathe", "Orders gloves and tips")
MANY = (*SOME, *FEW, "Holds a budget of £8k for clay")
A_PHONE = 1_100  # so many characters are about a screen and a thumb's width


def somebody(framework: str = "lancaster") -> Person:
    return Person(shipped(), Profile(framework))


def begun(framework: str = "lancaster") -> Person:
    person = somebody(framework)
    person.says("job description for grade 6" if framework == "lancaster" else "job description for a technical specialist")
    return person


def own(person: Person) -> list[str]:
    """What is in it in the author's own words."""
    body = draft(person)
    return [*body.duties, *(line.text for line in body.lines if not line.role)]


@pytest.mark.parametrize("framework", ["lancaster", "matrix"])
def test_from_a_vacancy_to_the_word_file_in_ten_messages_of_words(framework: str) -> None:
    person = somebody(framework)
    person.says("i need to fill a vacancy")
    person.says("a specialist who looks after the kilns, grade 7" if framework == "lancaster" else "technical specialist grade 6")
    person.says("title is Kiln Specialist, department Fine Art, reports to the Workshop Manager")
    for words in ("next", "keep all of these", "\n".join(FEW), "next", "finish", "word"):
        person.says(words)
    (download,) = person.reply.downloads
    assert download.document == "job-description"
    body = draft(person)
    assert {each.id: each.text for each in body.header} == {
        "job-title": "Kiln Specialist",
        "department": "Fine Art",
        "responsible-to": "The Workshop Manager",
    }
    assert body.duties == FEW


@pytest.mark.parametrize("framework", ["lancaster", "matrix"])
def test_from_pasted_duties_to_the_word_file_in_ten_messages_of_words(framework: str) -> None:
    person = somebody(framework)
    person.says("Which grade is this job?\n" + "\n".join(MANY))
    person.says("not sure")
    for _ in range(2):
        person.says("b")
    person.says("write the job description")
    if not drafts(person):
        person.says(pressable(person)[0])
    for words in ("department Fine Art", "finish", "word"):
        person.says(words)
    (download,) = person.reply.downloads
    assert download.document == "job-description"
    assert set(own(person)) == set(MANY)


@pytest.mark.parametrize("words", ["vacancy", "we're hiring", "help me fill a post", "recruiting for a technician"])
def test_a_vacancy_however_it_is_said_asks_for_the_role(words: str) -> None:
    person = somebody()
    assert person.says(words).text == say.WHICH_TEXT
    person.says("a senior technician who looks after the lasers and trains their users, grade 6")
    assert draft(person).role == "senior-technician"


@pytest.mark.parametrize("first", ["", "new vacancy"])
def test_the_role_and_the_header_may_be_told_in_one_message(first: str) -> None:
    person = somebody()
    if first:
        person.says(first)
    said = "a senior technician, title is Laser Technician, department Physics, reports to the Technical Manager"
    person.says(said if first else f"job description for {said}")
    assert draft(person).role == "senior-technician"
    assert draft(person).entered("job-title") == "Laser Technician"
    assert draft(person).entered("responsible-to") == "The Technical Manager"


def test_a_question_in_between_names_no_role() -> None:
    person = somebody()
    person.says("new vacancy")
    person.says("what is expected at grade 7 for safety and for the budgets of a facility, in short?")
    assert not drafts(person)
    person.says("remind me on friday to look at the senior technician vacancy again")
    assert not drafts(person)


def test_undo_takes_the_last_change_back_says_what_it_was_of_and_undone_again_it_is_there() -> None:
    person = begun()
    assert person.says("undo").text.startswith(say.NOTHING_TO_UNDO)
    person.says("department: Art")
    person.says("duties")
    person.says("Mends the kilns and their controllers")
    assert "Undone: Role-specific duties." in person.says("undo that").text
    assert draft(person).duties == ()
    assert draft(person).entered("department") == "Art"
    person.says("undo")
    assert draft(person).duties == ("Mends the kilns and their controllers",)


def test_another_role_is_undone_with_all_that_it_changed() -> None:
    person = begun()
    before = draft(person)
    person.says("make it a 5")
    person.says("drop them")
    assert draft(person).role == "technician-5"
    assert "grade 5, Technician" in person.says("oops").text
    assert (draft(person).role, draft(person).sections) == (before.role, before.sections)


def test_undo_is_a_button_of_the_overview_and_an_old_one_pressed_twice_counts_once() -> None:
    person = begun()
    person.says("department: Art")
    person.says("overview")
    card = person.cards[-1]
    person.presses(say.TAKE_BACK, card)
    assert draft(person).entered("department") is None
    person.presses(say.TAKE_BACK, card)
    assert draft(person).entered("department") is None


def test_duties_pasted_among_the_tasks_become_duties_and_start_no_grading() -> None:
    person = begun()
    person.says("tasks")
    assert say.brought(3, (), ()) in person.says("\n".join(FEW)).text
    assert draft(person).duties == FEW
    person.says("\n".join(FEW))
    assert draft(person).duties == FEW
    assert person.reply.text.startswith(say.ALREADY_IN)


def test_duties_pasted_into_one_section_are_tasks_of_it() -> None:
    person = begun()
    person.says("section 2")
    assert say.brought_here(3, ()) in person.says("\n".join(FEW)).text
    assert [line.text for line in draft(person).sections[1].lines if not line.role] == [*FEW]


def test_a_list_with_the_wish_to_have_it_graded_is_graded_even_then() -> None:
    person = begun()
    person.says("which grade are these duties?\n" + "\n".join(SOME))
    assert own(person) == []
    assert of_grading.TITLE in reply_text(person.reply)


def test_more_duties_than_there_is_room_for_go_where_they_belong_and_none_is_lost() -> None:
    person = begun()
    person.says("\n".join(MANY))
    assert set(own(person)) == set(MANY)
    assert len(draft(person).duties) <= 5


def test_a_duty_too_long_for_a_line_is_told_and_the_others_go_in() -> None:
    person = begun()
    long = "Mends " + "very " * (LONGEST_LINE // 5) + "old kilns"
    assert "There was no room for 1 duty" in person.says("\n".join((*FEW, long))).text
    assert draft(person).duties == FEW


def test_the_duties_in_a_draft_are_graded_where_that_is_asked() -> None:
    person = begun()
    assert say.NOTHING_TO_GRADE in reply_text(person.says("grade them"))
    person.says("\n".join(SOME))
    assert "Together these 3 duties point to" in person.says("grade these please").text


def test_under_the_list_orders_are_for_the_one_changed_last_and_numbers_for_their_own() -> None:
    person = begun()
    person.says("title: Kiln Technician")
    person.waits(minutes=1)
    person.says("job description for grade 5")
    person.says("title: Glaze Technician")
    person.says("my job descriptions")
    assert "Person specification" in reply_text(person.says("person spec"))
    person.says("my job descriptions")
    assert "Kiln Technician" in reply_text(person.says("open the second"))
    person.says("my job descriptions")
    person.says("copy 2")
    assert len(drafts(person)) == 3
    person.says("my job descriptions")
    person.says("delete the first one")
    assert [each.deleted is not None for each in drafts(person)].count(True) == 1
    person.says("undo")
    person.says("my job descriptions")
    assert person.says("open 7").text == say.NO_SUCH_ONE
    person.says("my job descriptions")
    assert person.says("a new one").text == say.WHICH_TEXT


def test_a_grading_leads_to_the_roles_of_its_range_the_nearest_first_and_its_duties_go_along() -> None:
    person = somebody()
    person.says("\n".join(MANY))
    for _ in range(4):
        person.says("not sure")
    result = person.cards[-1]
    person.says("write the job description")
    roles = pressable(person)
    assert 1 < len(roles) < 9
    person.presses(roles[0])
    assert set(own(person)) == set(MANY)
    person.says("undo")
    assert own(person) == []
    person.presses(of_grading.JOB_DESCRIPTION, result)
    person.presses(roles[-1])
    assert len(drafts(person)) == 2


def test_the_button_under_a_result_pressed_twice_begins_one() -> None:
    person = somebody()
    person.says("Orders gloves and tips\nWrites risk assessments\nShows students how to use the mill")
    person.says("b")
    person.says("b")
    result = person.cards[-1]
    for _ in range(2):
        person.presses(of_grading.JOB_DESCRIPTION, result)
    if not drafts(person):
        choice, nearest = person.cards[-1], pressable(person)[0]
        for _ in range(2):
            person.presses(nearest, choice)
    assert len(drafts(person)) == 1


def test_a_role_named_outright_after_a_grading_takes_the_duties_along() -> None:
    person = somebody()
    person.says("\n".join(SOME))
    person.says("job description for a lab manager")
    assert draft(person).role == "manager-7"
    assert draft(person).duties == SOME


def test_a_role_talked_of_before_is_not_taken_for_that_of_the_duties() -> None:
    person = somebody()
    person.says("what is expected of a technical director?")
    person.says("\n".join(SOME))
    for _ in range(4):
        person.says("not sure")
    person.says("job description")
    assert "director-9" not in {each.role for each in drafts(person)}


def test_another_s_grading_or_one_that_is_gone_brings_nothing() -> None:
    person = somebody()
    person.says("\n".join(SOME))
    for _ in range(2):
        person.says("b")
    result = person.cards[-1]
    person.says("delete it")
    person.says("yes")
    person.presses(of_grading.JOB_DESCRIPTION, result)
    assert say.WHICH_TEXT in reply_text(person.reply)


@pytest.mark.parametrize("framework", ["lancaster", "matrix"])
def test_the_cards_of_the_tasks_and_of_a_grading_are_about_a_phone_s_screen(framework: str) -> None:
    person = begun(framework)
    shown = [person.says("tasks")]
    person = somebody(framework)
    shown += [person.says("\n".join(MANY)), person.says("b"), person.says("b")]
    lengths = [sum(map(len, card_words(each.card or {}))) for each in shown]
    assert max(lengths) <= A_PHONE, lengths


def test_an_old_draft_without_its_last_change_is_read() -> None:
    body = Draft.model_validate({"framework": "lancaster", "role": "technician-5"})
    assert body.before is None
