"""Canonical spelling of the heads and bodies of posts: for grouping, not for evidence.

"UBND", "UBND." and "Ủy ban nhân dân" are "Ủy ban nhân dân"; "PCT" is "Phó chủ tịch"; "Sở NN&PTNT" is "Sở nông nghiệp và
phát triển nông thôn". Tone marks have one placement (ủy), marks between words are dropped, only the first letter is
capital.
"""

from __future__ import annotations

from functools import cache, lru_cache

from extract.text import lexicon
from extract.text.phrases import split_phrase

_LONGEST_LETTERS = 9  # tokens and marks of one abbreviation: "LĐ - TB & XH"


@lru_cache(maxsize=1 << 14)
def canonical_head(head: str | None) -> str | None:
    """The head in canonical spelling; None for None."""
    if head is None:
        return None
    if pair := _table("contracted").get(" ".join(split_phrase(head))):
        return _sentence_case(pair[0])
    words = _written_out(head)
    former = [words[0]] if words and words[0] in _table("former") else []
    text = " ".join(words[len(former) :])
    return _sentence_case(" ".join([*former, _table("heads").get(text, text)]))


@lru_cache(maxsize=1 << 14)
def canonical_body(body: str | None, head: str | None = None) -> str | None:
    """The body in canonical spelling; without a printed one, that of a contracted head ("BTTU")."""
    contracted = _contracted(head)
    if body is None:
        return _sentence_case(contracted)
    text = " ".join(_written_out(body))
    if contracted in _table("completed"):
        text = f"{contracted} {text}"
    return _sentence_case(_table("bodies").get(text, text))


def _contracted(head: str | None) -> str:
    """The body that a head printed as one word contains, or ""."""
    folded = " ".join(split_phrase(head or ""))
    pair = _table("contracted").get(folded)
    return pair[1] if pair else ""


def _sentence_case(text: str) -> str | None:
    return text[:1].upper() + text[1:] or None


def _written_out(text: str) -> list[str]:
    """The folded words with abbreviations written out, without marks."""
    for short, other in _table("capitals").items():
        text = text.replace(short, other)
    words, at, found = split_phrase(text), 0, list[str]()
    while at < len(words):
        size, spelled = _abbreviation(words, at)
        found += spelled.split() if size else [words[at]] if words[at][0].isalnum() else []
        at += size or 1
    return found


def _abbreviation(words: tuple[str, ...], at: int) -> tuple[int, str]:
    """The longest abbreviation that begins at a word: its number of words and marks, and its full form."""
    for size in range(min(_LONGEST_LETTERS, len(words) - at), 0, -1):
        letters = "".join(word.replace("&", "") for word in words[at : at + size] if word[0].isalpha())
        known = _table("letters").get(letters) or (_table("words").get(words[at]) if size == 1 else None)
        if known and words[at + size - 1][0].isalnum():
            return size, known
    return 0, ""


@cache
def _table(name: str) -> dict[str, str]:
    canonical = lexicon.load("post_parts")["canonical"]
    if name == "words":
        known = {**lexicon.load("abbreviations")["words"], **lexicon.load("posts")["abbreviations"]}
        known |= canonical[name]
        return {word: spelled for word, spelled in known.items() if word not in canonical["no_abbreviation"]}
    table: dict[str, str] = canonical[name]
    return table
