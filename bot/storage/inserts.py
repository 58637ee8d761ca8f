"""An insert that does nothing where the key is there already; both databases write it alike."""

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import Insert, insert


def add_unless_there(table: Table) -> Insert:
    """`INSERT … ON CONFLICT DO NOTHING`; the result's rowcount tells whether a row was added (1) or was there (0)."""
    return insert(table).on_conflict_do_nothing()
