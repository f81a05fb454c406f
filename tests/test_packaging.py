"""The wheel holds everything that the command needs, data files included, and works away from the checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("sukien", "scraper", "extract")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, since a build leaves its traces in the folder that it builds from."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    unwanted = shutil.ignore_patterns(".*", "*.egg-info", "build", "__pycache__", "demo", "crawl")
    shutil.copytree(ROOT, source, ignore=unwanted)
    options = ("--quiet", "--no-deps", "--no-build-isolation", "-w", folder)
    command = [sys.executable, "-m", "pip", "wheel", *options, source]
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=300, cwd=folder)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def data_files() -> set[str]:
    """Every file of the packages and of the demo that is not Python, as it lies in the checkout."""
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
