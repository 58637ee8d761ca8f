"""Who does a duty: the grades and roles whose words say so, or honestly none."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.framework.around import denies
from bot.framework.closest import closest, telling, verbs
from bot.framework.model import Framework, Role
from bot.understanding.evidence import Evidence
from bot.understanding.listening import Ear

SPEAKS = 2.0  # from this score a cell speaks of what was asked
SPEAKS_OF_NAMED = 0.5  # and from this, if the competency was named
LIKELY = 0.72  # a cell with this share of the best score is as likely
LIKELY_SAME = 0.67  # and with this share, where it holds the very statement that was asked for
MOST_MATCHES = 4
LEAST = 0.6  # so much a grade takes of how plainly the words point to a competency, ...
KNOWN_TELLS = 0.4  # ... so much of the share of them that the framework speaks of, ...
NOWHERE_TELLS = 0.6  # ... without so much of how plainly they tell of what it does not speak of
MOSTLY_KNOWN = 0.6  # of one duty of a list, where the framework speaks of less than this ...
POINTS_PLAINLY = 0.5  # ... and the words point to no competency with this score, it says nothing of it;
POINTS_FAINTLY = 0.15  # nor where they point to none with this one
HARDLY = 0.1  # how strongly the cells of a competency speak of words that only point to it
MOST_SPEAKING = 60  # further cells share a common word at most
HARDLY_KNOWN = 0.3  # of what a question that goes on tells itself, where the framework speaks of less than this it says nothing of it
BEFORE = 0.15  # what the words of the questions before count in one that goes on from them ...
SAME_GRADE = 0.8  # ... and a cell of the grade that those were about: "and who authorises it?" asks for another
LIKELY_END = 0.8  # and with this share, where the lowest or the highest is asked for
LIKELY_NAMED = 0.5  # and with this one, where nothing but a word for the competency is said then
Narrowing = Literal["supervision", "budget"]
End = Literal["lowest", "highest"]


@dataclass(frozen=True, slots=True)
class Match:
    """A cell that speaks of a duty, with how strongly."""

    role: str
    competency: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The grades and roles of a duty, best first; `range` is the lowest and highest likely grade. Empty where the framework gives none.

    `question` is what would narrow the range: who supervises whom, or who decides over the budget.
    """

    grades: tuple[int, ...] = ()
    roles: tuple[str, ...] = ()
    range: tuple[int, int] | None = None
    matches: tuple[Match, ...] = ()
    question: Narrowing | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty that is asked about: `latest` is what was typed last.

    `evidence` is that of all that was said, `own` that of what was typed last and `before` that of the questions which it goes on from.
    """

    said: str
    latest: str
    evidence: Evidence
    own: Evidence
    before: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which grades are asked for.

    `offered` are those that a question names ("is that a 6 or a 7?"). For those that are `settled` the question before asked yes or no
    ("does a 6 do marking?" … "which grade does?"). `end` asks where a duty begins, or up to where it goes, beyond them.
    """

    offered: Collection[int] = ()
    end: End | None = None
    settled: Collection[int] = ()

    def may_be(self, grade: int) -> bool:
        """Whether a grade can be the answer."""
        if self.settled and self.end is not None:
            return grade > max(self.settled) if self.end == "lowest" else grade < min(self.settled)
        return grade not in self.settled and (not self.offered or grade in self.offered)


@dataclass(frozen=True, slots=True)
class Speaks:
    """The cells that the words of a duty speak of, the strongest first, and the competency that they plainly point to, if any.

    `weakly` says that the framework may well say nothing of it: most of the words are none of its own and point nowhere plainly, or
    they hardly point anywhere.
    """

    matches: tuple[Match, ...] = ()
    about: str | None = None
    weakly: bool = False


def speaks_of(ear: Ear, evidence: Evidence) -> Speaks:
    """What a framework says of a duty, whatever its grade."""
    framework = ear.framework
    hits = [Match(role, competency, score) for (role, competency), score in ear.cells(evidence.slots, ())[:MOST_SPEAKING]]
    stated = tuple(hit for hit in hits if hit.score > 0 and framework.expectation(hit.role, hit.competency).kind == "stated")
    pointed = evidence.pointed[0] if evidence.pointed else None
    about = pointed.competency if pointed and pointed.score >= POINTS_PLAINLY else None
    if about and not stated:
        cells = framework.competencies[about].expectations.values()
        stated = tuple(Match(cell.role, about, HARDLY) for cell in cells if cell.kind == "stated")
    faintly = pointed is None or pointed.score < POINTS_FAINTLY
    return Speaks(stated, about, weakly=about is None and (faintly or ear.known(evidence.slots) < MOSTLY_KNOWN))


def duty(ear: Ear, said: str) -> Duty:
    """Hear a duty; `said` holds the questions that it goes on from in lines above it."""
    before, _, latest = said.rpartition("\n")
    whole = ear.evidence(said)
    return Duty(said, latest, whole, ear.evidence(latest), ear.evidence(before)) if before else Duty(said, said, whole, whole)


def find_grades(ear: Ear, asked: Duty, competencies: Sequence[str], wanted: Wanted) -> Found:
    """The grades that a duty belongs to; `competencies` narrows the search."""
    framework, end = ear.framework, wanted.end
    if _says_nothing(ear, asked.evidence) or _tells_of_something_else(ear, asked):
        return Found()
    hits = [hit for hit in _hits(ear, asked, competencies) if wanted.may_be(framework.roles[hit.role].grade)]
    stated = [hit for hit in hits if framework.expectation(hit.role, hit.competency).kind == "stated"]
    if not stated or stated[0].score < (SPEAKS_OF_NAMED if competencies else SPEAKS):
        return Found() if asked.evidence.more else _stated(framework, competencies, wanted)
    if end is not None and not asked.evidence.more and _is_called(framework, competencies, asked.evidence):
        return _stated(framework, competencies, wanted)
    share = LIKELY if end is None else LIKELY_END if asked.evidence.more else LIKELY_NAMED
    same = _same_words(framework, stated, asked)
    likely = [hit for hit in stated if hit.score >= stated[0].score * share or hit in same]
    if end is None:
        ordered = _lowest_of_equal(framework, likely, same)
    else:
        ordered = sorted(likely, key=lambda hit: framework.roles[hit.role].grade, reverse=end == "highest")
    found = tuple(dict.fromkeys(framework.roles[hit.role].grade for hit in ordered))
    roles = tuple(dict.fromkeys(hit.role for hit in ordered))
    return Found(found, roles, (min(found), max(found)), tuple(ordered[:MOST_MATCHES]), _narrowing(ordered[0]) if len(found) > 1 else None)


def _hits(ear: Ear, asked: Duty, competencies: Sequence[str]) -> list[Match]:
    """The cells that a duty speaks of, best first; where it goes on from other questions and tells more, its own words lead."""
    if asked.before is None or not ear.tells_a_duty(asked.own.slots):
        return [Match(role, of, score) for (role, of), score in ear.cells(asked.evidence.slots, competencies)]
    roles = ear.framework.roles
    before = ear.cells(asked.before.slots, competencies)
    answered = roles[before[0][0][0]].grade if before else None
    scores = {cell: score * BEFORE for cell, score in before}
    for cell, score in ear.cells(asked.own.slots, competencies):
        scores[cell] = scores.get(cell, 0.0) + score
    hits = [Match(role, of, score * (SAME_GRADE if roles[role].grade == answered else 1.0)) for (role, of), score in scores.items()]
    return sorted(hits, key=lambda hit: -hit.score)


def _says_nothing(ear: Ear, evidence: Evidence) -> bool:
    """Whether the framework gives no grade: the words point to no competency plainly enough for how little of them it speaks of."""
    points = max((hit.score for hit in evidence.pointed), default=0.0)
    return points + KNOWN_TELLS * ear.known(evidence.slots) - NOWHERE_TELLS * ear.nowhere(evidence.slots) < LEAST


def _tells_of_something_else(ear: Ear, asked: Duty) -> bool:
    """Whether a question that goes on from another tells of something that the framework hardly speaks of."""
    return asked.before is not None and asked.own.more and ear.known(asked.own.slots) < HARDLY_KNOWN


def _narrowing(best: Match) -> Narrowing:
    return "budget" if "budget" in best.competency else "supervision"


def _same_words(framework: Framework, stated: Sequence[Match], asked: Duty) -> tuple[Match, ...]:
    """The cells that hold the very statement which comes nearest to what was said: they are as likely as the best."""
    near = closest(framework, framework.expectation(stated[0].role, stated[0].competency), asked.said)
    text = near[0].statement.text if near else ""
    if not verbs(framework, text) & set(telling(framework, asked.latest)[:1]):
        return ()
    close = [hit for hit in stated if hit.score >= stated[0].score * LIKELY_SAME]
    return tuple(hit for hit in close if any(text == own.text for own in framework.expectation(hit.role, hit.competency).statements))


def _lowest_of_equal(framework: Framework, likely: Iterable[Match], same: Collection[Match]) -> list[Match]:
    """Best first; where cells of one competency say the same, the lowest grade leads: there the duty begins."""
    best = max((hit.score for hit in likely), default=0.0)
    return sorted(likely, key=lambda hit: (-round(best if hit in same else hit.score, 1), framework.roles[hit.role].grade))


def _stated(framework: Framework, competencies: Sequence[str], wanted: Wanted) -> Found:
    """Where no words match but one competency is named, it is where that competency begins, or up to where it goes."""
    if len(competencies) != 1:
        return Found()
    stated = [role for role in framework.roles.values() if framework.expectation(role.id, competencies[0]).kind == "stated"]
    stated = [role for role in stated if wanted.may_be(role.grade)]
    roles = [role for role in stated if not _denied(framework, role, competencies[0])] or stated
    if not roles:
        return Found()
    grades = [role.grade for role in roles]
    answer = max(grades) if wanted.end == "highest" else min(grades)
    there = [role for role in roles if role.grade == answer]
    matches = tuple(Match(role.id, competencies[0], 0.0) for role in there)
    return Found((answer,), tuple(role.id for role in there), (min(grades), max(grades)), matches)


def _is_called(framework: Framework, competencies: Sequence[str], evidence: Evidence) -> bool:
    """Whether a competency is called by its very name, and not by a word for something that is done there: "speaks at conferences"."""
    of = framework.competencies[competencies[0]] if len(competencies) == 1 else None
    names = {name.casefold() for name in (*of.names.values(), of.short)} if of else set()
    said = [span.words.casefold() for span in evidence.slots.spans if span.ids("competency")]
    return bool(said) and names.issuperset(said)


def _denied(framework: Framework, role: Role, competency: str) -> bool:
    """Whether a cell says what is not done: there the competency has hardly begun."""
    return all(denies(framework, statement.text) for statement in framework.expectation(role.id, competency).statements)
