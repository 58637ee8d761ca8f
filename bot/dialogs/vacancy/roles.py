"""Which roles somebody names for a job description."""

from dataclasses import replace

from bot.dialogs.asked import Asked
from bot.framework.model import Framework, Role
from bot.understanding.reading import NotUnderstood, Outcome, Understood, Unsure


def named(asked: Asked) -> tuple[Role, ...]:
    """The roles that the words name, and never the asker's own for want of another. Three grades may share one title."""
    if asked.reading.roles or asked.reading.grades:
        return asked.roles
    title = (asked.reader.describing.role_after(asked.reading.said) or "").casefold()
    found = tuple(role for role in asked.framework.roles.values() if title in map(str.casefold, (role.title, *role.titles)))
    return () if len(found) == 1 and _general(asked.framework, title) else found


def _general(framework: Framework, title: str) -> bool:
    """Whether a title is also what a whole path is called: "recruiting for a technician" tells no grade."""
    return any(title in map(str.casefold, path.aliases) for path in framework.paths.values())


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
    found = named(replace(asked, reading=reading)) if reading.framework == asked.framework.id else ()
    return found or _heard(asked.framework, outcome)


def _heard(framework: Framework, outcome: Outcome) -> tuple[Role, ...]:
    """The roles that stand in the words themselves: those of the grades named with them, or of the grades alone."""
    told = [(each.slot, each.value) for each in outcome.why.heard]
    roles = tuple(framework.roles[value] for slot, value in told if slot == "role" and value in framework.roles)
    grades = {int(value) for slot, value in told if slot == "grade" and value.isdecimal()}
    at = tuple(role for role in roles or tuple(framework.roles.values()) if role.grade in grades)
    return tuple(dict.fromkeys(at or roles))
