"""The tests mirror the code: extract/text/tokens.py is tested by tests/extract/text/test_tokens.py."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Modules with types, declarations or settings only.
THIN = {
    "extract/declaration/columns.py",
    "extract/events/drafts.py",
    "extract/mentions/attendance/kind.py",
    "extract/mentions/dates/kind.py",
    "extract/mentions/officials/kind.py",
    "extract/mentions/places/kind.py",
    "extract/model.py",
    "extract/tables/schema.py",
    "scraper/archives/capture.py",
    "scraper/engine/options.py",
    "scraper/frontier/errors.py",
    "scraper/settings.py",
}


def modules() -> list[str]:
    """The modules of the packages, as paths; packages themselves and their entry points are not among them."""
    found = (path for name in ("extract", "scraper", "sukien") for path in (ROOT / name).rglob("*.py"))
    return sorted(str(path.relative_to(ROOT)) for path in found if not path.name.startswith("__"))


def mirrored(module: str) -> str:
    path = Path(module)
    return str(Path("tests") / path.parent / f"test_{path.name}")


def has_tests(file: str) -> bool:
    path = ROOT / file
    if not path.is_file():
        return False
    body = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return any(isinstance(node, ast.FunctionDef) and node.name.startswith("test_") for node in body)


@pytest.mark.parametrize("module", modules())
def test_every_module_is_tested_where_one_looks_for_it(module: str) -> None:
    rules = module.endswith("/rules.py")  # one test runs the examples of all of them
    assert has_tests("tests/extract/test_rules.py" if rules else mirrored(module)) or module in THIN


def test_the_exceptions_are_modules() -> None:
    assert THIN <= set(modules())
    assert [module for module in sorted(THIN) if has_tests(mirrored(module))] == []
