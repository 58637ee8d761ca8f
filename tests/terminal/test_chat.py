"""The chat in the terminal: piped words and numbers, the profile kept, a polite end."""

import io

import pytest

from bot.dialogs.assistant import Assistant
from bot.people.profile import Profile
from bot.terminal.chat import chat
from bot.understanding.reading import Intent, Reading, Understood, Why
from tests.dialogs.asking import Reads
from tests.framework.small import LIBRARY

TALKING = Reading("small", Intent.EXPECTATIONS, (2,), competencies=("talking",))
PROFILE = Reading("small", Intent.SET_PROFILE, (3,))


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> "Talk":
    """Lines piped into a chat whose assistant reads every message as one thing."""
    return Talk(monkeypatch, capsys)


class Talk:
    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, lines: str, reading: Reading = TALKING, profile: Profile | None = None) -> str:
        self._monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        self._monkeypatch.setenv("COLUMNS", "90")
        chat(Assistant(LIBRARY, Reads(Understood(reading, Why())), "small"), profile)
        return self._capsys.readouterr().out


def test_a_question_is_answered_with_numbered_buttons_and_its_source(talk: Talk) -> None:
    shown = talk("talking at 2?\n")
    assert "Doing: Does as agreed." in shown
    assert "In our words, from The Guide" in shown
    assert "[1] What changes at grade 3" in shown


def test_a_number_presses_the_button(talk: Talk) -> None:
    assert "grade 2 to 3: Maker to Expert" in talk("talking at 2?\n1\n")


def test_a_number_that_is_on_no_button_is_a_message(talk: Talk) -> None:
    assert talk("77\n").count("Does as agreed.") == 1


def test_the_profile_is_kept_for_the_session(talk: Talk) -> None:
    assert "grade 3, Leader" in talk("I am grade 3\n2\n", PROFILE)


def test_the_chat_ends_politely_when_the_input_does(talk: Talk) -> None:
    assert talk("").rstrip().endswith("Goodbye.")


def test_empty_lines_are_passed_over(talk: Talk) -> None:
    assert talk("\n\n  \ntalking\n").count("> ") == 1
