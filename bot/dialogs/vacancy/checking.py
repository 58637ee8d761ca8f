"""The checks: what is worth another look, each a press away from where it is mended."""

from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import files
from bot.dialogs.reply import Reply
from bot.dialogs.vacancy import drawing, order
from bot.dialogs.vacancy.work import Case
from bot.documents import kinds
from bot.phrases.en import vacancy as say
from bot.phrases.en import vacancy_checks as checks
from bot.phrases.en.names import clipped
from bot.vacancies.checks import Finding

MOST_SHOWN = 8
WORDS, INSTEAD = "words", "instead"
_QUOTE = 120


def card(case: Case, said: str = "") -> Reply:
    """What was found, and the way to the end."""
    found = case.findings()
    lead = checks.lead(len(found)) if found else say.NOTHING_FOUND
    rows = tuple(row for each in found[:MOST_SHOWN] for row in _rows(case, each))
    more = (Section(lines=(Line(checks.more(len(found) - MOST_SHOWN)),)),) if len(found) > MOST_SHOWN else ()
    view = View(
        say.CHECKS,
        f"{said} {lead}".strip(),
        more,
        say.LOOK_AT if rows else "",
        rows,
        buttons=(
            Button(say.FINISH, case.move("finish", order.CHECKS)),
            Button(say.OVERVIEW, case.move("overview", order.CHECKS)),
            files.button(say.WORD, kinds.JOB_DESCRIPTION, case.record.id),
        ),
    )
    return drawing.card(case, order.CHECKS, view)


def told(case: Case, finding: Finding) -> str:
    """A finding in a sentence or two."""
    if finding.wording is not None:
        return checks.wording(finding.wording.words, finding.wording.why, finding.wording.instead)
    if finding.kind == "empty field":
        return checks.empty_fields([say.header_name(case.framework, id_) for id_ in finding.name.split(",")])
    if finding.kind == "above":
        kept = any(line.role and line.text == finding.quote for line in case.body.lines)
        return checks.above_kept(finding.number) if kept else checks.above(finding.number, finding.name)
    return checks.plain(finding.kind, finding.name, finding.number)


def _rows(case: Case, finding: Finding) -> tuple[Row, ...]:
    """The way to where it stands; for words that put people off, better ones are a press away."""
    place = order.name(case, finding.step)
    quote = f"“{clipped(finding.quote, _QUOTE)}” " if finding.quote else ""
    row = Row(place, case.move("open", finding.step), f"{quote}{told(case, finding)}")
    wording = finding.wording
    if wording is None or not wording.instead:
        return (row,)
    use = case.move("instead", order.CHECKS, **{WORDS: wording.words, INSTEAD: wording.instead})
    return (row, Row(checks.use(wording.instead, wording.words), use))
