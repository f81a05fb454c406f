"""The recipes of CONTRIBUTING work: each is carried out in a copy of the packages, and the commands run."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tables import ROOT

RECIPES = ROOT / "tests" / "recipes"
ARTICLE = """{"id": "a1", "title": "Hội nghị bàn giao nhà", "published_at": "2024-03-13", "paragraphs": [\
"Sáng 12/3/2024, UBND xã Mường Phăng tổ chức hội nghị bàn giao nhà ở trị giá 120 triệu đồng, giá 5 triệu đồng/m2."]}"""


def files_told(title: str, name: str = "") -> set[str]:
    """The files named by a recipe of CONTRIBUTING, with the given NAME."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told = re.split(r"^## ", text.split(f"## {title}\n")[1], flags=re.M)[0]
    return set(re.findall(r"`([\w/]+\.\w+)`", told.replace("NAME", name)))


def changed(copy: Path) -> set[str]:
    """The files of the packages and of the sample that differ between the checkout and the copy."""
    files = (file for name in ("sukien", "scraper", "extract", "data") for file in (copy / name).rglob("*.*"))
    names = (str(file.relative_to(copy)) for file in files if file.is_file() and file.suffix != ".pyc")
    return {name for name in names if not (ROOT / name).exists() or not filecmp.cmp(ROOT / name, copy / name, False)}


@pytest.fixture()
def copy(tmp_path: Path) -> Path:
    """A copy of the packages, compiled as they are, and of what their tests read, to be changed."""
    for name in ("sukien", "scraper", "extract", "tests", "docs", "data/sample"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("node_modules"))
    shutil.copy(ROOT / "setup.cfg", tmp_path)
    return tmp_path


def run(copy: Path, *words: str) -> str:
    """The output of a module of the copy."""
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    command = [sys.executable, "-m", *words]
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, timeout=250)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done.stdout


def insert(file: Path, after: str, line: str) -> None:
    """Insert a line after the one line of a file that holds `after`."""
    lines = file.read_text(encoding="utf-8").split("\n")
    (at,) = (number for number, one in enumerate(lines) if after in one)
    file.write_text("\n".join([*lines[: at + 1], line, *lines[at + 1 :]]), encoding="utf-8")


def tables(copy: Path) -> Path:
    """The tables of one article, as the copy extracts them, with the database and the report."""
    (copy / "articles.jsonl").write_text(ARTICLE, encoding="utf-8")
    run(copy, "sukien", "extract", "articles.jsonl", "--out", "tables", "--sqlite", "tables.db")
    run(copy, "sukien", "report", "tables", "--out", "report.html")
    return copy / "tables"


def loaded(copy: Path, expression: str) -> str:
    """The output of an expression over the loaded tables."""
    (copy / "loaded.py").write_text(f"from extract import load\nprint(load('tables').{expression})\n", encoding="utf-8")
    return run(copy, "loaded").strip()


def queried(copy: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(copy / "tables.db") as database:
        return database.execute(query).fetchall()


@pytest.mark.slow
def test_a_kind_of_mention(copy: Path) -> None:
    shutil.copytree(RECIPES / "kind", copy, dirs_exist_ok=True)
    kinds = copy / "extract" / "mentions" / "__init__.py"
    insert(kinds, "import Kind", "from extract.mentions.amounts.kind import AMOUNTS")
    kinds.write_text(kinds.read_text(encoding="utf-8").replace("PLACES)", "PLACES, AMOUNTS)"), encoding="utf-8")
    assert len(changed(copy)) == 5 and changed(copy) <= files_told("Add a kind of mention", "amounts")
    rows = (tables(copy) / "amounts.csv").read_text(encoding="utf-8").splitlines()
    assert [row.split(",")[2:] for row in rows[1:]] == [["120000000", "98", "112", "120 triệu đồng", "sum"]]
    assert loaded(copy, "amounts.merge(load('tables').events, on='event_id').dong.tolist()") == "[120000000]"
    assert queried(copy, "SELECT dong FROM amounts JOIN events USING (event_id)") == [(120_000_000,)]
    refused = queried(copy, "SELECT quote FROM rejections WHERE kind = 'amount' AND reason = 'price'")
    assert refused == [("5 triệu đồng",)]
    report = (copy / "report.html").read_text(encoding="utf-8")
    assert '"kind":"amount","span":[98,112],"rule":"sum","values":{"dong":120000000}' in report
    assert "mark.k-amount{background:#d5f0ef}" in report
    assert "amounts: dong=120000000" in run(copy, "sukien", "explain", "articles.jsonl")
    run(copy, "extract.tables.docs")
    assert "## amounts" in (copy / "docs" / "tables.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_column_of_events(copy: Path) -> None:
    column = '    Column("n_dates", "integer", "Dates told of the event.", "2", facet=True, shown=True),'
    schema = copy / "extract" / "tables" / "schema.py"
    text = schema.read_text(encoding="utf-8")
    schema.write_text(text.replace("\n)\n\nREJECTIONS", f"\n{column}\n)\n\nREJECTIONS"), encoding="utf-8")
    cell = '        "n_dates": sum(found.event_of(mention) == event.id for mention in found.dates),'
    insert(copy / "extract" / "tables" / "rows.py", '"end_day": last_day(event.end_date)', cell)
    assert len(changed(copy)) == 2 and changed(copy) <= files_told("Add a column")
    assert (tables(copy) / "events.csv").read_text(encoding="utf-8").splitlines()[0].endswith(",n_dates")
    assert loaded(copy, "events.n_dates.tolist()") == "[1]"
    assert queried(copy, "SELECT n_dates FROM events") == [(1,)]
    assert '"n_dates"' in (copy / "report.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_platform(copy: Path) -> None:
    shutil.copytree(RECIPES / "platform", copy, dirs_exist_ok=True)
    assert len(changed(copy)) == 4 and changed(copy) <= files_told("Add a platform", "muongthanh")
    tests = ("tests/scraper/pages/test_themes.py", "tests/scraper/survey/test_detect.py")
    said = run(copy, "pytest", "-v", "-p", "no:xdist", "-k", "muongthanh or has_a_look", *tests)
    (passed,) = re.findall(r"(\d+) passed", said)
    assert int(passed) >= 9
