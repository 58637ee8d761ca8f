"""What is said while a job description is written, and how one is asked for."""

import pytest

from bot.understanding.describing import Describing, Which, Wish
from bot.understanding.language import Language
from bot.understanding.reading import Intent
from tests.understanding.talking import Heard


@pytest.fixture(scope="module")
def describing(language: Language) -> Describing:
    return language.describing


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("take 2 and 4", Wish("only", Which((2, 4)))),
        ("Only the first two, please", Wish("only", Which((1, 2)))),
        ("1-3", Wish("only", Which((1, 2, 3)))),
        ("take all of them", Wish("only", Which(everything=True))),
        ("add 3", Wish("plus", Which((3,)))),
        ("leave out the last one", Wish("minus", Which((-1,)))),
        ("add: runs the clean room", Wish("own", text="runs the clean room")),
        ("add runs the 2 clean rooms", Wish("own", text="runs the 2 clean rooms")),
        ("change 3 to Runs the store", Wish("reword", Which((3,)), "Runs the store")),
        ("3: Runs the store", Wish("reword", Which((3,)), "Runs the store")),
        ("2 and 3 are desirable", Wish("desirable", Which((2, 3)))),
        ("essential: a forklift licence", Wish("essential", text="a forklift licence")),
        ("make it a 6", Wish("regrade", text="6")),
        ("what is expected at grade 5?", None),
        ("runs the clean room", None),
    ],
)
def test_wishes_about_lines(describing: Describing, said: str, wish: Wish | None) -> None:
    assert describing.wish(said) == wish


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("department: Chemistry", [("department", "Chemistry")]),
        ("she reports to the Technical Manager", [("responsible-to", "the Technical Manager")]),
        ("reports to: Jo", [("responsible-to", "Jo")]),
        ("change the title to Imaging Technician", [("job-title", "Imaging Technician")]),
        ("purpose: keeps the labs running", [("purpose", "keeps the labs running")]),
        ("looks after two lasers", []),
        (
            "title is Kiln Technician, department Art, and reports to Jo",
            [("job-title", "Kiln Technician"), ("department", "Art"), ("responsible-to", "Jo")],
        ),
        ("it's called Kiln Technician and it sits in Art", [("job-title", "Kiln Technician"), ("department", "Art")]),
        ("department: Art; manager: Jo\nsupervises nobody", [("department", "Art"), ("responsible-to", "Jo"), ("supervises", "nobody")]),
        ("department: Art, Design and Music", [("department", "Art, Design and Music")]),
        ("reports to Jo Lee, manager of the kilns", [("responsible-to", "Jo Lee, manager of the kilns")]),
        ("internal: staff, students, external: suppliers", [("internal-contacts", "staff, students"), ("external-contacts", "suppliers")]),
        ("department Art", []),
        ("reports to Jo, and reports to Al", [("responsible-to", "Jo, and reports to Al")]),
        ("title is Kiln Technician, keeps the kilns going", [("job-title", "Kiln Technician, keeps the kilns going")]),
    ],
)
def test_fields_of_the_header(describing: Describing, said: str, fields: list[tuple[str, str]]) -> None:
    assert describing.fields(said) == tuple(fields)


def test_where_the_header_is_shown_a_name_and_what_follows_fill_a_field(describing: Describing) -> None:
    assert describing.fields("department Art", bare=True) == (("department", "Art"),)
    assert describing.fields("manager of the kilns", bare=True) == ()


@pytest.mark.parametrize("said", ["vacancy", "i need to fill a vacancy", "we're hiring", "help me fill a post", "I am recruiting"])
def test_a_vacancy_begins_however_it_is_said(describing: Describing, said: str) -> None:
    assert describing.role_after(said) == ""


@pytest.mark.parametrize("said", ["how do I fill a vacancy?", "what happens when a vacancy comes up", "recruitment figures"])
def test_what_asks_about_vacancies_begins_none(describing: Describing, said: str) -> None:
    assert describing.role_after(said) is None


@pytest.mark.parametrize("framework", ["lancaster", "matrix"])
def test_a_job_description_for_every_role_is_read_as_one(heard: Heard, framework: str) -> None:
    for role in heard.library.frameworks[framework].roles.values():
        for said in (f"job description for grade {role.grade}, {role.title}", f"new vacancy: {role.title}, grade {role.grade}"):
            reading = heard.best(framework, said)
            assert (reading.intent, reading.roles) == (Intent.JOB_DESCRIPTION, (role.id,)), said


@pytest.mark.parametrize("said", ["new vacancy", "I have a new vacancy", "a new vacancy please", "start a vacancy"])
def test_a_new_vacancy_is_for_a_role_still_to_be_named_whatever_was_talked_of(heard: Heard, said: str) -> None:
    first, second = heard.talk("lancaster", ["what is a grade 5 expected to do for budgets", said])
    assert first.grades == (5,)
    assert (second.intent, second.roles, second.grades) == (Intent.JOB_DESCRIPTION, (), ())


@pytest.mark.parametrize(
    "said", ["continue my job description", "show my job descriptions", "delete my job description", "copy my last job description"]
)
def test_what_is_wanted_with_an_earlier_one_is_about_job_descriptions(heard: Heard, said: str) -> None:
    assert heard.best("lancaster", said).intent is Intent.JOB_DESCRIPTION


def test_questions_about_recruiting_are_still_answered_from_the_guidance(heard: Heard) -> None:
    assert heard.best("lancaster", "what are the steps of recruiting to a vacancy?").intent is Intent.GUIDE
