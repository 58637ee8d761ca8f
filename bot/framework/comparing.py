"""What changes between two roles of a framework, competency by competency and strand by strand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bot.framework.model import Expectation, Framework, Role, Statement, Strand

Shift = Literal["same", "changes", "begins", "ends", "neither", "unsaid"]


@dataclass(frozen=True, slots=True)
class Growth:
    """A strand that both roles have, in other words: what the lower says that the higher does not repeat, and what the higher says.

    `before` is empty where everything the lower says stays and the higher only adds to it.
    """

    strand: Strand
    before: tuple[Statement, ...]
    after: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One competency at two roles. Every statement of `higher` is in exactly one of `stays`, `grows` and `new`."""

    competency: str
    lower: Expectation
    higher: Expectation
    stays: tuple[Statement, ...]
    grows: tuple[Growth, ...]
    new: tuple[Statement, ...]
    gone: tuple[Statement, ...]

    @property
    def shift(self) -> Shift:
        """What happens from the lower role to the higher; `unsaid` where the source is blank or unclear for either."""
        kinds = (self.lower.kind, self.higher.kind)
        if "blank" in kinds or "unclear" in kinds:
            return "unsaid"
        if kinds == ("not_expected", "not_expected"):
            return "neither"
        if "not_expected" in kinds:
            return "begins" if kinds[0] == "not_expected" else "ends"
        return "changes" if self.size else "same"

    @property
    def size(self) -> int:
        """How much changes, in statements: what is new or no longer mentioned counts double, what grows once."""
        return 2 * len(self.new) + 2 * len(self.gone) + sum(len(growth.after) for growth in self.grows)


def compare_expectations(lower: Expectation, higher: Expectation) -> Comparison:
    """Compare one competency at two roles."""
    stays, grows, new = [], [], []
    below, above = _by_strand(lower.statements), _by_strand(higher.statements)
    gone = [statement for strand, said in below.items() if strand not in above for statement in said]
    for strand, said in above.items():
        earlier = below.get(strand)
        if earlier is None:
            new += said
            continue
        stays += [s for s in said if s.text in {e.text for e in earlier}]
        after = tuple(s for s in said if s.text not in {e.text for e in earlier})
        before = tuple(e for e in earlier if e.text not in {s.text for s in said})
        if after:
            grows.append(Growth(after[0].strand, before, after))
        else:
            gone += before
    return Comparison(higher.competency, lower, higher, tuple(stays), tuple(grows), tuple(new), tuple(gone))


def compare_roles(framework: Framework, lower: str, higher: str, competencies: Iterable[str] = ()) -> tuple[Comparison, ...]:
    """Compare two roles over the competencies named, or over all, in the source's order."""
    chosen = tuple(competencies) or tuple(framework.competencies)
    return tuple(compare_expectations(framework.expectation(lower, c), framework.expectation(higher, c)) for c in chosen)


def largest_first(comparisons: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """The same comparisons, the largest change first; where a source is silent comes after what can be told."""
    return tuple(sorted(comparisons, key=lambda c: (c.shift == "unsaid", -c.size)))


def steps_between(framework: Framework, roles: Iterable[str]) -> tuple[tuple[Role, Role], ...]:
    """The pairs of roles to compare, lowest first.

    Roles of one grade are compared with each other. Roles of several grades are followed upwards along their path; where a path
    begins or ends, every role of the next grade is a way on.
    """
    chosen = [role for role in framework.roles.values() if role.id in set(roles)]
    grades = sorted({role.grade for role in chosen})
    if len(grades) == 1:
        return tuple(pairwise(chosen))
    pairs: list[tuple[Role, Role]] = []
    for below, above in pairwise(grades):
        lower, higher = _at(chosen, below), _at(chosen, above)
        pairs += [(low, high) for low in lower for high in higher if _leads(low, high, lower, higher)]
    return tuple(pairs)


def _leads(low: Role, high: Role, lower: Sequence[Role], higher: Sequence[Role]) -> bool:
    """Whether `high` follows `low`: the same path, or one of the two has no other role of its own path to meet."""
    if low.path == high.path:
        return True
    return low.path not in {role.path for role in higher} or high.path not in {role.path for role in lower}


def _at(roles: Iterable[Role], grade: int) -> list[Role]:
    return [role for role in roles if role.grade == grade]


def _by_strand(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.strand.id, []).append(statement)
    return found
