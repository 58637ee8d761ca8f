"""One turn: what was said, pressed or joined reaches its dialog, and what is held of a person stays theirs."""

import json
from dataclasses import dataclass, field, replace

import pytest

from bot.assistants import make_assistant
from bot.cards.payloads import Ask, Details, Forget, Keep, Payload, SetProfile, pack
from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import reply_text
from bot.dialogs.turn import Joined, Memory, Pressed, Turn
from bot.people.profile import Profile
from bot.settings import Settings
from bot.understanding.reading import Intent, NotUnderstood, Outcome, Reading, Understood, Unsure, Why
from tests.cards.checking import presses
from tests.dialogs.asking import NOBODY, Asker, Reads
from tests.framework.small import LIBRARY

MAKER = Profile("small", 2, "maker", "technical", version=4)
TALKING = Reading("small", Intent.EXPECTATIONS, (1,), competencies=("talking",))


@pytest.fixture(scope="module")
def shipped() -> Assistant:
    """The assistant with the knowledge that ships."""
    return make_assistant(Settings(_env_file=None))


def asker(outcome: Outcome | None = None, profile: Profile = NOBODY, last: Reading | None = None, *, personal: bool = True) -> Asker:
    """Somebody in the small framework."""
    reads = Reads(outcome) if outcome else Reads()
    return Asker(Assistant(LIBRARY, reads, "small"), "small", profile, Memory(last), personal)


def press(payload: Payload) -> Pressed:
    """A button pressed."""
    return Pressed(*pack(payload))


def test_a_question_is_answered_and_remembered() -> None:
    reply = asker(Understood(TALKING, Why())).says("talking at 1?")
    assert "Says what is asked." in reply.text
    assert reply.memory == Memory(TALKING)


def test_two_close_readings_are_offered_and_answer_when_pressed() -> None:
    someone = asker(Unsure((TALKING, TALKING.with_(intent=Intent.COMPARE)), Why()))
    asked = someone.says("talking 1")
    assert asked.text == "Did you mean “What is expected: Talking; grade 1” or “Compare: grade 1; Talking”?"
    first = next(presses(asked.card or {}))
    assert "Says what is asked." in someone.presses(first).text


def test_what_was_not_understood_gets_one_line_and_a_way_on() -> None:
    near = asker(NotUnderstood(Why(), nearest=(TALKING,), readable=False)).says("hm")
    assert "What is expected: Talking; grade 1" in reply_text(near)
    far = asker(NotUnderstood(Why())).says("who won?")
    assert "outside what I know" in far.text
    assert list(presses(far.card or {}))


def test_the_welcome_says_what_it_can_and_cannot_do_with_examples_that_answer() -> None:
    someone = asker()
    welcome = someone.assistant.answer(Turn(Joined()))
    assert all(words in reply_text(welcome) for words in ("Self-assessment:", "Evidence:", "Development plan:", "What I cannot do"))
    answers = [reply_text(someone.presses(pressed)) for pressed in presses(welcome.card or {})]
    begun = ("A self-assessment.", "What would you like to develop?", "What did you do, ")
    assert all("In our words, from" in told for told in answers[: -len(begun)])
    assert all(words in told for words, told in zip(begun, answers[-len(begun) :], strict=True))


def test_a_grade_with_one_role_is_stored_with_its_role_and_path() -> None:
    reply = asker().asks(Intent.SET_PROFILE, [2])
    assert reply.profile == Profile("small", 2, "maker", "technical")


def test_a_grade_with_two_roles_asks_which_and_stores_what_is_pressed() -> None:
    someone = asker()
    reply = someone.asks(Intent.SET_PROFILE, [3])
    assert reply.profile == Profile("small", 3)
    first, second = presses(reply.card or {})
    assert someone.presses(second).profile == Profile("small", 3, "leader", "manager")
    memory = someone.presses(first).memory
    assert memory is not None
    assert memory.last == Reading("small", Intent.SET_PROFILE, (3,), ("expert",))


def test_a_path_that_is_known_settles_the_role_at_the_new_grade() -> None:
    reply = asker(profile=Profile("small", None, None, "manager")).asks(Intent.SET_PROFILE, [3])
    assert reply.profile == Profile("small", 3, "leader", "manager")


def test_what_is_held_is_shown_whole() -> None:
    words = reply_text(asker(profile=MAKER, last=TALKING).asks(Intent.MY_DATA))
    assert "Grade: 2\nRole: Maker\nPath: Technical\nLast question: What is expected: Talking; grade 1" in words


def test_forgetting_names_what_is_lost_and_clears_it_after_a_second_press() -> None:
    someone = asker(profile=MAKER, last=TALKING)
    forget = next(each for each in presses(someone.asks(Intent.MY_DATA).card or {}) if each.verb == "forget")
    asked = someone.presses(forget)
    assert "Grade: 2\nRole: Maker" in reply_text(asked)
    assert (asked.profile, asked.forgets) == (None, False)
    reply = someone.presses(next(each for each in presses(asked.card or {}) if each.data.get("sure")))
    assert (reply.profile, reply.memory, reply.forgets) == (Profile(version=4), Memory(), True)


def test_keeping_changes_nothing() -> None:
    reply = asker(profile=MAKER).presses(press(Keep()))
    assert (reply.profile, reply.memory) == (None, None)


@pytest.mark.parametrize("payload", [Forget(), Forget(sure=True), SetProfile("small", 2), Details("small", place="maker")])
def test_in_a_group_nothing_personal_is_pressed(payload: Payload) -> None:
    reply = asker(profile=MAKER, personal=False).presses(press(payload))
    assert (reply.profile, reply.memory) == (None, None)
    assert "our own chat" in reply.text


@pytest.mark.parametrize("intent", [Intent.SET_PROFILE, Intent.MY_DATA])
def test_in_a_group_nothing_personal_is_shown_or_changed(intent: Intent) -> None:
    reply = asker(profile=MAKER, personal=False).asks(intent, [1])
    assert reply.profile is None
    assert "Maker" not in reply_text(reply)


def test_in_a_group_nobody_is_asked_which_personal_thing_they_meant() -> None:
    unsure = Unsure((Reading("small", Intent.START_PLAN), Reading("small", Intent.SHOW_PLAN)), Why())
    assert "our own chat" in asker(unsure, personal=False).says("plan").text
    assert "Did you mean" in asker(unsure).says("plan").text


def test_the_own_role_is_used_where_none_was_named_but_not_in_a_group() -> None:
    mine = asker(profile=MAKER).asks(Intent.EXPECTATIONS, competencies=["talking"])
    assert "grade 2, Maker" in mine.text
    group = asker(profile=MAKER, personal=False).asks(Intent.EXPECTATIONS, competencies=["talking"])
    assert "through the grades" in group.text


def test_a_button_that_no_longer_fits_gets_a_way_on() -> None:
    reply = asker().presses(Pressed("ask", {"reading": {"framework": "gone", "intent": "help"}}))
    assert "no longer" in reply.text
    assert list(presses(reply.card or {}))


def test_thanks_leave_the_last_question_standing() -> None:
    assert asker(last=TALKING).asks(Intent.THANKS).memory is None


@dataclass(frozen=True)
class Remembers(Reads):
    """Keeps what it was given to go on with."""

    lasts: list[Reading | None] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def read(self, text: str, framework: str, profile: Profile, last: Reading | None = None) -> Outcome:
        """The outcome."""
        self.lasts.append(last)
        self.texts.append(text)
        return super().read(text, framework, profile, last)


@pytest.mark.parametrize("framework", ["small", "gone"])
def test_a_follow_up_goes_on_only_with_what_the_framework_knows(framework: str) -> None:
    last = Reading(framework, Intent.COMPARE, (2, 99), ("maker", "gone"), ("talking", "gone"))
    reads = Remembers()
    Asker(Assistant(LIBRARY, reads, "small"), "small", memory=Memory(last)).says("and at 3?")
    assert reads.lasts == [Reading("small", Intent.COMPARE, (2,), ("maker",), ("talking",))]


@pytest.mark.parametrize("text", ["and at 9?", "my next grade", "same for a manager", "what about budgets?", "I'm grade 6", "compare them"])
def test_a_follow_up_on_a_button_of_the_other_framework_is_answered(shipped: Assistant, text: str) -> None:
    cell = Reading("matrix", Intent.EXPECTATIONS, (7,), ("senior-technical-specialist-7",), ("faults",))
    someone = Asker(shipped, "lancaster", Profile("lancaster", 5))
    pressed = someone.presses(press(Ask(cell)))
    assert replace(someone, memory=pressed.memory or Memory()).says(text).text


def test_a_word_without_an_end_costs_no_time() -> None:
    reads = Remembers()
    Asker(Assistant(LIBRARY, reads, "small"), "small").says("a" * 4000 + " grade 2")
    assert reads.texts == ["a" * 60 + " grade 2"]


def test_a_press_for_every_topic_at_once_still_fits_a_card(shipped: Assistant) -> None:
    topics = ["career-paths", "evidence", "benefits", "quotes", "hett"] * 8
    reply = Asker(shipped, "lancaster").presses(
        Pressed("ask", {"reading": {"framework": "lancaster", "intent": "guide", "guide_topics": topics}})
    )
    assert len(json.dumps(reply.card)) < 28_000
