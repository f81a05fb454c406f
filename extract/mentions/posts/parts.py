"""The parts of a post: the head with its modifiers, the body that it belongs to, and the unit of that body.

"Phó Chủ tịch Thường trực | HĐND | huyện Sìn Hồ"; "Trưởng Ban | Ban Dân vận Huyện ủy"; "Bí thư | Tỉnh ủy | Lai Châu".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extract.gazetteer.units import is_unit
from extract.mentions.posts.complement import institution_at
from extract.mentions.posts.find import Post
from extract.mentions.posts.punctuation import skip_brackets
from extract.mentions.posts.vocabulary import bodies, head_phrases, tail_words
from extract.text import lexicon
from extract.text.phrases import PhraseMatcher
from extract.text.tokens import Tokens

_LONGEST_PLACE = 5  # words of a place's name without its tier
_UNIT_MARKS = (",", "-", ".")


@dataclass(frozen=True, slots=True)
class PostParts:
    """Ranges of tokens (half open); the body begins inside the head where the two share a word. None: not printed."""

    head: tuple[int, int]
    body: tuple[int, int] | None
    unit: tuple[int, int] | None


def divide_post(tokens: Tokens, post: Post) -> PostParts:
    """The parts of a post. A rank is a head only."""
    if post.rank:
        return PostParts((post.start, post.end), None, None)
    head_end, body = _divide_head(tokens, post)
    for at in (body, post.body):
        if at < post.end and tokens.folded[at] == ",":
            body = at + 1
    unit = post.body - 1 if _in_tier(tokens, post) else _unit_start(tokens, body, max(body, post.body), post.end)
    if unit < post.end and tokens.folded[unit - 1] in tail_words("serves_in"):
        unit = post.end  # where an office sits: "Cơ quan thường trực Ban Dân vận Trung ương tại TP Cần Thơ"
    body = min(body, unit)
    if part("duty").match_at(tokens, body):
        return PostParts((post.start, head_end), None, None)
    return PostParts((post.start, head_end), _range(body, unit), _range(unit, post.end))


def _range(start: int, end: int) -> tuple[int, int] | None:
    return (start, end) if end > start else None


def _in_tier(tokens: Tokens, post: Post) -> bool:
    """Whether the head ends in the tier of its unit: "Trưởng thôn"."""
    return part("tiers").match_before(tokens, post.body) is not None


def _divide_head(tokens: Tokens, post: Post) -> tuple[int, int]:
    """The end of the head, and where the body begins."""
    if (inner := _body_inside(tokens, post)) is not None:
        before = tuple(tokens.folded[post.head : inner])
        alone = before in head_phrases() or part("before_body").is_phrase(tokens, post.head, inner)
        if alone and not _is_chief(tokens, inner - 1):
            return inner, inner
        shared = part("shared").match_at(tokens, inner)
        return inner + shared[0] if shared else post.body, inner
    end = _after_modifiers(tokens, post)
    shared = part("shared").match_before(tokens, post.body)
    if shared and end == post.body and post.body < post.end and not _has_own_body(tokens, end, shared[0]):
        return end, end - shared[0]
    if shared and post.body == post.end and shared[0] > 1:
        return end, end
    return _with_field(tokens, post, end)


def _body_inside(tokens: Tokens, post: Post) -> int | None:
    """The start of a body that ends the head or continues after it ("Trưởng [đoàn ĐBQH]", "Ủy viên [Bộ Chính trị]")."""
    if part("whole").is_phrase(tokens, post.head, post.body):
        return None
    for at in range(post.head + 1, post.body):
        found = bodies().match_at(tokens, at)
        if part("modifiers").match_at(tokens, at):
            return None
        if found and found[1] != "modifier" and at + found[0] >= post.body:
            return at
    return None


def _is_chief(tokens: Tokens, at: int) -> bool:
    """Whether a head of one body's chief ends at the token: its word for the body is its own too ("Trưởng Công an")."""
    return part("chiefs").match_at(tokens, at) is not None


def _after_modifiers(tokens: Tokens, post: Post) -> int:
    """The end of the head with "Thường trực", "chuyên trách" and an abbreviation in brackets ("(TGĐ)")."""
    at = post.body
    while at < post.end:
        found = bodies().match_at(tokens, at)
        closing = skip_brackets(tokens, at)
        in_charge = part("duty").match_at(tokens, at)
        if in_charge and at + in_charge[0] < post.end and _begins_chief_body(tokens, at + in_charge[0]):
            at += in_charge[0]
        elif found and found[1] == "modifier" and not in_charge:
            at += found[0]
        elif at < closing <= post.end and closing == at + 3 and tokens.shape[at + 1] == "upper":
            at = closing
        else:
            break
    return at


def _begins_chief_body(tokens: Tokens, at: int) -> bool:
    """Whether the body of a deputy in charge begins at a token: "Phó Giám đốc phụ trách [Sở Y tế]"."""
    found = bodies().match_at(tokens, at)
    shared = tokens.capital[at] and part("shared").match_at(tokens, at)
    closed = (found and found[1] == "closed") or institution_at(tokens, at) or shared
    return bool(closed) and not part("compounds").match_at(tokens, at)


def _has_own_body(tokens: Tokens, at: int, shared: int) -> bool:
    """Whether the body is printed with a word of its own after the head that could share it ("Trưởng ban Ban …")."""
    if tokens.folded[at] == ",":
        return True
    same = tokens.folded[at - shared : at] == tokens.folded[at : at + shared]
    return same and not part("compounds").match_at(tokens, at)


def _with_field(tokens: Tokens, post: Post, end: int) -> tuple[int, int]:
    """The end of a head that a field of work belongs to, up to the first body or tier after it."""
    if not part("with_field").is_phrase(tokens, post.head, post.body):
        return end, end
    at = end
    while at < post.end and not _begins_body(tokens, at):
        at += 1
    while at > end and tokens.shape[at - 1] == "mark":
        at -= 1
    return at, at


def _begins_body(tokens: Tokens, at: int) -> bool:
    """Whether a body, an institution, a tier or a mere duty begins at a token."""
    found = bodies().match_at(tokens, at)
    if (found and found[1] == "closed") or institution_at(tokens, at):
        return True
    return _tier(tokens, at) > 0 or part("duty").match_at(tokens, at) is not None


def _unit_start(tokens: Tokens, body: int, start: int, end: int) -> int:
    """The first word of the unit that ends the post, with its tier, or its name alone after some bodies; else `end`."""
    at = start
    while at < end:
        skipped = part("no_tiers").match_at(tokens, at) or bodies().match_at(tokens, at)
        size = _tier(tokens, at)
        if size and not (skipped and skipped[0] > size) and _only_names(tokens, at + size, end):
            return at
        at += skipped[0] if skipped and skipped[0] > size else 1
    return _bare_name(tokens, body, start, end)


def _tier(tokens: Tokens, at: int) -> int:
    """The length of the tier that begins at a token, 0 where none does."""
    found = part("unit_tiers").match_at(tokens, at)
    return 0 if found is None or part("no_tiers").match_before(tokens, at + found[0]) else found[0]


def _only_names(tokens: Tokens, start: int, end: int) -> bool:
    """Whether there are only names, numbers and further tiers up to `end`."""
    at = start
    if is_unit(" ".join(tokens.folded[start:end])):
        return True
    while at < end:
        size = _tier(tokens, at)
        named = tokens.capital[at] or tokens.shape[at] == "digit" or tokens.folded[at] in _UNIT_MARKS
        if not size and (not named or institution_at(tokens, at) or part("named").match_at(tokens, at)):
            return False
        at += size or 1
    return True


def _bare_name(tokens: Tokens, body: int, start: int, end: int) -> int:
    """The first word of the name of a place without its tier ("Tỉnh ủy [Lai Châu]", "CATP [Hà Nội]"), else `end`."""
    for at in range(max(start, end - _LONGEST_PLACE), end):
        abroad = tokens.capital[at] and part("countries").is_phrase(tokens, at, end)
        if (abroad and not _is_called_so(tokens, body, at)) or part("places").is_phrase(tokens, at, end):
            return at
        if not all(tokens.capital[place] or tokens.folded[place] == "-" for place in range(at, end)):
            continue
        if bodies().match_at(tokens, at) or institution_at(tokens, at):
            continue
        if at > body and part("ruled").match_before(tokens, at):
            return at
        name = " ".join(tokens.folded[at:end])
        if end - at > 1 and is_unit(name, ("province", "district")) and not _is_called_so(tokens, body, at):
            return at
    return end


def _is_called_so(tokens: Tokens, body: int, end: int) -> bool:
    """Whether a place is part of the name of the body before it: of a school, a firm, a newspaper."""
    return part("named").begins_in(tokens, body, end)


@cache
def part(name: str) -> PhraseMatcher:
    """The phrases of one list of the lexicon's [head] or [unit]; "unit_tiers" are those of the unit."""
    lists = lexicon.load("post_parts")
    if name == "unit_tiers":
        return PhraseMatcher({name: lists["unit"]["tiers"]})
    section = "head" if name in lists["head"] else "unit"
    return PhraseMatcher({name: lists[section][name]})
