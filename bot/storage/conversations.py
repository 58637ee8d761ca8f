"""Conversations: what a follow-up needs to know, and whether a welcome was given."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from bot.dialogs.turn import Memory
from bot.people.records import Clash
from bot.storage.arrival import Address
from bot.storage.inserts import add_unless_there
from bot.storage.memories import memory_from_json, memory_to_json
from bot.storage.prepared import Prepared
from bot.storage.tables import conversation

_OWN = (conversation.c.tenant == bindparam("of_tenant"), conversation.c.id == bindparam("of_id"))
_WHERE_TO = ("service", "bot", "account", "person")
_HELD = ("memory", "welcomed", "version")
_LOAD = Prepared(select(*(conversation.c[name] for name in (*_HELD, *_WHERE_TO))).where(*_OWN))
_ADD = add_unless_there(conversation)
_UPDATE = update(conversation).where(*_OWN, conversation.c.version == bindparam("read_version"))
_SAVE = Prepared(_UPDATE, _HELD)
_SAVE_MOVED = Prepared(_UPDATE, (*_HELD, *_WHERE_TO))


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation as stored. `welcomed` is when the welcome was given (seconds since 1970), or None; `version` counts the saves.

    `address` is how to write to it unasked; None where that is not to be done.
    """

    memory: Memory = field(default_factory=Memory)
    welcomed: float | None = None
    version: int = 0
    address: Address | None = None


def load_conversation(connection: Connection, tenant: str, id_: str) -> Conversation:
    """What is held of a conversation; a new one of version 0 where nothing is."""
    row = _LOAD.row(connection, of_tenant=tenant, of_id=id_)
    if row is None:
        return Conversation()
    memory, welcomed, version, service, *others = row
    return Conversation(memory_from_json(memory), welcomed, version, None if service is None else Address(service, *others))


def save_conversation(connection: Connection, tenant: str, id_: str, new: Conversation, *, moved: bool = True) -> None:
    """Save a conversation that was read at `new.version`. Raises Clash where another version is stored by now.

    `moved` False: the address is the stored one, and is left alone, for its index costs a page more to write.
    """
    values: dict[str, Any] = {"memory": memory_to_json(new.memory), "welcomed": new.welcomed, "version": new.version + 1}
    if moved or new.version == 0:
        values |= {name: getattr(new.address, name, None) for name in _WHERE_TO}
    if new.version == 0:
        written = _ADD.write(connection, tenant=tenant, id=id_, **values)
    else:
        save = _SAVE_MOVED if moved else _SAVE
        written = save.write(connection, of_tenant=tenant, of_id=id_, read_version=new.version, **values)
    if written != 1:
        raise Clash
