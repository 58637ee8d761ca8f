"""`python -m bot check`: every fault of a knowledge folder at once, or what it holds."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bot.framework.faults import Fault, KnowledgeError
from bot.framework.folder import read_framework
from bot.framework.library import read_library
from bot.framework.model import Framework
from bot.framework.wanted import read_wanted
from bot.understanding.care import read_care
from bot.understanding.date_words import read_date_words
from bot.understanding.describing import read_describing
from bot.understanding.files import read_files
from bot.understanding.grading import read_grading
from bot.understanding.language import read_language
from bot.understanding.managing import read_managing
from bot.understanding.off_putting import read_off_putting
from bot.understanding.planning import read_planning
from bot.understanding.remarks import read_remarks
from bot.understanding.sharing import read_sharing
from bot.understanding.spoken import read_spoken
from bot.understanding.wishes import read_wishes


def checked(folder: Path) -> tuple[list[str], list[Fault]]:
    """What a folder holds, a line each, and its faults. `folder` is a framework's own, or one that holds several with their language."""
    if (folder / "framework.yaml").is_file():
        return _attempted(lambda: [summary(read_framework(folder))])
    lines, faults = _attempted(lambda: [summary(framework) for framework in read_library(folder).frameworks.values()])
    for language in sorted(path for path in (folder / "language").glob("*") if path.is_dir()):
        more, others = _attempted(partial(_language_summary, language))
        lines += more
        faults += [each for each in others if each not in faults]
    return lines, faults


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
    read_files(folder / "files.yaml", language.words.short_forms)
    read_grading(folder / "grading.yaml", language.spoken, language.words.short_forms)
    read_sharing(folder / "sharing.yaml", language.words.short_forms)
    read_planning(folder / "planning.yaml", language.spoken, language.words.short_forms)
    read_describing(folder / "describing.yaml", language.words.short_forms)
    read_off_putting(folder / "off_putting.yaml")
    read_date_words(folder / "dates.yaml")
    return [f"language {folder.name}: {asks} ways of asking"]
