"""Assignment of posts to names, by their positions.

A post follows its name ("đồng chí A, Bí thư Huyện ủy"; "A - Bí thư"; "A (Bí thư …)"; "A Bí thư …") or is right
before it ("Bí thư Huyện ủy A"; "Bí thư Huyện ủy, đồng chí A"). Between two names it goes to the adjacent
one, any others to the first. A post in the plural goes to every name of the list after it ("các Phó Chủ tịch UBND
huyện: A, B") or before it ("A, B - các Phó Chủ tịch UBND huyện").
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from extract.mentions.names.values import NameMention
from extract.mentions.names.vocabulary import abroad, verbs_after
from extract.mentions.officials.adjacency import first_after, follows, last_before, touches
from extract.mentions.officials.enumerations import (
    coordinated,
    introduces_list,
    list_before,
    members_of_list,
    name_of_row,
)
from extract.mentions.posts.appointments import appoints, plays_part
from extract.mentions.posts.find import Post, PostChain
from extract.mentions.posts.vocabulary import gaps, modifiers
from extract.text.tokens import Tokens


_WHOLE = 3  # syllables of a name that is hardly anything else


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One mention of a person: the name, the posts printed with it, and how they were found.

    `start` and `end` are the words of all of it. `shared` are posts printed after a later name of the same
    enumeration, which may be this person's too. `official`: it has an honorific of officials, alone or in a list.
    """

    name: NameMention
    start: int
    end: int
    posts: tuple[Post, ...] = ()
    shared: tuple[Post, ...] = ()
    rule: str = "bare"
    official: bool = False


@dataclass(slots=True)
class _PostAssignments:
    """The posts found so far for each name, by the name's index in the list; chains begin at the words of `begun`."""

    before: dict[int, tuple[Post, ...]] = field(default_factory=dict)
    after: dict[int, tuple[Post, ...]] = field(default_factory=dict)
    listed: dict[int, tuple[Post, ...]] = field(default_factory=dict)
    shared: dict[int, tuple[Post, ...]] = field(default_factory=dict)
    appointed: dict[int, tuple[Post, ...]] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


def assign_posts(
    tokens: Tokens, names: Sequence[NameMention], chains: Sequence[PostChain]
) -> tuple[list[PersonMention], list[PostChain]]:
    """Every name with its posts, and the chains that belong to no name."""
    assignments = _PostAssignments(begun={chain.start for chain in chains})
    begins = _begins(tokens, names, chains)
    unclaimed: list[PostChain] = []
    for chain in chains:
        previous = last_before(names, chain)
        following = first_after(names, chain)
        listed = names[following] if chain.several and following is not None else None
        if listed and following is not None and introduces_list(tokens, chain, listed, begins[following]):
            _give_to_list(tokens, names, chain, following, assignments)
        elif held := _held_by_several(tokens, names, chain, previous, assignments):
            _give(chain, held, assignments)
        elif not _assign(tokens, names, chain, previous, following, assignments) and not plays_part(tokens, chain):
            unclaimed.append(chain)
    unclaimed = [chain for chain in unclaimed if not _equated(tokens, names, chain, assignments)]
    _share(tokens, names, assignments)
    officials = _addressed(tokens, names)
    return [_mention_of(place, name, assignments, place in officials) for place, name in enumerate(names)], unclaimed


def _equated(
    tokens: Tokens, names: Sequence[NameMention], chain: PostChain, assignments: _PostAssignments
) -> bool:
    """Give the post that is said to be that of the person named with the next posts: "Trưởng ban lễ tang là Phó Chủ
    tịch UBND tỉnh A"; False where it is not."""
    following = first_after(names, chain)
    if following is None or chain.several or following not in assignments.before:
        return False
    held = assignments.before[following]
    apart = tuple(tokens.folded[chain.resume : held[0].start])
    if not apart or apart not in gaps("equated"):
        return False
    assignments.before[following] = (*held, *chain.posts)
    return True


def _addressed(tokens: Tokens, names: Sequence[NameMention]) -> set[int]:
    """The names after "đồng chí", or in a list after "các đồng chí"."""
    officials = {place for place, name in enumerate(names) if name.official}
    for place in sorted(officials):
        if names[place].plural:
            officials.update(members_of_list(tokens, names, place))
    return officials


def _begins(tokens: Tokens, names: Sequence[NameMention], chains: Sequence[PostChain]) -> list[int]:
    """The first word of each name together with the posts right before it."""
    begins = [name.lead for name in names]
    for chain in chains:
        following = first_after(names, chain)
        if following is not None and not chain.several and touches(tokens, chain, names[following]):
            begins[following] = chain.start
    return begins


def _assign(
    tokens: Tokens,
    names: Sequence[NameMention],
    chain: PostChain,
    previous: int | None,
    following: int | None,
    assignments: _PostAssignments,
) -> bool:
    """Give the posts of a chain to the names around it; False when neither is near enough."""
    behind = previous is not None and follows(tokens, names[previous], chain)
    behind = behind and not (previous in assignments.before and _speaks_abroad(tokens, chain))
    before = following is not None and not chain.posts[-1].plural and touches(tokens, chain, names[following])
    if before and behind and following is not None:
        before = chain.resume == chain.end and tokens.folded[names[following].lead - 1] != "-"
        before = before and (
            previous in assignments.before or not _followed(chain, names[following], assignments.begun)
        )
    if previous is not None and not before and _appointed(tokens, names, chain, previous, assignments):
        return True
    first, second = _divide(
        chain, assignments.before.get(previous, ()) if previous is not None else (), behind, before
    )
    if second and following is not None:
        assignments.before[following] = second
    if first and previous is not None:
        assignments.after[previous] = assignments.after.get(previous, ()) + tuple(
            post for post in first if not post.plural
        )
    if first or second:
        return True
    if following is not None and _apposed(tokens, chain, names, following):
        assignments.before[following] = chain.posts
        return True
    if (row := name_of_row(tokens, names, chain)) is not None:
        assignments.listed[row] = assignments.listed.get(row, ()) + chain.posts
    return row is not None


def _speaks_abroad(tokens: Tokens, chain: PostChain) -> bool:
    """Whether a post of another country is the subject of what follows, not one of the person before the comma: "khi
    gặp Thứ trưởng A, Ngoại trưởng Mỹ cho rằng"."""
    if tokens.folded[chain.start - 1] != "," or abroad("offices").match_at(tokens, chain.start) is None:
        return False
    ends = abroad("countries").match_before(tokens, chain.end) is not None
    return ends and verbs_after().match_at(tokens, chain.resume) is not None


def _followed(chain: PostChain, name: NameMention, begun: Collection[int]) -> bool:
    """Whether a person with an honorific has posts right after the name, as in a list without commas: "bà A Phó Bí thư
    Chủ tịch HĐND ông B Phó Bí thư"."""
    return name.lead < name.start and name.end in begun and not any(post.rank for post in chain.posts)


def _appointed(
    tokens: Tokens, names: Sequence[NameMention], chain: PostChain, previous: int, assignments: _PostAssignments
) -> bool:
    """Give the post to which somebody is elected to the last person before it, and to those enumerated with that
    one."""
    same_sentence = tokens.sentence[names[previous].start] == tokens.sentence[chain.start]
    if not same_sentence or not appoints(tokens, chain):
        return False
    posts = tuple(replace(post, plural=False) for post in chain.posts)
    assignments.appointed[previous] = assignments.appointed.get(previous, ()) + posts
    while previous and _named_together(tokens, names[previous - 1], names[previous]):
        previous -= 1
        assignments.appointed[previous] = assignments.appointed.get(previous, ()) + posts
    return True


def _named_together(tokens: Tokens, first: NameMention, second: NameMention) -> bool:
    """Whether nothing but a comma, "và" and an honorific is between two names: "bà A, ông B giữ chức"."""
    if tokens.sentence[first.start] != tokens.sentence[second.start]:
        return False
    return tokens.folded[first.end : second.lead] == [","] or coordinated(tokens, first, second)


def _divide(
    chain: PostChain, before: tuple[Post, ...], follows: bool, touches: bool
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


def _give_to_list(
    tokens: Tokens, names: Sequence[NameMention], chain: PostChain, first: int, assignments: _PostAssignments
) -> None:
    _give(chain, members_of_list(tokens, names, first), assignments)


def _give(chain: PostChain, places: Iterable[int], assignments: _PostAssignments) -> None:
    """Give the posts of a chain to each of these names; a collective is not a post of anybody."""
    posts = () if chain.collective else tuple(replace(post, plural=False) for post in chain.posts)
    for place in places:
        assignments.listed[place] = assignments.listed.get(place, ()) + posts


def _held_by_several(
    tokens: Tokens, names: Sequence[NameMention], chain: PostChain, previous: int | None, assignments: _PostAssignments
) -> list[int]:
    """The names before posts in the plural to which they belong, where none of them has posts of its own: "A, B - các
    Phó Chủ tịch"."""
    if previous is None or not chain.several:
        return []
    held = list_before(tokens, names, chain, previous)
    claimed = (assignments.before, assignments.after, assignments.listed)
    own = next((at for at, place in enumerate(held) if any(place in claim for claim in claimed)), len(held))
    return held[:own] if own > 1 else []


def _apposed(tokens: Tokens, chain: PostChain, names: Sequence[NameMention], following: int) -> bool:
    """Whether the posts are in apposition before a name: "Chủ tịch UBND tỉnh, đồng chí A".

    This needs posts that do not continue those of a name before them, and an honorific after the comma; without one,
    they open the sentence and a verb follows the name ("Thứ trưởng Bộ Y tế, Lò Văn A cho biết").
    """
    name, sentence = names[following], tokens.sentence[chain.start]
    if tokens.sentence[name.start] != sentence or chain.several or chain.posts[-1].plural:
        return False
    if name.lead == name.start and not _is_subject(tokens, chain, name):
        return False
    if modifiers("owner").match_before(tokens, chain.start):
        return False  # "Theo quyết định của Chủ tịch UBND tỉnh, đồng chí A giữ chức …"
    if chain.collective and modifiers("to_a_group").match_before(tokens, chain.start):
        return False
    goes_on = following and tokens.sentence[names[following - 1].start] == sentence
    if goes_on and (
        tokens.folded[chain.start - 1] in (",", "-") or modifiers("becomes").match_before(tokens, chain.start)
    ):
        return False
    return tokens.folded[chain.resume : name.lead] == [","]


def _is_subject(tokens: Tokens, chain: PostChain, name: NameMention) -> bool:
    """Whether a sentence begins with the posts, and a verb follows the whole name behind their comma."""
    whole = name.evidence == "family" and name.end - name.start >= _WHOLE
    opens = chain.start == 0 or tokens.sentence[chain.start - 1] != tokens.sentence[chain.start]
    return whole and opens and not chain.collective and verbs_after().match_at(tokens, name.end) is not None


def _share(tokens: Tokens, names: Sequence[NameMention], assignments: _PostAssignments) -> None:
    """ "A và B, Phó Chủ tịch": the post after B may be A's too, if A has none here."""
    for place in range(len(names) - 1, 0, -1):
        posts = assignments.after.get(place) or assignments.shared.get(place)
        earlier = place - 1
        if (
            not posts
            or any(earlier in claim for claim in (assignments.before, assignments.after, assignments.listed))
            or place in assignments.before
        ):
            continue
        together = coordinated(tokens, names[earlier], names[place])
        if together or _both_deputies(tokens, names[earlier], names[place], posts):
            assignments.shared[earlier] = posts


def _both_deputies(tokens: Tokens, first: NameMention, second: NameMention, posts: Sequence[Post]) -> bool:
    """Whether the post of a deputy behind a dash is that of two who are addressed alike: "ông A, ông B - Phó Chủ
    tịch"."""
    if tokens.folded[first.end : second.lead] != [","] or tokens.folded[second.end : posts[0].start] != ["-"]:
        return False
    addressed = tokens.folded[first.lead : first.start] == tokens.folded[second.lead : second.start] != []
    return addressed and modifiers("deputy").match_at(tokens, posts[0].head) is not None


def _mention_of(place: int, name: NameMention, assignments: _PostAssignments, official: bool) -> PersonMention:
    before, after, listed = (
        claim.get(place, ()) for claim in (assignments.before, assignments.after, assignments.listed)
    )
    appointed = assignments.appointed.get(place, ())
    rule = "listed" if listed else "both" if before and after else "before" if before else "after" if after else "bare"
    start = min([name.lead, *(post.start for post in before)])
    end = max([name.end, *(post.end for post in after)])
    return PersonMention(
        name, start, end, (*listed, *before, *after, *appointed), assignments.shared.get(place, ()), rule, official
    )
