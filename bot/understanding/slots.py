"""What a message names: grades, roles, paths, competencies, topics, opportunities, each with the words it was heard in."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.framework.model import Competency, Framework, Library, Role
from bot.understanding.grades import GradeFinder, GradeSpan
from bot.understanding.language import Language
from bot.understanding.lexicon import ANY, Kind, Lexicon, Span
from bot.understanding.name_parts import parts_of_names
from bot.understanding.spelling import Speller
from bot.understanding.tokens import Token, Tokenizer

DESCRIPTOR = "(Descriptor)"
FEW = 7  # words of a message that hardly tells more than whom it is about
MOST_OPENING = 3  # so many words may stand before "who": "ok and then who"
CLOSE_BY = 5  # so many words stand at most between "training" and what it is in
_BRACKETED = re.compile(r"\s*\([^()]{1,40}\)\s*")
_BEFORE_SUBJECT = frozenset({"but", "and", ",", ".", ":", "-", "/", "?", "about", "on", "for", "around", "re", "of", "with", "at", "does"})
_AFTER_SUBJECT = frozenset({",", ".", ":", "-", "/", "?", "for", "at", "as", "in", "involve", "entail", "cover", "then", "please"})
_OURS = frozenset({"my", "our"})
_ANY = frozenset({"any", "some"})
_WHICH, _MAY = frozenset({"what", "which"}), frozenset({"can", "could", "should", "would", "is", "are"})
_LINKS_GRADES = frozenset({"and", "a", "an", "the", "or", ",", "/", "plus", "&", "+"})
_DIVIDES = frozenset({",", "/", "+", "and", ";", "&", "plus"})


@dataclass(frozen=True, slots=True)
class Slots:
    """What was heard in one message. `grades` in order, without repeats; `spans` are known phrases; `loose` the stems of other words.

    `words` are the words as read, without marks; `alone` those that may stand for a title by themselves: "the lead one", "what about
    senior", but not "the lead technician" or "lead a team".
    """

    tokens: tuple[Token, ...]
    grade_spans: tuple[GradeSpan, ...]
    spans: tuple[Span, ...]
    loose: tuple[str, ...]
    words: tuple[str, ...]
    corrected: Mapping[str, str]
    alone: frozenset[str] = frozenset()

    @property
    def grades(self) -> tuple[int, ...]:
        """The grades named, in order."""
        return tuple(dict.fromkeys(span.grade for span in self.grade_spans))

    @property
    def plural(self) -> bool:
        """Whether a grade stands for everybody there: "do the 8s"."""
        last = [self.tokens[span.end - 1].word for span in self.grade_spans if span.end > span.start]
        return any(word == "s" or (word.isalpha() and word.endswith("s")) for word in last)

    @property
    def bands(self) -> tuple[int, ...]:
        """The bands that grades were named by, in order."""
        return tuple(dict.fromkeys(span.band for span in self.grade_spans if span.band is not None))

    @property
    def few(self) -> bool:
        """Whether it has so few words that it hardly tells more than whom it is about."""
        return len(self.words) <= FEW

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """The ids of one kind, in order, without repeats."""
        return tuple(dict.fromkeys(id_ for span in self.spans for id_ in span.ids(kind)))

    def has(self, *kinds: Kind) -> bool:
        """Whether anything of these kinds was heard."""
        return any(span.kinds & set(kinds) for span in self.spans)


def _longest_title(slots: Slots) -> int:
    """How many words the longest title heard has."""
    return max((len(span.words.split()) for span in slots.spans if "role" in span.kinds), default=0)


def _besides(tokens: Sequence[Token], grades: Sequence[GradeSpan], spans: Sequence[Span]) -> list[Token]:
    """The tokens that name neither a grade nor a role, be it by its path: "grade 5 technicians"."""
    taken = {at for span in grades for at in range(span.start, span.end)}
    edges = {edge for span in grades for edge in (span.start, span.end)}
    roles = [span for span in spans if span.kinds & {"role", "next", "below"} or ("path" in span.kinds and edges & {span.start, span.end})]
    taken |= {at for span in roles for at in range(span.start, span.end)}
    return [token for at, token in enumerate(tokens) if at not in taken]


def _beside(slots: Slots, one: Span, other: Span) -> bool:
    """Whether two phrases stand together without a word or mark between them that makes a list of them."""
    between = slots.tokens[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) <= CLOSE_BY and not any(token.word in _DIVIDES or token.word == "or" for token in between)


def _between_grades(slots: Slots) -> set[int]:
    """The words that only stand between two grades, by identity: the "and a" of "between a 4 and a 5"."""
    gaps = [slots.tokens[left.end : right.start] for left, right in pairwise(slots.grade_spans)]
    return {id(token) for gap in gaps if all(token.word in _LINKS_GRADES for token in gap) for token in gap}


def _is_any(slots: Slots, span: Span) -> bool:
    """Whether what is named is one of its kind, whichever: "any training going", "what training can I have"."""
    before = slots.tokens[span.start - 1].word if span.start else ""
    after = slots.tokens[span.end].word if span.end < len(slots.tokens) else ""
    return before in _ANY or (before in _WHICH and after in _MAY)


def _presents(span: Span, tokens: Sequence[Token]) -> bool:
    """Whether a title is that by which the asker begins: "lab manager here, ..."."""
    return bool(span.kinds & {"role", "path"}) and span.end < len(tokens) and tokens[span.end].word == "here"


def _forms(title: str) -> list[str]:
    """A title as people say it: "Senior (Descriptor) Technician" is "senior technician" and "senior <any word> technician"."""
    if DESCRIPTOR not in title:
        return [title]
    inside = not title.startswith(DESCRIPTOR)
    return [title.replace(DESCRIPTOR, ""), *([title.replace(DESCRIPTOR, ANY)] if inside else [])]


def _one_of_several(role: Role) -> list[str]:
    """What a role is called too, by the titles that give a choice: "Apprentice / Assistant (Descriptor) Technician"."""
    return [part.strip() for title in role.titles for part in title.split("/")[:-1]]


def _by_band(framework: Framework) -> dict[int, list[int]]:
    """The grades of each band."""
    bands: dict[int, list[int]] = {}
    for grade in framework.grades.values():
        for band in grade.bands:
            bands.setdefault(band, []).append(grade.grade)
    return bands


class Listener:
    """Hears the slots of one framework. Building it reads every phrase of the framework once."""

    def __init__(self, framework: Framework, library: Library, language: Language, tokenizer: Tokenizer, vocabulary: Iterable[str]) -> None:
        self.framework = framework
        self._tokenizer = tokenizer
        self._lexicon = Lexicon(tokenizer)
        self._learning = frozenset(tokenizer.stem(word) for word in language.words.learning_words)
        self._says_little = frozenset(language.words.says_little)
        self._described = frozenset(language.words.described)
        self._somebody = frozenset(language.words.somebody)
        self._own = frozenset(language.words.own)
        self._reporting = frozenset(language.words.reports)
        self.before_verb = frozenset(tokenizer.stem(word) for word in language.words.before_verb)
        self._who_does = sorted((tuple(phrase.split()) for phrase in language.words.who_does), key=len, reverse=True)
        nothing = (*language.words.begins, *language.words.ends, *language.words.fillers, *language.words.set_aside, *language.words.drops)
        self.adds_nothing = frozenset(tokenizer.stem(word) for phrase in nothing for word in phrase.split())
        self._common = frozenset(language.words.common)
        self._before_rank = frozenset(language.words.before_rank)
        self._after_rank = frozenset(language.words.after_rank)
        self._asking = frozenset(language.words.asking)
        self._grade_words = frozenset((tokenizer.stem(word),) for word in language.words.grade_words)
        self._grades = GradeFinder(language.words, framework.grades, _by_band(framework))
        self.naming: set[str] = set()
        self._add_phrases(framework, library, language)
        self._speller = Speller(vocabulary, self._lexicon.words | set(language.words.grade_words))

    def _add_phrases(self, framework: Framework, library: Library, language: Language) -> None:
        self._add_roles(framework)
        named = {each.id: {*each.names.values(), each.short} for each in framework.competencies.values()}
        short = parts_of_names(named, self._tokenizer, self._common | self._says_little | self._learning)
        for competency in framework.competencies.values():
            self._add_competency(competency, () if competency.aliases else short[competency.id])
        for ambiguity in framework.ambiguities:
            for phrase in ambiguity.words:
                for competency_id in ambiguity.competencies:
                    self._lexicon.add(phrase, "ambiguous", competency_id)
        self._add_shared(library, language)

    def _add_roles(self, framework: Framework) -> None:
        """Titles name roles; but a title that is also how a path is called ("technician") names the path."""
        families = {self._tokenizer.phrase(phrase) for path in framework.paths.values() for phrase in path.aliases}
        for path in framework.paths.values():
            for phrase in path.aliases:
                self._lexicon.add(phrase, "path", path.id)
        for role in framework.roles.values():
            for phrase in self._titles(role):
                if self._tokenizer.phrase(phrase) not in families:
                    self._lexicon.add(phrase, "role", role.id)
            for phrase in _one_of_several(role):
                self._lexicon.add(phrase, "shared", role.id)

    def _titles(self, role: Role) -> list[str]:
        """How a role is called; a title that two roles share names neither."""
        forms = [form for title in (*role.titles, role.title) for form in _forms(title)]
        return [*(form for form in forms if self._is_unique(form)), *role.aliases]

    def _add_competency(self, competency: Competency, short: Iterable[str]) -> None:
        for phrase in (*competency.aliases, *short, *self._names(competency)):
            if self._tokenizer.phrase(phrase) not in self._grade_words:  # of "A levels" no more is left than "level"
                self._lexicon.add(phrase, "competency", competency.id)
        for phrase in competency.aliases:
            key = self._tokenizer.phrase(phrase)
            self.naming.update(key if len(key) == 1 else ())

    def _names(self, competency: Competency) -> list[str]:
        """The names of a competency, but for single words that any question may hold ("change")."""
        names = dict.fromkeys((*competency.names.values(), competency.short))
        heard = self._says_little | {name.lower() for name in names if len(self._tokenizer.phrase(name)) > 1}
        return [name for name in names if name.lower() not in self._common - heard]

    def _add_shared(self, library: Library, language: Language) -> None:
        """Frameworks, topics and opportunities are heard in every framework: those of another are answered as such."""
        for framework in library.frameworks.values():
            for phrase in (framework.id, framework.name, framework.institution):
                self._lexicon.add(phrase, "framework", framework.id)
            self._add_guidance(framework)
        for phrase in language.words.next_grade:
            self._add_step("next", phrase, language.words.counts)
        for phrase in language.words.grade_below:
            self._add_step("below", phrase, language.words.counts)

    def _add_step(self, kind: Kind, phrase: str, counts: Mapping[str, int]) -> None:
        """A step to another grade, and so many of it: "grade above", "two grades above", "two up"."""
        self._lexicon.add(phrase, kind, "1")
        for words, count in counts.items():
            several = phrase.replace("one", words, 1) if "one" in phrase.split() else f"{words} {phrase}"
            self._lexicon.add(several, kind, str(count))
            self._lexicon.add(f"{phrase} {words}", kind, str(count))

    def _add_guidance(self, framework: Framework) -> None:
        for topic in framework.topics.values():
            for phrase in topic.aliases:
                self._lexicon.add(phrase, "topic", topic.id)
        for opportunity in framework.development.opportunities.values() if framework.development else ():
            for phrase in (opportunity.name, *opportunity.aliases):
                self._lexicon.add(phrase, "opportunity", opportunity.id)

    def _is_unique(self, title: str) -> bool:
        return sum(title in (role.title, *role.titles) for role in self.framework.roles.values()) <= 1

    def asked_of_whom(self, slots: Slots) -> tuple[str, ...]:
        """The stems after "who" or "which grade", where a message begins so; else none."""
        words = [token.word for token in slots.tokens]
        for at in range(min(MOST_OPENING, len(words))):
            for asking in self._who_does:
                if tuple(words[at : at + len(asking)]) == asking:
                    return self._tokenizer.key(slots.tokens[at + len(asking) :])
        return ()

    def hear(self, text: str) -> Slots:
        """The slots of a message; brackets inside a title say what somebody works with: "lead technical (laser) specialist"."""
        heard = self._hear(text)
        if not _BRACKETED.search(text):
            return heard
        without = self._hear(_BRACKETED.sub(" ", text))
        return without if _longest_title(without) > _longest_title(heard) else heard

    def _hear(self, text: str) -> Slots:
        tokens, corrected = self._spelled(text)
        grades = self._grades.find(tokens)
        in_grades = {at for span in grades for at in range(span.start, span.end)}
        spans = [span for span in self._lexicon.spans(tokens) if in_grades.isdisjoint(range(span.start, span.end))]
        spans = [span for span in spans if not self._describes(span, tokens) and self._is_subject(span, tokens, grades)]
        besides = _besides(tokens, grades, spans)
        named = {id(token) for span in spans for token in tokens[span.start : span.end]}
        besides = [token for token in besides if token.word not in self._says_little or id(token) in named]
        loose = self._tokenizer.key(besides)
        words = tuple(token.word for token in tokens if not token.is_mark)
        meant = tuple(span for span in spans if not (self._reports(span, tokens) or (grades and _presents(span, tokens))))
        return Slots(tuple(tokens), tuple(grades), meant, loose, words, corrected, self._alone(tokens, meant))

    def _alone(self, tokens: Sequence[Token], spans: Sequence[Span]) -> frozenset[str]:
        """The words outside of titles that stand where a title would: "the lead one"."""
        titled = {at for span in spans if span.kinds & {"role", "path"} for at in range(span.start, span.end)}
        around = [None, *(None if token.is_mark or token.word == "?" else token.word for token in tokens), None]
        placed = zip(around, tokens, around[2:], strict=False)
        return frozenset(
            token.word
            for at, (before, token, after) in enumerate(placed)
            if at not in titled and (before is None or before in self._before_rank) and (after is None or after in self._after_rank)
        )

    def _describes(self, span: Span, tokens: Sequence[Token]) -> bool:
        """Whether the word for a path only describes a thing, or is somebody's: "specialist equipment", "my line manager"."""
        after = tokens[span.end].word if span.end < len(tokens) else ""
        before = tokens[span.start - 1].word if span.start else ""
        named = {before, f"{before} {tokens[span.start].word}"}
        return span.kinds == {"path"} and (after in self._described or not named.isdisjoint(self._somebody))

    def _little(self, span: Span, tokens: Sequence[Token]) -> bool:
        return all(token.word in self._says_little for token in tokens[span.start : span.end])

    def _is_subject(self, span: Span, tokens: Sequence[Token], grades: Sequence[GradeSpan]) -> bool:
        """Whether a word that any question may hold names a competency: "change, grade 6" does, "what would change" does not."""
        if not self._little(span, tokens):
            return True
        before = tokens[span.start - 1].word if span.start else ","
        after = tokens[span.end].word if span.end < len(tokens) else ","
        leads = {token.word for token in tokens[max(0, span.start - 2) : span.start]} == {"comes", "to"}  # "when it comes to change"
        begins = leads or before in _BEFORE_SUBJECT or any(grade.end == span.start for grade in grades)
        return begins and (after in _AFTER_SUBJECT or any(grade.start == span.end for grade in grades))

    def _reports(self, span: Span, tokens: Sequence[Token]) -> bool:
        """Whether a title is that of somebody who tells the asker something: "my lab manager says I need", "manager says I"."""
        after = tokens[span.end].word if span.end < len(tokens) else ""
        before = {token.word for token in tokens[max(0, span.start - 2) : span.start]}
        of_asker = any(token.word in self._own for token in tokens[span.end :])
        theirs = span.start == 0 or bool(before & _OURS)
        return bool(span.kinds & {"role", "path"}) and theirs and after in self._reporting and of_asker

    def without_learning(self, slots: Slots, *, known: bool) -> Slots:
        """The slots without what only says that something is learnt: "budget training" names budgets, not training as well.

        Where what is to be learnt is `known`, training is never that itself: "how would I learn that".
        """
        naming = [span for span in slots.spans if span.kinds & {"competency", "ambiguous"}]
        learning = [span for span in naming if all(token.stem in self._learning for token in slots.tokens[span.start : span.end])]
        aside = [
            span
            for span in learning
            if known or _is_any(slots, span) or any(_beside(slots, span, other) for other in naming if other not in learning)
        ]
        return replace(slots, spans=tuple(span for span in slots.spans if span not in aside)) if aside else slots

    def to_learn(self, slots: Slots) -> list[str]:
        """The stems that may speak of what is learnt: not those of learning itself, nor of an opportunity."""
        means = {at for span in slots.spans if span.kinds == {"opportunity"} for at in range(span.start, span.end)}
        aside = {slots.tokens[at].stem for at in means} | self._learning
        return [stem for stem in slots.loose if stem not in aside]

    def parts(self, slots: Slots) -> list[tuple[str, ...]]:
        """The stems of each part of a list in the message, as commas and "and" divide it; none where a part is a question by itself."""
        parts: list[list[Token]] = [[]]
        inside = {at for span in slots.spans if span.kinds & {"competency"} for at in range(span.start, span.end)}
        named = {id(slots.tokens[at]) for at in inside} | _between_grades(slots)
        for token in _besides(slots.tokens, slots.grade_spans, slots.spans):
            if token.word in _DIVIDES and id(token) not in named:
                parts.append([])
            else:
                parts[-1].append(token)
        if any(part and part[0].word in self._asking for part in parts[1:]):
            return []
        return [key for part in parts if (key := self._tokenizer.key(part))]

    def _spelled(self, text: str) -> tuple[list[Token], dict[str, str]]:
        tokens: list[Token] = []
        corrected: dict[str, str] = {}
        for token in self._tokenizer.tokens(text):
            words = self._speller.correct(token.word)
            if words == (token.word,):
                tokens.append(token)
                continue
            corrected[token.typed] = " ".join(words)
            tokens += [Token(token.typed, word, self._tokenizer.stem(word)) for word in words]
        return tokens, corrected
