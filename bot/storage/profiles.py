"""Profiles: read one, save one against the version that was read."""

from sqlalchemy import Connection, bindparam, select, update

from bot.people.profile import Profile
from bot.storage.clash import Clash
from bot.storage.inserts import add_unless_there
from bot.storage.tables import person, profile

_FIELDS = ("framework", "grade", "role", "path")
_OWN = (profile.c.tenant == bindparam("of_tenant"), profile.c.person == bindparam("of_person"))
_LOAD = select(*(profile.c[name] for name in _FIELDS), profile.c.version).where(*_OWN)
_MEET = add_unless_there(person)
_ADD = add_unless_there(profile)
_SAVE = update(profile).where(*_OWN, profile.c.version == bindparam("read_version"))


def load_profile(connection: Connection, tenant: str, person_id: str) -> Profile:
    """What is held of a person; an empty profile of version 0 where nothing is."""
    row = connection.execute(_LOAD, {"of_tenant": tenant, "of_person": person_id}).one_or_none()
    return Profile() if row is None else Profile(row.framework, row.grade, row.role, row.path, row.version)


def save_profile(connection: Connection, tenant: str, person_id: str, new: Profile, now: float) -> None:
    """Save a profile that was read at `new.version`. Raises Clash where another version is stored by now."""
    values = {name: getattr(new, name) for name in _FIELDS} | {"version": new.version + 1}
    if new.version == 0:
        connection.execute(_MEET, {"tenant": tenant, "id": person_id, "met": now})
        written = connection.execute(_ADD, {"tenant": tenant, "person": person_id} | values)
    else:
        written = connection.execute(_SAVE, {"of_tenant": tenant, "of_person": person_id, "read_version": new.version} | values)
    if written.rowcount != 1:
        raise Clash
