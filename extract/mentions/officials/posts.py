"""Posts: the grammar of "Phó Chủ tịch Thường trực HĐND tỉnh", and of chains of posts.

A post is a head word ("Phó Chủ tịch"), modifiers ("Thường trực") and a tail, the body with its unit (tails.py). A
term of office ("khóa XV", "nhiệm kỳ …") is read over and left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from extract.mentions.officials.names import honorific_at
from extract.mentions.officials.page import Page, unit_at
from extract.mentions.officials.post_words import bodies, heads, modifiers, tail
from extract.mentions.officials.tail_marks import skip_brackets
from extract.mentions.officials.tails import after_units, institution_at, read_tail
from extract.mentions.officials.words import Words

_ROMAN = re.compile(r"[ivxlc]+")


@dataclass(frozen=True, slots=True)
class Post:
    """A post as the words `start` to `end`; its head is `head` to `body`, and reading goes on at `resume`.

    `plural` says that it is said of many ("Chủ tịch UBND các xã") or of one absent, and so of nobody by name.
    """

    start: int
    head: int
    body: int
    end: int
    resume: int
    rank: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """Posts of one person printed one after the other. `several`: a plural stands before, as in "các Phó Chủ tịch".

    `collective`: in the plural it names a group, not a post of each ("các đồng chí Thường trực Huyện ủy: …").
    """

    posts: tuple[Post, ...]
    several: bool = False
    collective: bool = False

    @property
    def start(self) -> int:
        """The first word."""
        return self.posts[0].start

    @property
    def end(self) -> int:
        """The word after the last post."""
        return self.posts[-1].end

    @property
    def resume(self) -> int:
        """Where reading goes on: after the term of office of the last post."""
        return self.posts[-1].resume


def find_heads(words: Words, named: Mapping[int, tuple[int, str]]) -> dict[int, tuple[int, str]]:
    """Where posts begin: the first word of each head with the head's length and class. `named` are all bodies."""
    possible = heads().everywhere(words)
    found: dict[int, tuple[int, str]] = {}
    reached = 0
    for place in sorted({*possible, *named}):
        if place < reached:
            continue
        head, body = possible.get(place), named.get(place)
        if head and head[0] > 1 and _in_name(words, place) and possible.get(place + head[0] - 1, (0, ""))[0] > 1:
            continue  # "Hà Minh Chính Ủy viên …"
        if head and (body is None or head[0] >= body[0]) and _is_head(words, place, head):
            found[place] = head
            reached = place + head[0]
        elif body:
            reached = place + body[0]
    return found


def find_bodies(words: Words) -> dict[int, tuple[int, str]]:
    """Where the name of a body or a modifier begins: its first word with its length and class."""
    return bodies().everywhere(words)


def small_lettered(words: Words, named: Mapping[int, tuple[int, str]]) -> set[int]:
    """Where a body's name begins that goes on in small letters ("Đoàn Thanh niên"): no person's name begins there."""
    return {
        place
        for place, (length, _) in named.items()
        if words.capital[place] and "lower" in words.shape[place : place + length]
    }


def find_chains(
    words: Words, heads: Mapping[int, tuple[int, str]], names: Collection[int] = frozenset()
) -> list[Chain]:
    """All chains of posts in reading order. `names` are the words at which a person's name begins."""
    page = Page(words, heads, names)
    chains: list[Chain] = []
    reached = 0
    for head in sorted(heads):
        if head >= reached:
            chains.append(_read_chain(page, head))
            reached = chains[-1].end
    return chains


def _read_chain(page: Page, place: int) -> Chain:
    posts = [_read_post(page, place)]
    if modifiers("stands_for").before(page.words, posts[0].start):
        return Chain((replace(posts[0], plural=True),))
    while (following := _next_head(page, posts[-1].resume)) is not None:
        posts.append(_read_post(page, following))
    collective = page.heads[place][1] == "collective"
    return Chain(tuple(posts), _several(page.words, posts[0].start), collective)


def _read_post(page: Page, place: int) -> Post:
    words = page.words
    length, kind = page.heads[place]
    modifier = modifiers("before").before(words, place)
    start = place - modifier[0] if modifier and words.sentence[place - 1] == words.sentence[place] else place
    body = place + length
    if kind == "rank":
        return Post(start, place, body, body, body, rank=True)
    read = read_tail(page, body, closed=kind in ("complete", "collective"))
    resume = _after_term(words, after_units(page, read.end))
    return Post(start, place, body, read.end, resume, plural=read.plural)


def _next_head(page: Page, place: int) -> int | None:
    """Where the next post of the same person begins: after a comma, a dash, "kiêm", "&", or with nothing between."""
    words = page.words
    at = skip_brackets(words, place)
    if at < len(words) and words.folded[at] in (",", "&", "/", "-"):
        at += 1
    joined = modifiers("joins").at(words, at)
    at += joined[0] if joined else 0
    modifier = modifiers("before").at(words, at) or modifiers("dropped").at(words, at)
    at += modifier[0] if modifier else 0
    return at if at in page.heads and page.inside(at, words.sentence[place - 1]) else None


def _several(words: Words, start: int) -> bool:
    """Whether "các", "hai", "các đồng chí" or a count ("46 đại biểu") stands right before."""
    if _counted(words, start):
        return True
    place = start
    while place > 0 and words.sentence[place - 1] == words.sentence[start]:
        if (several := modifiers("several").before(words, place)) and not _in_name(words, place - several[0]):
            return True
        addressed = next((size for size in (2, 1) if _honorific(words, place - size) == size), 0)
        if not addressed:
            return False
        place -= addressed
    return False


def _counted(words: Words, start: int) -> bool:
    """Whether a number stands right before a post in small letters; not the year or the month of a date."""
    if start < 2 or words.shape[start - 1] != "digit" or words.shape[start] != "lower":
        return False
    same = words.sentence[start - 2] == words.sentence[start]
    return same and words.shape[start - 2] != "mark" and not tail("dated").before(words, start - 1)


def _in_name(words: Words, place: int) -> bool:
    """Whether a word goes on with a name: "Ba" of "đồng chí Lò Thị Ba Phó Chủ tịch"."""
    same = place > 0 and words.sentence[place - 1] == words.sentence[place]
    return same and words.capital[place] and words.capital[place - 1]


def _honorific(words: Words, place: int) -> int:
    found = honorific_at(words, place) if place >= 0 else None
    return found[0] if found else 0


def _after_term(words: Words, place: int) -> int:
    """The word after "khóa XV, nhiệm kỳ 2021 - 2026" when it stands at `place`, in brackets or not."""
    at = place
    while at < len(words) and words.folded[at] in ("(", ",", "-") and tail("terms").at(words, at + 1):
        at += 1
    found = tail("terms").at(words, at)
    if not found:
        return place
    at += found[0]
    while at < len(words) and words.sentence[at] == words.sentence[place - 1] and _of_term(words, at):
        at += 1
    return _after_term(words, at)


def _of_term(words: Words, at: int) -> bool:
    """Whether the word is a number of a term, or a mark between two of them."""
    if _number(words, at):
        return True
    return words.folded[at] == ")" or (words.folded[at] in ("-", ",") and _number(words, at + 1))


def _number(words: Words, at: int) -> bool:
    return at < len(words) and (words.shape[at] == "digit" or _ROMAN.fullmatch(words.folded[at]) is not None)


def _is_head(words: Words, place: int, head: tuple[int, str]) -> bool:
    """Some heads are ordinary words unless a body follows in capitals."""
    if head[1] != "needy":
        return True
    at = place + head[0]
    if at >= len(words) or words.sentence[at] != words.sentence[place]:
        return False
    if bodies().at(words, at) or institution_at(words, at):
        return True
    return (words.capital[place] and (words.capital[at] or unit_at(words, at)))
