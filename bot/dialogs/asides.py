"""What is said beside the questions: distress first of all, then a nod, rudeness, another language, an aim, a wish to be forgotten."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.dialogs import my_data, not_understood, profile, small_talk
from bot.dialogs.asked import Asked, Reads
from bot.dialogs.caring import caring
from bot.dialogs.reply import Reply
from bot.people.contacts import Contact
from bot.understanding.care import Care
from bot.understanding.distress import Instead
from bot.understanding.reading import Intent, NotUnderstood, Outcome, Understood, Unsure
from bot.understanding.remarks import Remarks
from bot.understanding.striking import Striking

# A rude word in one of these is only a manner of asking.
_QUESTIONS = frozenset(
    {Intent.EXPECTATIONS, Intent.COMPARE, Intent.DEVELOPMENT, Intent.FIND_GRADE, Intent.GUIDE, Intent.CAREER_PROGRESSION}
)


@dataclass(frozen=True, slots=True)
class Tact:
    """Hears what is no question, knows whom to send people to, and strikes out what could point to somebody."""

    care: Care
    remarks: Remarks
    contacts: tuple[Contact, ...] = ()
    striking: Striking | None = None

    def cares(self, text: str, reader: Reads, framework: str, instead: Instead) -> Reply | None:
        """The answer to distress; None where there is none. `instead` is what the message may be otherwise."""
        need = self.care.need(text) or reader.unwell(text, framework, instead)
        return caring(need, self.contacts) if need else None

    def waits(self, text: str) -> bool:
        """Whether a message only asks for a moment, whatever else waits for words."""
        return self.remarks.is_to_wait(text)

    def aside(self, asked: Asked, outcome: Outcome, answered: Callable[..., Reply]) -> Reply | None:
        """The answer to a remark; None where the message is to be answered as it was read. `answered` answers a reading."""
        if isinstance(outcome, Understood) and outcome.reading.intent is Intent.LOG_EVIDENCE:
            return None  # what somebody wants kept is theirs, whatever its words
        if asked.reader.grading.duties(asked.reading.said):
            return None  # nor is a pasted list of duties talk
        remark = self._no_question(asked, outcome)
        if remark or not asked.personal or isinstance(outcome, NotUnderstood):
            return remark
        noted = None if asked.guest else self._noted(asked, outcome, answered)
        return noted or (self._about_oneself(asked, outcome) if isinstance(outcome, Understood) else None)

    def _noted(self, asked: Asked, outcome: Understood | Unsure, answered: Callable[..., Reply]) -> Reply | None:
        """The answer to an aim, or to a question with what somebody tells of themselves before it."""
        aimed = profile.aim(asked, outcome.why, answered) if self.remarks.is_aim(asked.reading.said) else None
        return aimed or profile.told_and_asked(asked, answered)

    def _no_question(self, asked: Asked, outcome: Outcome) -> Reply | None:
        text, remarks = asked.reading.said, self.remarks
        for is_said, answer in (
            (remarks.is_nod, small_talk.nod),
            (remarks.is_farewell, small_talk.farewell),
            (remarks.is_sorry, small_talk.pardoned),
        ):
            if is_said(text):
                return answer(asked)
        if remarks.is_foreign(text):
            return not_understood.only_english(asked)
        if remarks.is_rude(text) and not _is_question(outcome):
            return not_understood.rude(asked)
        if not any(letter.isalnum() for letter in text):
            return not_understood.not_understood(asked, ())
        return None

    def _about_oneself(self, asked: Asked, outcome: Understood) -> Reply | None:
        to_forget = self.remarks.is_to_forget(asked.reading.said) or my_data.points_only(asked)
        if outcome.reading.intent is Intent.MY_DATA and to_forget:
            return my_data.asked_to_forget(asked)
        if outcome.reading.intent is not Intent.SET_PROFILE:
            return None
        return profile.told(asked, outcome.why)


def _is_question(outcome: Outcome) -> bool:
    if not isinstance(outcome, Understood) or outcome.reading.intent not in _QUESTIONS:
        return False
    reading = outcome.reading
    return bool(reading.grades or reading.roles or reading.competencies or reading.guide_topics)
