"""How the database is: there, writable, sound, and at which revision."""

import shutil
from collections.abc import Iterator

from bot.addresses import PostgresAddress
from bot.doctor.finding import Finding, broken, look, ok
from bot.settings import CannotStart, Settings
from bot.storage.looking import State, state_of
from bot.storage.looking_into import server_state
from bot.storage.schema import NEWEST, is_known

LITTLE = 500 * 1024 * 1024  # bytes: a database that cannot grow stops the assistant from keeping anything


def database(settings: Settings) -> Iterator[Finding]:
    """The findings of the SQLite file; it is looked into and not touched, so the assistant may be running."""
    if isinstance(settings.database, PostgresAddress):
        yield _on_server(settings.database, settings.database_password.get_secret_value())
        return
    path, state = settings.database, state_of(settings.database)
    if not state.writable:
        remedy = "Give this user the right to write the file and its folder, or name another in ASSISTANT_DATABASE."
        yield broken("database", f"{path} cannot be written.", remedy)
    elif not state.exists:
        yield ok("database", f"{path} is not there yet; the first start makes it, at revision {NEWEST}.")
    else:
        yield _found(str(path), state)
    folder = next((folder for folder in path.parents if folder.exists()), None)
    if folder is not None and (free := shutil.disk_usage(folder).free) < LITTLE:
        yield look("disk", f"{free // 1024 // 1024} MB are left in {folder}.", "Make room: a full disk keeps nothing that people tell.")


def _on_server(address: PostgresAddress, password: str) -> Finding:
    try:
        state = server_state(address, password)
    except CannotStart as reason:
        return broken("database", f"{address} cannot be used.", str(reason))
    says = f"{address} (PostgreSQL {state.version}) is at revision {state.revision or 'none'}"
    if state.read_only:
        return broken("database", f"{says}, and can only be read.", "It may be a copy, or full: name the server that takes changes.")
    if not is_known(state.revision):
        return broken("database", f"{says}, which a newer release wrote.", "Start that release, or name another database.")
    if state.revision != NEWEST:
        remedy = "The next start brings it up to date; copy it before (pg_dump)."
        return look("database", f"{says}, this release at {NEWEST}.", remedy)
    return ok("database", f"{says}, and can be written.")


def _found(path: str, state: State) -> Finding:
    used = f" {state.holder[:1].upper()}{state.holder[1:]} uses it." if state.holder else ""
    if state.fault:
        return broken(
            "database", f"{path}: {state.fault}.", "Put back a copy (`python -m bot restore`), or name another file in ASSISTANT_DATABASE."
        )
    if not state.known:
        return broken("database", f"{path} was written by a newer release ({state.revision}).", "Start that release, or name another file.")
    if state.behind:
        says = f"{path} is at revision {state.revision or 'none'}, this release at {NEWEST}.{used}"
        return look("database", says, "The next start brings it up to date; copy it before (`python -m bot backup`).")
    return ok("database", f"{path} can be written, and is sound, at revision {state.revision}.{used}")
