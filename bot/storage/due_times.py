"""When reminders are due, kept right whenever a record that they come from, the wish for them, or the person's time zone changes."""

from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import Connection, bindparam, delete, select, update

from bot.people.records import UnreadableRecord
from bot.people.reminders import MINE, Preferences, Reminder, reminders
from bot.reviews.meetings import all_occasions
from bot.storage.inserts import add_unless_there
from bot.storage.joints import StoredJoints
from bot.storage.prepared import Prepared
from bot.storage.records import StoredRecords
from bot.storage.tables import reminder

_log = structlog.get_logger()

_OWN = (reminder.c.tenant == bindparam("of_tenant"), reminder.c.person == bindparam("of_person"))
_THIS = (*_OWN, reminder.c.key == bindparam("of_key"))
_HELD = Prepared(select(reminder.c.key, reminder.c.due, reminder.c.sent).where(*_OWN))
_ADD = add_unless_there(reminder)
_MOVE = Prepared(update(reminder).where(*_THIS), ("due",))
_DROP = Prepared(delete(reminder).where(*_THIS))


def wanted_reminders(connection: Connection, tenant: str, person_id: str, zone: ZoneInfo, now: float) -> tuple[Reminder, ...]:
    """Every reminder that a person wants, sent or not. Raises UnreadableRecord."""
    records = StoredRecords(connection, tenant, person_id)
    wishes = records.find(Preferences, MINE)
    if wishes is None or not wishes.body.topics:
        return ()
    joints = StoredJoints(connection, tenant, person_id, now)
    return reminders(wishes.body, all_occasions(records, joints, person_id), zone)


def keep_due_times(connection: Connection, tenant: str, person_id: str, zone: ZoneInfo, now: float) -> None:
    """Bring the due times of a person up to date, within the caller's transaction.

    What was sent is never due again, nor is what would have been due already when it was first wanted. Where a record cannot be read,
    all stays as it is.
    """
    try:
        wanted = {each.key: each for each in wanted_reminders(connection, tenant, person_id, zone, now)}
    except UnreadableRecord:
        _log.warning("reminders not renewed", reason="a record cannot be read")
        return
    key = {"of_tenant": tenant, "of_person": person_id}
    held = {name: (due, sent) for name, due, sent in _HELD.rows(connection, **key)}
    for name, (due, sent) in held.items():
        if sent is None and name not in wanted:
            _DROP.write(connection, **key, of_key=name)
        elif sent is None and wanted[name].due != due:
            _MOVE.write(connection, **key, of_key=name, due=wanted[name].due)
    for name in wanted.keys() - held.keys():
        if wanted[name].due > now:
            _add(connection, tenant, person_id, wanted[name])


def _add(connection: Connection, tenant: str, person_id: str, new: Reminder) -> None:
    held = {"key": new.key, "topic": new.topic, "record": new.record, "due": new.due}
    _ADD.write(connection, tenant=tenant, person=person_id, **held, sent=None)
