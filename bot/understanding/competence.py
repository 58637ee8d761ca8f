"""Which competencies a message is about: those it names, or those its words point to."""

from dataclasses import dataclass
from itertools import pairwise

from bot.understanding.evidence import Evidence
from bot.understanding.lexicon import Span
from bot.understanding.pointing import Pointed
from bot.understanding.slots import Slots

POINTS = 0.22  # from this score words point to a competency at all
SURELY = 0.5  # from this score they do so surely, if nothing else comes near
OVERRULES = 0.12  # another competency that leads the named one by this much is what is meant
OVERRULES_FROM = 0.6  # and so does one with this score where the word used means several others
PART = 0.45  # from this score each part of a list is a competency of its own
NEAR = 0.7  # a second competency with this share of the best score is as likely
_JOINS = frozenset({"and", ",", "/", "+", "or", "plus", "but", "also", "-", ";"})


@dataclass(frozen=True, slots=True)
class Competence:
    """Competencies with how they were heard. `sure` says that the words leave little doubt; `others` are the next likely ones."""

    ids: tuple[str, ...] = ()
    named: bool = False
    sure: bool = True
    ambiguous: bool = False
    others: tuple[str, ...] = ()


def competence(evidence: Evidence) -> Competence:
    """The competencies of a message; none where nothing points to any."""
    pointed = {hit.competency: hit for hit in evidence.pointed}
    listed = tuple(dict.fromkeys(part.competency for part in evidence.parts if part.score >= PART))
    if len(listed) > 1 and len(listed) == len(evidence.parts):
        return Competence(listed, named=True)
    named = _named(evidence.slots, pointed)
    best = evidence.pointed[0] if evidence.pointed else None
    if named and best is not None and _overruled(named, best, pointed):
        return Competence((best.competency,), named=True, sure=False, others=named)
    if named:
        return Competence(named, named=True, others=tuple(id_ for id_ in pointed if id_ not in named)[:2])
    ambiguous = evidence.slots.ids("ambiguous")
    if ambiguous:
        return _settled(ambiguous, evidence, pointed)
    if best is None or best.score < POINTS:
        return Competence(others=tuple(pointed)[:2], sure=best is None or best.score < POINTS / 2)
    near = [hit for hit in evidence.pointed[1:] if hit.score >= best.score * NEAR]
    return Competence((best.competency,), sure=best.score >= SURELY and not near, others=tuple(pointed)[1:3])


def _named(slots: Slots, pointed: dict[str, Pointed]) -> tuple[str, ...]:
    """The competencies named outright. Several count only where they stand side by side or are joined by a word such as "and"."""
    spans = [span for span in slots.spans if "competency" in span.kinds]
    ids = slots.ids("competency")
    if len(ids) < 2 or all(_joined(slots, left, right) for left, right in pairwise(spans)):
        return ids
    return (max(ids, key=lambda id_: pointed[id_].score if id_ in pointed else 0.0),)


def _joined(slots: Slots, left: Span, right: Span) -> bool:
    between = [token.word for token in slots.tokens[left.end : right.start]]
    return not between or any(word in _JOINS for word in between)


def _overruled(named: tuple[str, ...], best: Pointed, pointed: dict[str, Pointed]) -> bool:
    if best.competency in named or len(named) > 1:
        return False
    own = max((pointed[id_].score for id_ in named if id_ in pointed), default=0.0)
    return best.score >= own + OVERRULES


def _settled(ambiguous: tuple[str, ...], evidence: Evidence, pointed: dict[str, Pointed]) -> Competence:
    """A word that means several: other words of the message may settle it; else the first is as good as the next."""
    best = evidence.pointed[0] if evidence.pointed else None
    if best is not None and best.competency not in ambiguous and best.score >= OVERRULES_FROM:
        return Competence((best.competency,), named=True, sure=False, others=ambiguous[:2])
    ranked = sorted(ambiguous, key=lambda id_: -pointed[id_].score if id_ in pointed else 0.0)
    scores = [pointed[id_].score if id_ in pointed else 0.0 for id_ in ranked]
    clear = scores[0] >= POINTS and scores[0] * NEAR > scores[1]
    first = ranked[0] if clear else ambiguous[0]
    others = tuple(id_ for id_ in ranked if id_ != first)
    return Competence((first,), named=True, sure=clear, ambiguous=not clear, others=others[:2])
