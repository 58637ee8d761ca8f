"""Templates of an institution's own: used in place of ours, tried at start, and never the reason that somebody goes without a file."""

import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from bot.assistants import read_institutions_of
from bot.documents.assessment import assessment_values
from bot.documents.dossier import dossier_values
from bot.documents.drafting.assessment import assessment
from bot.documents.drafting.dossier import dossier
from bot.documents.drafting.holdings import holdings
from bot.documents.drafting.job_description import job_description
from bot.documents.drafting.plan import plan
from bot.documents.drawing import draw
from bot.documents.evidence import evidence_values
from bot.documents.holdings import holdings_values
from bot.documents.job_description import job_description_values
from bot.documents.plan import plan_values
from bot.documents.samples import SAMPLES
from bot.documents.template_files import SHIPPED, Templates
from bot.settings import CannotStart, Settings
from bot.wiring import make_templates
from tests.documents.reading import paragraphs
from tests.documents.sample import DOSSIER, HOLDINGS, MATERIAL, VACANCY

DRAFTS = {"plan": plan, "assessment": assessment, "dossier": dossier, "job_description": job_description, "holdings": holdings}


def own(folder: Path, *lines: str, name: str = "plan") -> Templates:
    """A template of these paragraphs in a folder of an institution's own."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(folder / f"{name}.docx"))
    return Templates(folder)


def test_an_institutions_own_template_is_used_and_the_others_are_ours(tmp_path: Path) -> None:
    templates = own(tmp_path, "Our plan", "{%p for entry in entries %}", "{{ entry.objective }} by {{ entry.date }}", "{%p endfor %}")
    templates.check()
    written = draw("plan", MATERIAL, templates)
    assert written is not None
    assert paragraphs(written) == ["Our plan", "Talk in public by 30 June 2027", "Mend the mill by No date yet"]
    assert draw("dossier", MATERIAL, templates)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{{ entries[0].nonsense }}", "'dict object' has no attribute 'nonsense'"),
        ("{{ nobody }}", "'nobody' is undefined"),
        ("{% for entry in entries %}", "Unexpected end of template"),
        ("{{ entries | shout }}", "No filter named 'shout'"),
        ("{{ entries.__class__.__mro__ }}", "access to attribute '__class__'"),
    ],
)
def test_a_broken_template_stops_the_start_with_the_reason_and_what_to_do(tmp_path: Path, line: str, reason: str) -> None:
    own(tmp_path, line)
    with pytest.raises(CannotStart) as stopped:
        make_templates(read_institutions_of(Settings(_env_file=None, templates=tmp_path)))
    said = str(stopped.value)
    assert said.startswith("ASSISTANT_TEMPLATES has templates that cannot be used:")
    assert str(tmp_path / "plan.docx") in said
    assert reason in said
    assert said.endswith("Mend it, or take it away: then the one that ships is used.")


@pytest.mark.parametrize("content", [b"", b"no Word file", b"PK\x03\x04"])
def test_what_is_no_word_file_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "dossier.docx").write_bytes(content)
    with pytest.raises(CannotStart, match=r"dossier\.docx"):
        Templates(tmp_path).check()


def test_every_broken_template_is_named_at_once(tmp_path: Path) -> None:
    own(tmp_path, "{{ a }}")
    own(tmp_path, "{{ b }}", name="assessment")
    with pytest.raises(CannotStart, match=r"(?s)plan\.docx.*assessment\.docx"):
        Templates(tmp_path).check()


def test_a_template_that_fails_on_somebodys_values_gives_way_to_ours(tmp_path: Path) -> None:
    templates = own(tmp_path, "{{ 1 / (entries | length - 2) }}")
    templates.check()
    written = draw("plan", MATERIAL, templates)
    assert written is not None
    assert paragraphs(written)[-1] != ""
    assert "Talk in public" in paragraphs(written)


def test_the_samples_have_what_the_files_are_really_filled_with() -> None:
    assert MATERIAL.assessment
    real: list[tuple[str, Any]] = [
        ("plan", plan_values(MATERIAL)),
        ("assessment", assessment_values(MATERIAL, MATERIAL.assessment)),
        ("dossier", dossier_values(MATERIAL, DOSSIER)),
        ("job_description", job_description_values(MATERIAL, VACANCY)),
        ("holdings", holdings_values(MATERIAL, HOLDINGS)),
        ("holdings", evidence_values(MATERIAL)),
    ]
    for name, values in real:
        assert shape(values) == shape(SAMPLES[name])


def shape(value: Any) -> Any:
    """The names in a value, whatever they hold."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    return shape(value[0]) if isinstance(value, list | tuple) and value and isinstance(value[0], dict) else None


@pytest.mark.parametrize("name", DRAFTS)
def test_the_templates_that_ship_are_those_that_the_drafts_make(name: str) -> None:
    made = BytesIO()
    DRAFTS[name]().save(made)
    drafted, shipped = Document(made), Document(str(SHIPPED / f"{name}.docx"))
    assert drafted.element.xml == shipped.element.xml
    assert drafted.styles.element.xml == shipped.styles.element.xml


@pytest.mark.parametrize("name", DRAFTS)
def test_every_template_that_ships_passes_its_own_check(name: str) -> None:
    Templates(SHIPPED).check()
    assert Templates().fill(name, SAMPLES[name], "A title")


def test_a_copy_of_ours_is_a_good_start_for_an_own_one(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "own")
    templates = make_templates(read_institutions_of(Settings(_env_file=None, templates=tmp_path / "own"))).of("")
    assert templates is not None
    assert templates.own == tmp_path / "own"
