"""Settings: read once, whole, every fault in one message."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.addresses import PostgresAddress, is_loopback
from bot.settings import PROJECT, CannotStart, ServingSettings, Settings, read_settings
from tests.key_server import APP, TENANT


def test_without_any_setting_the_bot_runs_on_this_machine_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings(_env_file=None)
    assert (settings.host, settings.port, settings.framework) == ("127.0.0.1", 3978, "lancaster")
    assert settings.knowledge == PROJECT / "knowledge"
    assert settings.database == PROJECT / "data" / "assistant.db"


def told(monkeypatch: pytest.MonkeyPatch, kind: type[Settings] = ServingSettings, **values: str) -> Settings:
    """The settings that these variables make."""
    for name, value in values.items():
        monkeypatch.setenv(f"ASSISTANT_{name.upper()}", value)
    return read_settings(kind)


def test_every_fault_of_every_setting_is_in_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {
        "DEVELOPMENT": "perhaps", "APP_ID": "an-id", "APP_TYPE": "user", "APP_TENANT": "a tenant", "APP_CERTIFICATE": "/nowhere.pem",
        "TENANTS": "a,b", "CLOUD": "nine", "KEYS_URL": "ftp://a/", "SERVICE_HOSTS": "a/b", "HOST": "", "PORT": "many",
        "KNOWLEDGE": "/nowhere", "LOG_LEVEL": "loud", "LOG_FORMAT": "song",
    }  # fmt: skip
    with pytest.raises(CannotStart) as refused:
        told(monkeypatch, **wrong)
    for name in wrong.keys() - {"HOST"}:  # an empty one counts as none
        assert f"ASSISTANT_{name}: " in str(refused.value)


SINGLE = {"app_id": APP, "app_tenant": TENANT, "app_secret": "s3cret"}
CERTIFIED = {"app_id": APP, "app_tenant": TENANT, "app_certificate": __file__}
MANAGED = {"app_id": APP, "app_tenant": TENANT, "app_type": "managed-identity"}
MULTI = {"app_id": APP, "app_secret": "s3cret", "app_type": "multi-tenant", "tenants": TENANT}


@pytest.mark.parametrize("values", [SINGLE, CERTIFIED, MANAGED, MULTI, SINGLE | {"host": "0.0.0.0"}, {"development": "true"}])
def test_an_identity_that_is_whole_or_development_mode_may_serve(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    settings = told(monkeypatch, **values)
    assert settings.tenants == ((TENANT,) if settings.app_id else ())


@pytest.mark.parametrize(
    ("values", "name", "remedy"),
    [
        ({}, "APP_ID", "ASSISTANT_DEVELOPMENT=true"),
        ({"development": "false"}, "APP_ID", "Configuration for Teams"),
        (SINGLE | {"development": "true"}, "APP_ID", "Leave out one of the two"),
        ({"development": "true", "host": "0.0.0.0"}, "HOST", "Use 127.0.0.1"),
        (SINGLE | {"app_tenant": ""}, "APP_TENANT", "stands beside the app id"),
        (MANAGED | {"app_tenant": ""}, "APP_TENANT", "stands beside the app id"),
        (SINGLE | {"app_secret": ""}, "APP_SECRET", "ASSISTANT_APP_CERTIFICATE"),
        (SINGLE | CERTIFIED, "APP_SECRET", "Leave out one of the two"),
        (MANAGED | SINGLE, "APP_SECRET", "Leave it out"),
        (MANAGED | CERTIFIED, "APP_SECRET", "Leave it out"),
        (MULTI | {"tenants": ""}, "TENANTS", "separated by commas"),
        (SINGLE | {"tenants": f"{TENANT},common"}, "TENANTS", "no id of Microsoft Entra"),
        (SINGLE | {"keys_url": "http://keys.example.com/"}, "KEYS_URL", "Use https"),
        (SINGLE | {"keys_url": "http://127.0.0.1@example.com/"}, "KEYS_URL", "Use https"),
        (SINGLE | {"keys_url": "http://[::1"}, "KEYS_URL", "Use https"),
        (SINGLE | {"service_hosts": "https://a.example.com"}, "SERVICE_HOSTS", "neither a host name"),
        (SINGLE | {"service_hosts": "http://a.example.com"}, "SERVICE_HOSTS", "neither a host name"),
        (SINGLE | {"service_hosts": "http://127.0.0.1:9000/path"}, "SERVICE_HOSTS", "neither a host name"),
        (SINGLE | {"service_hosts": "http://u@127.0.0.1:9000"}, "SERVICE_HOSTS", "neither a host name"),
        (SINGLE | {"service_hosts": "*.example.com"}, "SERVICE_HOSTS", "neither a host name"),
        (SINGLE | {"service_hosts": "com"}, "SERVICE_HOSTS", "neither a host name"),
    ],
)
def test_an_identity_that_is_not_whole_is_refused_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], name: str, remedy: str
) -> None:
    with pytest.raises(CannotStart) as refused:
        told(monkeypatch, **values)
    lines = [line for line in str(refused.value).splitlines() if remedy in line]
    assert [line.startswith(f"  ASSISTANT_{name}: ") for line in lines] == [True]


@pytest.mark.parametrize(
    ("values", "told_so"),
    [
        ({"app_type": "SingleTenant"}, "APP_TYPE: 'SingleTenant' is none of its values. Write 'single-tenant',"),
        ({"development": "perhaps"}, "DEVELOPMENT: 'perhaps' is neither. Write true or false."),
        ({"port": "0"}, "PORT: '0' is no port. Write a number from 1 to 65535."),
        ({"port": "http"}, "PORT: 'http' is no port. Write a number from 1 to 65535."),
        ({"keys_url": "https://"}, "KEYS_URL: "),
        ({"tenant": TENANT, "app_tenant_id": TENANT}, "TENANT: no setting has this name. Is it ASSISTANT_TENANTS?"),
        ({"timezone": "Europe/Lancaster"}, "TIMEZONE: 'Europe/Lancaster' is no time zone. Write one by its name"),
        ({"keep_months": "2"}, "KEEP_MONTHS: '2' is no number of months. Write a number from 3 to 120."),
        ({"keep_months": "soon"}, "KEEP_MONTHS: 'soon' is no number of months"),
        ({"keep_drafts_months": "0"}, "KEEP_DRAFTS_MONTHS: '0' is no number of months. Write a number from 1 to 120."),
        ({"keep_drafts_months": "30"}, "KEEP_MONTHS: drafts would be kept longer (30 months) than all else."),
        ({"metrics_port": "-1"}, "METRICS_PORT: '-1' is no port, nor 0 for none. Write a number from 0 to 65535."),
        ({"metrics_host": "prometheus"}, "METRICS_HOST: 'prometheus' is no address. Write 127.0.0.1"),
        ({"app_secret_ends": "next May"}, "APP_SECRET_ENDS: 'next May' is no day. Write one like 2027-05-31."),
        ({"app_name": "x" * 31}, "APP_NAME: Teams takes 30 characters at most; this has 31."),
        ({"publisher": "x" * 33}, "PUBLISHER: Teams takes 32 characters at most; this has 33."),
        ({"privacy_url": "http://a.example"}, "PRIVACY_URL: 'http://a.example' is no page that people can open."),
        ({"terms_url": "https://u@a.example"}, "TERMS_URL: "),
        ({"website_url": "https://[a"}, "WEBSITE_URL: "),
        ({"accent_colour": "blue"}, "ACCENT_COLOUR: 'blue' is no colour. Write one like #1f4e79."),
        ({"log_fromat": "json"}, "LOG_FROMAT: no setting has this name. Is it ASSISTANT_LOG_FORMAT?"),
    ],
)
def test_a_fault_says_what_to_write_instead(monkeypatch: pytest.MonkeyPatch, values: dict[str, str], told_so: str) -> None:
    with pytest.raises(CannotStart) as refused:
        told(monkeypatch, **SINGLE | values)
    assert f"  ASSISTANT_{told_so}" in str(refused.value)


def test_what_is_not_nearly_a_setting_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, **SINGLE, service_host="10.0.0.1", port_3978_tcp_addr="10.0.0.1", colour="blue").app_id == APP


def test_a_misspelt_name_in_the_file_or_among_the_secrets_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("bot.settings.SECRETS", tmp_path)
    monkeypatch.setattr("bot.settings.ENV_FILE", tmp_path / ".env")
    (tmp_path / "assistant_app_secrets").write_text("s3cret")
    (tmp_path / ".env").write_text("ASSISTANT_LOGLEVEL=debug\n")
    with pytest.raises(CannotStart) as refused:
        told(monkeypatch, **SINGLE)
    assert "ASSISTANT_APP_SECRETS: " in str(refused.value)
    assert "Is it ASSISTANT_LOG_LEVEL?" in str(refused.value)
    assert "s3cret" not in str(refused.value)


def test_asking_in_the_terminal_needs_no_identity(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not told(monkeypatch, Settings).development


def test_lists_are_separated_by_commas_and_ids_are_written_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = told(monkeypatch, **SINGLE, tenants=f" {TENANT.upper()} ,{APP},", service_hosts="Bots.Example.com, http://127.0.0.1:9000/")
    assert settings.tenants == (TENANT, APP)
    assert settings.service_hosts == ("bots.example.com", "http://127.0.0.1:9000")


def test_contacts_are_names_with_how_to_reach_them(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = told(monkeypatch, Settings, contacts="Staff counselling: 01234 567890 ; HR: https://hr.example.ac.uk/;")
    assert settings.contacts == (("Staff counselling", "01234 567890"), ("HR", "https://hr.example.ac.uk/"))


@pytest.mark.parametrize("contacts", ["HR", "HR:", ": 123", "a: b;" * 9, "a: " + "b" * 2_000])
def test_contacts_that_nobody_could_reach_are_refused(monkeypatch: pytest.MonkeyPatch, contacts: str) -> None:
    with pytest.raises(CannotStart, match="ASSISTANT_CONTACTS: give at most 8 in short"):
        told(monkeypatch, Settings, contacts=contacts)


def test_a_mounted_secret_is_read_and_never_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("bot.settings.SECRETS", tmp_path)
    (tmp_path / "assistant_app_secret").write_text("s3cret\n")
    settings = told(monkeypatch, **SINGLE | {"app_secret": ""})
    assert settings.app_secret.get_secret_value() == "s3cret"
    assert "s3cret" not in repr(settings)


def test_a_file_that_is_no_text_is_named_as_the_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("bot.settings.SECRETS", tmp_path)
    (tmp_path / "assistant_app_secret").write_bytes(b"\xff\xfe")
    with pytest.raises(CannotStart, match="must be text"):
        told(monkeypatch, development="true")


def test_a_fault_beside_a_secret_does_not_show_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CannotStart) as refused:
        told(monkeypatch, **MANAGED | SINGLE | {"app_type": "managed-identity"})
    assert "s3cret" not in str(refused.value)


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


def test_a_public_address_and_hosts_for_files_are_taken_as_they_are_reached(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = told(
        monkeypatch,
        Settings,
        public_url="https://assistant.example.ac.uk/",
        file_hosts="drive.example.ac.uk",
        templates=str(tmp_path),
    )
    assert settings.public_url == "https://assistant.example.ac.uk"
    assert settings.file_hosts == ("drive.example.ac.uk",)
    assert settings.templates == tmp_path


@pytest.mark.parametrize(
    "url", ["assistant.example.ac.uk", "http://assistant.example.ac.uk", "https://a@b.example/", "https://b.example/?a"]
)
def test_an_address_that_nobody_should_open_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    with pytest.raises(CannotStart, match=r"PUBLIC_URL.*https://assistant\.example"):
        told(monkeypatch, Settings, public_url=url)


def test_a_folder_of_templates_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CannotStart, match=r"TEMPLATES.*leave it out to use ours"):
        told(monkeypatch, Settings, templates="/nowhere/at/all")


SERVER = "postgresql://assistant@db.example.ac.uk/careers"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (SERVER, PostgresAddress("assistant", "db.example.ac.uk", 5432, "careers", "verify-full")),
        (f"{SERVER}?sslmode=require", PostgresAddress("assistant", "db.example.ac.uk", 5432, "careers", "require")),
        ("postgres://a%40b@[::1]:6543/c%20d", PostgresAddress("a@b", "::1", 6543, "c d", "disable")),
    ],
)
def test_a_database_may_be_on_a_server_that_must_prove_who_it_is(
    monkeypatch: pytest.MonkeyPatch, url: str, address: PostgresAddress
) -> None:
    settings = told(monkeypatch, Settings, database=url, database_password="s3cret")
    assert settings.database == address
    assert settings.database_password.get_secret_value() == "s3cret"
    assert "s3cret" not in repr(settings)


@pytest.mark.parametrize(
    ("values", "remedy"),
    [
        ({"database": "postgresql://a:s3cret@b/c"}, "Give it in ASSISTANT_DATABASE_PASSWORD"),
        ({"database": "postgresql://b/c"}, "must name the user, the host and the database"),
        ({"database": "postgresql://a@b"}, "must name the user, the host and the database"),
        ({"database": "postgresql://a@/c"}, "must name the user, the host and the database"),
        ({"database": "postgresql://a@b:many/c"}, "no address of a PostgreSQL database"),
        ({"database": f"{SERVER}?sslmode=maybe"}, "Write one of disable, require"),
        ({"database": f"{SERVER}?sslmode=require&sslmode=disable"}, "only sslmode is known"),
        ({"database": f"{SERVER}?host=elsewhere"}, "only sslmode is known"),
        ({"database": "a.db", "database_password": "s3cret"}, "a database in a file has no password"),
        ({"most_a_second": "0"}, "no number of messages a second. Write a number from 10 to 1000000"),
        ({"most_of_a_person": "many"}, "no number of messages in ten seconds. Write a number from 10 to 1000000"),
        ({"database_connections": "0"}, "no number of connections. Write a number from 1 to 100"),
    ],
)
def test_an_address_with_a_fault_is_refused_without_its_password(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], remedy: str
) -> None:
    with pytest.raises(CannotStart) as refused:
        told(monkeypatch, Settings, **values)
    assert remedy in str(refused.value)
    assert "s3cret" not in str(refused.value)
