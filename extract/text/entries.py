"""Looks up which entries of the lexicons occur in a text, for `sukien explain`.

The finders match patterns made from these entries; here the entries themselves are looked up, the longest first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from extract.text.lexicon import load
from extract.text.normalize import fold
from extract.text.patterns import WordPattern


class Entry(NamedTuple):
    """An entry that occurs in a text: its lists in the lexicons ("attendance/attend.before"), and the entry, folded."""

    lists: tuple[str, ...]
    words: str


def entries_in(text: str, sections: Iterable[str]) -> Iterator[Entry]:
    """The entries of sections of lexicons ("events/head", or a whole "dates") that occur in the text as whole words,
    each once, in order of occurrence; of those that begin at the same place the longest."""
    seen: set[tuple[str, str]] = set()
    for section in sections:
        lists = _lists(section)
        for match in _pattern(section).finditer(fold(text)):
            words = " ".join(match.group().split())
            if words in lists and (section, words) not in seen:
                seen.add((section, words))
                yield Entry(lists[words], words)


@cache
def _pattern(section: str) -> WordPattern:
    """The entries of a section as whole words; kept by section, since the tables ask for any of them."""
    return WordPattern("", r"(?<!\w){entries}(?!\w)", entries=lambda: _lists(section))


@cache
def _lists(section: str) -> Mapping[str, tuple[str, ...]]:
    """The lists of each entry of a section; entries without a letter or digit are left out. Raises KeyError."""
    lexicon, _, path = section.partition("/")
    entries: Any = load(lexicon)
    for key in path.split(".") if path else ():
        entries = entries[key]
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, words in _walk(entries, tuple(path.split(".")) if path else ()):
        if re.search(r"\w", words):
            found[" ".join(fold(words).split())][f"{lexicon}/{name}"] = None
    return {words: tuple(names) for words, names in found.items()}


def _walk(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every string with the path of its list; for a list of tables the path has the type of each."""
    if isinstance(value, str):
        yield ".".join(path), value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("type", "standing"):
                yield from _walk(inner, (*path, key))
    elif isinstance(value, list):
        for one in value:
            named = (*path, str(one["type"])) if isinstance(one, dict) and "type" in one else path
            yield from _walk(one, named)
