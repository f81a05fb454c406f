"""Complete linkage: no members joined by a chain, and the same clusters in any order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.linking.comparison.clustering import complete_linkage, connected, ordered

ITEMS = [f"i{number}" for number in range(7)]
PAIRS = [ordered(a, b) for at, a in enumerate(ITEMS) for b in ITEMS[at + 1 :]]
scores = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([0.5, 0.6, 0.7, 0.9]))


def test_a_chain_makes_no_cluster() -> None:
    linked = {("a", "b"): 0.9, ("b", "c"): 0.8}
    assert complete_linkage("abc", linked) == [("a", "b"), ("c",)]


def test_all_linked_with_all_make_one_cluster() -> None:
    linked = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.6}
    assert complete_linkage("abc", linked) == [("a", "b", "c")]


def test_the_surest_pair_comes_first() -> None:
    linked = {("a", "b"): 0.6, ("b", "c"): 0.9}
    assert complete_linkage("abc", linked) == [("a",), ("b", "c")]


@given(scores, st.permutations(ITEMS))
def test_every_pair_of_a_cluster_is_linked_and_the_order_does_not_matter(
    linked: dict[tuple[str, str], float], items: list[str]
) -> None:
    clusters = complete_linkage(items, linked)
    assert clusters == complete_linkage(ITEMS, dict(reversed(linked.items())))
    assert sorted(item for cluster in clusters for item in cluster) == ITEMS
    for cluster in clusters:
        assert all(ordered(a, b) in linked for at, a in enumerate(cluster) for b in cluster[at + 1 :])


@given(st.sets(st.sampled_from(PAIRS)))
def test_components_hold_every_pair_once_and_share_no_item(pairs: set[tuple[str, str]]) -> None:
    components = list(connected(pairs))
    assert sorted(pair for component in components for pair in component) == sorted(pairs)
    items = [{item for pair in component for item in pair} for component in components]
    assert sum(map(len, items)) == len(set().union(*items))


def test_clusters_that_are_unlikely_on_average_stay_apart() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.6, ("a", "c"): 0.2}
    assert complete_linkage("abc", scores) == [("a", "b", "c")]
    assert complete_linkage("abc", scores, mean=0.5) == [("a", "b"), ("c",)]
