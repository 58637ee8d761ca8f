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
    match finding.kind:
        case "empty field":
            return checks.empty_field(case.framework, finding.name)
        case "empty section":
            return checks.empty_section(finding.name)
        case "too many":
            return checks.too_many(finding.name, finding.number)
        case "too many in all":
            return checks.too_many_in_all(finding.number)
        case "too many essential":
            return checks.too_many_essential(finding.number)
        case "no criteria":
            return checks.no_criteria()
        case "wording" if finding.wording:
            return checks.wording(finding.wording.words, finding.wording.why, finding.wording.instead)
    return _of_grade(case, finding)


def _of_grade(case: Case, finding: Finding) -> str:
    if finding.kind == "unfit":
        return checks.unfit(finding.number)
    kept = any(line.role and line.text == finding.quote for line in case.body.lines)
    return checks.above_kept(finding.number) if kept else checks.above(finding.number, finding.name)


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
