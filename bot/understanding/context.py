"""How likely each intent is where a message stands: after another one, from whoever asks. Learnt from labelled messages.

The scores of the words alone and those with what the conversation adds are given; learnt is what they leave out. Where nothing could be
learnt, what is given decides (docs/decisions/0035).
"""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from bot.understanding.intents import IntentModel
from bot.understanding.linear import Example, Features, LinearModel
from bot.understanding.message import Message
from bot.understanding.softmax import learn, odds
from bot.understanding.weighing import Scores, weighed
from bot.understanding.wording import Wording

TRUST = 6.0  # how much a score tells of the odds, where the model it comes from has not seen half of what was asked
TRUST_WHOLE = 10.0  # and where it has seen all
TRUST_ALONE = 20.0  # and where nothing else is known, for no message of the frameworks at hand is labelled
RIDGE = 3.0
LOUD = 4.0  # scores are small beside flags
BEST = 3  # so many of the best scores are looked at by their place
LONG = 30  # words; a longer message is no longer still
ASKS = (
    Wording.opens,
    Wording.puts_right,
    Wording.refers,
    Wording.refers_to_a_thing,
    Wording.asks_grade,
    Wording.asks_who,
    Wording.narrows,
    Wording.versus,
    Wording.whole,
    Wording.own,
    Wording.of_self,
    Wording.leaves,
    Wording.yes_no,
    Wording.fragment,
)


@dataclass(frozen=True, slots=True)
class Scored:
    """What is given for a message: the scores of its words (`heard`), those with what the conversation adds (`weighed`).

    `topic` is how plainly any topic of guidance is meant.
    """

    heard: Scores
    weighed: Scores
    topic: float


def scored(model: IntentModel, message: Message, evidence: Features, wording: Wording) -> Scored:
    """Score the intents for a message with the features of its evidence."""
    heard = model.scores(evidence)
    return Scored(heard, weighed(heard, message, wording), model.topic(evidence))


class ContextModel:
    """Tells how likely each intent is for a message in its conversation."""

    def __init__(self, model: LinearModel | None = None) -> None:
        self._model = model

    def odds(self, given: Scored, message: Message, wording: Wording) -> Scores:
        """How likely each intent is, all together 1."""
        trust = TRUST_ALONE if self._model is None else TRUST_WHOLE
        logits = {intent: trust * score for intent, score in given.weighed.items()}
        if self._model is not None:
            learnt = self._model.scores(features(given, message, wording))
            for label, more in zip(self._model.labels, learnt, strict=True):
                logits[label] = logits.get(label, 0.0) + more
        return odds(logits)


def taught(examples: Iterable[tuple[Example, Scored]]) -> LinearModel | None:
    """The model for labelled messages, each with its scores; None where there are none."""
    learnt = list(examples)
    if not learnt:
        return None
    given = [{str(intent): TRUST * score for intent, score in each.weighed.items()} for _, each in learnt]
    return learn([example for example, _ in learnt], given, sorted(given[0]), RIDGE)


def features(given: Scored, message: Message, wording: Wording) -> Features:
    """What tells of the odds: the scores, what the message names and how it is worded, who asks, what was talked of."""
    slots, said, about = message.slots, message.competence, message.about
    found = {"topic": LOUD * given.topic}
    for kind, scores in (("heard", given.heard), ("weighed", given.weighed)):
        found |= {f"{kind} {intent}": LOUD * score for intent, score in scores.items()}
        found |= {f"{kind} {place}": score for place, score in enumerate(heapq.nlargest(BEST, scores.values()))}
    found |= {ask.__name__: 1.0 for ask in ASKS if ask(wording, slots)}
    found |= {f"names {kind}": 1.0 for kind in ("role", "path", "topic", "opportunity") if slots.has(kind)}
    found |= {
        "after": 1.0 if message.last else 0.0,
        f"after {message.last.intent if message.last else None}": 1.0,
        "leans": float(message.leans),
        "known asker": float(bool(message.mine)),
        "long": min(len(slots.words), LONG) / 10,
        "few": float(slots.few),
        "question": float(message.evidence.asks),
        "tells more": float(message.evidence.more),
        "grade": float(bool(slots.grades)),
        "grades": float(min(len(about.grades), BEST)),
        "roles": float(min(len(about.roles), BEST)),
        "somebody": float(about.named),
        "competencies": float(min(len(said.ids), 2)),
        "named": float(said.named),
        "ambiguous": float(said.ambiguous),
        "points": message.evidence.pointed[0].score if message.evidence.pointed else 0.0,
        "points plainly": said.score if said.ids else 0.0,
        "points alone": said.lead if said.ids else 0.0,
    }
    return found
