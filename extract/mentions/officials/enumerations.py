"""Enumerations of persons, whose posts may be printed once for all, before the first or after the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.mentions.names.values import NameMention
from extract.mentions.posts.find import PostChain
from extract.mentions.posts.punctuation import skip_brackets
from extract.mentions.posts.vocabulary import gaps, introducing, modifiers, opens_list, tail_words
from extract.text.tokens import Tokens, and_word

_LONGEST_INTRODUCTION = 6
_MARKS = (",", ";")
_LONGEST_ROW = 40  # tokens


def members_of_list(tokens: Tokens, names: Sequence[NameMention], first: int) -> Iterator[int]:
    """The names of a list: up to the end of the sentence, a new group ("các đồng chí: …") or words that do not belong
    to a list."""
    yield first
    for place in range(first + 1, len(names)):
        previous, name = names[place - 1], names[place]
        if tokens.sentence[name.start] != tokens.sentence[previous.start] or name.plural:
            return
        gap = set(tokens.folded[previous.end : name.lead])
        if not {",", ";", and_word()} & gap or tail_words("list_breaks") & gap:
            return
        yield place


def introduces_list(tokens: Tokens, chain: PostChain, name: NameMention, begin: int) -> bool:
    """Whether the posts introduce the list of persons that begins with the name, at the word `begin`."""
    start = chain.resume + (tokens.folded[chain.resume] == "," and tokens.folded[chain.resume + 1] in opens_list())
    gap = tokens.folded[start:begin]
    return (
        tokens.sentence[name.start] == tokens.sentence[chain.start]
        and len(gap) <= _LONGEST_INTRODUCTION
        and introducing().issuperset(gap)
    )


def list_before(tokens: Tokens, names: Sequence[NameMention], chain: PostChain, last: int) -> list[int]:
    """The names that end right before posts in the plural, from the `last` one back: those of one enumeration.

    After a comma ("A, B, các Phó Chủ tịch") only names without an honorific of their own belong to it."""
    found = modifiers("several").match_before(tokens, chain.start)
    name = names[last]
    if found is None or tokens.sentence[name.start] != tokens.sentence[chain.start]:
        return []
    remark = skip_brackets(tokens, name.end)
    gap = tuple(tokens.folded[remark if remark < chain.start else name.end : chain.start - found[0]])
    if not gap or gap not in gaps("follows"):
        return []
    held = [last]
    while held[-1] and _enumerated(tokens, names[held[-1] - 1], names[held[-1]], strictly=gap == (",",)):
        held.append(held[-1] - 1)
    return held


def name_of_row(tokens: Tokens, names: Sequence[NameMention], chain: PostChain) -> int | None:
    """The only name in the row of a table that holds the posts: "1, Chủ tịch UBND xã, Lò Văn Mẫu, 1970".

    A row is a numbered line of cells separated by commas, or a line of nothing but the posts, the name and figures:
    "- Chủ tịch UBND xã: ông Lò Văn Mẫu"."""
    start, end = tokens.sentence_around(chain.start)
    if end - start > _LONGEST_ROW:
        return None
    inside = [place for place, name in enumerate(names) if start <= name.start < end]
    if len(inside) != 1:
        return None
    numbered = tokens.shape[start] == "digit" and tokens.folded[start + 1] == ","
    return inside[0] if numbered or _is_all(tokens, names[inside[0]], chain, start, end) else None


def _is_all(tokens: Tokens, name: NameMention, chain: PostChain, start: int, end: int) -> bool:
    """Whether there are no words but the posts and the name from `start` to `end`, and something between the two."""
    first, second = sorted(((chain.start, chain.resume), (name.lead, name.end)))
    between = tokens.folded[first[1] : second[0]]
    others = [*tokens.folded[start : first[0]], *between, *tokens.folded[second[1] : end]]
    return bool(between) and not any(letter.isalpha() for word in others for letter in word)


def _enumerated(tokens: Tokens, first: NameMention, second: NameMention, *, strictly: bool) -> bool:
    """Whether there is only a mark or "và" between two names."""
    if tokens.sentence[first.start] != tokens.sentence[second.start]:
        return False
    gap = tokens.folded[first.end : second.lead]
    return gap == [and_word()] or (len(gap) == 1 and gap[0] in _MARKS and not (strictly and second.lead < second.start))


def coordinated(tokens: Tokens, first: NameMention, second: NameMention) -> bool:
    """Whether two names are joined by "và", or by a comma without an honorific of the second's own."""
    if tokens.sentence[first.start] != tokens.sentence[second.start]:
        return False
    gap = tokens.folded[skip_brackets(tokens, first.end) : second.lead]
    return gap == [and_word()] or (gap == [","] and second.lead == second.start)
