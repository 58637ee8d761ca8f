"""The reader as a whole: whatever is typed is read, the same way each time, and only what the framework has comes out."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.people.profile import Profile
from bot.understanding.reading import Intent, NotUnderstood, Reading, Understood, Unsure
from tests.understanding.talking import NOBODY, Heard, readings

FRAMEWORKS = ["lancaster", "matrix"]


WORDS = """
    what is expected of a an the grade at for and to vs or my me next 3 5 6 7 9 12 manager specialist technician senior director
    safety budgets budget teamwork research teaching training compare difference how do i get who can buy things plan assessment
    show start help hello stop thanks ? , not sorry no yes apprentice equipment liaison bands coach evidence promoted weather
    football 1 to 10 scale from zzz qqq
"""
MESSAGES = st.text(max_size=200) | st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join)
PROFILES = st.sampled_from(
    [
        NOBODY,
        Profile("lancaster", 5, "technician-5", "technical"),
        Profile("lancaster", 7, None, "manager"),
        Profile("matrix", 8, "lead-technical-specialist-8"),
        Profile("matrix", 99, "nobody", "nowhere"),
        Profile("elsewhere", 4),
    ]
)


def known(heard: Heard, reading: Reading) -> bool:
    """Whether every id of a reading exists."""
    framework = heard.library.frameworks[reading.framework]
    topics = {topic for each in heard.library.frameworks.values() for topic in each.topics}
    offered = {id_ for each in heard.library.frameworks.values() if each.development for id_ in each.development.opportunities}
    assert set(reading.roles) <= set(framework.roles)
    assert set(reading.grades) <= set(framework.grades)
    assert set(reading.competencies) <= set(framework.competencies)
    assert set(reading.guide_topics) <= topics
    assert set(reading.opportunities) <= offered
    assert {framework.roles[role].grade for role in reading.roles} <= set(reading.grades)
    return True


@settings(deadline=None, max_examples=150)
@given(MESSAGES, st.sampled_from(FRAMEWORKS), PROFILES)
@example("", "lancaster", NOBODY)
@example("\x00 👩‍🔬 \ud800 'grade' ->", "matrix", NOBODY)
@example("grade 12 manager", "lancaster", NOBODY)
@example("one up from a grade 9", "lancaster", NOBODY)
def test_whatever_is_typed_is_read_and_names_only_what_there_is(heard: Heard, text: str, framework: str, profile: Profile) -> None:
    outcome = heard.outcome(framework, text, profile)
    said = readings(outcome, framework)
    assert said
    assert all(known(heard, reading) for reading in said)
    assert heard.outcome(framework, text, profile) == outcome


@settings(deadline=None, max_examples=40)
@given(st.lists(MESSAGES, min_size=2, max_size=5), st.sampled_from(FRAMEWORKS), PROFILES)
def test_whatever_is_said_one_after_the_other_is_read(heard: Heard, messages: list[str], framework: str, profile: Profile) -> None:
    once = list(heard.talk(framework, messages, profile))
    assert all(known(heard, reading) for reading in once)
    assert list(heard.talk(framework, messages, profile)) == once


@settings(deadline=None, max_examples=60)
@given(MESSAGES, st.sampled_from(FRAMEWORKS))
def test_grades_that_do_a_duty_are_those_of_the_roles_found(heard: Heard, text: str, framework: str) -> None:
    whole = heard.library.frameworks[framework]
    found = heard.reader.find(Reading(framework, Intent.FIND_GRADE, said=text))
    assert {whole.roles[role].grade for role in found.roles} == set(found.grades)
    assert found.range is None or found.range[0] <= min(found.grades) <= max(found.grades) <= found.range[1]
    assert all(whole.expectation(match.role, match.competency).kind == "stated" for match in found.matches)


@pytest.mark.parametrize(
    ("text", "typed", "meant"),
    [("saftey at grade 5", "saftey", "safety"), ("comunication for a garde 7", "comunication", "communication")],
)
def test_a_correction_is_told_with_the_reading(heard: Heard, text: str, typed: str, meant: str) -> None:
    outcome = heard.outcome("lancaster", text)
    assert outcome.why.corrected[typed] == meant


def test_why_a_message_is_read_so_names_the_words_of_each_slot(heard: Heard) -> None:
    heard_in = {(slot.slot, slot.value): slot.words for slot in heard.outcome("lancaster", "what about budgets at gr 7").why.heard}
    assert heard_in["grade", "7"] == "gr 7"
    assert heard_in["competency", "budget"] == "budgets"


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("compare grade 5 and grade 6", Intent.COMPARE),
        ("start my self-assessment", Intent.START_ASSESSMENT),
        ("show me my development plan", Intent.SHOW_PLAN),
        ("i am a grade 6", Intent.SET_PROFILE),
        ("what do you know about me", Intent.MY_DATA),
        ("hello", Intent.GREETING),
        ("thank you", Intent.THANKS),
        ("help", Intent.HELP),
        ("cancel", Intent.CANCEL),
    ],
)
def test_the_plainest_way_of_asking_is_understood(heard: Heard, framework: str, text: str, intent: Intent) -> None:
    assert heard.best(framework, text).intent is intent


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize("text", ["what is the weather like tomorrow", "who won the football last night", "tell me a joke"])
def test_what_is_not_about_the_framework_is_never_answered_as_if_it_were(heard: Heard, framework: str, text: str) -> None:
    outcome = heard.outcome(framework, text)
    assert isinstance(outcome, NotUnderstood | Unsure)
    assert heard.best(framework, text).intent is Intent.OUT_OF_SCOPE


@pytest.mark.parametrize(
    "text",
    [
        "equipment",
        "leadership at grade 7",
        "teaching",
        "research",
    ],
)
def test_a_word_that_means_several_competencies_asks_which(heard: Heard, text: str) -> None:
    assert heard.best("lancaster", text).clarify


def test_a_word_that_means_one_competency_asks_nothing(heard: Heard) -> None:
    assert not heard.best("lancaster", "safety at grade 5").clarify


def test_a_grade_with_two_roles_asks_which(heard: Heard) -> None:
    assert heard.best("lancaster", "safety at grade 7").clarify
    assert not heard.best("lancaster", "safety for a grade 7 manager").clarify


def test_a_question_for_yes_or_no_is_known_as_such(heard: Heard) -> None:
    assert heard.best("lancaster", "does a grade 5 manage budgets").yes_no
    assert not heard.best("lancaster", "what budgets does a grade 6 manage").yes_no


@pytest.mark.parametrize("text", ["is there a grade 2?", "what does a grade 12 do", "do you have a grade 10"])
def test_a_grade_that_there_is_not_is_told_at_once_whatever_was_asked_of_it(heard: Heard, text: str) -> None:
    outcome = heard.outcome("lancaster", text)
    assert isinstance(outcome, Understood)
    assert outcome.reading.off_grades


def test_a_duty_that_no_grade_has_is_told_at_once(heard: Heard) -> None:
    outcome = heard.outcome("lancaster", "which grade runs the payroll?")
    assert isinstance(outcome, Understood)
    assert (outcome.reading.intent, heard.reader.find(outcome.reading).grades) == (Intent.FIND_GRADE, ())


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("delivery", {"service-delivery", "teaching-delivery", "research-delivery"}),
        ("management", {"staff-management", "facility-management", "budget"}),
    ],
)
def test_a_word_that_means_three_is_asked_about_and_each_is_offered(heard: Heard, word: str, meant: set[str]) -> None:
    outcome = heard.outcome("lancaster", word)
    assert isinstance(outcome, Unsure)
    assert {id_ for reading in outcome.candidates for id_ in reading.competencies} == meant


def test_what_the_rest_of_the_message_settles_is_not_asked_about(heard: Heard) -> None:
    assert isinstance(heard.outcome("lancaster", "what does a grade 8 do about managing the budget and spending of a facility"), Understood)


@pytest.mark.parametrize(
    ("framework", "text", "competencies"),
    [
        ("lancaster", "development options for support for teaching and research", ("teaching-research-support",)),
        ("lancaster", "I manage a team, what safety training is there for them?", ("safety",)),
        ("lancaster", "courses for safety and budgets", ("safety", "budget")),
        ("matrix", "budget training", ("budgets",)),
        ("matrix", "what training is there for budgets", ("budgets",)),
    ],
)
def test_what_is_to_be_learnt_is_told_from_the_words_around_it(
    heard: Heard, framework: str, text: str, competencies: tuple[str, ...]
) -> None:
    reading = heard.best(framework, text)
    assert (reading.intent, set(reading.competencies)) == (Intent.DEVELOPMENT, set(competencies))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("what does the manager do about budgets?", ("manager-7", "senior-manager-8", "director-9")),
        ("what does the grade 8 manager do about budgets?", ("senior-manager-8",)),
        ("what does the lab manager do about budgets?", ("manager-7",)),
    ],
)
def test_a_path_named_without_a_grade_means_each_of_its_roles(heard: Heard, text: str, roles: tuple[str, ...]) -> None:
    assert heard.best("lancaster", text).roles == roles


def test_a_title_that_two_grades_have_is_asked_of_both(heard: Heard) -> None:
    assert heard.best("lancaster", "what grade is an apprentice").grades == (3, 4)
    assert heard.best("lancaster", "what does an apprentice do about safety").grades == (3,)


def test_a_band_is_read_as_its_grades_and_named_as_a_band(heard: Heard) -> None:
    reading = heard.best("lancaster", "what's expected at band 2 for budgets")
    assert (reading.grades, reading.bands, reading.competencies) == ((4, 5), (2,), ("budget",))


def test_of_grades_with_the_same_words_a_duty_begins_at_the_lowest(heard: Heard) -> None:
    assert heard.reader.find(heard.best("matrix", "who assesses practical work?")).grades[0] == 7


def test_a_line_manager_is_somebody_and_no_role_of_the_framework(heard: Heard) -> None:
    assert heard.best("lancaster", "what training in budgets is there for my line manager").roles == ()
    assert heard.best("lancaster", "what does a lab manager do about budgets").roles == ("manager-7",)
