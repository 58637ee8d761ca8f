"""`python -m bot ask --tenant`: the same question as somebody of each institution."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from tests.institutions.conftest import World
from tests.institutions.two import HOUSES, NOBODY, House


def ask(world: World, monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[int, str]:
    """What the command says, and its exit code."""
    for name in [name for name in os.environ if name.startswith("ASSISTANT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr("bot.settings.ENV_FILE", Path("nowhere"))
    for name in ("knowledge", "own_frameworks", "institutions", "framework", "learnt"):
        monkeypatch.setenv(f"ASSISTANT_{name.upper()}", str(getattr(world.settings, name)))
    done = CliRunner().invoke(app, ["ask", *words])
    return done.exit_code, done.output


@pytest.mark.parametrize("house", HOUSES)
def test_the_answer_is_that_of_the_tenants_institution(world: World, monkeypatch: pytest.MonkeyPatch, house: House) -> None:
    code, said = ask(world, monkeypatch, "what is expected of a maker for talking", "--tenant", house.tenant)
    assert code == 0
    assert f"The {house.mark} Guide" in said


@pytest.mark.parametrize("tenant", [(), ("--tenant", NOBODY)])
def test_who_is_not_served_is_told_how_to_ask(world: World, monkeypatch: pytest.MonkeyPatch, tenant: tuple[str, ...]) -> None:
    code, said = ask(world, monkeypatch, "hello", *tenant)
    assert code == 2
    assert "Name the tenant of an institution with --tenant." in said
