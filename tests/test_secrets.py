"""Where a secret may come from, and that it goes nowhere but to who asks for it: no log, no error, no report."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import PROJECT, CannotStart, ServingSettings, read_settings
from tests.key_server import APP, TENANT

SECRET = "Qz7~never-to-be.seen_anywhere"
IDENTITY = {"ASSISTANT_APP_ID": APP, "ASSISTANT_APP_TENANT": TENANT}


def mounted(folder: Path, secret: str = SECRET) -> Path:
    """A folder as Docker, Kubernetes and Container Apps mount one."""
    folder.mkdir(exist_ok=True)
    (folder / "assistant_app_secret").write_text(f"{secret}\n")
    return folder


@pytest.fixture(autouse=True)
def _identity(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("bot.settings.ENV_FILE", tmp_path / ".env")
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)


def test_a_secret_is_read_from_the_folder_that_the_environment_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ASSISTANT_SECRETS_DIR", str(mounted(tmp_path / "secrets")))
    assert read_settings(ServingSettings).app_secret.get_secret_value() == SECRET


def test_the_folder_may_be_named_in_the_file_with_settings(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"ASSISTANT_SECRETS_DIR={mounted(tmp_path / 'secrets')}\n")
    assert read_settings(ServingSettings).app_secret.get_secret_value() == SECRET


def test_a_folder_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ASSISTANT_SECRETS_DIR", str(tmp_path / "nowhere"))
    with pytest.raises(CannotStart, match="ASSISTANT_SECRETS_DIR: there is no folder"):
        read_settings(ServingSettings)


def test_the_settings_show_no_secret_however_they_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_APP_SECRET", SECRET)
    settings = read_settings(ServingSettings)
    assert SECRET not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"


@pytest.mark.parametrize(
    "wrong",
    [
        {"ASSISTANT_APP_TYPE": "managed-identity"},
        {"ASSISTANT_APP_CERTIFICATE": __file__},
        {"ASSISTANT_APP_SECRT": "x"},
        {"ASSISTANT_APP_SECRET_ENDS": "x"},
        {"ASSISTANT_PORT": "x"},
    ],
)
def test_no_fault_of_any_setting_repeats_the_secret(monkeypatch: pytest.MonkeyPatch, wrong: dict[str, str]) -> None:
    for name, value in ({"ASSISTANT_APP_SECRET": SECRET} | wrong).items():
        monkeypatch.setenv(name, value)
    with pytest.raises(CannotStart) as refused:
        read_settings(ServingSettings)
    assert SECRET not in str(refused.value)
    assert refused.value.__cause__ is None


@pytest.mark.parametrize(
    "command", [("doctor", "--offline"), ("package", "nowhere/app.zip"), ("usage",), ("backup",), ("run",), ("check",)]
)
def test_no_command_prints_it_even_at_debug_and_when_it_fails(tmp_path: Path, command: tuple[str, ...], unused_tcp_port: int) -> None:
    given = {"SECRETS_DIR": mounted(tmp_path / "secrets"), "DATABASE": tmp_path / "a.db", "LOG_LEVEL": "debug", "FRAMEWORK": "nowhere"}
    environment = os.environ | {f"ASSISTANT_{name}": str(value) for name, value in given.items()}
    environment |= {"PYTHONPATH": str(PROJECT), "PYTHONASYNCIODEBUG": "1", "ASSISTANT_PORT": str(unused_tcp_port)}
    done = subprocess.run(
        (sys.executable, "-m", "bot", *command), cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert SECRET not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_the_arguments_of_a_failed_turn_are_not_logged() -> None:
    """An exception may hold anything: a log line tells its type and place."""
    from bot.logs import _as_json, _complete

    with pytest.raises(ValueError, match="seen") as fault:
        int(SECRET.replace("Qz7", "7"))
    line = _as_json(None, "error", _complete(None, "error", {"event": "failed", "exc_info": fault.value}))
    assert "seen" not in line
    assert "ValueError" in json.loads(line)["exception"]
