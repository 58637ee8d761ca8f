"""Every reading there is, in both frameworks: answered, sourced, drawn within the rules, and every button answers when pressed."""

import json
from collections.abc import Iterator
from itertools import pairwise

import pytest

from bot.cards.payloads import unpack
from bot.dialogs.assistant import Assistant
from bot.dialogs.reply import Reply, reply_text
from bot.dialogs.turn import Pressed, Said, Turn
from bot.framework.model import Framework
from bot.people.profile import Profile
from bot.understanding.finding import Found, Match
from bot.understanding.reading import Intent, Reading
from tests.cards.checking import faults, presses
from tests.dialogs.asking import Reads, library

SOURCED = {Intent.EXPECTATIONS, Intent.COMPARE, Intent.DEVELOPMENT, Intent.FIND_GRADE, Intent.GUIDE, Intent.CAREER_PROGRESSION}


def readings(framework: Framework) -> Iterator[Reading]:
    """Every reading of a framework that a person can ask for, with one or two values a slot."""
    grades, roles, competencies = sorted(framework.grades), list(framework.roles), list(framework.competencies)
    for intent in Intent:
        yield Reading(framework.id, intent)
        yield from (Reading(framework.id, intent, (grade,)) for grade in grades)
        yield from (Reading(framework.id, intent, roles=(role,)) for role in roles)
        yield from (Reading(framework.id, intent, pair) for pair in pairwise(grades))
    for intent in (Intent.EXPECTATIONS, Intent.COMPARE, Intent.DEVELOPMENT, Intent.FIND_GRADE):
        for competency in (*((each,) for each in competencies), *pairwise(competencies), tuple(competencies[:5])):
            yield Reading(framework.id, intent, competencies=competency, yes_no=True, clarify=True)
            yield Reading(framework.id, intent, tuple(grades), competencies=competency)
            yield from (Reading(framework.id, intent, (grade,), competencies=competency, yes_no=True) for grade in grades)
            yield from (Reading(framework.id, intent, pair, competencies=competency) for pair in pairwise(grades))
            yield from (Reading(framework.id, intent, roles=(role,), competencies=competency, yes_no=True) for role in roles)
    yield from (Reading(framework.id, Intent.COMPARE, roles=pair) for pair in pairwise(roles))
    yield from (Reading(framework.id, Intent.COMPARE, triple) for triple in zip(grades, grades[1:], grades[2:], strict=False))
    yield Reading(framework.id, Intent.EXPECTATIONS, (99,))
    for other in library().frameworks.values():
        yield from (Reading(framework.id, Intent.GUIDE, guide_topics=(topic,)) for topic in other.topics)
        yield from (Reading(framework.id, Intent.GUIDE, guide_topics=pair) for pair in pairwise(other.topics))
    if framework.development:
        yield from (Reading(framework.id, Intent.DEVELOPMENT, opportunities=(id_,)) for id_ in framework.development.opportunities)


def _same_id() -> str:
    """Every card has buttons with a mark of their own; here they share one, or there would always be a new button."""
    return "same"


def walk(assistant: Assistant, framework: Framework, profile: Profile) -> Iterator[tuple[Reading | None, Reply]]:
    """Every reading and its reply, then every button of any of them and its reply, until no new button appears."""
    seen: set[str] = set()
    waiting: list[Pressed] = []
    for reading in readings(framework):
        reply = assistant.answer_reading(Turn(Said(""), new_id=_same_id), reading)
        waiting += presses(reply.card or {"type": "AdaptiveCard"})
        yield reading, reply
    while waiting:
        pressed = waiting.pop()
        key = json.dumps([pressed.verb, pressed.data])
        if key not in seen:
            seen.add(key)
            unpack(pressed.verb, pressed.data, library())
            reply = assistant.answer(Turn(pressed, profile, new_id=_same_id))
            waiting += presses(reply.card or {"type": "AdaptiveCard"})
            yield None, reply


@pytest.mark.parametrize("id_", ["lancaster", "matrix"])
def test_every_reading_and_every_button_is_answered_by_the_rules(id_: str) -> None:
    framework = library().frameworks[id_]
    role = list(framework.roles)[5]
    competency = next(id_ for id_ in framework.competencies if framework.expectation(role, id_).kind == "stated")
    grade = framework.roles[role].grade
    found = Found((grade,), (role,), (grade - 1, grade), (Match(role, competency, 9.0),), "supervision")
    wrong = []
    answered = 0
    for reading, reply in walk(Assistant(library(), Reads(found=found), id_), framework, Profile(id_, grade, role)):
        answered += 1
        words = reply_text(reply)
        problems = faults(reply.card) if reply.card else []
        if not reply.text.strip() or "{" in words or "None" in words.replace("None of", ""):
            problems.append(f"text: {reply.text!r}")
        if reading and reading.intent in SOURCED and "In our words, from" not in words:
            problems.append("no source")
        if "no longer works" in words:
            problems.append("a button that no longer works")
        wrong += [f"{reading}: {problem}" for problem in problems]
    assert not wrong[:20], f"{len(wrong)} faults"
    assert answered > len(framework.roles) * len(framework.competencies)
