"""The context and the state of reading the complement of a post."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from extract.mentions.names.honorifics import honorific_at
from extract.mentions.posts.vocabulary import bodies, tail, tail_words
from extract.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class PostContext:
    """The context of reading posts: the words, where heads begin (length and class), and where persons' names begin."""

    tokens: Tokens
    heads: Mapping[int, tuple[int, str]]
    names: Collection[int] = ()

    def inside(self, at: int, sentence: int) -> bool:
        """Whether there is a word at `at` that belongs to the sentence."""
        return at < len(self.tokens) and self.tokens.sentence[at] == sentence

    def taken(self, at: int) -> bool:
        """Whether something else begins at the word: a head, a name, an honorific."""
        return at in self.heads or at in self.names or addressed(self.tokens, at)


@dataclass(slots=True)
class PartialComplement:
    """The part of a complement read so far, from `begin` on: `end` after its last word, `solid` after the last that is
    sure.

    `closed`: only units and proper names may follow; `unit`: a unit has been read; `plural`: it refers to many bodies.
    """

    begin: int
    end: int
    solid: int
    closed: bool = False
    unit: bool = False
    plural: bool = False
    loose: int = 0

    def take(self, end: int, *, closed: bool = False, unit: bool = False) -> None:
        """Take the words up to `end` as a sure part."""
        self.end = self.solid = end
        self.closed, self.unit, self.loose = self.closed or closed, self.unit or unit, 0

    def reopen(self, end: int) -> None:
        """Take an institution after which anything may follow again."""
        self.take(end)
        self.closed = self.unit = False


def unit_at(tokens: Tokens, place: int) -> bool:
    """Whether a tier of units ("huyện", "TP") begins at the word, and no body ("xã hội")."""
    return tail("units").match_at(tokens, place) is not None and bodies().match_at(tokens, place) is None


def addressed(tokens: Tokens, at: int) -> bool:
    """Whether an honorific begins here; degrees and callings may be part of a body ("Cục Nhà giáo")."""
    found = honorific_at(tokens, at)
    return found is not None and found[1] != "degree"


def surname_of_body(tokens: Tokens, at: int, found: tuple[int, str], begin: int) -> bool:
    """Whether the last word of a body is a person's surname: "Phó Chủ tịch HĐND tỉnh Đoàn Minh …", "Bí thư Đảng ủy xã
    Đoàn Thị …". The tier is in lower case after a body that takes one, and a name follows that is not a unit's."""
    last = at + found[0] - 1
    if at <= begin or tokens.shape[at] != "lower" or tokens.shape[last] != "capital" or found[0] != 2:
        return False
    if tokens.folded[last] not in tail_words("surnames") or last + 2 >= len(tokens):
        return False
    if tail("holds_tier").match_before(tokens, at) is None:
        return False
    return tokens.shape[last + 1] == "capital"
