"""The rehearsal of the README: the assistant as it is served, and on this machine all of Microsoft that it needs."""

import pytest

from tests.rehearsal import OWN_TOKEN, Microsoft, Unexpected, rehearse


async def test_the_rehearsal_ends_well_and_shows_the_reply_and_every_refusal() -> None:
    told: list[str] = []
    await rehearse(told.append)
    statuses = [line.partition("  ")[0] for line in told if line[:3].isdigit()]
    assert statuses == ["200", "401", "401", "401", "403"]
    assert any("the assistant's own token" in line and "Budgets" in line for line in told)
    assert not any(OWN_TOKEN in line for line in told)
    assert told[-1] == "All as it should be."


async def test_a_setting_that_hinders_the_start_ends_the_rehearsal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Microsoft, "settings", {"ASSISTANT_APP_ID": "nonsense"})
    with pytest.raises(Unexpected, match="ended before it was ready"):
        await rehearse(lambda _: None)
