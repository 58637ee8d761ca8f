"""Which roles somebody names for a job description."""

from dataclasses import replace

from bot.dialogs.asked import Asked
from bot.framework.model import Role
from bot.understanding.reading import NotUnderstood, Outcome, Understood, Unsure


def named(asked: Asked) -> tuple[Role, ...]:
    """The roles that the words name, and never the asker's own for want of another. Three grades may share one title."""
    if asked.reading.roles or asked.reading.grades:
        return asked.roles
    title = (asked.reader.describing.role_after(asked.reading.said) or "").casefold()
    return tuple(role for role in asked.framework.roles.values() if title in map(str.casefold, (role.title, *role.titles)))


def roles_meant(asked: Asked, outcome: Outcome) -> tuple[Role, ...]:
    """The roles that a message names, whatever else it was read as."""
    match outcome:
        case Understood(reading):
            pass
        case Unsure(candidates):
            reading = candidates[0]
        case NotUnderstood(nearest=nearest):
            if not nearest:
                return ()
            reading = nearest[0]
    return named(replace(asked, reading=reading)) if reading.framework == asked.framework.id else ()
