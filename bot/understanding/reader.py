"""Reading a message: from typed text to one reading, two candidates, or an honest "not understood"."""

import heapq
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.framework.model import Framework, Library
from bot.people.profile import Profile
from bot.understanding import about as whom
from bot.understanding import intents, pointing
from bot.understanding.about import About
from bot.understanding.competence import competence
from bot.understanding.evidence import Evidence
from bot.understanding.finding import Found, find_grades
from bot.understanding.follow_up import FollowUps
from bot.understanding.intents import IntentModel
from bot.understanding.language import Language
from bot.understanding.learnt import Shelf
from bot.understanding.listening import Ear, Topics, quiet_words
from bot.understanding.pointing import Pointer
from bot.understanding.reading import Heard, Intent, NotUnderstood, Outcome, Reading, Understood, Unsure, Why
from bot.understanding.slots import Listener
from bot.understanding.tokens import Tokenizer

SURE = 0.5  # a reading less certain than this is asked about
LEADS, SCORES, LENGTHENS, POINTS_OUT, LOOKS_UP = 1.75, 1.4, 0.02, 0.6, 0.5  # what makes a reading certain: see `_certainty`
CARRY = 0.35  # what the last intent gains in a follow-up
FRAGMENT = 0.7  # and what it gains where the message is little more than the slots it names
NOTHING_TO_FIND = 0.15  # what "find the grade" loses where no competency is meant
VERSUS = 0.45  # what "compare" gains where something is set against a role or grade
OWN = 0.3  # what "expectations" gains where the asker's grade is known and they speak of themselves
BELONGS = 0.06  # what "out of scope" loses for each kind of thing of the framework that is named
FOREIGN = 0.2  # what it gains where nothing is named and nobody here uses such words
ABOUT_ROLES = frozenset({Intent.EXPECTATIONS, Intent.COMPARE, Intent.CAREER_PROGRESSION, Intent.JOB_DESCRIPTION, Intent.SET_PROFILE})
WITH_COMPETENCIES = frozenset({Intent.EXPECTATIONS, Intent.COMPARE, Intent.DEVELOPMENT, Intent.FIND_GRADE})
MOST_TOPICS = 2
INTENTS = "intents"


class Reader:
    """Reads messages for every framework of a library, in one language. `shelf` spares learning anew at every start."""

    def __init__(self, library: Library, language: Language, shelf: Shelf | None = None) -> None:
        self.words = language.words
        self.follow_ups = FollowUps(language.words)
        self.own = frozenset(language.words.own)
        self.yes_no = frozenset(language.words.yes_no)
        self._ears, self.intents = _learnt(library, language, shelf)

    def read(self, text: str, framework: str, profile: Profile, last: Reading | None = None) -> Outcome:
        """What a message means to a person with this profile, after the reading before it."""
        ear = self._ears[framework]
        evidence = ear.evidence(text)
        return _Message(self, ear, evidence, text, profile, last).outcome()

    def find(self, reading: Reading) -> Found:
        """Who does the duty that a reading asks about."""
        ear = self._ears[reading.framework]
        evidence = ear.evidence(reading.said)
        said = f" {' '.join(evidence.slots.words)} "
        lowest = any(f" {words} " in said for words in self.words.begins)
        return find_grades(ear, evidence, reading.competencies, reading.grades, lowest=lowest)


def _learnt(library: Library, language: Language, shelf: Shelf | None) -> tuple[dict[str, Ear], IntentModel]:
    """The ears of every framework and the model of intents, read back or learnt anew."""
    tokenizer = Tokenizer(language)
    topics, quiet = Topics(library, tokenizer), quiet_words(language, tokenizer)
    asked = {token.word for _, ask, _ in intents.sentences(library, language) for token in tokenizer.tokens(ask) if token.word.isalpha()}
    listeners = {id_: Listener(framework, library, language, tokenizer, asked) for id_, framework in library.frameworks.items()}
    kept = shelf.read() if shelf else None
    if kept is not None:
        ears = {id_: Ear(listener, Pointer(kept[id_]), topics, quiet) for id_, listener in listeners.items()}
        return ears, IntentModel(kept[INTENTS])
    pointers = {id_: _pointer(listener, library, language, tokenizer) for id_, listener in listeners.items()}
    ears = {id_: Ear(listener, pointers[id_], topics, quiet) for id_, listener in listeners.items()}
    model = intents.taught(library, language, ears)
    if shelf is not None:
        shelf.write({INTENTS: model.model} | {id_: pointer.model for id_, pointer in pointers.items()})
    return ears, model


def _pointer(listener: Listener, library: Library, language: Language, tokenizer: Tokenizer) -> Pointer:
    """A pointer, taught with what points nowhere: sentences of other subjects, and ways of asking with the competency left out."""
    other = [
        listener.hear(ask).loose
        for framework, ask, labels in intents.sentences(library, language)
        if framework == listener.framework.id and not labels & {intent.value for intent in WITH_COMPETENCIES}
    ]
    bare = [re.sub(r"\{\w+\}", " ", ask) for intent in WITH_COMPETENCIES for ask in language.asks[intent] if "{competency}" in ask]
    return pointing.taught(listener.framework, tokenizer, [*other, *(tokenizer.phrase(ask) for ask in bare), *(tokenizer.phrase(ask) for ask in bare)])


class _Message:
    """One message while it is read."""

    def __init__(self, reader: Reader, ear: Ear, evidence: Evidence, text: str, profile: Profile, last: Reading | None) -> None:
        self._reader = reader
        self._framework: Framework = ear.framework
        self._evidence = evidence
        self._slots = evidence.slots
        self._features = evidence.features()
        self._text = text
        self._last = last
        self._mine = whom.of_profile(profile, self._framework)
        self._competence = competence(evidence)
        self._to_learn = competence(replace(evidence, pointed=evidence.to_learn))
        self._refers = reader.follow_ups.refers(self._slots)
        near = whom.of_reading(last) or self._mine
        self._about = whom.named_in(self._slots, self._framework, near, several=False)
        self._goes_on = reader.follow_ups.continues(self._slots, self._about, self._competence, last)
        if self._goes_on is False and self._mine:
            self._about = whom.named_in(self._slots, self._framework, self._mine, several=False)

    def outcome(self) -> Outcome:
        scores = self._scored()
        ranked = heapq.nlargest(3, scores.items(), key=lambda hit: hit[1])
        best = self._reading(Intent(ranked[0][0]))
        lead = ranked[0][1] - ranked[1][1]
        others = self._others(best, ranked)
        why = Why(self._heard(), tuple(ranked), self._slots.corrected)
        if self._certainty(best, ranked[0][1], lead) < SURE:
            return Unsure((best, *others), why)
        return NotUnderstood(why, others) if best.intent is Intent.OUT_OF_SCOPE else Understood(best, why, others)

    def _others(self, best: Reading, ranked: Sequence[tuple[str, float]]) -> tuple[Reading, ...]:
        """Two other readings, the likelier first: the next intents, or the same intent for the next competency."""
        found = [(ranked[0][1] - score, self._reading(Intent(intent))) for intent, score in ranked[1:]]
        if best.intent in WITH_COMPETENCIES and self._competence.other and len(best.competencies) < 2:  # noqa: PLR2004 (a list stays)
            found.append((self._competence.lead, best.with_(competencies=(self._competence.other,))))
        found.sort(key=lambda other: other[0])
        return tuple(reading for _, reading in found[:2])

    def _certainty(self, best: Reading, score: float, lead: float) -> float:
        """How certain the best reading is; about 1 in 8 messages stay below SURE. Fitted on labelled questions."""
        certainty = LEADS * min(lead, 0.5) + SCORES * min(score, 0.9) - LENGTHENS * len(self._slots.words)
        if best.intent in WITH_COMPETENCIES and not self._competence.named:
            certainty += POINTS_OUT * (min(self._competence.lead, 0.6) - 0.6)
        return certainty - (LOOKS_UP if best.intent is Intent.FIND_GRADE else 0.0)

    def _scored(self) -> dict[str, float]:
        scores = self._reader.intents.scores(self._features)
        self._weigh(scores)
        return scores

    def _weigh(self, scores: dict[str, float]) -> None:
        fragment = self._reader.follow_ups.fragment(self._slots)
        speaks_of_self = any(word in self._reader.own for word in self._slots.words)
        if self._mine and not self._about.named and (self._competence.ids or speaks_of_self):
            scores[Intent.EXPECTATIONS] += OWN
        if self._reader.follow_ups.versus(self._slots) and self._about.named:
            scores[Intent.COMPARE] += VERSUS
        belonging = self._belonging()
        scores[Intent.OUT_OF_SCOPE] += FOREIGN * self._evidence.foreign if not belonging else -BELONGS * belonging
        if not self._competence.ids and not self._goes_on:
            scores[Intent.FIND_GRADE] -= NOTHING_TO_FIND
        if self._goes_on and self._last is not None:
            names = self._about.named or self._competence.named
            self._carry(scores, self._last.intent, FRAGMENT if fragment and names else CARRY)
        elif fragment and self._mine and self._competence.named:
            scores[Intent.EXPECTATIONS] += CARRY

    def _belonging(self) -> float:
        """How much a message names what the framework knows: 0 to 3 kinds of things."""
        return sum((self._about.named, self._competence.named, bool(self._slots.ids("opportunity")), self._goes_on))

    def _carry(self, scores: dict[str, float], last: Intent, gain: float) -> None:
        follow_ups = self._reader.follow_ups
        going = Intent.EXPECTATIONS if last in (Intent.SET_PROFILE, Intent.JOB_DESCRIPTION, Intent.CAREER_PROGRESSION) else last
        if last is Intent.COMPARE and self._about.named:
            going = Intent.EXPECTATIONS
        scores[going] += gain
        if going is not Intent.EXPECTATIONS:
            scores[Intent.EXPECTATIONS] -= gain
        if follow_ups.versus(self._slots) and self._about.named:
            scores[Intent.COMPARE] += gain * 1.5

    def _reading(self, intent: Intent) -> Reading:
        about = self._about_for(intent)
        ids = self._competencies(intent)
        clarify = self._competence.ambiguous and bool(ids)
        if intent in ABOUT_ROLES and not about.roles:
            clarify = clarify or any(len(self._framework.roles_at(grade)) > 1 for grade in about.grades)
        topics = tuple(self._reader.intents.topics(self._features, MOST_TOPICS)) if intent is Intent.GUIDE else ()
        opportunities = self._slots.ids("opportunity") if intent is Intent.DEVELOPMENT else ()
        return Reading(
            framework=self._framework.id,
            intent=intent,
            grades=about.grades,
            roles=about.roles,
            competencies=ids,
            guide_topics=topics,
            opportunities=opportunities,
            clarify=clarify,
            yes_no=bool(self._slots.words) and self._slots.words[0] in self._reader.yes_no,
            said=self._said(intent),
        )

    def _said(self, intent: Intent) -> str:
        carried = self._goes_on and self._last is not None and intent is Intent.FIND_GRADE
        return f"{self._last.said} {self._text}" if carried and self._last is not None else self._text

    def _competencies(self, intent: Intent) -> tuple[str, ...]:
        if intent not in WITH_COMPETENCIES:
            return ()
        own = self._to_learn if intent is Intent.DEVELOPMENT else self._competence
        if self._goes_on and self._last is not None and self._last.competencies and not own.named and (self._refers or not own.sure):
            return self._last.competencies
        return own.ids

    def _about_for(self, intent: Intent) -> About:
        if intent is Intent.COMPARE:
            return self._sides()
        if intent is Intent.CAREER_PROGRESSION:
            return self._steps()
        if intent is Intent.FIND_GRADE:
            return About(self._slots.grades) if len(self._slots.grades) > 1 else About()
        about = self._about
        before = whom.of_reading(self._last)
        if about.named:
            if self._goes_on and before.roles and about.grades and not about.roles:
                return About(about.grades, whom.moved(before, about.grades, self._framework), named=True)
            return about
        if self._goes_on and before:
            return before
        if intent in (Intent.EXPECTATIONS, Intent.SET_PROFILE):
            return self._mine
        return About()

    def _sides(self) -> About:
        """At least two roles or grades: those named, else what was talked of, else the asker and the next grade."""
        named = whom.named_in(self._slots, self._framework, whom.of_reading(self._last) or self._mine, several=True)
        before = whom.of_reading(self._last) if self._goes_on else About()
        if not named.named:
            return before if before else self._own_and_next()
        if self._has_two_sides(named):
            return named
        other = before or self._mine
        if other:
            return whom.joined(other, named, self._framework)
        return named

    def _has_two_sides(self, about: About) -> bool:
        if len(about.grades) > 1 or len(about.roles) > 1:
            return True
        return not about.roles and not self._mine and not self._goes_on and len(self._framework.roles_of(about.grades, ())) > 1

    def _own_and_next(self) -> About:
        if not self._mine:
            return About()
        step = self._framework.next_grade(max(self._mine.grades))
        return About((*self._mine.grades, step)) if step else self._mine

    def _steps(self) -> About:
        about = whom.named_in(self._slots, self._framework, whom.of_reading(self._last) or self._mine, several=True)
        if len(about.grades) > 1:
            return about
        if about.named and self._mine and max(about.grades) > max(self._mine.grades):
            return About((*self._mine.grades, *about.grades))
        if about.named:
            return self._with_next(about) if self._leaves() else self._with_neighbour(about)
        return self._own_and_next()

    def _leaves(self) -> bool:
        said = f" {' '.join(self._slots.words)} "
        return any(f" {word} " in said for word in self._reader.words.leaving)

    def _with_next(self, about: About) -> About:
        """One grade named that is to be left: "how do I get off grade 4" speaks of 4 to 5."""
        above = self._framework.next_grade(about.grades[0])
        return About((*about.grades, above), named=True) if above else about

    def _with_neighbour(self, about: About) -> About:
        """One grade named: "how do I get to 6" speaks of 5 to 6."""
        grade = about.grades[0]
        below = self._framework.grade_below(grade)
        return About((below, grade), about.roles and (*(r.id for r in self._framework.roles_at(below)), *about.roles)) if below else about

    def _heard(self) -> tuple[Heard, ...]:
        tokens = self._slots.tokens
        grades = [
            Heard("grade", str(span.grade), " ".join(t.typed for t in tokens[span.start : span.end])) for span in self._slots.grade_spans
        ]
        spans = [Heard(meaning.kind, meaning.id, span.words) for span in self._slots.spans for meaning in span.meanings]
        pointed = [Heard("points to", hit.competency, f"{hit.score:.1f}") for hit in self._evidence.pointed[:2]]
        return (*grades, *spans, *pointed)
