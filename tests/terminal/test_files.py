"""A file that is offered in the terminal is written into the folder that one is in."""

import io
import shutil
from pathlib import Path

import pytest
from docx import Document

from bot.dialogs.assistant import Assistant
from bot.documents.template_files import Templates
from bot.people.by_tenant import ByTenant
from bot.people.holdings import Holdings, Section
from bot.storage.database import Database
from bot.storage.files import Files
from bot.storage.turns import Turns
from bot.terminal.chat import chat
from bot.terminal.files import write_new
from bot.understanding.reading import Intent, Reading, Understood, Why
from tests.dialogs.asking import Reads
from tests.framework.small import LIBRARY

EXPORT = Reading("small", Intent.EXPORT, said="everything")


@pytest.fixture
def talked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], empty_database: Path, tmp_path: Path) -> str:
    """What is shown to somebody who asks for everything twice."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr("sys.stdin", io.StringIO("export everything\nexport everything\n"))
    assistant = Assistant(LIBRARY, Reads(Understood(EXPORT, Why())), "small")

    def files_on(database: Database) -> Files:
        files = Files(database, ByTenant(Templates()), lambda *_: Holdings((Section("Profile", ("Grade: 2",)),)))
        files.library_of = lambda _: LIBRARY
        return files

    kept_at = Path(shutil.copy(empty_database, tmp_path / "terminal.db"))
    chat(lambda database: Turns(database, assistant), kept_at, files_on)
    return capsys.readouterr().out


def test_it_is_written_under_its_name_and_never_over_another(talked: str, tmp_path: Path) -> None:
    first, second = sorted((tmp_path / "here").iterdir(), key=lambda path: -len(path.name))
    assert first.name == second.name.replace(".docx", " (2).docx")
    assert f"Written: {first.name}" in talked
    assert f"Written: {second.name}" in talked
    assert Document(str(second)).paragraphs[0].text == "What is held about me"
    assert "/files/" not in talked


def test_a_folder_that_takes_no_file_is_said_to_take_none(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        write_new(tmp_path / "nowhere", "a.docx", b"")
    write_new(tmp_path, "a.docx", b"one")
    assert write_new(tmp_path, "a.docx", b"two").name == "a (2).docx"
    assert (tmp_path / "a.docx").read_bytes() == b"one"
