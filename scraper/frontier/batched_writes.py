"""Batches database writes of several responses into one transaction, since a transaction costs as much as a page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine

ENOUGH = 16  # a batch of this size is written at once

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Entry:
    work: Callable[[Connection], Any]
    done: asyncio.Future[Any]


class BatchedWrites:
    """Collects units of work on the database; each is written as a whole or not at all, independently of the others.

    `delay` is the number of seconds that a unit waits for others.
    """

    def __init__(self, engine: Engine, delay: float) -> None:
        self._engine = engine
        self._delay = delay
        self._waiting: list[_Entry] = []
        self._timer: asyncio.TimerHandle | None = None

    async def write(
        self,
        work: Callable[Concatenate[Connection, Arguments], Result],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Result:
        """Run the work within a transaction; it is committed when this returns.

        Where the transaction fails, each unit is repeated in a transaction of its own, and raises its own error.
        """
        loop = asyncio.get_running_loop()
        entry = _Entry(lambda connection: work(connection, *args, **kwargs), loop.create_future())
        self._waiting.append(entry)
        if len(self._waiting) >= ENOUGH:
            self._write_all()
        elif self._timer is None:
            self._timer = loop.call_later(self._delay, self._write_all)
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
    """Set a result, unless the waiting task was cancelled at the end of a crawl."""
    if not done.cancelled():
        done.set_result(result)
