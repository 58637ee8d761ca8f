"""What the signs in a duty tell of its grade: how often each stands in what a framework says at each grade, in whatever competency."""

from collections import Counter
from collections.abc import Iterable, Mapping

from bot.framework.around import denies
from bot.framework.model import Expectation, Framework
from bot.understanding.signs import Signs

SEEN_BEFORE = 2.0  # so many cells that say what all say are added to each grade: few cells prove little
NEVER = 0.02  # a sign that no cell of a grade holds is not impossible there
MOST_STRONG = 0.8  # how much the signs count beside the words: they are not independent of each other


class Telling:
    """Counted once for a framework: the share of the cells of each grade that hold a sign."""

    def __init__(self, framework: Framework, signs: Signs) -> None:
        self._signs = signs
        self._cells: Counter[int] = Counter()
        self._held: dict[tuple[str, int], float] = {}
        for competency in framework.competencies.values():
            for cell in competency.expectations.values():
                self._count(framework.roles[cell.role].grade, _texts(framework, cell))

    def _count(self, grade: int, texts: tuple[str, ...]) -> None:
        if not texts:
            return
        self._cells[grade] += 1
        for sign, number in Counter(sign for text in texts for sign in self._signs.heard(text)).items():
            self._held[sign, grade] = self._held.get((sign, grade), 0.0) + number / len(texts)

    def factors(self, duty: str, grades: Iterable[int]) -> Mapping[int, float]:
        """How much likelier than on average the signs of a duty are at each grade."""
        every = tuple(grades)
        found = dict.fromkeys(every, 1.0)
        for sign in sorted(self._signs.heard(duty)):
            rates = {grade: self._rate(sign, grade) for grade in every}
            mean = sum(rates.values()) / len(rates)
            found = {grade: found[grade] * (rates[grade] / mean) ** MOST_STRONG for grade in every}
        return found

    def _rate(self, sign: str, grade: int) -> float:
        overall = sum(self._held.get((sign, each), 0.0) for each in self._cells) / max(self._cells.total(), 1)
        return (self._held.get((sign, grade), 0.0) + SEEN_BEFORE * overall + NEVER) / (self._cells[grade] + SEEN_BEFORE)


def _texts(framework: Framework, cell: Expectation) -> tuple[str, ...]:
    """What a cell says is done, and how people describe it."""
    return (*(each.text for each in cell.statements if not denies(framework, each.text)), *cell.also_said)
