"""`python -m bot check`: every fault of a knowledge folder at once, or what it holds."""

import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.framework.faults import Fault, KnowledgeError
from bot.framework.folder import read_framework
from bot.framework.library import read_library
from bot.framework.model import Framework
from bot.framework.shapes import CrosswalkShape
from bot.framework.sheets import Faults
from bot.framework.wanted import read_wanted
from bot.importing.words import read_import_words
from bot.terminal.doubts import doubts
from bot.terminal.effect import effect
from bot.understanding.care import read_care
from bot.understanding.conversations import check_conversations
from bot.understanding.date_words import read_date_words
from bot.understanding.describing import read_describing
from bot.understanding.files import read_files
from bot.understanding.grading import read_grading
from bot.understanding.language import read_language
from bot.understanding.managing import read_managing
from bot.understanding.off_putting import read_off_putting
from bot.understanding.planning import read_planning
from bot.understanding.pressing import read_pressing
from bot.understanding.remarks import read_remarks
from bot.understanding.sharing import read_sharing
from bot.understanding.spoken import read_spoken
from bot.understanding.striking import read_striking
from bot.understanding.wishes import read_wishes


def checked(folder: Path, own: Path | None = None) -> tuple[list[str], list[Fault]]:
    """What a folder holds, a line each, and its faults. `folder` is a framework's own, or one that holds several with their language.

    A framework's own folder is looked through for doubts as well.
    """
    if (folder / "framework.yaml").is_file():
        return _attempted(lambda: _one(folder))
    frameworks: Mapping[str, Framework] = {}
    faults: list[Fault] = []
    try:
        frameworks = read_library(folder, own=own).frameworks
    except KnowledgeError as error:
        faults += error.faults
    lines = [summary(framework) for framework in frameworks.values()]
    for language in sorted(path for path in (folder / "language").glob("*") if path.is_dir()):
        labelled = [partial(_labelled, language, frameworks)] if frameworks else []
        for part in (partial(_language_summary, language), *labelled):
            more, others = _attempted(part)
            lines += more
            faults += [each for each in others if each not in faults]
    return lines, faults


def told_against(folder: Path | None, old: Path, stored: Callable[[str], tuple[Mapping[str, int], str]]) -> tuple[list[str], list[Fault]]:
    """What changes from the framework in `old` to that in `folder`. `stored` counts assessments, and says why where it cannot."""
    if folder is None or not (folder / "framework.yaml").is_file():
        return [], [Fault(folder or Path(), 0, "A change is told of one framework.", "Name its folder: check FOLDER --against OLD.")]
    return _attempted(lambda: _effect(read_framework(folder), old, stored))


def _effect(new: Framework, old: Path, stored: Callable[[str], tuple[Mapping[str, int], str]]) -> list[str]:
    counted, why_not = stored(new.id)
    return [f"Against {old}:", *effect(_as_it_was(old, new.id), new, counted), *([why_not] if why_not else [])]


def _as_it_was(old: Path, id_: str) -> Framework:
    """The framework of a folder that may have been put aside under another name."""
    if not (old / "framework.yaml").is_file():
        raise KnowledgeError([Fault(old, 0, "There is no framework.yaml here.", "Name the folder as it was before the change.")])
    with TemporaryDirectory() as aside:
        return read_framework(Path(shutil.copytree(old, Path(aside) / id_)))


def _one(folder: Path) -> list[str]:
    framework = read_framework(folder)
    return [summary(framework), *doubts(framework, _paired(folder, framework.id))]


def _paired(folder: Path, id_: str) -> set[str]:
    """The competencies that the crosswalk of a framework's folder, or of the folder around it, pairs with others."""
    faults, found = Faults(), set[str]()
    for path in (folder / "crosswalk.yaml", folder.resolve().parent / "crosswalk.yaml"):
        sheet = faults.optional_sheet(path, CrosswalkShape)
        for pair in sheet.shape.pairs if sheet else ():
            ours = pair.get(id_, [])
            found |= {ours} if isinstance(ours, str) else set(ours)
    if faults.found:
        raise KnowledgeError(faults.found)
    return found


def _labelled(language: Path, frameworks: Mapping[str, Framework]) -> list[str]:
    count = check_conversations(language / "conversations", frameworks)
    return [f"language {language.name}: {count} labelled messages"]


def _attempted(read: Callable[[], list[str]]) -> tuple[list[str], list[Fault]]:
    try:
        return read(), []
    except KnowledgeError as error:
        return [], list(error.faults)


def summary(framework: Framework) -> str:
    """What a framework holds, in one line."""
    cells = [expectation for competency in framework.competencies.values() for expectation in competency.expectations.values()]
    kinds = Counter(cell.kind for cell in cells)
    referring = sum(bool(cell.same_as) for cell in cells)
    return (
        f"{framework.id}: {len(framework.roles)} roles, {len(framework.competencies)} {framework.competencies_word}, {len(cells)} cells "
        f"({kinds['stated']} stated, {referring} of them by reference, {kinds['not_expected']} not expected, {kinds['unclear']} unclear, "
        f"{kinds['blank']} blank), {len(framework.topics)} topics"
    )


def _language_summary(folder: Path) -> list[str]:
    language = read_language(folder)
    asks = sum(map(len, language.asks.values())) + sum(map(len, language.said_in.values()))
    read_wanted(folder / "wanted.yaml")
    read_care(folder / "care.yaml", language.words.short_forms)
    read_remarks(folder / "remarks.yaml", language.words.short_forms)
    read_spoken(folder / "assessing.yaml", language.words.short_forms)
    read_wishes(folder / "wishes.yaml", language.words.short_forms)
    read_managing(folder / "managing.yaml", language.words.short_forms)
    read_pressing(folder / "pressing.yaml", language.words.short_forms)
    read_files(folder / "files.yaml", language.words.short_forms)
    read_grading(folder / "grading.yaml", language.spoken, language.words.short_forms)
    read_sharing(folder / "sharing.yaml", language.words.short_forms)
    read_planning(folder / "planning.yaml", language.spoken, language.words.short_forms)
    read_describing(folder / "describing.yaml", language.words.short_forms)
    read_off_putting(folder / "off_putting.yaml")
    read_striking(folder / "striking.yaml")
    read_date_words(folder / "dates.yaml")
    read_import_words(folder / "importing.yaml")
    return [f"language {folder.name}: {asks} ways of asking"]
