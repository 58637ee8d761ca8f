"""Activities that were seen: a second delivery changes nothing, and an invoke gets the same answer again."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from bot.people.records import Clash
from bot.storage.inserts import add_unless_there
from bot.storage.prepared import Prepared
from bot.storage.tables import seen

KEPT = 24 * 3600.0

_LOOK = Prepared(
    select(seen.c.answer, seen.c.recorded).where(
        seen.c.tenant == bindparam("of_tenant"),
        seen.c.conversation == bindparam("of_conversation"),
        seen.c.activity == bindparam("of_activity"),
    )
)
_ADD = add_unless_there(seen)
_PURGE = delete(seen).where(seen.c.at < bindparam("before"))


@dataclass(frozen=True, slots=True)
class Seen:
    """An activity that was seen before, with what it was answered (JSON; None for a message).

    `recorded` says that its turn changed something that must survive.
    """

    answer: Any
    recorded: bool = False


def look_up(connection: Connection, tenant: str, conversation: str, activity: str) -> Seen | None:
    """Whether an activity was seen before."""
    row = _LOOK.row(connection, of_tenant=tenant, of_conversation=conversation, of_activity=activity)
    return None if row is None else Seen(*row)


def remember(
    connection: Connection, tenant: str, conversation: str, activity: str, *, at: float, answer: Any, recorded: bool = False
) -> None:
    """Record that an activity was answered. Raises Clash where it was recorded since it was looked up."""
    row = {"tenant": tenant, "conversation": conversation, "activity": activity, "at": at, "answer": answer, "recorded": recorded}
    if _ADD.write(connection, **row) != 1:
        raise Clash


def purge(connection: Connection, now: float) -> None:
    """Forget the activities that no channel will deliver again: those older than a day."""
    connection.execute(_PURGE, {"before": now - KEPT})
