"""Checks the imports of all modules against the table of allowed dependencies between packages."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STANDARD_ONLY = {
    "scraper/article.py",
    "scraper/boundary/values.py",
    "scraper/boundary/json_lines.py",
    "scraper/boundary/files.py",
    "scraper/boundary/processes.py",
}
HEAVY = {"scrapy", "twisted", "sqlalchemy", "lxml", "bs4", "pandas", "numpy", "pyarrow", "scraper", "extract"}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


@pytest.mark.parametrize("path", modules("scraper"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_crawl_knows_nothing_of_the_extraction(path: Path) -> None:
    assert not [name for name in imported(path) if name.split(".")[0] in ("extract", "sukien")]


@pytest.mark.parametrize("path", modules("extract"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_extraction_sees_of_the_crawl_its_articles_and_what_both_share_at_the_edges(path: Path) -> None:
    seen = [name for name in imported(path) if name.split(".")[0] in ("scraper", "sukien", "scrapy")]
    shared = {name.removesuffix(".py").replace("/", ".") for name in STANDARD_ONLY}
    assert set(seen) <= shared


def test_the_command_imports_nothing_heavy_before_a_command_needs_it() -> None:
    script = "import sukien, sys; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert not HEAVY & set(loaded.split())


@pytest.mark.parametrize("name", sorted(STANDARD_ONLY))
def test_the_shared_types_need_the_standard_library_only(name: str) -> None:
    roots = {module.split(".")[0] for module in imported(ROOT / name)}
    assert roots <= set(sys.stdlib_module_names) | {"__future__"}


@pytest.mark.parametrize("path", modules("extract/mentions"), ids=lambda path: path.name)
def test_no_finder_reads_the_clock(path: Path) -> None:
    calls = {
        node.attr for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)
    }
    assert not calls & {"today", "now", "utcnow"}


def room_of(module: str) -> str:
    """The room of a module: the folder that it is in."""
    parts = module.split(".")
    while not (ROOT / Path(*parts)).is_dir():
        parts.pop()
    return ".".join(parts)


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("package", ["extract", "scraper"])
def test_no_two_rooms_import_each_other(package: str) -> None:
    seen: dict[str, set[str]] = {}
    for path in modules(package):
        here = room_of(module_of(path))
        targets = {room_of(name) for name in imported(path) if name.split(".")[0] == package}
        seen.setdefault(here, set()).update(targets - {here, package})
    assert [(one, other) for one in seen for other in seen[one] if one < other and one in seen.get(other, ())] == []


@pytest.mark.parametrize("package", ["extract", "scraper", "sukien"])
def test_a_large_room_says_why(package: str) -> None:
    sizes: dict[str, int] = {}
    for path in modules(package):
        room = room_of(module_of(path))
        sizes[room] = sizes.get(room, 0) + path.read_text(encoding="utf-8").count("\n")
    large = [room for room, lines in sizes.items() if lines > 1500 and room not in ("extract", "scraper")]
    reasons = {room: (ROOT / Path(*room.split(".")) / "__init__.py").read_text(encoding="utf-8") for room in large}
    assert [room for room, told in reasons.items() if "large because" not in " ".join(told.split())] == []


def test_an_extraction_imports_neither_pandas_nor_sqlalchemy(tmp_path: Path) -> None:
    """They take longer to import than everything else that one article needs."""
    articles = ROOT / "data" / "gold" / "sample_articles.jsonl"
    one = tmp_path / "one.jsonl"
    one.write_text(articles.read_text(encoding="utf-8").splitlines(keepends=True)[0], encoding="utf-8")
    script = (
        "import sys, sukien\n"
        f"sys.argv = ['sukien', 'extract', {str(one)!r}, '--out', {str(tmp_path / 'tables')!r}]\n"
        "try:\n    sukien.main()\nexcept SystemExit:\n    pass\n"
        "print(sorted({'pandas', 'sqlalchemy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert (tmp_path / "tables" / "events.parquet").is_file()
    assert done.stdout.splitlines()[-1] == "[]"


def test_no_two_public_classes_have_one_name() -> None:
    places: dict[str, list[str]] = {}
    for package in ("extract", "scraper", "sukien"):
        for path in modules(package):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    places.setdefault(node.name, []).append(module_of(path))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
