"""Somebody is not well: care, and people to turn to. No word of the framework, no button into it, and nothing of it is remembered."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.view import Line, Section, View
from bot.dialogs.answering import answer
from bot.dialogs.in_vain import DISTRESS
from bot.dialogs.reply import Reply
from bot.people.contacts import Contact
from bot.phrases.en import caring as say
from bot.understanding.care import Need


def caring(need: Need, contacts: Sequence[Contact]) -> Reply:
    """Whom to turn to: where there is danger, at once; the institution's own contacts where it named some."""
    danger = need is Need.DANGER
    people = tuple(Line(each.reach, each.name) for each in contacts) or tuple(Line(words) for words in say.PEOPLE)
    urgent = Section(lines=(Line(say.EMERGENCY_NOW if danger else say.EMERGENCY),))
    turn_to = Section(say.TURN_TO, people)
    sections = (urgent, turn_to) if danger else (turn_to, urgent)
    text = say.IN_DANGER if danger else say.SUPPORT
    view = View(say.TITLE, text, (*sections, Section(lines=(Line(say.NOT_KEPT),))))
    return replace(answer(view, f"{text} {say.EMERGENCY_NOW}" if danger else text), in_vain=DISTRESS)
