"""Linked tables in other formats, each read back by the library that its readers use."""

from __future__ import annotations

import io
import json
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar
from networkx import read_graphml

from extract.linking.export import FORMATS, write_export
from extract.linking.link import link_tables
from extract.tables.checks import NotTables
from extract.tables.linked import LINKED
from extract.tables.writer import read_rows


@pytest.fixture(scope="module")
def linked(sample_tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's tables, linked."""
    folder = tmp_path_factory.mktemp("linked")
    for file in sample_tables.iterdir():
        if file.is_file():
            (folder / file.name).write_bytes(file.read_bytes())
    link_tables(folder)
    return folder


def rows(folder: Path, table: str) -> list[dict[str, object]]:
    return list(read_rows(folder, table))


def test_popolo_refers_to_nothing_that_it_does_not_hold(linked: Path) -> None:
    found = json.loads(FORMATS["popolo"](linked))
    persons, bodies = ({one["id"] for one in found[name]} for name in ("persons", "organizations"))
    assert len(found["persons"]) == len(persons) == len(rows(linked, "people"))
    assert found["memberships"] and found["events"]
    assert all(one["person_id"] in persons and one["organization_id"] in bodies for one in found["memberships"])
    assert all(one["name"] for name in found for one in found[name] if name != "memberships")


def test_follow_the_money_takes_every_entity(linked: Path) -> None:
    model = pytest.importorskip("followthemoney").model
    entities = [json.loads(line) for line in FORMATS["ftm"](linked).splitlines()]
    ids = {entity["id"] for entity in entities}
    schemas = {entity["schema"] for entity in entities}
    assert len(ids) == len(entities) and schemas == {"Person", "PublicBody", "Employment", "Event"}
    for entity in entities:
        proxy = model.get_proxy(entity)
        model.get(entity["schema"]).validate(entity)
        assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == {
            name: sorted(values) for name, values in entity["properties"].items()
        }
        assert ids.issuperset(entity["properties"].get("employee", []) + entity["properties"].get("employer", []))


def test_json_ld_has_an_event_with_name_and_day_for_every_dated_occurrence(linked: Path) -> None:
    found = json.loads(FORMATS["jsonld"](linked))
    dated = [row for row in rows(linked, "occurrences") if row["start_date"]]
    assert found["@context"] == "https://schema.org" and len(found["@graph"]) == len(dated)
    assert all(one["@type"] == "Event" and one["name"] and one["startDate"] for one in found["@graph"])


def test_a_calendar_reads_the_days(linked: Path) -> None:
    events = Calendar.from_ical(FORMATS["ics"](linked)).walk("VEVENT")
    whole = [row for row in rows(linked, "occurrences") if len(str(row["start_date"] or "")) == 10]
    assert {str(event["uid"]) for event in events} == {f"{row['occurrence_id']}@sukien" for row in whole}
    assert all(event.decoded("dtend") > event.decoded("dtstart") for event in events)


def test_a_feed_reader_reads_the_feed(linked: Path) -> None:
    feed = feedparser.parse(FORMATS["atom"](linked))
    assert not feed.bozo and len(feed.entries) == len(rows(linked, "occurrences"))
    assert all(entry.id and entry.title and entry.updated for entry in feed.entries)
    assert [entry.updated for entry in feed.entries] == sorted((e.updated for e in feed.entries), reverse=True)


def test_networkx_reads_the_graph(linked: Path) -> None:
    graph = read_graphml(io.BytesIO(FORMATS["graphml"](linked).encode()))
    people = {row["person_id"] for row in rows(linked, "people")}
    assert graph.number_of_edges() and set(graph.nodes) <= people
    assert all(data["meetings"] >= 1 for _, _, data in graph.edges(data=True))
    assert all(data["name"] for _, data in graph.nodes(data=True))


@pytest.mark.parametrize("name", FORMATS)
def test_a_second_run_gives_the_same_text(linked: Path, name: str) -> None:
    before = FORMATS[name](linked)
    link_tables(linked)
    assert FORMATS[name](linked) == before


def test_a_file_is_written(linked: Path, tmp_path: Path) -> None:
    write_export(linked, "popolo", tmp_path / "people.json")
    assert json.loads((tmp_path / "people.json").read_text(encoding="utf-8"))["persons"]


def test_tables_that_are_not_linked_are_refused(sample_tables: Path, tmp_path: Path) -> None:
    for file in sample_tables.iterdir():
        if file.stem not in {table.name for table in LINKED} and file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"] = [one for one in package["resources"] if one["name"] != "occurrences"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    with pytest.raises(NotTables, match="sukien link"):
        write_export(tmp_path, "popolo", tmp_path / "people.json")
