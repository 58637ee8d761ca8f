"""What a person tells of themselves: in words or in the form, one thing at a time, and never more than was said."""

from dataclasses import replace

import pytest

from bot.cards.payloads import NOT_SAID, Details, SetProfile, pack
from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import Reply, reply_text
from bot.dialogs.turn import Pressed, Said, Turn
from bot.framework.model import Library
from bot.people.profile import Profile
from bot.understanding.reading import Heard, Intent, Outcome, Reading, Understood, Why
from tests.cards.checking import presses
from tests.dialogs.asking import Asker, Reads
from tests.dialogs.tact import TACT
from tests.framework.small import LIBRARY, SMALL

MAKER = Profile("small", 2, "maker", "technical", version=4)
SELF = Reading("small", Intent.SET_PROFILE)
TWO = Library({"small": SMALL, "other": replace(SMALL, id="other", name="Other Framework")}, {})


def heard(**slots: str) -> Why:
    """What was heard in the words."""
    return Why(tuple(Heard(slot, value, "") for slot, value in slots.items()))


def says(text: str, reading: Reading, why: Why, profile: Profile = MAKER, *, personal: bool = True, guest: bool = False) -> Reply:
    """Say something that is read so."""
    assistant = Assistant(LIBRARY, Reads(Understood(reading, why)), "small", TACT)
    return assistant.answer(Turn(Said(text), profile, personal=personal, guest=guest))


def sends(profile: Profile, library: Library = LIBRARY, **given: str) -> Reply:
    """Send the form."""
    return Asker(Assistant(library, Reads(), "small"), "small", profile).presses(Pressed(*pack(Details("small", **given))))


def test_what_was_talked_of_before_is_not_taken_for_the_own_grade() -> None:
    reply = says("change my details", SELF.with_(grades=(3,), roles=("leader",)), Why())
    assert reply.profile is None
    assert "Your grade and role: Grade 2, Maker\nPath: Technical" in reply_text(reply)


def test_a_path_alone_is_no_grade() -> None:
    reply = says("i'm on the manager path", SELF.with_(grades=(3,), roles=("leader",)), heard(path="manager"), Profile())
    assert reply.profile == Profile("small", path="manager")


def test_a_path_that_the_grade_does_not_have_changes_nothing_and_may_be_the_aim() -> None:
    reply = says("change my path to manager", SELF.with_(grades=(3,), roles=("leader",)), heard(path="manager"))
    assert reply.profile is None
    assert "there is no role on the Manager path. Nothing was changed." in reply.text
    assert [press.data["aim"] for press in presses(reply.card or {})] == ["leader"]


def test_an_aim_is_noted_and_the_way_there_shown_with_the_own_role_kept() -> None:
    reply = says("I want to become a leader", Reading("small", Intent.SHOW_PLAN, (3,), ("leader",)), heard(role="leader"))
    assert reply.profile == MAKER.with_(aim="leader")
    assert reply.text.startswith("Noted: you aim for grade 3, Leader. The framework gives no formal criteria")
    assert (reply.card or {})["body"][1]["text"] == "Noted: you aim for grade 3, Leader."


def test_a_question_asked_with_an_aim_is_answered_as_asked() -> None:
    asked = Reading("small", Intent.DEVELOPMENT, (3,), ("leader",), ("talking",))
    reply = says("I'm aiming for leader, how do I get better at talking", asked, heard(role="leader"))
    assert "ABC course" in reply_text(reply)
    assert reply.profile == MAKER.with_(aim="leader")


def test_an_aim_at_a_grade_of_two_roles_asks_which_and_the_own_grade_stays() -> None:
    reply = says("I'm aiming for grade 3", SELF.with_(grades=(3,)), heard(grade="3"))
    assert reply.profile is None
    assert [press.data for press in presses(reply.card or {})] == [{"framework": "small", "aim": each} for each in ("expert", "leader")]


def test_grade_and_aim_in_one_sentence_are_both_noted() -> None:
    why = Why((Heard("grade", "1", "1"), Heard("grade", "2", "2")))
    reply = says("I'm grade 1 and i want to reach grade 2", Reading("small", Intent.CAREER_PROGRESSION, (1, 2)), why, Profile())
    assert reply.text.startswith("Noted: you are grade 1, Helper, and you aim for grade 2, Maker. From grade 1 to 2")
    assert (reply.profile or Profile()).role == "helper"


@pytest.mark.parametrize(("personal", "guest"), [(False, False), (True, True)])
def test_of_guests_and_in_groups_no_aim_is_noted(personal: bool, guest: bool) -> None:
    asked = Reading("small", Intent.CAREER_PROGRESSION, (2, 3), ("maker", "leader"))
    reply = says("I want to become a leader", asked, heard(role="leader"), personal=personal, guest=guest)
    assert reply.profile is None
    assert "Noted" not in reply.text


def test_an_aim_that_is_reached_is_no_aim_any_more() -> None:
    someone = Asker(Assistant(LIBRARY, Reads(), "small"), "small", MAKER.with_(aim="leader"))
    reply = someone.presses(Pressed(*pack(SetProfile("small", 3, "leader"))))
    assert reply.profile == Profile("small", 3, "leader", "manager", version=4)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"place": "leader", "path": "technical", "aim": NOT_SAID}, Profile("small", 3, "leader", "manager", version=4)),
        ({"place": "maker", "path": "technical", "aim": "leader"}, MAKER.with_(aim="leader")),
        ({"place": NOT_SAID, "path": NOT_SAID, "aim": NOT_SAID}, Profile("small", version=4)),
        ({"place": "3", "path": NOT_SAID, "aim": NOT_SAID}, Profile("small", 3, version=4)),
        ({"place": "3", "path": "manager"}, Profile("small", 3, "leader", "manager", version=4)),
        ({}, MAKER),
    ],
)
def test_the_form_is_stored_as_it_was_sent(given: dict[str, str], expected: Profile) -> None:
    reply = sends(MAKER, **given)
    assert (reply.profile, reply.replaces) == (expected, True)


def test_a_role_and_a_path_that_do_not_go_together_are_asked_again() -> None:
    reply = sends(MAKER, place="maker", path="manager")
    assert reply.profile is None
    assert "Maker is on the Technical path. Nothing was saved." in reply.text


def test_another_framework_in_the_form_asks_for_the_grade_there() -> None:
    reply = sends(MAKER, TWO, framework="other", place="maker")
    assert reply.profile == Profile("other", version=4)
    assert "Other Framework" in reply.text
    assert [press.data["of"] for press in presses(reply.card or {}) if press.verb == "details"] == ["other"]


def test_a_guest_is_told_that_the_form_keeps_nothing() -> None:
    assistant = Assistant(LIBRARY, Reads(), "small")
    reply = assistant.answer(Turn(Pressed(*pack(Details("small", place="maker"))), guest=True))
    assert reply.profile is None
    assert "can’t keep that for guests" in reply.text


class ReadsEach(Reads):
    """Reads each message as one outcome of its own."""

    def __init__(self, outcomes: dict[str, Outcome]) -> None:
        super().__init__()
        object.__setattr__(self, "outcomes", outcomes)

    def read(self, text: str, framework: str, profile: Profile, last: Reading | None = None) -> Outcome:
        """The outcome of this message."""
        return self.outcomes.get(text, self.outcome)  # type: ignore[attr-defined]


def test_a_question_after_what_somebody_tells_of_themselves_is_answered_too() -> None:
    said = "I'm a leader, what does a 2 do"
    told = Understood(SELF.with_(grades=(3,), roles=("leader",)), heard(role="leader"))
    question = Understood(Reading("small", Intent.EXPECTATIONS, (2,), ("maker",)), Why())
    assistant = Assistant(LIBRARY, ReadsEach({said: told, "I'm a leader": told, "what does a 2 do": question}), "small", TACT)
    reply = assistant.answer(Turn(Said(said), MAKER))
    assert reply.profile == MAKER.with_(grade=3, role="leader", path="manager")
    assert reply.text.startswith("Noted: you are grade 3, Leader.")
    assert "Grade 2, Maker is expected to" in reply.text


def test_forget_me_asks_first_and_names_what_is_lost() -> None:
    reply = says("forget me", Reading("small", Intent.MY_DATA), Why())
    assert (
        reply.text
        == "Shall I forget all of this for good: framework Small Framework, A University, grade 2, role Maker and path Technical?"
    )
