"""What the two agree on after both sides were seen: written down by one, agreed to by the other, put into the plan by its owner."""

import datetime as dt
from dataclasses import replace
from typing import Any

from bot.cards.payloads import Move
from bot.cards.view import Button, Choice, Day, Entry, Line, Row, Section, View
from bot.development.plan import PlanEntry, is_near
from bot.dialogs.answering import answer
from bot.dialogs.holding import day_of
from bot.dialogs.planning.basis import find as find_entry
from bot.dialogs.planning.serving import with_quote
from bot.dialogs.planning.showing import entry_card
from bot.dialogs.presses import digest
from bot.dialogs.reply import Reply
from bot.dialogs.reviewing import beside
from bot.dialogs.reviewing.reminded import wanting
from bot.dialogs.reviewing.work import Work
from bot.people.records import Record
from bot.phrases.en import planning
from bot.phrases.en import reviewing as say
from bot.phrases.en.names import clipped
from bot.reviews.differences import pairs
from bot.reviews.review import MOST_AGREED, Agreement
from bot.understanding.reading import Reading

ROWS, DEVELOPMENT, BY, MEET = "rows", "development", "by", "meet"
WAS = "was"  # in a press: the mark of what was agreed when the form was drawn
_MOST_SHOWN = 6_000


def form(work: Work, _: Move | None = None, said: str = "", typed: Agreement | None = None) -> Reply:
    """The form, or, where something is written down already, what it says and the ways on."""
    if not work.body.revealed:
        return beside.shown(work)
    held = work.body.agreement
    if typed is None and (held.rows or held.development):
        return standing(work, said)
    return _form(work, said or say.AGREE_LEAD, typed or held)


def change(work: Work, _: Move) -> Reply:
    """The form with what is written down, to be changed."""
    return _form(work, say.AGREE_LEAD, work.body.agreement) if work.body.revealed else beside.shown(work)


def propose(work: Work, move: Move) -> Reply:
    """The form was sent: it stands as written, and the other is asked."""
    if not work.body.revealed:
        return beside.shown(work)
    if work.seen_before(move):
        return standing(work)
    new = _read(work, move)
    problem = _fault(work, new, move)
    if problem:
        return _form(work, problem, new)
    if _changed_by_the_other(work, new, move):
        return _form(work, say.also_written(in_words(work, work.body.agreement)), new)
    work = work.with_(work.record.body.with_(agreement=new)).pressed(move)
    return _with_reminders(work, standing(work), _question(work))


def _changed_by_the_other(work: Work, new: Agreement, move: Move) -> bool:
    """Whether what stands is not only one's own, and is not what the form was drawn with: then it is not replaced unseen."""
    held = work.body.agreement
    known = version_of(held)
    return not set(held.agreed) <= {work.who} and known not in (move.field(WAS), version_of(new))


def yes(work: Work, move: Move) -> Reply:
    """The other says yes to what was shown; where it was changed since, it is shown again."""
    if not work.body.revealed:
        return beside.shown(work)
    held = work.record.body.agreement
    if work.who in held.agreed:
        return standing(work)
    if move.row != version_of(held):
        return standing(work, say.CHANGED_SINCE)
    work = work.with_(work.record.body.with_(agreement=held.with_(agreed=(*held.agreed, work.who))))
    told = _told(work, say.agreed_with(work.own_name), say.NOTIFIED_AGREED)
    return _with_reminders(work, standing(work), told)


def standing(work: Work, said: str = "") -> Reply:
    """What is written down, who has said yes, and what can be done with it."""
    held = work.body.agreement
    words = in_words(work, held)
    settled = say.AGREED_NOW if held.settled else say.YOU_AGREED if work.who in held.agreed else say.proposed(work.other_name)
    meet = (Section(lines=(Line(say.REMINDED),)),) if held.meet and work.who in held.agreed else ()
    plan = tuple(
        Row(say.to_plan(clipped(row.name, 60)), work.look("plan", row.id))
        for id_ in held.rows
        if work.owns and held.settled and (row := work.body.row(id_))
    )
    agree = (Button(say.YES, work.look("yes", version_of(held))),) if work.who not in held.agreed else ()
    buttons = (*agree, Button(say.CHANGE, work.look("change")), Button(say.AGENDA, work.look("agenda")))
    unseen = say.NOT_SHARED if work.owns and not work.reaches else ""
    text = " ".join(part for part in (said, settled, unseen) if part)
    heading = say.TO_PLAN_HEADING if plan else ""
    view = View(say.AGREE_TITLE, text, (Section(lines=(Line(words),)), *meet), rows_heading=heading, rows=plan, buttons=buttons)
    return work.saved(replace(answer(view, f"{text} {words}"), focus=None))


def to_plan(work: Work, move: Move) -> Reply:
    """A priority goes into the owner's plan, once: the same press shows the entry that it made."""
    held, row = work.body.agreement, work.body.row(move.row)
    if not work.owns or row is None or row.id not in held.rows or not held.settled:
        return standing(work, "" if work.owns else say.ONLY_OWNER) if work.body.revealed else beside.shown(work)
    asked = replace(work.asked, reading=Reading(work.record.body.framework, work.asked.reading.intent)) if work.framework else work.asked
    id_ = f"{work.record.id}-{digest(row.id)}"
    there = find_entry(asked, id_)
    if there is not None:
        return entry_card(asked, there, say.IN_PLAN)
    body = PlanEntry(
        framework=work.record.body.framework,
        objective=planning.objective(row.name, work.role),
        activity=held.development,
        date=held.by,
        competencies=row.competencies,
        role=work.role.id if work.role else None,
        made=work.now,
    )
    entry: Record[PlanEntry] = Record(id_, body)
    return entry_card(asked, with_quote(asked, entry) if work.framework else entry, say.IN_PLAN, saved=True)


def in_words(work: Work, held: Agreement) -> str:
    """What is agreed, in a sentence or two."""
    names = [clipped(row.name, 60) for id_ in held.rows if (row := work.body.row(id_))]
    return say.agreement(names, held.development, held.by, held.meet) or say.NOTHING_AGREED


def version_of(held: Agreement) -> str:
    """A mark of what is agreed as it stands, so that a yes counts for that and nothing else."""
    return digest(held.with_(agreed=()).model_dump_json())


def _form(work: Work, text: str, held: Agreement) -> Reply:
    options = tuple((each.row.id, clipped(each.row.name, 60)) for each in pairs(work.body))
    fields = (
        Choice(ROWS, say.PRIORITIES, options, ",".join(held.rows), many=True),
        Entry(DEVELOPMENT, say.DO_ABOUT, held.development[:_MOST_SHOWN], long=True),
        Day(BY, say.BY, held.by.isoformat() if held.by else ""),
        Day(MEET, say.MEET, held.meet.isoformat() if held.meet else ""),
    )
    buttons = (
        Button(say.SAVE_AGREEMENT, work.press("propose", given=((WAS, version_of(work.body.agreement)),))),
        Button(say.SIDE_BY_SIDE, work.look("open"), alone=True),
    )
    view = View(say.AGREE_TITLE, text, (Section(lines=(Line(say.REMINDED),)),), fields=fields, buttons=buttons)
    return work.saved(replace(answer(view, text), focus=None))


def _read(work: Work, move: Move) -> Agreement:
    """What the form holds. Whoever writes it down says yes to it."""
    chosen = {part for part in move.field(ROWS).split(",") if part}
    rows = tuple(each.row.id for each in pairs(work.body) if each.row.id in chosen)
    return Agreement(
        rows=rows, development=move.field(DEVELOPMENT), by=_day(move.field(BY)), meet=_day(move.field(MEET)), agreed=(work.who,)
    )


def _fault(work: Work, new: Agreement, move: Move) -> str:
    """What is wrong with what the form holds; empty where nothing is."""
    if not new.rows and not new.development:
        return say.NO_PRIORITY
    if len(new.rows) > MOST_AGREED:
        return say.PRIORITIES
    if len(new.development) > say.LONGEST_TEXT:
        return say.too_long(len(new.development), say.LONGEST_TEXT)
    today, held = day_of(work.asked.turn, work.now), work.body.agreement
    chosen = [day for day, before in ((new.by, held.by), (new.meet, held.meet)) if day and day != before]
    if any(not is_near(day, today) for day in chosen):
        return say.FAR_DAY
    past = [day for day in chosen if day < today]
    typed = [move.field(name) for name in (BY, MEET)]
    unread = [text for text in typed if text and _day(text) is None]
    return say.PAST_DAY if past or unread else ""


def _question(work: Work) -> Reply:
    """The other is asked whether it is right."""
    held = work.record.body.agreement
    text = say.proposed(work.own_name)
    buttons = (Button(say.YES, work.look("yes", version_of(held))), Button(say.CHANGE, work.look("change")))
    view = View(say.AGREE_TITLE, text, (Section(lines=(Line(in_words(work, held)),)),), buttons=buttons)
    return answer(view, say.NOTIFIED_AGREE)


def _told(work: Work, text: str, notified: str) -> Reply:
    look = Button(say.AGREE_TITLE, work.look("agree"))
    return answer(View(say.AGREE_TITLE, text, buttons=(look,)), notified)


def _with_reminders(work: Work, reply: Reply, *told: Reply) -> Reply:
    """Whoever says yes to a day to meet again wants to be reminded of it."""
    wishes: tuple[Record[Any], ...] = wanting(work) if work.record.body.agreement.meet else ()
    reply = replace(reply, saves=(*reply.saves, *wishes))
    from_other = replace(work, changed=False)
    return from_other.saved(reply, *told)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
