"""What the answers say, on a small framework whose every cell is known."""

import pytest

from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import Reply, reply_text
from bot.understanding.finding import Found, Match
from bot.understanding.reading import Intent
from tests.dialogs.asking import Asker, Reads
from tests.framework.small import LIBRARY

ANYBODY = Asker(Assistant(LIBRARY, Reads(), "small"), "small")


def says(reply: Reply, *parts: str) -> bool:
    """Whether a person reads all of the parts."""
    words = reply_text(reply)
    missing = [part for part in parts if part not in words]
    assert not missing, words
    return True


def test_one_cell_is_told_with_its_source() -> None:
    reply = ANYBODY.asks(Intent.EXPECTATIONS, [1], competencies=["talking"])
    assert reply.text == "Talking at grade 1, Helper: Says what is asked."
    assert says(reply, "Saying: Says what is asked.", "In our words, from The Guide, Figure 1, row “Talking”, Grade 1, Helper.")


def test_a_statement_of_another_cell_says_where_it_stands() -> None:
    reply = ANYBODY.asks(Intent.EXPECTATIONS, roles=["expert"], competencies=["talking"])
    lines = reply_text(reply).splitlines()
    assert lines.index("As at grade 2, Maker:") < lines.index("Saying: Says what is planned.") < lines.index("Added at grade 3:")
    assert lines.index("Added at grade 3:") < lines.index("Doing: Does more.") < lines.index("Please note: A doubt.")


def test_what_is_not_expected_is_a_plain_no_with_where_it_begins() -> None:
    reply = ANYBODY.asks(Intent.EXPECTATIONS, [1], competencies=["mending"])
    assert reply.text == "No: nothing is expected for mending at grade 1, Helper. It begins at grade 3, Expert."
    assert says(reply, "Grade 3: Specialist")


def test_a_blank_cell_is_told_as_silence_with_the_nearest_that_is_said() -> None:
    reply = ANYBODY.asks(Intent.EXPECTATIONS, roles=["leader"], competencies=["talking"], yes_no=True)
    assert reply.text.startswith("The framework does not say: nothing is written for talking at grade 3, Leader.")
    assert says(reply, "Nearest: grade 3, Expert", "Does more.")


def test_an_unclear_cell_tells_the_doubt() -> None:
    reply = ANYBODY.asks(Intent.EXPECTATIONS, roles=["leader"], competencies=["mending"])
    assert reply.text.startswith("The framework does not say clearly what mending asks of grade 3, Leader.")
    assert says(reply, "The source says “as leader” of the leader.")


def test_a_yes_is_never_invented() -> None:
    for role in ("helper", "maker", "expert"):
        reply = ANYBODY.asks(Intent.EXPECTATIONS, roles=[role], competencies=["talking"], yes_no=True)
        assert reply.text.startswith("The framework says, for talking at grade")


def test_yes_or_no_over_several_roles_says_for_which_it_is_no() -> None:
    both = ANYBODY.asks(Intent.EXPECTATIONS, [1, 2], competencies=["mending"], yes_no=True)
    assert both.text.startswith("No for grade 1, Helper and grade 2, Maker. It begins at grade 3, Expert.")
    some = ANYBODY.asks(Intent.EXPECTATIONS, roles=["maker", "expert"], competencies=["mending"], yes_no=True)
    assert some.text.startswith("No for grade 2, Maker.")


def test_both_roles_of_a_grade_are_shown_under_their_titles() -> None:
    assert says(ANYBODY.asks(Intent.EXPECTATIONS, [3], competencies=["talking"]), "\nExpert\n", "\nLeader\n")


def test_a_whole_role_is_short_first_and_whole_on_request() -> None:
    short = ANYBODY.asks(Intent.EXPECTATIONS, [2])
    assert says(
        short, "2 competencies, a line each.", "Says what is planned. + 1 more", "Not expected.", "Show everything", "up to 2 points"
    )
    assert says(ANYBODY.asks(Intent.EXPECTATIONS, [2], start=0), "Doing: Does as agreed.")


def test_without_a_grade_a_competency_is_shown_through_the_grades() -> None:
    reply = ANYBODY.asks(Intent.EXPECTATIONS, competencies=["mending"])
    assert says(reply, "It begins at grade 3, Expert.", "Grade 1, Helper\nNot expected.")


def test_where_several_competencies_fit_each_can_be_reached() -> None:
    reply = ANYBODY.asks(Intent.EXPECTATIONS, competencies=["talking", "mending"], clarify=True)
    assert says(reply, "That fits more than one of the competencies. This is Talking; press for Mending.")
    both = ANYBODY.asks(Intent.EXPECTATIONS, [2], competencies=["talking", "mending"], clarify=True)
    assert says(both, "Those words fit more than one place in the framework, so here is each.")


def test_a_role_named_beside_a_bare_grade_is_shown_with_every_role_of_that_grade() -> None:
    reply = ANYBODY.asks(Intent.EXPECTATIONS, [2, 3], ["leader"], ["talking"])
    assert says(reply, "Grade 2, Maker", "Grade 3, Leader")


def test_a_grade_that_is_not_there_is_told_with_those_that_are() -> None:
    assert ANYBODY.asks(Intent.EXPECTATIONS, [12]).text == "This framework has grades 1 to 3; there is no grade 12 in it."


def test_a_comparison_tells_what_stays_grows_and_is_new() -> None:
    reply = ANYBODY.asks(Intent.COMPARE, [1, 2], competencies=["talking"])
    assert says(
        reply, "1 new, 1 grows", "New, Doing: Does as agreed.", "Grows, Saying: Says what is planned.\nAt grade 1: Says what is asked."
    )


def test_a_comparison_with_silence_says_that_it_cannot_compare() -> None:
    reply = ANYBODY.asks(Intent.COMPARE, roles=["maker", "leader"], competencies=["talking"])
    assert says(reply, "The framework does not say for grade 3, Leader, so the two cannot be compared.", "What it says of grade 2, Maker:")


def test_two_roles_of_one_grade_are_compared_side_by_side() -> None:
    assert says(ANYBODY.asks(Intent.COMPARE, [3], competencies=["mending"]), "Mending, grade 3: Expert and Leader")


def test_the_words_that_say_so_come_with_the_grade_and_its_neighbours() -> None:
    found = Found((3,), ("expert",), (3, 3), (Match("expert", "mending", 9.0),))
    asker = Asker(Assistant(LIBRARY, Reads(found=found), "small"), "small")
    reply = asker.asks(Intent.FIND_GRADE, said="who mends")
    assert reply.text == "That is grade 3, Expert. Mends *anything*, and says _how_."
    assert says(reply, "Grade 2, Maker: Not expected.")


def test_no_grade_is_invented() -> None:
    assert ANYBODY.asks(Intent.FIND_GRADE).text.startswith("The framework gives no grade for that.")


def test_development_is_grouped_by_kind_with_its_doubts() -> None:
    reply = ANYBODY.asks(Intent.DEVELOPMENT, competencies=["talking"])
    assert says(reply, "Courses and programmes\nABC course: Talking in public.", "Please note: Nobody knows what ABC is.")


def test_development_for_what_has_no_row_says_so() -> None:
    assert says(ANYBODY.asks(Intent.DEVELOPMENT, competencies=["mending"]), "lists no development opportunities for mending", "No row.")


def test_an_activity_says_what_it_is_listed_for() -> None:
    assert ANYBODY.asks(Intent.DEVELOPMENT, opportunities=("course",)).text == "ABC course: the framework lists this for Talk."


def test_a_topic_leads_to_the_next() -> None:
    assert says(ANYBODY.asks(Intent.GUIDE, guide_topics=("first",)), "It begins.", "It goes on.", "Next: The second topic")


def test_formal_criteria_are_given_where_there_are_some_and_denied_where_not() -> None:
    assert says(ANYBODY.asks(Intent.CAREER_PROGRESSION, [1, 2]), "Shows it. (Talking)", "Please note: A note.")
    assert says(ANYBODY.asks(Intent.CAREER_PROGRESSION, [1, 2], start=1), "Is asked.")
    reply = ANYBODY.asks(Intent.CAREER_PROGRESSION, [2, 3])
    assert reply.text.startswith("The framework gives no formal criteria for getting from grade 2 to 3.")
    assert says(reply, "Formal criteria are given for grade 1 to 2 only.")


COME_LATER = [Intent.JOB_DESCRIPTION]
NOT_HELD = [Intent.TEAM_OVERVIEW]


@pytest.mark.parametrize("intent", [*COME_LATER, *NOT_HELD])
def test_a_conversation_that_comes_later_says_so(intent: Intent) -> None:
    assert "comes later" in ANYBODY.asks(intent).text


def test_a_self_assessment_begins_with_what_it_is_for() -> None:
    assert says(ANYBODY.asks(Intent.START_ASSESSMENT), "Only you see it", "\nBegin")
