"""What was learnt from a knowledge folder, kept beside the data: learning takes seconds, reading it back milliseconds."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.understanding.linear import LinearModel

KEPT = 3  # so many files are kept: the newest ones
_SOURCE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder for learnt models. A model is only read back for the very files and the very code that it was learnt from."""

    folder: Path
    key: str

    @property
    def _path(self) -> Path:
        return self.folder / f"learnt-{self.key}.npz"

    def read(self) -> dict[str, LinearModel] | None:
        """The models by name; None where nothing fitting is there."""
        try:
            with np.load(self._path, allow_pickle=False) as kept:
                names = sorted(name.removesuffix("/weights") for name in kept.files if name.endswith("/weights"))
                return {name: _model(kept, name) for name in names}
        except (OSError, ValueError, KeyError, EOFError):
            return None

    def write(self, models: Mapping[str, LinearModel]) -> None:
        """Keep models. A folder that cannot be written to is no fault: learning is merely done again at the next start."""
        parts: dict[str, np.ndarray] = {}
        for name, model in models.items():
            parts[f"{name}/weights"] = model.weights.astype(np.float16)
            parts[f"{name}/labels"] = np.array(model.labels)
            parts[f"{name}/features"] = np.array("\n".join(model.features))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = self._path.with_suffix(".unfinished.npz")
            np.savez_compressed(unfinished, **parts)  # type: ignore[arg-type]
            unfinished.replace(self._path)
            self._forget_old()
        except OSError:
            return

    def _forget_old(self) -> None:
        found = sorted(self.folder.glob("learnt-*.npz"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in found[KEPT:]:
            path.unlink(missing_ok=True)


def _model(kept: Mapping[str, np.ndarray], name: str) -> LinearModel:
    features = str(kept[f"{name}/features"]).split("\n")
    labels = [str(label) for label in kept[f"{name}/labels"]]
    return LinearModel(labels, features, kept[f"{name}/weights"].astype(np.float32))


def shelf(folder: Path, knowledge: Path) -> Shelf:
    """The shelf for a knowledge folder: the key is a digest of every file in it and of this package's code."""
    digest = hashlib.sha256()
    for path in (*sorted(knowledge.rglob("*.yaml")), *sorted(_SOURCE.glob("*.py"))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return Shelf(folder, digest.hexdigest()[:16])
