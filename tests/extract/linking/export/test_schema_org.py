"""schema.org: an Event with name and day for every dated occurrence."""

from __future__ import annotations

import json
from pathlib import Path

from rdflib import RDF, Graph, namespace

from extract.linking.export.schema_org import to_json_ld
from extract.tables.writer import read_rows


def test_json_ld_has_an_event_with_name_and_day_for_every_dated_occurrence(linked: Path) -> None:
    found = json.loads(to_json_ld(linked))
    dated = [row for row in read_rows(linked, "occurrences") if row["start_date"]]
    assert found["@context"] == "https://schema.org" and len(found["@graph"]) == len(dated)
    assert all(one["@type"] == "Event" and one["name"] and one["startDate"] for one in found["@graph"])


def test_status_and_place_are_those_of_the_occurrence(linked: Path) -> None:
    told = {f"urn:sukien:{row['occurrence_id']}": row for row in read_rows(linked, "occurrences")}
    events = json.loads(to_json_ld(linked))["@graph"]
    for event in events:
        row = told[event["@id"]]
        assert event["eventStatus"].endswith("Cancelled") == (row["status"] == "cancelled")
        assert ("location" in event) == bool(row["province"] or row["venue"])
        assert event.get("location", {}).get("address", {}).get("addressRegion") == row["province"]
    assert any("location" in event for event in events)


def test_a_reader_of_linked_data_finds_terms_of_schema_org_only(linked: Path) -> None:
    document = json.loads(to_json_ld(linked))
    document["@context"] = {"@vocab": str(namespace.SDO)}  # as schema.org's own, which is not fetched
    read = Graph().parse(data=json.dumps(document), format="json-ld")
    events = set(read.subjects(RDF.type, namespace.SDO.Event))
    assert {str(event) for event in events} == {event["@id"] for event in document["@graph"]}
    used = {name for name in read.predicates() if name != RDF.type} | set(read.objects(predicate=RDF.type))
    assert namespace.SDO.startDate in used and [name for name in used if name not in namespace.SDO] == []
