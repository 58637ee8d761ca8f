"""Settings: read once, whole, every fault in one message."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import PROJECT, CannotStart, Settings, is_loopback, read_settings


def test_without_any_setting_the_bot_runs_on_this_machine_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings(_env_file=None)
    assert (settings.host, settings.port, settings.framework) == ("127.0.0.1", 3978, "lancaster")
    assert settings.knowledge == PROJECT / "knowledge"
    assert settings.database == PROJECT / "data" / "assistant.db"


def test_every_fault_of_every_setting_is_in_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {"HOST": "0.0.0.0", "PORT": "many", "APP_ID": "an-id", "DEVELOPMENT": "no", "KNOWLEDGE": "/nowhere", "LOG_LEVEL": "loud"}
    for name, value in wrong.items():
        monkeypatch.setenv(f"ASSISTANT_{name}", value)
    with pytest.raises(CannotStart) as told:
        read_settings()
    for name in wrong:
        assert f"ASSISTANT_{name}: " in str(told.value)


def test_an_app_id_is_refused_until_authentication_exists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_APP_ID", "an-id")
    with pytest.raises(CannotStart, match="authenticated operation comes with the next release"):
        read_settings()


def test_settings_come_from_a_file_too(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("ASSISTANT_PORT=4000\nOTHER=1\n")
    assert Settings(_env_file=file).port == 4000


def test_a_relative_path_is_beside_the_package_never_in_the_working_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_DATABASE", "elsewhere/a.db")
    assert read_settings().database == PROJECT / "elsewhere" / "a.db"


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        Settings().port = 1


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost", "LOCALHOST"])
def test_a_loopback_host_is_known(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "example.com", "", "localhost.example.com", "2130706433"])
def test_any_other_host_is_not_loopback(host: str) -> None:
    assert not is_loopback(host)
