"""What the linked tables add to the report: the person or document of a mention, and the reports of one event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extract.tables.linked import is_linked
from extract.tables.writer import read_rows

TENURE_FIELDS = ("post", "level", "first_seen", "last_seen", "started", "ended")


@dataclass(frozen=True, slots=True)
class Links:
    """The linked ids by those of the extraction; empty where a folder is not linked.

    `occurrences` has the events that share an occurrence with others, `tenures` of every person the values of
    TENURE_FIELDS, and `laws` of every document its issuer and day of issue.
    """

    people: Mapping[str, str] = field(default_factory=dict)
    papers: Mapping[str, str] = field(default_factory=dict)
    occurrences: Mapping[str, str] = field(default_factory=dict)
    tenures: Mapping[str, Sequence[Sequence[str | None]]] = field(default_factory=dict)
    laws: Mapping[str, tuple[str | None, str | None]] = field(default_factory=dict)


def read_links(folder: Path) -> Links:
    """The links of a folder of tables."""
    if not is_linked(folder):
        return Links()
    return Links(
        people=_ids(folder, "person_mentions", "official_id", "person_id"),
        papers=_ids(folder, "law_citations", "citation_id", "law_id"),
        occurrences=_shared(folder),
        tenures=_tenures(folder),
        laws={row["law_id"]: (row["issuer"], row["issued_date"]) for row in read_rows(folder, "laws")},
    )


def _ids(folder: Path, table: str, key: str, value: str) -> dict[str, str]:
    return {row[key]: row[value] for row in read_rows(folder, table, [key, value])}


def _shared(folder: Path) -> dict[str, str]:
    """The occurrence of every event that is not its only report."""
    columns = ["occurrence_id", "event_id", "relation"]
    reports = [row for row in read_rows(folder, "occurrence_reports", columns) if row["relation"] == "same"]
    sizes = Counter(row["occurrence_id"] for row in reports)
    return {row["event_id"]: row["occurrence_id"] for row in reports if sizes[row["occurrence_id"]] > 1}


def _tenures(folder: Path) -> dict[str, list[list[str | None]]]:
    found: dict[str, list[list[str | None]]] = defaultdict(list)
    for row in read_rows(folder, "tenures"):
        found[row["person_id"]].append([_post(row), *(row[name] for name in TENURE_FIELDS[1:])])
    return found


def _post(row: Mapping[str, Any]) -> str:
    """Head, body and unit as one phrase: "Trưởng Ban" of a "Ban Dân vận" says the shared word once."""
    head, body = row["head"] or "", row["body"] or ""
    shared = head.rsplit(" ", 1)[-1]
    joined = head + body[len(shared) :] if shared and body.startswith(f"{shared} ") else f"{head} {body}"
    return " ".join(part for part in (joined.strip(), row["unit"]) if part)
