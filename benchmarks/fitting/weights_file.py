"""Writing weights into the lexicon file, with its order and comments kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from extract.weights import Weights

_SECTION = re.compile(r"\[(?P<name>[\w.]+)\]\s*$")
_NUMBER = re.compile(r"(?P<key>\w+) = (?P<value>-?[\d.]+)(?P<rest>.*)")
_TABLE = re.compile(r"(?P<key>\w+) = \{(?P<entries>[^}]*)\}(?P<rest>.*)")


def with_weights(text: str, weights: Weights) -> str:
    """The text of weights.toml with the numbers of `weights`. Raises KeyError for a weight of the file that `weights`
    does not have."""
    numbers: Any = asdict(weights)
    return "".join(_lines(text, numbers))


def _lines(text: str, numbers: Mapping[str, Any]) -> Iterator[str]:
    section: Any = {}
    for line in text.splitlines(keepends=True):
        if opened := _SECTION.match(line):
            section = numbers
            for name in opened["name"].split("."):
                section = section[name]
        yield _line(line, section)


def _line(line: str, section: Mapping[str, Any]) -> str:
    if number := _NUMBER.match(line):
        return f"{number['key']} = {section[number['key']]!r}{line[number.end('value'):]}"
    if table := _TABLE.match(line):
        entries = ", ".join(f"{key} = {value!r}" for key, value in section[table["key"]].items())
        return f"{table['key']} = {{ {entries} }}{line[table.start('rest'):]}"
    return line
