"""The file that lists the institutions: what it means, and every fault of it at once."""

from pathlib import Path

import pytest

from bot.assistants import read_institutions_of
from bot.framework.faults import KnowledgeError
from bot.settings import Settings
from bot.terminal.checking_institutions import checked_institutions
from tests.institutions.two import NOBODY, NORTH, SOUTH, institutions, settled


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Both institutions, in a folder of this test's own."""
    return settled(tmp_path)


def written(settings: Settings, text: str) -> Settings:
    """The same settings with another file."""
    assert settings.institutions is not None
    settings.institutions.write_text(text, encoding="utf-8")
    return settings


def faults(settings: Settings) -> list[str]:
    """What `check` says of it, without the folder."""
    return [f"{fault.file.name}:{fault.line}: {fault.what} {fault.remedy}" for fault in checked_institutions(settings)[1]]


def test_a_sound_file_has_a_line_for_each_institution(settings: Settings) -> None:
    lines, found = checked_institutions(settings)
    assert lines == [
        "northshore: Northshore University, 1 tenant, sees northshore",
        "southmoor: Southmoor University, 1 tenant, sees southmoor",
        "institutions.yaml: everybody else is refused",
    ]
    assert found == []


def test_the_tenant_decides_whatever_the_case_of_its_letters(settings: Settings) -> None:
    of = read_institutions_of(settings).by_tenant()
    assert [each.id if (each := of.of(tenant)) else None for tenant in (NORTH.upper(), SOUTH, NOBODY, "")] == [
        "northshore",
        "southmoor",
        None,
        None,
    ]


def test_others_get_what_ships_and_no_institutions_own(settings: Settings) -> None:
    others = read_institutions_of(written(settings, institutions("default"))).by_tenant().of(NOBODY)
    assert others is not None
    assert (others.framework, others.frameworks, others.care, others.people) == ("commons", ("commons",), (), ())


def test_every_fault_is_told_at_once_with_its_line_and_remedy(settings: Settings) -> None:
    text = f"""\
others: default
institutions:
  northshore:
    name: Northshore
    tenants: [{NORTH}, nonsense, {NOBODY}]
    framework: northshor
    templates: nowhere
    timezone: Europe/Dubln
    keep_months: 1
  southmoor:
    name: Southmoor
    tenants:
      - {NORTH.upper()}
    framework: southmoor
"""
    held = written(settings, text).model_copy(update={"framework": "southmoor", "tenants": (NORTH, SOUTH)})
    assert [fault.partition(". ")[0] for fault in faults(held)] == [
        "institutions.yaml:1: Everybody who is not listed would see `southmoor`, which is an institution’s own",
        "institutions.yaml:5: The people of 33333333-0000-4000-8000-000000000001 are not let in",
        "institutions.yaml:5: `nonsense` is no directory (tenant) id",
        "institutions.yaml:6: There is no framework `northshor`",
        f"institutions.yaml:7: There is no folder {held.institutions.parent / 'nowhere'}",  # type: ignore[union-attr]
        "institutions.yaml:8: `Europe/Dubln` is no time zone",
        "institutions.yaml:9: 1 is no number of months for this",
        "institutions.yaml:9: Drafts would be kept longer (12 months) than all else",
        f"institutions.yaml:13: The tenant {NORTH} belongs to `northshore` already",
    ]
    assert all(len(fault.partition(". ")[2]) > 10 for fault in faults(held))


def test_faults_of_an_institutions_own_words_are_told_with_their_place(settings: Settings) -> None:
    assert settings.institutions is not None
    said = settings.institutions.parent / "northshore" / "language" / "said.yaml"
    said.write_text(
        "northshore:\n  competencies:\n    talkng: {aliases: [natter]}\n    mending: {aliases: [chatting]}\ncommons: {}\n", "utf-8"
    )
    assert [fault.partition(" Use")[0] for fault in faults(settings)] == [
        "said.yaml:3: There is no competency `talkng`.",
        "said.yaml:4: “chatting” is an alias of `talking` too. Keep it in one of them, or make it a hint.",
        "said.yaml:5: There is no framework `commons`.",
    ]


def test_a_file_that_cannot_be_read_stops_the_start(settings: Settings) -> None:
    with pytest.raises(KnowledgeError, match="not valid YAML"):
        read_institutions_of(written(settings, "institutions: [\n"))
