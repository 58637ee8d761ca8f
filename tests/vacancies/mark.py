"""How well duties are graded: `python -m tests.vacancies.mark [FILE]`, a YAML list of duties with the grade of each.

The two questions are answered as the role of the labelled grade would: with the answer that stands for it, or that none fits.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.dialogs.asked import Reads
from bot.framework.model import Library
from bot.settings import Settings
from bot.vacancies.grading import Graded, graded, rubric
from bot.vacancies.model import Answer

DUTIES = Path(__file__).parent / "duties.yaml"
AMOUNTS = Path(__file__).parent / "amounts.yaml"


@dataclass(frozen=True)
class Marks:
    """Shares of the duties, and mean widths of their ranges in grades; before the questions, and after two answers."""

    duties: int
    holds: float
    width: float
    best: float
    holds_after: float
    width_after: float
    best_after: float

    def __str__(self) -> str:
        return (
            f"{self.duties} duties\n"
            f"  from the words alone: the range holds the right grade {self.holds:.3f}, "
            f"mean width {self.width:.2f}, best grade right {self.best:.3f}\n"
            f"  after two answers:    the range holds the right grade {self.holds_after:.3f}, "
            f"mean width {self.width_after:.2f}, best grade right {self.best_after:.3f}"
        )


def before_and_after(library: Library, reader: Reads, duty: Mapping[str, Any]) -> tuple[Graded, Graded]:
    """One duty graded by its words, and after the questions."""
    framework = library.frameworks[duty["framework"]]
    by = rubric(framework, reader.grading)
    before = now = graded(by, [duty["text"]], lambda text: reader.speaks_of(text, framework.id))
    answers: list[Answer] = []
    while now.question is not None:
        option = now.question.option(duty["roles"][0])
        shown = tuple(each.id for each in now.question.options)
        answers.append(Answer(scale=now.question.name, role=option.id if option else "", shown=shown))
        now = graded(by, [duty["text"]], lambda text: reader.speaks_of(text, framework.id), answers)
    return before, now


def marked(library: Library, reader: Reads, duties: Sequence[Mapping[str, Any]]) -> Marks:
    """The marks of some duties."""
    told = [(duty, *before_and_after(library, reader, duty)) for duty in duties]

    def mean(values: Sequence[float]) -> float:
        return sum(values) / len(values)

    def holds(at: int) -> float:
        return mean([_holds(each[at], each[0]["grade"]) for each in told])

    def width(at: int) -> float:
        return mean([each[at].levels.span[1] - each[at].levels.span[0] + 1 for each in told])

    def best(at: int) -> float:
        return mean([each[at].levels.best in {each[0]["grade"], *each[0]["acceptable_grades"]} for each in told])

    return Marks(len(told), holds(1), width(1), best(1), holds(2), width(2), best(2))


def _holds(found: Graded, grade: int) -> bool:
    low, high = found.levels.span
    return low <= grade <= high


def read(path: Path) -> list[dict[str, Any]]:
    """The duties of a file."""
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def main() -> None:
    """Print the marks of each framework, and the duties that fall outside their range."""
    from bot.assistants import make_assistant

    assistant = make_assistant(Settings(_env_file=None))
    reader, out = assistant._reader, sys.stdout
    duties = read(Path(sys.argv[1]) if len(sys.argv) > 1 else DUTIES)
    for framework in assistant.frameworks:
        own = [duty for duty in duties if duty["framework"] == framework]
        if own:
            out.write(f"{framework}: {marked(assistant.library, reader, own)}\n")
    out.write(f"all: {marked(assistant.library, reader, duties)}\n")
    for duty in duties:
        for when, found in zip(("words", "answers"), before_and_after(assistant.library, reader, duty), strict=True):
            if not _holds(found, duty["grade"]):
                out.write(f"  {duty['id']} grade {duty['grade']}, {found.levels.span} after the {when}: {duty['text']}\n")


if __name__ == "__main__":
    main()
