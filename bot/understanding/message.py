"""One message with all that is known of it before its intent: slots, whom and what it is about, and whether it goes on from the last."""

from dataclasses import dataclass

from bot.framework.model import Framework
from bot.people.profile import Profile
from bot.understanding.about import About, named_in, of_profile, of_reading, others_of_grade
from bot.understanding.competence import Competence, competence
from bot.understanding.evidence import Evidence
from bot.understanding.listening import Ear
from bot.understanding.reading import Intent, Reading
from bot.understanding.slots import Slots
from bot.understanding.wording import Wording

SHORT = 4  # a message of so many words or fewer hardly stands alone
PAST_A_NAME = 0.6  # what else a short follow-up tells that names whom it is about, if it points to a competency this plainly
BRIEF = 9  # a message of so many words that names a role but no competency goes on with the last one
STRANGE = 0.6  # a message with this share of words nobody here uses starts anew
ODD = 0.5  # and a short one with this share is not taken for a follow-up
TALKED_OF = frozenset(
    {
        Intent.EXPECTATIONS,
        Intent.COMPARE,
        Intent.DEVELOPMENT,
        Intent.FIND_GRADE,
        Intent.CAREER_PROGRESSION,
        Intent.SET_PROFILE,
        Intent.JOB_DESCRIPTION,
    }
)
# of what was asked with these, a message only changes whom it is about, or what
ONLY_A_PART = frozenset({Intent.GUIDE, Intent.START_ASSESSMENT, Intent.SHOW_ASSESSMENT})


@dataclass(frozen=True, slots=True)
class Message:
    """A message as heard.

    `about` is whom it names, `mine` whom "I" means, `before` whom the last message was about. `last` is the reading before it
    where the message goes on from that one, else None; `leans` says that the message is worded as one that goes on, and does not merely
    leave out whom it is about, and `sets_aside` that it says what is not meant. `topics` are those of guidance that were talked of.
    """

    text: str
    ear: Ear
    evidence: Evidence
    competence: Competence
    about: About
    mine: About
    last: Reading | None
    leans: bool = False
    sets_aside: bool = False
    topics: tuple[str, ...] = ()

    @property
    def framework(self) -> Framework:
        """The framework it was heard for."""
        return self.ear.framework

    @property
    def to_learn(self) -> Competence:
        """The competencies it is about, if it asks about development."""
        return competence(self.ear.of_learning(self.evidence, known=bool(self.last and self.last.competencies)))

    @property
    def slots(self) -> Slots:
        """What was heard."""
        return self.evidence.slots

    @property
    def before(self) -> About:
        """Whom the message before was about, if this one goes on from it."""
        return of_reading(self.last)


def heard(ear: Ear, wording: Wording, text: str, profile: Profile, last: Reading | None) -> Message:
    """Hear a message from a person with this profile, after the reading before it."""
    kept, last = wording.meant(text), _with_its_competency(ear, last)
    meant = ear.evidence(kept)  # "forget data. talks and posters"
    if last is not None and last.competencies and wording.refers_to_a_thing(meant.slots):
        meant = ear.knowing_what_to_learn(meant)  # "where is the training for that", but not "what about training"
    evidence = meant if last is not None or kept == text else ear.evidence(text)  # but "a 6 rather than a 7" sets two side by side
    said = competence(meant)
    mine = of_profile(profile, ear.framework)
    near = mine if mine and wording.own(evidence.slots) else _talked_of(last, ear.framework) or mine
    about = named_in(evidence.slots, ear.framework, near, several=False)
    about = others_of_grade(evidence.slots, ear.framework, of_reading(last) or mine, about) or about
    if last is not None and about.named and evidence.slots.few and not said.named and said.score < PAST_A_NAME:
        said = Competence()
    if last is not None and _goes_on(wording, evidence, about, said, last):
        return Message(text, ear, evidence, said, about, mine, last, _leans(wording, evidence, about), kept != text)
    if last is not None and not wording.same_grade(evidence.slots):
        about = named_in(evidence.slots, ear.framework, mine, several=False)
    return Message(text, ear, evidence, said, about, mine, None, topics=last.guide_topics if last else ())


def _with_its_competency(ear: Ear, last: Reading | None) -> Reading | None:
    """The message before; one about the scores of an assessment with the competency that it names: "communication is my weakest"."""
    if last is None or last.intent is not Intent.SHOW_ASSESSMENT or last.competencies:
        return last
    told = competence(ear.evidence(last.said))
    return last.with_(competencies=told.ids) if told.named and not told.ambiguous else last


def _talked_of(last: Reading | None, framework: Framework) -> About:
    """Whom the last message was about; where it was asked of a whole path ("the specialist"), a step is taken from where that begins."""
    before = of_reading(last)
    paths = {framework.roles[role].path for role in before.roles}
    if last is None or last.intent is not Intent.EXPECTATIONS or len(before.roles) < 2 or len(paths) > 1:  # noqa: PLR2004 (several)
        return before
    return About((min(before.grades),), before.roles[:1])


def _goes_on(wording: Wording, evidence: Evidence, about: About, said: Competence, last: Reading) -> bool:
    """Whether the message needs what was said before: it lacks a part that the last one had."""
    slots = evidence.slots
    if wording.asks_who(slots) and evidence.more and not (wording.refers(slots) or wording.versus(slots)):
        return False
    if last.intent not in TALKED_OF:
        return last.intent in ONLY_A_PART and _changes_a_part(wording, evidence, about, said, last)
    return wording.same_grade(slots) or _lacks_something(wording, evidence, about, said, last)


def _lacks_something(wording: Wording, evidence: Evidence, about: About, said: Competence, last: Reading) -> bool:
    """Whether it does not tell whom, or what, it is about."""
    slots = evidence.slots
    strange = evidence.foreign >= STRANGE and not (said.named or wording.opens(slots) or wording.refers(slots))
    if strange or (slots.grades and not about.named):
        return False
    if about.named and (said.named or said.sure):
        return wording.versus(slots) or wording.corrects(slots) or (said.ids == last.competencies and _same_grade(slots, last))
    if about.named and not said.ids:
        if wording.versus(slots) and len(about.grades) == 1 and len(about.roles) <= 1:  # "the difference from the senior specialist"
            return True
        plainly = wording.opens(slots) or wording.refers(slots)
        return _asks_of_somebody_else(wording, slots) and (plainly or evidence.foreign < ODD)
    return _leans(wording, evidence, about) or not about.named


def _changes_a_part(wording: Wording, evidence: Evidence, about: About, said: Competence, last: Reading) -> bool:
    """Whether it asks something else of whom a fact was about, or the same of somebody or something else.

    "What grade is the director" ... "do they teach"; "and a lab manager?" after a fact, "no, as a 6" after an assessment, "and for safety?"
    after the scores of one.
    """
    slots = evidence.slots
    if last.intent is Intent.SHOW_ASSESSMENT:
        if last.competencies and not said.ids and wording.refers_to_a_thing(slots):  # "so what can I do about it"
            return True
        return said.named and not about.named and wording.opens(slots) and wording.fragment(evidence.asked)
    if not about.named:
        of_them = wording.refers(slots) and not wording.refers_to_a_thing(slots)
        return last.intent is Intent.GUIDE and bool(last.roles) and bool(said.ids) and of_them
    if last.intent is Intent.START_ASSESSMENT:
        return wording.puts_right(slots)
    return not said.ids and wording.opens(slots) and wording.fragment(slots)


def _asks_of_somebody_else(wording: Wording, slots: Slots) -> bool:
    """Whether it asks the question before of whom it names, and not about that role as a whole."""
    back = wording.opens(slots) or wording.refers(slots)
    steps = slots.has("next", "below") and not (slots.grades or slots.has("role"))
    whole = wording.whole(slots) or (not back and wording.asks_what_is_done(slots))
    return (not whole or wording.refers_to_a_thing(slots)) and (back or steps or len(slots.words) <= BRIEF)


def _same_grade(slots: Slots, last: Reading) -> bool:
    """Whether what was talked of tells more closely who is meant: "the manager", or the grade again without its role."""
    if slots.has("role", "next", "below"):
        return False
    return slots.grades == last.grades if slots.grades else slots.has("path")


def _leans(wording: Wording, evidence: Evidence, about: About) -> bool:
    slots = evidence.slots
    short = evidence.foreign < ODD and (len(slots.words) <= SHORT or (about.named and len(slots.words) <= BRIEF))
    return short or wording.opens(slots) or wording.refers(slots) or wording.versus(slots) or wording.narrows(slots)
