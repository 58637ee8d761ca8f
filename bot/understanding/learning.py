"""Learning a library, or reading back what was learnt: an ear for every framework, and the model of intents."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.framework.model import Framework, Library
from bot.understanding import context, distress, intents, passages, pointing
from bot.understanding.context import ContextModel, Scored, scored
from bot.understanding.conversations import MessageShape
from bot.understanding.distress import Distress
from bot.understanding.intents import Halves, IntentModel, Sentence
from bot.understanding.language import Language
from bot.understanding.learnt import Learnt, Shelf
from bot.understanding.linear import Example, LinearModel
from bot.understanding.listening import ABOUT_COMPETENCIES, TELLS_OF_COMPETENCIES, Ear, quiet_words
from bot.understanding.message import heard
from bot.understanding.pointing import Elders, Pointer
from bot.understanding.reading import Intent
from bot.understanding.slots import Listener
from bot.understanding.spelling import common_english
from bot.understanding.tokens import Tokenizer
from bot.understanding.wording import Wording

INTENTS, CONTEXT, DISTRESS = "intents", "context", "distress"
MANY = 20  # everyday phrases a competency: a framework with so many is one that others lean on
SCARCE = 60  # an intent with fewer labelled messages is learnt from its ways of asking too
MOST_ELDERS = 3  # on so many at most: each is asked about every message
STEMS = " stems"  # after a framework's id: the stems of its own words and of every way of asking that is not off-topic


@dataclass(frozen=True, slots=True)
class Known:
    """What a library and a language taught: the ears by framework id, the models of intents, and what hears distress."""

    ears: Mapping[str, Ear]
    intents: IntentModel
    context: ContextModel
    distress: Distress


def learnt(library: Library, language: Language, wording: Wording, shelf: Shelf | None) -> Known:
    """Everything that is learnt. What is learnt anew is put on the shelf."""
    tokenizer = Tokenizer(language)
    kept = shelf.read() if shelf else None
    if kept is None:
        kept = _learnt_anew(library, language, tokenizer, wording)
        if shelf is not None:
            shelf.write(kept)
    ears, models = _ears(library, language, tokenizer, kept), kept.models
    return Known(ears, IntentModel(models[INTENTS]), ContextModel(models.get(CONTEXT)), Distress(models[DISTRESS], tokenizer))


def _learnt_anew(library: Library, language: Language, tokenizer: Tokenizer, wording: Wording) -> Learnt:
    fresh = _learn_words(library, language, tokenizer)
    ears = _ears(library, language, tokenizer, fresh)
    whole, halves = intents.taught(library, language, ears)
    models = {**fresh.models, INTENTS: whole, DISTRESS: distress.taught(language.distress, tokenizer, list(_asked(library, language)))}
    asked = intents.sentences(library, language)
    in_context = context.taught(_in_context(language, asked, ears, halves, wording))
    if in_context is not None:
        models[CONTEXT] = in_context
    return Learnt(models, fresh.words, fresh.quiet, fresh.told)


def _in_context(
    language: Language, asked: Iterable[Sentence], ears: Mapping[str, Ear], halves: Halves, wording: Wording
) -> Iterator[tuple[Example, Scored]]:
    """The labelled messages of the frameworks at hand, with their scores; of scarce intents some ways of asking as well."""
    messages = [(framework, each) for framework, every in language.conversations.items() if framework in ears for each in every]
    more = _of_scarce(asked, Counter(each.intent for _, each in messages)) if messages else ()
    for framework, each in (*messages, *more):
        message = heard(ears[framework], wording, each.text, each.profile(framework), each.last(framework))
        given = scored(halves.stranger_to(each.text), message, message.evidence.features(), wording)
        yield Example(context.features(given, message, wording), frozenset({each.intent.value})), given


def _of_scarce(asked: Iterable[Sentence], counted: Mapping[Intent, int]) -> Iterator[tuple[str, MessageShape]]:
    """Ways of asking of the intents that few labelled messages have, evenly over all of them, until they are SCARCE."""
    by_intent: dict[Intent, list[Sentence]] = {}
    for sentence in asked:
        if len(sentence.labels) == 1:
            by_intent.setdefault(Intent(next(iter(sentence.labels))), []).append(sentence)
    for intent, ways in by_intent.items():
        wanted = max(0, SCARCE - counted.get(intent, 0))
        step = max(1, len(ways) // max(wanted, 1))
        yield from ((each.framework, MessageShape(text=each.text, intent=intent)) for each in ways[::step][:wanted])


def _asked(library: Library, language: Language) -> Iterator[str]:
    """What people ask, of whichever framework, and what they say beside it."""
    yield from language.phrases()
    yield from (intents.bare(ask) for asks in language.asks.values() for ask in asks)
    yield from (text for _, text in language.typed())
    for framework in library.frameworks.values():
        yield from (asked for topic in framework.topics.values() for asked in topic.asked_as)
        yield from (asked for competency in framework.competencies.values() for asked in competency.asked_as)


def _everyday(framework: Framework) -> Iterator[str]:
    """The everyday phrases that a framework has of its own."""
    for competency in framework.competencies.values():
        yield from competency.asked_as
        yield from (said for cell in competency.expectations.values() for said in cell.also_said)


def _ears(library: Library, language: Language, tokenizer: Tokenizer, kept: Learnt) -> dict[str, Ear]:
    listeners = {id_: Listener(whole, library, language, tokenizer, kept.words[id_]) for id_, whole in library.frameworks.items()}
    pointers = {id_: Pointer(kept.models[id_]) for id_ in _speaking(library)}
    elders = {id_: pointers[id_] for id_ in _elders(library)}
    pointers |= {id_: Pointer(kept.models[id_], elders) for id_ in listeners if id_ not in pointers}
    return {
        id_: Ear(listener, pointers[id_], kept.quiet[id_], kept.words[id_ + STEMS], kept.told[id_]) for id_, listener in listeners.items()
    }


def _speaking(library: Library) -> list[str]:
    """The frameworks that know many everyday words."""
    return [id_ for id_, whole in library.frameworks.items() if sum(1 for _ in _everyday(whole)) >= MANY * len(whole.competencies)]


def _elders(library: Library) -> list[str]:
    """Those that the others lean on."""
    return _speaking(library)[:MOST_ELDERS]


def _learn_words(library: Library, language: Language, tokenizer: Tokenizer) -> Learnt:
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    asked = list(intents.sentences(library, language))
    for sentence in asked:
        (theirs if Intent.OUT_OF_SCOPE in sentence.labels else ours).update(_words(tokenizer, [sentence.text]))
    spelt = common_english(ours + theirs) | language.words.spoken() | _courtesies(language, tokenizer)
    own = {id_: _words(tokenizer, _texts(whole)) for id_, whole in library.frameworks.items()}
    words = {id_: frozenset(spelt | said) for id_, said in own.items()}
    words |= {id_ + STEMS: frozenset(map(tokenizer.stem, ours.keys() | said)) for id_, said in own.items()}
    elsewhere = _elsewhere(asked)
    listeners = {id_: Listener(whole, library, language, tokenizer, words[id_]) for id_, whole in library.frameworks.items()}
    models = {id_: _pointing(listeners[id_], language, tokenizer, elsewhere.get(id_, ()), Elders()) for id_ in _speaking(library)}
    elders = Elders({id_: Pointer(models[id_]) for id_ in _elders(library)}, _told(library, tokenizer))
    for id_ in [id_ for id_ in listeners if id_ not in models]:
        models[id_] = _pointing(listeners[id_], language, tokenizer, elsewhere.get(id_, ()), elders)
    quiet = {id_: quiet_words(language, tokenizer, whole) for id_, whole in library.frameworks.items()}
    told = {
        id_: tuple(passages.told(whole, tokenizer, _duties(language.conversations.get(id_, ()))))
        for id_, whole in library.frameworks.items()
    }
    return Learnt(models, words, quiet, told)


def _duties(messages: Iterable[MessageShape]) -> Iterator[tuple[passages.Cell, str]]:
    """The duties that people asked about, each with a cell that speaks of it."""
    return ((cell, each.text) for each in messages if each.alone for cell in each.cells)


def _courtesies(language: Language, tokenizer: Tokenizer) -> set[str]:
    """What is said in one word and is nothing else misspelt: "heya" is not HERA."""
    said = (tokenizer.tokens(ask) for intent in (Intent.GREETING, Intent.THANKS, Intent.CANCEL) for ask in language.asks[intent])
    return {words[0].word for words in said if len(words) == 1}


def _words(tokenizer: Tokenizer, texts: Iterable[str]) -> set[str]:
    return {token.word for text in texts for token in tokenizer.tokens(text) if token.word.isalpha()}


def _texts(framework: Framework) -> Iterable[str]:
    """Every text of a framework by which something is asked for."""
    for competency in framework.competencies.values():
        yield from (competency.about, *competency.hints, *competency.aliases)
        for expectation in competency.expectations.values():
            yield from (*expectation.also_said, *(statement.text for statement in expectation.added))
    for topic in framework.topics.values():
        yield from (topic.title, *topic.aliases, *topic.says)


def _elsewhere(asked: Iterable[Sentence]) -> dict[str, list[str]]:
    """The sentences that tell of no competency, by the framework they are heard in."""
    found: dict[str, list[str]] = {}
    for sentence in asked:
        if sentence.labels.isdisjoint(TELLS_OF_COMPETENCIES):
            found.setdefault(sentence.framework, []).append(sentence.text)
    return found


def _told(library: Library, tokenizer: Tokenizer) -> list[tuple[str, ...]]:
    """The stems of what the elders were taught to be asked about their competencies."""
    elders = (library.frameworks[id_] for id_ in _elders(library))
    return [tokenizer.phrase(asked) for elder in elders for of in elder.competencies.values() for asked in of.asked_as]


def _pointing(listener: Listener, language: Language, tokenizer: Tokenizer, elsewhere: Iterable[str], elders: Elders) -> LinearModel:
    """Where words point, taught with what points nowhere.

    Sentences of other subjects, what no cell speaks of, and ways of asking with the competency left out.
    """
    other = [listener.hear(text).loose for text in elsewhere]
    asks = [ask for intent in ABOUT_COMPETENCIES for ask in language.asks[intent] if "{competency}" in ask]
    bare = [tokenizer.phrase(intents.bare(ask)) for ask in sorted(asks)]
    messages = language.conversations.get(listener.framework.id, ())
    typed = [(each.text, labels) for each in messages if each.alone and (labels := pointing.labels(each))]
    return pointing.taught(listener, tokenizer, typed, [*other, *bare, *bare], elders)
