"""What is shared with somebody: the list, and one record of another person's, to read alone; each look leaves a line for its owner."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.assessment.evidence import Evidence
from bot.assessment.model import Assessment
from bot.assessment.rows import PLAIN_SCALE, scale_for
from bot.cards.fitting import fitted
from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Row, Section, View
from bot.development.dossier import Dossier
from bot.development.plan import PlanEntry, by_date
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.presses import place_of
from bot.dialogs.reply import Reply
from bot.dialogs.sharing import listing
from bot.dialogs.sharing.basis import NAME, day, gone, now, review_of, to_shared, with_me
from bot.people.audit import Deed
from bot.people.joint import Share
from bot.people.records import Record
from bot.phrases.en import planning, reviewing
from bot.phrases.en import sharing as say
from bot.phrases.en.names import role as role_name
from bot.reviews.review import Review
from bot.reviews.seeing import shows_marks, unmarked
from bot.reviews.shares import kind_of, newest_first, opened, record_of, same_look

PAGE = 4
MOST_LISTED = 12
_MOST_BYTES = 13_000


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is shown of a record: its sections, and buttons beside the way back."""

    sections: tuple[Section, ...]
    buttons: tuple[Button, ...] = ()
    total: int = 0


def listed(asked: Asked, only: Sequence[Record[Share]] | None = None, start: int = 0) -> Reply:
    """What is shared with the person, and the reviews of their own."""
    every = newest_first(with_me(asked) if only is None else only, now(asked))
    shares = every[start : start + MOST_LISTED]
    own = [each for each in asked.turn.joints.all(Review) if each.body.owner == asked.turn.person and only is None][-MOST_LISTED:]
    text = say.own_told(len(own)) if own and not every else say.with_me_told(len(every))
    rows = tuple(row(asked, each) for each in shares)
    reviews = tuple(
        Row(reviewing.with_(each.body.viewer_name), Move("review", "open", each.id), reviewing.state_of_own(each.body)) for each in own
    )
    more = len(every) > start + MOST_LISTED
    page = (Button(say.MORE, Move(NAME, "shared", row=str(start + MOST_LISTED))),) if more else ()
    view = View(say.THEIRS_TITLE, text, (Section(lines=(Line(say.HOW_TO_GET),)),), rows=(*rows, *reviews), buttons=page)
    return replace(answer(view, text), focus=None)


def row(asked: Asked, share: Record[Share]) -> Row:
    """A line of the list, to press."""
    return Row(_title(share), Move(NAME, "look", share.id), _state(asked, share))


def pressed_shared(asked: Asked, move: Move) -> Reply:
    """The list, from a button, from the place that it names."""
    return listed(asked, start=place_of(move.row, 3))


def look(asked: Asked, move: Move) -> Reply:
    """One record of somebody else's, read only; its owner sees that it was opened, and when."""
    share = asked.turn.joints.find(Share, move.record) if move.record else None
    if share is None:
        return gone(asked)
    if share.body.owner == asked.turn.person:
        return listing.one(asked, move)
    body, start = share.body, place_of(move.row, 3)
    kind = kind_of(body)
    seen = {"assessment": _assessment, "plan": _plan, "dossier": _dossier}[kind](asked, share, start)
    title = say.view_title(say.KINDS[kind], body.owner_name)
    line = (Section(lines=(Line(say.says(body.owner_name, body.line)),)),) if body.line else ()
    lead = say.view_lead(day(asked, body.until))
    more = seen.total > start + PAGE > 0
    page = (Button(say.MORE, Move(NAME, "look", share.id, str(start + PAGE))),) if more else ()
    view = View(title, lead, (*line, *seen.sections), buttons=(*seen.buttons, *page, to_shared()))
    after = replace(share, body=opened(body, asked.turn.name, now(asked)))
    saves: tuple[Record[Any], ...] = (after, *_named(asked, share))
    return replace(answer(view, f"{title}. {lead}"), replaces=start > 0, saves=saves, deeds=look_deeds(asked, share, kind), focus=None)


def look_deeds(asked: Asked, share: Record[Share], what: str) -> tuple[Deed, ...]:
    """The line for its owner that somebody looked; none where the look before goes on."""
    if same_look(share.body, now(asked)):
        return ()
    return (Deed("seen", what, now(asked), by=asked.turn.person, of=share.body.owner),)


def _named(asked: Asked, share: Record[Share]) -> tuple[Record[Review], ...]:
    """The review learns the name of whoever opened it."""
    review = review_of(asked, share)
    if review is None or not asked.turn.name or review.body.viewer_name == asked.turn.name:
        return ()
    return (review.with_(viewer_name=asked.turn.name),)


def _assessment(asked: Asked, share: Record[Share], _: int) -> _Seen:
    record = asked.turn.joints.shared(share.id, Assessment, record_of(share.body))
    if record is None or record.body.deleted is not None:
        return _Seen((Section(lines=(Line(say.NOT_THERE),)),))
    review = review_of(asked, share)
    marked = shows_marks(review.body if review else None, blind=share.body.blind)
    body = record.body if marked else unmarked(record.body)
    framework = asked.library.frameworks.get(body.framework)
    role = framework.roles.get(body.role) if framework else None
    highest = (scale_for(asked.library, framework)[0] if framework else PLAIN_SCALE).highest
    evidence = fitted([_evidence_of(asked, share, row.evidence) for row in body.walked], _MOST_BYTES)
    lines = tuple(
        Line(say.mark(row.mark, highest) if marked else "", row.name, below=text) if marked else Line(row.name, below=text)
        for row, text in zip(body.walked, evidence, strict=True)
    )
    against = (Line(reviewing.against(role_name(role))),) if role else ()
    blind = () if marked else (Line(say.NO_MARKS_YET),)
    rate = (Button(*_way(review)),) if review else ()
    return _Seen((Section(lines=(*against, *blind)), Section(lines=lines)), rate)


def _way(review: Record[Review]) -> tuple[str, Move]:
    """The next step of the review that comes with it."""
    if review.body.revealed:
        return reviewing.SIDE_BY_SIDE, Move("review", "open", review.id)
    return (say.OPEN_REVIEW if review.body.other.ratings else say.START_RATING), Move("review", "open", review.id)


def _evidence_of(asked: Asked, share: Record[Share], ids: Sequence[str]) -> str:
    """The evidence that is shared with it, one after the other."""
    found = (asked.turn.joints.shared(share.id, Evidence, id_) for id_ in ids)
    texts = [each.body.text for each in found if each is not None]
    return f"{say.EVIDENCE}: {' / '.join(texts)}" if texts else ""


def _plan(asked: Asked, share: Record[Share], start: int) -> _Seen:
    found = (asked.turn.joints.shared(share.id, PlanEntry, item.id) for item in share.body.items if item.kind == PlanEntry.kind)
    entries = by_date([each for each in found if each is not None and each.body.status != "dropped"])
    if not entries:
        return _Seen((Section(lines=(Line(say.NO_ENTRIES),)),))
    shown = entries[start : start + PAGE]
    today = day(asked, now(asked))
    texts = iter(fitted([text for entry in shown for text in _columns(entry.body)], _MOST_BYTES))
    sections = []
    for entry in shown:
        title, activity, difference, support, learnt = (next(texts) for _ in range(5))
        names = [planning.COLUMNS[id_][0].rstrip("?") for id_ in ("activity", "difference", "support")]
        lines = [Line(text, name) for text, name in zip((activity, difference, support), names, strict=True) if text]
        lines.append(Line(planning.by(entry.body.date, today, open_=entry.body.open), say.DATE))
        lines.append(Line(planning.STATUSES[entry.body.status], say.STATUS))
        lines += [Line(learnt, say.LEARNT)] if learnt else []
        sections.append(Section(title, tuple(lines)))
    page = Section(lines=(Line(say.page(start + 1, start + len(shown), len(entries))),))
    return _Seen((*((page,) if len(entries) > PAGE else ()), *sections), total=len(entries))


def _columns(body: PlanEntry) -> tuple[str, str, str, str, str]:
    activity = body.activity if body.objective else ""
    return body.title, activity, body.difference, body.support, body.learnt


def _dossier(asked: Asked, share: Record[Share], start: int) -> _Seen:
    record = asked.turn.joints.shared(share.id, Dossier, record_of(share.body))
    if record is None:
        return _Seen((Section(lines=(Line(say.NOT_THERE),)),))
    points = record.body.points[start : start + PAGE]
    wanted = [text for point in points for text in (point.text, point.note, _evidence_of(asked, share, point.evidence))]
    texts = iter(fitted(wanted, _MOST_BYTES))
    sections = []
    for number, point in enumerate(points, start + 1):
        text, note, evidence = (next(texts) for _ in range(3))
        lines = [Line(say.READY if point.ready else say.NOT_READY)]
        lines += [Line(note, say.NOTE)] if note else []
        lines += [Line(evidence)] if evidence else []
        sections.append(Section(f"{number}. {text}", tuple(lines)))
    return _Seen(tuple(sections), total=len(record.body.points))


def _title(share: Record[Share]) -> str:
    return say.row_of(share.body.owner_name, say.KINDS[kind_of(share.body)])


def _state(asked: Asked, share: Record[Share]) -> str:
    review = review_of(asked, share)
    until = say.told_until(day(asked, share.body.until))
    return f"{until} {reviewing.state_of_theirs(review.body)}" if review else until
