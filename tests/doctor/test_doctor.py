"""`python -m bot doctor`: every finding has its remedy, nothing secret is told, and nothing ends in a traceback."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.doctor import configured, reached, stored
from bot.doctor.finding import Finding, Level, guarded
from bot.msteams.app_package.packing import made
from bot.msteams.post.credentials import AccessToken, NoToken
from bot.settings import PROJECT, Settings
from bot.storage.postgres import PostgresDatabase
from bot.storage.schema import NEWEST
from bot.storage.sqlite import SqliteDatabase
from tests.key_server import APP, TENANT, KeyServer, part
from tests.postgres import Server
from tests.token_server import certified, private

SECRET = "s3cret~that-nobody-may.read"
IDENTITY = {"app_id": APP, "app_tenant": TENANT, "app_secret": SECRET}
PAGES = {
    "publisher": "University of Northshore",
    "website_url": "https://www.example.ac.uk/assistant",
    "privacy_url": "https://www.example.ac.uk/privacy",
    "terms_url": "https://www.example.ac.uk/terms",
}


def told(*arguments: str, folder: Path, **settings: object) -> tuple[int, str]:
    """The exit code of the command and all it says, in an environment with these settings alone."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ASSISTANT_")}
    given = {"database": folder / "a.db", "own_frameworks": folder / "own"} | settings
    environment |= {f"ASSISTANT_{name.upper()}": str(value) for name, value in given.items()}
    command = (sys.executable, "-m", "bot", "doctor", "--package", str(folder / "app.zip"), *arguments)
    done = subprocess.run(
        command, cwd=folder, env=environment | {"PYTHONPATH": str(PROJECT)}, capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, done.stdout + done.stderr


def level(said: str, what: str) -> str:
    """How grave the line about something is."""
    return next(line[:8].strip() for line in said.splitlines() if line[9:].startswith(what))


def test_where_nothing_is_configured_it_says_what_to_set_and_looks_at_the_rest(tmp_path: Path) -> None:
    code, said = told("--offline", folder=tmp_path)
    assert (code, "Traceback" in said) == (1, False)
    assert level(said, "settings") == "broken"
    assert "ASSISTANT_DEVELOPMENT=true" in said
    assert level(said, "knowledge") in {"ok", "look at"}
    assert level(said, "database") == "ok"
    assert not (tmp_path / "a.db").exists()


def test_a_server_that_is_set_up_is_well_and_its_secret_is_not_told(tmp_path: Path) -> None:
    code, said = told("--offline", folder=tmp_path, **IDENTITY, app_secret_ends="2999-01-01")
    assert (code, level(said, "settings"), level(said, "secret")) == (0, "ok", "ok")
    assert SECRET not in said


def test_the_faults_of_settings_are_a_line_each_without_what_is_secret(tmp_path: Path) -> None:
    code, said = told("--offline", folder=tmp_path, **IDENTITY, port="many", app_secret_ends="soon", metrics_host="everywhere")
    assert (code, said.count("broken ")) == (1, 3)
    assert "Write one like 2027-05-31" in said
    assert SECRET not in said


def test_faults_of_the_knowledge_are_counted(tmp_path: Path) -> None:
    (tmp_path / "knowledge").mkdir()
    code, said = told("--offline", folder=tmp_path, **IDENTITY, knowledge=tmp_path / "knowledge")
    assert (code, level(said, "knowledge")) == (1, "broken")


def only(findings: object) -> Finding:
    """The one finding."""
    (finding,) = findings  # type: ignore[misc]
    return finding


def stored_in(path: Path) -> Finding:
    return only(stored.database(Settings(_env_file=None, database=path)))


def test_a_sound_database_tells_its_revision_and_who_uses_it(settings: Settings) -> None:
    assert "sound, at revision" in str(stored_in(settings.database))
    running = SqliteDatabase(settings.database)
    assert f"Process {os.getpid()} uses it." in str(stored_in(settings.database))
    running.close()
    assert "uses it" not in str(stored_in(settings.database))


@pytest.mark.parametrize(
    ("revision", "worst", "says"),
    [("0001", Level.LOOK, "The next start brings it up to date"), ("9999", Level.BROKEN, "was written by a newer release (9999)")],
)
def test_a_database_of_another_release_is_told(settings: Settings, revision: str, worst: Level, says: str) -> None:
    with closing(sqlite3.connect(settings.database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()
    found = stored_in(settings.database)
    assert (found.level, says in str(found)) == (worst, True)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("a letter to the bursar" * 100)
    found = stored_in(tmp_path / "a.db")
    assert (found.level, "not a database" in str(found)) == (Level.BROKEN, True)


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    found = stored_in(tmp_path)
    assert (found.level, "it is no file" in str(found)) == (Level.BROKEN, True)


def on_server(url: str) -> Finding:
    return only(stored.database(Settings(_env_file=None, database=url)))  # type: ignore[arg-type]


async def _start_once(server: Server, name: str) -> None:
    async with PostgresDatabase(server.address(name)):
        pass


def test_a_database_on_a_server_is_told_as_it_is(server: Server) -> None:
    server.program("createdb", "doctor")

    def told(sql: str = "SELECT 1") -> tuple[Level, str]:
        server.program("psql", "-d", "doctor", "-c", sql)
        found = on_server(server.url("doctor"))
        return found.level, str(found)

    level, says = told()
    assert (level, "at revision none" in says) == (Level.LOOK, True)
    asyncio.run(_start_once(server, "doctor"))
    level, says = told()
    assert (level, f"at revision {NEWEST}, and can be written" in says) == (Level.OK, True)
    level, says = told("UPDATE alembic_version SET version_num = '9999'")
    assert (level, "a newer release wrote" in says) == (Level.BROKEN, True)
    level, says = told("ALTER DATABASE doctor SET default_transaction_read_only = on")
    assert (level, "can only be read" in says) == (Level.BROKEN, True)
    server.program("dropdb", "doctor")


def test_a_server_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.storage.postgres.PATIENCE", 0.0)
    found = on_server("postgresql://assistant@127.0.0.1:1/assistant")
    assert (found.level, "See that the server runs" in str(found)) == (Level.BROKEN, True)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert stored_in(tmp_path / "file" / "a.db").level is Level.BROKEN


TODAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("given", "worst"),
    [
        ({"app_secret": "s"}, Level.LOOK),
        ({"app_secret": "s", "app_secret_ends": TODAY + timedelta(31)}, Level.OK),
        ({"app_secret": "s", "app_secret_ends": TODAY + timedelta(30)}, Level.LOOK),
        ({"app_secret": "s", "app_secret_ends": TODAY}, Level.LOOK),
        ({"app_secret": "s", "app_secret_ends": TODAY - timedelta(1)}, Level.BROKEN),
        ({"app_type": "managed-identity"}, Level.OK),
    ],
)
def test_the_end_of_a_secret_is_told_a_month_before(given: dict[str, object], worst: Level) -> None:
    identity = Settings(_env_file=None, app_id=APP, app_tenant=TENANT, **given)
    assert only(configured.secret(identity, TODAY)).level is worst


def test_the_end_of_a_certificate_is_read_from_it(tmp_path: Path) -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    (tmp_path / "a.pem").write_bytes(private(key) + certified(key, ends=20))
    found = only(configured.secret(Settings(_env_file=None, app_id=APP, app_tenant=TENANT, app_certificate=tmp_path / "a.pem")))
    assert (found.level, f"{datetime.now(UTC) + timedelta(20):%d %B %Y}" in str(found)) == (Level.LOOK, True)


async def reach(url: str) -> dict[str, Finding]:
    return {finding.what: finding for finding in await reached._keys_and_clock(url)}


async def test_the_key_server_is_asked_and_the_clock_compared_with_its_own() -> None:
    async with KeyServer() as server:
        found = await reach(server.url)
        assert [found[what].level for what in ("key server", "clock")] == [Level.OK, Level.OK]


@pytest.mark.parametrize(("seconds", "worst"), [(45, Level.LOOK), (-45, Level.LOOK), (400, Level.BROKEN), (-400, Level.BROKEN)])
async def test_a_clock_that_differs_is_told(seconds: int, worst: Level) -> None:
    async with KeyServer() as server:
        server.fails(200, "{}", Date=f"{datetime.now(UTC) - timedelta(seconds=seconds):%a, %d %b %Y %H:%M:%S GMT}")
        found = await reach(server.url)
    assert found["clock"].level is worst
    assert ("ahead of" if seconds > 0 else "behind") in str(found["clock"])
    assert found["key server"].level is Level.BROKEN


@pytest.mark.parametrize("status", [302, 404, 500])
async def test_a_key_server_that_answers_otherwise_is_told(status: int) -> None:
    async with KeyServer() as server:
        server.fails(status)
        found = await reach(server.url)
    assert (found["key server"].level, str(status) in str(found["key server"])) == (Level.BROKEN, True)


async def test_a_key_server_that_cannot_be_reached_leaves_the_clock_unchecked(unused_tcp_port: int) -> None:
    found = await reach(f"http://127.0.0.1:{unused_tcp_port}/")
    assert found["key server"].level is Level.BROKEN
    assert "Not checked" in str(found["clock"])


def asked_for_a_token(monkeypatch: pytest.MonkeyPatch, got: AccessToken | NoToken) -> Finding:
    def source() -> AccessToken:
        if isinstance(got, NoToken):
            raise got
        return got

    monkeypatch.setattr(reached, "token_source", lambda _: source)
    return only(reached.token(Settings(_env_file=None, **IDENTITY)))


def jwt_of(**claims: str) -> AccessToken:
    value = f"{part({'alg': 'none', 'typ': 'JWT'})}.{part(claims)}.{part(b'signature')}"
    return AccessToken(value, datetime.now(UTC).timestamp() + 3600)


@pytest.mark.parametrize(
    ("reason", "remedy"),
    [
        ("invalid_client AADSTS7000215", "Use its value, not its id"),
        ("unauthorized_client AADSTS700016", "Check ASSISTANT_APP_ID"),
        ("the token endpoint cannot be reached", "firewall"),
    ],
)
def test_where_no_token_is_given_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch, reason: str, remedy: str) -> None:
    found = asked_for_a_token(monkeypatch, NoToken(reason))
    assert (found.level, remedy in str(found)) == (Level.BROKEN, True)


def test_a_token_of_this_app_and_directory_is_well_and_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    given = jwt_of(appid=APP, tid=TENANT)
    found = asked_for_a_token(monkeypatch, given)
    assert (found.level, given.value in str(found)) == (Level.OK, False)


@pytest.mark.parametrize("claims", [{"appid": TENANT, "tid": TENANT}, {"appid": APP, "tid": APP}, {"appid": "<a>\nsecret", "tid": TENANT}])
def test_a_token_of_another_app_or_directory_is_told(monkeypatch: pytest.MonkeyPatch, claims: dict[str, str]) -> None:
    found = asked_for_a_token(monkeypatch, jwt_of(**claims))
    assert (found.level, "secret" in str(found)) == (Level.BROKEN, False)


def test_the_app_package_is_held_against_the_settings(tmp_path: Path) -> None:
    settings, file = Settings(_env_file=None, **IDENTITY, **PAGES), tmp_path / "app.zip"
    assert "There is none" in str(only(configured.app_package(settings, file)))
    made(settings, file, "3.2.1")
    assert only(configured.app_package(settings, file)).level is Level.OK
    renamed = settings.model_copy(update={"app_name": "Framework guide"})
    assert "otherwise than the settings: name" in str(only(configured.app_package(renamed, file)))
    file.write_text("no zip")
    assert only(configured.app_package(settings, file)).level is Level.BROKEN
    assert "ASSISTANT_PUBLISHER" in str(only(configured.app_package(Settings(_env_file=None, **IDENTITY), file)))


def test_a_check_that_fails_itself_is_a_finding_without_its_words() -> None:
    def fails() -> list[Finding]:
        raise RuntimeError(SECRET)

    found = only(guarded("something", fails))
    assert (found.level, SECRET in str(found)) == (Level.BROKEN, False)


def test_an_answer_without_a_date_leaves_the_clock_unchecked() -> None:
    assert "has no date" in str(reached._clock(""))
