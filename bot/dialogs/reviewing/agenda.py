"""The agenda of a one-to-one: what to talk about, the biggest differences first; what was agreed; what helps; and the dates."""

from dataclasses import replace

from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Section, View
from bot.development.offering import offered_for
from bot.dialogs import files
from bot.dialogs.answering import answer
from bot.dialogs.reply import Reply
from bot.dialogs.reviewing import beside
from bot.dialogs.reviewing.agreeing import in_words
from bot.dialogs.reviewing.work import Work
from bot.documents import kinds
from bot.phrases.en import reviewing as say
from bot.phrases.en.names import clipped, listed
from bot.reviews.differences import Pair, to_talk_of

MOST_NAMED = 4


def agenda(work: Work, _: Move | None = None) -> Reply:
    """The agenda, once both sides are in."""
    if not work.body.revealed:
        return beside.shown(work)
    body, talk = work.body, to_talk_of(work.body)
    topics = tuple(Line(_marks(work, each), clipped(each.row.name, 60), below=clipped(each.comment, 300)) for each in talk) or (
        Line(say.NOTHING_FAR),
    )
    helps = _helps(work, talk)
    sections = (
        Section(say.TALK_OF, topics),
        Section(say.AGREED, (Line(in_words(work, body.agreement)),)),
        *((Section(say.WHAT_HELPS, helps),) if helps else ()),
        *_since(work),
    )
    buttons = (
        Button(say.AGREE_TITLE, work.look("agree")),
        files.button(say.AGENDA_FILE, kinds.AGENDA, work.record.id),
        Button(say.SIDE_BY_SIDE, work.look("open")),
    )
    first = listed(clipped(each.row.name, 60) for each in talk[:3])
    text = f"{say.AGENDA_TITLE}. {say.TALK_OF}: {first}." if first else f"{say.AGENDA_TITLE}. {say.NOTHING_FAR}"
    return replace(answer(View(say.AGENDA_TITLE, "", sections, buttons=buttons), text), focus=None)


def _marks(work: Work, pair: Pair) -> str:
    mine, theirs = (pair.own, pair.other) if work.owns else (pair.other, pair.own)
    return say.apart(mine or 0.0, theirs or 0.0, work.other_name)


def _helps(work: Work, talk: tuple[Pair, ...]) -> tuple[Line, ...]:
    """What the framework lists for the rows agreed on, or else for those to talk about."""
    if work.framework is None:
        return ()
    agreed = [row for id_ in work.body.agreement.rows if (row := work.body.row(id_))]
    lines = []
    for row in agreed or [each.row for each in talk[:2]]:
        found = offered_for(work.asked.library, work.framework, row.competencies).opportunities[:MOST_NAMED]
        if found:
            lines.append(Line(f"{listed(each.name for each in found)}.", clipped(row.name, 60)))
    return tuple(lines)


def _since(work: Work) -> tuple[Section, ...]:
    """What the two noted since."""
    names = {work.who: say.YOU}
    lines = [
        Line(clipped(text, 600), label)
        for each in work.body.since
        for label, text in say.wrote(names.get(each.who, work.other_name), each.learnt, each.support)
    ]
    return (Section(say.NEXT_STEPS, tuple(lines)),) if lines else ()
