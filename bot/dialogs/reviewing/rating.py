"""The reviewer's ratings: one card that steps through the rows, blind; each mark and comment is saved at once, and sent at the end."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.assessment.model import Row
from bot.assessment.rows import steps_of
from bot.cards import assessing as assessing_cards
from bot.cards.payloads import Move
from bot.cards.view import Button, Choice, Entry, Line, Progress, Section, View
from bot.cards.view import Row as Pressable
from bot.dialogs.answering import answer
from bot.dialogs.reply import Reply
from bot.dialogs.reviewing import beside
from bot.dialogs.reviewing.work import ROW, Work
from bot.dialogs.turn import Memory
from bot.phrases.en import assessing
from bot.phrases.en import reviewing as say
from bot.phrases.en.names import clipped
from bot.reviews import review as reviews
from bot.reviews.review import LONGEST_COMMENT, Subject
from bot.understanding.marks import Marked, Marks, OffScale
from bot.understanding.reading import Intent, Reading

ROWS = "rows"
_MOST_SHOWN = 6_000  # characters of a comment that is too long, for it to be shortened


@dataclass(frozen=True, slots=True)
class Given:
    """What was entered and could not be taken stays in the form; `problem` says why."""

    work: Work
    said: str = ""
    problem: str = ""
    mark: str = ""
    comment: str | None = None


def opened(work: Work, _: Move | None = None) -> Reply:
    """The next row to rate; the list where all have something; or both sides where they are in."""
    if work.owns or work.mine.sent is not None:
        return beside.shown(work)
    row = reviews.next_row(work.record.body)
    return ask(work, row) if row else rows(work)


def ask(work: Work, row: Subject, said: str = "", given: Given | None = None) -> Reply:
    """The card of a row."""
    body, held = work.record.body, work.mine.of(row.id)
    place = next(number for number, each in enumerate(body.rows, 1) if each.id == row.id)
    rated = sum(each.mark is not None for each in work.mine.ratings)
    question = say.ask(row.name, body.owner_name or say.TECHNICIAN, work.scale)
    chosen = (given.mark if given else "") or assessing_cards.mark_value(held.mark)
    marks = tuple((assessing_cards.mark_value(step),) * 2 for step in steps_of(work.scale))
    comment = held.comment if given is None or given.comment is None else given.comment[:_MOST_SHOWN]
    fields = (
        Choice("mark", say.mark_label(work.scale), marks, chosen if chosen in dict(marks) else ""),
        Entry("comment", say.COMMENT, comment, say.COMMENT_HINT, long=True),
    )
    first = (Section(lines=(Line(say.BLIND), Line(say.IN_WORDS))),) if not rated else ()
    expected = () if given and given.comment is not None else _expected(work, row)
    where = say.progress(place, len(body.rows), rated, work.against)
    view = View(
        clipped(row.name, 120),
        said,
        (*expected, *first),
        source=assessing_cards.source(work.framework, work.role, _row(row)) if work.framework and work.role and expected else "",
        fields=fields,
        buttons=_buttons(work, row),
        progress=Progress(rated, len(body.rows), where),
    )
    reply = answer(view, f"{said} {question}".strip())
    return work.saved(replace(reply, memory=_memory(work, row), focus=work.focus(ROW + row.id)))


def rows(work: Work, said: str = "") -> Reply:
    """Every row with what it was given, and the way to send them."""
    body, mine = work.record.body, work.mine
    if work.owns or mine.sent is not None:
        return beside.shown(work)
    rated = sum(each.mark is not None for each in mine.ratings)
    listed = tuple(
        Pressable(
            clipped(row.name, 60), work.look("row", row.id), say.row_state(held.mark, comment=bool(held.comment), skipped=held.skipped)
        )
        for row in body.rows
        for held in (mine.of(row.id),)
    )
    waits = reviews.next_row(body) is not None
    on = (Button(say.CARRY_ON, work.look("rate")),) if waits else ()
    send = (Button(say.SEND, work.press("send")),) if rated else ()
    text = f"{said} {say.overview(rated, len(body.rows))}".strip()
    view = View(say.RATING_TITLE, text, rows=listed, buttons=(*on, *send))
    return work.saved(replace(answer(view, text), focus=work.focus(ROWS)))


def onwards(work: Work, after: str, said: str) -> Reply:
    """The next row that waits, or the list where none does."""
    row = reviews.next_row(work.record.body, after)
    return ask(work, row, said) if row else rows(work, said)


def answered(row: Subject, given: Given) -> Reply:
    """What an answer leads to: the next row, or the same one where something is missing."""
    work = given.work
    if given.problem:
        return ask(work, row, f"{given.said} {given.problem}".strip(), given)
    if work.mine.of(row.id).mark is None:
        return ask(work, row, say.KEPT_WORDS if given.said else say.NO_MARK)
    return onwards(work, row.id, given.said)


def marked(work: Work, row: Subject, mark: Marked | OffScale) -> Given:
    """A mark in words, with what was said beside it as its comment."""
    if isinstance(mark, OffScale):
        kept = with_comment(Given(work), row, mark.rest) if mark.rest else Given(work)
        return replace(kept, problem=" ".join(filter(None, (assessing.off_scale(mark.said, work.scale), kept.problem))))
    given = Given(work.with_(reviews.rated(work.record.body, row.id, mark.mark)), say.saved(row.name, mark.mark))
    return with_comment(given, row, mark.rest) if mark.rest else given


def with_comment(given: Given, row: Subject, text: str, *, instead: bool = False) -> Given:
    """A comment: added to what is there, or in its place."""
    held = given.work.mine.of(row.id).comment
    whole = text if instead or not held or held == text else f"{held}\n{text}"
    if len(whole) > LONGEST_COMMENT:
        return replace(given, problem=say.too_long(len(whole), LONGEST_COMMENT), comment=whole)
    work = given.work.with_(reviews.rated(given.work.record.body, row.id, None, whole))
    return replace(given, work=work, said=given.said or (say.commented(row.name) if whole != held else ""))


def entered(work: Work, row: Subject, move: Move) -> Given:
    """A form that was sent: the mark and the comment, each where it was changed."""
    given, typed = Given(work), move.field("mark")
    if typed and typed != move.field("had"):
        heard = Marks(work.asked.reader.spoken, work.scale).heard(typed)
        if isinstance(heard, Marked) and not heard.rest:
            given = marked(work, row, heard)
        else:
            given = replace(given, problem=assessing.off_scale(typed, work.scale), mark=typed)
    if "comment" in dict(move.given) and move.field("comment") != work.mine.of(row.id).comment:
        given = with_comment(given, row, move.field("comment"), instead=True)
    return given


def save(work: Work, move: Move) -> Reply:
    """Save and next; the same press again only shows what comes next."""
    return _stepped(work, move, answered)


def skip(work: Work, move: Move) -> Reply:
    """The row is left out; a comment that was typed is kept."""
    words = replace(move, given=tuple((name, value) for name, value in move.given if name != "mark"))
    return _stepped(work, words, lambda row, given: given_up(given.work, row))


def given_up(work: Work, row: Subject) -> Reply:
    """A row is left out."""
    return onwards(work.with_(reviews.left_out(work.record.body, row.id)), row.id, say.skipped(row.name))


def back(work: Work, move: Move) -> Reply:
    """The row before; what was entered is kept."""
    return _stepped(work, move, lambda row, given: before(given.work, row))


def before(work: Work, row: Subject) -> Reply:
    """The row before one."""
    earlier = reviews.row_before(work.record.body, row.id)
    return ask(work, earlier or row, "" if earlier else say.FIRST_ROW)


def later(work: Work, move: Move) -> Reply:
    """Later: all rows, with the way on; what was entered is kept."""
    return _stepped(work, move, lambda _, given: rows(given.work))


def row(work: Work, move: Move) -> Reply:
    """A row opened from the list."""
    found = work.record.body.row(move.row)
    if work.owns or work.mine.sent is not None:
        return beside.shown(work, "" if work.owns else say.SENT_BEFORE)
    return ask(work, found) if found else rows(work)


def send(work: Work, _: Move | None = None) -> Reply:
    """The ratings are in, and stay as they are. Where both are, both see both sides."""
    if work.owns or work.mine.sent is not None:
        return beside.shown(work)
    if not any(each.mark is not None for each in work.mine.ratings):
        return rows(work, say.NOTHING_RATED)
    work = work.with_(reviews.sent(work.record.body, work.now).with_(viewer_name=work.asked.turn.name or work.record.body.viewer_name))
    both = work.record.body.revealed
    return beside.shown(work, say.sent(work.record.body.owner_name, both=both), beside.news(work, both=both))


def _stepped(work: Work, move: Move, step: Callable[[Subject, Given], Reply]) -> Reply:
    found = work.record.body.row(move.row)
    if work.owns or work.mine.sent is not None:
        return beside.shown(work, "" if work.owns else say.SENT_BEFORE)
    if found is None:
        return rows(work)
    if work.seen_before(move):
        return onwards(work, found.id, "") if move.move != "back" else before(work, found)
    given = entered(work.pressed(move), found, move)
    return answered(found, given) if given.problem else step(found, given)


def _expected(work: Work, row: Subject) -> tuple[Section, ...]:
    if work.framework is None or work.role is None:
        return (Section(lines=(Line(say.GONE_ROLE),)),)
    return assessing_cards.expected(work.framework, work.role, _row(row)) if row.competencies else ()


def _memory(work: Work, row: Subject) -> Memory:
    """What "here" and "and at 6?" go on from: what the row asks of the role."""
    memory, framework, role = work.asked.turn.memory, work.framework, work.role
    known = tuple(id_ for id_ in row.competencies if framework and id_ in framework.competencies)
    if framework is None or role is None or not known:
        return memory
    return replace(memory, last=Reading(framework.id, Intent.EXPECTATIONS, (role.grade,), (role.id,), known))


def _row(row: Subject) -> Row:
    return Row(id=row.id, name=row.name, competencies=row.competencies)


def _buttons(work: Work, row: Subject) -> tuple[Button, ...]:
    held = (("had", assessing_cards.mark_value(work.mine.of(row.id).mark)),)
    save_ = work.press("save", row.id, held)
    first = reviews.row_before(work.record.body, row.id) is None
    third = Button(say.LATER, replace(save_, move="later")) if first else Button(say.BACK, replace(save_, move="back"))
    return (Button(say.SAVE, save_), Button(say.SKIP, replace(save_, move="skip")), third)
