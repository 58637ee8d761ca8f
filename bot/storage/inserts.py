"""Inserts of what may be there already; both databases write them alike."""

from collections.abc import Sequence

from sqlalchemy import Table, insert

from bot.storage.prepared import Prepared


def add_unless_there(table: Table, columns: Sequence[str] | None = None) -> Prepared:
    """An insert of all columns, or of these; it writes one row, or none where the key was there."""
    return Prepared(insert(table), columns or table.columns.keys(), ending="ON CONFLICT DO NOTHING")


def add_or_change(table: Table, columns: Sequence[str], changes: str) -> Prepared:
    """An insert of these columns; where the key was there, `changes` are made (SQL, in which `excluded` is the row that is not added)."""
    key = ", ".join(column.name for column in table.primary_key)
    return Prepared(insert(table), columns, ending=f"ON CONFLICT ({key}) DO UPDATE SET {changes}")
