"""The guidance around a framework: a topic in a few sentences, with the next one a press away."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.cards.payloads import Ask
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.framework.judging_topics import Decided, decided
from bot.framework.model import Framework, Topic
from bot.framework.telling import told, whole_list, with_what_it_refers_to
from bot.phrases.en import buttons
from bot.phrases.en import guidance as say
from bot.phrases.en.names import shortened
from bot.phrases.en.sources import source
from bot.understanding.reading import Intent, Reading

TOPICS_ON_A_CARD = 10
TEXT_LIMIT = 400
BRIEF = 700  # characters of a topic that is shown whole
WHOLE = 1300  # characters of a topic that is shown whole to who asks how something is done
AT_FIRST = 500  # characters of a longer one shown before somebody asks for all of it


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
    """The topic of one framework's guide, `home`, that answers, and the others a press away; `lead` says so where it is not the asker's."""
    settled = decided(home, found, asked.reading.said) if asked.reading.yes_no and asked.start is None else None
    if settled:
        return _settled(asked, home, found, settled, lead)
    answering = told(home, found, asked.reading.said)
    topic = answering.topic
    if home.wanted.how_often.search(asked.reading.said) and not any(home.wanted.often.search(words) for words in topic.says):
        lead = f"{lead} {say.NO_TIME}".strip()
    listed = tuple(topic.says[at] for at in whole_list(home, topic, asked.reading.said))
    shown = topic.says if asked.start is not None else first_of(home, topic, asked.reading.said, answering.close)
    view = _view(asked, home, found, topic, (_section("", shown),))
    first = answering.answer if home.wanted.parts.search(asked.reading.said) else listed or answering.answer
    return answer(replace(view, lead=lead), f"{lead} {shortened(first or shown, TEXT_LIMIT)}".strip())


def _settled(asked: Asked, home: Framework, found: Sequence[Topic], settled: Decided, lead: str) -> Reply:
    """A yes or a no, the sentence that says so, and the rest of the topic where it is short."""
    topic = settled.topic
    close = with_what_it_refers_to(home, topic, settled.at)
    words = tuple(topic.says[at] for at in close)
    lead = f"{lead} {say.VERDICTS[settled.answer]}".strip()
    rest = tuple(sentence for at, sentence in enumerate(topic.says) if at not in close) if _length(topic.says) <= BRIEF else ()
    sections = (_section("", words), *((_section(say.MORE, rest),) if rest else ()))
    return answer(replace(_view(asked, home, found, topic, sections), lead=lead), f"{lead} {shortened(words, TEXT_LIMIT)}")


def _view(asked: Asked, home: Framework, found: Sequence[Topic], topic: Topic, sections: tuple[Section, ...]) -> View:
    """A topic as far as it is shown, the others found as lines to press, and what is left of it behind a button."""
    others = tuple(each for each in found if each is not topic)
    shown = sum(len(section.lines) for section in sections)
    return View(
        topic.title,
        sections=sections,
        rows_heading=say.ALSO if others else "",
        rows=tuple(_row(asked.framework, home, other) for other in others),
        source=source(home, (topic.place,)),
        buttons=(*_rest(asked, topic, shown), *_steps(asked, home, topic)),
    )


def _section(heading: str, says: Sequence[str]) -> Section:
    return Section(heading, tuple(Line(words) for words in says))


def first_of(home: Framework, topic: Topic, question: str, close: Sequence[int]) -> tuple[str, ...]:
    """What is shown of a topic first: all of one that is brief, the list that was asked for, or what is closest and then its beginning."""
    says = topic.says
    listed = whole_list(home, topic, question)
    if _length(says) <= (WHOLE if home.wanted.whole_list.search(question) and not listed else BRIEF):
        return says
    kept = list(listed or close)
    for at in range(len(says)):
        if at not in kept and (not kept or _length(says[each] for each in (*kept, at)) <= AT_FIRST):
            kept.append(at)
    left = [says[at] for at in range(len(says)) if at not in kept]
    return says if _length(left) < AT_FIRST // 3 else tuple(says[at] for at in sorted(kept))


def _length(says: Iterable[str]) -> int:
    return sum(map(len, says))


def _rest(asked: Asked, topic: Topic, shown: int) -> tuple[Button, ...]:
    reading = asked.reading.with_(guide_topics=(topic.id,))
    return (Button(buttons.SHOW_ALL, Ask(reading, 0)),) if shown < len(topic.says) else ()


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
