"""Whom a message is about: roles that a word such as "manager" means at a grade, the step above, and who asks."""

import pytest

from bot.people.profile import Profile
from bot.understanding.about import About, joined, moved, of_profile, of_reading
from bot.understanding.reading import Intent, Reading
from tests.framework.small import SMALL
from tests.understanding.talking import NOBODY, Heard

LANCASTER_MANAGER = Profile("lancaster", 7, path="manager")
MATRIX_TEAM_MANAGER = Profile("matrix", 6, role="technical-team-manager-6")


def about(heard: Heard, framework: str, text: str, profile: Profile = NOBODY) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The grades and roles of the likeliest reading."""
    reading = heard.best(framework, text, profile)
    return reading.grades, reading.roles


@pytest.mark.parametrize(
    ("framework", "text", "grades", "roles"),
    [
        ("lancaster", "manager grade 8 safety", (8,), ("senior-manager-8",)),
        ("lancaster", "safety for a specialist at 7", (7,), ("specialist-7",)),
        ("lancaster", "what does a grade 7 manager do about budgets", (7,), ("manager-7",)),
        ("lancaster", "budgets for a senior specialist", (8,), ("senior-specialist-8",)),
        ("lancaster", "senior electronics technician budgets", (6,), ("senior-technician",)),
        ("lancaster", "lab manager, communication", (7,), ("manager-7",)),
        ("lancaster", "what is expected of the technical director for planning", (9,), ("director-9",)),
        ("lancaster", "safety at grade 7", (7,), ()),
        ("matrix", "procurement for a team manager", (6,), ("technical-team-manager-6",)),
        ("matrix", "training for a grade 7 specialist", (7,), ("senior-technical-specialist-7",)),
        ("matrix", "budgets for the manager at 8", (8,), ("departmental-operations-manager-8",)),
        ("matrix", "faults at grade 4", (4,), ()),
        ("matrix", "liaison 4 thru 6", (4, 5, 6), ()),
        ("matrix", "fault finding on the specialist kit at 4", (4,), ()),
        (
            "matrix",
            "lead and senior tech specialist, conferences",
            (7, 8),
            ("senior-technical-specialist-7", "lead-technical-specialist-8"),
        ),
        ("lancaster", "safety at 5 b4 christmas", (5,), ()),
    ],
)
def test_a_title_or_a_path_at_a_grade_is_one_role(
    heard: Heard, framework: str, text: str, grades: tuple[int, ...], roles: tuple[str, ...]
) -> None:
    found_grades, found_roles = about(heard, framework, text)
    assert found_grades == grades
    assert found_roles == roles


@pytest.mark.parametrize(
    ("profile", "text", "grades", "roles"),
    [
        (Profile("lancaster", 5, "technician-5", "technical"), "what is expected of me for safety", (5,), ("technician-5",)),
        (LANCASTER_MANAGER, "my budget responsibilities", (7,), ("manager-7",)),
        (LANCASTER_MANAGER, "what is expected of me", (7,), ("manager-7",)),
        (LANCASTER_MANAGER, "safety one up from me", (8,), ("senior-manager-8",)),
        (LANCASTER_MANAGER, "what changes at the next grade", (7, 8), ("manager-7", "senior-manager-8")),
        (MATRIX_TEAM_MANAGER, "my health and safety duties", (6,), ("technical-team-manager-6",)),
        (MATRIX_TEAM_MANAGER, "what changes at the next grade", (6, 7), ("technical-team-manager-6", "senior-technical-team-manager-7")),
        (Profile("lancaster", 7), "what do i have to do about safety", (7,), ()),
        (Profile("lancaster", 7), "what changes at the next grade", (7, 8), ()),
    ],
)
def test_who_asks_is_meant_by_me_and_my_and_next(
    heard: Heard, profile: Profile, text: str, grades: tuple[int, ...], roles: tuple[str, ...]
) -> None:
    assert about(heard, str(profile.framework), text, profile) == (grades, roles)


def test_a_grade_that_is_named_goes_before_the_askers_own(heard: Heard) -> None:
    assert about(heard, "lancaster", "safety at grade 5", LANCASTER_MANAGER) == ((5,), ())


def test_without_a_profile_my_is_nobody_in_particular(heard: Heard) -> None:
    assert about(heard, "lancaster", "what is expected of me for safety") == ((), ())


def test_how_to_get_to_the_next_grade_names_both_grades(heard: Heard) -> None:
    reading = heard.best("lancaster", "how do i get promoted", Profile("lancaster", 5))
    assert (reading.intent, reading.grades) == (Intent.CAREER_PROGRESSION, (5, 6))


# On a small framework whose every role is known


def test_a_role_of_the_profile_settles_the_grade() -> None:
    assert of_profile(Profile("small", 1, "leader"), SMALL) == About((3,), ("leader",))


def test_a_grade_with_a_path_settles_the_role() -> None:
    assert of_profile(Profile("small", 3, path="manager"), SMALL) == About((3,), ("leader",))
    assert of_profile(Profile("small", 3), SMALL) == About((3,), ())


@pytest.mark.parametrize("profile", [NOBODY, Profile("small", 9), Profile("small", None, "nobody"), Profile("small", path="manager")])
def test_a_profile_that_says_nothing_of_this_framework_is_about_nobody(profile: Profile) -> None:
    assert not of_profile(profile, SMALL)


def test_the_last_reading_is_about_its_grades_and_roles() -> None:
    assert of_reading(None) == About()
    assert of_reading(Reading("small", Intent.EXPECTATIONS, (3,), ("expert",))) == About((3,), ("expert",))


def test_two_sides_with_roles_are_joined_in_the_order_of_the_framework() -> None:
    both = joined(About((3,), ("leader",)), About((1,)), SMALL)
    assert (both.grades, both.roles) == ((1, 3), ("helper", "leader"))
    assert joined(About((3,)), About((1,)), SMALL).roles == ()


def test_a_role_moves_to_another_grade_along_its_path() -> None:
    assert moved(About((1,), ("helper",)), (2,), SMALL) == ("maker",)
    assert moved(About((3,), ("leader",)), (2,), SMALL) == ()
