"""Complete-linkage clustering over scored pairs: members of a cluster are never joined only by a chain of others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import fsum

Pair = tuple[str, str]


def ordered(one: str, other: str) -> Pair:
    """The two ids as a key that does not depend on their order."""
    return (one, other) if one < other else (other, one)


def complete_linkage(items: Iterable[str], scores: Mapping[Pair, float], mean: float = 0.0) -> list[tuple[str, ...]]:
    """Clusters in which every pair of members has a score, merged from the highest score down.

    `scores` has the pairs that may be in one cluster, with keys as `ordered` makes them; a missing pair is never in one
    cluster. Two clusters are merged only if the average of the scores between them is at least `mean`. Ties
    are broken by the ids, so the result does not depend on the order of `items`.
    """
    clusters: dict[str, tuple[str, ...]] = {item: (item,) for item in items}
    linked = _neighbours(scores)
    for one, other in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        first, second = clusters[one], clusters[other]
        if first is second or not all(set(second) <= linked[member] for member in first):
            continue
        between = [scores[ordered(a, b)] for a, b in product(first, second)]
        if fsum(between) >= mean * len(between):
            merged = tuple(sorted(first + second))
            clusters.update(dict.fromkeys(merged, merged))
    return sorted(set(clusters.values()))


def connected(scores: Iterable[Pair]) -> Iterator[list[Pair]]:
    """The pairs, by the connected component that they belong to: each can be clustered by itself."""
    root: dict[str, str] = {}
    pairs = sorted(scores)
    for one, other in pairs:
        a, b = _find(root, one), _find(root, other)
        root[max(a, b)] = min(a, b)
    components: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        components[_find(root, pair[0])].append(pair)
    return iter(components.values())


def _find(root: dict[str, str], item: str) -> str:
    """The representative of an item's component, with path compression."""
    top = item
    while (above := root.setdefault(top, top)) != top:
        top = above
    while root[item] != top:
        root[item], item = top, root[item]
    return top


def _neighbours(scores: Iterable[Pair]) -> dict[str, set[str]]:
    linked: dict[str, set[str]] = defaultdict(set)
    for one, other in scores:
        linked[one].add(other)
        linked[other].add(one)
    return linked
