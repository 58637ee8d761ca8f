"""What somebody can begin or go on with, as examples that fit what is on their record."""

from bot.assessment.model import Assessment
from bot.cards.payloads import Ask
from bot.cards.view import Row
from bot.development.plan import PlanEntry
from bot.dialogs.asked import Asked
from bot.phrases.en import small_talk as say
from bot.understanding.reading import Intent, Reading


def started(asked: Asked) -> tuple[Row, ...]:
    """A self-assessment, a plan, evidence and what is held, each to press; none where nothing of a person is kept."""
    if not asked.personal or asked.guest:
        return ()
    plan = (say.ASK_SHOW_PLAN, Intent.SHOW_PLAN) if asked.turn.records.all(PlanEntry) else (say.ASK_PLAN, Intent.START_PLAN)
    offered = (_assessment(asked), plan, (say.ASK_LOG, Intent.LOG_EVIDENCE), (say.ASK_HELD, Intent.MY_DATA))
    return tuple(Row(said, Ask(Reading(asked.framework.id, intent, said=said))) for said, intent in offered)


def _assessment(asked: Asked) -> tuple[str, Intent]:
    held = [each.body for each in asked.turn.records.all(Assessment) if not each.body.deleted]
    if not held:
        return say.ASK_ASSESS, Intent.START_ASSESSMENT
    open_ = any(body.finished is None for body in held)
    return (say.ASK_GO_ON, Intent.START_ASSESSMENT) if open_ else (say.ASK_SCORES, Intent.SHOW_ASSESSMENT)
