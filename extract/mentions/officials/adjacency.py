"""Names and posts beside each other: which follows or touches which, and names that only end a post."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extract.mentions.names.values import NameMention
from extract.mentions.posts.find import PostChain
from extract.mentions.posts.punctuation import skip_brackets
from extract.mentions.posts.vocabulary import gaps, tail
from extract.text.tokens import Tokens


def ending_posts(tokens: Tokens, names: Sequence[NameMention], chains: Sequence[PostChain]) -> set[NameMention]:
    """Names that look like a person's and are the end of the post of the person before: "ông A, Giám đốc Công ty Hoàng
    Gia Phát"."""
    begun, ended = {chain.start for chain in chains}, {chain.resume for chain in chains}
    found: set[NameMention] = set()
    for chain in chains:
        previous, following = last_before(names, chain), first_after(names, chain)
        if previous is None or following is None or len(chain.posts) > 1:
            continue
        holder, name = names[previous], names[following]
        bare = name.lead == name.start == chain.resume and name.end + 1 not in begun
        alone = holder.lead < holder.start and holder.lead not in ended and follows(tokens, holder, chain)
        if bare and alone and _nameless(tokens, chain, name):
            found.add(name)
    return found


def _nameless(tokens: Tokens, chain: PostChain, name: NameMention) -> bool:
    """Whether the post before a name ends in a tier and the name is as short as a unit's, or is of an institution."""
    if tail("units").match_before(tokens, name.start):
        lettered = len(tokens.folded[name.end - 1]) == 1  # "trường tiểu học thị trấn Nà Lốc B"
        return name.end - name.start - lettered == 2
    return tail("named_last").begins_in(tokens, chain.posts[0].body, chain.end)


def follows(tokens: Tokens, name: NameMention, chain: PostChain) -> bool:
    """Whether the posts follow the name: after a comma, a dash, a bracket or "là", or with nothing between."""
    if tokens.sentence[name.start] != tokens.sentence[chain.start]:
        return False
    at = skip_brackets(tokens, name.end)
    if at > name.end and at >= chain.start:
        at = name.end
    gap = tuple(tokens.folded[at : chain.start])
    return gap in gaps("follows") or (gap[:1] == ("(",) and gap[2:] in gaps("aged"))


def touches(tokens: Tokens, chain: PostChain, name: NameMention) -> bool:
    """Whether the name follows the posts with nothing, a dash or a word such as "là" between."""
    if tokens.sentence[name.start] != tokens.sentence[chain.start]:
        return False
    resume = skip_brackets(tokens, chain.resume)
    gap = tuple(tokens.folded[resume : name.lead])
    return resume <= name.lead and gap in gaps("touches")


def last_before(names: Sequence[NameMention], chain: PostChain) -> int | None:
    """The index of the last name that ends before the posts; None where there is none."""
    place = bisect_right(names, chain.start, key=lambda name: name.end) - 1
    return place if place >= 0 else None


def first_after(names: Sequence[NameMention], chain: PostChain) -> int | None:
    """The index of the first name that begins after the posts; None where there is none."""
    place = bisect_left(names, chain.end, key=lambda name: name.lead)
    return place if place < len(names) else None
