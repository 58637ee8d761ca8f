"""Reading a message: from typed text to one reading, two or three candidates, or an honest "not understood"."""

import heapq
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from bot.framework.model import Framework, Library
from bot.people.profile import Profile
from bot.understanding.care import Need
from bot.understanding.competence import Competence, competence
from bot.understanding.context import scored
from bot.understanding.distress import NAMING, Instead
from bot.understanding.finding import Found, Speaks, Wanted, duty, find_grades, speaks_of
from bot.understanding.grade_names import GradeNames
from bot.understanding.language import Language
from bot.understanding.learning import learnt
from bot.understanding.learnt import Shelf
from bot.understanding.listening import ABOUT_COMPETENCIES
from bot.understanding.message import STRANGE, Message, heard
from bot.understanding.planning import Add
from bot.understanding.reading import ANSWERED, Heard, Intent, Manner, NotUnderstood, Outcome, Reading, Understood, Unsure, Why
from bot.understanding.sides import about_for
from bot.understanding.weighing import WELL
from bot.understanding.wording import Wording

SURE = 0.80  # a reading less certain than this is asked about
LOOKS_UP = 0.15  # what a reading loses in certainty where a grade is looked up: that may go wrong as well;
HARDLY_LEADS, CLOSE_BY = 1.25, 0.3  # so much for how close another competency comes to the one that is named, nearer than this;
HARDLY_POINTS, PLAIN = 0.7, 0.6  # and so much for how faintly words point to a competency, more faintly than this
ABOUT_ROLES = frozenset({Intent.EXPECTATIONS, Intent.COMPARE, Intent.CAREER_PROGRESSION, Intent.JOB_DESCRIPTION, Intent.SET_PROFILE})
WHOLE = 0.45  # words that ask about a role as a whole ("responsibilities") are believed unless others point to a competency this plainly
PLAINER = 0.35  # a competency that words point to so plainly is told of even where the framework gives no grade for the duty
PAST_A_PRONOUN = 0.5  # and words that do tell what is asked about, though the message refers back to something
MOST_TOPICS = 2
MOST_OTHERS = 2
SUGGESTS, BESIDE_BEST = 0.05, 0.25  # from this score, and this share of the best, a competency is worth asking whether it is meant
LONGEST_POINTING = 1_500  # so much of a long text tells what it is about


class Reader:
    """Reads messages for every framework of a library, in one language. `shelf` spares learning anew at every start."""

    def __init__(self, library: Library, language: Language, shelf: Shelf | None = None) -> None:
        self._wording = Wording(language.words)
        self.keeping = language.keeping
        self._library = library
        self.spoken = language.spoken
        self.wishes = language.wishes
        self.files = language.files
        self.sharing = language.sharing
        self.planning = language.planning
        self.grading = language.grading
        self.dates = language.dates
        self.describing = language.describing
        self.off_putting = language.off_putting
        self.managing = language.managing
        self.pressing = language.pressing
        known = learnt(library, language, self._wording, shelf)
        self._ears, self._intents, self._context, self._distress = known.ears, known.intents, known.context, known.distress
        self._grades = {id_: GradeNames(framework) for id_, framework in library.frameworks.items()}

    def read(self, text: str, framework: str, profile: Profile, last: Reading | None = None) -> Outcome:
        """What a message means to a person with this profile, after the reading before it."""
        text = self._grades[framework].heard(text)
        outright = self._outright(text)
        if outright is not None:  # whatever else it tells, it asks for nothing else
            return Understood(Reading(framework, outright, said=text), Why())
        message = heard(self._ears[framework], self._wording, text, profile, last)
        features = message.evidence.features()
        plain = self._again(message, last) or self._described(message, features)
        if plain is None and self.spoken.breaks_off(text) and not (message.about.named or message.competence.named):
            plain = Reading(framework, Intent.CANCEL, said=text)
        if plain is not None:
            return Understood(plain, Why(_heard(message), corrected=message.slots.corrected))
        ranked = self._ranked(message, features)
        readings = [self._told_of(self._reading(Intent(intent), message, features), message) for intent, _ in ranked]
        best, others = readings[0], _others(message, readings, ranked)
        why = Why(_heard(message), tuple(ranked), message.slots.corrected)
        meanings = _meanings(message, best)
        if meanings:
            return Unsure(meanings, why)
        if _certainty(message, best, ranked) < SURE and not self._settled(best, others, plainly=ranked[0][1] - ranked[1][1] > WELL):
            return Unsure((best, *others), why)
        if best.intent is Intent.OUT_OF_SCOPE:
            return NotUnderstood(why, others, readable=message.evidence.foreign < STRANGE)
        return Understood(best, why, others)

    def _outright(self, text: str) -> Intent | None:
        """What is wanted, where a message says so in as many words."""
        if self.keeping.kept(text) is not None:
            return Intent.LOG_EVIDENCE
        if self.files.takes(text):
            return Intent.MY_DATA if self.files.takes_everything(text) else Intent.EXPORT
        if self.wishes.reminds_of_own(text):
            return Intent.REMINDERS
        lists = self.grading.duties(text) or self.grading.wished(text) or self.grading.wants_the_last(text)
        return self._ordered(text) or (Intent.FIND_GRADE if lists else None)

    def _ordered(self, text: str) -> Intent | None:
        """What a short order is meant for, where nothing at hand takes it."""
        planned, kept = self.planning.orders.heard(text), self.keeping.order(text)
        if planned is not None and planned.name == "show":
            return Intent.SHOW_PLAN
        if (planned is not None and planned.name == "begin") or isinstance(self.planning.wish(text), Add):
            return Intent.START_PLAN
        return Intent.MY_DATA if kept is not None and kept.name == "delete" else None

    def _described(self, message: Message, features: dict[str, float]) -> Reading | None:
        """A new job description, where that is wanted in as many words: "new vacancy", "job description for a lab manager"."""
        after = self.describing.role_after(message.text)
        if after == "":  # for a role still to be named, whatever was talked of before
            return Reading(message.framework.id, Intent.JOB_DESCRIPTION, said=message.text)
        wanted = after is not None and (message.about.named or bool(message.slots.grades))
        return self._reading(Intent.JOB_DESCRIPTION, message, features) if wanted else None

    def unwell(self, text: str, framework: str, instead: Instead) -> Need | None:
        """What the writer of a message may need, as its words tell; `instead` is what it may be otherwise."""
        need, score = self._distress.heard(text)
        if score < instead.value:
            return None
        slots = self._ears[framework].evidence(text[:LONGEST_POINTING]).slots
        return None if score < NAMING and (slots.grades or slots.ids("role")) else need

    def names(self, text: str, framework: str) -> tuple[str, ...]:
        """The competencies that a text names outright; none where its words may mean several."""
        said = competence(self._ears[framework].evidence(text[:LONGEST_POINTING]))
        return said.ids if said.named and not said.ambiguous else ()

    def about(self, text: str, framework: str) -> tuple[str, ...]:
        """The competencies that a text names or plainly points to."""
        said = competence(self._ears[framework].evidence(text[:LONGEST_POINTING]))
        return (*said.ids, *said.also) if said.named or said.sure else ()

    def points_to(self, text: str, framework: str) -> tuple[str, ...]:
        """The competencies that a text names or points to, the likeliest first, at most three."""
        evidence = self._ears[framework].evidence(text[:LONGEST_POINTING])
        said = competence(evidence)
        least = max(SUGGESTS, max((hit.score for hit in evidence.pointed), default=0.0) * BESIDE_BEST)
        near = (hit.competency for hit in evidence.pointed if hit.score >= least)
        return tuple(dict.fromkeys((*said.ids, *said.also, *said.many, *near)))[: 1 + MOST_OTHERS]

    def strange(self, text: str, framework: str) -> tuple[str, ...]:
        """The words, as typed and in order, that neither the framework nor any way of asking holds."""
        return self._ears[framework].strange(text[:LONGEST_POINTING])

    def find(self, reading: Reading) -> Found:
        """Who does the duty that a reading asks about."""
        return self._lately_found(reading)

    @cached_property
    def _lately_found(self) -> Callable[[Reading], Found]:
        """The same for a reading that was just looked at: it is settled by what is found, and answered with it."""
        return lru_cache(maxsize=16)(self._find)

    def _find(self, reading: Reading) -> Found:
        ear = self._ears[reading.framework]
        asked = duty(ear, self._wording.meant(reading.said))
        end = self._wording.end(asked.evidence.slots)
        before = asked.before.slots if asked.before and (end or not asked.own.more) else None
        settled = before.grades if before and self._wording.yes_no(before) else ()
        return find_grades(ear, asked, reading.competencies, Wanted(reading.grades, end, settled))

    def speaks_of(self, text: str, framework: str) -> Speaks:
        """Of which cells the words of one duty speak."""
        ear = self._ears[framework]
        evidence = ear.evidence(self._wording.meant(text[:LONGEST_POINTING]))
        return speaks_of(ear, evidence)

    def _settled(self, best: Reading, others: Sequence[Reading], *, plainly: bool) -> bool:
        """Whether a close call changes nothing: a grade that does not exist, a duty found nowhere, off the subject, or the same role leads.

        `plainly` says that the best intent leads by much, whatever competency it is about.
        """
        if best.off_grades and best.intent in ANSWERED:
            return True
        if best.intent is not Intent.FIND_GRADE:
            return False
        found, other = self.find(best), others[0] if others else None
        duty = other if other is not None and other.intent is Intent.FIND_GRADE else None
        if found.grades:
            return duty is not None and self.find(duty).roles[:1] == found.roles[:1]
        off_topic = other is not None and other.intent is Intent.OUT_OF_SCOPE
        return plainly or off_topic or (duty is not None and not best.competencies)

    def _again(self, message: Message, last: Reading | None) -> Reading | None:
        """The last reading in another manner ("why?", "shorter", "same in the matrix"), where the message asks for nothing else."""
        manner = self._wording.manner(message.slots)
        if last is None or manner is None or last.intent not in ANSWERED:
            return None
        if manner is Manner.FOR_ME and message.mine:
            intent = Intent.EXPECTATIONS if last.intent in (Intent.FIND_GRADE, Intent.COMPARE) else last.intent
            return last.with_(manner=manner, intent=intent, grades=message.mine.grades, roles=message.mine.roles)
        return self._elsewhere(message, last) if manner is Manner.ELSEWHERE else last.with_(manner=manner)

    def _elsewhere(self, message: Message, last: Reading) -> Reading | None:
        """The same question put to another framework: its grades, and what corresponds to the competencies."""
        others = [id_ for id_ in message.slots.ids("framework") or self._ears if id_ != last.framework]
        if not others:  # back to the own one
            return last.with_(manner=Manner.AGAIN) if message.slots.ids("framework") else None
        competencies = self._library.corresponding(last.framework, last.competencies, others[0])
        return Reading(
            others[0], last.intent, last.grades, competencies=competencies, manner=Manner.ELSEWHERE, yes_no=last.yes_no, said=last.said
        )

    def _ranked(self, message: Message, features: dict[str, float]) -> list[tuple[str, float]]:
        given = scored(self._intents, message, features, self._wording)
        odds = self._context.odds(given, message, self._wording)
        return heapq.nlargest(1 + MOST_OTHERS, odds.items(), key=lambda hit: hit[1])

    def _reading(self, intent: Intent, message: Message, features: dict[str, float]) -> Reading:
        about = about_for(intent, message, self._wording)
        competencies = self._competencies(intent, message)
        framework = message.framework
        opportunities = message.slots.ids("opportunity") if intent is Intent.DEVELOPMENT else ()
        if opportunities and not (message.to_learn.named or (message.last and message.last.competencies)):
            competencies = _served(framework, opportunities) or competencies
        elif opportunities and competencies and set(competencies) <= set(message.slots.ids("ambiguous")):  # "NEBOSH on offer?"
            competencies = tuple(id_ for id_ in _served(framework, opportunities) if id_ in message.slots.ids("ambiguous")) or competencies
        two_answers = intent in ABOUT_ROLES and not about.roles and any(len(framework.roles_at(grade)) > 1 for grade in about.grades)
        elsewhere = [id_ for id_ in message.slots.ids("framework") if id_ != framework.id] if intent is Intent.SET_PROFILE else []
        if elsewhere:
            return Reading(elsewhere[0], intent, said=message.text)
        return Reading(
            framework=framework.id,
            intent=intent,
            grades=about.grades,
            roles=about.roles,
            competencies=competencies,
            guide_topics=self._topics(message, features) if intent is Intent.GUIDE else (),
            opportunities=opportunities,
            also=message.competence.also if competencies == message.competence.ids else (),
            off_grades=() if message.about.named else message.slots.grades,
            bands=message.slots.bands,
            clarify=two_answers or (message.competence.ambiguous and bool(competencies)),
            yes_no=self._wording.yes_no(message.slots) or self._still_yes_no(intent, message),
            said=f"{message.last.said}\n{message.text}" if intent is Intent.FIND_GRADE and message.last else message.text,
        )

    def _told_of(self, reading: Reading, message: Message) -> Reading:
        """Without a competency that a duty only points to, where the framework gives no grade for that duty."""
        said = message.competence
        faintly = bool(reading.competencies) and not said.named and said.score < PLAINER
        if reading.intent is Intent.FIND_GRADE and faintly and message.last is None and not self.find(reading).grades:
            return reading.with_(competencies=())
        return reading

    def _still_yes_no(self, intent: Intent, message: Message) -> bool:
        """Whether it puts the yes-or-no question before it to somebody else: "does a 3 manage staff?" … "and a 4?"."""
        last = message.last
        return last is not None and last.yes_no and last.intent is intent and self._wording.fragment(message.slots)

    def _topics(self, message: Message, features: dict[str, float]) -> tuple[str, ...]:
        """The topics of guidance; in a follow-up ("which band is a 4?" … "and a lab manager?") those of the question before."""
        if message.last is not None and message.last.intent is Intent.GUIDE:
            return message.last.guide_topics
        return tuple(self._intents.topics(features, MOST_TOPICS, near=message.topics))

    def _competencies(self, intent: Intent, message: Message) -> tuple[str, ...]:
        """What the message names or points to; in a follow-up, unless it does so plainly, what was talked of."""
        if intent not in ABOUT_COMPETENCIES:
            return ()
        own = message.to_learn if intent is Intent.DEVELOPMENT else message.competence
        if not own.named and own.score < WHOLE and self._wording.whole(message.slots):
            own = Competence()
        before = message.last.competencies if message.last and not self._wording.all_else(message.slots) else ()
        refers = self._wording.refers_to_a_thing(message.slots) and not self._wording.asks_the_same(message.slots)
        plainly = own.named or (own.sure and (not refers or own.score >= PAST_A_PRONOUN))
        return own.ids if plainly or not before else before


def _served(framework: Framework, opportunities: Sequence[str]) -> tuple[str, ...]:
    """The competencies that what is named helps with."""
    return tuple(id_ for id_ in framework.competencies if any(each.id in opportunities for each in framework.opportunities_for(id_)))


def _meanings(message: Message, best: Reading) -> tuple[Reading, ...]:
    """A reading for each meaning of a word that means too many to show side by side, where nothing else tells which: "delivery"."""
    said = message.competence
    if not said.many or best.competencies != said.ids:
        return ()
    return tuple(best.with_(competencies=(id_,), clarify=False) for id_ in (*said.ids, *said.many))[: 1 + MOST_OTHERS]


def _others(message: Message, readings: Sequence[Reading], ranked: Sequence[tuple[str, float]]) -> tuple[Reading, ...]:
    """The other readings, the likelier first: the next intents, or the same intent for the next competency."""
    best, said = readings[0], message.competence
    found = [(ranked[0][1] - score, reading) for reading, (_, score) in zip(readings[1:], ranked[1:], strict=True)]
    if best.intent in ABOUT_COMPETENCIES and said.other and len(best.competencies) <= 1:
        found.append((said.lead, best.with_(competencies=(said.other,))))
    return tuple(reading for _, reading in sorted(found, key=lambda other: other[0])[:MOST_OTHERS])


def _certainty(message: Message, best: Reading, ranked: Sequence[tuple[str, float]]) -> float:
    """How certain the best reading is. Fitted on labelled questions so that about 1 in 10 stays below SURE, most of the wrong ones."""
    certainty, said = ranked[0][1], message.competence
    if best.opportunities:
        return certainty
    if best.intent in ABOUT_COMPETENCIES and said.named:
        certainty -= HARDLY_LEADS * max(0.0, CLOSE_BY - said.lead)
    elif best.intent in ABOUT_COMPETENCIES and said.ids:
        certainty -= HARDLY_POINTS * max(0.0, PLAIN - said.score)
    return certainty - (LOOKS_UP if best.intent is Intent.FIND_GRADE else 0.0)


def _heard(message: Message) -> tuple[Heard, ...]:
    """The slots with the words they came from."""
    slots = message.slots
    grades = [Heard("grade", str(s.grade), " ".join(token.typed for token in slots.tokens[s.start : s.end])) for s in slots.grade_spans]
    spans = [Heard(meaning.kind, meaning.id, span.words) for span in slots.spans for meaning in span.meanings]
    pointed = [Heard("points to", hit.competency, f"{hit.score:.2f}") for hit in message.evidence.pointed[:MOST_OTHERS]]
    return (*grades, *spans, *pointed)
