"""Posts as values: division into their parts, and merging of several wordings of one post."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from extract.mentions.posts.canonical import canonical_body, canonical_head
from extract.mentions.posts.find import Post
from extract.mentions.posts.parts import divide_post
from extract.model import Position, Span
from extract.text import lexicon
from extract.text.document import Document
from extract.text.phrases import split_phrase
from extract.text.tokens import Tokens, and_word

_VOWELS = frozenset("aeiouy")


def position(document: Document, tokens: Tokens, post: Post, rule: str) -> Position:
    """A post as printed, with its parts; its level is decided together with the person's other posts."""
    span = Span(tokens.start[post.start], tokens.end[post.end - 1])
    parts = divide_post(tokens, post)
    head, body, unit = (_printed(document, tokens, one) for one in (parts.head, parts.body, parts.unit))
    return Position(
        document.quote(span),
        span,
        head,
        body,
        unit,
        rule=rule,
        head_canonical=canonical_head(head),
        body_canonical=canonical_body(body, head),
        rank=post.rank,
    )


def union(positions: Iterable[Position]) -> tuple[Position, ...]:
    """Every post once, in its fullest form, in the order of first mention."""
    kept: list[Position] = []
    for candidate in positions:
        if any(
            _says_as_much(other.text, candidate.text) and not _longer_spelling(candidate.text, other.text)
            for other in kept
        ):
            continue
        place = next((at for at, other in enumerate(kept) if _says_as_much(candidate.text, other.text)), len(kept))
        kept = [other for other in kept if not _says_as_much(candidate.text, other.text)]
        kept.insert(min(place, len(kept)), candidate)
    return tuple(kept)


def same_post(full: str, short: str) -> bool:
    """Whether `short` is `full` or a shorter wording of it ("Chủ tịch huyện" is "Chủ tịch UBND huyện")."""
    return _says_as_much(full, short)


def _says_as_much(full: str, short: str) -> bool:
    fuller, shorter = spelled_out(full), spelled_out(short)
    if fuller[:1] != shorter[:1] or (fuller[:2] != shorter[:2] and len(shorter) > 1 and len(fuller) > 1):
        return False
    return _within(shorter, fuller) or (len(fuller) >= len(shorter) and _initials(fuller) == _initials(shorter))


def _longer_spelling(text: str, other: str) -> bool:
    """Whether two spellings are of one post and the first has fewer abbreviations."""
    return len(text) > len(other) and _says_as_much(other, text)


def _within(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the words of `short` occur in `full` in their order."""
    rest = iter(full)
    return all(word in rest for word in short)


@lru_cache(maxsize=1 << 15)
def spelled_out(text: str) -> tuple[str, ...]:
    """The folded words of a post without marks, abbreviations written out."""
    tokens: list[str] = []
    for word in split_phrase(text):
        if word.isalnum() or "." in word[1:] or "&" in word:
            tokens += _abbreviations().get(word, word).split()
    return tuple(tokens)


def _initials(tokens: Sequence[str]) -> str:
    """First letters, and the letters of abbreviations: equal for "Sở LĐTB&XH" and "Sở Lao động - Thương binh và Xã
    hội".
    """
    letters = (word.replace("&", "") if _is_abbreviation(word) else word[:1] for word in tokens if word != and_word())
    return "".join(letters)


def _is_abbreviation(word: str) -> bool:
    """Whether a word has no vowel, or an ampersand."""
    return "&" in word or not _VOWELS & set(unicodedata.normalize("NFD", word))


def _printed(document: Document, tokens: Tokens, part: tuple[int, int] | None) -> str | None:
    return document.text[tokens.start[part[0]] : tokens.end[part[1] - 1]] if part else None


@cache
def _abbreviations() -> dict[str, str]:
    return {**lexicon.load("abbreviations")["words"], **lexicon.load("posts")["abbreviations"]}
