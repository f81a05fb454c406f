"""Pages read by processes of their own: what these leave, and what becomes of a page on which one dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from scraper.engine.lone_reader import LoneReader
from scraper.engine.page_parser import PageRequest, read_page
from tests.scraper.engine.made import SERVER, page
from tests.scraper.engine.test_parser_pool import HANGING
from tests.scraper.killing import with_descendants

KILLED = """
from dataclasses import replace
from scraper.engine.lone_reader import LoneReader
from scraper.engine.page_parser import PageRequest
from tests.scraper.engine.made import SERVER, page
from tests.scraper.engine.test_parser_pool import HANGING
reader = LoneReader(60.0)
print(reader._process.pid, flush=True)
reader.read(PageRequest(replace(page(1), body=HANGING), SERVER.site(), "article"))
"""


@pytest.fixture
def reader() -> Iterator[LoneReader]:
    reader = LoneReader(1.5)
    yield reader
    reader.close()


def asked(number: int, **changes: object) -> PageRequest:
    return PageRequest(replace(page(number), **changes), SERVER.site(), "article")  # type: ignore[arg-type]


def test_a_page_is_read_as_by_any_reader_and_its_process_ends(reader: LoneReader) -> None:
    assert reader.read(asked(1)).article == read_page(asked(1)).article
    assert reader.read(asked(2)).record
    assert with_descendants({reader._process.pid}) == {reader._process.pid}


def test_a_page_that_takes_too_long_is_unreadable_and_the_next_is_read(reader: LoneReader) -> None:
    given_up = reader.read(asked(1, body=HANGING))
    assert (given_up.reason, given_up.flags) == ("unreadable", ("unreadable",)) and given_up.record
    assert reader.read(asked(2)).article


def test_the_process_that_forks_the_others_is_started_again(reader: LoneReader) -> None:
    assert reader._process.pid
    os.kill(reader._process.pid, signal.SIGKILL)
    assert reader.read(asked(1)).reason == "unreadable"
    assert reader.read(asked(2)).article


def test_its_processes_end_with_a_process_that_is_killed() -> None:
    process = subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    forking = int(process.stdout.readline())
    while len(with_descendants({forking})) == 1:
        time.sleep(0.05)
    process.kill()
    process.wait()
    begun = time.monotonic()
    assert process.stdout.read() == ""  # the pipe ends when the last process that holds it has ended
    assert time.monotonic() - begun < 8  # seconds; the page would take the process 12 of its own
