"""Whether a cell answers a yes-or-no question: only where one of its statements holds every telling word of the question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.framework.around import denies
from bot.framework.closest import Close, closest, held, telling, verbs
from bot.framework.model import Expectation, Framework, Statement

_WORD = re.compile(r"[a-z]+")
_ALMOST = 0.6  # a statement with this share of the best score is as near
MOST_NEAR = 2
_LEAST = 2  # one shared word decides nothing


class Verdict(StrEnum):
    """What the words of a cell say to a yes-or-no question."""

    YES = "yes"
    SOMETHING = "something"  # yes, something is expected of the competency as a whole
    ALLOWED = "allowed"  # yes, where it was asked whether one can: it may be part of the role
    OPTIONAL = "optional"  # where it was asked whether one must: it may be part of the role
    MAY = "may"  # partly: it can be part of the role
    LIMITED = "limited"  # partly: within a limit that the words name
    NO = "no"
    OPEN = "open"  # the words do not decide it
    OTHERWISE = "otherwise"  # nothing in the cell comes near the words
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict on a cell: the statements that come nearest to the question, closest first, and the rest of them."""

    verdict: Verdict
    cell: Expectation
    nearest: tuple[Statement, ...] = ()
    rest: tuple[Statement, ...] = ()


def judged(framework: Framework, cell: Expectation, question: str) -> Judged:
    """What a cell says to a question. Never a yes that a statement does not carry."""
    if not cell.statements:
        return Judged(Verdict.NO if cell.kind == "not_expected" else Verdict.SILENT, cell)
    words = framework.wanted
    asked = words.in_charge.sub(" ", words.obliged.sub(" ", question))
    found = closest(framework, cell, asked)
    wanted = _told(framework, cell, found[0], asked)
    verdict = _verdict(framework, found, wanted, question) if wanted else Verdict.OPEN
    nearest = _nearest(framework, found, wanted, verdict, question)
    return Judged(verdict, cell, nearest, tuple(each for each in cell.statements if each not in nearest))


def _nearest(
    framework: Framework, found: Sequence[Close], wanted: frozenset[str], verdict: Verdict, question: str
) -> tuple[Statement, ...]:
    denied = tuple(each.statement for each in found if _rules_out(framework, each.statement.text, wanted, question))
    if verdict is Verdict.NO and denied:
        return denied[:MOST_NEAR]
    if verdict is not Verdict.SOMETHING:
        return near(found)
    plain = _plain(framework, found)
    return tuple(each for each in plain if wanted & held(each.text)) or plain


def _rules_out(framework: Framework, text: str, wanted: frozenset[str], question: str) -> bool:
    """Whether a statement denies what is asked, or something wider: who does no marking does not mark student work."""
    if not denies(framework, text):
        return False
    denied = [stem for stem in telling(framework, text) if stem not in framework.wanted.denying_words]
    said = telling(framework, question)
    wider = any(list(said[at : at + len(denied)]) == denied for at in range(len(said))) if denied else False
    return wider or wanted <= held(text)


def near(found: Sequence[Close]) -> tuple[Statement, ...]:
    """The statements that come nearest to the words, closest first; all of them where none comes near."""
    best = found[0].score if found else 0.0
    return tuple(close.statement for close in found if close.score >= best * _ALMOST)[: MOST_NEAR if best else None]


def _told(framework: Framework, cell: Expectation, best: Close, question: str) -> frozenset[str]:
    """The telling words of a question, without those that only name the role: "manager", but not "manage"."""
    role = framework.roles[cell.role]
    called = " ".join((role.title, *role.titles, framework.paths[role.path].name)).lower()
    titles = frozenset(_WORD.findall(called))
    words = [
        word
        for word in _WORD.findall(question.lower())
        if not word.endswith(framework.wanted.doer_endings) or word.removesuffix("s") not in titles
    ]
    return frozenset(telling(framework, " ".join(words))) - (held(called) - held(best.statement.text))


def _plain(framework: Framework, found: Sequence[Close]) -> tuple[Statement, ...]:
    """The closest statements that say something without a limit."""
    plain = [
        each.statement for each in found if _limit(framework, each.statement.text) is None and not denies(framework, each.statement.text)
    ]
    return tuple(plain[:MOST_NEAR])


def _verdict(framework: Framework, found: Sequence[Close], wanted: frozenset[str], question: str) -> Verdict:
    best = found[0]
    if not best.score:
        return Verdict.OTHERWISE
    if framework.wanted.negated.search(question):
        return Verdict.OPEN
    if any(_rules_out(framework, each.statement.text, wanted, question) for each in found):
        return Verdict.NO
    if wanted <= _names(framework, best.statement):
        texts = [close.statement.text for close in found]
        if framework.wanted.anything.search(question):
            return _as_a_whole(framework, texts)
        named = [text for text in texts if wanted <= held(text)]
        if framework.wanted.in_charge.search(question) and named:
            return _as_a_whole(framework, named)
    return _of_statement(framework, best, wanted, question)


def _of_statement(framework: Framework, best: Close, wanted: frozenset[str], question: str) -> Verdict:
    text = best.statement.text
    own, done = held(text), framework.wanted.done(question)
    if denies(framework, text) or (done and done not in text.lower()):
        return Verdict.OPEN
    limit = _limit(framework, text, wanted)
    if limit is Verdict.MAY and framework.wanted.obliged.search(question) and wanted <= own:
        return Verdict.OPTIONAL
    if limit is not None:
        return _within(framework, limit, best, wanted, question)
    described = [held(phrase) for phrase in best.descriptions if not framework.wanted.negated.search(phrase)]
    carries = len(wanted) >= _LEAST and wanted & verbs(framework, text) and any(wanted <= own | more for more in (own, *described))
    return Verdict.YES if carries and not (framework.wanted.negated.search(text) or framework.wanted.either.search(text)) else Verdict.OPEN


def _within(framework: Framework, limit: Verdict, best: Close, wanted: frozenset[str], question: str) -> Verdict:
    """The verdict of a statement with a limit, where it and its descriptions hold the question and its verb."""
    described = [phrase for phrase in best.descriptions if not framework.wanted.negated.search(phrase)]
    does = wanted & set().union(*(verbs(framework, words) for words in (best.statement.text, *described)))
    if not does or not wanted <= held(best.statement.text).union(*map(held, described)):
        return Verdict.OPEN
    return Verdict.ALLOWED if limit is Verdict.MAY and framework.wanted.permitted.search(question) else limit


def _limit(framework: Framework, text: str, wanted: frozenset[str] = frozenset()) -> Verdict | None:
    """How a statement limits what it says; a word that the question holds too is no limit."""
    if framework.wanted.may.search(text):
        return Verdict.MAY
    return Verdict.LIMITED if any(not held(found[0]) & wanted for found in framework.wanted.limit.finditer(text)) else None


def _as_a_whole(framework: Framework, texts: Sequence[str]) -> Verdict:
    """Whether something is expected at all, where the question names nothing but the competency."""
    telling_ones = [text for text in texts if not denies(framework, text)]
    if any(_limit(framework, text) is None for text in telling_ones):
        return Verdict.SOMETHING
    return _limit(framework, telling_ones[0]) or Verdict.OPEN if telling_ones else Verdict.OPEN


def _names(framework: Framework, statement: Statement) -> frozenset[str]:
    """The stems of the names of the competency that a statement's strand belongs to."""
    home = next(each for each in framework.competencies.values() if statement.strand in each.strands)
    return held(" ".join((home.name, home.short, *home.names.values())))
