"""Everything that is held of one person, gathered from the database for whoever it belongs to."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, select

from bot.dialogs.holding import holdings
from bot.dialogs.turn import Memory, Said, Turn
from bot.people.holdings import Holdings
from bot.people.retention import USUAL, Retention
from bot.people.zones import LONDON
from bot.storage.accounts import load_account
from bot.storage.joints import StoredJoints
from bot.storage.memories import memory_from_json
from bot.storage.prepared import Prepared
from bot.storage.profiles import load_profile
from bot.storage.records import StoredRecords
from bot.storage.tables import conversation

_TALKED = Prepared(
    select(conversation.c.memory)
    .where(conversation.c.tenant == bindparam("of_tenant"), conversation.c.person == bindparam("of_person"))
    .order_by(conversation.c.version.desc())
    .limit(1)
)


def load_holdings(
    connection: Connection,
    tenant: str,
    person_id: str,
    *,
    retention: Retention = USUAL,
    zone: str = LONDON,
    clock: Callable[[], float] = time.time,
) -> Holdings:
    """Read it all; `zone` is the time zone where the person's device names none."""
    now = clock()
    account = load_account(connection, tenant, person_id, retention, now)
    talked = _TALKED.row(connection, of_tenant=tenant, of_person=person_id)
    turn = Turn(
        Said(""),
        load_profile(connection, tenant, person_id),
        Memory() if talked is None else memory_from_json(talked[0]),
        records=StoredRecords(connection, tenant, person_id),
        now=datetime.fromtimestamp(now, UTC),
        zone=account.zone or zone,
        account=lambda: account,
        person=person_id,
        joints=StoredJoints(connection, tenant, person_id, now),
    )
    return holdings(turn)
