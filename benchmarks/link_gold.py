"""Labelled pairs of events by pointers (data/gold/links/README.md), found again in tables of their articles."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

from extract.linking.events.reports import Report, read_report
from extract.linking.link import event_source

_NEAR = 400  # characters by which an event may have moved within its article since it was labelled


class Pair(NamedTuple):
    """A labelled pair of reports: same, venue (two places of one conference), series (two sessions), or none."""

    one: Report
    other: Report
    relation: str
    half: str
    stratum: str

    @property
    def same(self) -> bool:
        """Whether both report one event at one place."""
        return self.relation == "same"


def read_pairs(gold: Path, tables: Sequence[Path]) -> Iterator[Pair]:
    """The labelled pairs both of whose events are in the tables."""
    with gold.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    reports = {report.event_id: report for folder in tables for report in reports_of(folder)}
    places = _events_by_article(tables)
    for row in rows:
        one, other = (_nearest(places[row[f"article_{side}"]], int(row[f"at_{side}"])) for side in "ab")
        if one in reports and other in reports:
            yield Pair(reports[one], reports[other], row["relation"], row["half"], row["stratum"])


def reports_of(folder: Path) -> Iterator[Report]:
    """The reports of a folder of tables."""
    for _, rows in event_source(folder).days():
        yield from (read_report(event, people, documents) for event, people, documents in rows)


def _events_by_article(tables: Sequence[Path]) -> dict[str, list[tuple[int, str]]]:
    """The position of each event in its article with its id, by article."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for folder in tables:
        columns = ["article_id", "span_start", "event_id"]
        for row in pq.read_table(folder / "events.parquet", columns=columns).to_pylist():
            found[row["article_id"]].append((row["span_start"], row["event_id"]))
    return found


def _nearest(events: Sequence[tuple[int, str]], at: int) -> str:
    """The id of the event nearest to a position in the article; empty where none is near."""
    near = [(abs(start - at), event_id) for start, event_id in events if abs(start - at) <= _NEAR]
    return min(near)[1] if near else ""
