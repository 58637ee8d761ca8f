"""What somebody can begin or go on with, as examples that fit what is on their record."""

from bot.assessment.evidence import Evidence
from bot.assessment.model import Assessment
from bot.cards.payloads import Ask
from bot.cards.view import Row
from bot.development.plan import PlanEntry
from bot.dialogs.asked import Asked
from bot.phrases.en import small_talk as say
from bot.understanding.reading import Intent, Reading

Example = tuple[str, Intent]


def started(asked: Asked) -> tuple[Row, ...]:
    """A self-assessment, a plan, evidence and files, each to press; none where nothing of a person is kept."""
    if not asked.personal or asked.guest:
        return ()
    offered = (_assessment(asked), _plan(asked), (say.ASK_LOG, Intent.LOG_EVIDENCE), *_files(asked))
    return tuple(Row(said, Ask(Reading(asked.framework.id, intent, said=said))) for said, intent in offered)


def _assessment(asked: Asked) -> Example:
    held = [each.body for each in asked.turn.records.all(Assessment) if not each.body.deleted]
    if not held:
        return say.ASK_ASSESS, Intent.START_ASSESSMENT
    open_ = any(body.finished is None for body in held)
    return (say.ASK_GO_ON, Intent.START_ASSESSMENT) if open_ else (say.ASK_SCORES, Intent.SHOW_ASSESSMENT)


def _plan(asked: Asked) -> Example:
    return (say.ASK_SHOW_PLAN, Intent.SHOW_PLAN) if asked.turn.records.all(PlanEntry) else (say.ASK_PLAN, Intent.START_PLAN)


def _files(asked: Asked) -> tuple[Example, ...]:
    """Only for somebody of whom there is something to take away."""
    held = any(asked.turn.records.all(kind) for kind in (Assessment, PlanEntry, Evidence))
    return ((say.ASK_FILES, Intent.EXPORT),) if held else ()
