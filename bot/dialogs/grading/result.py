"""What the duties come to: the grade or the range, why in a line or two, and a press away all the reasons and what does not fit."""

from bot.cards.payloads import Move
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.asked import Asked
from bot.dialogs.grading import cards
from bot.dialogs.grading.basis import RESULT, look, told
from bot.dialogs.reply import Reply
from bot.phrases.en import grading as say
from bot.phrases.en.names import clipped
from bot.vacancies.grading import Graded
from bot.vacancies.matching import Duty, Quote
from bot.vacancies.model import GradingRecord

MOST_REASONS = 3
MOST_TOLD = 2  # reasons under the result itself
MOST_UNFIT = 5
DESCRIPTION = "vacancy"  # the dialog that writes job descriptions
_SHORT = 120


def result(asked: Asked, record: GradingRecord, found: Graded, said: str = "") -> Reply:
    """The result, with the ways on from it; `said` stands before it."""
    span, role = found.levels.span, found.role
    lead = say.and_more((said, say.result(role, *span)))
    reasons = _reasons(found)
    telling = tuple((duty, quote) for duty, quote in reasons[:MOST_TOLD])
    apart = say.do_not_fit(len(found.elsewhere), len(found.silent))
    view = View(
        say.title(*span),
        lead,
        (*_nearest(found, telling), Section(lines=(*((Line(apart),) if apart else ()), Line(say.EVALUATION)))),
        rows=(Row(say.WHY, look("why", record)), Row(say.SEE_LINES, look("lines", record, "0"))),
        source=cards.source(found, tuple(duty for duty, _ in telling)),
        buttons=(_describe(asked, record), next_steps.expect(found.framework, role), Button(say.CHANGE, look("change", record))),
    )
    return told(asked, view, say.and_more((lead, _first_reason(found, reasons))), record.id, RESULT)


def why(asked: Asked, record: GradingRecord, found: Graded) -> Reply:
    """All the reasons: what was answered, what stands nearest, and what does not fit."""
    reasons = _reasons(found)
    sections = (*_answers(found), *_nearest(found, reasons, near=True), *_unfit(found))
    lead = say.result(found.role, *found.levels.span)
    buttons = (Button(say.BACK_TO_QUESTION, look("open", record)),)
    view = View(say.WHY, lead, sections, source=cards.source(found, tuple(duty for duty, _ in reasons)), buttons=buttons)
    return told(asked, view, say.and_more((lead, _first_reason(found, reasons))), record.id, RESULT)


def _describe(asked: Asked, record: GradingRecord) -> Button:
    """A job description with these duties, for the role it comes to or one of the roles of the range."""
    return Button(say.JOB_DESCRIPTION, Move(DESCRIPTION, "graded", record.id, nonce=asked.turn.new_id()))


def _answers(found: Graded) -> tuple[Section, ...]:
    """What was answered, and whose expectation that is."""
    lines = []
    for scale, option in found.answers:
        if option is None:
            lines.append(Line(say.NONE_CHOSEN, say.scale(scale.name)))
        else:
            what = found.framework.competencies[option.cells[0].competency].short
            lines.append(Line(option.statement.text, say.scale(scale.name), say.said_by(found.framework, option.roles, what)))
    return (Section(say.YOU_SAID, tuple(lines)),) if lines else ()


def _reasons(found: Graded) -> tuple[tuple[Duty, Quote], ...]:
    """The expectations of the grades it comes to that stand nearest to its duties, each once."""
    low, high = found.levels.span
    reasons: dict[str, tuple[Duty, Quote]] = {}
    for duty in found.known:
        for quote in duty.quotes:
            if any(low <= role.grade <= high for role in quote.roles):
                reasons.setdefault(quote.statement.text, (duty, quote))
                break
    ranked = sorted(reasons.values(), key=lambda each: found.levels.best not in {role.grade for role in each[1].roles})
    return tuple(ranked)[:MOST_REASONS]


def _nearest(found: Graded, reasons: tuple[tuple[Duty, Quote], ...], *, near: bool = False) -> tuple[Section, ...]:
    lines = []
    for duty, quote in reasons:
        whose = say.said_by(found.framework, quote.roles, found.framework.competencies[quote.cell.competency].short)
        lines.append(Line(quote.statement.text, whose, below=say.near_to(clipped(duty.text, _SHORT).rstrip(".")) if near else ""))
    return (Section(say.NEAREST, tuple(lines)),) if lines else ()


def _unfit(found: Graded) -> tuple[Section, ...]:
    """The lines that point elsewhere, and those of which the framework says nothing."""
    lines = [Line(clipped(duty.text, say.LONGEST_SHOWN), below=say.points_elsewhere(*duty.levels.span)) for duty in found.elsewhere]
    lines += [Line(clipped(duty.text, say.LONGEST_SHOWN), below=say.SILENT) for duty in found.silent]
    return (Section(say.NOT_FITTING, tuple(lines[:MOST_UNFIT])),) if lines else ()


def _first_reason(found: Graded, reasons: tuple[tuple[Duty, Quote], ...]) -> str:
    """The framework's words for it: those nearest to a duty, or else those that were chosen."""
    for _, quote in reasons:
        return say.because(quote.statement.text, say.said_by(found.framework, quote.roles, _short(found, quote)))
    for _, option in found.answers:
        if option is not None:
            what = found.framework.competencies[option.cells[0].competency].short
            return say.because(option.statement.text, say.said_by(found.framework, option.roles, what))
    return ""


def _short(found: Graded, quote: Quote) -> str:
    return found.framework.competencies[quote.cell.competency].short
