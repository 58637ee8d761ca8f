"""What could be taught by a group of questions: words that name a competency or a role, or a question about a competency or topic."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.dialogs.assistant import Assistant
from bot.dialogs.turn import Said, Turn
from bot.framework.sentences import Part
from bot.people.profile import Profile
from bot.storage.questions import Noted
from bot.terminal.questions.role_names import role_called
from bot.understanding.grouping import grouped
from bot.understanding.reading import Intent, Outcome, Reading, Understood, Unsure

Kind = Literal["aliases", "asked_as"]
LONGEST_ALIAS = 3  # words
CLOSE = 0.15  # words that point to a competency less than this point to none
DISLIKED = 2.0  # a thumb down is a judgement, a question in vain only happened
Thumbs = Mapping[tuple[str, str], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """`words` are to be an alias of, or a question about, a competency, topic or role (`id`); `why` says what speaks for it."""

    part: Part
    id: str
    kind: Kind
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that ask the same, of one tenant's institution and framework; the more it `weighs`, the sooner it is worth a look."""

    tenant: str
    framework: str
    words: tuple[str, ...]
    causes: Mapping[str, int]
    weighs: float
    proposal: Proposal | None

    @property
    def often(self) -> int:
        """How often it was asked."""
        return sum(self.causes.values())


def groups(noted: Sequence[Noted], assistant: Assistant, thumbs: Thumbs) -> list[Group]:
    """The questions to one assistant by group, what weighs most first; what it understands by now is left out."""
    of: dict[str, list[Noted]] = {}
    for each in noted:
        if each.framework in assistant.frameworks and not _is_understood(assistant, each):
            of.setdefault(each.framework, []).append(each)
    found = [
        _group([theirs[place] for place in places], assistant, thumbs)
        for theirs in of.values()
        for places in grouped(each.words for each in theirs)
    ]
    return sorted(found, key=lambda group: (-group.weighs, group.words))


def outcome_of(assistant: Assistant, framework: str, words: str) -> Outcome:
    """What a question means to somebody of whom nothing is known."""
    return assistant.read(Turn(Said(words), Profile(framework)))


def _is_understood(assistant: Assistant, noted: Noted) -> bool:
    """Whether it has an answer by now. One that was not liked had one before."""
    return noted.cause != "not liked" and isinstance(outcome_of(assistant, noted.framework, noted.words), Understood)


def _group(together: Sequence[Noted], assistant: Assistant, thumbs: Thumbs) -> Group:
    words = tuple(said for said, _ in Counter(each.words for each in together).most_common())
    causes = Counter(each.cause for each in together)
    framework = together[0].framework
    outcome = outcome_of(assistant, framework, words[0])
    weighs = sum(DISLIKED if cause == "not liked" else 1.0 for cause in causes.elements()) * _doubted(outcome, framework, thumbs)
    return Group(together[0].tenant, framework, words, dict(causes), weighs, _proposal(assistant, framework, words[0], outcome))


def _doubted(outcome: Outcome, framework: str, thumbs: Thumbs) -> float:
    """1, and up to 2 where most answers to the likeliest kind of question are not liked."""
    named = next((name for name, _ in outcome.why.intents if name != Intent.OUT_OF_SCOPE), "")
    up, down = thumbs.get((framework, named), (0, 0))
    return 1.0 + (down / (up + down) if up + down else 0.0)


def _proposal(assistant: Assistant, framework: str, words: str, outcome: Outcome) -> Proposal | None:
    topic = next((topic for reading in _readings(outcome) if reading.intent is Intent.GUIDE for topic in reading.guide_topics), None)
    pointed = [(heard.value, heard.words) for heard in outcome.why.heard if heard.slot == "points to" and float(heard.words) >= CLOSE]
    likely = [name for name, _ in outcome.why.intents if name != Intent.OUT_OF_SCOPE][:1]
    if topic is not None and likely == [Intent.GUIDE] and topic in assistant.library.frameworks[framework].topics:
        title = assistant.library.frameworks[framework].topics[topic].title
        return Proposal("topics", topic, "asked_as", words, f"it reads like a question of guidance, and comes closest to “{title}”")
    called = role_called(assistant.library.frameworks[framework], words)
    if called is not None:
        return Proposal(
            "roles", called.role, "aliases", called.words, f"nobody has written down “{called.words}”, and “{called.title}” is like it"
        )
    if not pointed:
        return None
    id_, score = pointed[0]
    name = assistant.library.frameworks[framework].competencies[id_].name
    why = f"its words point to “{name}” ({score}{_next_best(assistant, framework, pointed[1:])})"
    strange = " ".join(assistant.strange(words, framework))
    if strange and strange.casefold() in words.casefold() and len(strange.split()) <= LONGEST_ALIAS:
        return Proposal("competencies", id_, "aliases", strange.casefold(), f"nobody has written down “{strange}”, and {why}")
    return Proposal("competencies", id_, "asked_as", words, why)


def _next_best(assistant: Assistant, framework: str, others: Sequence[tuple[str, str]]) -> str:
    competencies = assistant.library.frameworks[framework].competencies
    return "".join(f", then “{competencies[id_].name}” {score}" for id_, score in others[:1])


def _readings(outcome: Outcome) -> tuple[Reading, ...]:
    if isinstance(outcome, Understood):
        return (outcome.reading, *outcome.others)
    return outcome.candidates if isinstance(outcome, Unsure) else outcome.nearest
