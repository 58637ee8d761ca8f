"""Reading questions: `python -m tests.benchmarks.reading KNOWLEDGE SHELF` prints a line of JSON; `library` makes a folder to read from."""

import json
import re
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from bot.assistants import LANGUAGE
from bot.settings import PROJECT

KNOWLEDGE = PROJECT / "knowledge"
SENTENCES = PROJECT / "tests" / "understanding" / "sentences"
FRAMEWORK = "lancaster"
SHIPPED = ("lancaster", "matrix")
ANOTHER = "what do senior technicians do about training?"


def library(folder: Path, frameworks: int) -> Path:
    """A knowledge folder with so many frameworks: Lancaster's, the other one, and then copies of the two under other ids."""
    shutil.copytree(KNOWLEDGE / "language", folder / "language")
    for number in range(frameworks):
        original, copy = SHIPPED[number % 2], number // 2
        id_ = f"{original}-{copy + 1}" if copy else original
        shutil.copytree(KNOWLEDGE / original, folder / id_)
        top = folder / id_ / "framework.yaml"
        top.write_text(re.sub(rf"^id: {original}$", f"id: {id_}", top.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8")
    return folder


def sentences() -> list[str]:
    """Questions of Lancaster's people: the labelled ones of the tests, else those of the knowledge folder."""
    labelled = [row for path in sorted(SENTENCES.glob("*.yaml")) for row in yaml.load(path.read_bytes(), yaml.CSafeLoader)]
    if labelled:
        return [row["text"] for row in labelled if row["framework"] == FRAMEWORK]
    asks = (yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in sorted((KNOWLEDGE / LANGUAGE / "asks").glob("*.yaml")))
    return [said for file in asks for said in file.get("said_in", {}).get(FRAMEWORK, ())]


def measure(knowledge: Path, shelf_folder: Path) -> dict[str, object]:
    """Seconds to open a reader, and ms of every sentence: `first` when it was never heard before, `again` when it was."""
    from bot.framework.library import read_library
    from bot.people.profile import Profile
    from bot.understanding.language import read_language
    from bot.understanding.learnt import shelf
    from bot.understanding.reader import Reader

    begin = time.perf_counter()
    reader = Reader(read_library(knowledge), read_language(knowledge / LANGUAGE), shelf(shelf_folder, knowledge))
    opened = time.perf_counter() - begin
    profile = Profile()
    reader.read(ANOTHER, FRAMEWORK, profile)  # what is read on first use is read
    texts = sentences()

    def read(text: str) -> None:
        reader.read(text, FRAMEWORK, profile)

    return {"opened": opened, "first": [_ms(read, text) for text in texts], "again": [_ms(read, text) for text in texts]}


def _ms(read: Callable[[str], None], text: str) -> float:
    begin = time.perf_counter()
    read(text)
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), Path(sys.argv[2]))))
