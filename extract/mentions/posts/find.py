"""Posts: the grammar of "Phó Chủ tịch Thường trực HĐND tỉnh", and of chains of posts.

A post is a head word ("Phó Chủ tịch"), modifiers ("Thường trực") and a complement, the body with its unit
(`complement`). A term of office ("khóa XV", "nhiệm kỳ …") is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from extract.mentions.names.honorifics import honorific_at
from extract.mentions.names.vocabulary import verbs_after
from extract.mentions.posts.complement import after_units, institution_at, read_complement
from extract.mentions.posts.punctuation import skip_brackets
from extract.mentions.posts.state import PostContext, unit_at
from extract.mentions.posts.vocabulary import bodies, heads, modifiers, tail
from extract.text.tokens import Tokens

_ROMAN = re.compile(r"[ivxlc]+")


@dataclass(frozen=True, slots=True)
class Post:
    """A post as the words `start` to `end`; its head is `head` to `body`, and reading continues at `resume`.

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
class PostChain:
    """Posts of one person printed one after the other. `several`: a plural word precedes, as in "các Phó Chủ tịch".

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
        """The word at which reading continues: after the term of office of the last post."""
        return self.posts[-1].resume


def find_heads(tokens: Tokens, named: Mapping[int, tuple[int, str]]) -> dict[int, tuple[int, str]]:
    """The heads of posts: the first word of each, with its length and class. `named` are all bodies."""
    possible = heads().find_all(tokens)
    found: dict[int, tuple[int, str]] = {}
    reached = 0
    for place in sorted({*possible, *named}):
        if place < reached:
            continue
        head, body = possible.get(place), named.get(place)
        if head and head[0] > 1 and _in_name(tokens, place) and possible.get(place + head[0] - 1, (0, ""))[0] > 1:
            continue  # "Hà Minh Chính Ủy viên …"
        if head and (body is None or head[0] >= body[0]) and _is_head(tokens, place, head):
            found[place] = head
            reached = place + head[0]
        elif body:
            reached = place + body[0]
    return found


def find_bodies(tokens: Tokens) -> dict[int, tuple[int, str]]:
    """The names of bodies and the modifiers: the first word of each, with its length and class."""
    return bodies().find_all(tokens)


def small_lettered(tokens: Tokens, named: Mapping[int, tuple[int, str]]) -> set[int]:
    """The words at which a body's name begins that continues in lower case ("Đoàn Thanh niên"), and so no person's."""
    return {
        place
        for place, (length, _) in named.items()
        if tokens.capital[place] and "lower" in tokens.shape[place : place + length]
    }


def find_chains(
    tokens: Tokens, heads: Mapping[int, tuple[int, str]], names: Collection[int] = frozenset()
) -> list[PostChain]:
    """All chains of posts in reading order. `names` are the words at which a person's name begins."""
    context = PostContext(tokens, heads, names)
    chains: list[PostChain] = []
    reached = 0
    for head in sorted(heads):
        if head >= reached:
            chains.append(_read_chain(context, head))
            reached = chains[-1].end
    return chains


def _read_chain(context: PostContext, place: int) -> PostChain:
    posts = [_read_post(context, place)]
    if modifiers("stands_for").match_before(context.tokens, posts[0].start):
        return PostChain(tuple(replace(post, plural=True) for post in _authorizers(context, posts[0])))
    while (following := _next_head(context, posts[-1].resume)) is not None:
        posts.append(_read_post(context, following))
    collective = context.heads[place][1] == "collective"
    return PostChain(tuple(posts), _several(context.tokens, posts[0].start), collective)


def _authorizers(context: PostContext, first: Post) -> list[Post]:
    """The posts in whose name somebody acts: the first, and others of the state but the last, the actor's own."""
    posts = [first]
    while (following := _next_head(context, posts[-1].resume)) is not None:
        post = _read_post(context, following)
        if not modifiers("authorizers").match_at(context.tokens, following) or _next_head(context, post.resume) is None:
            break
        posts.append(post)
    return posts


def _read_post(context: PostContext, place: int) -> Post:
    tokens = context.tokens
    length, kind = context.heads[place]
    modifier = modifiers("before").match_before(tokens, place)
    if modifier and modifiers("not_acting").match_before(tokens, place - modifier[0]):
        modifier = None
    start = place - modifier[0] if modifier and tokens.sentence[place - 1] == tokens.sentence[place] else place
    body = place + length
    if kind == "rank":
        return Post(start, place, body, body, body, rank=True)
    read = read_complement(context, body, closed=kind in ("complete", "collective"))
    resume = _after_term(tokens, after_units(context, read.end))
    return Post(start, place, body, read.end, resume, plural=read.plural)


def _next_head(context: PostContext, place: int) -> int | None:
    """The first word of the next post of the same person: after a comma, a dash, "kiêm", "&", or right after."""
    tokens = context.tokens
    at = skip_brackets(tokens, place)
    if at < len(tokens) and (tokens.folded[at] in (",", "&", "/", "-") or _joins_over_semicolon(context, at)):
        at += 1
    joined = modifiers("joins").match_at(tokens, at)
    at += joined[0] if joined else 0
    modifier = modifiers("before").match_at(tokens, at) or modifiers("dropped").match_at(tokens, at)
    at += modifier[0] if modifier else 0
    return at if at in context.heads and context.inside(at, tokens.sentence[place - 1]) else None


def _joins_over_semicolon(context: PostContext, at: int) -> bool:
    """Whether the post after a semicolon is the same person's: a verb follows it, and no name ("; Trưởng Ban Tổ chức
    Hội thi trao giải")."""
    tokens = context.tokens
    if tokens.folded[at] != ";" or at + 1 not in context.heads:
        return False
    post = _read_post(context, at + 1)
    follows = context.inside(post.resume, tokens.sentence[at]) and not post.plural
    return follows and verbs_after().match_at(tokens, post.resume) is not None


def _several(tokens: Tokens, start: int) -> bool:
    """Whether "các", "hai", "các đồng chí" or a count ("46 đại biểu") is right before."""
    if _counted(tokens, start):
        return True
    place = start
    while place > 0 and tokens.sentence[place - 1] == tokens.sentence[start]:
        if (several := modifiers("several").match_before(tokens, place)) and not _in_name(tokens, place - several[0]):
            return True
        addressed = next((size for size in (2, 1) if _honorific(tokens, place - size) == size), 0)
        if not addressed:
            return False
        place -= addressed
    return False


def _counted(tokens: Tokens, start: int) -> bool:
    """Whether a number is right before a post in lower case; not the year or the month of a date."""
    if start < 2 or tokens.shape[start - 1] != "digit" or tokens.shape[start] != "lower":
        return False
    same = tokens.sentence[start - 2] == tokens.sentence[start]
    return same and tokens.shape[start - 2] != "mark" and not tail("dated").match_before(tokens, start - 1)


def _in_name(tokens: Tokens, place: int) -> bool:
    """Whether a word continues a name: "Ba" of "đồng chí Lò Thị Ba Phó Chủ tịch"."""
    same = place > 0 and tokens.sentence[place - 1] == tokens.sentence[place]
    return same and tokens.capital[place] and tokens.capital[place - 1]


def _honorific(tokens: Tokens, place: int) -> int:
    found = honorific_at(tokens, place) if place >= 0 else None
    return found[0] if found else 0


def _after_term(tokens: Tokens, place: int) -> int:
    """The word after "khóa XV, nhiệm kỳ 2021 - 2026" if that is at `place`, in brackets or not."""
    at = place
    while at < len(tokens) and tokens.folded[at] in ("(", ",", "-") and tail("terms").match_at(tokens, at + 1):
        at += 1
    found = tail("terms").match_at(tokens, at)
    if not found:
        return place
    at += found[0]
    while at < len(tokens) and tokens.sentence[at] == tokens.sentence[place - 1] and _of_term(tokens, at):
        at += 1
    return _after_term(tokens, at)


def _of_term(tokens: Tokens, at: int) -> bool:
    """Whether the word is a number of a term, or a mark between two of them."""
    if _number(tokens, at):
        return True
    return tokens.folded[at] == ")" or (tokens.folded[at] in ("-", ",") and _number(tokens, at + 1))


def _number(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and (tokens.shape[at] == "digit" or _ROMAN.fullmatch(tokens.folded[at]) is not None)


def _is_head(tokens: Tokens, place: int, head: tuple[int, str]) -> bool:
    """Whether a head is one of a post: some are ordinary words unless a body follows in capitals."""
    if head[1] != "needs_body":
        return True
    at = place + head[0]
    if at >= len(tokens) or tokens.sentence[at] != tokens.sentence[place]:
        return False
    if bodies().match_at(tokens, at) or institution_at(tokens, at):
        return True
    return tokens.capital[place] and (tokens.capital[at] or unit_at(tokens, at))
