"""The statements of every turn, compiled once and run on the driver: SQLAlchemy's own way takes longer than SQLite itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect, Float, Select
from sqlalchemy.sql.expression import Delete, Insert, Update

Processor = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """SQL, the names of its values in their order, those that the statement brings (a limit, say), and what is to be done to some of
    them, and to some of a row's, by place."""

    sql: str
    names: tuple[str, ...]
    own: Mapping[str, Any]
    bound: tuple[tuple[int, Processor], ...]
    found: tuple[tuple[int, Processor], ...]


class Prepared:
    """A statement; `columns` are those that an insert or update writes, each of which takes its value by its own name.

    `ending` is put after it as it is: what both databases write alike, and SQLAlchemy only for one of them at a time.
    """

    def __init__(
        self, statement: Select[Any] | Insert | Update | Delete, columns: Sequence[str] | None = None, *, ending: str = ""
    ) -> None:
        self._statement = statement
        self._columns = columns
        self._ending = f" {ending}" if ending else ""
        self._compiled: dict[str, _Compiled] = {}

    def row(self, connection: Connection, **values: Any) -> tuple[Any, ...] | None:
        """The one row that is found by a key, or None."""
        compiled = self._for(connection.dialect)
        row = self._execute(connection, compiled, values).fetchone()
        return None if row is None else _found(row, compiled)

    def rows(self, connection: Connection, **values: Any) -> list[tuple[Any, ...]]:
        """Every row that is found."""
        compiled = self._for(connection.dialect)
        return [_found(row, compiled) for row in self._execute(connection, compiled, values).fetchall()]

    def write(self, connection: Connection, **values: Any) -> int:
        """Write, and tell how many rows were written."""
        return int(self._execute(connection, self._for(connection.dialect), values).rowcount)

    def _execute(self, connection: Connection, compiled: _Compiled, values: Mapping[str, Any]) -> Any:
        given = {**compiled.own, **values} if compiled.own else values
        bound = [given[name] for name in compiled.names]
        _process(bound, compiled.bound)
        cursor = connection.connection.cursor()
        cursor.execute(compiled.sql, bound)
        return cursor

    def _for(self, dialect: Dialect) -> _Compiled:
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            compiled = self._compiled[dialect.name] = self._compile(dialect)
        return compiled

    def _compile(self, dialect: Dialect) -> _Compiled:
        made: Any = self._statement.compile(dialect=dialect, column_keys=self._columns)
        names = tuple(made.positiontup)
        own = {name: made.binds[name].effective_value for name in names if not made.binds[name].required}
        bound = (made.binds[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names)
        columns = self._statement.selected_columns if isinstance(self._statement, Select) else ()
        found = (
            None if isinstance(each.type, Float) else each.type.dialect_impl(dialect).result_processor(dialect, None) for each in columns
        )
        return _Compiled(str(made) + self._ending, names, own, _needed(bound), _needed(found))


def _found(row: Sequence[Any], compiled: _Compiled) -> tuple[Any, ...]:
    found = list(row)
    _process(found, compiled.found)
    return tuple(found)


def _needed(processors: Any) -> tuple[tuple[int, Processor], ...]:
    return tuple((place, processor) for place, processor in enumerate(processors) if processor is not None)


def _process(values: list[Any], processors: tuple[tuple[int, Processor], ...]) -> None:
    for place, processor in processors:
        values[place] = processor(values[place])
