"""What people ask, in replies/*.yaml: each reply holds the facts of the source, and none that do not belong there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.assistants import make_assistant
from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import reply_text
from bot.dialogs.turn import Memory, Said, Turn
from bot.people.profile import Profile
from bot.settings import Settings


@dataclass(frozen=True)
class Question:
    """One question with what its reply must and must not hold, as regular expressions in which case makes no difference.

    `says` are the messages before it. `known_fault` says why the reply is not right yet: the test then has to fail, so a repair is noticed.
    """

    id: str
    framework: str
    text: str
    holds: Sequence[str]
    not_: Sequence[str] = ()
    begins: str = ""
    says: Sequence[str] = ()
    profile: Mapping[str, Any] = field(default_factory=dict)
    known_fault: str = ""


def questions() -> list[Question]:
    """Every question, in the order of the files."""
    files = sorted(Path(__file__).with_name("replies").glob("*.yaml"))
    entries = [entry for file in files for entry in yaml.safe_load(file.read_text("utf-8"))]
    return [Question(**{"not_" if key == "not" else key: value for key, value in entry.items()}) for entry in entries]


def expected(question: Question) -> object:
    """The question as a case of the test; one with a known fault has to fail."""
    faulty = pytest.mark.xfail(reason=question.known_fault, strict=True)
    return pytest.param(question, id=f"{question.framework}-{question.id}", marks=faulty if question.known_fault else ())


@cache
def assistant(framework: str) -> Assistant:
    """The assistant of an institution with this framework."""
    return make_assistant(Settings(_env_file=None, framework=framework))


def answered(question: Question) -> str:
    """Everything a person reads in reply, after the messages before; apostrophes straight."""
    profile, memory, read = Profile(**question.profile), Memory(), ""
    for text in (*question.says, question.text):
        reply = assistant(question.framework).answer(Turn(Said(text), profile, memory))
        profile, memory, read = reply.profile or profile, reply.memory or memory, reply_text(reply)
    return read.replace("’", "'")


def faults(question: Question, read: str) -> list[str]:
    """What a reply lacks, what it should not hold, and whether it begins otherwise."""
    lacks = [f"lacks {fact!r}" for fact in question.holds if not re.search(fact, read, re.IGNORECASE)]
    holds = [f"holds {fact!r}" for fact in question.not_ if re.search(fact, read, re.IGNORECASE)]
    begins = [] if re.match(rf"(?:{question.begins})\b", read, re.IGNORECASE) else [f"does not begin with {question.begins!r}"]
    return [*lacks, *holds, *(begins if question.begins else ())]


@pytest.mark.parametrize("question", [expected(question) for question in questions()])
def test_a_reply_holds_the_facts_and_no_others(question: Question) -> None:
    read = answered(question)
    assert not faults(question, read), read


def test_the_questions_are_many_and_each_is_there_once() -> None:
    names = [(question.framework, question.id) for question in questions()]
    assert len(names) == len(set(names)) >= 220
