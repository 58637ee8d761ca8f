"""The two sides of a review beside each other: the biggest differences first, what both put low, and what an agenda is made of."""

from dataclasses import dataclass

from bot.reviews.review import Review, Subject

MOST_TALKED_OF = 5
APART = 1.0
"""Marks as far apart as this are worth talking of."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A row with what each of the two gave it; `comment` is the reviewer's."""

    row: Subject
    own: float | None
    other: float | None
    comment: str

    @property
    def apart(self) -> float | None:
        """How far the two marks are from each other; None where one is missing."""
        return None if self.own is None or self.other is None else abs(self.own - self.other)


def pairs(review: Review) -> tuple[Pair, ...]:
    """Every row: the biggest difference first, of the same ones the lowest marks; rows that only one has marked come last."""
    found = [_pair(review, row) for row in review.rows]
    both = sorted((each for each in found if each.apart is not None), key=lambda each: (-(each.apart or 0.0), _sum(each)))
    return (*both, *(each for each in found if each.apart is None))


def to_talk_of(review: Review) -> tuple[Pair, ...]:
    """The rows that a one-to-one begins with: those that are far apart, and where these are few, those that both put lowest."""
    both = [each for each in pairs(review) if each.apart is not None]
    far = [each for each in both if (each.apart or 0.0) >= APART]
    low = sorted((each for each in both if each not in far), key=_sum)
    return tuple((*far, *low)[:MOST_TALKED_OF])


def _pair(review: Review, row: Subject) -> Pair:
    own, other = review.own.of(row.id), review.other.of(row.id)
    return Pair(row, own.mark, other.mark, other.comment)


def _sum(pair: Pair) -> float:
    return (pair.own or 0.0) + (pair.other or 0.0)
