"""GraphML: who met whom, read by networkx."""

from __future__ import annotations

import io
from pathlib import Path

from networkx import read_graphml

from extract.linking.export.graph import to_graphml
from extract.tables.writer import read_rows


def test_networkx_reads_the_graph(linked: Path) -> None:
    graph = read_graphml(io.BytesIO(to_graphml(linked).encode()))
    people = {row["person_id"] for row in read_rows(linked, "people")}
    assert graph.number_of_edges() and set(graph.nodes) <= people
    assert all(data["meetings"] >= 1 for _, _, data in graph.edges(data=True))
    assert all(data["name"] for _, data in graph.nodes(data=True))


def test_an_edge_counts_the_occurrences_that_two_share(linked: Path) -> None:
    reports = read_rows(linked, "occurrence_reports")
    occurrence = {row["event_id"]: row["occurrence_id"] for row in reports if row["relation"] == "same"}
    person = {row["official_id"]: row["person_id"] for row in read_rows(linked, "person_mentions")}
    came = [row for row in read_rows(linked, "officials") if row["participant"] and row["event_id"] in occurrence]
    there = {(person[row["official_id"]], occurrence[row["event_id"]]) for row in came}
    edges = list(read_graphml(io.BytesIO(to_graphml(linked).encode())).edges(data="meetings"))
    for one, other, meetings in edges:
        shared = {at for who, at in there if who == one} & {at for who, at in there if who == other}
        assert meetings == len(shared)
    assert edges
