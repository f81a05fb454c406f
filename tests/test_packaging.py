"""The wheel has everything that the command needs, data files included, and works outside of the checkout."""

from __future__ import annotations

import ast
import configparser
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("sukien", "scraper", "extract")
# Declared, and not imported by the packages themselves.
INDIRECT = {
    "lxml-html-clean": "trafilatura imports it, and leaves it to its users to install",
}
OWNERS = {"newspaper": "newspaper4k", "readability": "readability-lxml"}  # of modules that need not be installed


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it is by default."""
    return built_wheel(tmp_path_factory.mktemp("wheel"))


def built_wheel(folder: Path, **settings: str) -> Path:
    """A wheel with settings of the environment, built from a copy, since a build leaves files in its folder."""
    source = folder / "source"
    made = shutil.ignore_patterns(".*", "*.egg-info", "build", "__pycache__", "node_modules")
    crawled = shutil.ignore_patterns("demo", "crawl")  # what `make run` and a crawl leave in data/

    def unwanted(folder: str, names: list[str]) -> set[str]:
        return made(folder, names) | (crawled(folder, names) if Path(folder) == ROOT / "data" else set())

    shutil.copytree(ROOT, source, ignore=unwanted)
    options = ("--quiet", "--no-deps", "--no-build-isolation", "-w", folder)
    command = [sys.executable, "-m", "pip", "wheel", *options, source]
    around = {**os.environ, **settings}
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=1500, cwd=folder, env=around)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def data_files() -> set[str]:
    """Every file of the packages and of the demo in the checkout that is not Python."""
    folders = [ROOT / name for name in PACKAGES]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(ROOT)) for path in files if path.suffix not in (".py", ".pyc")}


@pytest.mark.slow
def test_the_wheel_holds_every_data_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert data_files() - names == set()
    samples = {path.name for path in (ROOT / "data" / "sample").rglob("*") if path.is_file()}
    packed = {name.rsplit("/", 1)[-1] for name in names if "/share/sukien/sample/" in name}
    assert samples - packed == set()


@pytest.mark.slow
def test_the_command_works_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    command = [sys.executable, "-m", "sukien", "sites", "list", "--json"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)) > 0


def declared(*sections: str) -> set[str]:
    """The packages that sections of setup.cfg ask for, in the spelling of the index."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    extras = config["options.extras_require"]
    blocks = [extras[name] if name else config["options"]["install_requires"] for name in sections]
    lines = [line for block in blocks for line in block.split("\n")]
    return {spelled(re.split(r"[\[><=;! ]", line)[0]) for line in lines if line}


def spelled(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(*folders: str) -> set[str]:
    """The packages of the index that the modules of folders import."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for name in folders for path in (ROOT / name).rglob("*.py"))
    nodes = [node for tree in trees for node in ast.walk(tree)]
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    owners = packages_distributions()
    own = {*PACKAGES, "tests", "benchmarks", "compression"}  # the last of Python 3.14
    roots = {module.split(".")[0] for module in modules} - {*sys.stdlib_module_names, *own}
    return {spelled(owner) for root in roots for owner in owners.get(root, (OWNERS.get(root, root),))}


def test_what_the_packages_import_is_what_they_declare() -> None:
    wanted = declared("", "dask", "postgres")
    assert imported(*PACKAGES) - wanted == set()
    assert declared("") - imported(*PACKAGES) - set(INDIRECT) == set()


def test_what_benchmarks_and_tests_import_is_declared() -> None:
    assert imported("tests", "benchmarks") <= declared("", "dask", "postgres", "followthemoney", "test", "bench")


@pytest.mark.parametrize("name", ["constraints.txt", "build-constraints.txt"])
def test_every_package_that_make_installs_is_pinned_with_hashes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", "")
    entries = [line for line in text.split("\n") if line and not line.startswith("#")]
    assert [entry for entry in entries if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry)] == []
    pinned = {spelled(entry.partition("==")[0]) for entry in entries}
    extras = ("", "dask", "followthemoney", "postgres", "test")
    wanted = declared(*extras) if name == "constraints.txt" else {"setuptools", "wheel"}
    assert wanted - pinned == set()


def test_make_installs_packages_by_their_hashes_only() -> None:
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").split("\n")
    installs = [line for line in lines if "pip" in line and "--requirement" in line]
    assert installs and all("--require-hashes" in line for line in installs)
