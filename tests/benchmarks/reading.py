"""Reading questions: `python -m tests.benchmarks.reading KNOWLEDGE SHELF MOST` prints a line of JSON; `library` makes such a folder."""

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
from tests.benchmarks.machine import resident

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


def measure(knowledge: Path, shelf_folder: Path, most: int) -> dict[str, object]:
    """What opening a reader takes, and the ms of `most` sentences: `first` when it was never heard before, `again` when it was.

    `opened` are seconds of processor time, `memory` is MB in use at the end.
    """
    from bot.framework.library import read_library
    from bot.people.profile import Profile
    from bot.understanding.language import read_language
    from bot.understanding.learnt import shelf
    from bot.understanding.reader import Reader

    begin = time.process_time()
    library = read_library(knowledge)
    known = time.process_time() - begin
    reader = Reader(library, read_language(knowledge / LANGUAGE), shelf(shelf_folder, knowledge))
    opened = time.process_time() - begin
    profile = Profile()
    reader.read(ANOTHER, FRAMEWORK, profile)  # what is read on first use is read
    texts = sentences()[:most]

    def read(text: str) -> None:
        reader.read(text, FRAMEWORK, profile)

    first, again = ([_ms(read, text) for text in texts] for _ in range(2))
    return {"known": known, "opened": opened, "first": first, "again": again, "memory": resident("self")}


def _ms(read: Callable[[str], None], text: str) -> float:
    begin = time.perf_counter()
    read(text)
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))))
