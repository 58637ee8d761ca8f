"""Through the rows: begun, marked in words and by presses, left and gone on with."""

import pytest

from bot.assessment.evidence import Evidence
from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import STAYS, reply_text
from bot.dialogs.turn import Pressed, Said, Turn
from bot.people.profile import Profile
from bot.people.records import Record
from bot.understanding.reading import Intent
from tests.cards.checking import faults
from tests.dialogs.asking import library
from tests.dialogs.assessing.starting import (
    SENIOR,
    START,
    TECHNICIAN,
    asks_for,
    begun,
    evidence,
    finished,
    marks,
    other_device,
    record,
    somebody,
)
from tests.dialogs.person import Person


def test_before_the_first_mark_it_says_what_for_who_sees_it_how_long_and_against_which_role() -> None:
    person = somebody()
    asks_for(person, Intent.START_ASSESSMENT)
    words = reply_text(person.reply)
    for told in ("what to work on", "Only you see it", "takes about 15 minutes", "Grade 6, Senior Technician (your role)"):
        assert told in words
    assert not person.reply.saves


def test_a_row_shows_what_is_expected_beside_the_scale_and_says_what_one_mark_means() -> None:
    words = reply_text(begun().reply)
    cell = library().frameworks["lancaster"].expectation("senior-technician", "service-delivery")
    for told in (
        *(statement.text for statement in cell.statements),
        "how competent and how confident",
        "Row 1 of 10",
        "Your mark, 1 to 10",
    ):
        assert told in words


def test_a_row_of_two_competencies_shows_both_and_the_note_of_the_grid() -> None:
    person = begun()
    for _ in range(6):
        person.says("7")
    words = reply_text(person.reply)
    assert "Teaching delivery" in words
    assert "Research delivery" in words
    assert "a single mark stands for both" in words


def test_rows_that_ask_nothing_of_the_role_are_set_aside_listed_and_can_be_taken_in() -> None:
    person = begun(Profile("lancaster", 3, "junior-apprentice", "technical"))
    assert "Set aside, as nothing is asked of this role there: Teaching Delivery / Research Delivery, Budget Management" in reply_text(
        person.reply
    )
    person.says("take in budgets")
    assert person.memory.focus.step == "row:budget"
    person.says("3")
    assert marks(person)["budget"] == 3


def test_a_mark_in_words_with_its_reason_is_saved_and_the_next_row_is_asked() -> None:
    person = begun()
    reply = person.says("7, because I run the booking rota")
    assert marks(person)["service-delivery"] == 7
    assert list(evidence(person).values()) == ["I run the booking rota"]
    assert reply.text.startswith("Saved: 7 for Service Delivery. Row 2 of 10")


def evidence_of(person: Person) -> dict[str, str]:
    """What was said for each row."""
    return {row.id: evidence(person)[id_] for row in record(person).rows for id_ in row.evidence}


def test_a_reason_said_after_the_mark_is_evidence_of_the_row_that_was_marked() -> None:
    person = begun()
    person.says("7")
    reply = person.says("Because I run the booking rota")
    assert evidence_of(person) == {"service-delivery": "I run the booking rota"}
    assert "Row 2 of 10" in reply.text
    person.says("skip")
    person.says("because I have no staff")
    assert evidence_of(person) == {"service-delivery": "I run the booking rota", "staff-management": "because I have no staff"}


@pytest.mark.parametrize("because", ["becuase", "becasue", "Beacuse"])
def test_a_reason_with_a_slip_in_its_because_is_the_same_reason(because: str) -> None:
    person = begun()
    person.says("7")
    person.says(f"{because} I run the booking rota")
    assert evidence_of(person) == {"service-delivery": "I run the booking rota"}


def test_a_mark_by_a_press_keeps_the_evidence_of_the_form_letter_for_letter() -> None:
    person = begun()
    text = "=1+1 <b>& {{ rota }}\nand a second line"
    person.presses("Save and next", mark="5.5", evidence=text)
    assert marks(person)["service-delivery"] == 5.5
    assert list(evidence(person).values()) == [text]
    assert person.reply.replaces


@pytest.mark.parametrize("given", ["0", "11", "7.3", "banana", "-1", "1e9", "7 or 8"])
def test_a_mark_out_of_range_is_kindly_refused_and_the_evidence_is_kept(given: str) -> None:
    person = begun()
    reply = person.presses("Save and next", mark=given, evidence="I run it")
    assert marks(person)["service-delivery"] is None
    assert list(evidence(person).values()) == ["I run it"]
    assert f"“{given}”" in reply.text
    assert "I run it" in reply_text(reply) or "I run it" in str(reply.card)


def test_twenty_thousand_characters_are_kindly_refused_and_all_of_them_stay_in_the_form() -> None:
    person = begun()
    text = "I run the rota. " * 1_250
    reply = person.presses("Save and next", mark="7", evidence=text)
    assert "19,999 characters long, and I can keep up to 4,000" in reply.text
    assert text.strip() in str(reply.card)
    assert marks(person)["service-delivery"] == 7
    assert evidence(person) == {}
    assert not faults(reply.card)


@pytest.mark.parametrize("letter", ["a", "ж", "🔧", '"', "\n"])
def test_no_evidence_however_long_makes_a_card_too_large(letter: str) -> None:
    for length in (4_000, 90_000):
        reply = begun().presses("Save and next", mark="99", evidence="x" + letter * (length - 2) + "y")
        assert not faults(reply.card)


def test_words_in_place_of_a_mark_are_kept_as_evidence_and_the_mark_is_asked_for() -> None:
    person = begun()
    reply = person.says("I look after the bookings of three labs")
    assert list(evidence(person).values()) == ["I look after the bookings of three labs"]
    assert "Which mark do you give yourself?" in reply.text
    person.says("8")
    assert marks(person)["service-delivery"] == 8


def test_a_single_strange_word_is_asked_about_and_kept_nowhere() -> None:
    person = begun()
    assert "banana" in person.says("banana").text
    assert evidence(person) == {}


def test_skip_and_back_lead_on_and_back_and_keep_what_was_marked() -> None:
    person = begun()
    person.says("skip")
    person.says("6")
    assert person.memory.focus.step == "row:staff-management"
    person.says("back")
    person.says("skip")
    assert marks(person)["teamwork"] == 6
    assert record(person).row("service-delivery").skipped


def test_the_first_row_has_none_before_it() -> None:
    assert "first row" in begun().says("back").text


def test_a_question_is_answered_with_the_way_back_and_the_row_still_waits() -> None:
    person = begun()
    asks_for(person, Intent.EXPECTATIONS, "what does grade 7 say here?", grades=(7,), competencies=("service-delivery",))
    assert person.presses("Back to Service Delivery").text.startswith("Row 1 of 10")
    assert not person.reply.replaces
    person.says("7")
    assert marks(person)["service-delivery"] == 7


def test_here_means_the_row_that_is_shown() -> None:
    last = begun().memory.last
    assert last is not None
    assert (last.competencies, last.roles) == (("service-delivery",), ("senior-technician",))


def test_it_is_paused_in_words_and_gone_on_with_days_later() -> None:
    person = begun()
    person.says("7")
    assert "1 of 10 rows marked" in person.says("later").text
    person.waits(days=5)
    asks_for(person, Intent.START_ASSESSMENT, "carry on with my assessment")
    assert person.memory.focus.step == "row:teamwork"


@pytest.mark.parametrize(
    "words",
    [
        "not now, got a class",
        "forget it, class is coming in",
        "actually not now, ive got a class",
        "gotta go students are here",
        "boss is here, got to go",
    ],
)
def test_it_is_paused_by_somebody_who_breaks_off_and_says_why(words: str) -> None:
    person = begun()
    person.says("7")
    assert "1 of 10 rows marked" in person.says(words).text
    assert evidence(person) == {}


@pytest.mark.parametrize("words", ["I have to go through the rota with new students", "never mind, 6", "I stop students misusing the kit"])
def test_what_only_sounds_like_breaking_off_is_a_mark_or_evidence(words: str) -> None:
    person = begun()
    person.says(words)
    assert marks(person)["service-delivery"] == 6 or len(evidence(person)) == 1


def test_a_question_in_between_leaves_the_choice_between_two_roles_as_it_was() -> None:
    person = somebody(TECHNICIAN)
    asks_for(person, Intent.START_ASSESSMENT, "assess me at grade 7", grades=(7,))
    which = person.reply.text
    assert "Choose one" in which
    assert "Specialist" in which
    asks_for(person, Intent.EXPECTATIONS, grades=(5,), competencies=("safety",))
    assert person.says("carry on with my assessment").text == which
    person.presses("Begin")
    assert record(person).role == "specialist-7"


def test_the_role_that_was_asked_for_is_the_one_that_is_begun() -> None:
    person = somebody(TECHNICIAN)
    asks_for(person, Intent.START_ASSESSMENT, "assess me as a senior technician", roles=("senior-technician",))
    asks_for(person, Intent.EXPECTATIONS, grades=(5,), competencies=("safety",))
    person.says("go on")
    assert record(person).role == "senior-technician"


def test_one_that_is_not_finished_can_be_continued_or_begun_anew_and_the_old_one_is_kept() -> None:
    person = begun()
    person.says("7")
    asks_for(person, Intent.START_ASSESSMENT, "start my self-assessment")
    assert "1 of 10 rows marked. Continue it, or begin anew; I keep the old one" in person.reply.text
    person.presses("Begin anew")
    assert marks(person)["service-delivery"] is None
    person.presses("Continue it", card=person.cards[-2])
    assert person.memory.focus.step == "row:teamwork"


def test_words_long_after_the_question_are_only_taken_where_they_are_surely_meant_and_it_says_for_what() -> None:
    person = begun()
    person.waits(days=3)
    person.says("I look after the bookings of three labs")
    assert evidence(person) == {}
    assert person.says("7").text.startswith("Saved: 7 for Service Delivery")


def test_any_row_can_be_changed_by_its_name_and_it_says_what_changed() -> None:
    person = begun()
    for _ in range(3):
        person.says("6")
    reply = person.says("change teamwork to 8")
    assert reply.text.startswith("Changed: Teamwork & Motivation is 8 now; it was 6. Row 4 of 10")
    assert person.says("change it to 7").text.startswith("Changed: Management & Development of Staff is 7 now")


def test_rows_of_ones_own_are_added_in_words_and_in_a_form_up_to_five() -> None:
    person = begun()
    person.says("add a row: running the X-ray facility")
    person.says("8, I am the radiation protection supervisor")
    person.says("rows")
    person.presses("Add the row", name="3D printing")
    for number in range(3):
        person.says(f"add a row: number {number}")
    assert "as many as there can be" in person.says("add a row: one too many").text
    assert [row.name for row in record(person).own_rows] == [
        "running the X-ray facility",
        "3D printing",
        "number 0",
        "number 1",
        "number 2",
    ]
    own = person.notebook.all(Evidence)[0].body
    assert (own.row, own.competencies) == (record(person).own_rows[0].id, ())


@pytest.mark.parametrize(
    ("name", "told"), [("", "Write what the row is about"), ("x" * 500, "500 characters"), ("communication", "already")]
)
def test_a_row_that_cannot_be_added_is_kindly_refused(name: str, told: str) -> None:
    person = begun()
    person.says("rows")
    assert told in person.presses("Add the row", name=name).text
    assert not record(person).own_rows


def test_evidence_that_was_logged_before_is_offered_and_attached_by_a_tick_or_in_words() -> None:
    person = somebody()
    for id_, about in (("log-1", "service-delivery"), ("log-2", "teamwork"), ("log-3", "budget")):
        person.notebook.keep([Record(id_, Evidence(text=f"Text {id_}", framework="lancaster", competencies=(about,)))], [], 1.0)
    asks_for(person, Intent.START_ASSESSMENT)
    person.presses("Begin")
    assert "Text log-1" in str(person.reply.card)
    assert "Text log-2" not in str(person.reply.card)
    person.presses("Save and next", mark="7", logged="log-1")
    person.says("attach it")
    person.says("7")
    assert [row.evidence for row in record(person).rows[:2]] == [("log-1",), ("log-2",)]


def test_a_press_that_arrives_twice_counts_once() -> None:
    person = begun()
    card = person.cards[-1]
    person.presses("Save and next", mark="7", evidence="once")
    version = person.notebook.all(type(record(person)))[-1].version
    reply = person.presses("Save and next", card=card, mark="7", evidence="once")
    assert not reply.saves
    assert reply.text.startswith("Row 2 of 10")
    assert person.notebook.all(type(record(person)))[-1].version == version


def test_begin_pressed_twice_begins_one() -> None:
    person = somebody()
    asks_for(person, Intent.START_ASSESSMENT)
    card = person.cards[-1]
    person.presses("Begin", card=card)
    person.presses("Begin", card=card)
    assert len(person.notebook.all(type(record(person)))) == 1


def test_an_old_card_with_another_mark_is_a_correction() -> None:
    person = begun()
    card = person.cards[-1]
    person.presses("Save and next", mark="7")
    person.says("8")
    reply = person.presses("Save and next", card=card, mark="5")
    assert reply.text.startswith("Changed: Service Delivery is 5 now; it was 7. Row 3 of 10")


def test_an_old_card_with_its_mark_untouched_does_not_take_a_newer_mark_back() -> None:
    person = begun()
    person.says("7")
    person.says("back")
    card = person.cards[-1]
    person.says("change service delivery to 9")
    person.presses("Save and next", card=card, evidence="I run the rota")
    assert marks(person)["service-delivery"] == 9
    assert list(evidence(person).values()) == ["I run the rota"]


def test_an_old_card_takes_nothing_away_that_was_said_since() -> None:
    person = begun()
    phone = other_device(person)
    card = person.cards[-1]
    phone.cards.append(card)
    person.says("7, because I run the rota")
    phone.presses("Save and next", mark="7", evidence="And I train people")
    assert list(evidence(person).values()) == ["I run the rota\nAnd I train people"]
    phone.presses("Skip", card=card)
    assert marks(person)["service-delivery"] == 7


def test_evidence_that_was_emptied_in_the_form_is_gone() -> None:
    person = begun()
    person.says("7, because I run the rota")
    person.says("back")
    person.presses("Save and next", evidence="")
    assert evidence(person) == {}
    assert record(person).rows[0].evidence == ()
    assert marks(person)["service-delivery"] == 7


def test_a_framework_without_a_grid_has_its_areas_for_rows_and_says_whose_scale_it_is() -> None:
    person = begun(Profile("matrix", 7, "senior-technical-specialist-7", "specialist"), "matrix")
    assert len(record(person).walked) == 16
    words = reply_text(person.reply)
    assert "The scale is from Lancaster University’s Technicians Career Framework." in words
    asks_for(person, Intent.START_ASSESSMENT)
    assert "up to 5 points of its own" in reply_text(person.reply)


def test_from_start_to_ten_rows_and_priorities_it_takes_thirteen_messages() -> None:
    person = begun(TECHNICIAN)
    for _ in range(10):
        person.presses("Save and next", mark="6")
    person.presses("Save priorities", priorities="budget,safety")
    assert record(person).priorities == ("safety", "budget")
    assert len(person.cards) == 13


def test_the_rows_with_their_marks_fit_on_a_card_even_with_long_names_of_ones_own() -> None:
    person = begun(Profile("matrix", 7, "senior-technical-team-manager-7", "manager"), "matrix")
    for number in range(5):
        person.says(f"add a row: {'long ' * 20}{number}")
    assert not faults(person.says("rows").card)


def test_every_card_on_the_way_keeps_the_rules() -> None:
    for person in (finished(), finished(TECHNICIAN), begun(Profile("matrix", 9, "director-9", "manager"), "matrix")):
        assert [faults(card) for card in person.cards] == [[]] * len(person.cards)


def test_a_guest_is_told_that_nothing_can_be_kept() -> None:
    guest = Turn(Said("..."), guest=True)
    reply = Assistant(library(), START, "lancaster").answer(guest)
    assert "I can’t keep that for guests" in reply.text
    assert not reply.saves
    assert reply.focus == STAYS


def test_in_a_group_nothing_of_it_is_shown() -> None:
    person = begun()
    verb, data = next((each["verb"], each["data"]) for each in person.reply.card["actions"])
    turn = Turn(Pressed(verb, data), SENIOR, person.memory, personal=False, records=person.notebook)
    reply = person.assistant.answer(turn)
    assert reply.elsewhere
    assert "Service Delivery" not in reply_text(reply)


def test_the_same_as_last_time_is_the_mark_of_the_assessment_before() -> None:
    person = finished()
    person.waits(days=300)
    asks_for(person, Intent.START_ASSESSMENT, "start my self-assessment")
    person.presses("Begin")
    assert person.says("same as last time").text.startswith("Saved: 7 for Service Delivery. Row 2 of 10")
    assert marks(person)["service-delivery"] == 7


def test_without_an_earlier_mark_the_row_is_asked_again() -> None:
    person = begun()
    assert person.says("no change").text.startswith("I have no earlier mark of yours for this one. Row 1 of 10")


def test_a_mark_may_be_followed_by_why_it_is_no_higher() -> None:
    person = begun()
    person.says("4 never done it really")
    assert (marks(person)["service-delivery"], list(evidence(person).values())) == (4, ["never done it really"])


def test_a_look_at_another_mark_leads_back_to_the_row_that_waits() -> None:
    person = begun()
    person.says("7")
    asks_for(person, Intent.SHOW_ASSESSMENT, "what did I put for service delivery")
    assert "you gave yourself 7" in person.reply.text
    assert "Row 2 of 10" in person.reply.text
    person.says("5")
    assert marks(person)["teamwork"] == 5


def test_back_from_all_the_rows_leads_to_the_row_that_waits() -> None:
    person = begun()
    person.says("rows")
    assert person.says("back").text.startswith("Row 1 of 10")
