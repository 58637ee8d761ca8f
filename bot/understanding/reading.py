"""What a message means: the typed result of understanding."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any


class Intent(StrEnum):
    """What a person wants. The values are the labels of the question files."""

    EXPECTATIONS = "expectations"
    COMPARE = "compare"
    DEVELOPMENT = "development"
    FIND_GRADE = "find_grade"
    GUIDE = "guide"
    START_ASSESSMENT = "start_assessment"
    SHOW_ASSESSMENT = "show_assessment"
    START_PLAN = "start_plan"
    SHOW_PLAN = "show_plan"
    CAREER_PROGRESSION = "career_progression"
    JOB_DESCRIPTION = "job_description"
    TEAM_OVERVIEW = "team_overview"
    SUCCESSION = "succession"
    SHARE = "share"
    REVIEW = "review"
    MY_DATA = "my_data"
    SET_PROFILE = "set_profile"
    REMINDERS = "reminders"
    LOG_EVIDENCE = "log_evidence"
    SHOW_EVIDENCE = "show_evidence"
    DOSSIER = "dossier"
    EXPORT = "export"
    HELP = "help"
    GREETING = "greeting"
    THANKS = "thanks"
    CANCEL = "cancel"
    OUT_OF_SCOPE = "out_of_scope"


# These answer a question out of the framework: the answer may be judged by whoever asked, and wanted once more in another manner.
ANSWERED = frozenset({Intent.EXPECTATIONS, Intent.COMPARE, Intent.DEVELOPMENT, Intent.FIND_GRADE, Intent.GUIDE, Intent.CAREER_PROGRESSION})


class Manner(StrEnum):
    """How an answer is wanted once more: a follow-up that asks nothing new."""

    WHY = "why"
    SOURCE = "source"
    MORE = "more"
    SHORTER = "shorter"
    AGAIN = "again"
    FOR_ME = "for_me"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a message: the intent and its slots, by the ids of `framework`.

    `roles` is empty where only grades were named (every role of those grades is meant). `competencies` is empty for all, or none in
    particular; `also` are others that the word used may mean as well. `off_grades` are the grades named, where the framework has none of
    them; `bands` are those that grades were named by. `clarify` says that two answers are possible and the reply should ask or show each.
    `yes_no` says that the question wants a yes or a no. `manner` says how the last answer is wanted once more. `said` is what the person
    typed (for a press, what the button stands for).
    """

    framework: str
    intent: Intent
    grades: tuple[int, ...] = ()
    roles: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    guide_topics: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    off_grades: tuple[int, ...] = ()
    bands: tuple[int, ...] = ()
    clarify: bool = False
    yes_no: bool = False
    manner: Manner | None = None
    said: str = ""

    def with_(self, **changes: Any) -> "Reading":
        """The same reading with some fields changed."""
        return replace(self, **changes)

    def as_json(self) -> dict[str, Any]:
        """The plain form that is stored with the conversation and carried by buttons."""
        return {
            "framework": self.framework,
            "intent": self.intent.value,
            "grades": list(self.grades),
            "roles": list(self.roles),
            "competencies": list(self.competencies),
            "guide_topics": list(self.guide_topics),
            "opportunities": list(self.opportunities),
            "clarify": self.clarify,
            "yes_no": self.yes_no,
            "said": self.said,
        }


@dataclass(frozen=True, slots=True)
class Heard:
    """How a slot was heard: its value and the words of the message it came from."""

    slot: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Why:
    """How a reading came about: the slots with their words, and the best intents with their scores (0 to 1)."""

    heard: tuple[Heard, ...] = ()
    intents: tuple[tuple[str, float], ...] = ()
    corrected: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Understood:
    """One reading, sure enough to answer."""

    reading: Reading
    why: Why
    others: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two or three readings that are close, best first: ask which is meant."""

    candidates: tuple[Reading, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Not about the framework, or not readable. `nearest` are the next likely readings, possibly none."""

    why: Why
    nearest: tuple[Reading, ...] = ()
    readable: bool = True


Outcome = Understood | Unsure | NotUnderstood
