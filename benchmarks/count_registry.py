"""Counts the registry for docs/registry.md: `python -m benchmarks.count_registry` writes its tables anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from scraper.platforms import load_platforms
from scraper.provinces import load_provinces
from scraper.sites import Site, load_registry

DOCUMENT = Path(__file__).parents[1] / "docs" / "registry.md"
BEGIN, END = "<!-- counts: begin -->", "<!-- counts: end -->"


def tables(sites: Sequence[Site]) -> str:
    """The counts in Markdown: by level, platform, status, kind of the URL seen, province."""
    parts = [
        f"{len(sites)} sites.",
        _table("level", Counter(site.level for site in sites)),
        _table("platform", Counter(site.platform for site in sites)),
        _table("status", Counter(site.status for site in sites)),
        _table("address seen", Counter(seen_kind(site) for site in sites)),
        _table("present province", Counter(site.province_2025 or "unknown" for site in sites)),
        _former_provinces(sites),
    ]
    return "\n\n".join(parts)


def seen_kind(site: Site) -> str:
    """The kind of the URL seen of a site by the rules of its platform; "none" where no URL was seen."""
    return load_platforms()[site.platform].classify(site.seen) if site.seen else "none"


def write(document: Path = DOCUMENT) -> None:
    """Write the present tables into the document."""
    before, _, rest = document.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    fresh = tables(list(load_registry().sites.values()))
    document.write_text(f"{before}{BEGIN}\n{fresh}\n{END}{after}", encoding="utf-8")


def _table(name: str, counts: Counter[str]) -> str:
    return _rows((name, "sites"), ((key, str(count)) for key, count in sorted(counts.items(), key=_by_count)))


def _by_count(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _former_provinces(sites: Sequence[Site]) -> str:
    """One row for each former province, with its province since 2025-07-01."""
    count = Counter(former_province(site) for site in sites)
    rows = ((one.name, one.name_2025, str(count[one.name])) for one in load_provinces())
    return _rows(("former province", "part of since 2025-07-01", "sites"), rows)


def former_province(site: Site) -> str | None:
    """The former province of a site; for a unit created in 2025 it is the one whose code its province took over."""
    names = {one.code: one.name for one in load_provinces()}
    return names.get(site.province_code or "")


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


if __name__ == "__main__":
    write()
