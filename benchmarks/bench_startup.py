"""What a command costs before it does its work: seconds of processor time, the lowest of some runs.

    python -m benchmarks.bench_startup [--runs 5]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ONE = {"id": "one", "text": "Sáng 12/3/2024, UBND xã Vân Nham tổ chức hội nghị.", "published": "2024-03-13"}


def processor_seconds(command: list[str]) -> float:
    """User and system seconds of one run of a command and its children. Raises CalledProcessError where it fails."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "one.jsonl"
        article.write_text(json.dumps(ONE) + "\n", encoding="utf-8")
        sukien = [sys.executable, "-m", "sukien"]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "sukien --help": [*sukien, "--help"],
            "the registry": [sys.executable, "-c", "from scraper.sites import load_registry; load_registry()"],
            "sukien extract, one article": [*sukien, "extract", str(article), "--out", f"{folder}/tables"],
        }
        print("| command | s |\n|---|---|")
        for name, command in commands.items():
            print(f"| {name} | {min(processor_seconds(command) for _ in range(runs)):.2f} |")


if __name__ == "__main__":
    main()
