"""The last answer once more, in another manner: why, where from, more, shorter, again, for the asker, in the other framework."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.cards.words import card_words
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Memory
from bot.phrases.en import follow_up as say
from bot.phrases.en.names import clipped, shortened
from bot.phrases.en.sources import OPENINGS
from bot.understanding.reading import Intent, Manner

SHORT, LEAST = 200, 60  # letters: a short answer has at most so many, and, where there is more to say, not fewer than these
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
Dialog = Callable[[Asked], Reply]


def follow_up(asked: Asked, dialog: Dialog) -> Reply:
    """Answer the same reading by its dialog, in the manner it is wanted; what is remembered is the reading itself."""
    plain = replace(asked, reading=asked.reading.with_(manner=None))
    match asked.reading.manner:
        case Manner.WHY:
            reply = _why(dialog(plain))
        case Manner.SOURCE:
            reply = _from_where(dialog(plain))
        case Manner.MORE:
            reply = _more(plain, dialog)
        case Manner.SHORTER:
            reply = Reply(_short(dialog(plain).text), suggestions=(say.MORE,))
        case Manner.FOR_ME if not asked.own_roles:
            reply = Reply(say.NO_GRADE, suggestions=(say.TELL_ME,))
        case Manner.ELSEWHERE:
            reply = _elsewhere(plain, dialog)
        case _:
            reply = dialog(plain)
    return replace(reply, memory=Memory(plain.reading))


def _why(answered: Reply) -> Reply:
    """The source line of the answer, and the first words under it that are the framework's."""
    return Reply(say.because(_short(answered.text), _place(answered)), suggestions=(say.MORE, say.AGAIN))


def _from_where(answered: Reply) -> Reply:
    """The place of the answer, before anything else."""
    place = _place(answered)
    return Reply(say.from_there(_short(answered.text), place), suggestions=(say.MORE, say.AGAIN)) if place else _why(answered)


def _place(answered: Reply) -> str:
    """The source line of an answer; empty where it has none."""
    lines = card_words(answered.card) if answered.card else ()
    return next((line for line in lines if line.startswith(OPENINGS)), "")


def _short(text: str) -> str:
    """The first sentences of an answer; where the next would leave only its heading, as many of its words as there is room for."""
    short = shortened(_SENTENCE_END.split(text), SHORT)
    return short if len(short) >= LEAST or len(text) <= LEAST else clipped(text, SHORT)


def _more(plain: Asked, dialog: Dialog) -> Reply:
    """The long form of the answer; of one competency, how it goes through the grades."""
    reading = plain.reading
    if reading.intent is Intent.EXPECTATIONS and reading.competencies and len(reading.grades) <= 1:
        return dialog(replace(plain, reading=reading.with_(grades=tuple(sorted(plain.framework.grades)), roles=())))
    short, long = dialog(plain), dialog(replace(plain, start=0))
    if long.card == short.card:
        return replace(long, text=f"{say.ALL_TOLD} {long.text}")
    return long


def _elsewhere(plain: Asked, dialog: Dialog) -> Reply:
    name = plain.framework.institution
    if plain.last is not None and plain.last.competencies and not plain.reading.competencies:
        return Reply(say.nothing_corresponds(name))
    answered = dialog(plain)
    return replace(answered, text=say.in_framework(name, answered.text))
