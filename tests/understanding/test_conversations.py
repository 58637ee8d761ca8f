"""Conversations of several messages: each goes on from the one before where it lacks something, and a new subject drops the old."""

from typing import NamedTuple

import pytest

from bot.people.profile import Profile
from bot.understanding.reading import Intent
from tests.understanding.talking import NOBODY, Heard

EXPECTATIONS, COMPARE, DEVELOPMENT, FIND_GRADE = Intent.EXPECTATIONS, Intent.COMPARE, Intent.DEVELOPMENT, Intent.FIND_GRADE


class Said(NamedTuple):
    """A message and what it must be read as; None where that is left open."""

    text: str
    intent: Intent | None
    grades: tuple[int, ...] | None = None
    competencies: tuple[str, ...] | None = None
    roles: tuple[str, ...] | None = None


SPECIALIST_7 = Profile("matrix", 7, "senior-technical-specialist-7")
TECHNICIAN_5 = Profile("lancaster", 5, "technician-5", "technical")

LANCASTER = {
    "what is not wanted": [
        Said("budget at grade 6", EXPECTATIONS, (6,), ("budget",)),
        Said("dont want budget, i want planning", EXPECTATIONS, (6,), ("planning",)),
    ],
    "a weak score, and what can be done about it": [
        Said("communication came out as my weakest area", None),
        Said("so what can i do about it", DEVELOPMENT, (), ("communication",)),
    ],
    "a manager who is a person": [
        Said("deputising for my manager, which competencies would that build", DEVELOPMENT, (), None, ()),
    ],
    "what is not meant": [
        Said("what does a grade 5 do about teamwork", EXPECTATIONS, (5,), ("teamwork",)),
        Said("no no not teamwork, SAFETY", EXPECTATIONS, (5,), ("safety",)),
        Said("scrap that, budgets", EXPECTATIONS, (5,), ("budget",)),
        Said("everything else for that grade too please", EXPECTATIONS, (5,), ()),
    ],
    "one role for another in a comparison": [
        Said("facility management: senior technician vs lab manager", COMPARE, (6, 7), ("facility-management",)),
        Said("swap the manager for a specialist", COMPARE, (6, 7), ("facility-management",), ("senior-technician", "specialist-7")),
    ],
    "two roles of a grade, a grade down": [
        Said("compare specialist and manager at grade 8", COMPARE, (8,), (), ("senior-specialist-8", "senior-manager-8")),
        Said("go down one, same thing", COMPARE, (7,), (), ("specialist-7", "manager-7")),
    ],
    "where a competency begins": [
        Said("teaching delivery grade 5", EXPECTATIONS, (5,), ("teaching-delivery",)),
        Said("whats the first grade that does any", FIND_GRADE, None, ("teaching-delivery",)),
    ],
    "a course in what was talked of": [
        Said("what safety does a specialist technician do", EXPECTATIONS, (7,), ("safety",)),
        Said("and a course in that?", DEVELOPMENT, (7,), ("safety",)),
    ],
    "a step from where one is": [
        Said("i'm a senior technician", Intent.SET_PROFILE),
        Said("how would i get to specialist from here", Intent.CAREER_PROGRESSION, (6, 7), None, ("senior-technician", "specialist-7")),
    ],
    "from one grade and competency to the next": [
        Said("safety at grade 5", EXPECTATIONS, (5,), ("safety",)),
        Said("and at 6?", EXPECTATIONS, (6,), ("safety",)),
        Said("what about budgets", EXPECTATIONS, (6,), ("budget",)),
        Said("vs 7", COMPARE, (6, 7), ("budget",)),
        Said("who does that then", FIND_GRADE, None, ("budget",)),
        Said("thanks", Intent.THANKS),
    ],
    "a comparison narrowed to one of two roles": [
        Said("compare 6 and 7 for budgets", COMPARE, (6, 7), ("budget",)),
        Said("the specialist one", COMPARE, (6, 7), ("budget",), ("senior-technician", "specialist-7")),
        Said("what about 7?", EXPECTATIONS, (7,), ("budget",)),
    ],
    "along a path": [
        Said("what is expected of a specialist at grade 7", EXPECTATIONS, (7,), (), ("specialist-7",)),
        Said("and at 8?", EXPECTATIONS, (8,), (), ("senior-specialist-8",)),
        Said("and the manager?", EXPECTATIONS, (8,), (), ("senior-manager-8",)),
        Said("communication", EXPECTATIONS, (8,), ("communication",), ("senior-manager-8",)),
        Said("same for a director", EXPECTATIONS, (9,), ("communication",), ("director-9",)),
    ],
    "from a comparison to development": [
        Said("difference between 5 and 6 for planning", COMPARE, (5, 6), ("planning",)),
        Said("what about teamwork", COMPARE, (5, 6), ("teamwork",)),
        Said("how do I get better at that", DEVELOPMENT, None, ("teamwork",)),
        Said("and communication", DEVELOPMENT, None, ("communication",)),
    ],
    "a greeting in between is no new subject": [
        Said("facility management at grade 6", EXPECTATIONS, (6,), ("facility-management",)),
        Said("thanks", Intent.THANKS),
        Said("and at 7?", EXPECTATIONS, (7,), ("facility-management",)),
        Said("hello", Intent.GREETING),
        Said("and a 4", EXPECTATIONS, (4,), ("facility-management",)),
    ],
    "a new subject": [
        Said("budgets for a lab manager", EXPECTATIONS, (7,), ("budget",), ("manager-7",)),
        Said("what safety duties does a grade 4 have", EXPECTATIONS, (4,), ("safety",), ()),
        Said("what does hett stand for", Intent.GUIDE),
        Said("compare grade 8 and grade 9 for planning", COMPARE, (8, 9), ("planning",)),
    ],
}
MATRIX = {
    "grades further down": [
        Said("Record keeping at grade 5", EXPECTATIONS, (5,), ("record-keeping",)),
        Said("drop that by two grades", EXPECTATIONS, (3,), ("record-keeping",)),
    ],
    "grades that are joined make no list of competencies": [
        Said("what changes between a 4 and a 5 for showing others how things are done", COMPARE, (4, 5), ("training",)),
    ],
    "every grade between two": [
        Said("could you lay out purchasing for all grades between 3 and 5", COMPARE, (3, 4, 5), ("procurement",)),
    ],
    "change, which is a competency here": [
        Said("what does change involve for a senior technical team manager", EXPECTATIONS, (7,), ("change",)),
        Said("is there a course for that", DEVELOPMENT, (7,), ("change",)),
    ],
    "nothing to learn is named": [
        Said("courses?", DEVELOPMENT, (), ()),
    ],
    "the role at the grade talked of, by part of its title": [
        Said("record keeping for the senior technical specialist", EXPECTATIONS, (7,), ("record-keeping",)),
        Said("and the team manager", EXPECTATIONS, (7,), ("record-keeping",), ("senior-technical-team-manager-7",)),
    ],
    "a typo put right": [
        Said("level of work at grade 9", EXPECTATIONS, (9,), ("level-of-work",)),
        Said("sry typo 8", EXPECTATIONS, (8,), ("level-of-work",)),
        Said("what if ur a 4", EXPECTATIONS, (4,), ("level-of-work",)),
    ],
    "training is an area, and how another is learnt": [
        Said("budgets for a senior technical specialist", EXPECTATIONS, (7,), ("budgets",)),
        Said("wheres the training for that", DEVELOPMENT, (7,), ("budgets",)),
        Said("any training for a 4 on equipment", DEVELOPMENT, (4,), ("equipment",)),
        Said("training at grade 4", EXPECTATIONS, (4,), ("training",)),
    ],
    "from one grade and area to the next": [
        Said("safety at grade 5", EXPECTATIONS, (5,), ("health-safety",)),
        Said("and at 6?", EXPECTATIONS, (6,), ("health-safety",)),
        Said("what about budgets", EXPECTATIONS, (6,), ("budgets",)),
        Said("vs 7", COMPARE, (6, 7), ("budgets",)),
        Said("who does that then", FIND_GRADE, None, ("budgets",)),
    ],
    "along a path": [
        Said("procurement for a team manager", EXPECTATIONS, (6,), ("procurement",), ("technical-team-manager-6",)),
        Said("and the specialist", EXPECTATIONS, (6,), ("procurement",), ("technical-specialist-6",)),
        Said("one up", EXPECTATIONS, (7,), ("procurement",), ("senior-technical-specialist-7",)),
        Said("what about training", EXPECTATIONS, (7,), ("training",), ("senior-technical-specialist-7",)),
        Said("and for the director", EXPECTATIONS, (9,), ("training",), ("director-9",)),
    ],
    "two roles of a grade": [
        Said(
            "compare technical specialist and team manager",
            COMPARE,
            (6,),
            (),
            ("technical-specialist-6", "technical-team-manager-6"),
        ),
        Said("for liaison", COMPARE, (6,), ("liaison",), ("technical-specialist-6", "technical-team-manager-6")),
        Said("and at 7", COMPARE, (7,), ("liaison",), ("senior-technical-specialist-7", "senior-technical-team-manager-7")),
        Said("what about record keeping", COMPARE, (7,), ("record-keeping",)),
    ],
    "a new subject": [
        Said("faults at grade 4", EXPECTATIONS, (4,), ("faults",)),
        Said("and for equipment", EXPECTATIONS, (4,), ("equipment",)),
        Said("what is expected of a grade 9 for procurement", EXPECTATIONS, (9,), ("procurement",)),
        Said("hello", Intent.GREETING),
    ],
}
MINE = {
    "my grade and the next": (
        TECHNICIAN_5,
        [
            Said("what do i have to do for safety", EXPECTATIONS, (5,), ("safety",), ("technician-5",)),
            Said("and one grade up", EXPECTATIONS, (6,), ("safety",), ("senior-technician",)),
            Said("what about my planning", EXPECTATIONS, None, ("planning",)),
            Said("what is expected of a director for planning", EXPECTATIONS, (9,), ("planning",), ("director-9",)),
        ],
    ),
    "me and another": (
        SPECIALIST_7,
        [
            Said("what training do i have to give", EXPECTATIONS, (7,), ("training",), ("senior-technical-specialist-7",)),
            Said("what about record keeping", EXPECTATIONS, (7,), ("record-keeping",), ("senior-technical-specialist-7",)),
            Said("and a technician at 4", EXPECTATIONS, (4,), ("record-keeping",)),
            Said("what do i have to do about budgets", EXPECTATIONS, None, ("budgets",)),
        ],
    ),
}
STEPPING = {
    "two grades up": (
        "lancaster",
        [Said("teamwork at grade 5", EXPECTATIONS, (5,), ("teamwork",)), Said("ok go up two", EXPECTATIONS, (7,), ("teamwork",))],
    ),
    "two grades above that": (
        "matrix",
        [Said("record keeping grade 4", EXPECTATIONS, (4,)), Said("and two grades above that?", EXPECTATIONS, (6,), ("record-keeping",))],
    ),
    "past the top there is no step": (
        "matrix",
        [Said("budgets for the director", EXPECTATIONS, (9,)), Said("and the grade above", EXPECTATIONS, (9,), ("budgets",))],
    ),
    "the manager at that grade": (
        "matrix",
        [
            Said("does a senior technical specialist go to faculty meetings", None, (7,)),
            Said(
                "ok so does the manager at that grade sit on the faculty support group",
                None,
                (7,),
                None,
                ("senior-technical-team-manager-7",),
            ),
        ],
    ),
    "a grade told wrongly": (
        "lancaster",
        [Said("I'm a grade 5 technician", Intent.SET_PROFILE, (5,)), Said("oops no im a 6", Intent.SET_PROFILE, (6,))],
    ),
    "who one is, told after a question": (
        "lancaster",
        [
            Said("budgets at grade 7", EXPECTATIONS, (7,), ("budget",)),
            Said("I'm a grade 5 technician", Intent.SET_PROFILE, (5,)),
            Said("where can i go from here", Intent.CAREER_PROGRESSION),
            Said("I am a grade 6", Intent.SET_PROFILE, (6,)),
        ],
    ),
    "a fact of another role": (
        "lancaster",
        [Said("which HETT band is a grade 4", Intent.GUIDE, (4,)), Said("and the lab manager?", Intent.GUIDE, (7,), None, ("manager-7",))],
    ),
}
TURNING = {
    "a step up after a step up": (
        "lancaster",
        [Said("how do i get from 5 to 6", Intent.CAREER_PROGRESSION, (5, 6)), Said("and from 6 to 7", Intent.CAREER_PROGRESSION, (6, 7))],
    ),
    "a command after a comparison": (
        "lancaster",
        [Said("compare grade 8 and grade 9 for planning", COMPARE), Said("start my self assessment", Intent.START_ASSESSMENT)],
    ),
    "a command after a step up": (
        "matrix",
        [Said("how do i get from 5 to 6", Intent.CAREER_PROGRESSION), Said("start my self assessment", Intent.START_ASSESSMENT)],
    ),
    "the next grade up of what was asked": (
        "matrix",
        [Said("equipment at grade 4", EXPECTATIONS, (4,), ("equipment",)), Said("next grade up", EXPECTATIONS, (5,), ("equipment",))],
    ),
    "a duty told after what is expected of somebody": (
        "lancaster",
        [
            Said("safety for an assistant technician", EXPECTATIONS, (4,), ("safety",)),
            Said("sweeping the floor and simple repairs?", EXPECTATIONS, (4,), ("facility-management",)),
            Said("and who does the big repairs", FIND_GRADE),
        ],
    ),
    "a question beside words for the scale": (
        "lancaster",
        [
            Said("who signs off risk assessments", FIND_GRADE, None, ("safety",)),
            Said("do i have to mark essays as a 6", EXPECTATIONS, (6,), ("teaching-delivery",)),
            Said("what grade would then", FIND_GRADE, None, ("teaching-delivery",)),
        ],
    ),
    "a word of rank, the other role, both of them": (
        "matrix",
        [
            Said("procurement for a technical specialist", EXPECTATIONS, (6,), ("procurement",), ("technical-specialist-6",)),
            Said("what about the senior version", EXPECTATIONS, (7,), ("procurement",), ("senior-technical-specialist-7",)),
            Said("the other one at that grade", EXPECTATIONS, (7,), ("procurement",), ("senior-technical-team-manager-7",)),
            Said("now 8, both of them", EXPECTATIONS, (8,), ("procurement",), ()),
            Said("who's one down and what do they do on it", EXPECTATIONS, (7,), ("procurement",)),
        ],
    ),
    "a third role joins a comparison": (
        "lancaster",
        [
            Said("compare the operations manager with the director on planning", COMPARE, (8, 9), ("planning",)),
            Said("put the lab manager in there as well", COMPARE, (7, 8, 9), ("planning",)),
            Said("thank you. and for safety?", COMPARE, (7, 8, 9), ("safety",)),
        ],
    ),
    "two roles of a grade, a grade lower": (
        "matrix",
        [
            Said("compare the grade 7 roles for managing teams", COMPARE, (7,), ("managing-teams",)),
            Said("one step down, same thing", COMPARE, (6,), ("managing-teams",)),
        ],
    ),
    "a role or a grade that tells more closely who is meant": (
        "matrix",
        [
            Said("administration at 7", EXPECTATIONS, (7,), ("administration",)),
            Said("the asset list, so i guess the manager", EXPECTATIONS, (7,), ("administration",), ("senior-technical-team-manager-7",)),
            Said("is the asset list for the 7 alone", EXPECTATIONS, (7,), ("administration",), ("senior-technical-team-manager-7",)),
        ],
    ),
    "a description for another role": (
        "matrix",
        [
            Said("job description for a technical specialist", Intent.JOB_DESCRIPTION, (6,)),
            Said("no, switch it to the senior one", Intent.JOB_DESCRIPTION, (7,), None, ("senior-technical-specialist-7",)),
            Said("what does a 7 do for budgets", EXPECTATIONS, (7,), ("budgets",)),
        ],
    ),
    "an assessment against another role": (
        "lancaster",
        [
            Said("start a self assessment", Intent.START_ASSESSMENT),
            Said("no wait, do it as a lab manager", Intent.START_ASSESSMENT, (7,), None, ("manager-7",)),
        ],
    ),
    "training is how it is learnt": (
        "matrix",
        [
            Said("procurement for a lead technical specialist", EXPECTATIONS, (8,), ("procurement",)),
            Said("how would i get trained in that", DEVELOPMENT, (8,), ("procurement",)),
            Said("the budget side too while we're at it", DEVELOPMENT, (8,), ("budgets",)),
        ],
    ),
    "what is set aside is not asked about": (
        "matrix",
        [
            Said("record keeping for the senior specialist", EXPECTATIONS, (7,), ("record-keeping",)),
            Said("leave out the records. what about the budget side", EXPECTATIONS, (7,), ("budgets",)),
        ],
    ),
    "a competency alone": (
        "lancaster",
        [Said("budgets", EXPECTATIONS, (), ("budget",)), Said("at 6", EXPECTATIONS, (6,), ("budget",))],
    ),
}


def holds(heard: Heard, framework: str, said: list[Said], profile: Profile = NOBODY) -> bool:
    """Whether each message of a conversation is read as it must be."""
    read = heard.talk(framework, [message.text for message in said], profile)
    for message, reading in zip(said, read, strict=True):
        wanted = {name: value for name, value in message._asdict().items() if name != "text" and value is not None}
        assert {name: getattr(reading, name) for name in wanted} == wanted, message.text
    return True


@pytest.mark.parametrize("said", LANCASTER.values(), ids=LANCASTER)
def test_a_conversation_about_lancaster_is_followed(heard: Heard, said: list[Said]) -> None:
    assert holds(heard, "lancaster", said)


@pytest.mark.parametrize("said", MATRIX.values(), ids=MATRIX)
def test_a_conversation_about_the_matrix_is_followed(heard: Heard, said: list[Said]) -> None:
    assert holds(heard, "matrix", said)


@pytest.mark.parametrize(("profile", "said"), MINE.values(), ids=MINE)
def test_a_conversation_about_oneself_is_followed(heard: Heard, profile: Profile, said: list[Said]) -> None:
    assert holds(heard, str(profile.framework), said, profile)


@pytest.mark.parametrize(("framework", "said"), TURNING.values(), ids=TURNING)
def test_a_turn_of_the_conversation_is_followed(heard: Heard, framework: str, said: list[Said]) -> None:
    assert holds(heard, framework, said)


@pytest.mark.parametrize(("framework", "said"), STEPPING.values(), ids=STEPPING)
def test_a_step_is_taken_from_what_was_talked_of(heard: Heard, framework: str, said: list[Said]) -> None:
    assert holds(heard, framework, said)


def test_what_changes_for_me_is_about_me_whatever_was_talked_of(heard: Heard) -> None:
    said = [
        Said("record keeping for a technician at 4", EXPECTATIONS, (4,)),
        Said("what changes for me at the next grade", COMPARE, (7, 8)),
    ]
    assert holds(heard, "matrix", said, SPECIALIST_7)


def test_the_other_role_of_ones_own_grade_is_set_beside_ones_own(heard: Heard) -> None:
    both = ("senior-technical-specialist-7", "senior-technical-team-manager-7")
    assert holds(heard, "matrix", [Said("difference to the other grade 7?", COMPARE, (7,), None, both)], SPECIALIST_7)


def test_somebody_who_has_been_at_a_grade_for_years_moves_on_from_there(heard: Heard) -> None:
    said = [Said("how do I move on from here, ive been a 5 for nine years", Intent.CAREER_PROGRESSION, (5, 6))]
    assert holds(heard, "lancaster", said, TECHNICIAN_5)


@pytest.mark.parametrize("said", ["not now, got a class", "forget it, got to go"])
def test_somebody_who_breaks_off_where_nothing_waits_is_let_go(heard: Heard, said: str) -> None:
    assert heard.best("lancaster", said).intent is Intent.CANCEL


@pytest.mark.parametrize("first", ["budgets for a grade 8 manager", "compare 5 and 6 for teamwork", "how do i get better at communication"])
def test_a_question_that_names_its_grade_and_competency_stands_alone(heard: Heard, first: str) -> None:
    question = "what safety duties does a grade 4 have"
    alone = heard.best("lancaster", question)
    _, after = heard.talk("lancaster", [first, question])
    assert (after.intent, after.grades, after.roles, after.competencies) == (alone.intent, (4,), (), ("safety",))


def test_an_order_in_the_middle_of_a_talk_about_oneself_is_followed(heard: Heard) -> None:
    said = [
        Said("what records do i keep", EXPECTATIONS, (7,)),
        Said("start my self assessment", Intent.START_ASSESSMENT),
    ]
    assert holds(heard, "matrix", said, SPECIALIST_7)


def test_the_same_for_another_grade_is_no_wish_to_hear_the_answer_again(heard: Heard) -> None:
    said = [
        Said("what do I need for communication at grade 6", EXPECTATIONS, (6,)),
        Said("same for 7", EXPECTATIONS, (7,), ("communication",)),
    ]
    assert holds(heard, "lancaster", said)


def test_the_other_role_of_a_grade_takes_its_place_in_a_comparison(heard: Heard) -> None:
    said = [
        Said("what changes from 6 to 7 specialist for teamwork?", COMPARE, (6, 7), ("teamwork",), ("senior-technician", "specialist-7")),
        Said("and for the manager path?", COMPARE, (6, 7), ("teamwork",), ("senior-technician", "manager-7")),
        Said("and the director?", EXPECTATIONS, (9,), ("teamwork",), ("director-9",)),
    ]
    assert holds(heard, "lancaster", said)


def test_a_question_of_the_guidance_about_a_role_drops_what_was_talked_of(heard: Heard) -> None:
    said = [
        Said("budgets at grade 5", EXPECTATIONS, (5,), ("budgets",)),
        Said("what grade is a lead technical specialist?", Intent.GUIDE, (8,)),
    ]
    assert holds(heard, "matrix", said)


def test_a_step_from_a_whole_path_is_taken_from_where_it_begins(heard: Heard) -> None:
    said = [
        Said("what does the specialist do about budgets", EXPECTATIONS, (7, 8), ("budget",), ("specialist-7", "senior-specialist-8")),
        Said("ok but one up from that", EXPECTATIONS, (8,), ("budget",)),
    ]
    assert holds(heard, "lancaster", said)
