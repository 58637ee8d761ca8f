"""One duty against the framework: how likely each grade is, and the expectations that come nearest to its words."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.framework.closest import closest, held
from bot.framework.closest import telling as telling_words
from bot.framework.model import Expectation, Framework, Role, Statement
from bot.understanding.amounts import Amount
from bot.understanding.finding import Match, Speaks
from bot.vacancies.levels import Levels, evenly, levels
from bot.vacancies.telling import Telling

SPREAD = 0.15  # a cell whose score is this share of the best score lower is a third (1/e) as likely
PLAIN = 3.0  # words with a lower score than this tell less the lower it is
BESIDE = 0.05  # what a likely grade lends to each next one: frameworks draw no sharp lines
LEAST = 0.01  # no grade is out of the question on words alone
STEEP, ANYWHERE = 0.15, 0.05  # how far from its usual place on the ladder an amount is still likely, and how likely anywhere else
TAKEN_OVER = 0.5  # how much a cell counts whose nearest statement a lower grade has as well: a duty belongs where it begins
NEARLY_NOTHING = 0.02  # a cell of less weight decides nothing, so nobody looks for where its statement begins
MOST_QUOTED = 2
ALMOST = 0.6  # a second expectation is quoted if it comes this near


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement of the framework, and every role of which the same competency says it."""

    statement: Statement
    cell: Expectation
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty, how likely each grade is, and the expectations nearest to it; `silent`: the framework may well say nothing of it."""

    text: str
    levels: Levels
    quotes: tuple[Quote, ...] = ()
    silent: bool = False


def matched(framework: Framework, telling: Telling, text: str, speaks: Speaks, amounts: Sequence[Amount] = ()) -> Duty:
    """One duty, by the cells that its words speak of, the signs in it, and the amounts that it names."""
    grades = tuple(sorted(framework.grades))
    if not speaks.matches:
        return Duty(text, evenly(grades), silent=True)
    likely = _smoothed(_of_cells(framework, speaks.matches, text), grades, min(speaks.matches[0].score / PLAIN, 1.0))
    found = levels({grade: share + LEAST for grade, share in likely.items()}).times(telling.factors(text, grades))
    for amount in amounts:
        found = found.times(leaning(grades, amount.height))
    quotes = () if speaks.weakly else _quotes(framework, _of_subject(speaks), found, text)
    return Duty(text, evenly(grades) if speaks.weakly else found, quotes, speaks.weakly)


def leaning(grades: Sequence[int], height: float) -> dict[int, float]:
    """How much likelier each grade of a ladder is for an amount that usually stands so high on it."""
    top = max(len(grades) - 1, 1)
    return {grade: ANYWHERE + math.exp(-(((at / top - height) / STEEP) ** 2) / 2) for at, grade in enumerate(grades)}


def _of_subject(speaks: Speaks) -> tuple[Match, ...]:
    """The cells to quote from: where no cell is spoken of plainly, those of the competency that the words point to."""
    own = tuple(match for match in speaks.matches if match.competency == speaks.about)
    return own if own and speaks.matches[0].score < PLAIN else speaks.matches


def _of_cells(framework: Framework, matches: Sequence[Match], text: str) -> dict[int, float]:
    """A weight for each grade: that of its cell which comes nearest."""
    best, words = matches[0].score, frozenset(telling_words(framework, text))
    found: dict[int, float] = {}
    for match in matches:
        grade = framework.roles[match.role].grade
        weight = math.exp((match.score - best) / (SPREAD * max(best, 1.0)))
        if weight > NEARLY_NOTHING and _begins_lower(framework, match, words):
            weight *= TAKEN_OVER
        found[grade] = max(found.get(grade, 0.0), weight)
    return found


def _begins_lower(framework: Framework, match: Match, words: Collection[str]) -> bool:
    """Whether what a cell says of the words is said of a lower grade already: a duty belongs where it begins."""
    cell, own = framework.expectation(match.role, match.competency), framework.roles[match.role].grade
    shared = {each.text: len(held(each.text).intersection(words)) for each in cell.statements}
    said = max(shared, key=lambda text: shared[text], default="")
    others = framework.competencies[match.competency].expectations.values()
    return any(framework.roles[each.role].grade < own and any(s.text == said for s in each.statements) for each in others)


def _smoothed(weights: dict[int, float], grades: Sequence[int], plainly: float) -> dict[int, float]:
    """Shares out of weights, each lending a little to its neighbours, and evened out where the words are hardly known."""
    total = sum(weights.values())
    found = dict.fromkeys(grades, 0.0)
    for at, grade in enumerate(grades):
        lent = [BESIDE ** abs(at - other) for other in range(len(grades))]
        for other, share in zip(grades, lent, strict=True):
            found[other] += weights.get(grade, 0.0) / total * share / sum(lent)
    return {grade: plainly * share + (1 - plainly) / len(grades) for grade, share in found.items()}


def _quotes(framework: Framework, matches: Sequence[Match], found: Levels, text: str) -> tuple[Quote, ...]:
    """The one or two expectations to show: the nearest, those of likely grades first."""
    likely = sorted(matches, key=lambda match: -match.score * math.sqrt(found.of(framework.roles[match.role].grade)))
    least = matches[0].score * ALMOST
    quotes: dict[str, Quote] = {}
    for match in (each for each in likely if each.score >= least):
        cell = framework.expectation(match.role, match.competency)
        nearest = closest(framework, cell, text)
        if nearest:
            quotes.setdefault(nearest[0].statement.text, _quote(framework, cell, nearest[0].statement))
    return tuple(quotes.values())[:MOST_QUOTED]


def _quote(framework: Framework, cell: Expectation, statement: Statement) -> Quote:
    every = framework.competencies[cell.competency].expectations
    roles = tuple(framework.roles[role] for role, other in every.items() if any(each.text == statement.text for each in other.statements))
    return Quote(statement, cell, roles)
