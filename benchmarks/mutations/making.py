"""Mutated texts: made of sentences and of entries of the lexicons, and changed as people, editors and programs do.

A seed and a number name a text: the same ones give the same text, of the same articles.
"""

from __future__ import annotations

import json
import random
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "gold" / "sample_articles.jsonl"
LENGTHS = ((70, 130), (95, 300), (99, 600), (100, 3_000))  # percent of the texts up to this many characters
ODD = "\u00a0\u200b\u0301\u0323\ufffd\ud83d\x00\r\t\x0b\u2028\ufeff\u202eİßﬁ²٣Ⅳ½😀"
JOINTS = (",", ".", ", ", ". ", " . ", " ", "'", "-", " - ", "/", ";", "+", ",5 ", " và ", " đến ")
BEHIND = ("", "", " nghìn", " triệu", " tỷ", "%", " người", " tháng", "/5", "h", " năm", " khoản", ")")
SIGNS = "\n .,;:-–…!?/()[]{}\"'“”‘’*+=_|&%0123456789"

Mutation = Callable[[random.Random, str], str]


@cache
def sentences(articles: Path = SAMPLE) -> list[str]:
    """The lines of articles."""
    with articles.open(encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines]
    bodies = (str(text.get("text") or "\n".join(text["paragraphs"])) for text in texts)
    return [part for body in bodies for part in body.split("\n") if part]


@cache
def entries() -> list[str]:
    """The words of all lexicons, keys and values."""
    files = sorted((ROOT / "extract" / "lexicons").glob("*.toml"))
    return sorted({word for file in files for word in _strings(tomllib.loads(file.read_text(encoding="utf-8")))})


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield key
            yield from _strings(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _strings(entry)


def text_of(seed: int, number: int, articles: Path = SAMPLE) -> str:
    """The text with a number."""
    chance = random.Random(f"{seed}/{number}")
    longest = _longest(chance)
    if number % 4 == 1:
        text = " ".join(chance.choices(entries(), k=chance.randint(2, 2 + longest // 20)))
    else:
        lines = sentences(SAMPLE if number % 4 == 0 else articles)
        text = chance.choice((" ", "\n")).join(chance.choices(lines, k=chance.randint(1, 1 + longest // 150)))
    text = _window(chance, text, longest)
    for _ in range(chance.randint(1, 6)):
        text = chance.choice(MUTATIONS)(chance, text)[:longest]
    return text


def _longest(chance: random.Random) -> int:
    percent = chance.randrange(100)
    return chance.randint(30, next(longest for below, longest in LENGTHS if percent < below))


def _window(chance: random.Random, text: str, longest: int) -> str:
    start = chance.choice((0, chance.randrange(max(len(text) - longest, 0) + 1)))
    return text[start : start + longest]


def _cut(chance: random.Random, text: str) -> str:
    start = chance.randrange(len(text) + 1)
    return text[start : chance.randrange(start, len(text) + 1)] if chance.random() < 0.5 else text[:start]


def _drop_words(chance: random.Random, text: str) -> str:
    return " ".join(word for word in text.split(" ") if chance.random() > 0.1)


def _swap_words(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    for _ in range(3):
        first, second = chance.randrange(len(words)), chance.randrange(len(words))
        words[first], words[second] = words[second], words[first]
    return " ".join(words)


def _insert(choices: Sequence[str], chance: random.Random, text: str) -> str:
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(choices) + text[at:]
    return text


def _insert_entry(chance: random.Random, text: str) -> str:
    return _insert([f" {chance.choice(entries())} "], chance, text)


def _insert_fragment(chance: random.Random, text: str) -> str:
    other = chance.choice(sentences())
    start = chance.randrange(len(other))
    return _insert([other[start : start + chance.randint(1, 80)]], chance, text)


def _repeat(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    piece = text[at : at + chance.randint(1, 20)]
    return text[:at] + piece * chance.randint(2, 60) + text[at:]


def _break_lines(chance: random.Random, text: str) -> str:
    return "".join("\n" if char == " " and chance.random() < 0.15 else char for char in text)


def _join_words(chance: random.Random, text: str) -> str:
    return "".join(char for char in text if char != " " or chance.random() > 0.1)


def _change_digits(chance: random.Random, text: str) -> str:
    return "".join(chance.choice("0123456789") if char.isdigit() and char.isascii() else char for char in text)


def _list_figures(chance: random.Random, text: str) -> str:
    """Groups or lists of figures in place of one numeral, before a scale word or what else stands behind figures."""
    numerals = list(re.finditer(r"\d+", text))
    start, end = chance.choice(numerals).span() if numerals else (len(text), len(text))
    joint = chance.choice(JOINTS)
    figures = (str(chance.randrange(10 ** chance.choice((1, 2, 3, 3, 3, 4)))) for _ in range(chance.randint(2, 5)))
    if chance.random() < 0.5:
        figures = (figure.zfill(3) for figure in figures)
    return f"{text[:start]}{joint.join(figures)}{chance.choice(BEHIND)}{text[end:]}"


def _change_case(chance: random.Random, text: str) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _decompose(chance: random.Random, text: str) -> str:
    return unicodedata.normalize(chance.choice(("NFD", "NFKD")), text)


MUTATIONS: Sequence[Mutation] = (
    _cut,
    _drop_words,
    _swap_words,
    partial(_insert, SIGNS),
    partial(_insert, ODD),
    _insert_entry,
    _insert_fragment,
    _repeat,
    _break_lines,
    _join_words,
    _change_digits,
    _list_figures,
    _change_case,
    _decompose,
)
