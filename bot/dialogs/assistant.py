"""The one entry: what arrived becomes a reading, and the dialog for it answers."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property, partial

from bot.cards.noting import with_note
from bot.cards.payloads import Ask, Career, Details, Forget, Keep, Move, PayloadError, SetProfile, unpack
from bot.dialogs import (
    career,
    details,
    files,
    not_understood,
    offers,
    profile,
    record_dialogs,
    remembering,
    reminding,
    searching,
    small_talk,
)
from bot.dialogs.asides import Tact
from bot.dialogs.asked import Asked, Reads
from bot.dialogs.assessing import show_assessment, start_assessment
from bot.dialogs.comparison import comparison
from bot.dialogs.development import development
from bot.dialogs.dossier import dossier
from bot.dialogs.evidence import log_evidence, show_evidence
from bot.dialogs.expectations import expectations
from bot.dialogs.facts import guide
from bot.dialogs.follow_up import follow_up
from bot.dialogs.grading import which_grade
from bot.dialogs.in_vain import in_vain
from bot.dialogs.own_words import hits_in_own_words, in_own_words
from bot.dialogs.planning.dialog import show_plan, start_plan
from bot.dialogs.progression import pay, progression
from bot.dialogs.reply import Reply
from bot.dialogs.reviewing import review
from bot.dialogs.searching import Hits
from bot.dialogs.sharing import share
from bot.dialogs.succession import succession
from bot.dialogs.team import team
from bot.dialogs.turn import Joined, Memory, Pressed, Said, Turn
from bot.dialogs.vacancy import job_description
from bot.framework.model import Framework, Library
from bot.framework.words import words_of
from bot.people.contacts import Contact
from bot.people.profile import Profile
from bot.people.records import UnreadableRecord
from bot.phrases.en import forms
from bot.understanding.distress import Instead
from bot.understanding.finding import Found
from bot.understanding.reading import ANSWERED, Intent, Manner, NotUnderstood, Outcome, Reading, Understood, Unsure, Why
from bot.understanding.striking import STRUCK
from bot.vacancies.grading import Graded, graded, rubric

Dialog = Callable[[Asked], Reply]

DIALOGS: Mapping[Intent, Dialog] = {
    Intent.EXPECTATIONS: expectations,
    Intent.COMPARE: comparison,
    Intent.DEVELOPMENT: development,
    Intent.FIND_GRADE: which_grade,
    Intent.GUIDE: guide,
    Intent.CAREER_PROGRESSION: progression,
    Intent.START_ASSESSMENT: start_assessment,
    Intent.SHOW_ASSESSMENT: show_assessment,
    Intent.START_PLAN: start_plan,
    Intent.SHOW_PLAN: show_plan,
    Intent.JOB_DESCRIPTION: job_description,
    Intent.TEAM_OVERVIEW: team,
    Intent.SUCCESSION: succession,
    Intent.SHARE: share,
    Intent.REVIEW: review,
    Intent.REMINDERS: reminding.reminders,
    Intent.LOG_EVIDENCE: log_evidence,
    Intent.SHOW_EVIDENCE: show_evidence,
    Intent.DOSSIER: dossier,
    Intent.EXPORT: files.files,
    Intent.SET_PROFILE: profile.set_profile,
    Intent.MY_DATA: files.my_data,
    Intent.HELP: small_talk.help_,
    Intent.GREETING: small_talk.greeting,
    Intent.THANKS: small_talk.thanks,
    Intent.CANCEL: small_talk.cancel,
    Intent.OUT_OF_SCOPE: not_understood.out_of_scope,
}
# After these the question before them still stands, so a follow-up finds it.
_LEAVES_THE_LAST = {Intent.GREETING, Intent.THANKS, Intent.HELP, Intent.MY_DATA, Intent.OUT_OF_SCOPE} | {
    Intent.LOG_EVIDENCE,
    Intent.SHOW_EVIDENCE,
    Intent.DOSSIER,
    Intent.EXPORT,
    Intent.SHARE,
    Intent.REVIEW,
    Intent.TEAM_OVERVIEW,
    Intent.SUCCESSION,
}
# Nobody's word is longer: the rest of one would only cost time, for all, as the slips looked for grow with the square of its length.
_ENDLESS_WORD = re.compile(r"(\w{60})\w+")


class Assistant:
    """Answers turns: reads what was said, checks what was pressed, and lets one dialog answer."""

    def __init__(
        self, library: Library, reader: Reads, default_framework: str, tact: Tact | None = None, people: Sequence[Contact] = ()
    ) -> None:
        """`default_framework` is the id of the institution's own framework, used until a person names another.

        `tact` hears what is no question; without it, every message is answered as it was read. `people` know what it does not.
        """
        self._library = library
        self._reader = reader
        self._tact = tact
        self._people = tuple(people)
        self.default_framework = default_framework

    @property
    def library(self) -> Library:
        """The frameworks it knows."""
        return self._library

    def library_of(self, _tenant: str) -> Library:
        """The same for every tenant."""
        return self._library

    @property
    def frameworks(self) -> tuple[str, ...]:
        """The ids of the frameworks it knows."""
        return tuple(self._library.frameworks)

    def answer(self, turn: Turn) -> Reply:
        """Answer one turn, and keep what the conversation has settled so far."""
        try:
            reply = self._answer(turn)
        except UnreadableRecord:
            reply = not_understood.unreadable()
        reply = self._in_own_words(turn, reply)
        return replace(reply, memory=remembering.after(turn, reply, self._library))

    def _answer(self, turn: Turn) -> Reply:
        match turn.arrived:
            case Said(text):
                return self._said(turn, text)
            case Pressed():
                return self._pressed(turn, turn.arrived)
            case Joined():
                return small_talk.welcome(self._asked(turn, self._reading(turn, Intent.HELP)))

    def _said(self, turn: Turn, text: str) -> Reply:
        asked, read = self._asked(turn, self._reading(turn, Intent.OUT_OF_SCOPE)), cache(partial(self.read, turn))
        if self._tact and self._tact.waits(text):
            return small_talk.wait(asked)
        if not self._cares(turn) and (heard := self._heard(asked, text, read)):
            return heard
        reply = record_dialogs.led_back(asked, self._reply_to(turn, read()))
        vain = reply.in_vain or in_vain(turn, text, self._framework(turn), read())
        return replace(reply, in_vain=vain) if vain else reply

    def _heard(self, asked: Asked, text: str, read: Callable[[], Outcome]) -> Reply | None:
        """The answer to words that stand for a press, or that are meant for a dialog; None for all others."""
        if press := offers.pressed_outright(asked, text, record_dialogs.way_back):
            return self._pressed_in_words(asked.turn, press)
        if heard := record_dialogs.heard(asked, text, read):
            return heard
        if press := offers.pressed_nearly(asked, text):
            return self._pressed_in_words(asked.turn, press)
        hears = asked.reader.pressing
        return small_talk.nothing_before(asked) if hears.is_("back", text) and not hears.is_("place", text) else None

    def _pressed_in_words(self, turn: Turn, said: offers.InWords) -> Reply:
        """What the press answers, below what was typed: the card stays as it is, with what may have been entered on it."""
        reply = replace(self._pressed(replace(turn, arrived=said.press), said.press), replaces=False)
        return replace(reply, card=with_note(reply.card, forms.NOT_SEEN)) if said.unseen and reply.card else reply

    def read(self, turn: Turn) -> Outcome:
        """What a typed message means; nothing typed is not understood."""
        text = _typed(turn)
        if self._cares(turn):
            return NotUnderstood(Why())
        framework = self._library.frameworks[self._framework(turn)]
        last = turn.memory.last
        outcome = self._reader.read(_ENDLESS_WORD.sub(r"\1", text), framework.id, _profile(turn), _left_of(last, framework, self._library))
        if last and isinstance(outcome, Understood) and outcome.reading.manner and outcome.reading.framework == framework.id:
            settled = outcome.reading.manner is Manner.FOR_ME or any(heard.slot == "framework" for heard in outcome.why.heard)
            return outcome if settled else replace(outcome, reading=last.with_(manner=outcome.reading.manner))
        return outcome

    def search(self, text: str, _tenant: str = "") -> Hits:
        """What a search finds: cards that anybody may insert anywhere. Empty text gets examples to begin with."""
        turn = Turn(Said(text), personal=False)
        if not text.strip():
            return self._hits(turn, searching.starters(self._asked(turn, self._reading(turn, Intent.HELP))))
        return self._hits(turn, searching.found(self._asked(turn, self._reading(turn, Intent.EXPECTATIONS)), self.read(turn)))

    def strange(self, text: str, framework: str) -> tuple[str, ...]:
        """The words of a message that nobody has written down for a framework."""
        return self._reader.strange(text, framework)

    def struck(self, text: str, names: Iterable[str], _tenant: str = "") -> str:
        """A text without what could point to a person; words of the frameworks are none. Where it cannot tell, nothing is left of it."""
        return self._tact.striking.struck(text, names, self._is_own_word) if self._tact and self._tact.striking else STRUCK

    def _is_own_word(self, word: str) -> bool:
        """Whether a word in small letters is one that the frameworks use, or but for an s."""
        return not self._own_words.isdisjoint((word, word.removesuffix("s"), f"{word}s"))

    @cached_property
    def _own_words(self) -> frozenset[str]:
        return frozenset(word.casefold() for framework in self._library.frameworks.values() for word in words_of(framework))

    def find(self, reading: Reading) -> Found:
        """The grades that do what a reading asks about."""
        return self._reader.find(reading)

    def grade(self, framework: str, duties: Sequence[str]) -> Graded:
        """Duties of one job, graded by their words."""
        by = rubric(self._library.frameworks[framework], self._reader.grading)
        return graded(by, duties, lambda text: self._reader.speaks_of(text, framework))

    def reply_to(self, turn: Turn, outcome: Outcome) -> Reply:
        """Answer what a message was read as, unless it says something that comes before any question."""
        return self._in_own_words(turn, self._reply_to(turn, outcome))

    def _reply_to(self, turn: Turn, outcome: Outcome) -> Reply:
        return self._beside(turn, outcome) or self._as_read(turn, outcome)

    def _in_own_words(self, turn: Turn, reply: Reply) -> Reply:
        """A reply that calls grades what the framework calls them that it is about."""
        about = reply.answers.framework if reply.answers else self._framework(turn)
        return in_own_words(reply, self._library.frameworks[about], turn)

    def _hits(self, turn: Turn, hits: Hits) -> Hits:
        return hits_in_own_words(hits, self._library.frameworks[self._framework(turn)], turn)

    def _beside(self, turn: Turn, outcome: Outcome) -> Reply | None:
        if self._tact is None:
            return None
        best = outcome.reading if isinstance(outcome, Understood) else outcome.candidates[0] if isinstance(outcome, Unsure) else None
        asked = self._asked(turn, (best or self._reading(turn, Intent.OUT_OF_SCOPE)).with_(said=_typed(turn)))
        return self._cares(turn) or self._tact.aside(asked, outcome, partial(self.answer_reading, turn))

    def _cares(self, turn: Turn, instead: Instead | None = None) -> Reply | None:
        """The answer to somebody who is not well; else what was typed is an answer where a dialog waits for one, or a question."""
        instead = instead or (Instead.ANSWER if turn.memory.focus else Instead.QUESTION)
        return self._tact.cares(_typed(turn), self._reader, self._framework(turn), instead) if self._tact else None

    def _as_read(self, turn: Turn, outcome: Outcome) -> Reply:
        match outcome:
            case Understood(reading):
                return self.answer_reading(turn, reading)
            case Unsure(candidates) if not turn.personal and all(each.intent in profile.PERSONAL for each in candidates):
                return profile.only_in_personal_chat()
            case Unsure(candidates):
                off_topic = any(each.intent is Intent.OUT_OF_SCOPE for each in candidates)
                paid = _paid(self._off_topic(turn)) if off_topic else None
                return paid or not_understood.did_you_mean(self._asked(turn, self._reading(turn, Intent.HELP)), candidates)
            case NotUnderstood() if cared := self._cares(turn, Instead.NOTHING):
                return cared
            case NotUnderstood(nearest=nearest, readable=readable):
                asked = self._off_topic(turn)
                return _paid(asked) or (not_understood.out_of_scope(asked) if readable else not_understood.not_understood(asked, nearest))

    def _off_topic(self, turn: Turn) -> Asked:
        return self._asked(turn, self._reading(turn, Intent.OUT_OF_SCOPE).with_(said=_typed(turn)))

    def answer_reading(self, turn: Turn, reading: Reading, start: int | None = None) -> Reply:
        """Answer a reading, and remember it for the next question."""
        asked = self._asked(turn, reading, start)
        if not turn.personal and reading.intent in profile.PERSONAL:
            return profile.only_in_personal_chat()
        if reading.off_grades and reading.intent is not Intent.OUT_OF_SCOPE:
            return not_understood.no_such_grade(asked)
        reply = follow_up(asked, _dialog_of) if reading.manner else _dialog_of(asked)
        if reading.intent in ANSWERED:
            reply = replace(reply, answers=reading)
        if reply.memory is not None or reading.intent in _LEAVES_THE_LAST:
            return reply
        return replace(reply, memory=Memory(reading))

    def _pressed(self, turn: Turn, pressed: Pressed) -> Reply:
        asked = self._asked(turn, self._reading(turn, Intent.MY_DATA))
        try:
            payload = unpack(pressed.verb, pressed.data, self._library)
        except PayloadError:
            return not_understood.old_button(asked)
        match payload:
            case Ask() | Career():
                return self._answered(turn, payload)
            case Move():
                return record_dialogs.pressed(asked, payload) or not_understood.old_button(asked)
            case _ if turn.personal:
                return _about_oneself(asked, payload)
        return profile.only_in_personal_chat()

    def _answered(self, turn: Turn, pressed: Ask | Career) -> Reply:
        if isinstance(pressed, Ask):
            return self.answer_reading(turn, pressed.reading, pressed.start)
        reading = career.reading_of(pressed, self._library.frameworks[pressed.framework])
        return career.career(self._asked(turn, reading), pressed)

    def _asked(self, turn: Turn, reading: Reading, start: int | None = None) -> Asked:
        return Asked(
            reading,
            self._library,
            self._reader,
            _profile(turn),
            turn.memory.last,
            start,
            guest=turn.guest,
            personal=turn.personal,
            choices=turn.memory.choices,
            turn=turn,
            people=self._people,
        )

    def _reading(self, turn: Turn, intent: Intent) -> Reading:
        return Reading(self._framework(turn), intent)

    def _framework(self, turn: Turn) -> str:
        named = _profile(turn).framework
        return named if named and named in self._library.frameworks else self.default_framework


def _about_oneself(asked: Asked, pressed: SetProfile | Details | Forget | Keep) -> Reply:
    match pressed:
        case SetProfile():
            return profile.choose_profile(asked, pressed)
        case Details():
            return profile.save(asked, pressed)
        case Forget(sure):
            return details.forget(asked) if sure else replace(details.ask_to_forget(asked), replaces=True)
        case Keep():
            return details.keep(asked)


def _dialog_of(asked: Asked) -> Reply:
    return DIALOGS[asked.reading.intent](asked)


def _left_of(last: Reading | None, framework: Framework, library: Library) -> Reading | None:
    """What a follow-up in this framework may go on with; what was talked of in another is put into the terms of this one."""
    if last is None:
        return None
    roles = tuple(role for role in last.roles if role in framework.roles)
    return last.with_(
        framework=framework.id,
        grades=tuple(grade for grade in last.grades if grade in framework.grades) or tuple(framework.roles[role].grade for role in roles),
        roles=roles,
        competencies=_in_its_terms(last, framework, library),
    )


def _in_its_terms(last: Reading, framework: Framework, library: Library) -> tuple[str, ...]:
    """The competencies that were talked of, or those of this framework that correspond to them."""
    if last.framework == framework.id:
        return tuple(id_ for id_ in last.competencies if id_ in framework.competencies)
    there = (library.corresponding(last.framework, (id_,), framework.id) or (id_,) for id_ in last.competencies)
    return tuple(dict.fromkeys(id_ for ids in there for id_ in ids if id_ in framework.competencies))


def _profile(turn: Turn) -> Profile:
    """In a group chat or channel nothing personal is used."""
    return turn.profile if turn.personal else Profile()


def _paid(asked: Asked) -> Reply | None:
    """What is said to somebody who asks what is paid."""
    return pay(asked) if asked.framework.wanted.pay.search(asked.reading.said) else None


def _typed(turn: Turn) -> str:
    return turn.arrived.text if isinstance(turn.arrived, Said) else ""
