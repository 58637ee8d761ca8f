"""What was learnt from a knowledge folder, kept beside the data: learning takes seconds, reading it back milliseconds."""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.understanding.linear import LinearModel

KEPT = 3  # so many files are kept beside those that are in use: the newest ones
_SOURCE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Learnt:
    """Models by name; by framework the words that are spelt right, how loud those of asking are, and the lines that tell duties."""

    models: Mapping[str, LinearModel]
    words: Mapping[str, frozenset[str]]
    quiet: Mapping[str, Mapping[str, float]]
    told: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder for what was learnt. It is only read back for the very files and the very code that it was learnt from.

    `kept` is how many such files the folder may hold.
    """

    folder: Path
    key: str
    kept: int = KEPT

    @property
    def _path(self) -> Path:
        return self.folder / f"learnt-{self.key}.npz"

    @property
    def filled(self) -> bool:
        """Whether something fitting is there."""
        return self._path.exists()

    def read(self) -> Learnt | None:
        """What was learnt; None where nothing fitting is there."""
        try:
            with np.load(io.BytesIO(self._path.read_bytes()), allow_pickle=False) as kept:
                return _unpacked(kept)
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return None

    def write(self, learnt: Learnt) -> None:
        """Keep what was learnt. A folder that cannot be written to is no fault: learning is merely done again at the next start."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = self._path.with_suffix(".unfinished.npz")
            np.savez(unfinished, **_packed(learnt))  # type: ignore[arg-type]
            unfinished.replace(self._path)
            self._forget_old()
        except OSError:
            return

    def _forget_old(self) -> None:
        found = sorted(self.folder.glob("learnt-*.npz"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in found[self.kept :]:
            path.unlink(missing_ok=True)


def _packed(learnt: Learnt) -> dict[str, np.ndarray]:
    parts = {f"words/{name}": _lines(sorted(words)) for name, words in learnt.words.items()}
    for name, quiet in learnt.quiet.items():
        parts[f"quiet/{name}"] = np.array(list(quiet.values()), dtype=np.float32)
        parts[f"stems/{name}"] = _lines(quiet)
    for name, told in learnt.told.items():
        parts[f"told/{name}"] = _lines(told)
    for name, model in learnt.models.items():
        parts[f"weights/{name}"] = model.weights.astype(np.float16)
        parts[f"labels/{name}"] = _lines(model.labels)
        parts[f"features/{name}"] = _lines(model.features)
    return parts


def _unpacked(kept: Mapping[str, np.ndarray]) -> Learnt:
    """Raises KeyError where something is missing."""
    names = _named(kept, "weights")
    if not names:
        raise KeyError("weights")
    models = {name: LinearModel(_list(kept[f"labels/{name}"]), _list(kept[f"features/{name}"]), kept[f"weights/{name}"]) for name in names}
    words = {name: frozenset(_list(kept[f"words/{name}"])) for name in _named(kept, "words")}
    stems = {name: _list(kept[f"stems/{name}"]) for name in _named(kept, "stems")}
    quiet = {name: dict(zip(of, kept[f"quiet/{name}"].tolist(), strict=True)) for name, of in stems.items()}
    told = {name: tuple(_list(kept[f"told/{name}"])) for name in _named(kept, "told")}
    return Learnt(models, words, quiet, told)


def _named(kept: Mapping[str, np.ndarray], kind: str) -> list[str]:
    return [name.partition("/")[2] for name in kept if name.startswith(f"{kind}/")]


def _lines(words: Iterable[str]) -> np.ndarray:
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)  # an array of str takes four times as much


def _list(lines: np.ndarray) -> list[str]:
    return lines.tobytes().decode().split("\n")


def shelf(folder: Path, knowledge: Path, own: Path | None = None) -> Shelf:
    """The shelf for a knowledge folder and the institution's own: the key is a digest of every file in them and of this package's code."""
    frameworks = sorted(own.glob("*/**/*.yaml")) if own else []
    return shelf_of(folder, (*sorted(knowledge.rglob("*.yaml")), *frameworks))


def shelf_of(folder: Path, files: Iterable[Path], others: int = 0) -> Shelf:
    """The shelf for what is learnt from some files, beside `others` in the same folder."""
    digest = hashlib.sha256()
    for path in (*files, *sorted(_SOURCE.glob("*.py"))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return Shelf(folder, digest.hexdigest()[:16], KEPT + others)
