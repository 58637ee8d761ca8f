"""An insert that does nothing where the key is there already; both databases write it alike."""

from collections.abc import Sequence

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import insert

from bot.storage.prepared import Prepared


def add_unless_there(table: Table, columns: Sequence[str] | None = None) -> Prepared:
    """`INSERT … ON CONFLICT DO NOTHING` of all columns, or of these; it writes one row, or none where the key was there."""
    return Prepared(insert(table).on_conflict_do_nothing(), columns or table.columns.keys())
