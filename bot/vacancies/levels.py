"""How likely each grade is: shares that add up to one, narrowed by what is learnt, and the smallest run of grades that holds enough."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

ENOUGH = 0.93
"""A range of grades holds this share of what is likely. Measured: it then holds the right grade of nine unseen duties in ten."""
AGREED = 0.85
"""How far a duty is believed where several of one job are put together: the rest says nothing."""
FULL_WEIGHT = 3
"""The duties of one job tell no more than so many that tell independently, for one person wrote them all about one thing."""


@dataclass(frozen=True, slots=True)
class Levels:
    """A share for each grade of a framework, the lowest grade first; the shares add up to 1."""

    shares: tuple[tuple[int, float], ...]

    @property
    def grades(self) -> tuple[int, ...]:
        """Every grade, the lowest first."""
        return tuple(grade for grade, _ in self.shares)

    @property
    def best(self) -> int:
        """The likeliest grade; the lower of two that are equally likely."""
        return max(self.shares, key=lambda each: (each[1], -each[0]))[0]

    @property
    def span(self) -> tuple[int, int]:
        """The shortest run of grades that holds enough, and of those as short the likeliest: its lowest and highest grade."""
        runs = (self.shares[at : at + wide] for wide in range(1, len(self.shares) + 1) for at in range(len(self.shares) - wide + 1))
        enough = next(len(run) for run in runs if _total(run) >= ENOUGH or len(run) == len(self.shares))
        likeliest = max((self.shares[at : at + enough] for at in range(len(self.shares) - enough + 1)), key=_total)
        return likeliest[0][0], likeliest[-1][0]

    @property
    def doubt(self) -> float:
        """How open it still is (the entropy): 0 where one grade is sure."""
        return -sum(share * math.log(share) for _, share in self.shares if share > 0)

    def of(self, grade: int) -> float:
        """The share of a grade."""
        return dict(self.shares).get(grade, 0.0)

    def within(self, span: tuple[int, int]) -> float:
        """The share of a run of grades."""
        return sum(share for grade, share in self.shares if span[0] <= grade <= span[1])

    def times(self, factors: Mapping[int, float]) -> "Levels":
        """The same after something was learnt that is so much likelier at each grade; a grade that is not given keeps its own."""
        return levels({grade: share * factors.get(grade, 1.0) for grade, share in self.shares})


def levels(weights: Mapping[int, float]) -> Levels:
    """Weights as shares; all alike where there are none."""
    total = sum(weights.values())
    return Levels(tuple((grade, weights[grade] / total if total else 1 / len(weights)) for grade in sorted(weights)))


def evenly(grades: Iterable[int]) -> Levels:
    """Nothing is known."""
    return levels(dict.fromkeys(grades, 1.0))


def together(of_duties: Iterable[Levels], grades: Iterable[int]) -> Levels:
    """The grade of a job out of those of its duties: their product, in which no duty rules a grade out."""
    told, every = tuple(of_duties), tuple(grades)
    if len(told) < 2:  # noqa: PLR2004 - one is what it is
        return told[0] if told else evenly(every)
    weight = min(len(told), FULL_WEIGHT) / len(told)
    rest = (1 - AGREED) / len(every)
    logs = {grade: weight * sum(math.log(AGREED * each.of(grade) + rest) for each in told) for grade in every}
    highest = max(logs.values())
    return levels({grade: math.exp(log - highest) for grade, log in logs.items()})


def _total(run: Iterable[tuple[int, float]]) -> float:
    return sum(share for _, share in run)
