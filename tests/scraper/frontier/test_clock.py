"""A change of the system clock does not affect a crawl."""

from __future__ import annotations

import time

import pytest

from scraper.frontier import clock

HOURS = 7 * 3600.0


@pytest.mark.parametrize("jump", [-HOURS, HOURS])
def test_the_clock_of_a_process_does_not_jump(monkeypatch: pytest.MonkeyPatch, jump: float) -> None:
    before, real = clock.now(), time.time()
    monkeypatch.setattr(time, "time", lambda: real + jump)
    assert 0 <= clock.now() - before < 60
