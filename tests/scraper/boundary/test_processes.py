"""A process that ends with the one that started it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor

import pytest

from scraper.boundary.processes import interrupts_held, starting

STARTED = """
import multiprocessing, os, time
from scraper.boundary.processes import exit_with_parent

def work():
    exit_with_parent()
    print(os.getpid(), flush=True)
    time.sleep(300)

if __name__ == "__main__":
    child = multiprocessing.get_context("fork").Process(target=work)
    child.start()
    child.join()
"""

SIGNALLED = """
import signal, time
from scraper.boundary.processes import own_signals, start_process

def work():
    own_signals()
    time.sleep(60)

def handle(*_):
    raise KeyboardInterrupt

signal.signal(signal.SIGTERM, handle)
child = start_process(work, ())
child.terminate()  # perhaps before it runs at all
child.join()
print(child.exitcode)
"""


def test_processes_are_forked_from_one_that_has_loaded_what_they_need() -> None:
    with ProcessPoolExecutor(1, mp_context=starting()) as pool:
        assert pool.submit(_has_loaded, "scrapy.crawler").result()
        assert not pool.submit(_has_loaded, "twisted.internet.reactor").result()


@pytest.mark.parametrize(("threads", "method"), [(0, "fork"), (1, "forkserver")])
def test_a_process_with_threads_is_not_forked_itself(threads: int, method: str) -> None:
    lines = ["import threading, time", "from scraper.boundary.processes import starting"]
    lines += ["threading.Thread(target=time.sleep, args=(1,)).start()"] * threads
    script = "\n".join([*lines, "print(starting().get_start_method())"])
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [method]


def test_a_forked_process_does_not_handle_signals_as_its_parent_does() -> None:
    done = subprocess.run([sys.executable, "-c", SIGNALLED], capture_output=True, text=True, check=True)
    assert (done.stdout.split()[-1], done.stderr) == ("-15", "")


def _has_loaded(module: str) -> bool:
    return module in sys.modules


def test_a_child_does_not_outlive_a_killed_parent() -> None:
    parent = subprocess.Popen([sys.executable, "-c", STARTED], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    assert parent.stdout.read() == ""  # the pipe ends when the last process that holds it has ended
    for _ in range(100):
        if not os.path.exists(f"/proc/{child}") or _is_zombie(child):
            break
        time.sleep(0.1)
    assert not os.path.exists(f"/proc/{child}") or _is_zombie(child)


def _is_zombie(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8") as stat:
            return stat.read().rpartition(") ")[2].startswith("Z")
    except OSError:
        return True


def test_an_interrupt_waits_for_the_end_of_the_block() -> None:
    came: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: came.append(number))
    try:
        with interrupts_held():
            signal.raise_signal(signal.SIGTERM)
            assert not came
        assert came == [signal.SIGTERM]
        with interrupts_held():
            signal.raise_signal(signal.SIGTERM)
            signal.raise_signal(signal.SIGTERM)
            assert len(came) == 2  # the second one is let through
    finally:
        signal.signal(signal.SIGTERM, before)


def test_an_interrupt_that_was_held_does_not_hide_an_error(interruptible: None) -> None:
    with pytest.raises(ValueError), interrupts_held():
        signal.raise_signal(signal.SIGINT)
        raise ValueError
    with pytest.raises(KeyboardInterrupt), interrupts_held():
        signal.raise_signal(signal.SIGINT)
