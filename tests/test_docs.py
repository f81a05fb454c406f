"""The documentation is correct: every command and option in it exists, every code block runs, every link has a
target."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

import sukien
from extract.tables.sqlite import write_sqlite
from tests.commands import run as run_module
from tests.tables import ROOT, SAMPLE

PAGES = [ROOT / name for name in ("README.md", "README.vi.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md")]
PAGES += [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "data" / "gold" / "ANNOTATION.md"]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)
# Commands that a test does not run: requests to real servers, installation, windows, builds.
NOT_AT_HAND = ("sukien ingest", "sukien review import")  # their examples name files of the reader's own
NOT_RUN = ("make", "pip", "source", "jupyter", "datasette")
RUN_ELSEWHERE = ("sukien demo --out data/demo",)  # by tests/sukien/test_demo.py, which looks at all that it makes


def inner_commands(command: Any) -> dict[str, Any]:
    """The commands of a group by name; empty for a command that is not a group."""
    return dict(getattr(command, "commands", {}))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def blocks(path: Path, language: str) -> list[str]:
    return [code for kind, code in FENCE.findall(path.read_text(encoding="utf-8")) if kind == language]


def commands(path: Path) -> list[str]:
    """Every `sukien …` in code blocks and in code between words."""
    text = path.read_text(encoding="utf-8")
    spans = re.findall(r"`(sukien [^`\n]+)`", FENCE.sub("", text))
    lines = [line for code in blocks(path, "sh") for line in code.splitlines()]
    return spans + [line for line in lines if line.startswith("sukien ")]


def is_run(line: str) -> bool:
    words = shlex.split(line)
    asks_servers = words[:2] == ["sukien", "crawl"] and "--dry-run" not in words
    asks_servers |= words[:2] == ["sukien", "update"] and "--help" not in words
    asks_servers |= words[:3] in (["sukien", "sites", "detect"], ["sukien", "sites", "check"])
    reads_a_crawl = words[1:2] in (["status"], ["reread"], ["verify"]) or words[:3] == ["sukien", "extract", "--out"]
    return words[0] not in NOT_RUN and not asks_servers and not reads_a_crawl


def is_known(line: str) -> bool:
    """Whether the command and the options of a line exist; a failed assertion names the one that does not."""
    command: Any = typer.main.get_command(sukien.app)
    for word in shlex.split(line)[1:]:
        if inner_commands(command) and not word.startswith("-"):
            assert word in inner_commands(command), f"{line}: no command {word}"
            command = inner_commands(command)[word]
        elif word.startswith("-"):
            known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
            assert word.split("=")[0] in known, f"{line}: no option {word}"
    return True


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_command_and_option_exists(path: Path) -> None:
    assert all(is_known(line) for line in commands(path))


def test_every_command_is_in_the_readme() -> None:
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    known = inner_commands(typer.main.get_command(sukien.app))
    assert known and [word for word in known if f"| `sukien {word}` |" not in told] == []


@pytest.fixture(scope="session")
def tables_with_database(sample_tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the sample articles with the SQLite file that the pages write beside them."""
    folder = tmp_path_factory.mktemp("written") / "tables"
    shutil.copytree(sample_tables, folder)
    write_sqlite(folder, folder / "sukien.db")
    return folder


@pytest.fixture()
def workplace(tmp_path: Path, sample_tables: Path, tables_with_database: Path) -> Path:
    """A folder as the pages assume it: the demo has run, there are tables, articles and the gold."""
    shutil.copytree(sample_tables, tmp_path / "data" / "demo" / "tables")
    shutil.copytree(tables_with_database, tmp_path / "tables")
    shutil.copytree(ROOT / "data" / "gold", tmp_path / "data" / "gold")
    shutil.copy(SAMPLE, tmp_path / "articles.jsonl")
    return tmp_path


def run(words: list[str], folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"


def code_of_all_pages(language: str) -> list[str]:
    """The blocks of a language, each once: the README and its Vietnamese translation share many."""
    return list(dict.fromkeys(code for path in PAGES for code in blocks(path, language)))


LINES = [line for code in code_of_all_pages("sh") for line in code.splitlines() if is_run(line)]


@pytest.mark.slow
@pytest.mark.parametrize("code", code_of_all_pages("python"), ids=lambda code: code.strip().splitlines()[-1])
def test_every_python_block_runs(code: str, workplace: Path) -> None:
    run([sys.executable, "-c", code], workplace)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_make_targets_and_links_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.M)) <= set(targets)
    links = [link for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if "://" not in link]
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_picture_of_the_readme_is_small() -> None:
    assert 20_000 < (ROOT / "docs" / "report.png").stat().st_size < 300_000


def every_command(command: Any, words: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    inner = inner_commands(command)
    deeper = [found for word, sub in inner.items() for found in every_command(sub, (*words, word))]
    return deeper or [(words, command)]


def test_every_command_helps_with_an_example() -> None:
    for words, command in every_command(typer.main.get_command(sukien.app)):
        assert command.help and command.epilog and f"sukien {' '.join(words)}" in command.epilog, words


EXAMPLES = [
    example
    for _, command in every_command(typer.main.get_command(sukien.app))
    for example in re.findall(r"`(sukien [^`]+)`", command.epilog or "")
]


def test_every_example_of_the_help_is_known() -> None:
    assert EXAMPLES and all(is_known(example) for example in EXAMPLES)


RUN = [example for example in EXAMPLES if is_run(example) and not example.startswith((*NOT_AT_HAND, *RUN_ELSEWHERE))]


@pytest.mark.slow
@pytest.mark.parametrize("line", list(dict.fromkeys([*LINES, *RUN])))
def test_every_line_of_the_pages_and_of_the_help_runs(line: str, workplace: Path) -> None:
    words = shlex.split(line)
    done = run_module(*(words[2:] if words[:2] == ["python", "-m"] else words), cwd=workplace)
    assert done.returncode == 0, f"{line}: {done.stdout}{done.stderr}"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("sukien ext", "extract"),
        ("sukien crawl muonglay", "muonglay-dienbien"),
        ("sukien crawl --province Lạ", "Lạng Sơn"),
        ("sukien link tables --export po", "popolo="),
    ],
)
def test_the_shell_completes_commands_sites_and_provinces(typed: str, offered: str) -> None:
    asked = {"_SUKIEN_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    command = [str(Path(sys.executable).with_name("sukien"))]
    done = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, text=True, timeout=60)
    assert offered in done.stdout.splitlines()


def test_help_loads_nothing_heavy() -> None:
    heavy = "scrapy twisted pandas numpy pyarrow sqlalchemy lxml dateparser underthesea"
    code = f"import sys, sukien; print([name for name in {heavy.split()} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert loaded.stdout.strip() == "[]"


HAZARDS = (ROOT / "docs" / "hazards.md").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", [line for line in HAZARDS if "test_" in line or "`tests/" in line])
def test_every_file_of_tests_that_the_hazards_name_is_there(line: str) -> None:
    folder: Path | None = None
    for name in re.findall(r"`((?:tests|benchmarks)/[\w/.]*|(?:test|bench)_\w+\.py)`", line):
        if "/" in name:
            folder = (ROOT / name).parent if name.endswith(".py") else ROOT / name
            assert (ROOT / name).exists(), name
        else:
            assert list(folder.glob(name) if folder else ROOT.glob(f"tests/**/{name}")), name


def held(page: str) -> list[str]:
    """The tests and folders of tests that the last column of the table of tests names, with their paths.

    A name without a folder is in that of the one before it.
    """
    rows = [row.rpartition(" | ")[2] for row in page.partition("## Which test holds what")[2].splitlines()]
    paths = []
    for row in rows:
        folder = ""
        for path in re.findall(r"`([\w/]+(?:\.py|/))`", row):
            folder = path.rpartition("/")[0] or folder
            paths.append(path if "/" in path else f"{folder}/{path}")
    return paths


def test_the_tests_that_the_page_of_hazards_names_exist() -> None:
    page = (ROOT / "docs" / "hazards.md").read_text(encoding="utf-8")
    assert len(held(page)) > 50
    assert [path for path in held(page) if not (ROOT / path).exists()] == []
    everywhere = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    named = {name.rpartition("/")[2] for name in re.findall(r"`([\w/]*test_\w+\.py)`", page)}
    assert sorted(named - everywhere) == []
