"""Whether a message goes on from the one before: "and at 8?", "what about budgets?", "same for a manager"."""

from bot.understanding.about import About
from bot.understanding.competence import Competence
from bot.understanding.language import WordsShape
from bot.understanding.reading import Intent, Reading
from bot.understanding.slots import Slots

SHORT = 4  # a message of so many words or fewer hardly stands alone
BRIEF = 9  # a message of so many words that names a role but no competency goes on with the last one
NAMING = frozenset({"role", "path", "competency", "ambiguous", "next", "below"})
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


class FollowUps:
    """Tells follow-ups from new subjects by the words of one language."""

    def __init__(self, words: WordsShape) -> None:
        self._openings = tuple(tuple(phrase.split()) for phrase in words.follow_up)
        self._versus = tuple(tuple(phrase.split()) for phrase in words.versus)
        self._pronouns = frozenset(words.pronouns)
        self._whole = frozenset(words.whole)
        self._fillers = frozenset(word for phrase in (*words.follow_up, *words.fillers) for word in phrase.split())

    def opens(self, slots: Slots) -> bool:
        """Whether the message begins as a follow-up does."""
        return any(slots.words[: len(opening)] == opening for opening in self._openings)

    def refers(self, slots: Slots) -> bool:
        """Whether the message refers back with a pronoun."""
        return any(word in self._pronouns for word in slots.words)

    def versus(self, slots: Slots) -> bool:
        """Whether the message sets something beside what was talked of."""
        words = slots.words
        return any(words[at : at + len(phrase)] == phrase for phrase in self._versus for at in range(len(words)))

    def fragment(self, slots: Slots) -> bool:
        """Whether the message is little more than the slots it names: "and the director?", "tenders", "one grade down"."""
        taken = {at for span in slots.grade_spans for at in range(span.start, span.end)}
        taken |= {at for span in slots.spans if span.kinds & NAMING for at in range(span.start, span.end)}
        rest = [token.word for at, token in enumerate(slots.tokens) if at not in taken and not token.is_mark and token.word != "?"]
        telling = [word for word in rest if word not in self._fillers]
        return len(telling) <= 1 and len(telling) < len(slots.words)

    def whole(self, slots: Slots) -> bool:
        """Whether the message asks about a role as a whole."""
        return any(word in self._whole for word in slots.words)

    def continues(self, slots: Slots, about: About, competence: Competence, last: Reading | None) -> bool:
        """Whether the message needs what was said before: it lacks a part that the last one had."""
        if last is None or last.intent not in TALKED_OF:
            return False
        if about.named and (competence.named or competence.sure):
            return self.versus(slots)
        if about.named and not competence.ids:
            return not self.whole(slots) and len(slots.words) <= BRIEF
        return len(slots.words) <= SHORT or self.opens(slots) or self.refers(slots) or not about.named
