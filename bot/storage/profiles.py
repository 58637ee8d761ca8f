"""Profiles: read one, save one against the version that was read."""

from sqlalchemy import Connection, bindparam, select, update

from bot.people.profile import Profile
from bot.people.records import Clash
from bot.storage.inserts import add_unless_there
from bot.storage.prepared import Prepared
from bot.storage.tables import profile
from bot.storage.visits import meet

_FIELDS = ("framework", "grade", "role", "path", "aim")
_OWN = (profile.c.tenant == bindparam("of_tenant"), profile.c.person == bindparam("of_person"))
_LOAD = Prepared(select(*(profile.c[name] for name in _FIELDS), profile.c.version).where(*_OWN))
_ADD = add_unless_there(profile)
_SAVE = Prepared(update(profile).where(*_OWN, profile.c.version == bindparam("read_version")), (*_FIELDS, "version"))


def load_profile(connection: Connection, tenant: str, person_id: str) -> Profile:
    """What is held of a person; an empty profile of version 0 where nothing is."""
    row = _LOAD.row(connection, of_tenant=tenant, of_person=person_id)
    return Profile() if row is None else Profile(*row)


def save_profile(connection: Connection, tenant: str, person_id: str, new: Profile, now: float) -> None:
    """Save a profile that was read at `new.version`. Raises Clash where another version is stored by now."""
    values = {name: getattr(new, name) for name in _FIELDS} | {"version": new.version + 1}
    if new.version == 0:
        meet(connection, tenant, person_id, now)
        written = _ADD.write(connection, tenant=tenant, person=person_id, **values)
    else:
        written = _SAVE.write(connection, of_tenant=tenant, of_person=person_id, read_version=new.version, **values)
    if written != 1:
        raise Clash
