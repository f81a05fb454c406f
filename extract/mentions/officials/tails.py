"""The tail of a post: the body it belongs to and that body's unit, up to where the post ends.

A tail ends at a verb, at a person's name, at the next head, or where the punctuation says so. After some bodies
("UBND", "Tỉnh ủy") only a unit and its name may follow; an institution printed with a capital ("Công đoàn Công ty
…") opens it again.
"""

from __future__ import annotations

from extract.mentions.officials.page import Page, Tail, addressed, unit_at
from extract.mentions.officials.post_words import bodies, heads, tail, tail_words
from extract.mentions.officials.tail_marks import DOTTED, step_mark
from extract.mentions.officials.words import AND, Words

_LONGEST = 26
_LOOSE = 3


def read_tail(page: Page, place: int, *, closed: bool) -> Tail:
    """The tail of the post whose head ends at `place`; `closed` where the head names its own body."""
    begin = _body_in_head(page.words, place)
    read = Tail(begin, begin, closed=closed)
    limit, sentence = place + _LONGEST, page.words.sentence[place - 1]
    while read.end < limit and page.inside(read.end, sentence) and read.end not in page.names:
        if not _step(page, read):
            return _finished(page.words, read, explicit=True)
    return _finished(page.words, read, explicit=read.end < limit)


def after_units(page: Page, at: int) -> int:
    """The word after the units above that of the post, printed after commas: "(xã Nậm Nèn), huyện Mường Chà"."""
    words = page.words
    while page.inside(at + 1, words.sentence[at - 1]) and words.folded[at] == "," and unit_at(words, at + 1):
        name = at + 1 + (tail("units").at(words, at + 1) or (0, ""))[0]
        end = _proper_name(page, name)
        if end == name:
            break
        at = end
    return at


def _body_in_head(words: Words, place: int) -> int:
    """The end of a body that began with the head's last words ("Trưởng ban Quản lý các KCN"), else `place`."""
    for begin in (place - 2, place - 1):
        body = bodies().at(words, begin) if begin >= 0 else None
        if body and begin + body[0] > place:
            return begin + body[0]
    return place


def _step(page: Page, read: Tail) -> bool:
    """Read one more piece of the tail; False where it ends."""
    at = read.end
    if body := bodies().at(page.words, at):
        return _step_body(page.words, read, body)
    if at in page.heads or tail("terms").at(page.words, at):
        return False
    if page.words.shape[at] == "mark":
        return step_mark(page, read)
    if institution := institution_at(page.words, at):
        read.reopen(institution)
        return True
    if unit := tail("units").at(page.words, at):
        return _step_unit(page, read, at + unit[0])
    if _of_many(page.words, at):
        read.plural = True
        return False
    return _step_word(page, read)


def institution_at(words: Words, at: int) -> int:
    """The word after the institution that begins at a word ("Công ty", "trường Mầm non"); 0 where none does."""
    found = tail("institutions").at(words, at)
    if not found or not _is_named(words, at, at + found[0]) or tail("openers").at(words, at):
        return 0
    return at + found[0]


def _is_named(words: Words, at: int, end: int) -> bool:
    """Whether an institution is one: printed with a capital, or a society whose name follows with one."""
    if words.shape[at] == "lower":
        return words.folded[at] in tail_words("societies") and end < len(words) and words.capital[end]
    return words.shape[at] == "capital"


def _step_body(words: Words, read: Tail, body: tuple[int, str]) -> bool:
    """A known body or a modifier. A body in small letters after a unit is no part of the post ("… huyện hội đồng")."""
    length, kind = body
    if kind == "open" and read.unit and words.shape[read.end] == "lower":
        return False
    read.take(read.end + length, closed=kind == "closed")
    return True


def _step_unit(page: Page, read: Tail, at: int) -> bool:
    """A tier word, with the unit's name or number after it."""
    if at < len(page.words) and page.words.folded[at] == "." and page.words.folded[at - 1] in DOTTED:
        at += 1
    read.take(_proper_name(page, at), unit=True)
    return True


def _step_word(page: Page, read: Tail) -> bool:
    words, at = page.words, read.end
    if words.shape[at] == "digit":
        if read.closed and not read.unit:
            return False
        read.take(at + 1)
        return True
    if words.capital[at]:
        if tail("openers").at(words, at) or addressed(words, at):
            return False
        read.take(_proper_name(page, at) if read.closed else at + 1, unit=read.closed)
        return read.end > at
    if read.closed or read.unit or _ends(words, at) or addressed(words, at) or _after_letters(words, at):
        return False
    read.end += 1
    read.loose += 1
    return True


def _after_letters(words: Words, at: int) -> bool:
    """Whether the word before is an abbreviation that no list knows: nothing in small letters completes it."""
    return words.shape[at - 1] == "upper" and words.folded[at] != AND and bodies().before(words, at) is None


def _ends(words: Words, at: int) -> bool:
    """Whether a small word ends a tail: a verb, or an "và" that brings in somebody else; not the "các" of one body of
    many ("Công đoàn các khu công nghiệp")."""
    if words.folded[at] in tail_words("several_bodies") and words.folded[at - 1] in tail_words("many_in_one"):
        return False
    if words.folded[at] != AND:
        return tail("stops").at(words, at) is not None
    following = at + 1
    if following == len(words) or words.sentence[following] != words.sentence[at] or words.shape[following] == "digit":
        return True
    stops = tail("stops")
    somebody = addressed(words, following) or heads().at(words, following) is not None
    return somebody or stops.at(words, at) is not None or stops.at(words, following) is not None


def _proper_name(page: Page, at: int) -> int:
    """The end of the capitalised or numbered name that begins at `at` ("Mường Lay", "Thừa Thiên - Huế", "12")."""
    words, sentence = page.words, page.words.sentence[at - 1]
    while page.inside(at, sentence) and at not in page.names:
        if words.capital[at] and not _something_else(words, at):
            at += 1
        elif words.shape[at] == "digit" and words.shape[at - 1] != "digit":
            at += 1
        elif words.folded[at] == "-" and words.capital[at - 1] and _name_goes_on(page, at + 1):
            at += 1
        else:
            break
    return at


def _something_else(words: Words, at: int) -> bool:
    """Whether a capitalised word is no part of a unit's name: it begins a sentence, a body, a head or an
    institution.
    """
    return any(phrases.at(words, at) for phrases in (tail("openers"), bodies(), heads(), tail("institutions")))


def _name_goes_on(page: Page, at: int) -> bool:
    """Whether a dash joins two parts of one place's name: nothing but a short capitalised run follows."""
    words = page.words
    if at + 1 >= len(words) or page.taken(at) or words.shape[at] != "capital" or _something_else(words, at):
        return False
    return words.shape[at + 1] != "lower" and words.folded[at + 1] != ":"


def _of_many(words: Words, at: int) -> bool:
    """Whether "các" begins here the bodies of many persons, not one body of many members ("Khối các cơ quan")."""
    if words.folded[at] not in tail_words("several_bodies") or at + 1 >= len(words):
        return False
    return words.folded[at - 1] not in tail_words("many_in_one") and words.folded[at + 1] in tail_words("many")


def _finished(words: Words, read: Tail, *, explicit: bool) -> Tail:
    """A tail that just ran out of its length keeps its sure part; no tail ends in "và" or a mark."""
    if not explicit and read.loose > _LOOSE:
        read.end = read.solid
    while read.end > read.solid and (
        words.shape[read.end - 1] == "mark" or words.folded[read.end - 1] in tail_words("dangling")
    ):
        read.end -= 1
    return read
