"""Writing down what several answers brought in one transaction: to begin and end one costs as much as a page does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine

ENOUGH = 16  # pieces of work that wait for no more

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Entry:
    work: Callable[[Connection], Any]
    done: asyncio.Future[Any]


class BatchedWrites:
    """Gathers pieces of work on the database; each is written whole or not at all, and none hinders another.

    `patience` is for how many seconds work waits for more of it.
    """

    def __init__(self, engine: Engine, patience: float) -> None:
        self._engine = engine
        self._patience = patience
        self._waiting: list[_Entry] = []
        self._timer: asyncio.TimerHandle | None = None

    async def write(
        self,
        work: Callable[Concatenate[Connection, Arguments], Result],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Result:
        """Do the work soon, on a connection within a transaction; when this returns, it is committed.

        Where the transaction fails, each piece of it is done again in one of its own, and raises what it raises there.
        """
        loop = asyncio.get_running_loop()
        entry = _Entry(lambda connection: work(connection, *args, **kwargs), loop.create_future())
        self._waiting.append(entry)
        if len(self._waiting) >= ENOUGH:
            self._write_all()
        elif self._timer is None:
            self._timer = loop.call_later(self._patience, self._write_all)
        result: Result = await entry.done
        return result

    def _write_all(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        entries, self._waiting = self._waiting, []
        try:
            results = self._write(entries)
        except Exception:
            for entry in entries:
                self._write_alone(entry)
        else:
            for entry, result in zip(entries, results, strict=True):
                _settle(entry.done, result)

    def _write(self, entries: list[_Entry]) -> list[Any]:
        with self._engine.begin() as connection:
            return [entry.work(connection) for entry in entries]

    def _write_alone(self, entry: _Entry) -> None:
        try:
            (result,) = self._write([entry])
        except Exception as error:
            if not entry.done.cancelled():
                entry.done.set_exception(error)
        else:
            _settle(entry.done, result)


def _settle(done: asyncio.Future[Any], result: Any) -> None:
    """Hand over a result, if anybody still waits: a crawl that is ended cancels those who do."""
    if not done.cancelled():
        done.set_result(result)
