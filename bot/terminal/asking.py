"""`python -m bot ask`: how a message is read, and what is answered; with `--jsonl`, a batch of them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

from rich.console import Console

from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import reply_text
from bot.dialogs.turn import Memory, Said, Turn
from bot.people.profile import Profile
from bot.phrases.en import grading
from bot.phrases.en.finding import QUESTIONS
from bot.settings import CannotStart
from bot.terminal.drawing import draw
from bot.understanding.reading import Intent, NotUnderstood, Outcome, Reading, Understood

SLOTS = ("intent", "grades", "roles", "competencies", "guide_topics", "clarify")
MOST_CANDIDATES = 3
REFUSED = Reading("", Intent.OUT_OF_SCOPE)


def ask_batch(assistant: Assistant, lines: Iterable[str], out: TextIO) -> None:
    """One JSON line out for each in. Raises CannotStart, naming the line, where one is not a question."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            out.write(json.dumps(_answered(assistant, _question(number, line, assistant)), ensure_ascii=False) + "\n")


def _question(number: int, line: str, assistant: Assistant) -> dict[str, Any]:
    try:
        question = json.loads(line)
    except ValueError as error:
        raise CannotStart(f"Line {number} is not JSON: {error}") from None
    if not isinstance(question, dict) or not isinstance(question.get("text"), str):
        raise CannotStart(f"Line {number} holds no question: give an object with `text`, and `framework` if it is not the default.")
    question.setdefault("framework", assistant.default_framework)
    if question["framework"] not in assistant.frameworks:
        raise CannotStart(f"Line {number}: there is no framework {question['framework']!r}. Use one of: {', '.join(assistant.frameworks)}.")
    return question


def ask_one(assistant: Assistant, text: str, framework: str, grade: int | None) -> None:
    """Print how one message is read, and its answer."""
    if not text.strip():
        raise CannotStart('Ask something: python -m bot ask "what is expected at grade 7 for money?"')
    if framework not in assistant.frameworks:
        raise CannotStart(f"There is no framework {framework!r}. Use one of: {', '.join(assistant.frameworks)}.")
    turn = Turn(Said(text), Profile(framework, grade))
    outcome = assistant.read(turn)
    console = Console()
    for line in explained(outcome):
        console.print(line, style="dim", markup=False, highlight=False)
    draw(assistant.reply_to(turn, outcome), console)


def _answered(assistant: Assistant, question: Mapping[str, Any]) -> dict[str, Any]:
    turn = _turn(question, question["text"])
    if question.get("previous"):
        before = assistant.answer(_turn(question, question["previous"]))
        turn = Turn(turn.arrived, before.profile or turn.profile, before.memory or Memory())
    outcome = assistant.read(turn)
    said = {"id": question.get("id"), **_outcome(outcome)}
    reading = best(outcome)
    if question.get("duty"):
        said["answer"] = _graded(assistant, question["framework"], question["text"])
    elif reading.intent is Intent.FIND_GRADE:
        said["answer"] = _found(assistant, reading.with_(said=reading.said or question["text"]))
    return {**said, "reply": reply_text(assistant.reply_to(turn, outcome))}


def _turn(question: Mapping[str, Any], text: str) -> Turn:
    context = question.get("context") or {}
    profile = Profile(question["framework"], context.get("grade"), context.get("role"), context.get("path"))
    return Turn(Said(str(text)), profile)


def best(outcome: Outcome) -> Reading:
    """The likeliest reading; "out of scope" for what was not understood."""
    match outcome:
        case Understood(reading):
            return reading
        case NotUnderstood():
            return REFUSED
        case _:
            return outcome.candidates[0]


def _outcome(outcome: Outcome) -> dict[str, Any]:
    match outcome:
        case Understood(reading, others=others):
            readings, sure = (reading, *others), True
        case NotUnderstood(nearest=nearest):
            readings, sure = (REFUSED, *nearest), True
        case _:
            readings, sure = outcome.candidates, False
    candidates = [_slots(reading) for reading in readings[:MOST_CANDIDATES]]
    return {**candidates[0], "confidence": "sure" if sure else "unsure", "candidates": candidates}


def _slots(reading: Reading) -> dict[str, Any]:
    return {name: value for name, value in reading.as_json().items() if name in SLOTS}


def _found(assistant: Assistant, reading: Reading) -> dict[str, Any]:
    found = assistant.find(reading)
    return {
        "grades": found.grades,
        "range": found.range,
        "roles": found.roles,
        "question": QUESTIONS[found.question] if found.question else None,
    }


def _graded(assistant: Assistant, framework: str, duty: str) -> dict[str, Any]:
    """One line of a pasted list, graded as in a conversation; nothing where the framework says nothing of it."""
    found = assistant.grade(framework, (duty,))
    if not found.known:
        return {"grades": (), "range": None, "roles": (), "question": None}
    likely = sorted(found.levels.grades, key=lambda grade: -found.levels.of(grade))
    low, high = found.levels.span
    grades = [grade for grade in likely if low <= grade <= high]
    roles = dict.fromkeys(role.id for quote in found.duties[0].quotes for role in quote.roles)
    return {
        "grades": grades,
        "range": (low, high),
        "roles": (found.role.id, *(role for role in roles if role != found.role.id)),
        "question": grading.QUESTIONS[found.question.name] if found.question else None,
    }


def explained(outcome: Outcome) -> Iterator[str]:
    """How a message was read: corrections, slots with the words they came from, intents with scores, and the readings."""
    why = outcome.why
    yield from (f"corrected   {typed} → {meant}" for typed, meant in why.corrected.items())
    yield from (f"heard       {heard.slot} {heard.value} (“{heard.words}”)" for heard in why.heard)
    yield from (f"intent      {intent} {score:.2f}" for intent, score in why.intents)
    yield f"reading     {_told(best(outcome))}"
    if not isinstance(outcome, Understood):
        yield "not sure" if not isinstance(outcome, NotUnderstood) else "not for this assistant"


def _told(reading: Reading) -> str:
    slots = ((name, value) for name, value in _slots(reading).items() if value)
    return ", ".join(f"{name} {' '.join(map(str, value)) if isinstance(value, list) else value}" for name, value in slots)
