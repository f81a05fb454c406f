"""Commands as a user gives them: each in a process of its own, forked from one that has loaded the packages, since an
interpreter that starts and imports costs more than most commands do; or in the process of the test."""

from __future__ import annotations

import multiprocessing
import os
import runpy
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from subprocess import CompletedProcess, TimeoutExpired

from typer.testing import CliRunner

from sukien import app
from tests.tables import ROOT

TIMEOUT = 200.0  # seconds that a command may take
Limit = Callable[[], object]


class Command:
    """A command at work, `python -m` with the words. What it prints is appended to files: errors to `error`, or beside
    the rest. `limit` is called in its process before it begins; it must be possible to pickle it."""

    def __init__(
        self,
        *words: str | Path,
        out: Path,
        error: Path | None = None,
        cwd: Path = ROOT,
        limit: Limit | None = None,
    ) -> None:
        self.words = [*map(str, words)]
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.loaded"])
        files = [str(out), str(error or out)]
        self._process = context.Process(target=_run, args=(self.words, str(cwd), files, limit))
        self._process.start()

    @property
    def pid(self) -> int:
        """The id of its process."""
        assert self._process.pid
        return self._process.pid

    def poll(self) -> int | None:
        """Its exit status; minus the signal of which it died; None while it is at work."""
        return self._process.exitcode

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal, unless it has ended."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def wait(self, timeout: float = TIMEOUT) -> int:
        """Its exit status, once it has ended; after the timeout it is killed."""
        self._process.join(timeout)
        if self._process.exitcode is None:
            self._process.kill()
            raise TimeoutExpired(self.words, timeout)
        return self._process.exitcode


def run(*words: str | Path, cwd: Path = ROOT) -> CompletedProcess[str]:
    """The outcome of `python -m` with the words, in a folder."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("stdout", "stderr")]
        command = Command(*words, out=files[0], error=files[1], cwd=cwd)
        status = command.wait()
        out, error = (path.read_text(encoding="utf-8") for path in files)
    return CompletedProcess(command.words, status, out, error)


def invoke(*words: str | Path) -> CompletedProcess[str]:
    """The outcome of `sukien` with the words, in the process and the folder of the test."""
    done = CliRunner(env={"COLUMNS": "400", "TERM": "dumb"}).invoke(app, [*map(str, words)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return CompletedProcess(["sukien", *map(str, words)], done.exit_code, done.stdout, done.stderr)


def _run(words: list[str], cwd: str, files: list[str], limit: Limit | None) -> None:
    """Become the command: its folder, its arguments, and files for what it prints."""
    for number, file in enumerate(files, start=1):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
    sys.stdin = open(os.devnull, encoding="utf-8")
    sys.stdout, sys.stderr = (open(number, "w", encoding="utf-8", closefd=False) for number in (1, 2))
    if limit:
        limit()
    os.chdir(cwd)
    sys.argv = list(words)
    runpy.run_module(words[0], run_name="__main__", alter_sys=True)
