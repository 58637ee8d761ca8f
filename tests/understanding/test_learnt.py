"""The shelf of learnt models: read back for the very same knowledge, and never in the way."""

import os
from pathlib import Path

import numpy as np
import pytest

from bot.understanding.learnt import KEPT, Learnt, Shelf, shelf
from bot.understanding.linear import LinearModel

MODEL = LinearModel(["a", "b"], ["x", "y", "x y"], np.array([[1, 0], [0.5, -2], [0, 0.25]], dtype=np.float32))

LEARNT = Learnt(
    {"small": MODEL},
    {"small": frozenset({"one", "two"})},
    {"small": {"word": 0.5}},
    {"small": ("role competency write plan", "role competency")},
)


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    (folder / "language").mkdir(parents=True)
    (folder / "language" / "words.yaml").write_text("words: [one]\n")
    (folder / "framework.yaml").write_text("id: small\n")
    return folder


def kept(place: Shelf) -> Path:
    """The one file on a shelf."""
    (path,) = place.folder.glob("*.npz")
    return path


def test_what_is_written_is_read_back(tmp_path: Path, knowledge: Path) -> None:
    shelf(tmp_path / "kept", knowledge).write(LEARNT)
    found = shelf(tmp_path / "kept", knowledge).read()
    assert found is not None
    assert (found.words, found.quiet) == (LEARNT.words, LEARNT.quiet)
    model = found.models["small"]
    assert (model.labels, model.features) == (MODEL.labels, MODEL.features)
    assert np.array_equal(model.weights, MODEL.weights)
    assert model.scores({"y": 1.0}) == [0.5, -2.0]


def test_an_empty_shelf_has_nothing(tmp_path: Path, knowledge: Path) -> None:
    assert shelf(tmp_path / "nowhere", knowledge).read() is None


@pytest.mark.parametrize("change", ["changed", "added", "removed", "renamed"])
def test_other_knowledge_is_not_read_back(tmp_path: Path, knowledge: Path, change: str) -> None:
    shelf(tmp_path, knowledge).write(LEARNT)
    words = knowledge / "language" / "words.yaml"
    match change:
        case "changed":
            words.write_text("words: [two]\n")
        case "added":
            (knowledge / "more.yaml").write_text("")
        case "removed":
            words.unlink()
        case "renamed":
            words.rename(words.with_name("more.yaml"))
    assert shelf(tmp_path, knowledge).read() is None


@pytest.mark.parametrize(
    "spoil",
    [
        "emptied",
        "cut short",
        "overwritten",
        "a bit flipped",
        "something else",
    ],
)
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, knowledge: Path, spoil: str) -> None:
    place = shelf(tmp_path / "kept", knowledge)
    place.write(LEARNT)
    path = kept(place)
    raw = path.read_bytes()
    middle = raw.index(b"weights/small.npy") + 40
    spoilt = {
        "emptied": b"",
        "cut short": raw[: len(raw) // 2],
        "overwritten": b"not a model",
        "a bit flipped": raw[:middle] + bytes([raw[middle] ^ 0xFF]) + raw[middle + 1 :],
        "something else": b"PK\x05\x06" + b"\0" * 18,
    }
    path.write_bytes(spoilt[spoil])
    assert not place.read()


def test_a_broken_file_is_written_anew(tmp_path: Path, knowledge: Path) -> None:
    place = shelf(tmp_path / "kept", knowledge)
    place.write(LEARNT)
    kept(place).write_bytes(b"")
    place.write(LEARNT)
    assert place.read() is not None


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path, knowledge: Path) -> None:
    (tmp_path / "file").write_text("")
    place = shelf(tmp_path / "file" / "kept", knowledge)
    place.write(LEARNT)
    assert place.read() is None


def test_only_the_newest_files_are_kept_and_nothing_unfinished(tmp_path: Path, knowledge: Path) -> None:
    for number in range(KEPT + 2):
        (knowledge / "framework.yaml").write_text(f"id: small-{number}\n")
        place = shelf(tmp_path / "kept", knowledge)
        place.write(LEARNT)
        for path in place.folder.iterdir():  # older by a minute for each write since
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 60))
    assert len(list((tmp_path / "kept").iterdir())) == KEPT
    assert place.read() is not None
