"""The state of a crawl: who may write while others read."""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select

from scraper.frontier import schema
from scraper.frontier.errors import StateError
from scraper.frontier.schema import SITES, open_store, state_url, transaction


def test_a_reader_in_the_midst_of_a_transaction_does_not_keep_others_from_writing(tmp_path: Path) -> None:
    writer = open_store(state_url(tmp_path))
    reader = open_store(state_url(tmp_path), writing=False)
    with reader.connect() as reading:
        assert reading.execute(select(SITES)).all() == []
        with writer.begin() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 0")
            connection.execute(SITES.insert().values(site_id="langson", round=1))
    with reader.connect() as reading:
        assert [row.site_id for row in reading.execute(select(SITES))] == ["langson"]
    reader.dispose()
    writer.dispose()


@pytest.mark.parametrize("moment", ["begin", "before_cursor_execute", "after_cursor_execute", "commit"])
def test_an_interrupt_waits_for_the_end_of_a_transaction(
    tmp_path: Path, moment: str, interruptible: None
) -> None:
    engine = open_store(state_url(tmp_path))
    event.listen(engine, moment, lambda *_: signal.raise_signal(signal.SIGINT), once=True)
    row: dict[str, Any] = {"site_id": "langson", "round": 1}
    with pytest.raises(KeyboardInterrupt), transaction(engine) as connection:
        connection.exec_driver_sql("SELECT 1")
        connection.execute(SITES.insert().values(**row))
    other = open_store(state_url(tmp_path))
    with other.connect() as connection:  # a write lock that was left would keep it waiting
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA busy_timeout = 0")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        assert connection.execute(select(SITES.c.site_id)).scalars().all() == ["langson"]
    engine.dispose()
    other.dispose()


@pytest.fixture
def silent() -> Iterator[socket.socket]:
    """A server that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def test_a_server_that_says_nothing_is_given_up(silent: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "CONNECTS_WITHIN", 2)
    with pytest.raises(StateError, match="cannot be opened as the state of a crawl: connection timeout expired"):
        open_store(f"postgresql://ban@127.0.0.1:{silent.getsockname()[1]}/tin", writing=False)


def test_an_interrupt_ends_the_wait_for_a_server(silent: socket.socket, interruptible: None) -> None:
    def interrupt() -> None:
        silent.accept()
        os.kill(os.getpid(), signal.SIGINT)

    thread = threading.Thread(target=interrupt)
    thread.start()
    with pytest.raises(KeyboardInterrupt):
        open_store(f"postgresql://ban@127.0.0.1:{silent.getsockname()[1]}/tin", writing=False)
    thread.join()
