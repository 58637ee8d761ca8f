"""What these tests read with: the knowledge that ships, and one reader that is learnt once however many workers there are."""

import fcntl
from pathlib import Path

import pytest

from bot.framework.library import read_library
from bot.framework.model import Library
from bot.settings import PROJECT
from bot.understanding.language import Language, read_language
from bot.understanding.learnt import shelf
from bot.understanding.reader import Reader
from bot.understanding.tokens import Tokenizer
from tests.understanding.talking import Heard

KNOWLEDGE = PROJECT / "knowledge"


@pytest.fixture(scope="session")
def library() -> Library:
    return read_library(KNOWLEDGE)


@pytest.fixture(scope="session")
def language() -> Language:
    return read_language(KNOWLEDGE / "language/en")


@pytest.fixture(scope="session")
def tokenizer(language: Language) -> Tokenizer:
    return Tokenizer(language)


@pytest.fixture(scope="session")
def learnt(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder for what is learnt, shared by the workers of this run."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "learnt"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def reader(library: Library, language: Language, learnt: Path) -> Reader:
    """Learnt by the first worker that asks, read back by the others."""
    with (learnt / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return Reader(library, language, shelf(learnt, KNOWLEDGE))


@pytest.fixture(scope="session")
def heard(library: Library, reader: Reader) -> Heard:
    """Reads messages and whole conversations."""
    return Heard(library, reader)
