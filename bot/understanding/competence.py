"""Which competencies a message is about: those it names, or those its words point to."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from bot.understanding.evidence import Evidence
from bot.understanding.lexicon import Span
from bot.understanding.slots import Slots

POINTS = 0.22  # from this score words point to a competency at all
POINTS_QUIETLY = 0.3  # and from this one where it holds no words but those of asking
SURELY = 0.2  # from this lead a competency is meant with little doubt
OVERRULES = 0.12  # another competency that leads the named one by this much is what is meant
OVERRULES_FROM = 0.4  # and so does one with this score where the word used means several others
BESIDE = 0.4  # a competency named beside another counts if words point to it with this share of the other's score
PLAINLY = 0.4  # from this score words point plainly
PART, PART_OF_MORE = 0.45, 0.36  # from this score each part of a list is a competency of its own: of two, and of three or more
LISTED_PLAINLY, BESIDE_A_LIST = 0.6, 0.4  # parts with this score are one each, if the others have less than that
SHOWN = 2  # so many meanings of an ambiguous word are shown side by side; of more, one asks which is meant
SETTLES = 0.12  # one meaning of an ambiguous word that leads the next by this much is what is meant
NAMED_LEADS = 0.3  # what a competency gains by being named outright
LISTED, NEAR = 2, 8  # so many words stand between the parts of a list, and at most between two competencies that are joined
_ENDS = frozenset({".", "?", "!"})
_JOINS = frozenset({"and", ",", "/", "+", "or", "plus", "but", "also", "-", ";"})


@dataclass(frozen=True, slots=True)
class Competence:
    """Competencies with how they were heard.

    `other` is the next likely one, and `lead` how far it is behind: 0 as likely, 1 out of the question. `score` is how
    plainly the words point there. `ambiguous` says that the word used means several: `also` are the others where they are few enough to
    be shown side by side, `many` where they are more and nothing else is told.
    """

    ids: tuple[str, ...] = ()
    named: bool = False
    also: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    ambiguous: bool = False
    other: str | None = None
    lead: float = 1.0
    score: float = 1.0

    @property
    def sure(self) -> bool:
        """Whether the words leave little doubt."""
        return bool(self.ids) and self.lead >= SURELY and self.score >= PLAINLY


def competence(evidence: Evidence) -> Competence:
    """The competencies of a message; none where nothing points to any."""
    scores = {hit.competency: hit.score for hit in evidence.pointed}
    least = PART_OF_MORE if len(evidence.parts) > 2 else PART  # noqa: PLR2004 (two parts)
    listed = tuple(dict.fromkeys(part.competency for part in evidence.parts if part.score >= least))
    if len(listed) > 1 and len(listed) == len(evidence.parts):
        return Competence(listed, named=True)
    named, plain = _named(evidence.slots, scores), _plainly_listed(evidence)
    if len(plain) > 1 and set(named) <= set(plain):
        return Competence(plain, named=True)
    ambiguous = evidence.slots.ids("ambiguous")
    if named:
        return _among_named(named, scores)
    if ambiguous:
        return _settled(ambiguous, scores, more=evidence.more)
    best, second = _best_two(scores)
    least = POINTS if evidence.more else POINTS_QUIETLY
    if best is None or scores[best] < least:
        return Competence(other=best, lead=least - scores[best] if best else 1.0)
    return Competence((best,), other=second, lead=scores[best] - scores.get(second or "", 0.0), score=scores[best])


def _plainly_listed(evidence: Evidence) -> tuple[str, ...]:
    """What the parts of a list plainly point to, where the others point nowhere: "whats wanted for qualifications and for safety"."""
    plain = [part.competency for part in evidence.parts if part.score >= LISTED_PLAINLY]
    rest = [part for part in evidence.parts if part.score < LISTED_PLAINLY and part.competency not in plain]
    return () if any(part.score >= BESIDE_A_LIST for part in rest) else tuple(dict.fromkeys(plain))


def _best_two(scores: Mapping[str, float]) -> tuple[str | None, str | None]:
    ranked = [*scores, None, None]
    return ranked[0], ranked[1]


def _among_named(named: tuple[str, ...], scores: Mapping[str, float]) -> Competence:
    """Competencies named outright, unless other words of the message plainly point elsewhere."""
    best, second = _best_two(scores)
    if len(named) > 1 or best is None:
        return Competence(named, named=True)
    own = scores.get(named[0], 0.0)
    if best != named[0] and scores[best] >= own + OVERRULES:
        return Competence((best,), named=True, other=named[0], lead=scores[best] - own - OVERRULES)
    other = second if best == named[0] else best
    return Competence(named, named=True, other=other, lead=NAMED_LEADS + own - scores.get(other or "", 0.0))


def _named(slots: Slots, scores: Mapping[str, float]) -> tuple[str, ...]:
    """The competencies named outright. Several count only where they stand side by side or are joined by a word such as "and"."""
    spans = [span for span in slots.spans if "competency" in span.kinds]
    ids = slots.ids("competency")
    if ids[1:] and all(_joined(slots, left, right, LISTED) for left, right in pairwise(spans)):
        return ids
    strongest = max((scores.get(id_, 0.0) for id_ in ids), default=0.0)
    ids = tuple(id_ for id_ in ids if scores.get(id_, 0.0) >= strongest * BESIDE)
    if not ids[1:] or all(_joined(slots, left, right) for left, right in pairwise(spans)):
        return ids
    return (max(ids, key=lambda id_: scores.get(id_, 0.0)),)


def _joined(slots: Slots, left: Span, right: Span, most: int = NEAR) -> bool:
    placed = [span.start for span in slots.grade_spans] + [span.start for span in slots.spans if span.kinds & {"role", "path"}]
    if any(left.end <= start < right.start for start in placed):  # "prep room, junior apprentice - what safety"
        return False
    between = [token.word for token in slots.tokens[left.end : right.start]]
    return not between or (len(between) <= most and _ENDS.isdisjoint(between) and any(word in _JOINS for word in between))


def _settled(ambiguous: tuple[str, ...], scores: Mapping[str, float], *, more: bool) -> Competence:
    """A word that means several: other words of the message may settle it; else the likeliest comes first."""
    best, _ = _best_two(scores)
    if more and best is not None and best not in ambiguous and scores[best] >= OVERRULES_FROM:
        return Competence((best,), named=True, other=ambiguous[0], lead=scores[best] - OVERRULES_FROM)
    ranked = sorted(ambiguous, key=lambda id_: -scores.get(id_, 0.0))
    lead = scores.get(ranked[0], 0.0) - scores.get(ranked[1], 0.0)
    if more and lead >= SETTLES:
        return Competence((ranked[0],), named=True, other=ranked[1], lead=lead)
    rest = tuple(ranked[1:])
    also, many = (rest, ()) if len(ranked) <= SHOWN else ((), () if more else rest)
    return Competence((ranked[0],), named=True, also=also, many=many, ambiguous=True, other=ranked[1], lead=lead)
