"""The app package: what an administrator uploads is whole, the same each time, and promises only what works."""

import hashlib
import json
import struct
import zlib
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
import pytest

from bot.dialogs.turn import Said, Turn
from bot.msteams.app_package.icons import colour_icon, outline_icon
from bot.msteams.app_package.manifest import manifest
from bot.msteams.app_package.packing import made
from bot.settings import CannotStart, Settings
from tests.connector import LocalConnector
from tests.dialogs.person import Person
from tests.key_server import APP, TENANT
from tests.msteams.talking import shipped, talking

SETTINGS = Settings(
    _env_file=None, app_id=APP, app_tenant=TENANT, app_secret="s3cret~x", publisher="University of Northshore",
    website_url="https://www.example.ac.uk/a", privacy_url="https://www.example.ac.uk/p", terms_url="https://www.example.ac.uk/t",
    public_url="https://assistant.example.ac.uk",
)  # fmt: skip
SCHEMA: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-04/schema#",
    "type": "object",
    "required": ["id", "packageName"],
    "properties": {"accentColor": {"type": "string", "pattern": "^red$"}, "id": {"$ref": "#/definitions/guid"}},
    "definitions": {"guid": {"type": "string"}},
}


def commands() -> list[tuple[tuple[str, ...], str]]:
    (bot,) = manifest(SETTINGS)["bots"]
    return [(tuple(listed["scopes"]), command["title"]) for listed in bot["commandLists"] for command in listed["commands"]]


def test_the_same_settings_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        made(SETTINGS, tmp_path / name, "1.2.3")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with ZipFile(tmp_path / "a.zip") as package:
        assert package.namelist() == ["manifest.json", "color.png", "outline.png"]
        assert package.testzip() is None
        assert b"s3cret" not in b"".join(map(package.read, package.namelist()))


def test_the_manifest_is_of_the_bot_and_the_pages_of_the_settings() -> None:
    filled = manifest(SETTINGS, "1.2.3")
    (bot,), (search,) = filled["bots"], filled["composeExtensions"]
    assert filled["id"] == bot["botId"] == search["botId"] == APP
    assert (filled["version"], filled["validDomains"], bot["supportsFiles"]) == ("1.2.3", ["assistant.example.ac.uk"], True)
    assert bot["scopes"] == ["personal", "team", "groupChat"]
    assert filled["developer"]["privacyUrl"] == "https://www.example.ac.uk/p"


def test_links_of_this_machine_are_no_domain_of_the_app() -> None:
    assert manifest(SETTINGS.model_copy(update={"public_url": "http://127.0.0.1:3978"}))["validDomains"] == []


def test_whatever_teams_limits_is_within_its_limits() -> None:
    longest = SETTINGS.model_copy(update={"app_name": "n" * 30, "publisher": "p" * 32})
    filled = manifest(longest)
    assert len(filled["name"]["full"]) <= 100
    assert len(filled["description"]["short"]) <= 80
    assert len(filled["description"]["full"]) <= 4000
    for listed in filled["bots"][0]["commandLists"]:
        assert len(listed["commands"]) <= 10
        assert all(len(each["title"]) <= 32 and len(each["description"]) <= 128 for each in listed["commands"])


def test_everything_that_is_missing_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(CannotStart) as refused:
        made(Settings(_env_file=None), tmp_path / "a.zip", "1.2")
    for name in ("APP_ID", "PUBLISHER", "WEBSITE_URL", "PRIVACY_URL", "TERMS_URL"):
        assert f"  ASSISTANT_{name}: " in str(refused.value)
    assert "  --version: '1.2'" in str(refused.value)
    assert not (tmp_path / "a.zip").exists()


def test_it_is_held_against_a_schema_and_every_fault_is_told(tmp_path: Path) -> None:
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps(SCHEMA))
    with pytest.raises(CannotStart) as refused:
        made(SETTINGS, tmp_path / "a.zip", schema=schema)
    assert "  accentColor: " in str(refused.value)
    assert "packageName" in str(refused.value)
    schema.write_text(json.dumps(SCHEMA | {"required": ["id"], "properties": {}}))
    assert "checked against" in made(SETTINGS, tmp_path / "a.zip", schema=schema)
    for text in ("no JSON", "[1]"):
        schema.write_text(text)
        with pytest.raises(CannotStart, match="no schema that can be read"):
            made(SETTINGS, tmp_path / "a.zip", schema=schema)


@pytest.mark.parametrize(("scopes", "command"), commands())
def test_every_command_is_answered_where_it_is_offered(scopes: tuple[str, ...], command: str) -> None:
    alone = scopes == ("personal",)
    reply = Person(shipped()).says(command) if alone else shipped().answer(Turn(Said(command), personal=False))
    assert reply.missed is None
    assert reply.card is not None
    assert not reply.elsewhere


async def test_the_search_is_answered_as_the_manifest_describes_it(settings: Settings, connector: LocalConnector) -> None:
    (command,) = manifest(SETTINGS)["composeExtensions"][0]["commands"]
    (words,) = command["parameters"]
    async with talking(settings, connector) as chat:
        for typed in ([{"name": "initialRun", "value": "true"}], [{"name": words["name"], "value": "grade 7 budgets"}]):
            query = chat.activity("invoke", name="composeExtension/query", value={"commandId": command["id"], "parameters": typed})
            status, body = await chat.deliver(query)
            assert (status, body["composeExtension"]["type"]) == (200, "result")
            assert body["composeExtension"]["attachments"]


def pixels(png: bytes) -> np.ndarray[Any, Any]:
    """What is drawn; the file is read as the standard says, for the kinds that are used here."""
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert (png[:8], depth) == (b"\x89PNG\r\n\x1a\n", 8)
    channels, start, body = {2: 3, 6: 4}[kind], 8, b""
    while start < len(png):
        (length,) = struct.unpack(">I", png[start : start + 4])
        name, part = png[start + 4 : start + 8], png[start + 8 : start + 8 + length]
        assert struct.unpack(">I", png[start + 8 + length : start + 12 + length]) == (zlib.crc32(name + part),)
        body += part if name == b"IDAT" else b""
        start += 12 + length
    rows = np.frombuffer(zlib.decompress(body), dtype=np.uint8).reshape(height, width * channels + 1)
    assert not rows[:, 0].any()
    return rows[:, 1:].reshape(height, width, channels)


def test_the_icons_are_of_the_sizes_and_colours_that_teams_asks_for() -> None:
    colour, outline = pixels(colour_icon("#1f4e79")), pixels(outline_icon())
    assert (colour.shape, outline.shape) == ((192, 192, 3), (32, 32, 4))
    assert colour[0, 0].tolist() == [0x1F, 0x4E, 0x79]
    assert (colour == 255).all(axis=2).sum() > 500
    assert (outline[:, :, :3] == 255).all()
    assert outline[0, 0, 3] == 0
    assert (outline[:, :, 3] == 255).sum() > 100


def test_the_icons_are_the_same_on_every_machine() -> None:
    drawn = colour_icon("#1f4e79") + outline_icon()
    assert hashlib.sha256(drawn).hexdigest() == "7572494289380ca413fd44c22bdd577139620b5be8192341a57b19e51a885e95"
