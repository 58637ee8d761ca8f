"""The chat in the terminal: piped words and numbers, forms, what is kept between runs, a polite end."""

import io
import shutil
from pathlib import Path

import pytest

from bot.dialogs.assistant import Assistant
from bot.phrases.en import terminal as say
from bot.storage.sqlite import SqliteDatabase
from bot.storage.turns import Turns
from bot.terminal.chat import chat
from bot.understanding.reading import Intent, Reading, Understood, Why
from tests.dialogs.asking import Reads
from tests.framework.small import LIBRARY

TALKING = Reading("small", Intent.EXPECTATIONS, (2,), competencies=("talking",))
PROFILE = Reading("small", Intent.SET_PROFILE, (3,))
FORM = Reading("small", Intent.SET_PROFILE)
HELD = Reading("small", Intent.MY_DATA)


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], empty_database: Path, tmp_path: Path) -> "Talk":
    """Lines piped into a chat whose assistant reads every message as one thing."""
    return Talk(monkeypatch, capsys, Path(shutil.copy(empty_database, tmp_path / "terminal.db")))


class Talk:
    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kept_at: Path) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.kept_at = kept_at

    def __call__(self, lines: str, reading: Reading = TALKING) -> str:
        self._monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        self._monkeypatch.setenv("COLUMNS", "90")
        assistant = Assistant(LIBRARY, Reads(Understood(reading, Why())), "small")
        chat(lambda database: Turns(database, assistant), self.kept_at)
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


def test_what_was_told_is_kept_until_the_next_run(talk: Talk) -> None:
    talk("I am grade 3\n2\n", PROFILE)
    assert "Role: Leader" in talk("what do you hold?\n", HELD)


def test_a_chat_where_another_has_the_file_says_so_and_goes_on(talk: Talk) -> None:
    talk("I am grade 3\n2\n", PROFILE)
    other = SqliteDatabase(talk.kept_at)
    try:
        shown = " ".join(talk("what do you hold?\n", HELD).split())
        assert "already uses the database" in shown
        assert "only while this chat lasts" in shown
        assert "I hold nothing about you." in shown
    finally:
        other.close()


def test_a_form_has_letters_so_that_a_number_stays_an_answer(talk: Talk) -> None:
    shown = talk("who am I?\n", FORM)
    assert "[a] Save" in shown
    assert "[1]" not in shown.partition("> who am I?")[2]


def test_a_form_is_filled_field_by_field_and_sent(talk: Talk) -> None:
    shown = talk("who am I?\na\nGrade 3, Leader\n\n\n", FORM)
    assert "Grade 2, Maker" in shown
    assert "Saved." in shown
    assert "Role: Leader" in talk("what do you hold?\n", HELD)


def test_a_form_that_is_left_sends_nothing(talk: Talk) -> None:
    shown = talk("who am I?\na\nGrade 3, Leader\n.\n", FORM)
    assert say.LEFT in shown
    assert "Saved." not in shown


def test_the_other_button_of_a_form_asks_for_nothing(talk: Talk) -> None:
    shown = talk("who am I?\nb\n", FORM)
    assert say.FILL not in shown
    assert "Nothing changed." in shown


def test_the_chat_ends_politely_when_the_input_does(talk: Talk) -> None:
    assert talk("").rstrip().endswith("Goodbye.")


def test_the_chat_ends_politely_in_the_middle_of_a_form(talk: Talk) -> None:
    assert talk("who am I?\na\n", FORM).rstrip().endswith("Goodbye.")


def test_empty_lines_are_passed_over(talk: Talk) -> None:
    assert talk("\n\n  \ntalking\n").count("> ") == 1
