"""Which outbox goes with which database."""

from bot.storage.database import Database
from bot.storage.outbox import Outbox
from bot.storage.shared_outbox import SharedOutbox


def make_outbox(database: Database) -> Outbox:
    """One that others use as well, where the database is shared."""
    return SharedOutbox(database) if database.shared else Outbox(database)
