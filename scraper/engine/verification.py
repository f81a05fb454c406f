"""Verification that the archive has every stored page where the state says, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select

from scraper.engine.options import CrawlOptions
from scraper.engine.recovery import forget_page
from scraper.frontier.schema import PAGES, open_store, transaction
from scraper.warc import OPEN, read_page

Advance = Callable[[int], None]


@dataclass(slots=True)
class Verification:
    """The number of pages checked, and those that are not in the archive as the state says: site, URL, place, why."""

    pages: int = 0
    faults: list[str] = field(default_factory=list)
    repaired: int = 0


def verify(options: CrawlOptions, repair: bool, advance: Advance = lambda done: None) -> Verification:
    """Check every page of a state against the archive.

    With `repair`, the URLs of pages that cannot be read are requested again by the next crawl; their articles stay.
    Raises StateError where the state cannot be used.
    """
    engine = open_store(options.state_url, writing=repair)
    found = Verification()
    try:
        with transaction(engine) as connection:
            rows = list(connection.execute(select(PAGES).order_by(PAGES.c.warc_file, PAGES.c.warc_offset)))
        for row in rows:
            fault = _fault(options, row)
            found.pages += 1
            if fault:
                found.faults.append(f"{row.site_id}: {row.url} ({row.warc_file} at byte {row.warc_offset}): {fault}")
            if fault and repair:
                with transaction(engine) as writing:
                    forget_page(writing, row)
                found.repaired += 1
            advance(found.pages)
    finally:
        engine.dispose()
    return found


def missing_files(options: CrawlOptions) -> list[str]:
    """The WARC files that are missing, or shorter than the state says, with the number of their pages; only the sizes
    are compared. Raises StateError where the state cannot be used."""
    engine = open_store(options.state_url, writing=False)
    ends = select(
        PAGES.c.warc_file, func.max(PAGES.c.warc_offset + PAGES.c.warc_length), func.count()
    ).group_by(PAGES.c.warc_file)
    try:
        with transaction(engine) as connection:
            rows = connection.execute(ends.order_by(PAGES.c.warc_file)).all()
    finally:
        engine.dispose()
    faults = ((file, _size(options, file), end, pages) for file, end, pages in rows)
    return [
        f"{file}, with {pages} pages, {'is missing' if size is None else f'ends at byte {size:,} of {end:,}'}"
        for file, size, end, pages in faults
        if size is None or size < end
    ]


def _size(options: CrawlOptions, file: str) -> int | None:
    for name in (file, file + OPEN):
        path = options.warc_folder / name
        if path.exists():
            return path.stat().st_size
    return None


def _fault(options: CrawlOptions, row: Any) -> str | None:
    """The fault of the record of a page; None where it is intact."""
    try:
        page = read_page(options.warc_folder, row.warc_file, row.warc_offset)
    except FileNotFoundError:
        return "the file is missing"
    except Exception as error:  # damaged bytes can raise any error
        return f"damaged: {type(error).__name__}"
    return None if page.sha256 == row.sha256 else "damaged: another body than was fetched"
