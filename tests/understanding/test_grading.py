"""What is a pasted list of duties, what is a wish to have one graded, and what is neither."""

import pytest

from bot.people.profile import Profile
from bot.understanding.language import Language
from bot.understanding.reader import Reader
from bot.understanding.reading import Intent, Understood
from bot.understanding.signs import Signs

GLOVES, PUMPS = "Orders gloves and tips", "Mends the pumps"


@pytest.mark.parametrize(
    "text",
    [
        f"{GLOVES}\n{PUMPS}",
        f"- {GLOVES}\n- {PUMPS}\n",
        f"• {GLOVES}\r\n• {PUMPS}",
        f"1. {GLOVES}\n2) {PUMPS}",
        f"What grade is this job?\n{GLOVES}\n\n{PUMPS}",
        f"{GLOVES}\n{PUMPS}\nwhat grade is that?",
        f"Main duties:\n{GLOVES}\n{PUMPS}\nOther duties as required",
        f"what grade is this: {GLOVES}; {PUMPS}",
    ],
)
def test_a_list_however_it_is_set_out_is_its_duties_to_the_letter(language: Language, text: str) -> None:
    assert language.grading.duties(text) == (GLOVES, PUMPS)


@pytest.mark.parametrize(
    "text",
    [
        GLOVES,
        "hello\nwhat is expected at grade 7 for budgets",
        "what is expected at 6 for budgets; and at 7",
        "I trained two apprentices\nI ran the bookings",
        "our manager says it is not his job\nis he right",
        "grade 7 budgets\ngrade 8 budgets",
        "Budgets\nSafety",
        "hi there\nhope you are well\nwhat do sixes do about safety\nthanks",
        "is that a 6 or a 7?",
        "",
        "\n\n",
        "-\n-",
    ],
)
def test_what_is_no_list_of_duties_is_none(language: Language, text: str) -> None:
    assert language.grading.duties(text) == ()


@pytest.mark.parametrize(
    "text", ["What grade is this job?", "can you grade these duties for me please", "Hi, which grade would this post be?", "grade a list"]
)
def test_a_wish_to_have_a_job_graded_is_one(language: Language, text: str) -> None:
    assert language.grading.wished(text)


@pytest.mark.parametrize(
    "text",
    [
        "what grade is a senior technician post",
        "which grade buys gloves",
        "is that a 6 or a 7?",
        "how do I get my job regraded",
        "my grade",
    ],
)
def test_what_asks_something_else_is_none(language: Language, text: str) -> None:
    assert not language.grading.wished(text)
    assert not language.grading.wants_the_last(text)


@pytest.mark.parametrize(("text", "number"), [("B", 2), ("b.", 2), ("(c)", 3), ("option a", 1), ("2", 2), ("the second one", 2)])
def test_an_answer_is_named_by_its_letter_or_its_place(language: Language, text: str, number: int) -> None:
    order = language.grading.order(text)
    assert order is not None
    assert (order.name, order.number) == ("choose", number)


def test_a_list_is_read_as_one_and_a_single_duty_as_always(reader: Reader) -> None:
    read = reader.read(f"{GLOVES}\n{PUMPS}", "lancaster", Profile())
    assert isinstance(read, Understood)
    assert (read.reading.intent, read.reading.said) == (Intent.FIND_GRADE, f"{GLOVES}\n{PUMPS}")


def test_a_list_with_a_word_for_evidence_before_it_is_kept_as_evidence(reader: Reader) -> None:
    read = reader.read(f"log evidence: {GLOVES}\n{PUMPS}", "lancaster", Profile())
    assert isinstance(read, Understood)
    assert read.reading.intent is Intent.LOG_EVIDENCE


def test_signs_are_heard_as_words_as_openings_and_as_phrases() -> None:
    signs = Signs({"reach": {"a team": ["team", "the crew"], "beyond": ["nation*"]}}, {"nat'l": "national"})
    assert signs.heard("Runs the crew") == {"reach: a team"}
    assert signs.heard("A TEAM, nationwide") == {"reach: a team", "reach: beyond"}
    assert signs.heard("teams the crews") == frozenset()
    assert signs.heard("nat'l") == {"reach: beyond"}


def test_a_line_that_tells_nothing_of_the_framework_is_told_from_one_that_does(reader: Reader) -> None:
    assert reader.speaks_of("Juggles flaming torches on a unicycle", "lancaster").weakly
    solvents = reader.speaks_of("orders solvents", "lancaster")
    assert (solvents.about, solvents.weakly) == ("budget", False)
