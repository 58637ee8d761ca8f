"""What decides between grades: for each scale, what the framework's own statements say of it, role by role, as answers to choose from."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.framework.around import denies
from bot.framework.model import Expectation, Framework, Role, Statement
from bot.understanding.grading import SCALES, Grading, ScaleName
from bot.vacancies.levels import Levels

NEAR: Mapping[int, float] = {0: 1.0, 1: 0.35, 2: 0.1}
"""How likely somebody is to choose an answer whose grade is so far from the right one; further away FAR."""
FAR = 0.03
NONE_OF_THEM = 0.35  # how likely it is that none of the answers fits, at a grade that one of them speaks of
FEWEST = 2
MOST_OPTIONS = 6


@dataclass(frozen=True, slots=True)
class Option:
    """An answer: a statement with the roles of which the framework says it; `cells` are where it stands."""

    statement: Statement
    roles: tuple[Role, ...]
    cells: tuple[Expectation, ...]

    @property
    def id(self) -> str:
        """By which a press names it: its first role."""
        return self.roles[0].id

    @property
    def grades(self) -> frozenset[int]:
        """Its grades."""
        return frozenset(role.grade for role in self.roles)


@dataclass(frozen=True, slots=True)
class Scale:
    """Something that decides, with its answers, the lowest grade first."""

    name: ScaleName
    options: tuple[Option, ...]

    def shown(self, likely: Levels) -> "Scale":
        """With the answers of the likely grades alone, and of one grade below and above them."""
        low, high = likely.span
        below = max((grade for grade in likely.grades if grade < low), default=low)
        above = min((grade for grade in likely.grades if grade > high), default=high)
        near = [option for option in self.options if any(below <= grade <= above for grade in option.grades)]
        ranked = sorted(near, key=lambda option: -max(likely.of(grade) for grade in option.grades))[:MOST_OPTIONS]
        return Scale(self.name, tuple(option for option in near if option in ranked))

    def option(self, role: str) -> Option | None:
        """The answer that a role stands for."""
        return next((option for option in self.options if role in {each.id for each in option.roles}), None)


def scales(framework: Framework, words: Grading) -> tuple[Scale, ...]:
    """Every scale of which a framework says different things at different grades."""
    found = (_scale(framework, words, name) for name in SCALES)
    return tuple(scale for scale in found if len({option.grades for option in scale.options}) >= FEWEST)


def after(likely: Levels, grades: Iterable[int]) -> Levels:
    """What is likely after an answer that is given at these grades."""
    chosen = tuple(grades)
    places = {grade: at for at, grade in enumerate(likely.grades)}
    far = {grade: min(abs(places[grade] - places[each]) for each in chosen if each in places) for grade in likely.grades}
    return likely.times({grade: NEAR.get(distance, FAR) for grade, distance in far.items()})


def after_none(likely: Levels, shown: Iterable[Option]) -> Levels:
    """What is likely after none of the answers shown was right."""
    return likely.times(dict.fromkeys((grade for option in shown for grade in option.grades), NONE_OF_THEM))


def doubt_after(likely: Levels, scale: Scale) -> float:
    """How open it would still be, on average, after an answer."""
    shares = [sum(likely.of(grade) / _so_many(scale, grade) for grade in option.grades) for option in scale.options]
    left = 1 - sum(shares)
    return (
        sum(share * after(likely, option.grades).doubt for share, option in zip(shares, scale.options, strict=True))
        + max(left, 0.0) * likely.doubt
    )


def _so_many(scale: Scale, grade: int) -> int:
    return sum(grade in option.grades for option in scale.options)


def _scale(framework: Framework, words: Grading, name: ScaleName) -> Scale:
    """Of each role the statement that speaks most of it, in the competency that does so through the grades."""
    hits = {text: words.speaks(name, text) for text in _every_text(framework)}
    leading = _leading(framework, hits)
    of_text: dict[str, list[Expectation]] = defaultdict(list)
    chosen: dict[str, Statement] = {}
    for role in framework.roles.values():
        best = _best(framework, role, hits, leading)
        if best:
            of_text[best[1].text].append(best[0])
            chosen[best[1].text] = best[1]
    options = (Option(chosen[text], tuple(framework.roles[cell.role] for cell in cells), tuple(cells)) for text, cells in of_text.items())
    return Scale(name, tuple(sorted(options, key=lambda option: min(option.grades))))


def _leading(framework: Framework, hits: Mapping[str, int]) -> Mapping[tuple[str, str], float]:
    """How much each strand of a competency is about a scale: at how many roles it speaks of that, and at how many the competency does."""
    strands: Counter[tuple[str, str]] = Counter()
    competencies: Counter[str] = Counter()
    for cell in _cells(framework):
        found = {each.strand.id for each in cell.statements if hits.get(each.text)}
        strands.update((cell.competency, strand) for strand in found)
        competencies.update([cell.competency] if found else [])
    return {key: number * competencies[key[0]] ** 2 for key, number in strands.items()}


def _best(
    framework: Framework, role: Role, hits: Mapping[str, int], leading: Mapping[tuple[str, str], float]
) -> tuple[Expectation, Statement] | None:
    """What a role adds to the scale; where it adds nothing, what it has from another."""
    cells = [framework.expectation(role.id, id_) for id_ in framework.competencies]
    told = [(cell, each) for cell in cells for each in cell.statements if hits.get(each.text)]
    return max(told, key=lambda found: (leading[_key(*found)] * math.sqrt(hits[found[1].text]), found[1].role == role.id), default=None)


def _key(cell: Expectation, statement: Statement) -> tuple[str, str]:
    return cell.competency, statement.strand.id


def _cells(framework: Framework) -> Iterator[Expectation]:
    for competency in framework.competencies.values():
        yield from competency.expectations.values()


def _every_text(framework: Framework) -> Sequence[str]:
    """Every statement that says what is done, once."""
    texts = (each.text for cell in _cells(framework) for each in cell.statements)
    return tuple(text for text in dict.fromkeys(texts) if not denies(framework, text))
