"""Ctrl-C and SIGTERM while a command imports what it needs: it ends, with no traceback and nothing written."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Signals its own process when a module is looked for.
SCRIPT = """
import os, sys

module, number = sys.argv[1], int(sys.argv[2])
sys.argv[:] = ["sukien", *sys.argv[3:]]

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == module:
            os.kill(os.getpid(), number)

sys.meta_path.insert(0, Interrupting())
from sukien import main
main()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("module", ["sukien.commands", "typer", "sukien.updating", "extract.batch", "pyarrow", "numpy"])
def test_a_command_that_is_interrupted_while_it_imports_ends(
    tmp_path: Path, module: str, number: signal.Signals
) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text(json.dumps({"id": "1", "text": "Sáng 12/3/2024, UBND xã tổ chức hội nghị."}) + "\n")
    words = ["extract", articles, "--out", tmp_path / "tables"]
    command = [sys.executable, "-c", SCRIPT, module, str(int(number)), *words]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=240)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
    assert not (tmp_path / "tables").exists()
