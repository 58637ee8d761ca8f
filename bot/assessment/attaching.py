"""Evidence of a row: its own words, and what was logged before about its competencies."""

import hashlib
from itertools import dropwhile

from bot.assessment.evidence import Evidence
from bot.assessment.model import Assessment, Row
from bot.people.records import Record, Records

MOST_OFFERED = 5


def evidence_id(assessment: str, row: str) -> str:
    """The id of the evidence that was given in a row itself."""
    return f"{assessment}-{row}"


def given_in(assessment: str, body: Assessment, row: Row, text: str, now: float) -> Record[Evidence]:
    """New evidence given in a row."""
    said = Evidence(text=text, framework=body.framework, competencies=row.competencies, row=row.id if row.own else "", at=now)
    return Record(evidence_id(assessment, row.id), said)


def offered(records: Records, body: Assessment, row: Row, own: str) -> tuple[Record[Evidence], ...]:
    """What was logged about a row's competencies and can be attached: attached first, then the newest; `own` is the row's own evidence."""
    about = [
        each
        for each in records.all(Evidence)
        if each.id != own and each.body.framework == body.framework and set(each.body.competencies) & set(row.competencies)
    ]
    ordered = sorted(about, key=lambda each: (each.id in row.evidence, each.body.at), reverse=True)
    return tuple(ordered[:MOST_OFFERED])


def joined(held: str, added: str) -> str:
    """Two pieces of evidence of one row as one; the lines that both begin with are not repeated."""
    if not held:
        return added
    there, lines = set(held.split("\n")), added.split("\n")
    new = list(dropwhile(there.__contains__, lines))
    return "\n".join((held, *new))


def shown_mark(text: str) -> str:
    """A short mark of what a form was drawn with, by which it is seen what was changed in it."""
    return hashlib.sha256(_plain(text).encode()).hexdigest()[:8]


def merged(shown: str, held: str, given: str) -> str:
    """What a form makes of evidence: `shown` is the mark of what it was drawn with, `held` what is on record, `given` what was sent.

    Untouched, the record stays. Changed by both, nothing of either is lost.
    """
    if shown_mark(given) == shown or _plain(given) == _plain(held):
        return held
    return given if not held or shown_mark(held) == shown else joined(held, given)


def _plain(text: str) -> str:
    """Clients differ in how they end a line."""
    return text.replace("\r\n", "\n").strip()
