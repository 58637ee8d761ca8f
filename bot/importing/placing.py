"""Putting a framework folder where it belongs: whole or not at all, and an existing one only exchanged for a whole one."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from bot.framework.faults import KnowledgeError
from bot.framework.folder import read_framework
from bot.framework.model import Framework
from bot.importing.refusing import CannotImport

_PREFIX = ".importing-"  # a folder of this name is no framework folder, for nothing in it is read
_OLD = "before"


def place(files: Mapping[str, str], into: Path, id_: str, keeping: Path | None = None) -> Framework:
    """Write a folder `id_` into `into`, read it, and only then let it take its place; files of `keeping` that are not new are kept.

    Raises CannotImport where the disk does not let it, or what was written is no valid framework.
    """
    try:
        into.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=into))
    except OSError as error:
        raise CannotImport(f"Nothing can be written into {into} ({error.strerror}). Make it writable, or name another folder.") from None
    try:
        made = workshop / id_
        if keeping is not None:
            _copy_others(keeping, made, files)
        _write(files, made)
        framework = read_framework(made)
        _exchange(made, into / id_, workshop / _OLD)
    except OSError as error:
        raise CannotImport(
            f"The folder could not be written ({error.strerror}). Nothing was changed; make room, and import again."
        ) from None
    except KnowledgeError as error:
        told = "\n".join(f"  {fault}" for fault in error.faults).replace(f"{workshop}/", "")
        raise CannotImport(f"What was read makes no valid framework, so nothing was written:\n{told}") from None
    finally:
        if not (workshop / _OLD).exists() or (into / id_).exists():
            shutil.rmtree(workshop, ignore_errors=True)
    return framework


def recover(into: Path, id_: str) -> None:
    """Put back a folder that an import was exchanging when the machine stopped."""
    if (into / id_).exists() or not into.is_dir():
        return
    for workshop in into.glob(f"{_PREFIX}*"):
        if (workshop / _OLD / "framework.yaml").is_file() and f"id: {id_}\n" in (workshop / _OLD / "framework.yaml").read_text("utf-8"):
            with suppress(OSError):
                (workshop / _OLD).rename(into / id_)
                shutil.rmtree(workshop, ignore_errors=True)
            return


def _copy_others(old: Path, made: Path, files: Mapping[str, str]) -> None:
    """Copy what the institution added beside what an import writes; competencies that are no longer there go."""
    for path in old.rglob("*"):
        name = path.relative_to(old).as_posix()
        if path.is_file() and name not in files and not name.startswith("competencies/"):
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, made / name)


def _write(files: Mapping[str, str], made: Path) -> None:
    for name, text in files.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        with (made / name).open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())  # a name must never lead to a file that the disk does not have yet


def _exchange(made: Path, target: Path, old: Path) -> None:
    if target.exists():
        target.rename(old)
        try:
            made.rename(target)
        except OSError:
            old.rename(target)
            raise
    else:
        made.rename(target)
