"""The tail of a post: the body it belongs to and that body's unit, up to where the post ends.

A tail ends at a verb, at a person's name, at the next head, or where the punctuation says so. After some bodies
("UBND", "Tỉnh ủy") only a unit and its name may follow; an institution printed with a capital ("Công đoàn Công ty
…") opens it again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from extract.mentions.names import honorific_at
from extract.mentions.post_words import bodies, heads, modifiers, tail, tail_words
from extract.mentions.words import AND, Word

_LONGEST = 26
_LOOSE = 3
_FIELDS = 9
_BRACKETS = 14
_SHORT_BRACKETS = 8
_DOTTED = ("tp", "tx", "tt", "q", "p", "h")


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader of posts sees: the words, where heads begin (length and class), and where persons' names begin."""

    words: Sequence[Word]
    heads: Mapping[int, tuple[int, str]]
    names: Collection[int] = ()

    def inside(self, at: int, sentence: int) -> bool:
        """Whether there is a word at `at` that belongs to the sentence."""
        return at < len(self.words) and self.words[at].sentence == sentence

    def taken(self, at: int) -> bool:
        """Whether something else begins at the word: a head, a name, an honorific."""
        return at in self.heads or at in self.names or _addressed(self.words, at)


@dataclass(slots=True)
class Tail:
    """How far a tail has been read: `end` after its last word, `solid` after the last that surely belongs to it.

    `closed`: only units and proper names may follow; `unit`: a unit has been read; `plural`: it is said of many bodies.
    """

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


def read_tail(page: Page, place: int, *, closed: bool) -> Tail:
    """The tail of the post whose head ends at `place`; `closed` where the head names its own body."""
    begin = _body_in_head(page.words, place)
    read = Tail(begin, begin, closed=closed)
    limit, sentence = place + _LONGEST, page.words[place - 1].sentence
    while read.end < limit and page.inside(read.end, sentence) and read.end not in page.names:
        if not _step(page, read):
            return _finished(page.words, read, explicit=True)
    return _finished(page.words, read, explicit=read.end < limit)


def skip_brackets(words: Sequence[Word], place: int) -> int:
    """The word after the bracket that closes the one at `place`; `place` itself where none opens or it is long."""
    if place >= len(words) or words[place].folded != "(":
        return place
    closing = (at for at in range(place + 1, min(place + _BRACKETS, len(words))) if words[at].folded == ")")
    return next(closing, place - 1) + 1


def unit_at(words: Sequence[Word], place: int) -> bool:
    """Whether a tier of units ("huyện", "TP") begins at the word, and no body ("xã hội")."""
    return tail("units").at(words, place) is not None and bodies().at(words, place) is None


def _body_in_head(words: Sequence[Word], place: int) -> int:
    """The end of a body that began with the head's last words ("Trưởng ban Quản lý các KCN"), else `place`."""
    for begin in (place - 2, place - 1):
        body = bodies().at(words, begin) if begin >= 0 else None
        if body and begin + body[0] > place:
            return begin + body[0]
    return place


def _step(page: Page, read: Tail) -> bool:
    """Read one more piece of the tail; False where it ends."""
    at, word = read.end, page.words[read.end]
    if body := bodies().at(page.words, at):
        return _step_body(page.words, read, body)
    if at in page.heads or tail("terms").at(page.words, at):
        return False
    if word.shape == "mark":
        return _step_mark(page, read)
    if (institution := tail("institutions").at(page.words, at)) and _is_named(page.words, at, at + institution[0]):
        read.reopen(at + institution[0])
        return True
    if unit := tail("units").at(page.words, at):
        return _step_unit(page, read, at + unit[0])
    if _of_many(page.words, at):
        read.plural = True
        return False
    return _step_word(page, read)


def _is_named(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether an institution is one: printed with a capital, or a society whose name follows with one."""
    if words[at].shape == "lower":
        return words[at].folded in tail_words("societies") and end < len(words) and words[end].capital
    return words[at].shape == "capital"


def _step_body(words: Sequence[Word], read: Tail, body: tuple[int, str]) -> bool:
    """A known body or a modifier. A body in small letters after a unit is no part of the post ("… huyện hội đồng")."""
    length, kind = body
    if kind == "open" and read.unit and words[read.end].shape == "lower":
        return False
    read.take(read.end + length, closed=kind == "closed")
    return True


def _step_unit(page: Page, read: Tail, at: int) -> bool:
    """A tier word, with the unit's name or number after it."""
    if at < len(page.words) and page.words[at].folded == "." and page.words[at - 1].folded in _DOTTED:
        at += 1
    read.take(_proper_name(page, at), unit=True)
    return True


def _step_word(page: Page, read: Tail) -> bool:
    at, word = read.end, page.words[read.end]
    if word.shape == "digit":
        if read.closed and not read.unit:
            return False
        read.take(at + 1)
        return True
    if word.capital:
        if tail("openers").at(page.words, at) or _addressed(page.words, at):
            return False
        read.take(_proper_name(page, at) if read.closed else at + 1, unit=read.closed)
        return read.end > at
    if (
        read.closed
        or read.unit
        or _ends(page.words, at)
        or _addressed(page.words, at)
        or _after_letters(page.words, at)
    ):
        return False
    read.end += 1
    read.loose += 1
    return True


def _addressed(words: Sequence[Word], at: int) -> bool:
    """Whether somebody is addressed here; degrees and callings may be part of a body ("Cục Nhà giáo")."""
    found = honorific_at(words, at)
    return found is not None and found[1] != "degree"


def _after_letters(words: Sequence[Word], at: int) -> bool:
    """Whether the word before is an abbreviation that no list knows: nothing in small letters completes it."""
    return words[at - 1].shape == "upper" and words[at].folded != AND and bodies().before(words, at) is None


def _ends(words: Sequence[Word], at: int) -> bool:
    """Whether a small word ends a tail: a verb, or an "và" that brings in somebody else."""
    if words[at].folded != AND:
        return tail("stops").at(words, at) is not None
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or following.sentence != words[at].sentence or following.shape == "digit":
        return True
    stops = tail("stops")
    somebody = _addressed(words, at + 1) or heads().at(words, at + 1) is not None
    return somebody or stops.at(words, at) is not None or stops.at(words, at + 1) is not None


def _proper_name(page: Page, at: int) -> int:
    """The end of the capitalised or numbered name that begins at `at` ("Mường Lay", "Thừa Thiên - Huế", "12")."""
    words, sentence = page.words, page.words[at - 1].sentence
    while page.inside(at, sentence) and at not in page.names:
        word = words[at]
        if word.capital and not _something_else(words, at):
            at += 1
        elif word.shape == "digit" and words[at - 1].shape != "digit":
            at += 1
        elif word.folded == "-" and words[at - 1].capital and _name_goes_on(page, at + 1):
            at += 1
        else:
            break
    return at


def _something_else(words: Sequence[Word], at: int) -> bool:
    """Whether a capitalised word is no part of a unit's name: it begins a sentence, a body, a head or an
    institution.
    """
    return any(phrases.at(words, at) for phrases in (tail("openers"), bodies(), heads(), tail("institutions")))


def _name_goes_on(page: Page, at: int) -> bool:
    """Whether a dash joins two parts of one place's name: nothing but a short capitalised run follows."""
    words = page.words
    if at + 1 >= len(words) or page.taken(at) or words[at].shape != "capital" or _something_else(words, at):
        return False
    return words[at + 1].shape != "lower" and words[at + 1].folded != ":"


def _step_mark(page: Page, read: Tail) -> bool:
    at, mark = read.end, page.words[read.end].folded
    if mark == "(":
        return _step_brackets(page, read)
    if mark == "," and not read.unit and not read.closed:
        return _step_comma(page, read)
    joins = (
        (mark == "." and page.words[at - 1].folded in _DOTTED)
        or (mark in ("&", "/") and not read.closed)
        or (mark == "-" and _dash_joins(page, read))
    )
    read.end += joins
    return joins


def _dash_joins(page: Page, read: Tail) -> bool:
    """Whether a dash is inside a body's name ("Văn hóa - Xã hội", "Pháp chế - HĐND tỉnh", "LĐ-TB&XH")."""
    words, at = page.words, read.end + 1
    if not page.inside(at, words[at - 1].sentence) or page.taken(at):
        return False
    if modifiers("before").at(words, at) or tail("openers").at(words, at):
        return False
    body = bodies().at(words, at)
    if body and body[1] == "closed":
        return not read.closed
    glued = words[at].glued and words[at - 1].glued
    small = words[at].shape == "lower" and words[at - 2].shape == "lower" and not tail("stops").at(words, at)
    return (words[at].capital or glued or small) and not read.unit and not read.closed


def _step_comma(page: Page, read: Tail) -> bool:
    """A comma inside a body of several fields, or before the body above it ("Phó Cục trưởng, Cục …, Bộ …")."""
    words, at = page.words, read.end + 1
    if end := _listed_fields(page, read.end):
        read.take(end)
        return True
    above = tail("above").at(words, at)
    if above and words[at].capital and at not in page.heads and not tail("stops").at(words, at + 1):
        body = bodies().at(words, at)
        read.take(at + (body or above)[0])
        return True
    return False


def _listed_fields(page: Page, comma: int) -> int:
    """The end of ", Thể thao và Du lịch": a comma inside a body that names several fields, else 0."""
    words = page.words
    for at in range(comma + 1, min(comma + _FIELDS, len(words))):
        if words[at].folded in (AND, "&"):
            return _last_field(page, at + 1) if at > comma + 1 and words[comma + 1].capital else 0
        if not _may_be_field(page, at, words[comma].sentence):
            return 0
    return 0


def _may_be_field(page: Page, at: int, sentence: int) -> bool:
    words = page.words
    if not page.inside(at, sentence) or page.taken(at) or words[at].shape == "mark":
        return False
    verb = words[at].shape == "lower" and tail("stops").at(words, at) is not None
    return not verb and not tail("units").at(words, at)


def _last_field(page: Page, at: int) -> int:
    """The end of the last field, a capitalised word and at most one small one; 0 where it is something else."""
    words = page.words
    if not _may_be_field(page, at, words[at - 1].sentence) or words[at].shape != "capital":
        return 0
    follows = _may_be_field(page, at + 1, words[at].sentence) and words[at + 1].shape == "lower"
    return at + 2 if follows else at + 1


def _step_brackets(page: Page, read: Tail) -> bool:
    """An abbreviation in brackets belongs to the post when the post goes on after it; a superior body always does."""
    words, opening = page.words, read.end
    close = skip_brackets(words, opening)
    if close == opening or close - opening > _SHORT_BRACKETS:
        return False
    goes_on = page.inside(close, words[opening].sentence) and _resumes(page, close)
    abbreviation = words[opening + 1].shape == "upper" and close - opening == 3
    above = tail("superior").at(words, opening + 1) is not None
    if above or (goes_on and abbreviation):
        read.take(close, unit=above)
        return True
    return False


def _resumes(page: Page, at: int) -> bool:
    """Whether a post goes on behind a bracket: with a capital or with its unit."""
    return not page.taken(at) and (page.words[at].capital or unit_at(page.words, at))


def _of_many(words: Sequence[Word], at: int) -> bool:
    """Whether "các" begins here the bodies of many persons, not one body of many members ("Khối các cơ quan")."""
    if words[at].folded not in tail_words("several_bodies") or at + 1 >= len(words):
        return False
    return words[at - 1].folded not in tail_words("many_in_one") and words[at + 1].folded in tail_words("many")


def _finished(words: Sequence[Word], read: Tail, *, explicit: bool) -> Tail:
    """A tail that just ran out of its length keeps its sure part; no tail ends in "và" or a mark."""
    if not explicit and read.loose > _LOOSE:
        read.end = read.solid
    while read.end > read.solid and (
        words[read.end - 1].shape == "mark" or words[read.end - 1].folded in tail_words("dangling")
    ):
        read.end -= 1
    return read
