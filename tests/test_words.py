"""Vietnamese words are in the TOML files: none occurs in the Python of extract and scraper.

Docstrings, comments (those of verbose patterns too) and the sentences of rules are ignored.
"""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
STROKE = "\u0110\u0111"
RULES = ("Rule", "TypeRule")
OTHERS = "\u00f1\u00d1\u00fb\u00db"  # ñ and û are of other languages: signs of a misread encoding


def is_vietnamese(letter: str) -> bool:
    """Whether a letter is not ASCII and has a Vietnamese mark."""
    if letter in OTHERS:
        return False
    return letter in STROKE or (letter.isalpha() and bool(MARKS & set(unicodedata.normalize("NFD", letter))))


def literals(tree: ast.Module, rules: bool) -> Iterator[ast.Constant]:
    """The string literals except docstrings and, in a module of rules, their sentences."""
    left_out = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        is_rule = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RULES
        if is_rule or (rules and isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)):
            left_out |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out:
            yield node


def words(source: str, name: str) -> list[str]:
    """The literals of a module with a Vietnamese letter written out."""
    found: dict[str, None] = {}
    for node in literals(ast.parse(source), name == "rules.py"):
        if str(node.value).isascii():
            continue
        written = ast.get_source_segment(source, node) or str(node.value)
        if "\n" in written:
            written = re.sub(r"(?<!\S)#.*", "", written)
        if any(map(is_vietnamese, written)):
            found[written] = None
    return list(found)


@pytest.mark.parametrize("package", ["extract", "scraper"])
def test_no_vietnamese_word_stands_in_the_code(package: str) -> None:
    modules = {path: words(path.read_text("utf-8"), path.name) for path in sorted((ROOT / package).rglob("*.py"))}
    assert {str(path.relative_to(ROOT)): found for path, found in modules.items() if found} == {}


@pytest.mark.parametrize(
    ("source", "name", "found"),
    [
        ('WORD = "tại"', "find.py", 1),
        ('PATTERN = rf"(?:ngày|{other})\\s"', "find.py", 1),
        ('"""Như ngày 12/3."""', "find.py", 0),
        ("# ngày\nWORD = 1", "find.py", 0),
        ('PATTERN = r"""\n    \\d+  # ngày\n"""', "find.py", 0),
        ('PATTERN = r"""\n    ngày \\d+\n"""', "find.py", 1),
        ('RULES = (Rule("held", "x", "y", ("Sáng 3/4, xã họp.",)),)', "find.py", 0),
        ('_TELLS = "Sáng 3/4, xã họp."', "rules.py", 0),
        ('D = "\\N{LATIN SMALL LETTER D WITH STROKE}"', "find.py", 0),
        ('CITY = "Zürich"', "find.py", 0),
    ],
)
def test_what_counts_as_a_word(source: str, name: str, found: int) -> None:
    assert len(words(source, name)) == found
