"""The commands as a person starts them: what is in the way is said in a sentence, with exit code 2 and no traceback."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import PROJECT
from tests.key_server import APP, TENANT


def start(*command: str, **settings: object) -> subprocess.Popen[str]:
    """Start a command with settings of its own."""
    settings = {"development": "true"} | settings
    environment = os.environ | {f"ASSISTANT_{name.upper()}": str(value) for name, value in settings.items()}
    command = (sys.executable, "-m", "bot", *command)
    return subprocess.Popen(command, cwd="/", env=environment | {"PYTHONPATH": str(PROJECT)}, stdout=-1, stderr=-1, text=True)


def refusal(*command: str, **settings: object) -> str:
    """What a command that cannot start says."""
    _, said = (process := start(*command, **settings)).communicate(timeout=60)
    assert process.returncode == 2
    assert "Traceback" not in said
    return said


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def test_a_port_already_taken_is_named(taken: int, tmp_path: Path) -> None:
    assert f"Port {taken} on 127.0.0.1 cannot be used" in refusal("run", port=taken, database=tmp_path / "a.db")


def test_a_host_that_is_not_this_machine_is_named(tmp_path: Path) -> None:
    identity = {"app_id": APP, "app_tenant": TENANT, "app_secret": "s"}
    said = refusal("run", development="", host="203.0.113.1", database=tmp_path / "a.db", **identity)
    assert "Write one of its own into ASSISTANT_HOST" in said


def test_a_host_that_others_reach_is_refused() -> None:
    assert "can be reached by others" in refusal("run", host="0.0.0.0")


def test_without_an_identity_both_ways_on_are_named() -> None:
    said = refusal("run", development="")
    assert "Configuration for Teams" in said
    assert "ASSISTANT_DEVELOPMENT=true" in said


def test_trying_without_proof_and_an_app_id_exclude_each_other() -> None:
    identity = {"app_id": APP, "app_tenant": TENANT, "app_secret": "s"}
    assert "Leave out ASSISTANT_APP_ID" in refusal("run", "--try", development="", **identity)


def test_an_unknown_framework_is_named_with_those_that_exist(tmp_path: Path, unused_tcp_port: int) -> None:
    assert "lancaster, matrix" in refusal("run", framework="nowhere", port=unused_tcp_port, database=tmp_path / "a.db")


def test_knowledge_with_faults_is_reported(tmp_path: Path, unused_tcp_port: int) -> None:
    assert str(tmp_path) in refusal("run", knowledge=tmp_path, port=unused_tcp_port, database=tmp_path / "a.db")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, unused_tcp_port: int) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be written" in refusal("run", port=unused_tcp_port, database=tmp_path / "file" / "a.db")


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("remind",), "Reminded 0 people."),
        (("purge",), "this is the first run, which only notes the time"),
        (("purge", "--trust-clock"), "Deleted 0 drafts, and everything of 0 people."),
    ],
)
def test_what_the_server_does_by_itself_can_be_done_once(tmp_path: Path, command: tuple[str, ...], says: str) -> None:
    said, faults = (process := start(*command, database=tmp_path / "a.db")).communicate(timeout=60)
    assert (process.returncode, faults) == (0, "")
    assert says in said


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_second_bot_on_one_database_is_refused_and_the_first_ends_gracefully(
    tmp_path: Path, unused_tcp_port_factory: object, ending: signal.Signals
) -> None:
    database = tmp_path / "a.db"
    first = start("run", port=unused_tcp_port_factory(), database=database)
    assert "listens" in first.stdout.readline()
    assert "already uses the database" in refusal("run", port=unused_tcp_port_factory(), database=database)
    first.send_signal(ending)
    _, said = first.communicate(timeout=30)
    assert (first.returncode, said) == (0, "")


def test_an_old_python_is_refused_before_anything_is_imported() -> None:
    program = "import sys, runpy; sys.version_info = (3, 9, 2); runpy.run_module('bot', run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "Python 3.11 or newer is needed" in done.stderr
