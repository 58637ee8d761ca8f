"""The whole knowledge folder: every framework in it, and how they correspond."""

from collections.abc import Iterable
from pathlib import Path

from bot.framework.faults import Fault, KnowledgeError
from bot.framework.folder import read_framework
from bot.framework.lending import with_lent
from bot.framework.model import Framework, Library
from bot.framework.sayings import with_sayings
from bot.framework.shapes import CrosswalkShape
from bot.framework.sheets import Faults, Sheet
from bot.framework.wanted import SILENT, Wanted
from bot.framework.yaml_file import Steps


def framework_folders(root: Path) -> list[Path]:
    """The framework folders of a knowledge folder, in order of name."""
    return sorted(path.parent for path in root.glob("*/framework.yaml"))


def read_library(root: Path, language: str = "en", own: Path | None = None) -> Library:
    """Read a knowledge folder, written and asked about in one language, with the institution's own frameworks in `own`, if any.

    Raises KnowledgeError with every fault of every framework.
    """
    faults = Faults()
    frameworks: dict[str, Framework] = {}
    ours = framework_folders(own) if own else []
    folders = [*framework_folders(root), *ours]
    if not folders:
        faults.found.append(Fault(root, 0, "There is no framework in this folder.", "Name the folder that holds the framework folders."))
    wanted = _wanted(root / "language", language, faults)
    for folder in folders:
        try:
            framework = read_framework(folder, wanted)
            if framework.id in frameworks:
                faults.found.append(Fault(folder, 0, f"There is another framework `{framework.id}`.", "Give one of them another id."))
            frameworks[framework.id] = framework
        except KnowledgeError as error:
            faults.found += error.faults
    crosswalk: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    for folder in () if faults.found else (root, *ours):
        _crosswalk(folder / "crosswalk.yaml", frameworks, crosswalk, faults)
    if faults.found:
        raise KnowledgeError(faults.found)
    lenders = {id_: each for id_, each in frameworks.items() if id_ not in {folder.name for folder in ours}}
    lent = {folder.name: with_lent(frameworks[folder.name], lenders, crosswalk) for folder in ours}
    return _with_taught(Library(frameworks | lent, crosswalk), ours)


def _with_taught(library: Library, folders: Iterable[Path]) -> Library:
    """With what was taught to an institution's own frameworks: after what is lent, which words in their own files would put aside."""
    faults = Faults()
    for folder in folders:
        library = with_sayings(library, folder, faults)
    if faults.found:
        raise KnowledgeError(faults.found)
    return library


def _wanted(languages: Path, language: str, faults: Faults) -> Wanted:
    """How people ask in a language; a folder that has frameworks and no language at all hears nothing."""
    sheet = faults.sheet(languages / language / "wanted.yaml", Wanted) if languages.is_dir() else None
    return sheet.shape if sheet else SILENT


def _crosswalk(
    path: Path, frameworks: dict[str, Framework], pairs: dict[tuple[str, str], dict[str, tuple[str, ...]]], faults: Faults
) -> None:
    """Add the pairs of a file to those that are known."""
    sheet = faults.optional_sheet(path, CrosswalkShape)
    if sheet is None:
        return
    for side, ids in sheet.shape.unmatched.items():
        _check_side(sheet, ("unmatched", side), ids, frameworks, faults)
    for index, pair in enumerate(sheet.shape.pairs):
        sides = {side: [ids] if isinstance(ids, str) else ids for side, ids in pair.items() if side != "note"}
        for side, ids in sides.items():
            _check_side(sheet, ("pairs", index, side), ids, frameworks, faults)
            for id_ in ids:
                others = pairs.setdefault((side, id_), {})
                for other, theirs in sides.items():
                    if other != side:
                        others[other] = tuple(dict.fromkeys((*others.get(other, ()), *theirs)))


def _check_side(sheet: Sheet[CrosswalkShape], at: Steps, ids: Iterable[str], frameworks: dict[str, Framework], faults: Faults) -> None:
    side = str(at[-1])
    if side not in frameworks:
        faults.unknown(sheet, at, "framework", side, frameworks)
        return
    known = frameworks[side].competencies
    for id_ in ids:
        if id_ not in known:
            faults.unknown(sheet, at, f"competency of `{side}`", id_, known)
