"""Where a role can lead, how a competency grows, and what is told exactly: bands, roles, paths, competencies."""

import pytest

from bot.cards.payloads import Career, pack
from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import Reply, reply_text
from bot.dialogs.turn import Pressed
from bot.people.profile import Profile
from bot.understanding.reading import Intent
from tests.dialogs.asking import Asker, Reads, library
from tests.framework.small import LIBRARY

SMALL = Asker(Assistant(LIBRARY, Reads(), "small"), "small")
SHIPPED = Assistant(library(), Reads(), "lancaster")
ANYBODY = Asker(SHIPPED, "lancaster")
ELSEWHERE = Asker(SHIPPED, "matrix")
SPECIALIST = Asker(SHIPPED, "lancaster", Profile("lancaster", 7, "specialist-7", "specialist"))


def says(reply: Reply, *parts: str) -> bool:
    """Whether a person reads all of the parts."""
    words = reply_text(reply)
    missing = [part for part in parts if part not in words]
    assert not missing, words
    return True


def guided(asker: Asker, said: str, topic: str, *grades: int, **more: object) -> Reply:
    """Ask about a topic of the guidance."""
    return asker.asks(Intent.GUIDE, grades, guide_topics=(topic,), said=said, **more)


def opened(asker: Asker, role: str | None, *, whole: bool = False) -> Reply:
    """Press a button that leads to a role's ways on, or to the map."""
    return asker.presses(Pressed(*pack(Career(asker.framework, role, whole))))


def test_the_roles_one_step_up_are_told_with_what_changes_most() -> None:
    reply = opened(SMALL, "maker")
    assert reply.text == "One step up, at grade 3, are Expert and Leader. Grade 2 has no other role in the framework."
    assert says(
        reply, "Up: grade 3, Expert", "2 of 2 competencies change. Most:", "Mending: Begins at grade 3, Expert.", "What changes: Expert"
    )


def test_the_roles_beside_one_are_told_with_what_the_guide_says_of_such_moves() -> None:
    reply = opened(ANYBODY, "specialist-7")
    assert says(
        reply, "Sideways, at the same grade, is Facility, Laboratory or Technical Manager.", "In the guide: Because what each grade"
    )


def test_at_the_highest_grade_that_is_said() -> None:
    director = Asker(SHIPPED, "lancaster", Profile("lancaster", 9, "director-9", "manager"))
    assert director.asks(Intent.CAREER_PROGRESSION).text.startswith("Grade 9 is the highest in this framework.")


def test_where_no_role_is_known_each_can_be_picked() -> None:
    assert says(ANYBODY.asks(Intent.CAREER_PROGRESSION), "Which role is yours?", "Grade 5, Technician\nWith formal criteria", "Career map")


def test_a_career_that_was_looked_at_is_remembered() -> None:
    memory = opened(SMALL, "maker").memory
    assert memory is not None
    assert memory.last is not None
    assert memory.last.roles == ("maker",)


def test_the_map_marks_the_asker_and_the_role_asked_about_in_words() -> None:
    reply = opened(SPECIALIST, "director-9", whole=True)
    assert says(reply, "Grade 4, band 1 or 2", "● You are here\nSpecialist Technician\nSpecialist path", "◆ You asked\nTechnical Director")


def test_paths_that_the_source_does_not_name_are_told_as_a_grouping() -> None:
    assert says(opened(ELSEWHERE, None), "Please note: The document names no career paths.")


def test_the_criteria_come_first_and_the_assessment_a_press_away() -> None:
    first = ANYBODY.asks(Intent.CAREER_PROGRESSION, [5, 6])
    assert says(first, "8 criteria, and 5 steps", "8: Gives evidence of continuous", "for career grade roles only", "How it is assessed")
    assert says(ANYBODY.asks(Intent.CAREER_PROGRESSION, [5, 6], start=1), "5: The Faculty or School will make", "What you need to show")


def test_a_longer_way_says_what_changes_and_offers_the_criteria_inside_it() -> None:
    assert says(ANYBODY.asks(Intent.CAREER_PROGRESSION, [5, 7]), "no formal criteria for getting from grade 5 to 7", "Getting from 5 to 6")


def test_several_steps_are_a_line_each_to_press() -> None:
    reply = ANYBODY.asks(Intent.COMPARE, [6, 7, 8])
    assert says(reply, "4 comparisons", "6 to 7: Specialist Technician\nSafety: 3 new, 1 grows", "Show everything")


def test_a_grade_below_two_roles_also_offers_the_two_beside_each_other() -> None:
    assert says(ANYBODY.asks(Intent.COMPARE, [6, 7]), "Grade 7: Specialist Technician or Facility, Laboratory or Technical Manager")


def test_a_competency_is_shown_as_it_begins_and_grows() -> None:
    reply = SMALL.asks(Intent.COMPARE, competencies=["mending"])
    assert reply.text == "Mending through the grades: it begins at grade 3, Expert, and is asked of 1 of 4 roles."
    assert says(reply, "○ Not expected", "● Begins\nSpecialist", "? Not clear")
    assert says(ANYBODY.asks(Intent.COMPARE, [3, 4, 5, 6], competencies=["budget"]), "Budgets through the grades")


@pytest.mark.parametrize(
    ("said", "grades", "begins"),
    [
        ("what band is grade 4", (4,), "Grade 4 is band 1 or 2."),
        ("which grade is band 3", (3,), "Band 3 is grade 6."),
        ("who is in band 1", (), "Band 1 is grades 3 and 4 (grade 4 is band 1 or 2)."),
        ("which roles are at band 9", (9,), "There is no band 9; the framework has bands 1 to 6."),
        ("what bands are there", (), "The framework has 6 bands, 1 to 6."),
    ],
)
def test_a_band_is_told_in_the_first_sentence(said: str, grades: tuple[int, ...], begins: str) -> None:
    reply = guided(ANYBODY, said, "hett", *grades)
    assert reply.text.startswith(begins)
    assert says(reply, "More about this")


def test_the_band_of_the_asker_is_told() -> None:
    assert guided(SPECIALIST, "what band am I", "hett").text == "Grade 7 is band 4."


def test_a_framework_without_bands_says_so() -> None:
    assert guided(ELSEWHERE, "what band is grade 4", "hett", 4).text == "This framework’s document gives no bands."


def test_the_topic_is_told_where_no_fact_was_asked_for_and_on_request() -> None:
    assert guided(ANYBODY, "what does HETT mean", "hett").text.startswith("HETT is the Higher Education Technical Taxonomy")
    assert guided(ANYBODY, "", "hett", start=0).text.startswith("HETT is the Higher Education Technical Taxonomy")


def test_the_roles_of_a_grade_are_told_with_the_titles_as_written() -> None:
    reply = guided(ANYBODY, "what roles are there at grade 7", "role-titles", 7)
    assert reply.text == "Grade 7 has two roles: Specialist Technician and Facility, Laboratory or Technical Manager."
    assert says(reply, "Grade 7, Manager: Technical Manager; (Descriptor) Facility Manager; (Descriptor) Laboratory Manager.")


def test_the_paths_are_told_with_their_grades() -> None:
    reply = guided(ANYBODY, "which paths are there", "career-paths")
    assert reply.text.startswith(
        "Three paths: Technical at grades 3 to 6; Specialist (Teaching or Research) at grades 7 and 8; Manager at grades 7 to 9."
    )


def test_the_competencies_are_counted_and_named_with_the_disagreement() -> None:
    reply = guided(ANYBODY, "how many competencies are there", "eleven-competencies")
    assert reply.text.startswith("The table has 13 competencies; the source counts them differently elsewhere.")
    assert says(reply, "Please note: The guide does not count its competencies the same way everywhere.", "Budget Management")
    assert guided(ELSEWHERE, "how many areas are there", "eleven-competencies").text.startswith("The table has 23 areas.")


def test_a_move_sideways_is_told_from_the_askers_own_role() -> None:
    reply = guided(SPECIALIST, "can I move sideways", "sideways-moves")
    assert reply.text.startswith("Sideways, at the same grade, is Facility, Laboratory or Technical Manager.")
    assert says(reply, "They could include a sideways move", "Where it can lead")
