"""People: one row a person over all articles, and the mentions with the evidence for that person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from extract.linking.persons.mentions import (
    Identity,
    OfficialRecord,
    Profile,
    at_one_time,
    contradictory,
    identity,
    mention_order,
    profile_of,
    distinctive_posts,
)
from extract.linking.comparison.posts import CanonicalPost, within
from extract.text.normalize import fold
from scraper.article import stable_id

Row = dict[str, Any]
Pair = tuple[int, int]
Block = tuple[str, ...]
_ALONE = Identity(0.8, ("same_name", "only_one_there"))
_FIRST = Identity(1.0, ("first_mention",))
_ALIKE = Identity(0.8, ("same_name", "like_post"))
_MANY, _ALMOST_ALL = 10, 0.9
_FEW_PROFILES = 60  # maximum profiles of one unique name for comparison of all pairs


@dataclass(frozen=True, slots=True)
class LinkedPerson:
    """The mentions of one person, the earliest first, each with its confidence and evidence."""

    mentions: tuple[OfficialRecord, ...]
    links: Mapping[str, Identity]


def people_of(mentions: Iterable[OfficialRecord]) -> list[LinkedPerson]:
    """The people of the mentions of one name; independent of the order of the mentions."""
    profiles = profiles_of(mentions)
    clusters = _clusters([profile for profile in profiles if profile.placed])
    certain = [list(cluster) for cluster in clusters]
    for profile in profiles:
        if not profile.placed:
            _place(profile, clusters, certain)
    people = [_person(cluster) for cluster in clusters]
    return sorted(people, key=lambda person: mention_order(person.mentions[0]))


def profiles_of(mentions: Iterable[OfficialRecord]) -> list[Profile]:
    """The mentions grouped by the posts, and by the place where these are of no known body. Two mentions in one article
    are of two people, and so of two profiles."""
    groups: dict[tuple[Any, ...], list[OfficialRecord]] = defaultdict(list)
    seen: Counter[tuple[Any, ...]] = Counter()
    for mention in sorted(mentions, key=mention_order):
        distinctive = distinctive_posts(mention)
        placed = any(post.placed for post in distinctive)
        key = (frozenset(post.compared for post in distinctive), "" if placed else mention.place)
        groups[(*key, seen[*key, mention.article_id])].append(mention)
        seen[*key, mention.article_id] += 1
    return sorted(map(profile_of, groups.values()), key=lambda profile: mention_order(profile.mentions[0]))


def _clusters(profiles: Sequence[Profile]) -> list[list[Profile]]:
    """Clusters of profiles of one person: linked in order of confidence, never with two that contradict each other."""
    scores = {pair: found for pair in _pairs(profiles) if (found := identity(*(profiles[at] for at in pair)))}
    cluster_of = {at: [at] for at in range(len(profiles))}
    for one, other in sorted(scores, key=lambda pair: (-scores[pair].score, pair)):
        first, second = cluster_of[one], cluster_of[other]
        if first is not second and not _apart(profiles, first, second):
            first += second
            cluster_of.update(dict.fromkeys(second, first))
    unique = {id(cluster): cluster for cluster in cluster_of.values()}
    return [[profiles[at] for at in sorted(cluster)] for cluster in unique.values()]


def _pairs(profiles: Sequence[Profile]) -> list[Pair]:
    """Pairs of profiles that a rule may link: of a unique name all, of others those of one unit, those of one province
    and level of which one tells no unit, those with two national posts, and those with two posts of unique bodies."""
    if len(profiles) <= _FEW_PROFILES and all(profile.unique for profile in profiles):
        return list(combinations(range(len(profiles)), 2))
    one_block: dict[Block, list[int]] = defaultdict(list)
    open_to_all: dict[Block, list[int]] = defaultdict(list)
    every: dict[Block, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        for post in profile.distinctive:
            for block in _blocks(post, profile.local):
                one_block[block].append(at)
            for block in _wider_blocks(post):
                every[block].append(at)
                if not (post.unit and post.province):
                    open_to_all[block].append(at)
    pairs = {pair for members in one_block.values() for pair in combinations(sorted(set(members)), 2)}
    for block, members in open_to_all.items():
        pairs |= {(min(a, b), max(a, b)) for a, b in product(set(members), set(every[block])) if a != b}
    return sorted(pairs)


def _blocks(post: CanonicalPost, local: bool) -> Iterator[Block]:
    """The blocks in which any two posts may be of one person; `local` says whether the name is rare in a province."""
    if local and post.province and post.level in ("province", "district"):
        yield "career", post.province
    if post.unit:
        yield "unit", post.unit, post.province
    if post.central:
        yield ("central",)
    if post.specific:
        yield ("specific",)


def _wider_blocks(post: CanonicalPost) -> Iterator[Block]:
    """The blocks in which a post without a unit or a province may be of one person with any other."""
    if post.unit:
        yield "unit", post.unit
    if post.province:
        yield "province", post.province, post.level


def _apart(profiles: Sequence[Profile], first: Iterable[int], second: Iterable[int]) -> bool:
    others = list(second)
    return any(contradictory(profiles[a], profiles[b]) for a in first for b in others)


def _place(profile: Profile, clusters: list[list[Profile]], certain: Sequence[Sequence[Profile]]) -> None:
    """Assign mentions without a known body to the only person that fits; else each is a person of its own.

    `certain` are the people before any such mention was assigned: where two of them fit, none is taken.
    """
    there = _may_be(profile, certain)
    if len(there) == 1 and not any(contradictory(profile, other) for other in clusters[there[0]]):
        clusters[there[0]].append(profile)
        return
    if profile.common:
        clusters += [[profile_of([mention])] for mention in profile.mentions]
    elif alike := _unplaced_alike(profile, clusters[len(certain) :]):
        alike.append(profile)
    else:
        clusters.append([profile])


def _unplaced_alike(profile: Profile, clusters: Iterable[list[Profile]]) -> list[Profile] | None:
    """The only person, of those without a known body, with a name that hardly two have, with a rare name and a similar
    post, or without a post and seen in the same province."""
    there = [cluster for cluster in clusters if any(_may_be_one(profile, other) for other in cluster)]
    if len(there) == 1 and not any(contradictory(profile, other) for other in there[0]):
        return there[0]
    return None


def _may_be_one(one: Profile, other: Profile) -> bool:
    if one.unique and not (one.distinctive and other.distinctive and at_one_time(one, other)):
        return True
    if one.distinctive and other.distinctive:
        posts = product(one.distinctive, other.distinctive)
        return any(a.head_key == b.head_key and within(a.body_key, b.body_key) for a, b in posts)
    return bool(one.place) and one.place == other.place


def _may_be(profile: Profile, people: Sequence[Sequence[Profile]]) -> list[int]:
    """The people that mentions without a known body may mean: those with a similar post, preferably in the province of
    the mentions; for mentions without any post, people with national posts or of that province, or the only one with a
    rare name, or the one that almost all articles mean."""
    if profile.distinctive:
        of_nation = all(post.central for post in profile.distinctive)
        fitting = [at for at, person in enumerate(people) if not of_nation or _is_central(person)]
        alike = [at for at in fitting if _has_alike(profile, people[at])]
        only = fitting if len(people) == 1 and profile.unique else []
        return [at for at in alike if _is_of(profile.place, people[at])] or alike or only
    there = [at for at, person in enumerate(people) if _is_of(profile.place, person) or _is_central(person)]
    if len(there) == 1 or len(people) == 1 and (profile.rare or profile.unique):
        return there or [0]
    return _best_known(people)


def _best_known(people: Sequence[Sequence[Profile]]) -> list[int]:
    """The person of a name in almost all mentions; empty where there is none."""
    counts = [sum(len(profile.mentions) for profile in person) for person in people]
    most = max(counts, default=0)
    return [counts.index(most)] if most >= _MANY and most >= _ALMOST_ALL * sum(counts) else []


def _has_alike(profile: Profile, person: Sequence[Profile]) -> bool:
    return any(_alike(one, other) for one in profile.distinctive for held in person for other in held.distinctive)


def _is_of(place: str, person: Sequence[Profile]) -> bool:
    """Whether a person holds a post in the province."""
    return bool(place) and any(post.province == fold(place) for profile in person for post in profile.distinctive)


def _is_central(person: Sequence[Profile]) -> bool:
    return any(post.central for profile in person for post in profile.distinctive)


def _alike(one: CanonicalPost, other: CanonicalPost) -> bool:
    """Whether two posts have the same head or body, as far as these are known, in any unit."""
    same_head = one.head_key == other.head_key
    if one.body_key and other.body_key:
        return one.body_key == other.body_key or (same_head and within(one.body_key, other.body_key))
    return same_head


def _person(cluster: Sequence[Profile]) -> LinkedPerson:
    """The person of a cluster, with the strongest evidence that links each profile to another."""
    links: dict[str, Identity] = {}
    for profile in cluster:
        found = [link for other in cluster if other is not profile and (link := identity(profile, other))]
        if not profile.placed and len(cluster) > 1:
            found = [_ALONE if any(other.placed for other in cluster) else _ALIKE]
        same = [Identity(0.99, ("same_name", "same_post"))] if len(profile.mentions) > 1 and profile.placed else []
        best = max(found + same, key=lambda link: (link.score, link.reasons), default=_FIRST)
        links.update((mention.official_id, best) for mention in profile.mentions)
    mentions = sorted((mention for profile in cluster for mention in profile.mentions), key=mention_order)
    links[mentions[0].official_id] = _FIRST
    return LinkedPerson(tuple(mentions), links)


def person_id(person: LinkedPerson, known: Collection[str] = ()) -> str:
    """The id of a person: from the first mention; if some have an id from an earlier run, from the first of those."""
    first = stable_id("p", person.mentions[0].official_id)
    if not known or first in known:
        return first
    ids = (stable_id("p", mention.official_id) for mention in person.mentions)
    return next((one for one in ids if one in known), first)


def person_row(person: LinkedPerson, identifier: str, posts: Sequence[str]) -> Row:
    """The row of a person in `people`. `posts` are those of the person's tenures, the latest first."""
    names = Counter(mention.name for mention in person.mentions)
    spellings = [name for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0]))]
    days = sorted(mention.day for mention in person.mentions if mention.day)
    provinces = Counter(post_place for mention in person.mentions if (post_place := mention.place))
    return {
        "person_id": identifier,
        "name": spellings[0],
        "spellings": tuple(spellings[1:]),
        "first_seen": days[0] if days else None,
        "last_seen": days[-1] if days else None,
        "provinces": tuple(name for name, _ in sorted(provinces.items(), key=lambda item: (-item[1], item[0]))),
        "posts": tuple(dict.fromkeys(posts)),
        "n_mentions": len(person.mentions),
    }


def mention_rows(person: LinkedPerson, identifier: str) -> Iterator[Row]:
    """The rows of a person in `person_mentions`."""
    for mention in person.mentions:
        found = person.links[mention.official_id]
        yield {
            "person_id": identifier,
            "official_id": mention.official_id,
            "article_id": mention.article_id,
            "score": found.score,
            "reasons": found.reasons,
        }
