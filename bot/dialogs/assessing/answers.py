"""What was answered in a row, by a form or in words: taken over, or kindly refused with all that was typed."""

from dataclasses import dataclass

from bot.assessment.attaching import joined, merged
from bot.assessment.evidence import LONGEST_EVIDENCE
from bot.assessment.marking import with_mark
from bot.assessment.model import Row
from bot.cards.payloads import Move
from bot.dialogs.assessing.asking import NOTHING_TYPED, Typed, fitting
from bot.dialogs.assessing.work import Work
from bot.phrases.en import assessing as say
from bot.understanding.marks import Marked, Marks, OffScale


@dataclass(frozen=True, slots=True)
class Taken:
    """What an answer made: the work with it, what is said of it, and, where something of it could not be taken, what and why."""

    work: Work
    said: str = ""
    problem: str = ""
    typed: Typed = NOTHING_TYPED


def entered(work: Work, row: Row, move: Move) -> Taken:
    """A form that was sent: the mark, the evidence and what is attached, each where it was changed."""
    taken = _marked(work, row, move)
    taken = _evidenced(taken, row, move)
    return Taken(_attached(taken.work, row, move), taken.said, taken.problem, taken.typed)


def given_mark(work: Work, row: Row, mark: Marked | OffScale) -> Taken:
    """A mark in words, with what was said beside it."""
    if isinstance(mark, OffScale):
        kept = with_words(Taken(work), row, mark.rest) if mark.rest else Taken(work)
        return Taken(kept.work, "", " ".join(part for part in (say.off_scale(mark.said, work.scale[0]), kept.problem) if part), kept.typed)
    marked = Taken(work.with_body(with_mark(work.body, row, mark.mark)), _told(row, mark.mark))
    return with_words(marked, row, mark.rest) if mark.rest else marked


def with_words(taken: Taken, row: Row, text: str) -> Taken:
    """Evidence in words, added to what the row has."""
    whole = joined(taken.work.text_of(row), text)
    if len(whole) > LONGEST_EVIDENCE:
        return _too_long(taken, whole)
    return Taken(taken.work.with_text(row.id, whole), taken.said or say.saved_words(row.name), taken.problem, taken.typed)


def _marked(work: Work, row: Row, move: Move) -> Taken:
    given = move.field("mark")
    if not given or given == move.field("had"):
        return Taken(work)
    scale = work.scale[0]
    heard = Marks(work.asked.reader.spoken, scale).heard(given)
    if isinstance(heard, Marked) and not heard.rest:
        if heard.mark == row.mark:
            return Taken(work, say.same_mark(row.name, heard.mark))
        return Taken(work.with_body(with_mark(work.body, row, heard.mark)), _told(row, heard.mark))
    problem = say.off_scale(given, scale) if isinstance(heard, OffScale) else say.no_number(given, scale)
    return Taken(work, problem=problem, typed=Typed(mark=given))


def _evidenced(taken: Taken, row: Row, move: Move) -> Taken:
    fields = dict(move.given)
    if "evidence" not in fields:
        return taken
    held = taken.work.text_of(row)
    text = merged(move.field("was"), held, move.field("evidence"))
    if len(text) > LONGEST_EVIDENCE:
        return _too_long(taken, text)
    if text == held:
        return taken
    told = say.saved_words(row.name) if text else say.no_evidence_left(row.name)
    return Taken(taken.work.with_text(row.id, text), taken.said or told, taken.problem, taken.typed)


def _too_long(taken: Taken, text: str) -> Taken:
    shown = fitting(text)
    problem = say.too_long(len(text), LONGEST_EVIDENCE, len(shown))
    return Taken(taken.work, taken.said, " ".join(part for part in (taken.problem, problem) if part), Typed(taken.typed.mark, shown))


def _attached(work: Work, row: Row, move: Move) -> Work:
    """What was ticked or unticked, and nothing else: another device may have attached more."""
    if "logged" not in dict(move.given):
        return work
    now, given, drawn = work.body.row(row.id) or row, _ids(move.field("logged")), _ids(move.field("with"))
    offered = [each.id for each in work.logged(now)]
    added = tuple(id_ for id_ in offered if id_ in given and id_ not in drawn and id_ not in now.evidence)
    evidence = (*(id_ for id_ in now.evidence if id_ not in drawn or id_ in given), *added)
    return work.with_body(work.body.with_row(now.with_(evidence=evidence)))


def _ids(listed: str) -> frozenset[str]:
    return frozenset(part for part in listed.split(",") if part)


def _told(row: Row, mark: float) -> str:
    if row.mark is None:
        return say.saved_mark(row.name, mark)
    return say.changed_mark(row.name, row.mark, mark) if row.mark != mark else say.same_mark(row.name, mark)
