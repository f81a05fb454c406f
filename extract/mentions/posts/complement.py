"""The complement of a post: the body it belongs to and that body's unit, up to the end of the post.

A complement ends at a verb, at a person's name, at the next head, or at punctuation. After some bodies ("UBND", "Tỉnh
ủy") only a unit and its name may follow, or an institution printed with a capital ("Công đoàn Công ty …").
"""

from __future__ import annotations

from extract.mentions.names.runs import in_hyphens
from extract.mentions.names.vocabulary import abroad
from extract.mentions.posts.punctuation import DOTTED, step_mark
from extract.mentions.posts.state import PartialComplement, PostContext, addressed, surname_of_body, unit_at
from extract.mentions.posts.vocabulary import bodies, compounds, heads, tail, tail_words
from extract.text.tokens import Tokens, and_word

_LONGEST = 26
_LOOSE = 3
_HEAD = 4  # tokens of a head that may name an office
_NEAR_NAME = 4  # tokens from a noun to the name after it


def read_complement(context: PostContext, place: int, *, closed: bool) -> PartialComplement:
    """The complement of the post whose head ends at `place`; `closed` where the head names its own body."""
    begin = _body_in_head(context.tokens, place)
    read = PartialComplement(begin, begin, begin, closed=closed)
    limit, sentence = place + _LONGEST, context.tokens.sentence[place - 1]
    while read.end < limit and context.inside(read.end, sentence) and read.end not in context.names:
        if not _step(context, read):
            return _finished(context.tokens, read, explicit=True)
    return _finished(context.tokens, read, explicit=read.end < limit)


def after_units(context: PostContext, at: int) -> int:
    """The word after the units above that of the post, printed after commas: "(xã Nậm Nèn), huyện Mường Chà"."""
    tokens = context.tokens
    while context.inside(at + 1, tokens.sentence[at - 1]) and tokens.folded[at] == "," and unit_at(tokens, at + 1):
        name = at + 1 + (tail("units").match_at(tokens, at + 1) or (0, ""))[0]
        end = _proper_name(context, name)
        if end == name:
            break
        at = end
    return at


def _body_in_head(tokens: Tokens, place: int) -> int:
    """The end of a body that began with the head's last words ("Trưởng ban Quản lý các KCN"), else `place`."""
    for begin in (place - 2, place - 1):
        body = bodies().match_at(tokens, begin) if begin >= 0 else None
        if body and begin + body[0] > place:
            return begin + body[0]
    return place


def _step(context: PostContext, read: PartialComplement) -> bool:
    """Read one more piece of the complement; False where it ends."""
    at = read.end
    body = bodies().match_at(context.tokens, at)
    if body and not (surname_of_body(context.tokens, at, body, read.begin) or _begins_verb(context.tokens, at, body)):
        return _step_body(context.tokens, read, body)
    if (word := _cut_word(context.tokens, at)) and not read.closed:
        read.end += word
        read.loose += 1
        return True
    if at in context.heads or tail("terms").match_at(context.tokens, at):
        return False
    if context.tokens.shape[at] == "mark":
        return step_mark(context, read)
    if institution := institution_at(context.tokens, at):
        read.reopen(institution)
        return True
    if unit := tail("units").match_at(context.tokens, at):
        return _step_unit(context, read, at + unit[0])
    if _of_many(context.tokens, at):
        read.plural = True
        return False
    return _step_word(context, read)


def _begins_verb(tokens: Tokens, at: int, body: tuple[int, str]) -> bool:
    """Whether the last word of a body begins a verb of two words: "Chủ tịch UBND huyện [ủy quyền] cho"."""
    stop = tail("stops").match_at(tokens, at + body[0] - 1) if body[0] > 1 else None
    return stop is not None and stop[0] > 1 and tokens.shape[at] == "lower"


def _cut_word(tokens: Tokens, at: int) -> int:
    """How many tokens from `at` on are of a word that a post would end in ("Thận nhân|tạo"), 0 where none is cut.

    The word begins right before `at`, or at `at` with what alone would be a tier or a verb ("Cục Bản quyền")."""
    begun = compounds().match_at(tokens, at - 1)
    if begun and tokens.shape[at] == "lower":
        return begun[0] - 1
    whole = tail("words").match_at(tokens, at)
    return whole[0] if whole and tokens.shape[at + 1] == "lower" else 0


def institution_at(tokens: Tokens, at: int) -> int:
    """The word after the institution that begins at a word ("Công ty", "trường Mầm non"); 0 where none does."""
    found = tail("institutions").match_at(tokens, at)
    if not found or not _is_named(tokens, at, at + found[0]) or tail("openers").match_at(tokens, at):
        return 0
    return at + found[0]


def _is_named(tokens: Tokens, at: int, end: int) -> bool:
    """Whether an institution is a named one: with a capital, or a society before a capitalised name."""
    if tokens.shape[at] == "lower":
        return tokens.folded[at] in tail_words("societies") and end < len(tokens) and tokens.capital[end]
    return tokens.shape[at] == "capital"


def _step_body(tokens: Tokens, read: PartialComplement, body: tuple[int, str]) -> bool:
    """A known body or a modifier. A body in lower case after a unit does not belong to the post ("… huyện hội
    đồng")."""
    length, kind = body
    if kind == "open" and read.unit and tokens.shape[read.end] == "lower":
        return False
    read.take(read.end + length, closed=kind == "closed")
    return True


def _step_unit(context: PostContext, read: PartialComplement, at: int) -> bool:
    """A tier word, with the unit's name or number after it."""
    if at < len(context.tokens) and context.tokens.folded[at] == "." and context.tokens.folded[at - 1] in DOTTED:
        at += 1
    read.take(_proper_name(context, at), unit=True)
    return True


def _step_word(context: PostContext, read: PartialComplement) -> bool:
    tokens, at = context.tokens, read.end
    if tokens.shape[at] == "digit":
        if read.closed and not read.unit:
            return False
        read.take(at + 1)
        return True
    if tokens.capital[at]:
        if tail("openers").match_at(tokens, at) or (addressed(tokens, at) and not _before_name(context, at)):
            return False
        read.take(_proper_name(context, at) if read.closed else at + 1, unit=read.closed)
        return read.end > at
    if _abroad(tokens, read, at):
        unit = tail("units").match_at(tokens, at + 1)
        read.take(_proper_name(context, at + 1 + (unit[0] if unit else 0)), closed=True)
        return True
    if _leads_to_name(context, at) and not read.closed and not read.unit:
        read.end += 1
        return True
    if read.closed or read.unit or _ends(tokens, at) or addressed(tokens, at) or _after_letters(tokens, at):
        return False
    read.end += 1
    read.loose += 1
    return True


def _before_name(context: PostContext, at: int) -> bool:
    """Whether a capitalised word right before a name that it does not address is a country's: "Thủ tướng Anh Theresa
    …"."""
    return at + 1 in context.names and abroad("countries").match_at(context.tokens, at) is not None


def _leads_to_name(context: PostContext, at: int) -> bool:
    """Whether a noun that elsewhere begins a new clause continues here up to a person's name: "Quản lý phương tiện
    người lái Lò Văn …"."""
    tokens = context.tokens
    if tokens.folded[at] not in tail_words("nouns"):
        return False
    for place in range(at + 1, min(at + _NEAR_NAME, len(tokens))):
        if place in context.names:
            return place > at + 1
        if tokens.shape[place] != "lower" or tokens.sentence[place] != tokens.sentence[at]:
            return False
    return False


def _abroad(tokens: Tokens, read: PartialComplement, at: int) -> bool:
    """Whether the country begins here in which a diplomat serves ("Tham tán Thương mại Việt Nam [tại Thái Lan]"), or
    the place of an office that stands for a body elsewhere ("Văn phòng đại diện Bộ Tài chính [tại TP Cần Thơ]")."""
    if tokens.folded[at] not in tail_words("serves_in") or at + 1 >= len(tokens):
        return False
    outpost = tail("outposts").begins_in(tokens, max(0, read.begin - _HEAD), at)
    named = tokens.capital[at + 1] or (outpost and unit_at(tokens, at + 1))
    return named and (outpost or tail("diplomats").match_before(tokens, read.begin) is not None)


def _after_letters(tokens: Tokens, at: int) -> bool:
    """Whether the word before is an unknown abbreviation, which no word in lower case continues."""
    if tokens.shape[at - 1] != "upper" or tokens.folded[at] == and_word():
        return False
    return bodies().match_before(tokens, at) is None


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether a small word ends a tail: a verb, or an "và" that brings in somebody else; not the "các" of one body of
    many ("Công đoàn các khu công nghiệp")."""
    if tokens.folded[at] in tail_words("several_bodies") and tokens.folded[at - 1] in tail_words("many_in_one"):
        return False
    if tokens.folded[at] != and_word():
        return tail("stops").match_at(tokens, at) is not None
    following = at + 1
    if (
        following == len(tokens)
        or tokens.sentence[following] != tokens.sentence[at]
        or tokens.shape[following] == "digit"
    ):
        return True
    stops = tail("stops")
    somebody = addressed(tokens, following) or heads().match_at(tokens, following) is not None
    return somebody or stops.match_at(tokens, at) is not None or stops.match_at(tokens, following) is not None


def _proper_name(context: PostContext, at: int) -> int:
    """The end of the capitalised or numbered name that begins at `at` ("Mường Lay", "Thừa Thiên - Huế", "12")."""
    tokens, sentence = context.tokens, context.tokens.sentence[at - 1]
    while context.inside(at, sentence) and at not in context.names:
        if tokens.capital[at] and not _something_else(tokens, at):
            at += 1
        elif tokens.shape[at] == "digit" and tokens.shape[at - 1] != "digit":
            at += 1
        elif tokens.folded[at] == "-" and tokens.capital[at - 1] and _name_goes_on(context, at + 1):
            at += 1
        elif in_hyphens(tokens, at):
            at += 1
        else:
            break
    return at


def _something_else(tokens: Tokens, at: int) -> bool:
    """Whether a capitalised word is not part of a unit's name: it begins a sentence, a body, a head or an
    institution.
    """
    return any(phrases.match_at(tokens, at) for phrases in (tail("openers"), bodies(), heads(), tail("institutions")))


def _name_goes_on(context: PostContext, at: int) -> bool:
    """Whether a dash joins two parts of one place's name: nothing but a short capitalised run follows."""
    tokens = context.tokens
    if at + 1 >= len(tokens) or context.taken(at) or tokens.shape[at] != "capital" or _something_else(tokens, at):
        return False
    return tokens.shape[at + 1] != "lower" and tokens.folded[at + 1] != ":"


def _of_many(tokens: Tokens, at: int) -> bool:
    """Whether "các" begins here the bodies of many persons, not one body of many members ("Khối các cơ quan")."""
    if tokens.folded[at] not in tail_words("several_bodies") or at + 1 >= len(tokens):
        return False
    return tokens.folded[at - 1] not in tail_words("many_in_one") and tokens.folded[at + 1] in tail_words("many")


def _finished(tokens: Tokens, read: PartialComplement, *, explicit: bool) -> PartialComplement:
    """The complement cut to its certain part where it reached the maximum length; never ending in "và" or a mark."""
    if not explicit and read.loose > _LOOSE:
        read.end = read.solid
    while read.end > read.solid and (
        tokens.shape[read.end - 1] == "mark" or tokens.folded[read.end - 1] in tail_words("dangling")
    ):
        read.end -= 1
    return read
