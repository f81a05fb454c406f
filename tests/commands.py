"""Commands as a user gives them, each in a process of its own, forked from one that has loaded the packages: an
interpreter that starts and imports costs more than most commands do."""

from __future__ import annotations

import multiprocessing
import os
import runpy
import sys
import tempfile
from pathlib import Path
from subprocess import CompletedProcess, TimeoutExpired

from tests.tables import ROOT

TIMEOUT = 200.0  # seconds that a command may take


def run(*words: str | Path, cwd: Path = ROOT) -> CompletedProcess[str]:
    """The outcome of `python -m` with the words, in a folder."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.loaded"])
    with tempfile.TemporaryDirectory() as folder:
        said = [Path(folder) / name for name in ("stdout", "stderr")]
        process = context.Process(target=_run, args=([*map(str, words)], str(cwd), [*map(str, said)]))
        process.start()
        process.join(TIMEOUT)
        if process.exitcode is None:
            process.kill()
            raise TimeoutExpired([*map(str, words)], TIMEOUT)
        out, error = (path.read_text(encoding="utf-8") for path in said)
    return CompletedProcess([*map(str, words)], process.exitcode, out, error)


def _run(words: list[str], cwd: str, said: list[str]) -> None:
    """Become the command: its folder, its arguments, and files for what it prints."""
    for number, file in enumerate(said, start=1):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
    sys.stdin = open(os.devnull, encoding="utf-8")
    sys.stdout, sys.stderr = (open(number, "w", encoding="utf-8", closefd=False) for number in (1, 2))
    os.chdir(cwd)
    sys.argv = list(words)
    runpy.run_module(words[0], run_name="__main__", alter_sys=True)
