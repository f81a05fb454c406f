"""The modules that mypyc may compile: they are of a kind that it can, and give the same tables when they are."""

from __future__ import annotations

import ast
import configparser
import filecmp
import os
import subprocess
import sys
import zipfile
from importlib import import_module
from pathlib import Path

import pytest

from tests.test_packaging import ROOT, built_wheel


def listed() -> list[str]:
    """The modules of [compiled] in setup.cfg."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return config["compiled"]["modules"].split()


def test_the_modules_to_compile_are_there_each_once() -> None:
    names = listed()
    assert names == sorted(set(names)) and len(names) > 20
    for name in names:
        assert name.startswith("extract/"), "only what neither waits nor writes is compiled"
        assert import_module(name.removesuffix(".py").replace("/", "."))


@pytest.mark.parametrize("name", listed())
def test_what_mypyc_does_not_support_is_not_in_them(name: str) -> None:
    for node in ast.walk(ast.parse((ROOT / name).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            assert not any(ast.unparse(base).startswith("Generic[") for base in node.bases), "a generic dataclass"
            cached = [one for one in ast.walk(node) if isinstance(one, ast.Name) and one.id == "cached_property"]
            assert not cached or node.decorator_list, "a cached property of a class that is no dataclass"
        if isinstance(node, ast.arguments):
            defaults = (one for one in [*node.defaults, *node.kw_defaults] if isinstance(one, ast.Constant))
            assert not any(one.value is ... for one in defaults), "a default of ..., which mypyc evaluates"


@pytest.mark.long(reason="compiles sixty modules, some minutes")
@pytest.mark.timeout(1800)
def test_the_tables_are_the_same_interpreted_and_compiled(tmp_path: Path) -> None:
    wheel = built_wheel(tmp_path / "wheel", SUKIEN_MYPYC="1")
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    probe = [sys.executable, "-c", "import extract.text.phrases; print(extract.text.phrases.__file__)"]
    articles = str(ROOT / "data" / "gold" / "sample_articles.jsonl")
    for name, folder in (("interpreted", ROOT), ("compiled", site)):
        environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1"}
        where = subprocess.run(probe, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
        assert where.startswith(str(folder)) and where.endswith(".so\n" if name == "compiled" else ".py\n")
        command = [sys.executable, "-m", "sukien", "extract", articles, "--out", str(tmp_path / name), "--workers", "2"]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    files = sorted(path.name for path in (tmp_path / "interpreted").iterdir())
    assert files == sorted(path.name for path in (tmp_path / "compiled").iterdir()) and "events.parquet" in files
    assert filecmp.cmpfiles(tmp_path / "interpreted", tmp_path / "compiled", files, shallow=False)[0] == files
