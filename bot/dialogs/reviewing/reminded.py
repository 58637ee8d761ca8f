"""Meeting again: whoever says yes to a day is reminded of it, and both note what was learnt and which support is needed."""

from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button, Entry, Line, Section, View
from bot.dialogs.answering import answer
from bot.dialogs.reply import Reply
from bot.dialogs.reviewing import beside
from bot.dialogs.reviewing.work import Work
from bot.people.records import Record
from bot.people.reminders import MINE, Preferences
from bot.phrases.en import reviewing as say
from bot.reviews.review import Since

LEARNT, SUPPORT = "learnt", "support"
_MOST_SHOWN = 4_000


def wanting(work: Work) -> tuple[Record[Preferences], ...]:
    """The asker's wish to be reminded of meetings, where it is not on record yet."""
    held = work.asked.turn.records.find(Preferences, MINE) or Record(MINE, Preferences())
    return () if "meeting" in held.body.topics else (held.with_(topics=(*held.body.topics, "meeting")),)


def meet(work: Work, _: Move | None = None, said: str = "", typed: Since | None = None) -> Reply:
    """What to note before the two meet again, and what the other has noted."""
    if not work.body.revealed:
        return beside.shown(work)
    mine = typed or noted_by(work) or Since(who=work.who)
    theirs = next((each for each in work.body.since if each.who != work.who), None)
    lines = [Line(say.meet_on(work.other_name, work.body.agreement.meet))]
    if theirs:
        lines += [Line(text, label) for label, text in say.wrote(work.other_name, theirs.learnt, theirs.support)]
    fields = (
        Entry(LEARNT, say.LEARNT, mine.learnt[:_MOST_SHOWN], long=True),
        Entry(SUPPORT, say.SUPPORT, mine.support[:_MOST_SHOWN], long=True),
    )
    text = said or say.MEET_LEAD
    buttons = (
        Button(say.SAVE_NOTES, work.press("note")),
        Button(say.AGREE_TITLE, work.look("agree"), alone=True),
        Button(say.AGENDA, work.look("agenda"), alone=True),
    )
    view = View(say.MEET_TITLE, text, (Section(lines=tuple(lines)),), fields=fields, buttons=buttons)
    return work.saved(replace(answer(view, text), focus=None))


def note(work: Work, move: Move) -> Reply:
    """What one of the two notes; each has one note, which they can change."""
    if not work.body.revealed:
        return beside.shown(work)
    if work.seen_before(move):
        return meet(work, said=say.NOTED)
    new = Since(who=work.who, learnt=move.field(LEARNT), support=move.field(SUPPORT), at=work.now)
    longest = max(len(new.learnt), len(new.support))
    if longest > say.LONGEST_TEXT:
        return meet(work, said=say.too_long(longest, say.LONGEST_TEXT), typed=new)
    others = tuple(each for each in work.record.body.since if each.who != work.who)
    return meet(work.with_(work.record.body.with_(since=(*others, new))).pressed(move), said=say.NOTED)


def noted_by(work: Work) -> Since | None:
    """What the asker noted before."""
    return next((each for each in work.body.since if each.who == work.who), None)
