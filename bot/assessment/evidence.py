"""Evidence as it is kept: what somebody did that shows a competency, logged at any time."""

from typing import ClassVar

from bot.people.records import Body

LONGEST_EVIDENCE = 4_000


class Evidence(Body):
    """One piece of evidence, in the person's own words; nothing of it is changed or shortened.

    `competencies` are ids of the framework's, empty where none is confirmed yet. `row` is the own row of an assessment that it belongs to,
    if any. `at` is when it was logged (seconds since 1970).
    """

    kind: ClassVar[str] = "evidence"
    text: str
    framework: str
    competencies: tuple[str, ...] = ()
    row: str = ""
    at: float = 0.0
