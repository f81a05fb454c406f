"""Which posts belong to which name, by where they stand.

A post follows its name ("đồng chí A, Bí thư Huyện ủy"; "A - Bí thư"; "A (Bí thư …)"; "A Bí thư …") or stands right
before it ("Bí thư Huyện ủy A"; "Bí thư Huyện ủy, đồng chí A"). Between two names it goes to the one that it
touches, the rest to the first. A post in the plural goes to every name of the list after it ("các Phó Chủ tịch UBND
huyện: A, B").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.mentions.officials.appointments import appoints, plays_part
from extract.mentions.officials.names import Name
from extract.mentions.officials.post_words import gaps, introducing, modifiers, tail, tail_words
from extract.mentions.officials.posts import Chain, Post
from extract.mentions.officials.tail_marks import skip_brackets
from extract.mentions.officials.words import AND, Words

_LONGEST_INTRODUCTION = 6


@dataclass(frozen=True, slots=True)
class Naming:
    """One place that names a person: the name, the posts printed with it, and how they were found.

    `start` and `end` are the words of all of it. `shared` are posts printed after a later name of the same
    enumeration, which may be this person's too. `official`: it is addressed as officials are, alone or in a list.
    """

    name: Name
    start: int
    end: int
    posts: tuple[Post, ...] = ()
    shared: tuple[Post, ...] = ()
    rule: str = "bare"
    official: bool = False


@dataclass(slots=True)
class _Claims:
    """The posts found so far for each name, by the name's place in the list; chains begin at the words of `begun`."""

    before: dict[int, tuple[Post, ...]] = field(default_factory=dict)
    after: dict[int, tuple[Post, ...]] = field(default_factory=dict)
    listed: dict[int, tuple[Post, ...]] = field(default_factory=dict)
    shared: dict[int, tuple[Post, ...]] = field(default_factory=dict)
    appointed: dict[int, tuple[Post, ...]] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


def ending_posts(words: Words, names: Sequence[Name], chains: Sequence[Chain]) -> set[Name]:
    """What looks like a person and only ends the post of the one addressed before it: "ông A, Giám đốc Công ty Hoàng
    Gia Phát"."""
    begun, ended = {chain.start for chain in chains}, {chain.resume for chain in chains}
    found: set[Name] = set()
    for chain in chains:
        previous, following = _last_before(names, chain), _first_after(names, chain)
        if previous is None or following is None or len(chain.posts) > 1:
            continue
        holder, name = names[previous], names[following]
        bare = name.lead == name.start == chain.resume and name.end + 1 not in begun
        alone = holder.lead < holder.start and holder.lead not in ended and _follows(words, holder, chain)
        if bare and alone and _nameless(words, chain, name):
            found.add(name)
    return found


def _nameless(words: Words, chain: Chain, name: Name) -> bool:
    """Whether the post before a name ends in a tier, and the name is as short as a unit's, or is of an institution."""
    if tail("units").before(words, name.start):
        return name.end - name.start == 2
    return any(tail("named_last").at(words, at) for at in range(chain.posts[0].body, chain.end))


def link(words: Words, names: Sequence[Name], chains: Sequence[Chain]) -> tuple[list[Naming], list[Chain]]:
    """Every name with its posts, and the chains that belong to no name."""
    claims = _Claims(begun={chain.start for chain in chains})
    begins = _begins(words, names, chains)
    unclaimed: list[Chain] = []
    for chain in chains:
        previous = _last_before(names, chain)
        following = _first_after(names, chain)
        if chain.several and following is not None and _introduces(words, chain, names[following], begins[following]):
            _give_to_list(words, names, chain, following, claims)
        elif not _claim(words, names, chain, previous, following, claims) and not plays_part(words, chain):
            unclaimed.append(chain)
    _share(words, names, claims)
    officials = _addressed(words, names)
    return [_naming(place, name, claims, place in officials) for place, name in enumerate(names)], unclaimed


def _addressed(words: Words, names: Sequence[Name]) -> set[int]:
    """The names that stand behind "đồng chí", or in a list behind "các đồng chí"."""
    officials = {place for place, name in enumerate(names) if name.official}
    for place in sorted(officials):
        if names[place].plural:
            officials.update(_members(words, names, place))
    return officials


def _begins(words: Words, names: Sequence[Name], chains: Sequence[Chain]) -> list[int]:
    """Where each name begins with the posts that stand right before it."""
    begins = [name.lead for name in names]
    for chain in chains:
        following = _first_after(names, chain)
        if following is not None and not chain.several and _touches(words, chain, names[following]):
            begins[following] = chain.start
    return begins


def _claim(
    words: Words,
    names: Sequence[Name],
    chain: Chain,
    previous: int | None,
    following: int | None,
    claims: _Claims,
) -> bool:
    """Give the posts of a chain to the names around it; False when neither is near enough."""
    follows = previous is not None and _follows(words, names[previous], chain)
    touches = following is not None and not chain.posts[-1].plural and _touches(words, chain, names[following])
    if touches and follows and following is not None:
        touches = chain.resume == chain.end and words.folded[names[following].lead - 1] != "-"
        touches = touches and (previous in claims.before or not _followed(chain, names[following], claims.begun))
    if previous is not None and not touches and _appointed(words, names, chain, previous, claims):
        return True
    first, second = _divide(chain, claims.before.get(previous, ()) if previous is not None else (), follows, touches)
    if second and following is not None:
        claims.before[following] = second
    if first and previous is not None:
        claims.after[previous] = claims.after.get(previous, ()) + tuple(post for post in first if not post.plural)
    if first or second:
        return True
    if following is not None and _apposed(words, chain, names, following):
        claims.before[following] = chain.posts
        return True
    return False


def _followed(chain: Chain, name: Name, begun: Collection[int]) -> bool:
    """Whether one who is addressed has posts right behind the name, as all have in a list without commas: "bà A Phó Bí
    thư Chủ tịch HĐND ông B Phó Bí thư"."""
    return name.lead < name.start and name.end in begun and not any(post.rank for post in chain.posts)


def _appointed(words: Words, names: Sequence[Name], chain: Chain, previous: int, claims: _Claims) -> bool:
    """Give the post to which somebody is elected to the last person named before it, and those named with that one."""
    same_sentence = words.sentence[names[previous].start] == words.sentence[chain.start]
    if not same_sentence or not appoints(words, chain):
        return False
    posts = tuple(replace(post, plural=False) for post in chain.posts)
    claims.appointed[previous] = claims.appointed.get(previous, ()) + posts
    while previous and _coordinated(words, names[previous - 1], names[previous]):
        previous -= 1
        claims.appointed[previous] = claims.appointed.get(previous, ()) + posts
    return True


def _divide(
    chain: Chain, before: tuple[Post, ...], follows: bool, touches: bool
) -> tuple[tuple[Post, ...], tuple[Post, ...]]:
    """The posts of a chain that go to the name before it and to the name after it."""
    if follows and not touches:
        return (chain.posts if not chain.several else ()), ()
    if touches and not follows:
        return (), chain.posts
    if not touches:
        return (), ()
    if any(not post.rank for post in before) or len(chain.posts) == 1:
        return (), chain.posts
    cut = next((at for at, post in enumerate(chain.posts) if post.rank), len(chain.posts) - 1)
    return chain.posts[:cut], chain.posts[cut:]


def _give_to_list(words: Words, names: Sequence[Name], chain: Chain, first: int, claims: _Claims) -> None:
    posts = () if chain.collective else tuple(replace(post, plural=False) for post in chain.posts)
    for place in _members(words, names, first):
        claims.listed[place] = claims.listed.get(place, ()) + posts


def _members(words: Words, names: Sequence[Name], first: int) -> Iterator[int]:
    """The names of a list: up to the end of the sentence, a new group ("các đồng chí: …") or words that are no list."""
    yield first
    for place in range(first + 1, len(names)):
        previous, name = names[place - 1], names[place]
        if words.sentence[name.start] != words.sentence[previous.start] or name.plural:
            return
        gap = set(words.folded[previous.end : name.lead])
        if not {",", ";", AND} & gap or tail_words("list_breaks") & gap:
            return
        yield place


def _follows(words: Words, name: Name, chain: Chain) -> bool:
    if words.sentence[name.start] != words.sentence[chain.start]:
        return False
    at = skip_brackets(words, name.end)
    if at > name.end and at >= chain.start:
        at = name.end
    gap = tuple(words.folded[at : chain.start])
    return gap in gaps("follows") or (gap[:1] == ("(",) and gap[2:] in gaps("aged"))


def _touches(words: Words, chain: Chain, name: Name) -> bool:
    if words.sentence[name.start] != words.sentence[chain.start]:
        return False
    resume = skip_brackets(words, chain.resume)
    gap = tuple(words.folded[resume : name.lead])
    return resume <= name.lead and gap in gaps("touches")


def _apposed(words: Words, chain: Chain, names: Sequence[Name], following: int) -> bool:
    """Whether the posts stand in apposition before a name: "Chủ tịch UBND tỉnh, đồng chí A".

    The comma binds only where an honorific follows it, and where the posts do not go on with those of a name before.
    """
    name, sentence = names[following], words.sentence[chain.start]
    if words.sentence[name.start] != sentence or name.lead == name.start or chain.several or chain.posts[-1].plural:
        return False
    if chain.collective and modifiers("to_a_group").before(words, chain.start):
        return False
    goes_on = following and words.sentence[names[following - 1].start] == sentence
    if goes_on and (words.folded[chain.start - 1] in (",", "-") or modifiers("becomes").before(words, chain.start)):
        return False
    return words.folded[chain.resume : name.lead] == [","]


def _introduces(words: Words, chain: Chain, name: Name, begin: int) -> bool:
    start = chain.resume + (words.folded[chain.resume] == "," and words.folded[chain.resume + 1] in ("gồm", "là"))
    gap = words.folded[start:begin]
    return (
        words.sentence[name.start] == words.sentence[chain.start]
        and len(gap) <= _LONGEST_INTRODUCTION
        and introducing().issuperset(gap)
    )


def _share(words: Words, names: Sequence[Name], claims: _Claims) -> None:
    """ "A và B, Phó Chủ tịch": the post after B may be A's, when A has none in this place."""
    for place in range(len(names) - 1, 0, -1):
        posts = claims.after.get(place) or claims.shared.get(place)
        earlier = place - 1
        if (
            not posts
            or any(earlier in claim for claim in (claims.before, claims.after, claims.listed))
            or place in claims.before
        ):
            continue
        if _coordinated(words, names[earlier], names[place]):
            claims.shared[earlier] = posts


def _coordinated(words: Words, first: Name, second: Name) -> bool:
    """Whether two names are joined by "và", or by a comma without an honorific of the second's own."""
    if words.sentence[first.start] != words.sentence[second.start]:
        return False
    gap = words.folded[skip_brackets(words, first.end) : second.lead]
    return gap == [AND] or (gap == [","] and second.lead == second.start)


def _naming(place: int, name: Name, claims: _Claims, official: bool) -> Naming:
    before, after, listed = (claim.get(place, ()) for claim in (claims.before, claims.after, claims.listed))
    appointed = claims.appointed.get(place, ())
    rule = "listed" if listed else "both" if before and after else "before" if before else "after" if after else "bare"
    start = min([name.lead, *(post.start for post in before)])
    end = max([name.end, *(post.end for post in after)])
    return Naming(
        name, start, end, (*listed, *before, *after, *appointed), claims.shared.get(place, ()), rule, official
    )


def _last_before(names: Sequence[Name], chain: Chain) -> int | None:
    place = bisect_right(names, chain.start, key=lambda name: name.end) - 1
    return place if place >= 0 else None


def _first_after(names: Sequence[Name], chain: Chain) -> int | None:
    place = bisect_left(names, chain.end, key=lambda name: name.lead)
    return place if place < len(names) else None
