"""What the conversation and the person add to the scores of the intents: named weights, measured on labelled questions."""

from collections.abc import Iterable

from bot.understanding.about import shifted, swapped
from bot.understanding.message import STRANGE, TALKED_OF, Message
from bot.understanding.reading import Intent
from bot.understanding.wording import Wording

CARRY = 0.35  # what the last intent gains in a follow-up
LEAVES_OUT = 0.1  # what it gains where the message merely leaves out whom it is about
FRAGMENT = 1.1  # and what it gains where the message is little more than the slots it names
PLAINLY = 0.1  # an intent that leads by this much is meant plainly
WELL = 0.2  # an intent that leads by this much is meant, whatever a fragment suggests
MUCH = 0.4  # what leads by this much is asked for, though the message names little: "how could i learn to do that"
NOTHING_TO_FIND = 0.15  # what "find the grade" loses where no competency is meant
VERSUS = 0.45  # what "compare" gains where something is set against a role or grade
ONE_THING = 0.3  # what "expectations" gains over a step up where the step is about one competency: "next level up for safety"
OWN = 0.3  # what "expectations" gains where the asker's grade is known and they speak of themselves
BELONGS = 0.06  # what "out of scope" loses for each kind of thing of the framework that is named
FOREIGN = 0.25  # what it gains where nothing is named and nobody here uses such words

TURNS_TO_ONE = frozenset({Intent.COMPARE, Intent.CAREER_PROGRESSION, Intent.FIND_GRADE})  # one grade named then asks what is expected

TELLS = 0.4  # what "find the grade" loses where a duty is merely told after what is expected of somebody

# one role named after these asks so too, unless it puts them right
NAMES_A_ROLE = frozenset({Intent.SET_PROFILE, Intent.JOB_DESCRIPTION, Intent.START_ASSESSMENT})

NO_FRAGMENT = frozenset({Intent.COMPARE, Intent.DEVELOPMENT})  # what a message asks for outright, however few words it names it in

NOT_TALKED_OF = frozenset(Intent) - TALKED_OF
ORDERS = NOT_TALKED_OF - {Intent.GUIDE, Intent.OUT_OF_SCOPE}

Scores = dict[str, float]


def weighed(scores: Scores, message: Message, wording: Wording) -> Scores:
    """The scores of the intents with what the conversation and the person add."""
    heard, scores = scores, dict(scores)
    fragment = wording.fragment(message.evidence.asked) or _is_named_by_its_place(message)
    names = message.about.named or message.competence.named
    _weigh_courtesies(scores, message, wording, names=names)
    ordered = _leads(scores, ORDERS, MUCH)  # "start my self-assessment against grade 6" compares nothing
    if names or not _leads(heard, ORDERS):
        _weigh_asker(scores, message, wording, fragment=fragment, asks_else=_leads(heard, TALKED_OF - {Intent.EXPECTATIONS}, WELL))
    own = message.before and message.mine and wording.own(message.slots)
    if not ordered and wording.versus(message.slots) and (message.about.named or own):
        scores[Intent.COMPARE] += VERSUS
    if message.slots.has("next", "below") and _about_one_thing(message) and not message.slots.grades:
        scores[Intent.EXPECTATIONS] += ONE_THING
        scores[Intent.CAREER_PROGRESSION] -= ONE_THING
    belonging = _belonging(message)
    scores[Intent.OUT_OF_SCOPE] += FOREIGN * message.evidence.foreign if not belonging else -BELONGS * belonging
    if message.last is not None and not ordered:
        _tell(scores, heard, message, wording)
        mere = fragment and names and not _steps_from(message)
        gain = FRAGMENT if _puts_right(heard, message, wording) else _gain(heard, message, fragment=mere)
        learns = wording.learns(message.evidence.asked) and _leads(heard, {Intent.DEVELOPMENT})  # "and a course in that?"
        _carry(scores, message, 0.0 if learns else gain, wording)
    elif message.last is None and not message.competence.ids:
        scores[Intent.FIND_GRADE] -= NOTHING_TO_FIND
    return scores


def _weigh_courtesies(scores: Scores, message: Message, wording: Wording, *, names: bool) -> None:
    """Thanks or a word of stopping lose where something is asked: "ta. and who signs it?", "thanks! now records", "no no, senior"."""
    if message.last is not None and (names or message.sets_aside or wording.corrects(message.slots)):
        scores[Intent.CANCEL] -= FRAGMENT
    asks = message.evidence.asks or wording.asks_who(message.slots)
    goes_on = names or (message.competence.sure and wording.opens(message.slots))
    if (message.evidence.more and asks) or (message.last is not None and goes_on):
        scores[Intent.THANKS] -= FRAGMENT


def _gain(scores: Scores, message: Message, *, fragment: bool) -> float:
    """What the last intent gains: nothing from an order that names nothing or from more about the asker, much from a mere fragment."""
    others = ORDERS if message.leans else NOT_TALKED_OF
    if not (message.about.named or message.competence.named) and _leads(scores, others):
        return 0.0
    assert message.last is not None
    if _leads(scores, {Intent.SET_PROFILE}, WELL) and not (fragment and message.evidence.asks):  # "8 manager", but not "8 manager?"
        return 0.0
    if message.last.intent is Intent.SET_PROFILE and scores[Intent.SET_PROFILE] > scores[Intent.EXPECTATIONS]:
        return 0.0
    if _asks_much_else(scores, message):
        return 0.0
    if fragment and not _leads(scores, NO_FRAGMENT - {message.last.intent}, MUCH):
        return FRAGMENT
    return CARRY if message.leans else LEAVES_OUT


def _asks_much_else(scores: Scores, message: Message) -> bool:
    """Whether guidance on a role that is named alone, or the way to a grade that is, is asked for so plainly that nothing goes on."""
    guidance = message.about.named and not message.competence.ids and _leads(scores, {Intent.GUIDE}, MUCH)
    one_step = message.slots.has("next", "below") or (message.about.named and not message.slots.grades)
    return guidance or (not one_step and _leads(scores, {Intent.CAREER_PROGRESSION}, MUCH))


def _puts_right(scores: Scores, message: Message, wording: Wording) -> bool:
    """Whether it only puts right what was asked: "no, make it a 6", "sorry, i meant the senior ones"."""
    assert message.last is not None
    if message.last.intent in NAMES_A_ROLE and message.about.named:
        return wording.puts_right(message.slots)
    names = message.about.named or message.competence.named
    right = wording.puts_right(message.slots) if names or message.sets_aside else wording.corrects(message.slots)
    return right and message.slots.few and not _leads(scores, TALKED_OF - {message.last.intent, Intent.EXPECTATIONS}, MUCH)


def _is_named_by_its_place(message: Message) -> bool:
    """Whether it is little more than a role named by its place beside those talked of: "now the other path", "and the senior version"."""
    outright = message.slots.grades or message.slots.has("role", "path", "next", "below")
    return message.about.named and not outright and not message.competence.named and message.slots.few


def _steps_from(message: Message) -> bool:
    """Whether a step is taken from what the message names itself ("next rung for a lab manager"): that stands alone."""
    return message.slots.has("next", "below") and (message.slots.has("role") or bool(message.slots.grades))


def _leads(scores: Scores, intents: Iterable[Intent], by: float = PLAINLY) -> bool:
    """Whether the best of these intents leads every other intent that is talked of by so much."""
    among = frozenset(intents)
    return max(scores[intent] for intent in among) > max(scores[intent] for intent in TALKED_OF - among) + by


def _weigh_asker(scores: Scores, message: Message, wording: Wording, *, fragment: bool, asks_else: bool) -> None:
    if message.mine and not message.about.named and (message.competence.ids or wording.own(message.slots)):
        scores[Intent.EXPECTATIONS] += OWN
    asks_else = asks_else or wording.versus(message.slots) or wording.learns(message.evidence.asked)
    if fragment and message.competence.named and message.last is None and not asks_else:
        scores[Intent.EXPECTATIONS] += CARRY


def _tell(scores: Scores, heard: Scores, message: Message, wording: Wording) -> None:
    """After what is expected of somebody, a duty that is merely told asks whether they do it: "sweeping up and basic upkeep?"."""
    assert message.last is not None
    last = message.last.intent
    if not message.before or max(heard, key=lambda intent: heard[intent]) != Intent.FIND_GRADE:
        return
    of_one = last is Intent.EXPECTATIONS and not wording.asks_grade(message.slots)
    between = last is Intent.COMPARE and (wording.both(message.slots) or not wording.asks_who(message.slots))
    if of_one or between:
        scores[last] = max(scores[last], scores[Intent.FIND_GRADE])
        scores[Intent.FIND_GRADE] -= TELLS


def _about_one_thing(message: Message) -> bool:
    """Whether a step is asked about for a competency: named, or talked of in the question that it goes on from."""
    last = message.last
    return message.competence.named or (last is not None and last.intent is Intent.EXPECTATIONS and bool(last.competencies))


def _belonging(message: Message) -> int:
    """How many kinds of things of the framework a message names; a bare number among strange words is none."""
    named_whom = message.slots.has("role", "path", "next", "below") or (message.about.named and message.evidence.foreign < STRANGE)
    named = (named_whom, message.competence.named, bool(message.slots.ids("opportunity")), message.leans)
    return sum(named)


def _going_on(message: Message, last: Intent, wording: Wording) -> Intent:
    """What goes on: the last intent; after a comparison or a step up, one role named alone asks what is expected of it."""
    if _is_the_same_still(message, last, wording):
        return last
    if wording.asks_who(message.slots) and not message.about.named:
        return Intent.FIND_GRADE
    mine = last is Intent.FIND_GRADE and wording.own(message.slots) and message.mine and not message.about.named  # "is that mine to do?"
    turns = last in NAMES_A_ROLE or (last in TURNS_TO_ONE and _names_one(message)) or (last is Intent.GUIDE and not message.about.named)
    return Intent.EXPECTATIONS if mine or turns else last


def _is_the_same_still(message: Message, last: Intent, wording: Wording) -> bool:
    """Whether a role named alone changes what is compared, or whose description or profile it is, and asks nothing new."""
    if last is Intent.COMPARE:
        changes = (change(message.before, message.about, message.framework) for change in (swapped, shifted))
        return wording.adds(message.slots) or any(changes)
    if last not in NAMES_A_ROLE or message.competence.named:
        return False
    outright = bool(message.slots.grades) or message.slots.has("role")
    tells_more = last is Intent.SET_PROFILE and wording.own(message.slots) and outright and not message.competence.ids
    return wording.puts_right(message.slots) or (_names_one(message) and (tells_more or not message.before))


def _names_one(message: Message) -> bool:
    return message.about.named and len(message.about.grades) == 1


def _carry(scores: Scores, message: Message, gain: float, wording: Wording) -> None:
    """The last intent goes on."""
    assert message.last is not None
    going = _going_on(message, message.last.intent, wording)
    scores[going] += gain
    if going is not Intent.EXPECTATIONS:
        scores[Intent.EXPECTATIONS] -= gain
    if wording.versus(message.slots) and message.about.named:
        scores[Intent.COMPARE] += gain * 1.5
