"""A dossier: the criteria of a step as a checklist that is worked through by words or presses, and equals what was said and pressed."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.assessment.evidence import Evidence
from bot.development.dossier import LONGEST_NOTE, Dossier
from bot.dialogs.reply import reply_text
from bot.framework.model import Library
from bot.people.profile import Profile
from tests.dialogs.keeping import CRITERIA, FRAMEWORK, somebody
from tests.dialogs.person import Person


def begun() -> Person:
    """Somebody with two pieces of evidence and a dossier just begun."""
    person = somebody()
    person.says("evidence for talking: I spoke at the open day")
    person.says("evidence for mending: I mended the mill")
    person.says("my dossier")
    person.presses("Begin")
    return person


def held(person: Person) -> Dossier:
    """The one dossier on record."""
    (record,) = person.notebook.all(Dossier)
    return record.body


def test_before_it_begins_it_says_what_for_who_sees_it_and_how_it_is_assessed() -> None:
    told = reply_text(somebody().says("my dossier"))
    for words in ("names 3 criteria", "Only you see it", "A few minutes", "The panel asks.", "Please note: A note."):
        assert words in told


def test_asked_how_far_it_is_nothing_is_begun() -> None:
    person = somebody()
    assert person.says("how far is my dossier?").text.startswith("You have no dossier for grade 1 to 2 yet.")
    assert person.notebook.all(Dossier) == ()


def test_beginning_twice_or_from_an_old_card_makes_one() -> None:
    person = begun()
    intro = person.cards[-2]
    person.presses("Begin", intro)
    person.says("my dossier")
    assert [point.id for point in held(person).points] == [each.id for each in CRITERIA]


def test_evidence_that_touches_a_criterion_is_offered_and_one_press_attaches_or_takes_off() -> None:
    person = begun()
    assert "Attach: I spoke at the open day" in reply_text(person.reply)
    assert "mill" not in reply_text(person.reply)
    person.presses("Attach: I spoke at the open day")
    assert "✓ Attached: I spoke at the open day" in reply_text(person.reply)
    assert len(held(person).points[0].evidence) == 1
    person.presses("✓ Attached: I spoke at the open day")
    assert held(person).points[0].evidence == ()


def test_a_criterion_that_touches_no_competency_offers_everything() -> None:
    person = begun()
    told = reply_text(person.says("criterion 3"))
    assert "open day" in told
    assert "mill" in told


def test_it_is_worked_through_in_words_with_a_question_in_between() -> None:
    person = begun()
    for words in ("attach the first", "note: ask Jim for a letter", "note: and Jo", "ready", "what is expected?", "next"):
        person.says(words)
    point = held(person).points[0]
    assert (len(point.evidence), point.note, point.ready) == (1, "ask Jim for a letter\nand Jo", True)
    assert person.reply.text.startswith("Criterion 2 of 3")
    person.says("later")
    assert person.memory.focus is None
    assert person.says("my dossier").text == "1 of 3 criteria are ready. Nothing is there yet for 2 and 3."


def test_any_evidence_is_attached_and_taken_off_by_a_few_of_its_words() -> None:
    person = begun()
    assert "I did not find that one" in reply_text(person.says("attach the one about welding"))
    person.says("attach the mill one please")
    person.says("attach the one from the open day")
    assert len(held(person).points[0].evidence) == 2
    person.says("take off the mill one")
    (left,) = held(person).points[0].evidence
    assert [each.body.text for each in person.notebook.all(Evidence) if each.id == left] == ["I spoke at the open day"]


def test_a_question_in_between_leads_back() -> None:
    person = begun()
    person.says("criterion 2")
    person.says("what is expected?")
    assert person.presses("Back to your dossier").text.startswith("Criterion 2 of 3")


def test_the_note_of_the_form_is_kept_with_whatever_is_pressed() -> None:
    person = begun()
    person.presses("It is ready", note="Letter: <b> & {{ }}")
    assert (held(person).points[0].note, held(person).points[0].ready) == ("Letter: <b> & {{ }}", True)


def test_an_old_card_takes_no_newer_note_away_but_corrects_what_is_typed_on_it() -> None:
    person = begun()
    old = person.cards[-1]
    person.says("note: newer")
    person.presses("It is ready", old)
    assert held(person).points[0].note == "newer"
    person.presses("Save and next", old, note="typed on the old card")
    assert held(person).points[0].note == "typed on the old card"


def test_a_note_that_is_too_long_comes_back_in_the_form_and_changes_nothing() -> None:
    person = begun()
    reply = person.presses("It is ready", note="x" * (LONGEST_NOTE + 1))
    assert "That note is 4,001 characters" in reply_text(reply)
    assert "x" * (LONGEST_NOTE + 1) in json.dumps(reply.card)
    assert not held(person).points[0].begun


def test_the_overview_says_what_is_missing_and_leads_on() -> None:
    person = begun()
    person.says("attach 1")
    told = reply_text(person.presses("Overview"))
    assert "0 of 3 criteria are ready. Nothing is there yet for 2 and 3." in told
    assert "How it is assessed" in told
    assert person.presses("Carry on with 1").text.startswith("Criterion 1 of 3")


def test_when_all_are_ready_what_is_left_is_told() -> None:
    person = begun()
    for _ in CRITERIA:
        person.presses("It is ready")
        person.presses("Save and next")
    assert person.reply.text == "You call all of them ready. What is left is the assessment itself."
    assert "The panel asks." in reply_text(person.reply)


def test_evidence_that_was_deleted_counts_no_more_and_counts_again_when_it_is_back() -> None:
    person = begun()
    person.says("attach 1")
    person.says("later")
    person.says("my evidence")
    person.presses("I spoke at the open day")
    person.presses("Delete")
    gone = person.cards[-1]
    person.says("my dossier")
    assert "with no evidence attached" in person.says("criterion 1").text
    person.presses("Bring it back", gone)
    person.says("my dossier")
    assert "with 1 piece attached" in person.says("criterion 1").text


def test_without_formal_criteria_it_says_so_and_offers_what_changes() -> None:
    person = somebody(Profile("small", 2, "maker", "technical"))
    told = person.says("my dossier").text
    assert "only where the framework gives formal criteria, which it does for grade 1 to 2. Here is what changes instead." in told
    bare = somebody(library=Library({"small": replace(FRAMEWORK, progressions=())}, {}))
    assert "and this one gives none" in bare.says("my dossier").text


def test_a_criterion_that_the_framework_dropped_keeps_what_was_said_of_it() -> None:
    person = begun()
    person.says("note: mine")
    (step,) = FRAMEWORK.progressions
    later = somebody(library=Library({"small": replace(FRAMEWORK, progressions=(replace(step, criteria=step.criteria[1:]),))}, {}))
    later.notebook = person.notebook
    later.says("my dossier")
    told = reply_text(later.says("criterion 1"))
    assert "Talks well." in told
    assert "The framework no longer has this criterion." in told
    assert held(later).points[0].note == "mine"


MOVES = st.sampled_from(["attach", "detach", "ready", "unready", "note", "again", "old"])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 2), MOVES, st.text("abc <&", max_size=5)), max_size=14))
def test_the_record_equals_a_simple_model_of_what_was_pressed(moves: list[tuple[int, str, str]]) -> None:
    person = begun()
    model = [{"evidence": False, "ready": False, "note": ""} for _ in CRITERIA]
    for at, move, words in moves:
        card = person.says(f"criterion {at + 1}").card or {}
        point = model[at]
        match move:
            case "attach" | "old" if not point["evidence"]:
                pressed, point["evidence"] = "dossier.attach", True
            case "detach" if point["evidence"]:
                pressed, point["evidence"] = "dossier.detach", False
            case "ready" if not point["ready"]:
                pressed, point["ready"] = "dossier.ready", True
            case "unready" if point["ready"]:
                pressed, point["ready"] = "dossier.unready", False
            case "note":
                pressed, point["note"] = "dossier.next", words.strip()
            case _:
                continue
        entered = {"note": words} if move == "note" else {}
        person.presses(pressed, card, **entered)
        if move in ("attach", "old"):
            person.presses(pressed, card, **entered)  # the same press arrives again
    said = [{"evidence": bool(each.evidence), "ready": each.ready, "note": each.note} for each in held(person).points]
    assert said == model


@pytest.mark.parametrize("words", ["attach 7", "detach", "criterion 99"])
def test_what_cannot_be_meant_changes_nothing(words: str) -> None:
    person = begun()
    before = held(person)
    person.says(words)
    assert held(person) == before
