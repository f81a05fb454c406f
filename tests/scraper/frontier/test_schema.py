"""The state of a crawl: who may write while others read."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from scraper.frontier.schema import SITES, open_store, state_url


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
