"""A grading as it is kept: the duties as they were pasted, and what was answered to the questions that decide."""

from typing import ClassVar

from bot.people.records import Body, Part, Record

MOST_DUTIES = 40
LONGEST_DUTY = 1_000
LONGEST_LIST = 12_000  # characters: a form with more would not fit in a message


class Answer(Part):
    """What was answered on one scale: the role that the framework's statement stands for; empty where none of them was right.

    `shown` are the roles of the answers that there were to choose from, and `unsure` says that it was left open.
    """

    scale: str
    role: str = ""
    shown: tuple[str, ...] = ()
    unsure: bool = False


class DutyGrading(Body):
    """Duties of one job, graded against `framework`. `duties` are the person's own words; nothing of them is changed or shortened.

    `made` is when they were pasted (seconds since 1970). `presses` are the marks of the buttons pressed last, so that none counts twice.
    """

    kind: ClassVar[str] = "grading"
    framework: str
    duties: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
    made: float = 0.0
    presses: tuple[str, ...] = ()

    def answered(self, answer: Answer) -> "DutyGrading":
        """The same with an answer, which takes the place of the one before on that scale and is then the last."""
        rest = tuple(each for each in self.answers if each.scale != answer.scale)
        return self.model_copy(update={"answers": (*rest, answer)})


GradingRecord = Record[DutyGrading]
