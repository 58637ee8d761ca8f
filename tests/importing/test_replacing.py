"""An imported framework is never overwritten unasked; exchanged for a newer one, it keeps what was added to it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bot.framework.folder import read_framework
from bot.importing.refusing import CannotImport
from tests.importing.bringing import bring, said
from tests.importing.documents import SHEET, as_text, text_file

NEWER = [(row[0], *[cell.replace("Follows the rules.", "Follows the new rules.") for cell in row[1:]]) for row in SHEET]
SAFE = "keeping-people-safe"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with the framework of the invented institute."""
    bring(text_file(tmp_path / "a.txt", as_text(SHEET)), tmp_path / "own")
    return tmp_path / "own"


def change(path: Path, how: Callable[[dict[str, object]], object]) -> None:
    """Change a file as its owner would."""
    content = yaml.safe_load(path.read_text("utf-8"))
    how(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def again(own: Path, rows: list[tuple[str, ...]]) -> str:
    """Import another version, and give its report."""
    return bring(text_file(own.parent / "b.txt", as_text(rows)), own, replace=True).report


def test_a_framework_that_is_there_is_not_overwritten(own: Path) -> None:
    before = files(own)
    with pytest.raises(CannotImport, match="Add --replace"):
        bring(text_file(own.parent / "b.txt", as_text(NEWER)), own)
    assert files(own) == before


def test_aliases_notes_and_everyday_words_stay(own: Path) -> None:
    folder = own / "northshore"

    def add(content: dict[str, object]) -> None:
        cells = content["expectations"]
        assert isinstance(cells, dict)
        cells["trainee-3"] |= {"note": "Ask Bob.", "also_said": ["wears the vest"]}
        content |= {"aliases": ["helmets"], "hints": ["vests"], "asked_as": ["do I wear a vest"], "short": "Safety"}

    change(folder / "competencies" / f"{SAFE}.yaml", add)
    change(folder / "framework.yaml", lambda top: top["roles"][0]["aliases"].append("greenhorn"))  # type: ignore[index]
    change(folder / "framework.yaml", lambda top: top.update(notes=[{"id": "a", "text": "Looked at in May."}]))
    again(own, NEWER)
    framework = read_framework(folder)
    safe = framework.competencies[SAFE]
    assert (safe.aliases, safe.hints, safe.asked_as, safe.short) == (("helmets",), ("vests",), ("do I wear a vest",), "Safety")
    assert safe.expectations["trainee-3"].notes == ("Ask Bob.",)
    assert safe.expectations["trainee-3"].also_said == ("wears the vest",)
    assert "greenhorn" in framework.roles["trainee-3"].aliases
    assert framework.notes == {"a": "Looked at in May."}
    assert said(framework, "Trainee", "Keeping people safe") == "Follows the new rules."


def test_a_file_that_the_institution_wrote_stays(own: Path) -> None:
    guide = "topics: [{id: help, title: Help, place: {section: Intranet}, says: Ask the workshop.}]"
    (own / "northshore" / "guide.yaml").write_text(guide, "utf-8")
    again(own, NEWER)
    assert read_framework(own / "northshore").topics["help"].says == ("Ask the workshop.",)


def test_what_loses_its_place_is_named(own: Path) -> None:
    change(own / "northshore" / "competencies" / "boats.yaml", lambda content: content.update(aliases=["dinghies"]))
    report = again(own, [row for row in NEWER if row[0] != "Boats"])
    assert "The new document has no “Boats”; its aliases are gone: dinghies." in report
    assert not (own / "northshore" / "competencies" / "boats.yaml").exists()


def test_a_document_that_cannot_be_read_leaves_the_old_framework(own: Path) -> None:
    before = files(own)
    with pytest.raises(CannotImport):
        bring(text_file(own.parent / "b.txt", "nothing"), own, replace=True)
    assert files(own) == before


def test_an_old_framework_that_somebody_broke_is_not_thrown_away(own: Path) -> None:
    (own / "northshore" / "framework.yaml").write_text("id: [", "utf-8")
    before = files(own)
    with pytest.raises(CannotImport, match="nothing was changed"):
        again(own, NEWER)
    assert files(own) == before


def test_a_clash_with_what_was_added_is_told_and_nothing_changes(own: Path) -> None:
    change(own / "northshore" / "competencies" / "boats.yaml", lambda content: content.update(aliases=["kit"]))
    change(own / "northshore" / "competencies" / f"{SAFE}.yaml", lambda content: content.update(aliases=["kit"]))
    before = files(own)
    with pytest.raises(CannotImport, match="“kit” is an alias of"):
        again(own, NEWER)
    assert files(own) == before


def test_a_folder_is_exchanged_whole_or_not_at_all(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, renamed = files(own), Path.rename

    def fails(path: Path, target: Path) -> Path:
        if path.parent.name.startswith(".importing-") and path.name == "northshore":
            raise OSError(28, "No space left on device")
        return renamed(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(CannotImport, match="No space left"):
        again(own, NEWER)
    assert files(own) == before


def test_what_a_crash_left_aside_is_put_back(own: Path) -> None:
    before = files(own / "northshore")
    (own / ".importing-x").mkdir()
    (own / "northshore").rename(own / ".importing-x" / "before")
    with pytest.raises(CannotImport, match="Add --replace"):
        bring(text_file(own.parent / "b.txt", as_text(NEWER)), own)
    assert files(own / "northshore") == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(own: Path) -> None:
    own.chmod(0o500)
    with pytest.raises(CannotImport, match="Nothing can be written into"):
        again(own, NEWER)
    own.chmod(0o700)


def test_what_was_taught_stays_letter_for_letter(own: Path) -> None:
    said = "# why we say so\nnorthshore:\n  competencies:\n    boats: {aliases: [dinghies]}\n"
    sentences = "# asked in May\n- {text: who rows the dinghy, framework: northshore, competencies: [boats]}\n"
    (own / "northshore" / "said.yaml").write_text(said, "utf-8")
    (own / "northshore" / "sentences.yaml").write_text(sentences, "utf-8")
    again(own, NEWER)
    assert (own / "northshore" / "said.yaml").read_text("utf-8") == said
    assert (own / "northshore" / "sentences.yaml").read_text("utf-8") == sentences
