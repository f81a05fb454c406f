"""Posts: the grammar of "Phó Chủ tịch Thường trực HĐND tỉnh", and of chains of posts.

A post is a head word ("Phó Chủ tịch"), modifiers ("Thường trực"), and a tail: the body it belongs to and that body's unit. A
tail ends at a verb, at a person's name, at the next head, or where the punctuation says so. After some bodies ("UBND", "Tỉnh ủy")
only a unit and its name may follow. A term of office ("khóa XV", "nhiệm kỳ …") is read over and left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract import lexicon
from extract.mentions.names import honorific_at
from extract.mentions.words import Phrases, Word

_LONGEST_TAIL = 26
_LOOSE = 3
_ROMAN = re.compile(r"[ivxlc]+")


@dataclass(frozen=True, slots=True)
class Post:
    """A post as the words `start` to `end`; its head begins at `head` and ends at `body`, reading goes on at `resume`.

    `plural` says that it is said of many ("Chủ tịch UBND các xã") and so of nobody by name.
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
    """Posts of one person printed one after the other. `several` says that a plural stands before: "các Phó Chủ tịch"."""

    posts: tuple[Post, ...]
    several: bool = False

    @property
    def start(self) -> int:
        """The first word."""
        return self.posts[0].start

    @property
    def end(self) -> int:
        """The word after the last post."""
        return self.posts[-1].end


@dataclass(slots=True)
class _Tail:
    """How far a tail has been read: `end` after its last word, `solid` after the last word that surely belongs to it."""

    end: int
    solid: int
    closed: bool = False
    unit: bool = False
    plural: bool = False
    loose: int = 0

    def take(self, end: int, *, closed: bool = False, unit: bool = False) -> None:
        """Take the words up to `end` as a sure part."""
        self.end = self.solid = end
        self.closed, self.unit, self.loose = self.closed or closed, unit, 0


def find_heads(words: Sequence[Word]) -> dict[int, tuple[int, str]]:
    """Where posts begin: the first word of each head with the head's length and class."""
    heads: dict[int, tuple[int, str]] = {}
    place = 0
    while place < len(words):
        found = _bodies().at(words, place)
        head = _heads().at(words, place)
        if head and (found is None or head[0] >= found[0]) and _is_head(words, place, head):
            heads[place] = head
            place += head[0]
        else:
            place += found[0] if found else 1
    return heads


def find_bodies(words: Sequence[Word]) -> set[int]:
    """Where a body's name begins that goes on in small letters ("Đoàn Thanh niên"): no person's name begins there."""
    starts: set[int] = set()
    for place, word in enumerate(words):
        body = _bodies().at(words, place) if word.capital else None
        if body and any(part.shape == "lower" for part in words[place : place + body[0]]):
            starts.add(place)
    return starts


def find_chains(words: Sequence[Word], heads: Mapping[int, tuple[int, str]], names: Collection[int]) -> list[Chain]:
    """All chains of posts in reading order. `names` are the words at which a person's name begins."""
    chains: list[Chain] = []
    reached = 0
    for head in sorted(heads):
        if head < reached:
            continue
        chain = _read_chain(words, head, heads, names)
        chains.append(chain)
        reached = chain.end
    return chains


def _read_chain(words: Sequence[Word], place: int, heads: Mapping[int, tuple[int, str]], names: Collection[int]) -> Chain:
    posts = [_read_post(words, place, heads, names)]
    while (following := _next_head(words, posts[-1].resume, heads)) is not None:
        posts.append(_read_post(words, following, heads, names))
    return Chain(tuple(posts), _several(words, posts[0].start))


def _read_post(words: Sequence[Word], place: int, heads: Mapping[int, tuple[int, str]], names: Collection[int]) -> Post:
    length, kind = heads[place]
    start = place
    modifier = _before().before(words, place)
    if modifier and words[place - 1].sentence == words[place].sentence:
        start = place - modifier[0]
    body = place + length
    if kind == "rank":
        return Post(start, place, body, body, body, rank=True)
    tail = _read_tail(words, body, heads, names, closed=kind == "complete")
    return Post(start, place, body, tail.end, _after_term(words, tail.end), plural=tail.plural)


def _next_head(words: Sequence[Word], place: int, heads: Mapping[int, tuple[int, str]]) -> int | None:
    """Where the next post of the same person begins: after a comma, a dash, "kiêm", "&", or with nothing between."""
    if place >= len(words):
        return None
    sentence = words[place - 1].sentence
    at = skip_parenthesis(words, place)
    if at < len(words) and words[at].folded in (",", "&", "/", "-"):
        at += 1
    joined = _joins().at(words, at)
    at += joined[0] if joined else 0
    modifier = _before().at(words, at) or _dropped().at(words, at)
    at += modifier[0] if modifier else 0
    return at if at in heads and words[at].sentence == sentence else None


def _several(words: Sequence[Word], start: int) -> bool:
    """Whether "các", "hai", "các đồng chí" stands right before."""
    place = start
    while place > 0 and words[place - 1].sentence == words[start].sentence:
        found = _plurals().before(words, place)
        if found:
            return True
        addressed = next((size for size in (2, 1) if (h := honorific_at(words, place - size)) and h[0] == size), 0)
        if not addressed:
            return False
        place -= addressed
    return False


def _read_tail(words: Sequence[Word], place: int, heads: Mapping[int, tuple[int, str]], names: Collection[int], *, closed: bool) -> _Tail:
    tail = _Tail(_body_in_head(words, place), place, closed=closed)
    tail.solid = tail.end
    limit = min(len(words), place + _LONGEST_TAIL)
    sentence = words[place - 1].sentence
    while tail.end < limit and words[tail.end].sentence == sentence and tail.end not in names:
        if not _step(words, tail, heads, names):
            return _finished(words, tail, explicit=True)
    return _finished(words, tail, explicit=tail.end < limit)


def _body_in_head(words: Sequence[Word], place: int) -> int:
    """The end of a body that began with the head's last word ("Trưởng ban Quản lý các KCN"), else `place`."""
    body = _bodies().at(words, place - 1)
    return place - 1 + body[0] if body and body[0] > 1 else place


def _step(words: Sequence[Word], tail: _Tail, heads: Mapping[int, tuple[int, str]], names: Collection[int]) -> bool:
    """Read one more piece of the tail; False where it ends."""
    at = tail.end
    word = words[at]
    if body := _bodies().at(words, at):
        return _take_body(words, tail, body, heads)
    if at in heads or _term(words, at):
        return False
    if word.shape == "mark":
        return _step_mark(words, tail, heads, names)
    if word.shape == "capital" and (institution := _institutions().at(words, at)):
        tail.take(at + institution[0])
        tail.closed = tail.unit = False
        return True
    if unit := _units().at(words, at):
        return _take_unit(words, tail, at + unit[0], names)
    if _many(words, at):
        tail.plural = True
        return False
    return _step_word(words, tail, names)


def _take_body(words: Sequence[Word], tail: _Tail, body: tuple[int, str], heads: Mapping[int, tuple[int, str]]) -> bool:
    """A known body; "Ủy ban Kiểm tra" may be printed as a post's body, but not after a unit was named in small letters."""
    length, kind = body
    if kind == "closed" or kind == "open":
        if tail.unit and words[tail.end].shape == "lower" and kind == "open":
            return False
        tail.take(tail.end + length, closed=kind == "closed")
        return True
    tail.end += length
    tail.solid = tail.end
    return True


def unit_at(words: Sequence[Word], place: int) -> bool:
    """Whether a tier of units ("huyện", "TP") begins at the word, and no body ("xã hội")."""
    return _units().at(words, place) is not None and _bodies().at(words, place) is None


def _take_unit(words: Sequence[Word], tail: _Tail, at: int, names: Collection[int]) -> bool:
    """A tier word with the unit's name or number after it."""
    if at < len(words) and words[at].folded == "." and words[at - 1].folded in ("tp", "tx", "tt"):
        at += 1
    at = _proper_name(words, at, names)
    tail.take(at, unit=True)
    return True


def _proper_name(words: Sequence[Word], at: int, names: Collection[int]) -> int:
    """The end of the capitalised or numbered name that begins at `at` ("Mường Lay", "Bà Rịa – Vũng Tàu", "12")."""
    sentence = words[at - 1].sentence
    while at < len(words) and words[at].sentence == sentence and at not in names:
        word = words[at]
        if word.capital and not any(phrases.at(words, at) for phrases in (_openers(), _bodies(), _heads(), _institutions())):
            at += 1
        elif word.shape == "digit" and words[at - 1].shape != "digit":
            at += 1
        elif word.folded == "-" and words[at - 1].capital and _place_goes_on(words, at + 1, names):
            at += 1
        else:
            break
    return at


def _place_goes_on(words: Sequence[Word], at: int, names: Collection[int]) -> bool:
    """Whether a dash joins two parts of one place's name ("Thừa Thiên - Huế"): nothing but a short capitalised run follows."""
    if at + 1 >= len(words) or at in names or not words[at].capital:
        return False
    if _openers().at(words, at) or _bodies().at(words, at) or _heads().at(words, at) or honorific_at(words, at):
        return False
    return words[at].shape == "capital" and words[at + 1].shape != "lower" and not words[at + 1].folded == ":"


def _step_mark(words: Sequence[Word], tail: _Tail, heads: Mapping[int, tuple[int, str]], names: Collection[int]) -> bool:
    at, mark = tail.end, words[tail.end].folded
    if mark == "(":
        return _step_parenthesis(words, tail, heads, names)
    if mark == "." and words[at - 1].folded in ("tp", "tx", "tt", "q", "p", "h"):
        tail.end += 1
        return True
    if mark in ("&", "/") and tail.end > tail.solid - 1 and not tail.closed:
        tail.end += 1
        return True
    if mark == "-" and _dash_joins(words, tail, heads, names):
        tail.end += 1
        return True
    if mark == "," and not tail.unit and not tail.closed:
        return _step_comma(words, tail, heads, names)
    return False


def _step_comma(words: Sequence[Word], tail: _Tail, heads: Mapping[int, tuple[int, str]], names: Collection[int]) -> bool:
    """A comma inside a body of several fields, or before the body above ("Phó Cục trưởng, Cục …, Bộ …")."""
    at = tail.end
    if end := _listed_fields(words, at, heads, names):
        tail.take(end)
        return True
    above = _above().at(words, at + 1)
    if above and words[at + 1].capital and at + 1 not in heads and at + 2 < len(words) and not _stops().at(words, at + 2):
        body = _bodies().at(words, at + 1)
        tail.take(at + 1 + (body[0] if body else above[0]))
        return True
    return False


def _dash_joins(words: Sequence[Word], tail: _Tail, heads: Mapping[int, tuple[int, str]], names: Collection[int]) -> bool:
    """Whether a dash is inside a body's name ("Văn hóa - Xã hội", "Pháp chế - HĐND tỉnh", "LĐ-TB&XH")."""
    at = tail.end + 1
    if at >= len(words) or words[at].sentence != words[at - 1].sentence or at in heads or at in names or honorific_at(words, at):
        return False
    if _before().at(words, at) or _openers().at(words, at):
        return False
    glued = words[at].glued and words[at - 1].glued
    body = _bodies().at(words, at)
    if body and body[1] == "closed":
        return not tail.closed
    small = words[at].shape == "lower" and words[at - 2].shape == "lower" and not _stops().at(words, at)
    return (words[at].capital or glued or small) and not tail.unit and not tail.closed


def _listed_fields(words: Sequence[Word], comma: int, heads: Mapping[int, tuple[int, str]], names: Collection[int]) -> int:
    """The end of ", Thể thao và Du lịch": a comma inside a body that names several fields, else 0."""
    joined = 0
    for at in range(comma + 1, min(comma + 9, len(words))):
        word = words[at]
        if word.sentence != words[comma].sentence or at in heads or at in names or honorific_at(words, at) or _stops().at(words, at) and word.folded != "và":
            break
        if word.folded in ("và", "&") and at > comma + 1 and at + 1 < len(words) and words[at + 1].shape == "capital" and words[comma + 1].capital:
            joined = at + 1
            break
        if word.shape == "mark" or _units().at(words, at):
            break
    if not joined or joined in names or joined in heads or honorific_at(words, joined) or _units().at(words, joined):
        return 0
    end = joined + 1
    if end < len(words) and words[end].shape == "lower" and not _stops().at(words, end) and not _units().at(words, end):
        end += 1
    return end


def _step_parenthesis(words: Sequence[Word], tail: _Tail, heads: Mapping[int, tuple[int, str]], names: Collection[int]) -> bool:
    """An abbreviation in brackets belongs to the post when the post goes on after it; a superior body always does."""
    close = skip_parenthesis(words, tail.end)
    if close == tail.end or close - tail.end > 8:
        return False
    inside = _superior().at(words, tail.end + 1)
    following = words[close] if close < len(words) else None
    goes_on = following is not None and following.sentence == words[tail.end].sentence and following.capital and close not in heads and close not in names
    if inside or (goes_on and words[tail.end + 1].shape == "upper" and close - tail.end == 3):
        tail.take(close)
        return True
    return False


def skip_parenthesis(words: Sequence[Word], place: int) -> int:
    """The word after the bracket that closes the one at `place`; `place` itself where none opens or it is long."""
    if place >= len(words) or words[place].folded != "(":
        return place
    for at in range(place + 1, min(place + 14, len(words))):
        if words[at].folded == ")":
            return at + 1
    return place


def _step_word(words: Sequence[Word], tail: _Tail, names: Collection[int]) -> bool:
    at, word = tail.end, words[tail.end]
    if word.shape == "digit":
        if tail.closed and not tail.unit:
            return False
        tail.take(at + 1, unit=tail.unit)
        return True
    if word.capital:
        if _openers().at(words, at) or honorific_at(words, at):
            return False
        tail.take(_proper_name(words, at, names) if tail.closed else at + 1, unit=tail.unit or tail.closed)
        return tail.end > at
    if tail.closed or tail.unit or _ends(words, at) or honorific_at(words, at):
        return False
    tail.end += 1
    tail.loose += 1
    return True


def _ends(words: Sequence[Word], at: int) -> bool:
    """Whether a small word ends a tail: a verb, or an "và" that brings in somebody else."""
    if words[at].folded == "và":
        following = words[at + 1] if at + 1 < len(words) else None
        return (following is None or following.sentence != words[at].sentence or following.shape == "digit"
                or bool(_stops().at(words, at) or _stops().at(words, at + 1) or honorific_at(words, at + 1) or _heads().at(words, at + 1)))
    return _stops().at(words, at) is not None


def _finished(words: Sequence[Word], tail: _Tail, *, explicit: bool) -> _Tail:
    """A tail that just ran out of its length keeps its sure part; no tail ends in "và" or a mark."""
    if not explicit and tail.loose > _LOOSE:
        tail.end = tail.solid
    while tail.end > tail.solid and (words[tail.end - 1].shape == "mark" or words[tail.end - 1].folded in ("và", "của")):
        tail.end -= 1
    return tail


def _many(words: Sequence[Word], at: int) -> bool:
    """Whether "các" begins here the bodies of many persons, not one body of many members ("Khối các cơ quan")."""
    if words[at].folded not in ("các", "một", "những") or at + 1 >= len(words):
        return False
    return words[at - 1].folded not in _tail_words("many_in_one") and words[at + 1].folded in _tail_words("many")


def _term(words: Sequence[Word], at: int) -> bool:
    return _terms().at(words, at) is not None


def _after_term(words: Sequence[Word], place: int) -> int:
    """The word after "khóa XV, nhiệm kỳ 2021 - 2026" when it stands at `place`, in brackets or not."""
    at = place
    while at < len(words) and (words[at].folded in ("(", ",", "-")) and _terms().at(words, at + 1):
        at += 1
    found = _terms().at(words, at)
    if not found:
        return place
    at += found[0]
    while at < len(words) and words[at].sentence == words[place - 1].sentence and _of_term(words, at):
        at += 1
    return _after_term(words, at) if at > place else place


def _of_term(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.shape == "digit" or _ROMAN.fullmatch(word.folded):
        return True
    following = words[at + 1] if at + 1 < len(words) else None
    return (word.folded in ("-", ",", ")") and following is not None
            and (word.folded == ")" or following.shape == "digit" or bool(_ROMAN.fullmatch(following.folded))))


def _is_head(words: Sequence[Word], place: int, head: tuple[int, str]) -> bool:
    """Some heads are ordinary words unless a body follows in capitals."""
    if head[1] != "needy":
        return True
    at = place + head[0]
    if at >= len(words) or words[at].sentence != words[place].sentence:
        return False
    return bool(_bodies().at(words, at)) or (words[at].capital and words[place].capital)


@cache
def _lexicon() -> dict[str, dict[str, list[str]]]:
    return lexicon.load("posts")


@cache
def _tail_words(name: str) -> frozenset[str]:
    return frozenset(_lexicon()["tail"][name])


@cache
def _heads() -> Phrases:
    heads = _lexicon()["heads"]
    needy = set(heads["needs_body"])
    deputies = [f"Phó {head}" for head in heads["deputised"]]
    usual = [head for head in (*heads["deputised"], *deputies, *heads["single"], *heads["short"]) if head not in needy]
    return Phrases({"complete": heads["complete"], "usual": usual, "needy": needy, "rank": _lexicon()["ranks"]["words"]})


@cache
def _bodies() -> Phrases:
    tail = _lexicon()["tail"]
    return Phrases({"closed": tail["closed"], "open": tail["open"], "modifier": _lexicon()["modifiers"]["after"]})


@cache
def _superior() -> Phrases:
    return Phrases({"body": _lexicon()["tail"]["superior"]})


@cache
def _institutions() -> Phrases:
    return Phrases({"body": _lexicon()["tail"]["institutions"]})


@cache
def _above() -> Phrases:
    return Phrases({"body": _lexicon()["tail"]["above"]})


@cache
def _units() -> Phrases:
    return Phrases({"unit": _lexicon()["tail"]["units"]})


@cache
def _stops() -> Phrases:
    return Phrases({"stop": _lexicon()["tail"]["stops"]})


@cache
def _openers() -> Phrases:
    return Phrases({"opener": _lexicon()["tail"]["openers"]})


@cache
def _terms() -> Phrases:
    return Phrases({"term": _lexicon()["tail"]["terms"]})


@cache
def _before() -> Phrases:
    return Phrases({"modifier": _lexicon()["modifiers"]["before"]})


@cache
def _dropped() -> Phrases:
    return Phrases({"modifier": _lexicon()["modifiers"]["dropped"]})


@cache
def _joins() -> Phrases:
    return Phrases({"join": _lexicon()["modifiers"]["joins"]})


@cache
def _plurals() -> Phrases:
    return Phrases({"plural": _lexicon()["modifiers"]["several"]})
