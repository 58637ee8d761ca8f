"""Teaching the classifier: every way of asking in `knowledge/`, heard as a message would be."""

from collections.abc import Iterable, Iterator, Mapping

from bot.framework.model import Library
from bot.understanding.classifier import Classifier, Example, learn
from bot.understanding.language import Language
from bot.understanding.listening import Ear
from bot.understanding.reading import Intent

TOPIC = "topic:"
def taught(library: Library, language: Language, ears: Mapping[str, Ear]) -> Classifier:
    """The classifier for a library and a language. Labels are intents and `topic:<id>`."""
    return learn(_examples(library, language, ears))


def _examples(library: Library, language: Language, ears: Mapping[str, Ear]) -> Iterator[Example]:
    anyone = next(iter(ears.values()))
    fillers = _fillers(library)
    for intent, asks in language.asks.items():
        yield from _heard(anyone, (_filled(ask, fillers) for ask in asks), frozenset({intent.value}))
    for (intent, framework), sentences in language.said_in.items():
        if framework in ears:
            yield from _heard(ears[framework], sentences, frozenset({intent.value}))
    for framework in library.frameworks.values():
        for topic in framework.topics.values():
            labels = frozenset({Intent.GUIDE.value, TOPIC + topic.id})
            yield from _heard(ears[framework.id], (*topic.asked_as, *topic.aliases), labels)


def _heard(ear: Ear, sentences: Iterable[str], labels: frozenset[str]) -> Iterator[Example]:
    for sentence in sentences:
        yield ear.evidence(sentence).features(), labels


def _fillers(library: Library) -> dict[str, str]:
    """What each placeholder sounds like: words of a framework that are heard as that slot."""
    framework = next(iter(library.frameworks.values()))
    topic = next((t for f in library.frameworks.values() for t in f.topics.values() if t.aliases), None)
    opportunities = [o for f in library.frameworks.values() if f.development for o in f.development.opportunities.values()]
    grades = list(framework.grades)
    path = next(path.aliases[0] for path in framework.paths.values() if path.aliases)
    return {
        "{grades}": f"grade {grades[0]} and grade {grades[-1]}",
        "{grade}": f"grade {grades[0]}",
        "{role}": next((role.aliases[0] for role in framework.roles.values() if role.aliases), path),
        "{competency}": next((c.aliases[0] for c in framework.competencies.values() if c.aliases), ""),
        "{opportunity}": opportunities[0].name if opportunities else "",
        "{topic}": topic.aliases[0] if topic else "",
    }


def _filled(ask: str, fillers: Mapping[str, str]) -> str:
    for placeholder, words in fillers.items():
        ask = ask.replace(placeholder, words)
    return ask
