"""Marks inside the tail of a post: commas, dashes and brackets that belong to a body's name, and those that end it."""

from __future__ import annotations

from extract.mentions.officials.page import Page, Tail, unit_at
from extract.mentions.officials.post_words import bodies, modifiers, tail
from extract.mentions.officials.words import AND, Words

_FIELDS = 9
_BRACKETS = 14
_SHORT_BRACKETS = 8
DOTTED = ("tp", "tx", "tt", "q", "p", "h")


def step_mark(page: Page, read: Tail) -> bool:
    at, mark = read.end, page.words.folded[read.end]
    if mark == "(":
        return _step_brackets(page, read)
    if mark == "," and not read.unit and not read.closed:
        return _step_comma(page, read)
    joins = (
        (mark == "." and page.words.folded[at - 1] in DOTTED)
        or (mark in ("&", "/") and not read.closed)
        or (mark == "-" and _dash_joins(page, read))
    )
    read.end += joins
    return joins


def skip_brackets(words: Words, place: int) -> int:
    """The word after the bracket that closes the one at `place`; `place` itself where none opens or it is long."""
    if place >= len(words) or words.folded[place] != "(":
        return place
    closing = (at for at in range(place + 1, min(place + _BRACKETS, len(words))) if words.folded[at] == ")")
    return next(closing, place - 1) + 1


def _dash_joins(page: Page, read: Tail) -> bool:
    """Whether a dash is inside a body's name ("Văn hóa - Xã hội", "Pháp chế - HĐND tỉnh", "LĐ-TB&XH")."""
    words, at = page.words, read.end + 1
    if not page.inside(at, words.sentence[at - 1]) or page.taken(at):
        return False
    if modifiers("before").at(words, at) or tail("openers").at(words, at):
        return False
    body = bodies().at(words, at)
    if body and body[1] == "closed":
        return not read.closed
    glued = words.glued[at] and words.glued[at - 1]
    small = words.shape[at] == "lower" and words.shape[at - 2] == "lower" and not tail("stops").at(words, at)
    return (words.capital[at] or glued or small) and not read.unit and not read.closed


def _step_comma(page: Page, read: Tail) -> bool:
    """A comma inside a body of several fields, or before the body above it ("Phó Cục trưởng, Cục …, Bộ …")."""
    words, at = page.words, read.end + 1
    if end := _listed_fields(page, read.end):
        read.take(end)
        return True
    above = tail("above").at(words, at)
    if above and words.capital[at] and at not in page.heads and not tail("stops").at(words, at + 1):
        body = bodies().at(words, at)
        read.take(at + (body or above)[0])
        return True
    return False


def _listed_fields(page: Page, comma: int) -> int:
    """The end of ", Thể thao và Du lịch": a comma inside a body that names several fields, else 0."""
    words = page.words
    for at in range(comma + 1, min(comma + _FIELDS, len(words))):
        if words.folded[at] in (AND, "&"):
            return _last_field(page, at + 1) if at > comma + 1 and words.capital[comma + 1] else 0
        if not _may_be_field(page, at, words.sentence[comma]):
            return 0
    return 0


def _may_be_field(page: Page, at: int, sentence: int) -> bool:
    words = page.words
    if not page.inside(at, sentence) or page.taken(at) or words.shape[at] == "mark":
        return False
    verb = words.shape[at] == "lower" and tail("stops").at(words, at) is not None
    return not verb and not tail("units").at(words, at)


def _last_field(page: Page, at: int) -> int:
    """The end of the last field, a capitalised word and at most one small one; 0 where it is something else."""
    words = page.words
    if not _may_be_field(page, at, words.sentence[at - 1]) or words.shape[at] != "capital":
        return 0
    follows = _may_be_field(page, at + 1, words.sentence[at]) and words.shape[at + 1] == "lower"
    return at + 2 if follows else at + 1


def _step_brackets(page: Page, read: Tail) -> bool:
    """An abbreviation in brackets belongs to the post when the post goes on after it; a superior body always does."""
    words, opening = page.words, read.end
    close = skip_brackets(words, opening)
    if close == opening or close - opening > _SHORT_BRACKETS:
        return False
    goes_on = page.inside(close, words.sentence[opening]) and _resumes(page, close)
    abbreviation = words.shape[opening + 1] == "upper" and close - opening == 3
    above = tail("superior").at(words, opening + 1) is not None
    if above or (goes_on and abbreviation):
        read.take(close, unit=above)
        return True
    return False


def _resumes(page: Page, at: int) -> bool:
    """Whether a post goes on behind a bracket: with a capital or with its unit."""
    return not page.taken(at) and (page.words.capital[at] or unit_at(page.words, at))
