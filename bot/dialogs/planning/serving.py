"""Which role an entry serves, and what that role is expected to do, quoted with its place in the source."""

from dataclasses import replace

from bot.development.plan import Entry, PlanEntry, Serves
from bot.development.quoting import quoted
from bot.dialogs.asked import Asked
from bot.dialogs.planning.basis import of_entry
from bot.framework.model import Framework, Role
from bot.phrases.en.names import shortened
from bot.phrases.en.sources import source

LONGEST_QUOTE = 320


def current_role(asked: Asked) -> Role | None:
    """The person's own role, where one is known."""
    return asked.own_roles[0] if len(asked.own_roles) == 1 else None


def role_served(asked: Asked, body: PlanEntry, serves: Serves) -> Role | None:
    """The role that an entry serves, or would serve: the one it was made for, or else the own role or the one aimed at."""
    if serves == body.serves and body.role in asked.framework.roles:
        return asked.framework.roles[body.role or ""]
    return asked.aim if serves == "higher" else current_role(asked)


def role_of(framework: Framework, body: PlanEntry) -> Role | None:
    """The role that an entry serves, where the framework still has it."""
    return framework.roles.get(body.role or "")


def with_quote(asked: Asked, entry: Entry, serves: Serves | None = None, competencies: tuple[str, ...] | None = None) -> Entry:
    """The same entry with its role and quote as they follow from whom it serves and its competencies."""
    asked, body = of_entry(asked, entry), entry.body
    framework, serves = asked.framework, serves or body.serves
    known = tuple(id_ for id_ in (body.competencies if competencies is None else competencies) if id_ in framework.competencies)
    role = role_served(asked, body, serves)
    own = current_role(asked) if serves == "higher" else None
    said = quoted(framework, role, known, own) if role else ()
    quote = shortened((statement.text for statement in said), LONGEST_QUOTE)
    where = source(framework, tuple(statement.place for statement in said)) if said else ""
    changed = body.with_(serves=serves, competencies=known, role=role.id if role else None, quote=quote, source=where)
    return replace(entry, body=changed)
