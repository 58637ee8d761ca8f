"""Yes-or-no questions, choices that are remembered, and the closest words first, on the knowledge that ships."""

from dataclasses import replace

from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import Reply, reply_text
from bot.dialogs.turn import Memory
from bot.storage.memories import memory_from_json, memory_to_json
from bot.understanding.finding import Found, Match
from bot.understanding.reading import Intent
from tests.dialogs.asking import Asker, Reads, library

SIX = Found((6,), ("senior-technician",), (6, 6), (Match("senior-technician", "safety", 9.0),))
ASKER = Asker(Assistant(library(), Reads(found=SIX), "lancaster"), "lancaster")
MATRIX = Asker(Assistant(library(), Reads(), "matrix"), "matrix")


def wonders(grade: int, competency: str, said: str) -> Reply:
    """Ask a yes-or-no question of a grade."""
    return ASKER.asks(Intent.EXPECTATIONS, [grade], competencies=[competency], yes_no=True, said=said)


def test_a_yes_quotes_the_statement_that_carries_it() -> None:
    reply = wonders(6, "safety", "does a 6 authorise safety documentation?")
    assert reply.text == ("Yes, at grade 6, Senior Technician. The framework says: Writes, reviews and authorises safety documentation.")


def test_a_may_is_partly() -> None:
    reply = wonders(5, "budget", "does a grade 5 buy gloves")
    assert reply.text.startswith("Partly: at grade 5, Technician it may be part of the role, but need not be.")
    assert "overseen or advised by senior colleagues" in reply.text


def test_a_may_is_a_yes_to_who_asks_whether_one_can() -> None:
    reply = wonders(5, "budget", "can a grade 5 buy gloves")
    assert reply.text.startswith("Yes, at grade 5, Technician it may be part of the role.")
    assert "overseen or advised by senior colleagues" in reply.text


def test_a_may_is_no_must() -> None:
    reply = wonders(7, "knowledge", "is NEBOSH compulsory at grade 7?")
    assert reply.text.startswith("The framework does not say that it is a must. At grade 7")


def test_what_the_words_do_not_decide_is_quoted_without_a_yes() -> None:
    reply = wonders(5, "budget", "can a grade 5 buy gloves without asking")
    assert reply.text.startswith("The framework says, for budgets at grade 5, Technician: May buy")


def test_two_roles_of_a_grade_that_say_the_same_are_answered_once() -> None:
    reply = wonders(7, "budget", "does a grade 7 manage budgets")
    assert reply.text.startswith("Yes, at grade 7 (Specialist Technician; Facility, Laboratory or Technical Manager).")
    assert reply_text(reply).count("Looking after budgets: Manages budgets for own facility.") == 1


def test_two_roles_that_differ_are_answered_side_by_side() -> None:
    reply = wonders(7, "teaching-delivery", "does a grade 7 lecture")
    assert "No for grade 7, Facility, Laboratory or Technical Manager." in reply.text


def test_the_statement_that_says_so_is_quoted_first() -> None:
    reply = ASKER.asks(Intent.FIND_GRADE, competencies=["safety"], said="who signs off risk assessments?")
    assert reply.text == "That is grade 6, Senior Technician. Writes, reviews and authorises safety documentation."
    assert "Grade 5, Technician: Writes safety documentation with the authorisation of senior colleagues." in reply_text(reply)


def test_a_role_chosen_once_is_not_asked_for_again() -> None:
    both = ASKER.asks(Intent.EXPECTATIONS, [7], competencies=["budget"])
    asker = replace(ASKER, memory=both.memory)
    chosen = asker.answers(Intent.EXPECTATIONS, roles=["manager-7"], competencies=["budget"])
    later = replace(ASKER, memory=stored(chosen.memory)).asks(Intent.EXPECTATIONS, [7], competencies=["teaching-delivery"])
    assert later.text.startswith("No: nothing is expected for teaching delivery at grade 7, Facility")
    assert "it could also mean grade 7, Specialist Technician" in reply_text(later)


def test_a_competency_chosen_once_is_not_asked_for_again() -> None:
    teaching = {"competencies": ["teaching-research-support"], "also": ("teaching-delivery",), "clarify": True}
    first = ASKER.asks(Intent.EXPECTATIONS, **teaching)
    chosen = replace(ASKER, memory=stored(first.memory)).answers(Intent.EXPECTATIONS, competencies=["teaching-delivery"])
    later = replace(ASKER, memory=stored(chosen.memory)).asks(Intent.EXPECTATIONS, [6], **teaching)
    assert later.text.startswith("Teaching delivery at grade 6, Senior Technician:")


def test_where_every_role_is_blank_it_is_said_once_with_the_nearest() -> None:
    blank = next(
        (grade, id_)
        for id_, competency in library().frameworks["matrix"].competencies.items()
        for grade in library().frameworks["matrix"].grades
        if len(roles := library().frameworks["matrix"].roles_at(grade)) > 1
        and all(competency.expectations[role.id].kind == "blank" for role in roles)
    )
    reply = MATRIX.asks(Intent.EXPECTATIONS, [blank[0]], competencies=[blank[1]])
    assert reply.text.startswith("The framework does not say: nothing is written for")
    assert "The nearest it gives is" in reply.text


def test_an_activity_names_the_roles_that_it_is_named_for() -> None:
    reply = ASKER.asks(Intent.DEVELOPMENT, opportunities=("iosh",))
    assert "Grade 6, Senior Technician: May need safety qualifications, for example IOSH." in reply_text(reply)


def test_a_long_topic_is_short_at_first_and_whole_on_request() -> None:
    short = ASKER.asks(Intent.GUIDE, guide_topics=("career-grades",))
    whole = ASKER.asks(Intent.GUIDE, guide_topics=("career-grades",), start=0)
    assert "Show everything" in reply_text(short)
    assert len(reply_text(short)) < len(reply_text(whole)) / 2


def stored(memory: Memory | None) -> Memory:
    """A memory after it was stored and read back."""
    return memory_from_json(memory_to_json(memory or Memory()))
