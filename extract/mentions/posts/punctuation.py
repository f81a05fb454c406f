"""Marks inside the complement of a post: commas, dashes and brackets that belong to a body's name, and those that end
it."""

from __future__ import annotations

from extract.mentions.posts.state import PartialComplement, PostContext, unit_at
from extract.mentions.posts.vocabulary import bodies, modifiers, tail
from extract.text.tokens import Tokens, and_word

_FIELDS = 9
_BRACKETS = 14
_SHORT_BRACKETS = 8
DOTTED = ("tp", "tx", "tt", "q", "p", "h")


def step_mark(context: PostContext, read: PartialComplement) -> bool:
    """Read a mark that belongs to the complement, with what it joins; False where the complement ends."""
    at, mark = read.end, context.tokens.folded[read.end]
    if mark == "(":
        return _step_brackets(context, read)
    if mark == "," and not read.unit and not read.closed:
        return _step_comma(context, read)
    joins = (
        (mark == "." and context.tokens.folded[at - 1] in DOTTED)
        or (mark in ("&", "/") and not read.closed)
        or (mark == "-" and _dash_joins(context, read))
    )
    read.end += joins
    return joins


def skip_brackets(tokens: Tokens, place: int) -> int:
    """The word after the bracket that closes the one at `place`; `place` itself where none opens or it is long."""
    if place >= len(tokens) or tokens.folded[place] != "(":
        return place
    closing = (at for at in range(place + 1, min(place + _BRACKETS, len(tokens))) if tokens.folded[at] == ")")
    return next(closing, place - 1) + 1


def _dash_joins(context: PostContext, read: PartialComplement) -> bool:
    """Whether a dash is inside a body's name ("Văn hóa - Xã hội", "Pháp chế - HĐND tỉnh", "LĐ-TB&XH")."""
    tokens, at = context.tokens, read.end + 1
    if not context.inside(at, tokens.sentence[at - 1]) or context.taken(at):
        return False
    if modifiers("before").match_at(tokens, at) or tail("openers").match_at(tokens, at):
        return False
    body = bodies().match_at(tokens, at)
    if body and body[1] == "closed":
        return not read.closed
    glued = tokens.glued[at] and tokens.glued[at - 1]
    small = tokens.shape[at] == "lower" and tokens.shape[at - 2] == "lower" and not tail("stops").match_at(tokens, at)
    return (tokens.capital[at] or glued or small) and not read.unit and not read.closed


def _step_comma(context: PostContext, read: PartialComplement) -> bool:
    """A comma inside a body of several fields, or before the body above it ("Phó Cục trưởng, Cục …, Bộ …")."""
    tokens, at = context.tokens, read.end + 1
    if end := _listed_fields(context, read.end):
        read.take(end)
        return True
    above = tail("above").match_at(tokens, at)
    if above and tokens.capital[at] and at not in context.heads and not tail("stops").match_at(tokens, at + 1):
        body = bodies().match_at(tokens, at)
        read.take(at + (body or above)[0])
        return True
    return False


def _listed_fields(context: PostContext, comma: int) -> int:
    """The end of ", Thể thao và Du lịch": a comma inside a body that names several fields, else 0."""
    tokens = context.tokens
    for at in range(comma + 1, min(comma + _FIELDS, len(tokens))):
        if tokens.folded[at] in (and_word(), "&"):
            return _last_field(context, at + 1) if at > comma + 1 and tokens.capital[comma + 1] else 0
        if not _may_be_field(context, at, tokens.sentence[comma]):
            return 0
    return 0


def _may_be_field(context: PostContext, at: int, sentence: int) -> bool:
    tokens = context.tokens
    if not context.inside(at, sentence) or context.taken(at) or tokens.shape[at] == "mark":
        return False
    verb = tokens.shape[at] == "lower" and tail("stops").match_at(tokens, at) is not None
    return not verb and not tail("units").match_at(tokens, at)


def _last_field(context: PostContext, at: int) -> int:
    """The end of the last field, a capitalised word and at most one small one; 0 where it is something else."""
    tokens = context.tokens
    if not _may_be_field(context, at, tokens.sentence[at - 1]) or tokens.shape[at] != "capital":
        return 0
    follows = _may_be_field(context, at + 1, tokens.sentence[at]) and tokens.shape[at + 1] == "lower"
    return at + 2 if follows else at + 1


def _step_brackets(context: PostContext, read: PartialComplement) -> bool:
    """An abbreviation in brackets belongs to the post when the post continues after it; a superior body always does."""
    tokens, opening = context.tokens, read.end
    close = skip_brackets(tokens, opening)
    if close == opening or close - opening > _SHORT_BRACKETS:
        return False
    goes_on = context.inside(close, tokens.sentence[opening]) and _resumes(context, close)
    abbreviation = tokens.shape[opening + 1] == "upper" and close - opening == 3
    above = tail("superior").match_at(tokens, opening + 1) is not None
    if above or (goes_on and abbreviation):
        read.take(close, unit=above)
        return True
    return False


def _resumes(context: PostContext, at: int) -> bool:
    """Whether a post continues after a bracket: with a capital or with its unit."""
    return not context.taken(at) and (context.tokens.capital[at] or unit_at(context.tokens, at))
