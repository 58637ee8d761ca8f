"""How a message is worded, by the words of one language: whether it goes on, refers back, sets things side by side, speaks of the asker."""

import re
from collections.abc import Iterable
from typing import Literal

from bot.understanding.language import WordsShape
from bot.understanding.phrasing import either
from bot.understanding.reading import Manner
from bot.understanding.slots import Slots

_SENTENCE_END = re.compile(r"[.?!]")
_ENDS = frozenset(".?!,")
MOST_DENIED = 3  # so many words after "not" are not what is asked about
NAMING = frozenset({"role", "path", "competency", "ambiguous", "next", "below"})


class Wording:
    """Tells how messages of one language are worded."""

    def __init__(self, words: WordsShape) -> None:
        self._openings = _beginnings(words.follow_up)
        self._fillers = frozenset(word for phrase in (*words.follow_up, *words.fillers) for word in phrase.split())
        opens = rf"(?:^|(?<=[,.;?!])|\b(?:{either(words.puts_right)})\b)\s*"
        aside = rf"(?:\b(?:{either(words.set_aside)})|{opens}(?:{either(words.drops)}))\b[^,.;?]*?(?=[,.;?]|\band (?:start|begin)|$)"
        denied = rf"{opens}(?:{either(words.denies)})\s+[\w'&-]+(?:\s+[\w'&-]+){{0,{MOST_DENIED - 1}}}\s*(?=[,.;]|$)"
        self._set_aside = re.compile(f"{aside}|{denied}", re.IGNORECASE)
        self._rights = re.compile(rf"\b(?:{either((*words.correcting, *words.puts_right))})\b", re.IGNORECASE)
        few_words = rf"[\w'&-]+(?:\s+[\w'&-]+){{0,{MOST_DENIED - 1}}}"
        self._ends_denying = re.compile(rf"\s(?:{either(words.denies)})\s+{few_words}\s*[.!?]*$", re.IGNORECASE)
        self._polite = frozenset(words.polite)
        self._courtesies = frozenset(words.courtesies)
        self._manners = {self._key(phrase.split()): Manner(name) for name, phrases in words.manners.items() for phrase in phrases}
        self._framework_words = frozenset(words.framework_words)
        self._words = words
        self._asides = re.compile(rf"\b(?:{either(words.no_reference)})\b")
        self._versus = _beginnings(words.versus)
        self._beside = frozenset(words.beside)
        self._own = frozenset(words.own)
        self._pronouns = frozenset(words.pronouns)
        self._persons = frozenset(words.persons)
        self._of_self = frozenset(words.of_self)
        self._gives = frozenset(words.gives)
        self._same = frozenset(words.same)
        self._whole = frozenset(words.whole)
        self._what_is_done = _beginnings(words.what_is_done)
        self._ends_what_is_done = tuple(f" {phrase}" for phrase in words.what_is_done_ends)
        self._who_does = _beginnings(words.who_does)
        self._yes_no = frozenset(words.yes_no)

    def meant(self, text: str) -> str:
        """What is typed without what it sets aside, unless that is all.

        "Writes them rather than just following them", "not 7, 8", "sorry I meant planning not budget".
        """
        kept = self._set_aside.sub(" ", text)
        denied = self._ends_denying.search(kept)
        if denied and self._rights.search(kept[: denied.start()]):
            kept = kept[: denied.start()]
        return kept if kept.strip(" .,;!?") else text

    def manner(self, slots: Slots) -> Manner | None:
        """How the last answer is wanted once more, where the message asks nothing else: "why?", "shorter please", "same in the matrix"."""
        if slots.grades:
            return None
        asked = self._manners.get(self._key(slots.words)) or self._last_manner(slots)
        if asked is None and slots.has("framework") and not slots.has("role", "competency", "ambiguous"):
            named = {word for span in slots.spans if span.ids("framework") for word in span.words.lower().split()}
            rest = [word for word in slots.words if word.isalpha() and word not in named and word not in self._framework_words]
            asked = Manner.ELSEWHERE if set(rest) <= self._fillers | self._polite | self._pronouns else None
        return asked

    def _last_manner(self, slots: Slots) -> Manner | None:
        """The manner that the last of several short sentences asks for, where each of them does: "I do not get it. Simpler?"."""
        text = " ".join(token.word for token in slots.tokens)
        each = [self._manners.get(self._key(sentence.split())) for sentence in _SENTENCE_END.split(text) if sentence.strip()]
        return each[-1] if len(each) > 1 and all(each) else None

    def _key(self, words: Iterable[str]) -> tuple[str, ...]:
        kept = tuple(word for word in words if word.isalpha())
        return tuple(word for word in kept if word not in self._polite) or kept

    def opens(self, slots: Slots) -> bool:
        """Whether it begins as a follow-up does, if after a courtesy: "and …", "what about …", "thank you. and …"."""
        marks = [at for at, token in enumerate(slots.tokens) if token.word in _ENDS]
        first = slots.tokens[: marks[0]] if marks else ()
        courtesy = bool(first) and self._courtesies.issuperset(token.word for token in first)
        words = [token.word for token in slots.tokens[marks[0] :] if token.word not in _ENDS] if courtesy else slots.words
        return _spoken(words).startswith(self._openings)

    def corrects(self, slots: Slots) -> bool:
        """Whether it puts right what was asked: "no i meant a small one"."""
        return _holds(slots.words, self._words.correcting)

    def puts_right(self, slots: Slots) -> bool:
        """Whether it puts right what was asked, or begins as if it did: "sorry, 7"."""
        return self.corrects(slots) or (bool(slots.words) and slots.words[0] in self._words.puts_right)

    def refers(self, slots: Slots) -> bool:
        """Whether it refers back with a pronoun."""
        return not self._pronouns.isdisjoint(slots.words)

    def refers_to_a_thing(self, slots: Slots) -> bool:
        """Whether it refers back to what was talked of, not only to whom: "how do they do that", but not "do they teach"."""
        said = " ".join("," if token.is_mark else token.word for token in slots.tokens)
        first = next((part for part in self._without_asides(said).split(",") if part.strip()), "")
        return not (self._pronouns - self._persons).isdisjoint(first.split())

    def _without_asides(self, said: str) -> str:
        return self._asides.sub(" ", said)

    def asks_grade(self, slots: Slots) -> bool:
        """Whether it asks for a grade or for somebody, and does not merely tell a duty."""
        return _holds(slots.words, self._words.asks_grade)

    def narrows(self, slots: Slots) -> bool:
        """Whether it narrows what was asked: "only the budget side", "let us stick to safety"."""
        return _holds(slots.words, self._words.narrows)

    def learns(self, slots: Slots) -> bool:
        """Whether it speaks of learning: "courses for a 4 on equipment"."""
        named = {at for span in slots.spans if span.kinds & {"competency", "ambiguous"} for at in range(span.start, span.end)}
        return _holds(("," if at in named else token.word for at, token in enumerate(slots.tokens)), self._words.learns)

    def adds(self, slots: Slots) -> bool:
        """Whether it adds something to what was set side by side: "and the director as well"."""
        return _holds(slots.words, self._words.adds)

    def asks_the_same(self, slots: Slots) -> bool:
        """Whether it refers to the question that was asked, whatever that was about: "the same but for spending"."""
        return not self._same.isdisjoint(slots.words)

    def versus(self, slots: Slots) -> bool:
        """Whether it sets something beside something: "versus", "compared to"."""
        return _holds(self._without_asides(" ".join(slots.words)).split(), self._words.versus)

    def opens_beside(self, slots: Slots) -> bool:
        """Whether it sets what it names beside what was talked of: "vs a 5 and a 7", "any difference to 4 or 5"."""
        named = [span.start for span in slots.grade_spans] + [span.start for span in slots.spans if span.kinds & {"role", "path"}]
        before = [token.word for token in slots.tokens[: min(named, default=0)]]
        leads = next((word for word in reversed(before) if word in self._beside or word not in self._fillers), "")
        return _spoken(slots.words).startswith(self._versus) or (leads in self._beside and _holds(before, self._words.versus))

    def whole(self, slots: Slots) -> bool:
        """Whether it asks about a role as a whole: "everything", "responsibilities"."""
        return not self._whole.isdisjoint(self._without_asides(" ".join(slots.words)).split())

    def all_else(self, slots: Slots) -> bool:
        """Whether a follow-up asks about more than what was talked of: "everything else for that grade"."""
        return _holds(slots.words, self._words.all_else)

    def asks_what_is_done(self, slots: Slots) -> bool:
        """Whether it asks what somebody with a title does, or with a grade and nothing more: "what does a lab manager do"."""
        said = _spoken(slots.words)
        if not said.startswith(self._what_is_done):
            return False
        ends = said.rstrip().endswith(self._ends_what_is_done)
        return slots.has("role") or (bool(slots.grades) and ends)

    def asks_who(self, slots: Slots) -> bool:
        """Whether it asks who does something, after words such as "and" or "ok so"."""
        for at, word in enumerate(slots.words):
            if _spoken(slots.words[at:]).startswith(self._who_does):
                return True
            if word not in self._fillers:
                break
        return False

    def own(self, slots: Slots) -> bool:
        """Whether the asker speaks of themselves."""
        return not self._own.isdisjoint(slots.words)

    def of_self(self, slots: Slots) -> bool:
        """Whether it asks, in few words, about the asker: "and for me", "what about my job", but not "tell me more"."""
        meant = any(word in self._of_self and not (at and slots.words[at - 1] in self._gives) for at, word in enumerate(slots.words))
        return meant and slots.few

    def swaps(self, slots: Slots) -> bool:
        """Whether it puts one thing in the place of another: "swap the 5 for a 6"."""
        return _holds(slots.words, self._words.swaps)

    def both(self, slots: Slots) -> bool:
        """Whether it speaks of the two roles that were talked of: "between the two"."""
        return _holds(slots.words, self._words.both)

    def same_grade(self, slots: Slots) -> bool:
        """Whether it speaks of the grade that was talked of: "the manager at that grade"."""
        return _holds(slots.words, self._words.same_grade)

    def leaves(self, slots: Slots) -> bool:
        """Whether the grade named is one to be left: "how do I get off grade 4"."""
        return _holds(slots.words, self._words.leaving) and not _holds(slots.words, self._words.not_leaving)

    def end(self, slots: Slots) -> Literal["lowest", "highest"] | None:
        """Whether it asks where something begins or up to where it goes: "the lowest grade that …"."""
        if _holds(slots.words, self._words.begins):
            return "lowest"
        return "highest" if _holds(slots.words, self._words.ends) else None

    def yes_no(self, slots: Slots) -> bool:
        """Whether it wants a yes or a no, and not to be told something: "can you tell me what …"."""
        return bool(slots.words) and slots.words[0] in self._yes_no and not _holds(slots.words, self._words.begs)

    def fragment(self, slots: Slots) -> bool:
        """Whether it is little more than the slots it names: "and the director?", "tenders", "one grade down"."""
        taken = {at for span in slots.grade_spans for at in range(span.start, span.end)}
        taken |= {at for span in slots.spans if span.kinds & NAMING for at in range(span.start, span.end)}
        rest = [token.word for at, token in enumerate(slots.tokens) if at not in taken and not token.is_mark and token.word != "?"]
        telling = [word for word in self._without_asides(" ".join(rest)).split() if word not in self._fillers]
        return len(telling) <= 1 and len(telling) < len(slots.words)


def _spoken(words: Iterable[str]) -> str:
    """Some words, each followed by a space."""
    return " ".join(words) + " "


def _beginnings(phrases: Iterable[str]) -> tuple[str, ...]:
    """Phrases with which what is spoken may begin."""
    return tuple(f"{phrase} " for phrase in phrases)


def _holds(words: Iterable[str], phrases: Iterable[str]) -> bool:
    """Whether some words hold any of some phrases."""
    said = f" {_spoken(words)}"
    return any(f" {phrase} " in said for phrase in phrases)
