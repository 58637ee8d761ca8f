"""The guidance around a framework: a topic in a few sentences, with the next one a press away."""

from collections.abc import Sequence

from bot.cards.payloads import Ask
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.framework.model import Framework, Topic
from bot.phrases.en import buttons
from bot.phrases.en import guidance as say
from bot.phrases.en.names import shortened
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent, Reading

TOPICS_ON_A_CARD = 10
TEXT_LIMIT = 400
AT_FIRST = 500  # characters of a topic shown before somebody asks for all of it


def guidance(asked: Asked) -> Reply:
    """Answer with the topics asked for, or offer all of them."""
    framework = asked.framework
    own = _topics(framework, asked.reading.guide_topics)[:TOPICS_ON_A_CARD]
    if own:
        return _told(asked, framework, own, "")
    for other in asked.other_frameworks:
        theirs = _topics(other, asked.reading.guide_topics)[:TOPICS_ON_A_CARD]
        if theirs:
            return _told(asked, other, theirs, say.of_other(other))
    return _all(asked)


def _topics(framework: Framework, ids: Sequence[str]) -> tuple[Topic, ...]:
    return tuple(framework.topics[id_] for id_ in ids if id_ in framework.topics)


def _told(asked: Asked, home: Framework, found: Sequence[Topic], lead: str) -> Reply:
    """The likeliest topic of one framework's guide, `home`, and the others a press away; `lead` says so where it is not the asker's."""
    topic, *others = found
    says = topic.says if asked.start is not None else first_of(topic.says)
    view = View(
        topic.title,
        lead,
        (Section("", tuple(Line(words) for words in says)),),
        say.ALSO if others else "",
        tuple(_row(asked.framework, home, other) for other in others),
        source(home, (topic.place,)),
        (*_rest(asked, topic, says), *_steps(asked, home, topic)),
    )
    return answer(view, f"{lead} {shortened(says, TEXT_LIMIT)}".strip())


def first_of(says: Sequence[str]) -> tuple[str, ...]:
    """The first sentences of a topic, all of them where what is left would be short."""
    kept = [words for at, words in enumerate(says) if at == 0 or sum(map(len, says[: at + 1])) <= AT_FIRST]
    left = says[len(kept) :]
    return tuple(says) if sum(map(len, left)) < AT_FIRST // 3 else tuple(kept)


def _rest(asked: Asked, topic: Topic, shown: Sequence[str]) -> tuple[Button, ...]:
    reading = asked.reading.with_(guide_topics=(topic.id,))
    return (Button(buttons.SHOW_ALL, Ask(reading, 0)),) if len(shown) < len(topic.says) else ()


def _steps(asked: Asked, home: Framework, topic: Topic) -> tuple[Button, ...]:
    onward = (next_steps.topic(asked.framework, topic.next, home),) if topic.next else ()
    return (*onward, next_steps.plain(asked.framework, Intent.GUIDE, buttons.ALL_TOPICS))


def _all(asked: Asked) -> Reply:
    """Every topic of this framework, and of the others where this one says little, some to a card."""
    topics = [(home, topic) for home in (asked.framework, *asked.other_frameworks) for topic in home.topics.values()]
    start = asked.start or 0
    shown = topics[start : start + TOPICS_ON_A_CARD]
    rows = tuple(_row(asked.framework, home, topic) for home, topic in shown)
    end = start + len(shown)
    more = (Button(buttons.MORE_TOPICS, Ask(asked.reading.with_(guide_topics=()), end)),) if end < len(topics) else ()
    text = say.topics(len(topics))
    return answer(View(say.TITLE, text, rows=rows, source=source(asked.framework, ()), buttons=more), text)


def _row(framework: Framework, home: Framework, topic: Topic) -> Row:
    detail = "" if home is framework else say.elsewhere(home)
    return Row(topic.title, Ask(Reading(framework.id, Intent.GUIDE, guide_topics=(topic.id,))), detail)
