"""Gathering the evidence of a message for one framework."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from bot.framework.model import Framework
from bot.understanding.evidence import Evidence
from bot.understanding.language import Language
from bot.understanding.passages import Passages
from bot.understanding.pointing import Pointed, Pointer
from bot.understanding.reading import Intent
from bot.understanding.slots import Listener, Slots
from bot.understanding.tokens import Tokenizer

MOST_PARTS = 5
TELLING = 0.5  # a word as loud as this tells something
PART_TELLS = 0.6  # and so does a part of a list that points to a competency this plainly, whatever its words
VERB_TELLS = 0.36  # and so does the verb after "who", from this on
MOST_POINTED = 5
WORDS_ALONE = 0.3  # how much shared words tell of a cell that the learnt weights do not point to
QUIET_AFTER = 0.00075  # a word in this share of the sentences of other subjects counts half when competencies are looked for
TOLD_AFTER = 6.0  # and twice as loud again for every so many everyday phrases for a duty that it stands in
ABOUT_COMPETENCIES = frozenset({Intent.EXPECTATIONS, Intent.COMPARE, Intent.FIND_GRADE, Intent.DEVELOPMENT})
# What is told in these may be of any competency, so their words do not point nowhere.
TELLS_OF_COMPETENCIES = ABOUT_COMPETENCIES | {Intent.LOG_EVIDENCE, Intent.SHOW_EVIDENCE}


def quiet_words(language: Language, tokenizer: Tokenizer, framework: Framework) -> dict[str, float]:
    """Words of asking, by stem, with how loud they count when competencies of a framework are looked for (1 for a word not given).

    Counted in the sentences that are not about a competency: a word that is common there tells little, unless duties are often told
    with it too, as "signs" and "tells".
    """
    counted: Counter[str] = Counter()
    sentences = 0
    asks = ((intent, ask) for intent, asked in language.asks.items() for ask in asked)
    for intent, ask in (*asks, *language.typed()):
        if intent not in ABOUT_COMPETENCIES:
            sentences += 1
            counted.update({token.stem for token in tokenizer.tokens(ask)})
    cells = (cell for competency in framework.competencies.values() for cell in competency.expectations.values())
    duties = Counter(stem for cell in cells for said in cell.also_said for stem in set(tokenizer.phrase(said)))
    after = QUIET_AFTER * sentences
    return {stem: 1 / (1 + count / (after * (1 + duties[stem] / TOLD_AFTER))) for stem, count in counted.items()}


class Ear:
    """Hears messages for one framework and gathers their evidence."""

    def __init__(
        self, listener: Listener, pointer: Pointer, quiet: Mapping[str, float], stems: Collection[str], told: Iterable[str]
    ) -> None:
        self._listener = listener
        self._pointer = pointer
        self._stems = stems
        self._told = told
        self._quiet = {stem: loud for stem, loud in quiet.items() if stem not in listener.naming}

    @cached_property
    def _passages(self) -> Passages:
        """The cells by their words; made when first needed, for few messages are."""
        return Passages(self._told, self._listener.before_verb)

    @property
    def framework(self) -> Framework:
        """The framework heard for."""
        return self._listener.framework

    def evidence(self, text: str) -> Evidence:
        """The evidence of a message."""
        slots = self._listener.hear(text)
        pointed = self._pointer.pointed(slots.loose, MOST_POINTED)
        asked = self._listener.without_learning(slots, known=False)
        return Evidence(slots, tuple(pointed), self._foreign(slots), asked, self._parts(slots), self.says_more(slots))

    def knowing_what_to_learn(self, evidence: Evidence) -> Evidence:
        """The evidence of a message where what is to be learnt, if anything is, was talked of before."""
        return replace(evidence, asked=self._listener.without_learning(evidence.slots, known=True))

    def of_learning(self, evidence: Evidence, *, known: bool) -> Evidence:
        """The evidence of what is to be learnt, if the message asks about development: without the words that speak of learning itself.

        `known` says that what is to be learnt was talked of before.
        """
        slots, rest = self._listener.without_learning(evidence.slots, known=known), self._listener.to_learn(evidence.slots)
        pointed = evidence.pointed if len(rest) == len(slots.loose) else tuple(self._pointer.pointed(rest, MOST_POINTED))
        return replace(evidence, slots=slots, pointed=pointed, parts=evidence.parts if slots is evidence.slots else ())

    def _parts(self, slots: Slots) -> tuple[Pointed, ...]:
        """What each part of a list points to; empty where the message holds no list."""
        listed = self._listener.parts(slots)
        if len(listed) < 2:  # noqa: PLR2004 (a list)
            return ()
        found = [(part, best) for part in listed if (best := next(iter(self._pointer.pointed(part, 1)), None))]
        parts = tuple(best for part, best in found if self._tells(part) or best.score >= PART_TELLS)
        return parts if 1 < len(parts) <= MOST_PARTS else ()

    def _tells(self, part: Iterable[str]) -> bool:
        """Whether a part of a list tells anything, and does not only say what is wanted: "budgets and planning, explain please"."""
        return any(self._quiet.get(stem, 1.0) > TELLING and stem not in self._listener.adds_nothing for stem in part)

    def cells(self, slots: Slots, competencies: Iterable[str]) -> list[tuple[tuple[str, str], float]]:
        """The cells (role, competency) that the words of a message speak of, best first."""
        pointed = self._pointer.cells(slots.loose)
        found = self._passages.cells(slots.loose, self._listener.asked_of_whom(slots), frozenset(competencies), self._quiet)
        scored = [(cell, score * (WORDS_ALONE + max(pointed.get(cell, 0.0), 0.0))) for cell, score in found]
        return sorted(scored, key=lambda hit: -hit[1])

    def known(self, slots: Slots) -> float:
        """How much of what a message tells the framework's statements speak of at all: 0 nothing, 1 all. What it calls by name counts."""
        named = _named(slots)
        return self._passages.known([stem for stem in slots.loose if stem not in named], self._quiet, len(named))

    def nowhere(self, slots: Slots) -> float:
        """How much a message tells of what no cell speaks of: 0 nothing, 1 plainly."""
        return self._pointer.nowhere(slots.loose)

    def strange(self, text: str) -> tuple[str, ...]:
        """The words, as typed, that stand neither in the framework nor in any way of asking; not those of a grade, a role or a name."""
        slots = self._listener.hear(text)
        named = {at for span in slots.grade_spans for at in range(span.start, span.end)}
        named |= {at for span in slots.spans for at in range(span.start, span.end)}
        left = (token for at, token in enumerate(slots.tokens) if at not in named and token.word.isalpha())
        return tuple(token.typed for token in left if token.stem not in self._stems and token.stem not in self._quiet)

    def says_more(self, slots: Slots) -> bool:
        """Whether a message tells anything of a duty beside the name of a competency."""
        said = _named(slots) | self._listener.adds_nothing
        return any(stem not in said and self._quiet.get(stem, 1.0) > TELLING for stem in slots.loose)

    def tells_a_duty(self, slots: Slots) -> bool:
        """Whether a message tells anything of a duty, if only its verb after "who": "and who drafts them"."""
        asked = [stem for stem in self._listener.asked_of_whom(slots) if self._quiet.get(stem, 1.0) > VERB_TELLS]
        return self.says_more(slots) or self._passages.begins_with(asked)

    def _foreign(self, slots: Slots) -> float:
        """The share of telling words that the framework never uses; one such word alone is half of a message."""
        telling = [stem for stem in slots.loose if self._tells([stem])]
        unknown = [stem for stem in telling if stem not in self._stems]
        return len(unknown) / max(len(telling), 2)


def _named(slots: Slots) -> set[str]:
    """The stems that name a competency, or several."""
    naming = [span for span in slots.spans if span.kinds & {"competency", "ambiguous"}]
    return {slots.tokens[at].stem for span in naming for at in range(span.start, span.end)}
