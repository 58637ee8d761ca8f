"""What stands in deploy/ and in the documents for whoever runs it: names that exist, and nothing left out."""

import re
from itertools import chain
from pathlib import Path

import pytest
import yaml
from aiohttp.test_utils import TestClient, TestServer

from bot import VERSION
from bot.metrics import Tallies
from bot.metrics_page import make_metrics_app
from bot.settings import PROJECT, Settings
from bot.storage.counting import Waiting

FOR_OPERATORS = ("README.md", "SECURITY.md", "PRIVACY.md", "docs/record-of-processing.md", "deploy")
NOT_THE_ASSISTANTS = {"ASSISTANT_VERSION"}  # compose's own, the version of the image
_SETTING = re.compile(r"\b(ASSISTANT_[A-Z_]+[A-Z])\b")
_SECRET_FILE = re.compile(r"\bassistant_[a-z_]+[a-z]\b")


def files() -> list[Path]:
    found = (PROJECT / name for name in FOR_OPERATORS)
    named = chain.from_iterable([path] if path.is_file() else path.rglob("*") for path in found)
    return sorted(path for path in named if path.is_file() and "playground" not in path.parts and path.suffix != ".lock")


def settings() -> set[str]:
    names = {f"ASSISTANT_{name.upper()}" for name in Settings.model_fields}
    return names | {"ASSISTANT_DATABASE_PASSWORD"} | NOT_THE_ASSISTANTS


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(PROJECT)))
def test_every_setting_that_is_named_exists(path: Path) -> None:
    assert {name for name in _SETTING.findall(path.read_text()) if not name.endswith("_METRICS")} - settings() == set()


def test_every_setting_is_in_the_table_of_the_readme() -> None:
    rows = set(re.findall(r"^\| `(ASSISTANT_[A-Z_]+)` \|", (PROJECT / "README.md").read_text(), re.MULTILINE))
    assert {f"ASSISTANT_{name.upper()}" for name in Settings.model_fields} - rows == set()


def test_secrets_are_mounted_under_the_names_that_are_read() -> None:
    compose = yaml.safe_load((PROJECT / "deploy" / "compose.yaml").read_text())
    assert {name.upper() for name in compose["secrets"]} <= settings()
    paths = re.findall(r"path: '([a-z_]+)'", (PROJECT / "deploy" / "azure" / "app.bicep").read_text())
    assert {name.upper() for name in paths} <= settings()


def test_no_container_runs_with_more_than_it_needs() -> None:
    services = yaml.safe_load((PROJECT / "deploy" / "compose.yaml").read_text())["services"]
    for service in services.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
    assert all(port.startswith("127.0.0.1:") for service in services.values() for port in service.get("ports", []))
    assert not any("SECRET" in name or "PASSWORD" in name for name in services["assistant"]["environment"])


async def test_every_count_that_an_alert_names_is_on_the_page() -> None:
    rules = [rule for group in yaml.safe_load((PROJECT / "deploy" / "alerts.yaml").read_text())["groups"] for rule in group["rules"]]
    named = {name for rule in rules for name in re.findall(r"\bassistant_[a-z_]+", rule["expr"])}
    tallies = Tallies()
    tallies.turn("message", "failed", 0.001, "unread")
    tallies.refusal(401)
    tallies.sent("dead_letter")
    tallies.flood("busy")

    async def states() -> dict[str, str]:
        return {"database": "ready"}

    async def waits() -> Waiting:
        return Waiting(1, 0, 1.0)

    async with TestClient(TestServer(make_metrics_app(tallies, states, ["ready"], waits))) as client:
        page = await (await client.get("/metrics")).text()
    assert named - set(re.findall(r"^(\w+)", page, re.MULTILINE)) == set()
    assert len({rule["alert"] for rule in rules}) == len(rules)


def test_every_test_that_the_threat_model_names_exists() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", (PROJECT / "SECURITY.md").read_text())
    assert len(named) > 20
    assert [name for path, name in named if f"def {name}(" not in (PROJECT / path).read_text()] == []


def test_the_release_has_one_version() -> None:
    assert f'version = "{VERSION}"' in (PROJECT / "pyproject.toml").read_text()


@pytest.mark.parametrize("path", [path for path in files() if path.suffix == ".md"], ids=lambda path: str(path.relative_to(PROJECT)))
def test_every_link_to_a_file_leads_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text())
    assert [target for target in targets if not (path.parent / target).exists()] == []
