"""Evidence is kept letter for letter, tagged only when somebody confirms it, found again, corrected, deleted and brought back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assessment.evidence import DeletedEvidence, Evidence
from bot.dialogs.reply import Reply, reply_text
from bot.dialogs.turn import Focus, Said, Turn
from tests.cards.checking import objects
from tests.dialogs.keeping import somebody
from tests.dialogs.person import Person

LOG = "log evidence: I mended the mill & wrote <b>it</b> up"
WORDS = "I mended the mill & wrote <b>it</b> up"


def held(person: Person) -> list[Evidence]:
    """What is on record, the first logged first."""
    return [each.body for each in person.notebook.all(Evidence)]


def entered(reply: Reply) -> dict[str, str]:
    """What stands in the form."""
    return {each["id"]: each["value"] for each in objects(dict(reply.card or {})) if each["type"].startswith("Input.")}


def test_it_is_saved_at_once_without_a_tag_and_asks_what_it_shows() -> None:
    person = somebody()
    reply = person.says(LOG)
    assert [(each.text, each.competencies) for each in held(person)] == [(WORDS, ())]
    assert reply.text == "Saved as evidence. Does it show talking or mending? Press one, or say which."


@pytest.mark.parametrize("answer", ["the second one", "2", "mending"])
def test_what_it_shows_is_confirmed_in_words(answer: str) -> None:
    person = somebody()
    person.says(LOG)
    assert person.says(answer).text == "Kept under mending."
    assert held(person)[0].competencies == ("mending",)


def test_what_it_shows_is_confirmed_by_a_press_and_yes_answers_where_one_is_offered() -> None:
    person = somebody()
    person.says(LOG)
    assert person.presses("Talking").replaces
    alone = somebody(points=("talking",))
    alone.says(LOG)
    alone.says("yes")
    assert held(person)[0].competencies == held(alone)[0].competencies == ("talking",)


def test_none_of_these_gives_every_competency_to_choose_from_and_leaves_it_untagged() -> None:
    person = somebody(points=("talking",))
    person.says(LOG)
    reply = person.says("none of these")
    assert held(person)[0].competencies == ()
    assert "Mending" in json.dumps(reply.card)
    person.presses("Save the change", shows="talking,mending")
    assert held(person)[0].competencies == ("talking", "mending")


def test_a_competency_named_before_the_colon_is_the_tag() -> None:
    person = somebody()
    assert person.says("evidence for mending: I mended it").text == "Saved as evidence for mending."
    assert held(person)[0].competencies == ("mending",)


def test_the_same_words_twice_are_kept_once() -> None:
    person = somebody()
    person.says(LOG)
    assert person.says(LOG).text == "That is in your evidence already, word for word. I did not add it twice."
    assert len(held(person)) == 1


def test_a_wish_gets_a_form_and_the_next_words_are_kept_while_a_question_is_answered() -> None:
    person = somebody()
    person.says("log some evidence")
    assert person.says("what is expected?").saves == ()
    person.says("I mended the mill")
    assert [each.text for each in held(person)] == ["I mended the mill"]


def test_a_form_pressed_twice_keeps_one_piece_and_other_words_make_another() -> None:
    person = somebody()
    person.says("log some evidence")
    form = person.cards[-1]
    for text in ("One thing.", "One thing.", "Another thing.", "Another thing.", "One thing."):
        person.presses("Keep it", form, text=text)
    assert sorted(each.text for each in held(person)) == ["Another thing.", "One thing."]


@pytest.mark.parametrize("text", ["", "x" * 20_000])
def test_a_form_that_cannot_be_kept_comes_back_with_what_was_typed(text: str) -> None:
    person = somebody()
    person.says("log some evidence")
    reply = person.presses("Keep it", text=text, shows="mending")
    assert entered(reply) == {"text": text, "shows": "mending"}
    assert not held(person)
    assert len(json.dumps(reply.card)) < 28_000


def test_20000_characters_in_words_get_a_form_that_still_holds_them_and_what_is_too_much_for_a_card_is_not_cut() -> None:
    person = somebody()
    reply = person.says(f"log evidence: {'long ' * 4_000}")
    assert "That is 19,999 characters, and a piece holds 4,000. Nothing is lost" in reply.text
    assert entered(reply)["text"] == ("long " * 4_000).strip()
    huge = person.says(f"log evidence: {'é' * 9 + ' '}{'é ' * 20_000}")
    assert huge.card is None
    assert "Please send it in two or more pieces" in huge.text
    assert not held(person)


@given(st.text(min_size=1, max_size=300).map(str.strip).filter(lambda text: len(text.split()) > 1 and not text.endswith("?")))
def test_any_words_stay_as_they_are_through_every_step(words: str) -> None:
    person = somebody()
    person.says(f"log evidence: {words}")
    person.presses("Change it")
    person.presses("Save the change", shows="mending")
    person.presses("Delete")
    person.says("undo")
    assert [(each.text, each.competencies) for each in held(person)] == [(words, ("mending",))]


def test_a_deleted_piece_can_be_brought_back_for_a_day_and_is_then_gone_for_good() -> None:
    person = somebody()
    person.says(LOG)
    person.presses("Delete")
    gone = person.cards[-1]
    assert (held(person), len(person.notebook.all(DeletedEvidence))) == ([], 1)
    person.presses("Bring it back")
    person.presses("Delete")
    person.waits(hours=25)
    person.says("log evidence: I did something else")
    assert person.notebook.all(DeletedEvidence) == ()
    assert person.presses("Bring it back", gone).text == "I no longer have that piece. It was deleted, here or on another device."


def test_an_old_form_corrects_what_was_changed_on_it_and_nothing_else() -> None:
    person = somebody()
    person.says(LOG)
    form = person.presses("Change it").card
    person.says("change it to: Newer words")
    person.presses("Save the change", form, shows="talking")
    assert [(each.text, each.competencies) for each in held(person)] == [("Newer words", ("talking",))]


def test_a_press_that_arrives_again_takes_no_later_change_back() -> None:
    person = somebody()
    person.says(LOG)
    asked = person.cards[-1]
    person.presses("Talking", asked)
    person.presses("Change it")
    person.presses("Save the change", shows="mending")
    person.presses("Talking", asked)
    assert held(person)[0].competencies == ("mending",)


def test_a_form_sent_after_the_piece_was_deleted_loses_nothing() -> None:
    person = somebody()
    person.says(LOG)
    form = person.presses("Change it").card
    person.presses("Delete")
    assert (
        person.presses("Save the change", form, text="Mended, and tested").text
        == "You had deleted this piece. It is back, with your change."
    )
    assert [each.text for each in held(person)] == ["Mended, and tested"]


def test_the_list_is_by_competency_newest_first_and_paged() -> None:
    person = somebody()
    for number in range(8):
        person.says(f"evidence for {'talking' if number % 2 else 'mending'}: piece number {number}")
        person.waits(days=1)
    first = person.says("my evidence")
    rows = [line for line in reply_text(first).splitlines() if line.startswith("piece")]
    assert rows == [f"piece number {number}" for number in (7, 5, 3, 1, 6, 4)]
    assert "Talking: 4 pieces, the last on 8 March 2027" in reply_text(first)
    second = person.presses("Show more")
    assert "7 to 8 of 8" in reply_text(second)
    assert person.says("2").text == "Your evidence for mending of 1 March 2027."


def test_for_one_competency_only_its_pieces_are_shown_and_where_there_is_none_what_may_fit() -> None:
    person = somebody()
    person.says("evidence for talking: I spoke at the open day")
    person.says(LOG)
    reply = person.says("evidence for mending")
    assert reply.text.startswith("You have logged nothing for mending yet. 1 piece without a tag may fit.")
    assert WORDS in reply_text(reply)
    assert "open day" not in reply_text(reply)


def test_without_any_the_list_says_how_to_begin() -> None:
    assert "for example “log evidence: I trained two apprentices on the mill”" in somebody().says("my evidence").text


def test_what_it_is_good_for_is_only_what_the_framework_says() -> None:
    person = somebody()
    person.says("evidence for talking: I spoke at the open day")
    assert "Criterion 1, grade 1 to 2: Talks well." in reply_text(person.reply)
    person.says("my evidence")
    told = reply_text(person.presses("What it is good for"))
    assert "Logged since 1 March 2026: Talking 1." in told
    assert "Talks well. (1 piece)" in told
    assert "Mends well. (nothing yet)" in told
    assert "registration" not in told


def test_another_dialog_that_is_at_work_keeps_the_next_words() -> None:
    person = somebody()
    person.says("my dossier")
    person.says("begin")
    reply = person.says(LOG)
    assert reply.text.endswith("Press one.")
    assert person.memory.focus is not None
    assert person.memory.focus.dialog == "dossier"
    person.presses("Mending")
    assert held(person)[0].competencies == ("mending",)


def test_an_old_question_waits_no_longer() -> None:
    person = somebody()
    person.says(LOG)
    person.waits(days=2)
    person.says("the second one")
    assert held(person)[0].competencies == ()


def test_a_group_and_a_guest_are_shown_and_keep_nothing() -> None:
    person = somebody()
    person.says(LOG)
    focus = person.memory
    for more in ({"personal": False}, {"guest": True}):
        for said in (LOG, "my evidence", "my dossier", "2"):
            reply = person.assistant.answer(Turn(Said(said), person.profile, focus, records=person.notebook, **more))
            assert reply.saves == ()
            assert WORDS not in reply_text(reply)


def test_the_focus_says_only_which_piece_and_what_was_offered() -> None:
    person = somebody()
    person.says(LOG)
    assert person.memory.focus == Focus("evidence", "id-1", "tag:talking,mending", person.now.timestamp())
    assert person.memory.last is None
