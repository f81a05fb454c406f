"""GraphML: who took part in what together. People are nodes; an edge is weighted by the occurrences that two share."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

from lxml import etree

from extract.tables.writer import read_rows

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_NAMESPACES: Any = {None: _GRAPHML}
_MOST = 60  # maximum people of one occurrence; a list of candidates is not a meeting
_KEYS = (("name", "node", "string"), ("post", "node", "string"), ("meetings", "edge", "int"))


def to_graphml(tables: Path) -> str:
    """The graph of a folder of linked tables: the people who met others, with the number of meetings."""
    meetings = _meetings(tables)
    met = {person for pair in meetings for person in pair}
    root = etree.Element(f"{{{_GRAPHML}}}graphml", nsmap=_NAMESPACES)
    for name, of, kind in _KEYS:
        etree.SubElement(root, f"{{{_GRAPHML}}}key", {"id": name, "for": of, "attr.name": name, "attr.type": kind})
    graph = etree.SubElement(root, f"{{{_GRAPHML}}}graph", {"id": "people", "edgedefault": "undirected"})
    for row in read_rows(tables, "people", ["person_id", "name", "posts"]):
        if row["person_id"] in met:
            node = etree.SubElement(graph, f"{{{_GRAPHML}}}node", {"id": row["person_id"]})
            _add(node, "name", row["name"])
            _add(node, "post", next(iter(row["posts"]), ""))
    for (one, other), count in sorted(meetings.items()):
        edge = etree.SubElement(graph, f"{{{_GRAPHML}}}edge", {"source": one, "target": other})
        _add(edge, "meetings", str(count))
    return etree.tostring(root, encoding="unicode", pretty_print=True)


def _meetings(tables: Path) -> Counter[tuple[str, str]]:
    """The number of occurrences in which two people took part together, by their ids in order."""
    reports = read_rows(tables, "occurrence_reports", ["occurrence_id", "event_id", "relation"])
    occurrence = {row["event_id"]: row["occurrence_id"] for row in reports if row["relation"] == "same"}
    mentions = read_rows(tables, "person_mentions", ["person_id", "official_id"])
    person = {row["official_id"]: row["person_id"] for row in mentions}
    there: dict[str, set[str]] = defaultdict(set)
    for row in read_rows(tables, "officials", ["official_id", "event_id", "participant"]):
        if row["participant"] and row["event_id"] in occurrence and row["official_id"] in person:
            there[occurrence[row["event_id"]]].add(person[row["official_id"]])
    people = (sorted(found) for found in there.values() if len(found) <= _MOST)
    return Counter(pair for found in people for pair in combinations(found, 2))


def _add(parent: etree._Element, key: str, text: str) -> None:
    etree.SubElement(parent, f"{{{_GRAPHML}}}data", {"key": key}).text = "".join(filter(str.isprintable, text))
