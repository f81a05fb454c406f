"""The histories that are kept by hand, each row a fact of a decree or resolution: data/history.csv, communes.csv and
resolutions.csv."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from extract.gazetteer.compilation.sources import Listed


@dataclass(frozen=True, slots=True)
class UnitEvent:
    """A row of data/history.csv: what the unit of a code became on a day, from which others; `unit` is None for its
    end, and `links` are then its successors."""

    code: str
    day: str
    unit: Listed | None
    resolution: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """A row of data/resolutions.csv: in a province on a day, for the districts (codes) or communes (names) of
    `scope`, or for all where that is empty."""

    number: str
    day: str
    province: str
    scope: tuple[str, ...]


def read_history(path: Path) -> list[UnitEvent]:
    """The events of provinces and districts, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            UnitEvent(
                row["code"],
                row["day"],
                Listed(row["tier"], row["name"], row["parent"]) if row["tier"] else None,
                row["decree"],
                tuple(filter(None, row["links"].split(";"))),
            )
            for row in csv.DictReader(file)
        ]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A row of data/communes.csv: what the commune of a code was before a day; None where there was none. Cells that
    are empty in the file are as they were after it."""

    code: str
    day: str
    tier: str
    name: str
    parent: str
    resolution: str
    existed: bool

    def before(self, after: Listed) -> Listed | None:
        """The commune before the day, given what it was after it."""
        if not self.existed:
            return None
        return Listed(self.tier or after.tier, self.name or after.name, self.parent or after.parent)


def read_communes(path: Path) -> list[Earlier]:
    """The earlier states of communes, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Earlier(
                row["code"], row["day"], row["tier"], row["name"], row["parent"], row["resolution"], row["tier"] != "-"
            )
            for row in csv.DictReader(file)
        ]


def read_resolutions(path: Path) -> list[Resolution]:
    """The resolutions on communes, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Resolution(row["resolution"], row["day"], row["province"], tuple(filter(None, row["scope"].split(";"))))
            for row in csv.DictReader(file)
        ]
