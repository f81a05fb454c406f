"""SQLAlchemy Core statements that are compiled once: for the statements of every page, building costs more than
running."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.sql.compiler import SQLCompiler


class PreparedStatements:
    """A statement with named parameters (`bindparam`), built when it is first run, compiled once for each database.

    `columns` are the columns of an INSERT or UPDATE that get a value of the same name.
    """

    def __init__(self, build: Callable[[], Executable], columns: Sequence[str] | None = None) -> None:
        self._build = build
        self._columns = columns
        self._compiled: dict[str, _Compiled] = {}

    def run(self, connection: Connection, **values: Any) -> CursorResult[Any]:
        """Run the statement once."""
        compiled = self._for(connection)
        return connection.exec_driver_sql(compiled.text, compiled.parameters(values))

    def run_all(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run the statement for every row of values."""
        if rows:
            compiled = self._for(connection)
            connection.exec_driver_sql(compiled.text, [compiled.parameters(values) for values in rows])

    def _for(self, connection: Connection) -> _Compiled:
        name = connection.dialect.name
        if name not in self._compiled:
            statement: Any = self._build()
            compiled: SQLCompiler = statement.compile(dialect=connection.dialect, column_keys=self._columns)
            self._compiled[name] = _Compiled(compiled.string, compiled.params, compiled.positiontup)
        return self._compiled[name]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """The parts of a compiled statement needed to run it; `order` is that of positional parameters."""

    text: str
    constants: Mapping[str, Any]
    order: Sequence[str] | None

    def parameters(self, values: Mapping[str, Any]) -> Any:
        merged = {**self.constants, **values}
        return merged if self.order is None else tuple([merged[name] for name in self.order])
