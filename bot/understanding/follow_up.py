"""Whether a message goes on from the one before: "and at 8?", "what about budgets?", "same for a manager"."""

from bot.understanding.about import About
from bot.understanding.competence import Competence
from bot.understanding.language import WordsShape
from bot.understanding.reading import Intent, Reading
from bot.understanding.slots import Slots

SHORT = 4  # a message of so many words or fewer hardly stands alone
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

    def continues(self, slots: Slots, about: About, competence: Competence, last: Reading | None) -> bool:
        """Whether the message needs what was said before: it lacks a part that the last one had."""
        if last is None or last.intent not in TALKED_OF:
            return False
        complete = about.named and (competence.named or bool(competence.ids and competence.sure))
        if complete and not self.versus(slots):
            return False
        short = len(slots.words) <= SHORT
        return short or self.opens(slots) or self.refers(slots) or not about.named
