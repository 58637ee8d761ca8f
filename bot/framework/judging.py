"""Whether a cell answers a yes-or-no question: only where one of its statements holds every telling word of the question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.framework.around import denies
from bot.framework.asking import NEGATED, OBLIGED, PERMITTED
from bot.framework.closest import Close, closest, held, telling, verbs
from bot.framework.model import Expectation, Framework, Statement

_MAY = re.compile(r"\b(may|might|could|can|depends|sometimes|occasionally)\b", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(authorisation|with guidance|supervision|supervised|overseen|advised|directed|direction|under|until|unless|if|where|when"
    r"|within existing|contributes?|contributing|assists?|assisting|helps?|helping|input|limited|some|basic|towards|minor|support"
    r"|an academic)\b",
    re.IGNORECASE,
)
_ANYTHING = re.compile(r"\b(expected|supposed|involved|anything|part of)\b|\w \bdo\b", re.IGNORECASE)
_IN_CHARGE = re.compile(
    r"\b(?:responsible for|responsibility for|in charge of|look(?:s|ing)? after|deal(?:s|ing)? with|handl(?:e|es|ing)|hold(?:s|ing)?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+")
_DOER = ("er", "ers", "or", "ors", "ian", "ians", "ist", "ists")  # such a word is somebody, and no duty
_NOTHING = frozenset({"not", "no", "any", "never"})
_EITHER = re.compile(r"\bor\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|am|be|been|being|get|gets)\b.*?\b(?!expected|supposed|allowed|required|needed)(\w+ed)\b", re.IGNORECASE)
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
    asked = _IN_CHARGE.sub(" ", OBLIGED.sub(" ", question))
    found = closest(framework, cell, asked)
    wanted = _told(framework, cell, found[0], asked)
    verdict = _verdict(framework, found, wanted, question) if wanted else Verdict.OPEN
    nearest = _nearest(found, wanted, verdict, question)
    return Judged(verdict, cell, nearest, tuple(each for each in cell.statements if each not in nearest))


def _nearest(found: Sequence[Close], wanted: frozenset[str], verdict: Verdict, question: str) -> tuple[Statement, ...]:
    denied = tuple(each.statement for each in found if _rules_out(each.statement.text, wanted, question))
    if verdict is Verdict.NO and denied:
        return denied[:MOST_NEAR]
    if verdict is not Verdict.SOMETHING:
        return near(found)
    plain = _plain(found)
    return tuple(each for each in plain if wanted & held(each.text)) or plain


def _rules_out(text: str, wanted: frozenset[str], question: str) -> bool:
    """Whether a statement denies what is asked, or something wider: who does no marking does not mark student work."""
    if not denies(text):
        return False
    denied = [stem for stem in telling(text) if stem not in _NOTHING]
    said = telling(question)
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
    words = [word for word in _WORD.findall(question.lower()) if not word.endswith(_DOER) or word.removesuffix("s") not in titles]
    return frozenset(telling(" ".join(words))) - (held(called) - held(best.statement.text))


def _plain(found: Sequence[Close]) -> tuple[Statement, ...]:
    """The closest statements that say something without a limit."""
    plain = [each.statement for each in found if _limit(each.statement.text) is None and not denies(each.statement.text)]
    return tuple(plain[:MOST_NEAR])


def _verdict(framework: Framework, found: Sequence[Close], wanted: frozenset[str], question: str) -> Verdict:
    best = found[0]
    if not best.score:
        return Verdict.OTHERWISE
    if NEGATED.search(question):
        return Verdict.OPEN
    if any(_rules_out(each.statement.text, wanted, question) for each in found):
        return Verdict.NO
    if wanted <= _names(framework, best.statement):
        texts = [close.statement.text for close in found]
        if _ANYTHING.search(question):
            return _as_a_whole(texts)
        named = [text for text in texts if wanted <= held(text)]
        if _IN_CHARGE.search(question) and named:
            return _as_a_whole(named)
    return _of_statement(best, wanted, question)


def _of_statement(best: Close, wanted: frozenset[str], question: str) -> Verdict:
    text = best.statement.text
    own, passive = held(text), _PASSIVE.search(question)
    if denies(text) or (passive and passive[1].lower() not in text.lower()):
        return Verdict.OPEN
    limit = _limit(text, wanted)
    if limit is Verdict.MAY and OBLIGED.search(question) and wanted <= own:
        return Verdict.OPTIONAL
    if limit is not None:
        return _within(limit, best, wanted, question)
    described = [held(phrase) for phrase in best.descriptions if not NEGATED.search(phrase)]
    carries = len(wanted) >= _LEAST and wanted & verbs(text) and any(wanted <= own | more for more in (own, *described))
    return Verdict.YES if carries and not (NEGATED.search(text) or _EITHER.search(text)) else Verdict.OPEN


def _within(limit: Verdict, best: Close, wanted: frozenset[str], question: str) -> Verdict:
    """The verdict of a statement with a limit, where it and its descriptions hold the question and its verb."""
    described = [phrase for phrase in best.descriptions if not NEGATED.search(phrase)]
    does = wanted & verbs(best.statement.text).union(*map(verbs, described))
    if not does or not wanted <= held(best.statement.text).union(*map(held, described)):
        return Verdict.OPEN
    return Verdict.ALLOWED if limit is Verdict.MAY and PERMITTED.search(question) else limit


def _limit(text: str, wanted: frozenset[str] = frozenset()) -> Verdict | None:
    """How a statement limits what it says; a word that the question holds too is no limit."""
    if _MAY.search(text):
        return Verdict.MAY
    return Verdict.LIMITED if any(not held(word) & wanted for word in _LIMIT.findall(text)) else None


def _as_a_whole(texts: Sequence[str]) -> Verdict:
    """Whether something is expected at all, where the question names nothing but the competency."""
    telling_ones = [text for text in texts if not denies(text)]
    if any(_limit(text) is None for text in telling_ones):
        return Verdict.SOMETHING
    return _limit(telling_ones[0]) or Verdict.OPEN if telling_ones else Verdict.OPEN


def _names(framework: Framework, statement: Statement) -> frozenset[str]:
    """The stems of the names of the competency that a statement's strand belongs to."""
    home = next(each for each in framework.competencies.values() if statement.strand in each.strands)
    return held(" ".join((home.name, home.short, *home.names.values())))
